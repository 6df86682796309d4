"""What part each person and organization took, decided from the sentences they are named in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.organizations.vocabulary import Phrase, phrase_of
from reports.intake.mentions.tokens import Line, in_small, lines_of
from reports.intake.proposal import (
    ProposedOrganization,
    ProposedPart,
    ProposedPerson,
    ProposedStatement,
)

_PEOPLE = ("host", "performer", "speaker", "attendee", "mentioned")  # the strongest first
_ORGANIZATIONS = ("organizer", "host", "supporter", "participant", "mentioned")
_NEXT_VERB = 45  # tokens from a name to its verb
_NO_SUBJECT = frozenset(
    "of to for from with by in on about after at between than like under into over".split()
)


@dataclass(frozen=True)
class _Cues:
    """Phrases that tell a role, by their first word."""

    after: dict[str, list[tuple[Phrase, str]]]
    before: dict[str, list[tuple[Phrase, str]]]


@dataclass(frozen=True)
class _Cue:
    first: int
    last: int
    role: str


@cache
def _cues(language: str, noun: str) -> _Cues:
    said = lexicon("roles", language).get(noun, {})
    return _Cues(_by_first(said.get("after", {})), _by_first(said.get("before", {})))


def _by_first(listed: dict[str, list[str]]) -> dict[str, list[tuple[Phrase, str]]]:
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for role, phrases in listed.items():
        for written in phrases:
            phrase = phrase_of(written)
            found.setdefault(phrase[0], []).append((phrase, role))
    for phrases in found.values():
        phrases.sort(key=lambda one: -len(one[0]))
    return found


@cache
def _capacities(language: str) -> dict[str, frozenset[str]]:
    said = lexicon("roles", language).get("capacities", {})
    return {role: frozenset(map(in_small, words)) for role, words in said.items()}


def with_roles(
    document: Document,
    organizations: Sequence[ProposedOrganization],
    people: Sequence[ProposedPerson],
    programme: Sequence[ProposedPart],
    statements: Sequence[ProposedStatement],
) -> tuple[list[ProposedOrganization], list[ProposedPerson]]:
    """The same organizations and people with the part they took."""
    lines = lines_of(document)
    speakers = {one.person for one in statements if one.person}
    cues = _Reading(lines, _cues(document.language, "people"))
    performing = _capacities(document.language).get("performers", frozenset())
    people = [
        replace(one, role=_person_role(one, cues, one.name in speakers, performing))
        for one in people
    ]
    bodies = _Reading(lines, _cues(document.language, "organizations"))
    present = {one.affiliation for one in people if one.affiliation and one.role != "mentioned"}
    organizations = [
        replace(one, role=_organization_role(one, bodies, one.name in present))
        for one in organizations
    ]
    return organizations, people


class _Reading:
    """The cues in each sentence, and what they tell of a name there."""

    def __init__(self, lines: Iterable[Line], cues: _Cues) -> None:
        self.lines = [line for line in lines]
        self.starts = [line.sentence.span for line in self.lines]
        self.cues = cues
        self._after: dict[int, list[_Cue]] = {}
        self._before: dict[int, list[_Cue]] = {}

    def line_of(self, span: Span) -> int | None:
        for number, whole in enumerate(self.starts):
            if whole.holds(span):
                return number
        return None

    def after(self, number: int) -> list[_Cue]:
        if number not in self._after:
            self._after[number] = list(_found(self.lines[number], self.cues.after))
        return self._after[number]

    def before(self, number: int) -> list[_Cue]:
        if number not in self._before:
            self._before[number] = list(_found(self.lines[number], self.cues.before))
        return self._before[number]


def _found(line: Line, cues: dict[str, list[tuple[Phrase, str]]]) -> Iterator[_Cue]:
    low = tuple(token.low for token in line.tokens)
    for at, word in enumerate(low):
        for phrase, role in cues.get(word, ()):
            if low[at : at + len(phrase)] == phrase:
                yield _Cue(at, at + len(phrase), role)
                break


def _person_role(
    person: ProposedPerson, reading: _Reading, speaks: bool, performing: frozenset[str]
) -> str:
    roles = {"speaker"} if speaks else set()
    for span in person.spans:
        number = reading.line_of(span)
        if number is None or reading.lines[number].sentence.paragraph < 0:
            continue
        role = _told_of(reading, number, span, person.title_span)
        if role:
            roles.add(role)
    performs = any(word in performing for word in in_small(person.title).replace(",", " ").split())
    if performs and not roles & {"speaker", "host"}:
        return "performer"
    return next((role for role in _PEOPLE if role in roles), "mentioned")


def _told_of(reading: _Reading, number: int, span: Span, title: Span | None) -> str:
    """What one sentence tells of a name in it."""
    line = reading.lines[number]
    first, last = line.first_from(span.start), line.first_from(span.end)
    begin = first
    if title and title.start < span.start and line.sentence.span.holds(title):
        begin = line.first_from(title.start)
    left = [cue for cue in reading.before(number) if cue.last <= first]
    right = [cue for cue in reading.after(number) if last <= cue.first <= last + _NEXT_VERB]
    near = left[-1] if left else None
    if near and _is_list(line, near.last, begin):
        return near.role
    if right and _is_subject(line, begin):
        return right[0].role
    return near.role if near and not right else ""


def _is_list(line: Line, first: int, name: int) -> bool:
    """Whether nothing but names and their capacities stands between a cue and the name."""
    return name - first <= 60


def _is_subject(line: Line, begin: int) -> bool:
    before = line.low(begin - 1)
    if before in ("the", "a", "an", "his", "her", "its", "their"):
        before = line.low(begin - 2)
    return before not in _NO_SUBJECT


def _organization_role(
    organization: ProposedOrganization, reading: _Reading, is_present: bool
) -> str:
    roles = {"participant"} if is_present else set()
    for span in organization.spans:
        number = reading.line_of(span)
        if number is None or reading.lines[number].sentence.paragraph < 0:
            continue
        role = _told_of(reading, number, span, None)
        if role:
            roles.add(role)
    return next((role for role in _ORGANIZATIONS if role in roles), "mentioned")
