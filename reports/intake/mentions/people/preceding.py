"""In what capacity a person is named: the words before the name that say it."""

from dataclasses import dataclass

from reports.intake.mentions.nations import is_well_known, nation_in
from reports.intake.mentions.people.offices import Capacity, Offices
from reports.intake.mentions.tokens import CAPITALS, SIGN, SMALL

_BACK_AT_MOST = 30  # tokens of a capacity before the name
_IN_BRACKETS = 7  # tokens, with the brackets


@dataclass(frozen=True)
class Before:
    """What stands before a name."""

    capacity: Capacity | None = None
    honoured: bool = False
    apart: bool = False  # a comma stands between the two: "the Mayor of Porirua, Marama B.,"


class Preceding(Offices):
    """Reads capacities before a name in one line."""

    def before(
        self, name: int, end: int, floor: int = 0, *, led: bool = False, apart: bool = False
    ) -> Before:
        """The capacity before a name, and whether anything honours the name at all.

        It does not reach back beyond `floor`, the end of the name before; `led` where that name,
        too, had its capacity before it, and `apart` where a comma stood between the two.
        """
        at = self._past_honorifics(name)
        honoured = at < name
        if self.line.low(at - 1) == ",":
            # "the Envoy Mr. A., the Minister of Trade, the Hon. B." too goes on as it began.
            return self._apart(at, name, end, floor, chained=apart or (led and honoured))
        several = self._past_introduction(at)
        if several < at:
            found = self._backwards(several, floor)
            told = several == at - 1 and self.line.low(several) == ":"  # "(director: Anna Ek)"
            if found and (told or self.is_of_several(found)):
                return Before(found, True)
        found = self._backwards(at, floor, led=led)
        first = self._with_praise(found.first) if found else 0
        if found and self._is_rank(found) and self.line.low(first - 1) == ",":
            fuller = self._apart(first, name, end, floor, chained=apart)
            if fuller.capacity:  # "Mayor of Leeds, Councillor A."
                return Before(Capacity(fuller.capacity.first, found.last), True, apart=True)
        return Before(found, honoured or found is not None)

    def _apart(self, at: int, name: int, end: int, floor: int, *, chained: bool) -> Before:
        """The capacity before a comma: "the Mayor of Porirua, Marama B.,", "Mayor, Mr B."."""
        honoured = at < name
        short = self.line.low(at - 2) == ")" and self.line.low(at - 4) == "("
        found = self._backwards(at - 4 if short else self._before_place(at - 1), floor)
        if not found:
            return Before(honoured=honoured)
        first = found.first - (self.line.low(found.first - 1) in self.words.articles)
        if floor and self.line.low(floor) == "," and self._only_titles(floor + 1, first - 1):
            # Between two names: told of the first, unless that one has its own before it.
            return Before(found, True, apart=True) if chained else Before(honoured=honoured)
        if honoured or self._is_whole_phrase(found, end, several=end - name > 1):
            return Before(found, True, apart=True)
        return Before(honoured=honoured)

    def _only_titles(self, first: int, last: int) -> bool:
        """Whether nothing but ranks and commas stands there: ", Ambassador | , Permanent Envoy"."""
        return all(
            low == "," or low in self.words.in_titles or low in self.words.modifiers
            for low in self.line.lows[first:last]
        )

    def _before_place(self, comma: int) -> int:
        """As in "Head of the University of La Plata, | Argentina, Professor A."."""
        apart = self.line.low(comma - 2) == "," and comma - 2 in self.ends
        return comma - 2 if apart and is_well_known(self.tokens[comma - 1].text) else comma

    def _is_rank(self, capacity: Capacity) -> bool:
        """A title alone, with a body of nobody’s: "Councillor", "Rear Admiral"."""
        short = capacity.last - capacity.first < 8
        return short and self._only_titles(capacity.first, capacity.last)

    def _past_introduction(self, at: int) -> int:
        """Left of ", namely", "such as", ":" between those of one office and their names."""
        start = at
        while self.line.low(at - 1) in self.words.introducing:
            at -= 1
        at -= self.line.low(at - 1) == ":"
        return at - (at < start and self.line.low(at - 1) == ",")

    def is_in_office(self, at: int) -> bool:
        """Whether the words up to a place lead back to a noun of office: "Minister for Trade"."""
        return self._to_office(at, 0) < at

    def _is_whole_phrase(self, capacity: Capacity, end: int, *, several: bool) -> bool:
        """As in "the Mayor of Porirua, Marama B., also": the capacity, then the name apart.

        Or, of `several` words, the first of "the curators, Maria Costa and Petra Kern".
        """
        before = self.line.low(capacity.first - 1)
        definite = before in self.words.articles | self.words.determiners | self.words.of - {"with"}
        definite = definite or before == "’s"
        opens = before in self.words.before_name or before in self.words.introducing
        opens = (opens or before in ":,") and self.line.capital(capacity.first)
        if not definite and not opens and capacity.first > 0:
            return False
        while end < len(self.tokens) and self.tokens[end].shape == CAPITALS:
            end += 1  # "Colin C. | LVO,"
        ends = end >= len(self.tokens) or self.tokens[end].text in ",;.)–"
        return ends or (several and self.line.low(end) in self.words.joining)

    def _past_honorifics(self, at: int) -> int:
        start = at
        while at > 0:
            low = self.tokens[at - 1].low
            if low in self.words.articles and at == start:
                break
            if low in self.words.honorifics and low not in self.words.articles:
                at -= 1
            elif low == ")" and (opening := self._retired(at) or self._section(at)):
                at = opening
            else:
                break
        # "Speaker of the House the Hon. Anna Ek"
        return at - (at < start and self.line.low(at - 1) in self.words.articles)

    def _retired(self, end: int) -> int:
        """Where "(ret.)" begins that ends here; 0 where it is another note."""
        word = end - 2 - (self.line.low(end - 2) == ".")
        told = self.line.low(word) in self.words.retired and self.line.low(word - 1) == "("
        return word - 1 if told else 0

    def _section(self, end: int) -> int:
        """Where the bracket begins in "First Secretary (Religious Affairs) |"; 0 elsewhere."""
        near = range(end - 2, max(1, end - _IN_BRACKETS), -1)
        opening = next((at for at in near if self.line.low(at) == "("), 0)
        inside = self.tokens[opening + 1 : end - 1]
        named = bool(inside) and all(token.capital or token.shape == SIGN for token in inside)
        return opening if opening and named and self.role_before(opening) >= 0 else 0

    def _backwards(self, name: int, floor: int, *, led: bool = False) -> Capacity | None:
        if self.line.low(name - 1) in self.words.links or self.line.low(name - 1) in (",", "’s"):
            return None
        start = self._to_office(name, floor)
        if start == name:
            return None
        start = self._not_of_another(start, name, 0 if led else floor)
        last = self._past_honorifics(name)
        return Capacity(self._without_praise(self._with_nation(start), last), last)

    def _with_praise(self, first: int) -> int:
        while self.line.low(first - 1) in self.words.praise:
            first -= 1
        return first

    def _without_praise(self, first: int, last: int) -> int:
        """Past what is no part of an office: "the renowned", a "Then" that begins the sentence."""
        if first == 0 and self.line.low(0) in self.words.before_capacity:
            first += 1
        while first < last - 1 and (
            self.line.low(first) in self.words.praise or self.line.low(first) in self.words.articles
        ):
            first += 1
        return first

    def _to_office(self, name: int, floor: int) -> int:
        """Where the capacity begins that leads to a place; the place itself if none does."""
        start, at = name, name  # the capacity begins at the name until a noun of office is met
        least = max(floor, name - _BACK_AT_MOST)
        while at > least:
            step = self._one_back(at, name, start)
            if step == at:
                break
            adjoins = start < name and at == start and (step in self.bodies or self.describes(step))
            if adjoins or self.role_before(at) == step:
                start = step
            at = step
        return start

    def _one_back(self, at: int, name: int, start: int) -> int:
        """One word, office or body further to the left; the place itself where none belongs."""
        role = self.role_before(at)
        if role >= 0:
            return role
        if at in self.ends:
            return self.ends[at]
        token = self.tokens[at - 1]
        if token.low in self.words.towards and self._is_another_office(at, name):
            return at  # "chief of staff to | Mayor Carl B."
        if self.describes(at - 1) or token.is_possessive:
            return at - 1
        if at in self.bodies and token.low in self.words.things:
            return at - 1  # "director of the museum “Blue Room”"
        if token.low in self.words.links and at < name:
            whole = token.low in self.words.articles and start < name
            return at if whole and not self._more_before(at - 1) else at - 1
        if token.shape == SMALL and self.is_bare_noun(at - 1):
            return at - 1
        return at - 1 if token.text == "," and self._lists_roles(at, name) else at

    def _is_another_office(self, at: int, name: int) -> bool:
        return self.line.capital(at) and self.role_at(at) == self._past_honorifics(name)

    def _not_of_another(self, start: int, name: int, floor: int) -> int:
        """In "Ari D., director of the House, and Rabbi Noam R." only "Rabbi" is the second’s."""
        before = start - 1 - (self.line.low(start - 1) in self.words.articles)
        if self.line.low(before) != "," or not self.line.capital(before - 1):
            return start
        at = name - 1
        while at > start:
            if self.line.low(at) in self.words.joining and (
                self.line.low(at - 1) == "," or (before == floor and self.has_role(at + 1, name))
            ):
                return at + 1
            at = self.ends.get(at, at - 1)
        return start

    def _more_before(self, at: int) -> bool:
        return self.line.low(at - 1) in self.words.links

    def _lists_roles(self, at: int, name: int) -> bool:
        """As in "pianist, conductor, and composer": commas between roles, with an "and" to come."""
        if self.role_before(at - 1) < 0 and (at - 1) not in self.ends:
            return False
        return any(token.low in self.words.joining for token in self.tokens[at:name])

    def _with_nation(self, start: int) -> int:
        """As in "Ukraine’s Ambassador", "Swedish Ambassador"."""
        at = start
        if (
            at > 1
            and self.tokens[at - 1].is_possessive
            and nation_in(self.tokens[at - 2].text, self.words.cases)
        ):
            return at - 2
        if (
            at > 0
            and self.tokens[at - 1].capital
            and nation_in(self.tokens[at - 1].text, self.words.cases)
        ):
            return at - 1
        return at
