"""What part each person and organization took, decided from the sentences they are named in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from reports.intake.cues import Cue, cues_of
from reports.intake.document import Document, Span
from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.clauses import Clause
from reports.intake.mentions.people.vocabulary import people_words
from reports.intake.mentions.quotations import Quotation, find_quotations
from reports.intake.mentions.statements import Quoted
from reports.intake.mentions.tokens import SIGN, Line, in_small, lines_of, shared_out
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
_TO_INSTRUMENT = 5  # tokens from "accompanied on" to its "by"
_TO_AGENT = 8  # tokens from a participle to its "by"
_TO_MEMBER = 3  # tokens from "of" to a body: "of the charity"
_TO_FUTURE = 8  # tokens from "will" to its verb


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
        self.named = {span.end: one for one in people for span in one.spans}
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
        self.beside = frozenset(said.get("beside", ()))
        self.recipients = frozenset(said.get("recipients", ()))
        self.copulas = frozenset(said.get("copulas", ()))
        self.awarding = frozenset(said.get("awarding", ()))
        own = said.get(noun, {})
        self.patients = frozenset(own.get("patients", ()))
        self.groups = frozenset(own.get("groups", ()))
        self.future = frozenset(said.get("future", ()))
        after, before = cues_of(language, noun)
        self.sides = {"after": after, "before": before}
        if noun == "people":
            self.sides["absent"] = cues_of(language, "absent")[1]
        self.capacities = _capacities(language)
        self._found: dict[tuple[int, str], list[Cue]] = {}

    def role_of(self, person: ProposedPerson, speaks: bool) -> str:
        """The role of a person; one whose words are reported spoke, unless from elsewhere."""
        roles: set[str] = set()
        for number, span in self._places(person.spans):
            if self._is_quoted(span):
                continue
            if self._is_absent(number, span):
                return "mentioned"
            roles |= self._roles_at(number, span)
        if "interviewed" in roles:  # said to an outlet, not to those who were there
            roles |= {"attendee"}
        elif speaks and ("speaker" in roles or not self._is_bystander(person)):
            roles |= {"speaker"}
        elif speaks:
            roles |= {"attendee"}
        return self._settled(roles, in_small(person.title).replace(",", " "))

    def _is_bystander(self, person: ProposedPerson) -> bool:
        """Somebody of no capacity whom a reporter asked: outlets tell the age of such people."""
        if person.title:
            return False
        for number, span in self._places(person.spans):
            line = self.clauses[number].line
            at = line.first_from(span.end)
            age = line.low(at + 1)
            if line.low(at) == "," == line.low(at + 2) and age.isdigit() and len(age) < 4:
                return True
        return False

    def part_of(self, body: ProposedOrganization, capacities: "_Capacities") -> str:
        """The role of an organization; one whose people took part did so too."""
        roles = {"participant"} if body.name in capacities.affiliations else set()
        for number, span in self._places(body.spans):
            if self._is_quoted(span):
                continue
            holder = capacities.holder_of(span) or self._member(number, span, capacities)
            if holder:
                roles |= {"participant"} if holder.role != "mentioned" else set()
                continue
            roles |= self._as_house(number, span, body.kind) or self._roles_at(number, span)
        if body.kind == "ensemble" and (not roles or "organizer" in roles):
            return "participant"  # an ensemble that stages or celebrates performs
        if body.kind == "military":  # "supported by a regiment" is told of battles
            roles.discard("supporter")
        return next((role for role in _ORGANIZATIONS if role in roles), "mentioned")

    def _member(self, number: int, body: Span, capacities: "_Capacities") -> ProposedPerson | None:
        """Who is named as "of" an organization: "Anna Ek of the charity Kolo"."""
        clause = self.clauses[number]
        at = first = clause.line.first_from(body.start)
        while at > max(0, first - _TO_MEMBER) and clause.line.low(at - 1) not in (
            clause.words.belonging
        ):
            at -= 1
        if at < 2 or clause.line.low(at - 1) not in clause.words.belonging:
            return None
        return capacities.named.get(clause.line.tokens[at - 2].end)

    def _as_house(self, number: int, span: Span, kind: str) -> set[str]:
        """A house that something is said to be "at"."""
        line = self.clauses[number].line
        at = line.first_from(span.start) - 1
        while line.low(at) in self.clauses[number].words.articles or line.low(at) == "new":
            at -= 1
        if kind not in _HOUSES or line.low(at) not in self.at:
            return set()
        words = self.clauses[number].words
        before = line.low(at - 1)  # "students at the University"
        return set() if before in self.groups or before in words.in_titles else {"host"}

    def _settled(self, roles: set[str], title: str) -> str:
        words = title.split()

        def is_a(kind: str) -> bool:
            known = self.capacities[kind]
            return any(word in known for word in words) or title in known

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
        relative = clause.relative_behind(last, self._next_name(clause.line, span))
        right = [c for c in self._cues(number, "after") if last <= c.first <= last + _TO_VERB]
        beside = clause.line.low(last) in self.beside
        if right and right[0].first == last and (beside or clause.is_subject(first)):
            return {
                self._done(clause.line, right[0])
            }  # "…, arranged by Emin Duran, and Anna Ek sang"
        if left and relative < 0:
            return {left}
        if relative >= 0:
            # "…, whose cousin was killed, lit a candle"
            right = [c for c in right if c.role != "mentioned"] or right
            if right and clause.line.low(relative) in clause.words.relative:
                return {self._done(clause.line, right[0])}
        told = right and (left or self._is_subject(clause, first, right[0]))
        if told and not clause.is_told_of_another(last, right[0].first):
            return {self._done(clause.line, right[0])}
        return {left} if left else set()

    def _is_subject(self, clause: Clause, first: int, cue: Cue) -> bool:
        """The name itself, or a group that is "of" it: "Girls from the Academy danced"."""
        if clause.is_subject(first):
            return True
        if not self.groups or cue.role != "participant":
            return False
        at = clause.begin(first) - 1
        return clause.line.low(at) in clause.words.belonging and any(
            low in self.groups for low in clause.line.lows[max(0, at - 3) : at]
        )

    def _done(self, line: Line, cue: Cue) -> str:
        """The role a verb tells; in the passive it is done to the one named."""
        if not self.patients or cue.last - cue.first > 1:
            return cue.role
        before = line.low(cue.first - 1), line.low(cue.first - 2)
        if not self.copulas.intersection(before) or cue.role not in ("speaker", "attendee"):
            return cue.role
        return "mentioned" if line.low(cue.first) in self.patients else "attendee"

    def _leading(self, number: int, first: int) -> str:
        """The role that words in front of a name, or of the list it stands in, give it."""
        clause = self.clauses[number]
        reach = clause.reach(first)
        if clause.line.low(reach - 1) in self.copulas:  # "among the guests was …"
            reach -= 1
        if clause.line.low(reach - 1) in self.agents:  # "accompanied on the tabla by …"
            reach = max(0, reach - _TO_INSTRUMENT)
        given = clause.line.low(clause.begin(first) - 1) in self.recipients
        if given and self._is_award(clause.line, first):
            return "attendee"
        strict = clause.reach(first, strange=0)
        left = [
            cue
            for cue in self._cues(number, "before")
            if (strict if cue.is_verb else reach) <= cue.last <= first
        ]
        if left and left[-1].role == "with":
            told = [c for c in self._cues(number, "after") if c.last <= left[-1].first]
            return self._done(clause.line, told[-1]) if told else "attendee"
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
        limit = min(last + _TO_VERB, self._next_name(line, span))
        return any(last <= cue.first <= limit for cue in self._cues(number, "absent"))

    def _next_name(self, line: Line, span: Span) -> int:
        """The token at which the next person of a sentence is named."""
        place = bisect_left(self.names, span.end, key=attrgetter("start"))
        if place == len(self.names):
            return len(line.tokens)
        return line.first_from(self.names[place].start)

    def _is_quoted(self, span: Span) -> bool:
        return any(one.inner.holds(span) for one in self.quoted.near(span))

    def _cues(self, number: int, side: str) -> list[Cue]:
        if (number, side) not in self._found:
            cues = self.sides.get(side)
            line = self.clauses[number].line
            self._found[number, side] = (
                [
                    cue
                    for cue in cues.found(line, nouns=self.capital_nouns)
                    if not self._is_to_come(line, cue)
                ]
                if cues
                else []
            )
        return self._found[number, side]

    def _is_to_come(self, line: Line, cue: Cue) -> bool:
        """What is only announced: "next year’s will be hosted by"."""
        for at in range(cue.first - 1, max(-1, cue.first - _TO_FUTURE), -1):
            if line.tokens[at].shape == SIGN:
                return False
            if line.lows[at] in self.future:
                return True
        return False


@cache
def _capacities(language: str) -> dict[str, frozenset[str]]:
    said = {**lexicon("roles", USUAL)["capacities"], **lexicon("roles", language)["capacities"]}
    return {role: frozenset(map(in_small, words)) for role, words in said.items()}
