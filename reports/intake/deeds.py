"""What the sentences of a report tell that somebody did, by the cues around a name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reports.intake.agents import agent_of
from reports.intake.cues import LABEL, VERB, Cue, Cues
from reports.intake.deed_words import deed_words
from reports.intake.document import Span
from reports.intake.mentions.clauses import Clause
from reports.intake.mentions.elsewhere import Elsewhere
from reports.intake.mentions.statements import Quoted

_TO_VERB = 45  # tokens from a name, or the list it stands in, to its verb
_TO_SUBJECT = 2  # words between a verb and the subject behind it: "nahmen unter anderem"
_TO_OTHER_BODY = 20  # tokens from "organized" to its "with the Fund"
_TO_MEMBERS = 2  # tokens from "organized by" to "members of"
_TO_OTHERS = 7  # tokens from "and several others" to their verb
_TO_OWNED = 3  # tokens from "Anna Ek" to "’s short speech"
_TO_FIRST = 8  # tokens from "In a statement," to who made it

_DONE_TO = ("speaker", "saying", "attendee")  # roles of verbs that have a passive

_HEARD = ("speaker", "saying", "performer")  # roles of what more somebody did
POSSESSIVE = ("’s", "'s", "’")
_BROUGHT = frozenset({"organizer", "host", "hosting"})

AWAY = "away"  # the role of who sent a message or was in another place


class Deeds:
    """What the sentences tell of names, by the cues of one noun: people or organizations."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        elsewhere: Sequence[Elsewhere],
        language: str,
        noun: str,
        names: Sequence[Span],
        quoted: Quoted,
    ) -> None:
        self.clauses = clauses
        self.elsewhere = elsewhere
        self.starts = [clause.line.sentence.span.start for clause in clauses]
        self.names = sorted(names)
        self.quoted = quoted
        self.words = deed_words(language, noun)
        self._found: dict[tuple[int, str], list[Cue]] = {}
        self._named: dict[tuple[Span, ...], list[tuple[int, Span]]] = {}

    def places(self, spans: Sequence[Span]) -> list[tuple[int, Span]]:
        """The sentences that names stand in outside quotations, by number.

        The headline and the standfirst count only for whom the report does not name again.
        """
        told = self._places(spans)
        below = [one for one in told if self.clauses[one[0]].line.sentence.paragraph >= 0]
        return below or told

    def heads(self, spans: Sequence[Span]) -> set[str]:
        """What the headline tells of who brought the gathering about."""
        roles: set[str] = set()
        for number, span in self._places(spans):
            clause = self.clauses[number]
            if clause.line.sentence.paragraph < 0 and clause.begin(clause.place_of(span)[0]) == 0:
                roles |= self.roles_at(number, span) & _BROUGHT
        return roles

    def _places(self, spans: Sequence[Span]) -> list[tuple[int, Span]]:
        """Asked for several times of every name."""
        key = tuple(spans)
        if key not in self._named:
            self._named[key] = list(self._outside_quotations(key))
        return self._named[key]

    def _outside_quotations(self, spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
        for span in spans:
            number = bisect_right(self.starts, span.start) - 1
            if number < 0 or not self.clauses[number].line.sentence.span.holds(span):
                continue
            if not any(one.inner.holds(span) for one in self.quoted.near(span)):
                yield number, span

    def roles_at(self, number: int, span: Span) -> set[str]:
        """What one sentence tells of a name in it."""
        clause = self.clauses[number]
        first, last = clause.place_of(span)
        if first >= self.elsewhere[number].first or self._is_absent(number, first, last):
            return {AWAY}
        if first in self.elsewhere[number].past:
            return set()
        told = self._told_at(number, first, last)
        return told | {self._done(clause, cue) for cue in self._opening(number, clause, first)}

    def roles_in_relative(self, number: int, span: Span) -> set[str]:
        """What "which" tells of a name: "head of the Fund, which organized the day"."""
        clause = self.clauses[number]
        last = clause.place_of(span)[1]
        limit = self._next_name(number, last)
        relative = clause.relative_behind(last, limit)
        done = [c for c in self._cues(number, "after") if last <= c.first < limit]
        return {self._done(clause, done[0])} if relative >= 0 and done else set()

    def _told_at(self, number: int, first: int, last: int) -> set[str]:
        clause = self.clauses[number]
        place, whole = (first, last), clause.list_of(first)
        # What somebody does in the words of another is not done here.
        reported = clause.is_reported(first)
        left = self._leading(number, first)
        if reported and left and left.role in _HEARD:
            left = None
        relative = clause.relative_behind(last, self._next_name(number, last))
        right = None if reported else self._following(number, last, whole, relative)
        if clause.line.low(last) in POSSESSIVE:  # "sang Anna Ek’s Requiem", "Anna Ek’s speech"
            left = left if left and left.role in ("mentioned", AWAY) else None
            right = right if right and right.first <= last + _TO_OWNED else None
        done = self._all_done(number, last, right, relative) if right else set()
        if right and self._is_right_behind(clause, place, whole, right):
            return done
        if right and clause.is_told_of_another(place, right.first):
            done = set()
        if left and left.is_open:
            return {left.role} | done
        if left:
            ends = relative < 0 or left.role == AWAY or self._is_of_old(number, left)
            return {left.role} if ends else {left.role} | done
        who = relative >= 0 and clause.line.low(relative) in clause.words.relative
        if right and done and (who or self._is_subject(clause, first, whole, right)):
            return done
        there = not reported and self._does_something(number, first, whole[1])
        return {"joining"} if there else set()

    def _all_done(self, number: int, last: int, verb: Cue, relative: int) -> set[str]:
        """What one did: "lit a candle and spoke", "who was awarded a medal, spoke"."""
        clause, limit = self.clauses[number], self._next_name(number, last)
        aside = relative >= 0 or clause.line.low(verb.first - 2) == ","  # ", newly arrived, sang"
        ends = clause.words.joining | {","} if aside else clause.words.joining
        more = (
            cue
            for cue in self._cues(number, "after")
            if verb.last < cue.first < limit
            and cue.role in _HEARD
            and clause.line.low(cue.first - 1) in ends
        )
        return {self._done(clause, cue) for cue in (verb, *more)}

    def _is_right_behind(
        self, clause: Clause, place: tuple[int, int], whole: tuple[int, int], cue: Cue
    ) -> bool:
        """As in "…, arranged by Emin Duran, and Anna Ek sang", "with Anna Ek as speaker"."""
        if cue.first == place[1] and clause.is_subject(place[0]):
            return True
        # "…, sung by Emin Duran, Anna Ek, the mayor, said"
        begin = clause.begin(place[0])
        before = clause.line.low(begin - 1)
        if before in clause.words.joining:  # "…, and Anna Ek of the Fund read"
            before = clause.line.low(begin - 2)
        behind = cue.first > place[1] + 1
        if (
            behind
            and before == ","
            and clause.behind_capacity(place[1], cue.first + 1) == cue.first
        ):
            return True
        return cue.first in (place[1], whole[1]) and clause.line.low(cue.first) in self.words.beside

    def _is_of_old(self, number: int, left: Cue) -> bool:
        """As in "The novel is by Anna Ek, who won the prize in 1958"."""
        return left.role == "mentioned" and self.elsewhere[number].names_old_year

    def _does_something(self, number: int, first: int, at: int) -> bool:
        """Whether a name is the subject of any verb of the past: who acts there is present."""
        clause = self.clauses[number]
        low = clause.line.low
        if not clause.is_subject(first) or self.elsewhere[number].names_old_year:
            return False
        at = self._to_verb(clause, clause.behind_capacity(at))
        if low(at) in self.words.copulas:  # "were spotted in the crowd"
            return self.words.is_past(low(at + 1))
        return self.words.is_past(low(at)) and low(at + 1) not in self.words.agents

    def _to_verb(self, clause: Clause, at: int) -> int:
        """The first word behind adverbs, and behind those who are not named: "and others"."""
        low = clause.line.low
        if low(at) in clause.words.joining:
            more = range(at + 1, at + _TO_OTHERS)
            verbs = (m for m in more if low(m) in self.words.copulas or self.words.is_past(low(m)))
            verb = next(verbs, at)
            named = any(map(clause.line.capital, range(at, verb)))  # "and the poet Anna Ek sang"
            at = at if named else verb
        while low(at) in self.words.adverbs:
            at += 1
        return at

    def _following(
        self, number: int, last: int, whole: tuple[int, int], relative: int
    ) -> Cue | None:
        """The verb behind a name, or behind the list it stands in."""
        end = max(last, whole[1])
        low = self.clauses[number].line.low
        near = [c for c in self._cues(number, "after") if last <= c.first <= end + _TO_VERB]
        # "Kolo members": a group is of the name right before it.
        near = [c for c in near if c.first == last or low(c.first) not in self.words.groups]
        if relative >= 0:  # "…, whose cousin was killed, lit a candle"
            near = [c for c in near if c.role != "mentioned"] or near
        else:
            near = [c for c in near if c.first == last or c.first >= end] or near
        return near[0] if near else None

    def _is_subject(self, clause: Clause, first: int, whole: tuple[int, int], cue: Cue) -> bool:
        """The name itself, or a group that is "of" it: "Girls from the Academy danced"."""
        if clause.is_subject(first):
            begin = clause.begin(first)
            # What leads in a list leads in all of it: "a song for Anna Ek and Emin Duran".
            alone = clause.line.low(begin - 1) not in clause.words.joining
            return alone or clause.is_subject(whole[0]) or self._is_added(clause, whole[0])
        if self._is_added(clause, first):
            return True
        if not self.words.groups or cue.role != "participant":
            return False
        at = clause.begin(first) - 1
        return clause.line.low(at) in clause.words.belonging and any(
            low in self.words.groups for low in clause.line.lows[max(0, at - 3) : at]
        )

    def _is_added(self, clause: Clause, first: int) -> bool:
        """Whether a name takes part in what is told of others: "besides Anna Ek"."""
        begin = clause.begin(first)
        return any(low in self.words.adding for low in clause.line.lows[max(0, begin - 2) : begin])

    def _done(self, clause: Clause, cue: Cue) -> str:
        """The role a verb tells; in the passive it is done to the one named."""
        line = clause.line
        if cue.role == "telling":
            return "interviewed" if self._is_outlet(clause, cue.last) else "saying"
        if not self.words.patients or cue.last - cue.first > 1 or cue.role not in _DONE_TO:
            return cue.role
        if not clause.is_passive(cue.first):
            return cue.role
        return "mentioned" if line.low(cue.first) in self.words.patients else "attendee"

    def _is_outlet(self, clause: Clause, at: int) -> bool:
        """Whether what is told something is no person: "told the Evening Post"."""
        while clause.line.low(at) in clause.words.articles:
            at += 1
        if not clause.line.capital(at) or at in clause.in_capacity:
            return False
        position = clause.line.tokens[at].start
        place = bisect_right(self.names, position, key=attrgetter("start")) - 1
        return place < 0 or self.names[place].end <= position

    def _leading(self, number: int, name: int) -> Cue | None:
        """The words in front of a name, or of the list it stands in, that give it a role."""
        clause = self.clauses[number]
        first, begin = clause.list_of(name)[0], clause.begin(name)
        agent = reach = clause.reach(first)
        if clause.line.low(reach - 1) in self.words.copulas:  # "among the guests was …"
            reach -= 1
        left = [
            cue
            for cue in self._cues(number, "before")
            if cue.last <= name and self._leads(clause, cue, first, begin, reach)
        ]
        given = clause.line.low(begin - 1) in self.words.recipients
        given = given and not (left and left[-1].last == begin)
        if given and any(low in self.words.awarding for low in clause.line.lows[:name]):
            return Cue(name, name, "attendee")
        if not left:
            by = agent_of(clause, self.words, self._cues(number, "after"), agent)
            return by or self._beside(number, first)
        if len(left) > 1 and self._is_part(*left[-2:]):
            return left[-2]
        if left[-1].role == "performer" and self._is_of_creator(number, left[-1]):
            return Cue(left[-1].first, left[-1].last, "mentioned")
        if left[-1].role == "with":
            told = [c for c in self._cues(number, "after") if c.last <= left[-1].first]
            role = self._done(clause, told[-1]) if told else "joining"
            return Cue(left[-1].first, left[-1].last, role)
        # "A panel moderated by Emin Duran, with Anna Ek".
        beside = clause.line.low(begin - 2) == "," and clause.line.low(begin - 1)
        if left[-1].role == "host" and beside in self.words.with_others:
            return Cue(left[-1].first, left[-1].last, "speaker")
        return left[-1]

    def _leads(self, clause: Clause, cue: Cue, first: int, begin: int, reach: int) -> bool:
        """Whether a cue leads to a name that begins there, or to the list from `first` on."""
        if cue.manner == LABEL:
            return cue.last >= begin - 1
        if cue.manner != VERB:
            return cue.last >= reach
        # A verb leads to its subject, if it has none in front.
        before = clause.line.low(clause.begin(first) - 1)
        governed = before in clause.words.no_subject or before in clause.words.of
        return (
            not governed
            and cue.last >= clause.reach(first, strange=_TO_SUBJECT)
            and not clause.has_subject(cue.first)
        )

    def _is_part(self, whole: Cue, part: Cue) -> bool:
        """As in "organized by members of Kolo": all that the list goes on with organized it."""
        near = part.first - whole.last <= _TO_MEMBERS
        return near and part.role == "participant" and whole.role != "host"

    def _beside(self, number: int, name: int) -> Cue | None:
        """The role of those whom a name is told to have done it with."""
        clause = self.clauses[number]
        at = clause.begin(name) - 1
        if clause.line.low(at) not in self.words.with_others:
            return None
        told = [cue for side in ("after", "before") for cue in self._cues(number, side)]
        near = [cue for cue in told if at - _TO_OTHER_BODY <= cue.last <= at]
        done = [cue for cue in near if cue.role in self.words.shared]
        return max(done, key=lambda cue: cue.last, default=None)

    def _is_of_creator(self, number: int, by: Cue) -> bool:
        """Whether others are said to have performed before: "she sang songs by Anna Ek"."""
        clause = self.clauses[number]
        if clause.line.low(by.last - 1) not in clause.words.agents:
            return False
        verbs = [cue for cue in self._cues(number, "after") if cue.last <= by.first]
        return any(cue.role == "performer" and clause.has_subject(cue.first) for cue in verbs)

    def _is_absent(self, number: int, first: int, last: int) -> bool:
        """Whether a cue of absence follows before anybody else is named."""
        limit = min(last + _TO_VERB, self._next_name(number, last))
        clause = self.clauses[number]
        if any(
            last <= cue.first <= limit and clause.is_told_of(last, cue.first, limit)
            for cue in self._cues(number, "behind")
        ):
            return True
        leads = self.elsewhere[number].leads
        return bool(leads) and any(
            last <= cue.first <= limit and cue.last in leads for cue in self._cues(number, "after")
        )

    def _opening(self, number: int, clause: Clause, first: int) -> Iterator[Cue]:
        """What the sentence begins with: "In a statement,", "Speaking to reporters,"."""
        side = self.words.sides.get("first")
        if not side or side.starts.isdisjoint(clause.line.lows[:2]):
            return
        start = clause.list_of(first)[0]
        begin = clause.begin(start)
        for cue in self._cues(number, "first"):
            near = cue.first <= 1 and cue.last <= begin <= cue.last + _TO_FIRST
            if near and not any(cue.last <= name < start for name, _ in clause.names):
                yield cue

    def _next_name(self, number: int, last: int) -> int:
        """The token at which the next person of a sentence is named."""
        line = self.clauses[number].line
        if last == len(line.tokens):
            return last
        place = bisect_left(self.names, line.tokens[last].start, key=attrgetter("start"))
        return (
            line.first_from(self.names[place].start)
            if place < len(self.names)
            else len(line.tokens)
        )

    def _cues(self, number: int, side: str) -> list[Cue]:
        """The cues of a sentence that tell of the gathering, in its order."""
        if (number, side) not in self._found:
            cues = self.words.sides.get(side)
            self._found[number, side] = list(self._telling(number, cues)) if cues else []
        return self._found[number, side]

    def _telling(self, number: int, cues: Cues) -> Iterator[Cue]:
        clause = self.clauses[number]
        line, ahead = clause.line, self.elsewhere[number]
        quotations = self.quoted.near(line.sentence.span)
        for cue in cues.found(line, nouns=self.words.capital_nouns):
            start = line.tokens[cue.first].start
            if any(one.inner.start <= start < one.inner.end for one in quotations):
                continue
            stated = cue.role in ("mentioned", AWAY) and clause.is_stated(cue.first, cue.last)
            if not stated and not ahead.is_to_come(line, cue.first):
                yield cue
