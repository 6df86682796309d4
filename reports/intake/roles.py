"""What part each person and organization took, decided from the sentences they are named in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from reports.intake.document import Document, Span
from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.clauses import Clause
from reports.intake.mentions.organizations.vocabulary import Phrase, phrase_of
from reports.intake.mentions.people.vocabulary import people_words
from reports.intake.mentions.quotations import Quotation, find_quotations
from reports.intake.mentions.statements import Quoted
from reports.intake.mentions.tokens import Line, in_small, lines_of, shared_out
from reports.intake.proposal import (
    ProposedOrganization,
    ProposedPart,
    ProposedPerson,
    ProposedStatement,
)

_PEOPLE = ("host", "speaker", "performer", "attendee", "mentioned")  # the strongest first
_ORGANIZATIONS = ("organizer", "host", "supporter", "participant", "mentioned")
# Bodies with a house that things take place in.
_HOUSES = frozenset(
    "embassy consulate museum education religious agency parliament association foundation".split()
)
_TO_VERB = 45  # tokens from a name to its verb
_TO_AGENT = 8  # tokens from a participle to its "by"

Cues = dict[str, list[tuple[Phrase, str, bool]]]


@dataclass(frozen=True)
class _Cue:
    """Words in a sentence that tell a role."""

    first: int
    last: int
    role: str
    is_verb: bool = False  # leads only where nothing stands between it and the name


def with_roles(
    document: Document,
    organizations: Sequence[ProposedOrganization],
    people: Sequence[ProposedPerson],
    programme: Sequence[ProposedPart],
    statements: Sequence[ProposedStatement],
) -> tuple[list[ProposedOrganization], list[ProposedPerson]]:
    """The same organizations and people with the part they took."""
    spans = [span for one in (*organizations, *people) for span in one.spans]
    spans += [one.title_span for one in people if one.title_span]
    lines = [line for line in lines_of(document) if line.sentence.paragraph >= 0]
    words = people_words(document.language)
    clauses = [
        Clause(line, words, inside)
        for line, inside in zip(lines, shared_out(lines, spans), strict=True)
    ]
    speakers = {one.person for one in statements}
    quotations = find_quotations(document)
    names = [span for one in people for span in one.spans]
    told = _Told(clauses, document.language, "people", names, quotations)
    people = [replace(one, role=told.role_of(one, one.name in speakers)) for one in people]
    capacities = _Capacities(people)
    told = _Told(clauses, document.language, "organizations", names, quotations)
    organizations = [replace(one, role=told.part_of(one, capacities)) for one in organizations]
    return organizations, people


class _Capacities:
    """The capacities that people are named in, by place."""

    def __init__(self, people: Sequence[ProposedPerson]) -> None:
        self.affiliations = {one.affiliation for one in people if one.role != "mentioned"}
        stated = sorted(
            ((one.title_span, one) for one in people if one.title_span), key=lambda one: one[0]
        )
        self._people = [person for _, person in stated]
        self._spans = [span for span, _ in stated]

    def holder_of(self, body: Span) -> ProposedPerson | None:
        """Whose capacity an organization is named in: "head of the Fund", "the Fund’s head"."""
        place = bisect_right(self._spans, body.end + len("’s "), key=attrgetter("start")) - 1
        if place < 0:
            return None
        span = self._spans[place]
        inside = span.meets(body) or 0 <= span.start - body.end <= len("’s ")
        return self._people[place] if inside else None


class _Told:
    """What the sentences of a report tell of names, by the cues of one noun."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        language: str,
        noun: str,
        names: Sequence[Span],
        quotations: Sequence[Quotation],
    ) -> None:
        self.clauses = clauses
        self.starts = [clause.line.sentence.span.start for clause in clauses]
        self.names = sorted(names)
        self.quoted = Quoted(quotations)
        said = lexicon("roles", language)
        self.capital_nouns = bool(said.get("capital_nouns"))
        self.at = frozenset(said.get("at", ()))
        self.agents = frozenset(said.get("agents", ()))
        self.recipients = frozenset(said.get("recipients", ()))
        self.copulas = frozenset(said.get("copulas", ()))
        self.awarding = frozenset(said.get("awarding", ()))
        self.after, self.before = _cues(language, noun)
        self.absent = _cues(language, "absent")[1] if noun == "people" else {}
        self.capacities = _capacities(language)
        self._found: dict[tuple[int, str], list[_Cue]] = {}

    def role_of(self, person: ProposedPerson, speaks: bool) -> str:
        """The role of a person; one whose words are reported spoke, unless from elsewhere."""
        roles = {"speaker"} if speaks else set()
        for number, span in self._places(person.spans):
            if self._is_quoted(span):
                continue
            if self._is_absent(number, span):
                return "mentioned"
            roles |= self._roles_at(number, span)
        return self._settled(roles, in_small(person.title).replace(",", " ").split())

    def part_of(self, body: ProposedOrganization, capacities: "_Capacities") -> str:
        """The role of an organization; one whose people took part did so too."""
        roles = {"participant"} if body.name in capacities.affiliations else set()
        for number, span in self._places(body.spans):
            if self._is_quoted(span):
                continue
            holder = capacities.holder_of(span)
            if holder:
                roles |= {"participant"} if holder.role != "mentioned" else set()
                continue
            told = self._roles_at(number, span)
            roles |= told or self._as_house(number, span, body.kind)
        if not roles and body.kind == "ensemble":
            return "participant"
        if body.kind == "military":  # "supported by a regiment" is told of battles
            roles.discard("supporter")
        return next((role for role in _ORGANIZATIONS if role in roles), "mentioned")

    def _as_house(self, number: int, span: Span, kind: str) -> set[str]:
        """A house that something is said to be "at"."""
        line = self.clauses[number].line
        at = line.first_from(span.start) - 1
        while line.low(at) in self.clauses[number].words.articles or line.low(at) == "new":
            at -= 1
        return {"host"} if kind in _HOUSES and line.low(at) in self.at else set()

    def _settled(self, roles: set[str], title: list[str]) -> str:
        def is_a(kind: str) -> bool:
            return any(word in self.capacities[kind] for word in title)

        performs = is_a("performers")
        if "reading" in roles:  # an actor who reads performs, an official who reads speaks
            roles |= {"performer" if performs or is_a("readers") else "speaker"}
        if "joining" in roles:
            roles |= {"performer" if performs else "attendee"}
        if "reciting" in roles:  # a rabbi who recites prays
            roles |= {"speaker" if is_a("clergy") else "performer"}
        if "performer" in roles and performs:
            return "performer"
        if is_a("hosts") and roles - {"mentioned"}:
            return "host"
        if performs and not roles:
            return "performer"
        return next((role for role in _PEOPLE if role in roles), "mentioned")

    def _places(self, spans: Iterable[Span]) -> Iterator[tuple[int, Span]]:
        for span in spans:
            number = bisect_right(self.starts, span.start) - 1
            if number >= 0 and self.clauses[number].line.sentence.span.holds(span):
                yield number, span

    def _roles_at(self, number: int, span: Span) -> set[str]:
        """What one sentence tells of a name in it."""
        clause = self.clauses[number]
        first, last = clause.line.first_from(span.start), clause.line.first_from(span.end)
        left = self._leading(number, first)
        relative = clause.is_followed_by_relative(last)
        right = [c for c in self._cues(number, "after") if last <= c.first <= last + _TO_VERB]
        if right and right[0].first == last and clause.is_subject(first):
            return {right[0].role}  # "…, arranged by Emin Duran, and Anna Ek sang"
        if left and not relative:
            return {left}
        if relative:  # "…, whose cousin was killed, lit a candle"
            right = [c for c in right if c.role != "mentioned"] or right
        told = right and (left or clause.is_subject(first))
        if told and not clause.is_told_of_another(last, right[0].first):
            return {right[0].role}
        return {left} if left else set()

    def _leading(self, number: int, first: int) -> str:
        """The role that words in front of a name, or of the list it stands in, give it."""
        clause = self.clauses[number]
        reach = clause.reach(first)
        if clause.line.low(reach - 1) in self.copulas:  # "among the guests was …"
            reach -= 1
        if clause.line.low(reach - 1) in self.agents:  # "accompanied on the tabla by …"
            reach = max(0, reach - _TO_AGENT)
        given = clause.line.low(clause.begin(first) - 1) in self.recipients
        if given and self._is_award(clause.line, first):
            return "attendee"
        strict = clause.reach(first, strange=0)
        left = [
            cue
            for cue in self._cues(number, "before")
            if (strict if cue.is_verb else reach) <= cue.last <= first
        ]
        if left:
            return left[-1].role
        return self._of_agent(number, clause.reach(first))

    def _of_agent(self, number: int, reach: int) -> str:
        """The role of who did it: "was delivered at the gate by Anna Ek"."""
        if self.clauses[number].line.low(reach - 1) not in self.agents:
            return ""
        near = range(reach - _TO_AGENT, reach)
        done = [
            cue
            for cue in self._cues(number, "after")
            if cue.first in near and self.clauses[number].line.low(cue.first - 1) in self.copulas
        ]
        return done[-1].role if done else ""

    def _is_award(self, line: Line, name: int) -> bool:
        return any(token.low in self.awarding for token in line.tokens[:name])

    def _is_absent(self, number: int, span: Span) -> bool:
        """Whether a cue of absence follows before anybody else is named."""
        line = self.clauses[number].line
        last = line.first_from(span.end)
        following = bisect_left(self.names, span.end, key=attrgetter("start"))
        limit = last + _TO_VERB
        if following < len(self.names):
            limit = min(limit, line.first_from(self.names[following].start))
        return any(last <= cue.first <= limit for cue in self._cues(number, "absent"))

    def _is_quoted(self, span: Span) -> bool:
        return any(one.inner.holds(span) for one in self.quoted.near(span))

    def _cues(self, number: int, side: str) -> list[_Cue]:
        if (number, side) not in self._found:
            cues = {"before": self.before, "after": self.after, "absent": self.absent}[side]
            self._found[number, side] = list(
                _found(self.clauses[number].line, cues, nouns=self.capital_nouns)
            )
        return self._found[number, side]


def _found(line: Line, cues: Cues, *, nouns: bool) -> Iterator[_Cue]:
    """The cues of a sentence; words with a capital are names, unless all nouns have one."""
    low = line.lows
    for at, word in enumerate(low):
        if word not in cues or (at > 0 and not nouns and line.capital(at)):
            continue
        for phrase, role, is_verb in cues[word]:
            if low[at : at + len(phrase)] == phrase:
                yield _Cue(at, at + len(phrase), role, is_verb)
                break


@cache
def _cues(language: str, noun: str) -> tuple[Cues, Cues]:
    """The cues behind and in front of a name. Where verbs may come first, they count on both."""
    said = lexicon("roles", language).get(noun, {})
    after = _by_first(said.get("after", {}))
    before = _by_first(said.get("before", {}))
    if said.get("verbs_may_lead"):
        for word, phrases in after.items():
            before.setdefault(word, []).extend((phrase, role, True) for phrase, role, _ in phrases)
    return after, before


def _by_first(listed: dict[str, list[str]]) -> Cues:
    found: Cues = {}
    for role, phrases in listed.items():
        for written in phrases:
            phrase = phrase_of(written)
            found.setdefault(phrase[0], []).append((phrase, role, False))
    for phrases in found.values():
        phrases.sort(key=lambda one: -len(one[0]))
    return found


@cache
def _capacities(language: str) -> dict[str, frozenset[str]]:
    said = {**lexicon("roles", USUAL)["capacities"], **lexicon("roles", language)["capacities"]}
    return {role: frozenset(map(in_small, words)) for role, words in said.items()}
