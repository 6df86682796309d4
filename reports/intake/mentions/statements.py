"""Who said what: quotations with their speaker, and sentences that report what somebody said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.clauses import Clause
from reports.intake.mentions.people.vocabulary import PeopleWords, people_words
from reports.intake.mentions.quotations import Quotation, find_quotations
from reports.intake.mentions.tokens import Line, in_small, lines_of
from reports.intake.proposal import ProposedPerson, ProposedStatement

_LEAST_WORDS = 4  # of a quotation that is somebody's words and not a title or a slogan
_NEAR = 6  # tokens between a speaker and the verb, capacities aside


@dataclass(frozen=True)
class _Words:
    """Words about saying in one language, in small letters."""

    inverted: frozenset[str]
    reports: frozenset[str]
    saying: frozenset[str]
    he: frozenset[str]
    the: frozenset[str]
    according: tuple[tuple[str, ...], ...]


@cache
def _words(language: str) -> _Words:
    said = lexicon("statements", language)
    sets = {
        key: frozenset(map(in_small, said.get(key, ())))
        for key in ("inverted", "reports", "he", "the")
    }
    return _Words(
        **sets,
        saying=people_words(language).saying | sets["reports"] | sets["inverted"],
        according=tuple(tuple(in_small(phrase).split()) for phrase in said.get("according", ())),
    )


def find_statements(
    document: Document, people: Sequence[ProposedPerson]
) -> list[ProposedStatement]:
    """Everything that somebody is reported to have said, in the order of the text."""
    words = _words(document.language)
    quotations = [one for one in find_quotations(document)]
    speakers = _Speakers(people, words, people_words(document.language))
    found: list[ProposedStatement] = []
    for line in lines_of(document):
        if line.sentence.paragraph < 0:
            continue
        inside = [one for one in quotations if line.sentence.span.meets(one.outer)]
        speaker = speakers.of(line, inside)
        said = [one for one in inside if _is_speech(document, one, line, words)]
        if said:
            found += _quoted(document, said, line, speaker, found)
        elif speaker and speakers.reports(line, inside):
            found.append(_reported(document, line.sentence, speaker))
        speakers.remember(line, speaker)
    return _joined(document, found)


class _Speakers:
    """Who speaks in a sentence: somebody named, "she", or "the ambassador"."""

    def __init__(
        self, people: Sequence[ProposedPerson], words: _Words, people_words: PeopleWords
    ) -> None:
        self.words = words
        self.named = sorted((span, person) for person in people for span in person.spans)
        self.titled = [
            (person, frozenset(in_small(person.title).replace(",", " ").split()))
            for person in people
            if person.title
        ]
        self.people_words = people_words
        self.marked = [person.title_span for person in people if person.title_span]
        self.last: ProposedPerson | None = None

    def of(self, line: Line, quotations: Iterable[Quotation]) -> ProposedPerson | None:
        outside = [
            (span, person)
            for span, person in self.named
            if line.sentence.span.holds(span) and not any(q.outer.holds(span) for q in quotations)
        ]
        verb = self._verb(line, quotations)
        if verb is None:
            return None
        return self._subject(line, verb, outside) or self._standing_for(line, verb)

    def _verb(self, line: Line, quotations: Iterable[Quotation]) -> int | None:
        """The first verb of saying outside quotation marks."""
        for at, token in enumerate(line.tokens):
            here = Span(token.start, token.end)
            if token.low in self.words.saying and not any(q.outer.holds(here) for q in quotations):
                return at
            for phrase in self.words.according:
                if tuple(one.low for one in line.tokens[at : at + len(phrase)]) == phrase:
                    return at + len(phrase) - 1
        return None

    def _subject(
        self, line: Line, verb: int, outside: list[tuple[Span, ProposedPerson]]
    ) -> ProposedPerson | None:
        place = line.tokens[verb].start
        before = [one for one in outside if one[0].end <= place and self._is_subject(line, one[0])]
        after = [one for one in outside if one[0].start > place]
        inverted = line.tokens[verb].low in self.words.inverted or any(
            line.tokens[verb].low == phrase[-1] for phrase in self.words.according
        )
        if inverted and after and self._follows(line, verb):
            return after[0][1]
        if before:
            return before[0][1] if not self._pronoun_before(line, verb) else self.last
        return None

    def _is_subject(self, line: Line, span: Span) -> bool:
        clause = Clause(line, self.people_words, self.marked)
        return clause.is_subject(line.first_from(span.start))

    def _follows(self, line: Line, verb: int) -> bool:
        """Whether the subject stands behind the verb: '…", said Anna Ek'."""
        if any(line.tokens[verb].low == phrase[-1] for phrase in self.words.according):
            return True
        return verb == 0 or line.tokens[verb - 1].text in ",”\"»“’'?!."

    def _pronoun_before(self, line: Line, verb: int) -> bool:
        return any(
            line.tokens[at].low in self.words.he
            for at in range(max(0, verb - 3), min(verb + 2, len(line.tokens)))
        )

    def _standing_for(self, line: Line, verb: int) -> ProposedPerson | None:
        """ "She said", "The ambassador noted"."""
        for at in range(verb + 2):
            if at >= len(line.tokens):
                break
            token = line.tokens[at]
            if token.low in self.words.he:
                return self.last
            if token.low in self.words.the:
                holder = self._holder(line.low(at + 1), line.low(at + 2))
                if holder and at + 2 < verb + 3:
                    return holder
        return None

    def _holder(self, office: str, more: str) -> ProposedPerson | None:
        held = [person for person, title in self.titled if office in title]
        if len(held) > 1 and self.last in held:
            return self.last
        if len(held) > 1:
            both = [person for person, title in self.titled if office in title and more in title]
            return (both or held)[0]
        return held[0] if held else None

    def reports(self, line: Line, quotations: Iterable[Quotation]) -> bool:
        verb = self._verb(line, quotations)
        if verb is None:
            return False
        low = line.tokens[verb].low
        return low in self.words.reports or any(
            low == phrase[-1] for phrase in self.words.according
        )

    def remember(self, line: Line, speaker: ProposedPerson | None) -> None:
        if speaker:
            self.last = speaker
            return
        here = [person for span, person in self.named if line.sentence.span.holds(span)]
        if here:
            self.last = here[0]


def _is_speech(document: Document, one: Quotation, line: Line, words: _Words) -> bool:
    """Whether the marks hold words that were spoken, not a title, a slogan or a single term."""
    text = document.clean[one.inner.start : one.inner.end]
    parts = text.split()
    ends = text.rstrip()[-1:] in ",.!?…" if text.strip() else False
    alone = (
        one.outer.start <= line.sentence.span.start + 1
        and one.outer.end >= line.sentence.span.end - 1
    )
    said = any(token.low in words.saying for token in line.tokens)
    if not (said or alone) or len(parts) < 2:
        return False
    small = sum(part[:1].islower() for part in parts)
    return (len(parts) >= _LEAST_WORDS and small * 2 >= len(parts)) or (ends and small > 0)


def _quoted(
    document: Document,
    said: list[Quotation],
    line: Line,
    speaker: ProposedPerson | None,
    before: list[ProposedStatement],
) -> list[ProposedStatement]:
    """The quotations of a sentence as one statement; those without a speaker go on from before."""
    begun = [one for one in said if line.sentence.span.start <= one.outer.start]
    if not begun:
        return []
    texts = [document.words_of(one.inner) for one in begun]
    name = speaker.name if speaker else ""
    if not speaker and before and _goes_on(document, before[-1], begun[0]):
        name = before[-1].person
    span = Span(begun[0].inner.start, begun[-1].inner.end)
    return [ProposedStatement(" ".join(texts), span, "quote", name, 0.8 if speaker else 0.5)]


def _goes_on(document: Document, last: ProposedStatement, quotation: Quotation) -> bool:
    return document.clean[last.span.end : quotation.outer.start].count("\n\n") < 2


def _reported(document: Document, sentence: Sentence, speaker: ProposedPerson) -> ProposedStatement:
    return ProposedStatement(
        document.words_of(sentence.span), sentence.span, "paraphrase", speaker.name, 0.6
    )


def _joined(document: Document, statements: list[ProposedStatement]) -> list[ProposedStatement]:
    """One statement where a quotation is only broken by its attribution."""
    joined: list[ProposedStatement] = []
    for one in statements:
        last = joined[-1] if joined else None
        if last and _is_broken(document, last, one):
            joined[-1] = replace(
                last, text=f"{last.text} {one.text}", span=Span(last.span.start, one.span.end)
            )
        else:
            joined.append(one)
    return joined


def _is_broken(document: Document, last: ProposedStatement, one: ProposedStatement) -> bool:
    if last.kind != "quote" or one.kind != "quote" or last.person != one.person:
        return False
    between = document.clean[last.span.end : one.span.start]
    return "\n" not in between.strip() and len(between.split()) <= 12
