"""Capitalised words that may name a person, and how much in the text speaks for it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reports.intake.mentions.nations import is_well_known, nation_in
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.people.offices import Capacity
from reports.intake.mentions.people.runs import Runs
from reports.intake.mentions.people.vocabulary import PeopleWords
from reports.intake.mentions.tokens import (
    CAPITALS,
    CLOSING,
    INITIAL,
    OPENING,
    SIGN,
    SMALL,
    Line,
    Token,
)

_LONGEST = 5  # capitalised words of one name


@dataclass
class Candidate:
    """Words that may be a name, from the token `first` up to, not with, `last`."""

    line: Line
    first: int
    last: int
    evidence: float
    before: Capacity | None = None
    after: Capacity | None = None
    body: int | None = None  # where the organization begins that the name stands with
    honoured: bool = False
    apart: bool = False  # a comma stands between the capacity before the name and the name

    @cached_property
    def words(self) -> list[str]:
        tokens = self.line.tokens[self.first : self.last]
        return [token.text for token in tokens if token.shape != SIGN]

    def is_listed_with(
        self, other: "Candidate", words: PeopleWords, *, honoured: bool = False
    ) -> bool:
        """Whether only commas and "and" stand between two, or what honours the second."""
        first, second = sorted((self, other), key=lambda each: each.first)
        between = self.line.lows[first.last : second.first]
        if between[:1] == ("(",) and ")" in between[2:6]:  # "A (balaban) and B (violin)"
            between = between[between.index(")") + 1 :]
        return 0 < len(between) < 4 and all(
            low == "," or low in words.joining or (honoured and low in words.honorifics)
            for low in between
        )


class Sighting(Runs):
    """Weighs what may be a name in one line."""

    def __init__(
        self,
        line: Line,
        words: PeopleWords,
        bodies: dict[int, int],
        common: frozenset[str],
        alone: frozenset[str],
    ) -> None:
        super().__init__(line, words, bodies)
        self.common = common  # words that the report also has in small letters
        self.alone = alone  # words that the report also has alone with a capital: surnames

    def candidates(self) -> list[Candidate]:
        """Every run of capitals that may be a name, weighed, in the order of the text."""
        found: list[Candidate] = []
        previous = None
        for first, end in self.spans():
            found.append(self._with_title(first, end, previous))
            if found[-1].evidence >= 0:
                previous = found[-1]
        for one, other in pairwise(found):
            self._chain(one, other)
        limit = len(self.tokens)
        for one in reversed(found):
            if one.evidence >= 0:
                self._weigh(one, limit)
            if one.before and one.evidence > 0:
                limit = one.before.first
        for one, other in pairwise(found):
            self._share_before(one, other)
        for other, one in pairwise(reversed(found)):
            self._share_after(one, other)
        if found:
            self._without_others(found)
        return found

    def _chain(self, one: Candidate, other: Candidate) -> None:
        """In "director A. B., head of its second bureau C. D." the words between are the second’s.

        A list goes on as it began, whatever stands in a capacity.
        """
        first = one.last + 1
        begun = one.before and not (one.apart or other.before) and self.line.low(one.last) == ","
        if not begun or other.evidence < 0 or "," in self.line.lows[first : other.first]:
            return
        if len(other.words) > 1 and first < self.capacities.role_at(first) < other.first:
            other.before = Capacity(first, other.first)

    def _share_before(self, one: Candidate, other: Candidate) -> None:
        """Give both names of "soloists A and B" the capacity."""
        if not one.before or other.before or not self.capacities.is_of_several(one.before):
            return
        if one.is_listed_with(other, self.words, honoured=True):
            other.before = one.before
            other.evidence += 3.0

    def _share_after(self, one: Candidate, other: Candidate) -> None:
        """Give both names of "A and B, members of …", of "A and B, from the Forum" what follows."""
        if (
            one.after
            or not (other.after or other.body)
            or not one.is_listed_with(other, self.words)
        ):
            return
        if other.after and self.capacities.is_of_several(other.after):
            one.after = other.after
            one.evidence += 3.0
        elif other.body and not one.body and self.line.low(other.last) == ",":
            one.body = other.body

    def _without_others(self, found: list[Candidate]) -> None:
        """Take from a name what is told of others: "Anna Ek, officers of the Ministry, …"."""
        for before, one in pairwise([None, *found]):
            shared = before and before.after is one.after
            if one.after and not shared and self.capacities.is_of_several(one.after):
                one.after = None
                one.evidence -= 3.0

    def _with_title(self, first: int, end: int, previous: Candidate | None) -> Candidate:
        """The name with what stands before it; without evidence if nobody is called so."""
        one = Candidate(self.line, first, end, 0.0)
        if self._is_no_name(first, end):
            one.evidence = -9.0
            return one
        likely = previous and (
            previous.honoured or is_given(previous.words[0]) or self._is_listed(previous)
        )
        floor = previous.last if previous and likely else 0
        led, apart = bool(likely and previous.before), bool(previous and previous.apart)
        before = self.capacities.before(first, end, floor, led=led, apart=apart)
        one.before, one.honoured, one.apart = before.capacity, before.honoured, before.apart
        if end - first == 1 and self._is_no_surname(first, honoured=one.honoured):
            one.evidence = -9.0
        return one

    def _is_listed(self, one: Candidate) -> bool:
        """As in "the guests included | Shen Minjuan, ambassador to …"."""
        return self.line.low(one.first - 1) in self.words.introducing and len(one.words) > 1

    def _weigh(self, one: Candidate, limit: int) -> None:
        """Set the evidence; `limit` is where the capacity of the next person begins."""
        one.after = self._after(one, limit)
        one.body = self.capacities.body_after(one.last)
        one.evidence = (
            3.0 * (one.before is not None or one.honoured)
            + 3.0 * (one.after is not None)
            + 1.0 * (one.body is not None)
            + self._inside(one.first, one.last)
            + self._around(one.first, one.last)
        )

    def _after(self, one: Candidate, limit: int) -> Capacity | None:
        """The capacity behind it; of a word alone, only where it may be somebody’s name."""
        alone = one.last - one.first == 1 and not one.honoured
        linked = self.begins(one.first) or self.line.low(one.first - 1) in self.words.links
        if alone and (linked or self.words.has_compounds) and not is_given(one.words[0]):
            return None  # "Instead, the ambassador …", "in Selpia and Norvia, officials …"
        return self.capacities.after(one.last, limit)

    def _is_no_name(self, first: int, end: int) -> bool:
        """Whether nobody is called so, whatever stands around it."""
        words = self.tokens[first:end]
        if self.line.low(first - 1) in self.words.of_places or all(
            token.shape == INITIAL for token in words
        ):
            return True
        last, given = words[-1], is_given(words[0].text)
        if len(words) > 1 and not given:
            of_place = words[0].low in self.words.of_places  # "Jardin Botanique"
            # "Communications Specialist"; a stop ends the sentence: "by Anna Sen."
            if of_place or (self._is_office(last) and last.text[-1] != "."):
                return True
        if self.is_thing(last):
            surname = last.low in self.words.also_surnames and len(words) > 1
            two = given and len(words) == 2
            if not (surname and (two or self._is_led_by_title(first))):
                return True
        quoted = first > 0 and self.tokens[first - 1].text in OPENING
        if quoted and end < len(self.tokens) and self.tokens[end].text in CLOSING:
            return True
        return len(words) == 1 and (
            self._is_of_thing(end) or self._is_no_surname(first, honoured=True)
        )

    def _is_led_by_title(self, first: int) -> bool:
        """As in "Ambassador | Abida Islam"."""
        before = self.line.low(first - 1)
        return before in self.words.honorifics or before in self.words.in_titles

    def _is_of_thing(self, end: int) -> bool:
        """As in "what he called Khojaly | tragedy"."""
        low = self.line.low(end)
        acts = low in self.words.doing or low in self.words.saying
        return low in self.words.things and self.tokens[end].shape == SMALL and not acts

    def _is_office(self, token: Token) -> bool:
        offices = self.words.offices
        return token.low in offices or (token.low[-1:] == "s" and token.low[:-1] in offices)

    def _is_no_surname(self, at: int, *, honoured: bool) -> bool:
        token = self.tokens[at]
        if not honoured and (is_well_known(token.text) or token.shape == CAPITALS):
            return True
        return (
            self.is_thing(token)
            or token.low in self.common
            or token.low in self.words.nobody
            or bool(nation_in(token.text, self.words.cases))
            or len(token.text) < 3
        )

    def _inside(self, first: int, end: int) -> float:
        """What the words themselves say."""
        words = self.tokens[first:end]
        if len(words) == 1:
            return 0.5 if words[0].text in self.words.composers else -0.5
        head, last = words[0], words[-1]
        weight = 0.8 if len(words) <= _LONGEST else -1.5
        weight += 2.0 * is_given(head.text)
        weight += 0.5 * any(is_given(token.text) for token in words[1:])
        weight += 3.0 * any(token.low in self.words.patronymics for token in words)
        weight += 1.5 * any(token.shape == INITIAL for token in words[:-1])
        weight += 0.6 * (len(last.text) > 4 and last.low.endswith(self.words.surname_endings))
        weight += 0.5 * any(token.low in self.words.particles for token in words[1:-1])
        weight -= 2.0 * sum(
            self.is_thing(token) for token in words[:-1] if not is_given(token.text)
        )
        weight -= 1.5 * sum(
            bool(nation_in(token.text, self.words.cases))
            for token in words
            if not is_given(token.text)
        )
        weight -= 2.0 * sum(token.low in self.common for token in words)
        weight -= 1.5 * (head.shape == CAPITALS and 2 < len(head.text) < 5)
        weight -= 2.0 * (last.shape == CAPITALS and len(last.text) < 5)
        weight += 1.0 * (last.low in self.alone)
        whole = " ".join(token.text for token in words)
        return weight - 3.0 * is_well_known(whole)

    def _around(self, first: int, end: int) -> float:
        """What the words before and after say."""
        before, after = self.line.low(first - 1), self.line.low(end)
        weight = 0.0
        told = before in self.words.telling and end - first == 1  # an outlet, as often as not
        # Not "the walk to Louisburgh drew".
        subject = end - first > 1 or before not in self.words.no_subject
        if (after in self.words.saying and subject) or (before in self.words.saying and not told):
            weight += 2.0
        elif after in self.words.doing and subject:
            weight += 1.2
        two = (self.line.low(first - 2), before)
        if (before,) in self.words.surely_before or two in self.words.surely_before:
            weight += 1.2
        elif before in self.words.before_name:
            weight += 0.3
        if before in self.words.articles or before in self.words.determiners:
            weight -= 2.5
        elif before in self.words.plainly_at:
            weight -= 0.5 if is_given(self.tokens[first].text) else 1.2
        if after == "’s":
            weight += 0.5
        if after == "," and self._is_explained(end + 1):
            weight += 0.7
        return weight

    def _is_explained(self, at: int) -> bool:
        """As in "Anna Ek, who …", "Anna Ek, a …", "Anna Ek, 79, …"."""
        if at >= len(self.tokens):
            return False
        low = self.tokens[at].low
        number = self.tokens[at].text.isdigit() and len(low) < 3
        return number or (
            low in self.words.relative
            or low in self.words.explaining
            or low in self.words.determiners
        )
