"""Names that mean one person, brought together: in full, by surname, with a title."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from events.names import fold, sound
from reports.intake.document import Document, Span
from reports.intake.mentions.cases import cases
from reports.intake.mentions.people.candidates import Candidate
from reports.intake.mentions.people.envoys import ministry_of, mission_of
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.people.offices import Capacity
from reports.intake.mentions.people.vocabulary import people_words
from reports.intake.mentions.tokens import Line, shared_out
from reports.intake.proposal import ProposedOrganization, ProposedPerson, distinct


@dataclass(eq=False)
class Person:
    """One person and every place where they are named."""

    words: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)


@lru_cache(maxsize=2000)
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as names are compared."""
    return tuple(fold(word).strip(".") for word in words)


class Persons:
    """Everybody met so far in one report."""

    def __init__(self, document: Document, organizations: Sequence[ProposedOrganization]) -> None:
        self.document = document
        self.words = people_words(document.language)
        self.cases = cases(document.language)
        self.organizations = organizations
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}  # by the first and last words of the name
        self._bodies = sorted(
            ((span, body.name) for body in organizations for span in body.spans),
            key=lambda one: one[0],
        )
        self._starts = [span.start for span, _ in self._bodies]

    def add(self, candidate: Candidate) -> None:
        words = self._in_first_case(candidate.words)
        person = self._known(words)
        if person is None:
            person = Person(words)
            self.persons.append(person)
        elif len(words) > len(person.words) and not self._is_with_office(words, person.words):
            person.words = words
        for word in {_folded(words)[0], _folded(words)[-1]}:
            known = self._by_word.setdefault(word, [])
            if person not in known:
                known.append(person)
        person.spans.append(candidate.line.span(candidate.first, candidate.last))
        person.candidates.append(candidate)

    def _in_first_case(self, words: list[str]) -> tuple[str, ...]:
        return (*words[:-1], self.cases.surname(words[-1])) if len(words) > 1 else tuple(words)

    @staticmethod
    def _is_with_office(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
        """Whether the longer only has a word of an office before the name: "Textile Anna Ek"."""
        return (
            len(shorter) > 1
            and longer[-len(shorter) :] == shorter
            and not is_given(longer[0])
            and is_given(shorter[0]) | (len(longer) > len(shorter))
        )

    def _known(self, words: tuple[str, ...]) -> Person | None:
        folded = _folded(words)
        near = [*self._by_word.get(folded[0], ()), *self._by_word.get(folded[-1], ())]
        for person in near:
            theirs = _folded(person.words)
            if sorted(folded) == sorted(theirs):
                return person
            if _is_shorter(folded, theirs) or _is_shorter(theirs, folded):
                return person
        return self._known_by_initial(folded) if len(folded[0]) == 1 < len(folded) else None

    def _known_by_initial(self, folded: tuple[str, ...]) -> Person | None:
        """As in "J. Ahundov" of "Javanshir Akhundov": an initial, and a surname that sounds so."""
        surname = sound(folded[-1])
        for person in self.persons:
            theirs = _folded(person.words)
            if theirs[0][:1] == folded[0] and sound(theirs[-1]) == surname and len(theirs) > 1:
                return person
        return None

    def find_again(self, lines: Sequence[Line]) -> None:
        """Collect the places where a person is named by surname or given name alone."""
        short = self._short_forms()
        named = [span for person in self.persons for span in person.spans]
        taken = {span.start for span in named}
        named += [span for one in self.organizations for span in one.spans]
        for line, near in zip(lines, shared_out(lines, named), strict=True):
            for at, token in enumerate(line.tokens):
                person = short.get(token.low) if token.capital else None
                if person is None or token.start in taken:
                    continue
                span = line.span(at, at + 1)
                apart = not (line.capital(at - 1) and at > 1) and not line.capital(at + 1)
                if apart and not any(span.meets(other) for other in near):
                    person.spans.append(span)

    def _short_forms(self) -> dict[str, Person]:
        """Surnames, and given names that only one person has."""
        short: dict[str, Person | None] = {}
        for person in self.persons:
            words = [word for word in person.words if word[:1].isupper() and len(word) > 2]
            for word in {words[-1], words[0]} if words else ():
                low = word.casefold().replace("'", "’")
                short[low] = None if low in short and short[low] is not person else person
        return {low: person for low, person in short.items() if person is not None}

    def proposed(self) -> list[ProposedPerson]:
        people = [self._proposed(person) for person in self.persons]
        return sorted(people, key=lambda one: one.span)

    def _proposed(self, person: Person) -> ProposedPerson:
        spans = distinct(person.spans)
        title, title_span, affiliation = self._capacity(person)
        evidence = max(one.evidence for one in person.candidates)
        name = self._written(person)
        return ProposedPerson(
            name=name,
            span=spans[0],
            surface=self.document.words_of(spans[0]),
            role="mentioned",
            title=title,
            affiliation=affiliation,
            title_span=title_span,
            confidence=round(min(0.95, 0.5 + evidence / 12), 2),
            spans=spans,
        )

    def _written(self, person: Person) -> str:
        for one in person.candidates:
            if tuple(one.words) == person.words:
                return self.document.words_of(one.line.span(one.first, one.last))
        return " ".join(person.words)

    def _capacity(self, person: Person) -> tuple[str, Span | None, str]:
        """The fullest capacity stated with the name, and the organization in it."""
        stated: list[tuple[str, Span]] = []
        affiliation = ""
        for one in person.candidates:
            parts = (one.before, one.after)
            spans = [
                self._span(one, part) for part in parts if part and not self._is_kin(one, part)
            ]
            texts = [self.document.words_of(span) for span in spans]
            if spans:
                stated.append((", ".join(texts), Span(spans[0].start, spans[-1].end)))
            affiliation = affiliation or self._body_in(one, spans)
        if not stated:
            return "", None, affiliation
        title, span = max(stated, key=lambda one: len(one[0]))
        affiliation = affiliation or self._house_of(title)
        return title, span, affiliation

    def _house_of(self, title: str) -> str:
        """The body in the report that somebody of such a capacity belongs to."""
        bodies, language = self.organizations, self.document.language
        return mission_of(title, bodies, language) or ministry_of(title, bodies, language)

    def _is_kin(self, one: Candidate, part: Capacity) -> bool:
        """Whether it only tells whose relative somebody is: "her brother"."""
        tokens = one.line.tokens[part.first : part.last]
        kin = [token for token in tokens if token.text in self.words.kin]
        return bool(kin) and not any(
            token.low in self.words.last_of_roles for token in tokens if token not in kin
        )

    @staticmethod
    def _span(one: Candidate, part: Capacity) -> Span:
        return one.line.span(part.first, part.last)

    def _body_in(self, one: Candidate, spans: list[Span]) -> str:
        if one.body is not None:
            spans = [*spans, one.line.span(one.body, one.body + 2)]  # past a quotation mark
        if one.before:  # "the Foundation’s Vice-President": the body stands before the title
            at = max(0, one.before.first - 2)
            spans = [*spans, one.line.span(at, one.before.first + 1)]
        return next((name for span in spans if (name := self._body_at(span))), "")

    def _body_at(self, span: Span) -> str:
        """The first organization that is named within a place."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        for named, name in self._bodies[first:]:
            if named.start >= span.end:
                break
            if named.meets(span):
                return name
        return ""


def _is_shorter(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """As in "Ek" or "A. Ek" of "Anna Ek"; "Inês Pacheco" of "Inês Pacheco da Silva"."""
    if len(one) >= len(other) or not one:
        return False
    if len(one) == 1:
        return one[0] in (other[-1], other[0]) and len(one[0]) > 2
    if one[-1] != other[-1] and one[0] != other[0]:
        return False
    return all(
        word in other or any(o.startswith(word) and len(word) == 1 for o in other) for word in one
    )
