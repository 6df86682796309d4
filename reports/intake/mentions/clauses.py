"""A sentence with the names in it marked: how they are joined, and what they are subject of."""

from collections.abc import Iterable
from functools import cached_property

from reports.intake.document import Span
from reports.intake.mentions.people.vocabulary import PeopleWords
from reports.intake.mentions.tokens import NUMBER, SIGN, Line

_STRANGE_AT_MOST = 3  # words between a cue and a name that are neither names nor capacities
_STRANGE_IN_LIST = 2  # the same between two names of a list
_TAG_AT_MOST = 6  # tokens from "said" to the end, both counted: "authorities said here on Monday."
_TO_SERVED = 3  # tokens from "aide to" to the name of who is served
_TO_THAT = 6  # tokens from "emphasized" to its "that"


class Clause:
    """One sentence, with every token that belongs to a name or a capacity marked."""

    def __init__(
        self, line: Line, words: PeopleWords, names: Iterable[Span], capacities: Iterable[Span]
    ) -> None:
        self.line = line
        self.words = words
        self.names = sorted(map(self.place_of, names))
        self.in_capacity = {at for span in capacities for at in range(*self.place_of(span))}
        self._with_subject: dict[int, bool] = {}
        self.marked = self.in_capacity.union(*(range(*place) for place in self.names))

    def place_of(self, span: Span) -> tuple[int, int]:
        """From the first token of a name up to, not including, the last."""
        return self.line.first_from(span.start), self.line.first_from(span.end)

    @cached_property
    def lists(self) -> list[tuple[int, int]]:
        """The names that are joined to each other: from the first up to the last of them."""
        found: list[tuple[int, int]] = []
        for first, last in self.names:
            end = found[-1][1] if found else -1
            if found and self.reach(first, _STRANGE_IN_LIST, until=end) <= end:
                found[-1] = found[-1][0], max(last, end)
            else:
                found.append((first, last))
        return found

    def list_of(self, at: int) -> tuple[int, int]:
        """The list a name stands in; alone, it is one of its own."""
        return next(
            ((first, last) for first, last in self.lists if first <= at < last), (at, at + 1)
        )

    def reach(self, at: int, strange: int = _STRANGE_AT_MOST, *, until: int = 0) -> int:
        """The leftmost token from which only names, capacities and lists lead to `at`.

        So many `strange` words may stand between; nothing is asked beyond `until`.
        """
        while at > until:
            # "by Anna Ek, by Emin Duran and by …"
            if not self._leads(at - 1) and not self._is_repeated(at - 1):
                strange -= 1
                if strange < 0 or self.is_verb(at - 1):
                    break
            at -= 1
        return at

    def _is_repeated(self, at: int) -> bool:
        """Whether "by" only goes on a list."""
        low = self.line.low
        return low(at) in self.words.agents and (
            low(at - 1) == "," or low(at - 1) in self.words.joining
        )

    def is_verb(self, at: int) -> bool:
        """Whether it tells what somebody does, or leads in who did."""
        low = self.line.tokens[at].low
        words = self.words
        return (
            low in words.saying
            or low in words.doing
            or low in words.acting
            or low in words.agents
            or low in words.breaking
        )

    def is_stated(self, first: int, last: int) -> bool:
        """Whether words only state a capacity: "adviser to the head of", no "aide to | Anna Ek"."""
        named = any(last <= name < last + _TO_SERVED for name, _ in self.names)
        return first in self.in_capacity and not named

    def is_passive(self, verb: int) -> bool:
        """Whether a copula stands before a verb: "was shown", "was then shown"."""
        low = self.line.low
        return not self.words.copulas.isdisjoint((low(verb - 1), low(verb - 2)))

    def _leads(self, at: int) -> bool:
        token = self.line.tokens[at]
        if at in self.marked or token.capital or token.shape == NUMBER:
            return True
        if token.low in self.words.saying:
            return self.words.is_adjective(token.low, self.line.low(at + 1))
        if token.shape == SIGN:
            return token.text in ",();:–-/&"
        return (
            token.low in self.words.links
            or token.low in self.words.articles
            or token.low in self.words.joining
            or token.low in self.words.in_titles
            or token.low in self.words.modifiers
            or token.low in self.words.in_lists
        )

    def begin(self, at: int) -> int:
        """Where the capacity before a name begins, articles and pronouns with it."""
        while at > 0:
            if at - 1 in self.in_capacity and self.line.tokens[at - 1].shape != SIGN:
                at -= 1
            elif at - 2 in self.in_capacity and self.line.low(at - 1) in (",", "’s"):
                at -= 2
            else:
                break
        while at > 0 and (
            self.line.low(at - 1) in self.words.articles
            or self.line.low(at - 1) in self.words.honorifics
            or self.line.low(at - 1) in self.words.determiners
        ):
            at -= 1
        return at

    def is_subject(self, at: int) -> bool:
        """Whether the name that begins here, capacity and all, can be what a verb speaks of."""
        before = self.line.low(self.begin(at) - 1)
        if before in self.words.no_subject or before in self.words.saying:
            return False
        return not (before.endswith("ing") and before not in self.words.in_titles)

    def has_subject(self, verb: int) -> bool:
        """Whether what a verb speaks of stands in front of it."""
        if verb not in self._with_subject:  # asked for every name behind it
            self._with_subject[verb] = self._has_subject(verb)
        return self._with_subject[verb]

    def _has_subject(self, verb: int) -> bool:
        before = self.line.low(verb - 1)
        if before in self.words.relative:  # "un saludo que leyó la concejala"
            return False
        begin = next((at for at in range(verb - 1, 0, -1) if self.line.lows[at] == ";"), 0)
        return before in self.words.pronouns or any(
            begin <= place[0]
            and place[1] <= verb
            and self.is_subject(place[0])
            and not self.is_told_of_another(place, verb)
            for place in self.names
        )

    def is_told_of_another(self, name: tuple[int, int], verb: int) -> bool:
        """Whether a pronoun or another name takes the verb: "Appreciating her, he said".

        Not so in "Anna Ek, who was nine when she came, lit a candle".
        """
        low = self.line.low
        aside = low(verb - 1) == "," and self.relative_behind(name[1], verb) >= 0
        if not aside and any(low(at) in self.words.pronouns for at in range(name[1], verb)):
            return True
        if self._is_tag(name, verb):
            return True
        between = [first for first, _ in self.names if name[1] <= first < verb]
        if not between or between[-1] < self.list_of(name[0])[1]:
            return False
        return self._opens_clause(between[-1])

    def _is_tag(self, name: tuple[int, int], verb: int) -> bool:
        """Whether another is told to say so at the end: "…, officials said", "…, said Anna Ek"."""
        ends = self.line.low(verb) in self.words.saying
        if not ends or verb + _TAG_AT_MOST < len(self.line.tokens):
            return False
        if self.line.low(verb - 1) == ",":
            named = any(self.begin(first) == verb + 1 for first, _ in self.names)
            return named and self.behind_capacity(name[1], verb) < verb - 1
        unnamed = self.line.low(verb - 1) in self.words.unnamed
        outlet = self.line.capital(verb - 1) and self.line.low(verb - 2) == ","
        if not (unnamed or (outlet and self.words.unnamed)) or verb - 1 in self.marked:
            return False
        return "," in self.line.lows[name[1] : verb - 1]

    def is_told_of(self, end: int, at: int, limit: int) -> bool:
        """Whether words belong to the name before: not in "She said that the men who fell …"."""
        if self.is_reported(at) and not self.is_reported(end):
            return False
        who = self.line.low(at) in self.words.relative
        return not who or self.relative_behind(end, limit) == at

    def _opens_clause(self, name: int) -> bool:
        """Whether a name stands where a subject does: first, or after a comma or "while"."""
        before = self.line.low(self.begin(name) - 1)
        return before in ("", ",", "”", '"') or before in self.words.joining

    def is_reported(self, at: int) -> bool:
        """Whether a token stands in what somebody is told to have said."""
        that, end = self._reported
        return that < at < end

    @cached_property
    def _reported(self) -> tuple[int, int]:
        """From the "that" of "noted that" up to the next clause."""
        low = self.line.lows
        for at, word in enumerate(low):
            if word in self.words.that and self._is_said(at):
                return at, self._end_of_reported(at)
        return len(low), len(low)

    def _is_said(self, that: int) -> bool:
        """Whether a person, or one who stands for it, says what "that" leads in."""
        verbs = range(that - 1, max(-1, that - _TO_THAT), -1)
        verb = next((at for at in verbs if self.line.lows[at] in self.words.saying), -1)
        return verb >= 0 and not self.is_passive(verb)

    def _end_of_reported(self, that: int) -> int:
        """Where a name with a verb of its own begins behind ", and"."""
        verbs = self.words.saying | self.words.doing
        for first, last in self.lists:
            before = self.begin(first) - 1
            joined = (
                self.line.low(before) in self.words.joining and self.line.low(before - 1) == ","
            )
            if first > that and joined and self.line.low(last) in verbs:
                return before
        return len(self.line.lows)

    def relative_behind(self, end: int, limit: int) -> int:
        """Where "who" stands before `limit` in "Anna Ek, director, who …"; -1 if nowhere."""
        at = self.behind_capacity(end, limit)
        low = self.line.low(at)
        return at if low in self.words.relative or low in self.words.explaining else -1

    def behind_capacity(self, at: int, limit: int = 10_000) -> int:
        """The first token that is no more of a name’s capacity: "Anna Ek, director of Kolo, …"."""
        while at < limit and (at in self.marked or self._is_apposed(at)):
            at += 1
        return at

    def _is_apposed(self, at: int) -> bool:
        """Whether it may stand in a capacity that was not read as one: "Cathaoirleach of"."""
        if at >= len(self.line.tokens) or self.line.low(at) in self.words.joining:
            return False
        if self.line.tokens[at].shape == SIGN:
            return self.line.low(at) in (",", "(", ")")
        return self._leads(at) and self.line.low(at) not in self.words.relative
