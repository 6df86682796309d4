"""Who said what: quotations with their speaker, and sentences that report what somebody said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.clauses import Clause
from reports.intake.mentions.people.vocabulary import PeopleWords, people_words
from reports.intake.mentions.quotations import Quotation, find_quotations
from reports.intake.mentions.tokens import Line, in_small, lines_of
from reports.intake.proposal import ProposedPerson, ProposedStatement

_LEAST_WORDS = 4  # of a quotation that is somebody's words and not a title or a slogan
_NESTED_AT_MOST = 8  # quotations that begin before a place and may reach it
_BREAK_AT_MOST = 12  # words of an attribution inside a quotation
_NEAR = 4  # words between "who", or a verb of talking, and what it goes with


@dataclass(frozen=True)
class _Words:
    """Words about saying in one language, in small letters."""

    inverted: frozenset[str]
    reports: frozenset[str]
    saying: frozenset[str]
    he: frozenset[str]
    the: frozenset[str]
    talking: frozenset[str]  # reports something only with what it is about
    about: frozenset[str]
    titled: frozenset[str]  # before a quotation that is a title
    auxiliaries: frozenset[str]  # "…, a déclaré"
    formulas: frozenset[str]  # grace is said, and tells nothing
    drops_he: bool  # "…, dijo": who said it need not be told
    according: tuple[tuple[str, ...], ...]
    first_of_according: frozenset[str]
    people: PeopleWords


@cache
def _words(language: str) -> _Words:
    said = lexicon("statements", language)
    sets = {
        key: frozenset(map(in_small, said.get(key, ())))
        for key in (
            "inverted",
            "reports",
            "he",
            "the",
            "talking",
            "about",
            "formulas",
            "titled",
            "auxiliaries",
        )
    }
    people = people_words(language)
    according = tuple(tuple(in_small(phrase).split()) for phrase in said.get("according", ()))
    return _Words(
        **sets,
        drops_he=bool(said.get("drops_he")),
        saying=people.saying | sets["reports"] | sets["inverted"],
        according=according,
        first_of_according=frozenset(phrase[0] for phrase in according),
        people=people,
    )


def find_statements(
    document: Document, people: Sequence[ProposedPerson]
) -> list[ProposedStatement]:
    """Everything that somebody is reported to have said, in the order of the text."""
    words = _words(document.language)
    quotations = Quoted(find_quotations(document))
    speakers = _Speakers(people, words, quotations)
    found: list[ProposedStatement] = []
    for line in lines_of(document):
        if line.sentence.paragraph < 0:
            continue
        speaker, reports = speakers.of(line)
        inside = quotations.near(line.sentence.span)
        closing = [one for one in inside if _closes_in(line, one)]
        said = [one for one in closing if _is_speech(document, one, line, words)]
        begun = [one for one in inside if _begins_in(line, one)]
        if said:
            found += _quoted(document, said, speaker or speakers.whose(said), found)
        elif begun and (speaker or speakers.announced):
            speakers.begun[begun[-1].outer] = speaker or speakers.announced
        elif speaker and line.tokens[-1].text == ":":
            pass
        elif speaker and reports and not _is_inside(line, inside):
            text = document.words_of(line.sentence.span)
            found.append(
                ProposedStatement(text, line.sentence.span, "paraphrase", speaker.name, 0.6)
            )
        speakers.remember(line, speaker)
    return _joined(document, found)


def _closes_in(line: Line, quotation: Quotation) -> bool:
    end = quotation.outer.end
    return line.sentence.span.start < end <= line.sentence.span.end + 1


def _begins_in(line: Line, quotation: Quotation) -> bool:
    """Whether a quotation begins in a sentence and goes on after it."""
    here = line.sentence.span
    return here.start < quotation.outer.start < here.end < quotation.outer.end - 1


def _is_inside(line: Line, quotations: Sequence[Quotation]) -> bool:
    """Whether the sentence begins inside a longer quotation."""
    start = line.sentence.span.start
    return any(one.outer.start <= start < one.outer.end for one in quotations)


class Quoted:
    """The quotations of a report, asked for by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = sorted(quotations, key=lambda one: one.outer)
        self._starts = [one.outer.start for one in self._quotations]

    def near(self, span: Span) -> list[Quotation]:
        """Those that have a character in common with a place."""
        last = bisect_right(self._starts, span.end)
        first = max(0, bisect_right(self._starts, span.start) - _NESTED_AT_MOST)
        return [one for one in self._quotations[first:last] if one.outer.meets(span)]


class _Speakers:
    """Who speaks in a sentence: somebody named, "she", or "the ambassador"."""

    def __init__(self, people: Sequence[ProposedPerson], words: _Words, quotations: Quoted) -> None:
        self.words = words
        self.quotations = quotations
        self.named = sorted(
            (
                (span, person)
                for person in people
                for span in person.spans
                if not any(one.outer.holds(span) for one in quotations.near(span))
            ),
            key=lambda one: one[0],
        )
        self.starts = [span.start for span, _ in self.named]
        self.titles = sorted(person.title_span for person in people if person.title_span)
        self.titled = [
            (person, frozenset(in_small(person.title).replace(",", " ").split()))
            for person in people
            if person.title and not self._is_only_quoted(person)
        ]
        self.last: ProposedPerson | None = None
        self.announced: ProposedPerson | None = None  # by the sentence before: "Ivo Bek said:"
        self.begun: dict[
            Span, ProposedPerson | None
        ] = {}  # whose quotations go on in other sentences

    def _is_only_quoted(self, person: ProposedPerson) -> bool:
        return not any(named is person for _, named in self.named)

    def whose(self, closing: Sequence[Quotation]) -> ProposedPerson | None:
        """Whose quotation it is, where its first sentence told, or one before with a colon."""
        begun = (self.begun[one.outer] for one in closing if one.outer in self.begun)
        return next(begun, self.announced)

    def of(self, line: Line) -> tuple[ProposedPerson | None, bool]:
        """The speaker, and whether the verb alone reports what was said."""
        for verb, according in self._verbs(line):
            speaker = self._behind(line, verb) if according else self._speaker(line, verb)
            if speaker:
                return speaker, according or line.tokens[verb].low in self.words.reports
        return None, False

    def _verbs(self, line: Line) -> Iterator[tuple[int, bool]]:
        """The verbs of saying outside quotation marks, and "according to"."""
        inside = self.quotations.near(line.sentence.span)
        saying, according = self.words.saying, self.words.first_of_according
        for at, token in enumerate(line.tokens):
            if token.low not in saying and token.low not in according:
                continue
            if (token.capital and at) or self.words.people.is_adjective(
                token.low, line.low(at + 1)
            ):
                continue  # "the United States", "the noted poet"
            if any(one.outer.start <= token.start < one.outer.end for one in inside):
                continue
            if token.low in saying and self._tells(line, at):
                yield at, False
            for phrase in self.words.according:
                if token.low == phrase[0] and line.lows[at : at + len(phrase)] == phrase:
                    yield at + len(phrase) - 1, True

    def _tells(self, line: Line, verb: int) -> bool:
        """Whether something is said: "spoke about …", not "spoke first" or "said grace"."""
        after = line.lows[verb + 1 : verb + 1 + _NEAR]
        if line.tokens[verb].low in self.words.talking:
            return not self.words.about.isdisjoint(after)
        return self.words.formulas.isdisjoint(after[:3])

    def _speaker(self, line: Line, verb: int) -> ProposedPerson | None:
        if line.tokens[verb].low in self.words.inverted and self._ends_quotation(line, verb):
            behind = self._behind(line, verb)
            if behind:
                return behind
            if self.words.drops_he and not self._here(line):
                return self.last
        by = line.low(verb + 1) in self.words.people.agents
        if by and (agent := self._behind(line, verb + 1)):
            return agent  # "as noted by X"
        behind = (verb + 1,) if self._ends_quotation(line, verb) else ()  # not "said he would"
        for at in (verb - 1, verb - 2, *behind):
            if line.low(at) in self.words.he:
                return self._meant_by(line, at)
        return self._standing_for(line, verb) or self._in_front(line, verb)

    def _ends_quotation(self, line: Line, verb: int) -> bool:
        if line.low(verb - 1) in self.words.auxiliaries:
            verb -= 1
        return verb == 0 or line.tokens[verb - 1].text in ",”\"»“’'?!.…–-"

    def _behind(self, line: Line, verb: int) -> ProposedPerson | None:
        """The first name after the verb, with nothing but its capacity between."""
        clause = self._clause(line)
        for span, person in self._here(line):
            at = line.first_from(span.start)
            if at > verb:
                return person if clause.reach(at, strange=4) <= verb + 1 else None
        return None

    def _in_front(self, line: Line, verb: int) -> ProposedPerson | None:
        """The subject before the verb; of a list the first, but not of "sung by X" if Y follows."""
        clause = self._clause(line)
        behind_by = None
        for span, person in self._here(line):
            place = clause.place_of(span)
            if place[1] > verb:
                break
            who = clause.relative_behind(place[1], verb)
            if who >= 0 and verb - who <= _NEAR:
                return person  # "opened by X, who said"
            if clause.is_subject(place[0]) and not clause.is_told_of_another(place, verb):
                if line.low(clause.reach(place[0]) - 1) not in self.words.people.agents:
                    return person
                behind_by = person
        return behind_by

    def _clause(self, line: Line) -> Clause:
        start, end = line.sentence.span
        first = bisect_left(self.titles, start, key=attrgetter("start"))
        titles = self.titles[first : bisect_left(self.titles, end, key=attrgetter("start"))]
        return Clause(line, self.words.people, [span for span, _ in self._here(line)], titles)

    def _here(self, line: Line) -> list[tuple[Span, ProposedPerson]]:
        """Who is named in a sentence, outside quotation marks."""
        start, end = line.sentence.span
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _standing_for(self, line: Line, verb: int) -> ProposedPerson | None:
        """As in "The ambassador noted", "said the mayor"."""
        for at in (verb - 2, verb - 3, verb - 4, verb + 1):
            if holder := self._called_by_office(line, at):
                return holder
        return None

    def _meant_by(self, line: Line, he: int) -> ProposedPerson | None:
        """Who "he" is: the ambassador that the sentence began with, or who was told of last."""
        if holder := self._called_by_office(line, 0):
            return holder
        if self._is_of_another(line, he):
            return None
        return self.last or self._in_front(line, he)

    def _called_by_office(self, line: Line, at: int) -> ProposedPerson | None:
        """Whom "the mayor" stands for, where it begins at a word."""
        if at < 0 or line.low(at) not in self.words.the:
            return None
        office = line.low(at + 1)
        return self._holder(office, line.low(at + 2)) if self._is_office(office) else None

    def _is_of_another(self, line: Line, he: int) -> bool:
        """As in "… the bust of Ivo Bek, who came to Bonn, where he said"."""
        relative = self.words.people.relative
        place = line.tokens[he].start
        told = any(low in relative for low in line.lows[:he])
        return told and any(span.end <= place for span, _ in self._here(line))

    def _is_office(self, word: str) -> bool:
        return word in self.words.people.in_titles or word in self.words.people.modifiers

    def _holder(self, office: str, more: str) -> ProposedPerson | None:
        held = [person for person, title in self.titled if office in title]
        if len(held) > 1:
            both = [one for one, title in self.titled if office in title and more in title]
            return self.last if self.last in held else (both or held)[0]
        return held[0] if held else None

    def remember(self, line: Line, speaker: ProposedPerson | None) -> None:
        here = self._here(line)
        self.announced = speaker if line.tokens and line.tokens[-1].text == ":" else None
        if not speaker and len(here) > 1 and not self._begins_with(line, here[0][0]):
            return  # "she" is none of a list that the sentence only comes to
        if speaker or here:
            self.last = speaker or here[0][1]

    def _begins_with(self, line: Line, name: Span) -> bool:
        return self._clause(line).reach(line.first_from(name.start)) == 0


def _is_speech(document: Document, one: Quotation, line: Line, words: _Words) -> bool:
    """Whether the marks hold words that were spoken, not a title, a slogan or a single term."""
    parts = document.clean[one.inner.start : one.inner.end].split()
    if len(parts) < 2:
        return False
    before = line.first_from(one.outer.start) - 1
    if before >= 0 and line.tokens[before].low in words.titled:
        return False
    here = line.sentence.span
    alone = one.outer.start <= here.start + 1 and one.outer.end >= here.end - 1
    said = any(
        token.low in words.saying
        for token in line.tokens
        if not one.outer.start <= token.start < one.outer.end
    )
    if not (said or alone):
        return False
    small = sum(part[:1].islower() for part in parts)
    ends = parts[-1][-1] in ",.!?…"
    return (len(parts) >= _LEAST_WORDS and small * 2 >= len(parts)) or (ends and small > 0)


def _quoted(
    document: Document,
    said: list[Quotation],
    speaker: ProposedPerson | None,
    before: list[ProposedStatement],
) -> list[ProposedStatement]:
    """The quotations of a sentence as one statement; those without a speaker go on from before."""
    outermost = [one for one in said if not any(o.inner.holds(one.outer) for o in said)]
    text = " ".join(document.words_of(one.inner) for one in outermost)
    name = speaker.name if speaker else ""
    if not speaker and before and _goes_on(document, before[-1], outermost[0]):
        name = before[-1].person
    span = Span(outermost[0].inner.start, outermost[-1].inner.end)
    return [ProposedStatement(text, span, "quote", name, 0.8 if speaker else 0.5)]


def _goes_on(document: Document, last: ProposedStatement, quotation: Quotation) -> bool:
    return document.clean[last.span.end : quotation.outer.start].count("\n\n") < 2


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
    return "\n" not in between.strip() and len(between.split()) <= _BREAK_AT_MOST
