"""What part each person and organization took, decided from the sentences they are named in."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from reports.intake.deeds import AWAY, POSSESSIVE, Deeds
from reports.intake.document import Document, Span
from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.clauses import Clause
from reports.intake.mentions.elsewhere import elsewhere_in
from reports.intake.mentions.people.vocabulary import people_words
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.quotations import find_quotations
from reports.intake.mentions.statements import Quoted
from reports.intake.mentions.tokens import SIGN, in_small, lines_of, shared_out
from reports.intake.proposal import (
    ProposedOccasion,
    ProposedOrganization,
    ProposedPerson,
    ProposedStatement,
)

_PEOPLE = ("host", "speaker", "performer", "attendee", "mentioned")  # the strongest first
_ORGANIZATIONS = ("organizer", "host", "supporter", "participant", "mentioned")
# Bodies with a house that things take place in.
_HOUSES = frozenset(
    "embassy consulate museum education religious agency parliament association foundation".split()
)
_OPEN_HOUSES = frozenset(
    {"museum", "education", "religious", "parliament"}
)  # they host what others hold
_OF_BYSTANDERS = frozenset({"vigil", "concert"})  # where reporters ask who is there
_IN_BRACKETS = 3  # tokens in "(Armenian duduk)"
_TO_APPOSED = 12  # tokens from a name to "Vega Institute" behind other capacities
_TO_ROOM = 4  # tokens from "Museum’s" to "Blue Hall"
_TO_WHO = 20  # tokens from "professor of old languages" to "at"
_TO_MEMBER = 3  # tokens from "of" to a body: "of the charity"


def with_roles(
    document: Document,
    organizations: Sequence[ProposedOrganization],
    people: Sequence[ProposedPerson],
    statements: Sequence[ProposedStatement],
    places: Sequence[PlaceMention] = (),
    kind: str = "",
    occasion: ProposedOccasion | None = None,
) -> tuple[list[ProposedOrganization], list[ProposedPerson]]:
    """The same organizations and people with the part they took in an event of some `kind`."""
    named = [span for one in (*organizations, *people) for span in one.spans]
    stated = [one.title_span for one in people if one.title_span]
    lines = sorted(lines_of(document), key=lambda line: line.sentence.span)
    words = people_words(document.language)
    shared = zip(lines, shared_out(lines, named), shared_out(lines, stated), strict=True)
    clauses = [Clause(line, words, names, held) for line, names, held in shared if names]
    elsewhere = elsewhere_in(document, [clause.line for clause in clauses], places)
    quoted = Quoted(find_quotations(document))
    names = [span for one in people for span in one.spans]

    def deeds(noun: str) -> Deeds:
        return Deeds(clauses, elsewhere, document.language, noun, names, quoted)

    speakers = {one.person for one in statements}
    parts = _Parts(deeds("people"), document.language, kind, occasion)
    people = [replace(one, role=parts.of(one, one.name in speakers)) for one in people]
    bodies = _BodyParts(deeds("organizations"), document.language, people)
    organizations = [replace(one, role=bodies.of(one)) for one in organizations]
    return organizations, people


class _Parts:
    """The part that each person took."""

    def __init__(
        self, deeds: Deeds, language: str, kind: str, occasion: ProposedOccasion | None
    ) -> None:
        self.deeds = deeds
        self.occasion = occasion
        self.capacities = _capacities(language)
        self.played = self.capacities["instruments"] | self.capacities["performers"]
        self.kind = kind
        self.asked = kind in _OF_BYSTANDERS and "officials" in self.capacities

    def of(self, person: ProposedPerson, speaks: bool) -> str:
        """The role of a person; one whose words are reported spoke, unless from elsewhere."""
        roles: set[str] = set()
        away = False
        for number, span in self.deeds.places(person.spans):
            told = self.deeds.roles_at(number, span)
            if away:  # what they are said to have said is their message
                told -= {"speaker", "saying", "joining"}
            away = away or AWAY in told
            roles |= told if AWAY not in told else set()
        if speaks and not away:
            roles.add("saying")
        if self.occasion and any(self.occasion.span.holds(span) for span in person.spans):
            roles -= {"joining", "attendee", "saying"}  # who is commemorated "left a mark"
        roles |= self.deeds.heads(person.spans)
        title = in_small(person.title).replace(",", " ")
        plays = any(self._plays(*place) for place in self.deeds.places(person.spans))
        if plays:
            roles.add("performer")
        performs = (plays or self._performs(title)) and not (away and not roles)
        return self._settled(self._said(roles, person, title), title, performs=performs)

    def _performs(self, title: str) -> bool:
        """A musician by capacity."""
        words = title.split() or [""]
        player = words[-1] in self.capacities["players"] and len(words) > 1
        played = words[-2] if player else words[-1]
        return played in self.capacities["instruments"] or self._is_a("performers", title)

    def _plays(self, number: int, name: Span) -> bool:
        """Whether an instrument is named behind: "Anna Ek (oud)"."""
        line = self.deeds.clauses[number].line
        at = line.first_from(name.end)
        if line.low(at) not in ("(", ","):
            return False
        ends = (")", ",") if line.low(at) == "(" else (",", ".", "")
        behind = at + 1
        while (
            line.low(at) == "(" and line.low(behind + 1) not in ends and behind < at + _IN_BRACKETS
        ):
            behind += 1  # "(Armenian duduk)"
        joined = line.low(behind + 1) in self.deeds.clauses[number].words.joining
        return line.low(behind) in self.played and (line.low(behind + 1) in ends or joined)

    def _said(self, roles: set[str], person: ProposedPerson, title: str) -> set[str]:
        """What plain saying was: a speech, or words to an outlet or a reporter."""
        if "interviewed" in roles:
            return roles - {"saying"} | {"attendee"}
        if "saying" not in roles:
            return roles
        return roles | {"attendee" if self._is_bystander(person, title) else "speaker"}

    def _is_bystander(self, person: ProposedPerson, title: str) -> bool:
        """Somebody of no office whom a reporter asked: outlets tell the age of such people."""
        if self.asked:
            return not self._is_a("officials", title) and not self._is_a("clergy", title)
        if person.title:
            return self._is_a("bystanders", title) and not self._is_a("officials", title)
        for number, span in self.deeds.places(person.spans):
            line = self.deeds.clauses[number].line
            at = line.first_from(span.end)
            age = line.low(at + 1)
            ends = line.low(at + 2) in (",", ".", "")
            if line.low(at) == "," and ends and age.isdigit() and len(age) < 4:
                return True
        return False

    def _is_a(self, kind: str, title: str) -> bool:
        known = self.capacities.get(kind, frozenset())
        return title in known or any(
            word in known or word.removesuffix("s") in known for word in title.split()
        )

    def _settled(self, roles: set[str], title: str, *, performs: bool) -> str:
        if "featured" in roles:
            roles |= {"performer" if performs or self.kind == "concert" else "speaker"}
        if "gathered" in roles:
            roles |= {"speaker" if self.kind == "conference" else "attendee"}
        if "reading" in roles:  # an actor who reads performs, an official who reads speaks
            roles |= {"performer" if performs or self._is_a("readers", title) else "speaker"}
        if "joining" in roles:
            roles |= {"performer" if performs else "attendee"}
        if "reciting" in roles:  # a rabbi who recites prays
            roles |= {"speaker" if self._is_a("clergy", title) else "performer"}
        if "performer" in roles and performs:
            return "performer"
        if self._is_a("hosts", title) and roles - {"mentioned"}:
            return "host"
        if performs and not roles:
            return "performer"
        return next((role for role in _PEOPLE if role in roles), "mentioned")


class _BodyParts:
    """The part that each organization took."""

    def __init__(self, deeds: Deeds, language: str, people: Sequence[ProposedPerson]) -> None:
        self.deeds = deeds
        said = lexicon("roles", language)
        self.at = frozenset(said.get("at", ()))
        self.rooms = frozenset(said.get("rooms", ()))
        self.capacities = _Capacities(people, frozenset(said.get("formerly", ())))

    def of(self, body: ProposedOrganization) -> str:
        """The role of an organization; one whose people took part did so too."""
        places = self.deeds.places(body.spans)
        if places and body.kind == "international":  # "Ambassador to the United Nations"
            places = [place for place in places if not self._is_sent_to(*place)]
            if not places:
                return "mentioned"
        roles = {"participant"} if body.name in self.capacities.affiliations else set()
        for number, span in places:
            holder = self._holder(number, span) or self._member(number, span)
            if holder:
                roles |= {"participant"} if self.capacities.stands_for(holder) else set()
                roles |= self.deeds.roles_in_relative(number, span)
                continue
            told = self._as_house(number, span, body.kind) or self.deeds.roles_at(number, span)
            if not told - {"mentioned"} and self._is_apposed(number, span):
                told = {"participant"}
            roles |= told
        roles |= self.deeds.heads(body.spans)
        if "hosting" in roles:  # a museum hosts what others hold, a ministry invites
            roles.add("host" if body.kind in _OPEN_HOUSES else "organizer")
        if body.kind == "ensemble" and (not roles or "organizer" in roles):
            return "participant"  # an ensemble that stages or celebrates performs
        if body.kind == "military":  # "supported by a regiment" is told of battles
            roles.discard("supporter")
        return next((role for role in _ORGANIZATIONS if role in roles), "mentioned")

    def _holder(self, number: int, body: Span) -> ProposedPerson | None:
        """Whose capacity it is named in: "head of the Fund", "the Fund’s head"."""
        line = self.deeds.clauses[number].line
        owns = line.low(line.first_from(body.end)) in POSSESSIVE
        return self.capacities.holder_of(body, len("’s ") if owns else 1)

    def _member(self, number: int, body: Span) -> ProposedPerson | None:
        """Who is named as "of" an organization: "Anna Ek of the charity Kolo"."""
        clause = self.deeds.clauses[number]
        at = first = clause.line.first_from(body.start)
        while at > max(0, first - _TO_MEMBER) and clause.line.low(at - 1) not in (
            clause.words.belonging
        ):
            at -= 1
        if at < 2 or clause.line.low(at - 1) not in clause.words.belonging:
            return None
        return self.capacities.named.get(clause.line.tokens[at - 2].end)

    def _is_sent_to(self, number: int, body: Span) -> bool:
        clause = self.deeds.clauses[number]
        at = clause.line.first_from(body.start) - 1
        while clause.line.low(at) in clause.words.articles:
            at -= 1
        return clause.line.low(at) in self.deeds.words.recipients

    def _is_apposed(self, number: int, body: Span) -> bool:
        """Whether it stands behind who takes part for it: "Anna Ek, adviser, Vega Institute"."""
        clause = self.deeds.clauses[number]
        first = clause.line.first_from(body.start)
        before = bisect_right(self.capacities.spans, body.start, key=attrgetter("end")) - 1
        if before < 0 or clause.line.low(first - 1) in clause.words.joining:
            return False
        name = self.capacities.spans[before]
        if not clause.line.sentence.span.holds(name):
            return False
        place, person = clause.place_of(name), self.capacities.named[name.end]
        return (
            first - place[1] <= _TO_APPOSED
            and clause.line.low(place[1]) == ","
            and self.capacities.stands_for(person)
            and clause.behind_capacity(place[1], first) == first
        )

    def _as_house(self, number: int, span: Span, kind: str) -> set[str]:
        """A house that something is said to be "at"."""
        clause = self.deeds.clauses[number]
        line, words = clause.line, clause.words
        if self.deeds.elsewhere[number].is_to_come(line, line.first_from(span.start)):
            return {"mentioned"}
        at = line.first_from(span.start) - 1
        while line.low(at) in words.articles or line.low(at) == "new":
            at -= 1
        if line.low(at) in words.belonging and line.low(at - 1) in self.rooms:
            return {"host"}  # "in the White Hall of the Museum"
        if self._has_room(clause, line.first_from(span.end)):
            return {"host"}
        if kind not in _HOUSES or line.low(at) not in self.at:
            return set()
        return set() if self._is_of_people(clause, at) else {"host"}

    def _has_room(self, clause: Clause, at: int) -> bool:
        """As in "in the Museum’s Blue Hall"."""
        line = clause.line
        if line.low(at) not in POSSESSIVE:
            return False
        return any(line.low(room) in self.rooms for room in range(at + 1, at + _TO_ROOM))

    def _is_of_people(self, clause: Clause, at: int) -> bool:
        """Whether who is "at" a house is told: "students at", "a professor of law at"."""
        line, words = clause.line, clause.words
        for before in range(at - 1, max(-1, at - _TO_WHO), -1):
            low = line.low(before)
            office = low.rpartition("-")[2]  # "co-coordinator"
            if office in words.in_titles or (before == at - 1 and low in self.deeds.words.groups):
                return True
            token = line.tokens[before]
            verb = clause.is_verb(before) and low not in words.no_subject
            if verb or token.shape == SIGN or low in words.copulas:
                return False
            if self.capacities.is_name(token.start):
                return False
        return False


class _Capacities:
    """The capacities that people are named in, by place."""

    def __init__(self, people: Sequence[ProposedPerson], formerly: frozenset[str]) -> None:
        self.formerly = formerly
        self.affiliations = {one.affiliation for one in people if self.stands_for(one)}
        self.named = {span.end: one for one in people for span in one.spans}
        self.spans = sorted(span for one in people for span in one.spans)
        stated = sorted(
            ((one.title_span, one) for one in people if one.title_span), key=lambda one: one[0]
        )
        self._people = [person for _, person in stated]
        self._spans = [span for span, _ in stated]

    def is_name(self, position: int) -> bool:
        """Whether somebody’s name stands there."""
        before = bisect_right(self.spans, position, key=attrgetter("start")) - 1
        return before >= 0 and position < self.spans[before].end

    def stands_for(self, person: ProposedPerson) -> bool:
        """Whether a person takes part for a body: not of one they have left."""
        words = in_small(person.title).split()
        return person.role != "mentioned" and not self.formerly.intersection(words[:2])

    def holder_of(self, body: Span, reach: int) -> ProposedPerson | None:
        """Whose capacity an organization is named in, or right in front of."""
        place = bisect_right(self._spans, body.end + reach, key=attrgetter("start")) - 1
        if place < 0:
            return None
        span = self._spans[place]
        inside = span.meets(body) or span.start >= body.end
        return self._people[place] if inside else None


@cache
def _capacities(language: str) -> dict[str, frozenset[str]]:
    usual = lexicon("roles", USUAL)["capacities"]
    said = {**usual, **lexicon("roles", language)["capacities"]}
    said["instruments"] = [*usual["instruments"], *said["instruments"]]
    return {role: frozenset(map(in_small, words)) for role, words in said.items()}
