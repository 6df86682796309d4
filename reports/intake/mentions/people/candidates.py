"""Capitalised words that may name a person, and how much in the text speaks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reports.intake.mentions.nations import is_country, is_well_known, nation_in
from reports.intake.mentions.people.capacities import Capacities, Capacity
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.people.vocabulary import PeopleWords
from reports.intake.mentions.tokens import CAPITALS, CLOSING, INITIAL, OPENING, Line, Token

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

    @property
    def words(self) -> list[str]:
        return [token.text for token in self.line.tokens[self.first : self.last]]

    def is_listed_with(
        self, other: "Candidate", words: PeopleWords, *, honoured: bool = False
    ) -> bool:
        """Whether only commas and "and" stand between two, or what honours the second."""
        first, second = sorted((self, other), key=lambda each: each.first)
        between = self.line.lows[first.last : second.first]
        return 0 < len(between) < 4 and all(
            low == "," or low in words.joining or (honoured and low in words.honorifics)
            for low in between
        )


class Sighting:
    """Looks for names in one line, outside the organizations in it."""

    def __init__(
        self,
        line: Line,
        words: PeopleWords,
        bodies: dict[int, int],
        common: frozenset[str],
        alone: frozenset[str],
    ) -> None:
        self.line = line
        self.tokens = line.tokens
        self.words = words
        self.common = common  # words that the report also has in small letters
        self.alone = alone  # words that the report also has alone with a capital: surnames
        self.capacities = Capacities(line, words, bodies)
        self.covered = frozenset(at for first, last in bodies.items() for at in range(first, last))

    def candidates(self) -> list[Candidate]:
        """Every run of capitals that may be a name, weighed, in the order of the text."""
        found: list[Candidate] = []
        previous = None
        for first, end in self._spans():
            found.append(self._with_title(first, end, previous))
            if found[-1].evidence >= 0:
                previous = found[-1]
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

    def _spans(self) -> Iterator[tuple[int, int]]:
        at, tokens, covered = 0, self.tokens, self.covered
        while at < len(tokens):
            if not tokens[at].capital or at in covered:
                at += 1
                continue
            end = self._run(at)
            last = self._without_letters(at, end)
            first = self._without_titles(at, last)
            if first < last:
                yield first, last
            at = end

    def _run(self, first: int) -> int:
        at = first
        while at < len(self.tokens) and at not in self.covered:
            token = self.tokens[at]
            if at > first and self.tokens[at - 1].low in self.words.suffixes:
                break
            if token.capital or (at > first and token.low in self.words.patronymics):
                at += 1
                continue
            further = self._past_particles(at)
            if at > first and further > at and not self._is_prose_particle(first, at):
                at = further
                continue
            break
        return at

    def _past_particles(self, at: int) -> int:
        """The capital after "de la", "van der", "bin" …; the place itself where none follows."""
        end = at
        if self.line.low(at) in self.words.articles:
            return at  # "des Generals", but "von der Leyen"
        while end < at + 3 and self.line.low(end) in self.words.particles:
            end += 1
        good = end > at and self.line.capital(end) and end not in self.covered
        return end if good else at

    def _without_letters(self, first: int, end: int) -> int:
        """Before what follows a name in capitals: "Nora Walsh | TD", "Andy Lamb | OBE"."""
        while end - first > 2 and self._is_short_for_office(end - 1):
            end -= 1
        return end

    def _is_short_for_office(self, at: int) -> bool:
        """Capitals beside a name that is written otherwise: "OBE", "MEC"."""
        token, beside = self.tokens[at], self.tokens[at - 1 if at else at + 1]
        short = token.shape == CAPITALS and len(token.text) < 5 and token.text.isalpha()
        return short and beside.shape != CAPITALS and token.low not in self.words.suffixes

    def _is_prose_particle(self, first: int, at: int) -> bool:
        """Whether it joins two people, "y", "e", or leads on from an office, not to a surname."""
        low = self.tokens[at].low
        if low in self.words.doing or low in self.words.saying:
            return True
        if low in self.words.links:
            if self._is_title(at - 1):
                return True  # "Bürgermeister | von Telawi"
            name = is_given(self.tokens[self._past_particles(at)].text)
            if name and not is_given(self.tokens[first].text):
                return True  # "Leitung von | Birgit O."
        joins = low in ("y", "e", "i", "o")
        following = self.tokens[at + 1]
        return joins and (
            is_given(following.text) or not following.capital or at + 1 in self.covered
        )

    # --- what stands before the name --------------------------------------------------------

    def _without_titles(self, first: int, end: int) -> int:
        at = self._without_place(first, end)
        while at < end and self._is_no_name_yet(at, first, end):
            at += 1
        for place in range(end - 2, at - 1, -1):
            within = place > at and is_given(self.tokens[place - 1].text)  # "Salma Begum Chowdhury"
            if within or (place == at and is_given(self.tokens[place].text)):  # "Grace Nyokabi"
                continue
            if self._is_title(place) and self._names_remain(place + 1, end):
                return place + 1
        return self._without_place(at, end)

    def _is_no_name_yet(self, at: int, first: int, end: int) -> bool:
        low = self.tokens[at].low
        if low in self.words.honorifics and is_given(self.tokens[at].text):
            return at > first or end - at < 2  # "Grace Nyokabi", not "His Grace"
        if low in self.words.articles or low in self.words.honorifics or low.endswith("-old"):
            return True
        if low in self.words.outside and self._begins(at):
            return not (is_given(self.tokens[at].text) and end - at > 1)
        if at < end - 1 and self.words.cases.no_first and low.endswith(self.words.cases.no_first):
            return not is_given(self.tokens[at].text)
        if at < end - 2 and (
            nation_in(self.tokens[at].text, self.words.cases) or self._is_thing(self.tokens[at])
        ):
            return not is_given(self.tokens[at].text)  # "Jewish Community | Gita Mehra"
        return False

    def _begins(self, at: int) -> bool:
        before = self.line.low(at - 1)
        return before in OPENING or before[-1:] in (":", ";", "•", ".", "")

    def _is_title(self, at: int) -> bool:
        low = self.tokens[at].low
        if low in self.words.honorifics:
            return True
        short = self.line.capital(at + 2) and self._is_short_for_office(at)
        if low in self.words.in_titles or short:
            return not is_given(self.tokens[at].text)
        return self.words.has_compounds and self.capacities.role_before(at + 1) == at

    def _names_remain(self, at: int, end: int) -> bool:
        return any(self.tokens[place].low not in self.words.suffixes for place in range(at, end))

    def _without_place(self, first: int, end: int) -> int:
        """What follows a link belongs to the office: "Ambassador to Russia | Polad B."."""
        before, link = self.line.low(first - 1), first - 1
        if before in self.words.joining:  # "Ambassador to Bosnia and Herzegovina | Cemal A."
            pair = f"{self.tokens[first - 2].text} {before} {self.tokens[first].text}"
            if end - first > 1 and is_country(pair):
                return first + 1
        if before in self.words.articles:
            link -= 1
        if self.line.low(link) not in self.words.links:
            return first
        named = is_given(self.tokens[first].text)
        apart = named and not self.capacities.is_in_office(link)  # "a vigil for Daphne Caruana"
        for cut in range(end, first, -1):
            place = " ".join(token.text for token in self.tokens[first:cut])
            if is_country(place) or (end - cut > 1 and not apart and is_well_known(place)):
                return cut
        while first < end - 2 and self._is_topic(first):
            first += 1
        joined = self.line.low(link) in self.words.joining
        return first if named or joined else self._from_given(first, end, link)

    def _from_given(self, first: int, end: int, link: int) -> int:
        """Where a given name stands in what follows an office: "of Srpska | Milorad Dodik"."""
        for at in range(first + 1, end - 1):
            if is_given(self.tokens[at].text):
                return at if self.capacities.is_in_office(link) else first
        return first

    def _is_topic(self, at: int) -> bool:
        """What an office is about, or an acronym for a place: "BiH"."""
        token = self.tokens[at]
        short = len(token.text) < 5 and sum(mark.isupper() for mark in token.text) > 1
        is_thing = token.low in self.words.things or token.low in self.words.topics
        is_thing = is_thing and not is_given(token.text)
        return is_thing or (short and token.shape != INITIAL)

    # --- evidence ---------------------------------------------------------------------------

    def _with_title(self, first: int, end: int, previous: Candidate | None) -> Candidate:
        """The name with what stands before it; without evidence if nobody is called so."""
        one = Candidate(self.line, first, end, 0.0)
        if self._is_no_name(first, end):
            one.evidence = -9.0
            return one
        likely = previous and (previous.honoured or is_given(previous.words[0]))
        floor = previous.last if previous and likely else 0
        led, apart = bool(likely and previous.before), bool(previous and previous.apart)
        before = self.capacities.before(first, end, floor, led=led, apart=apart)
        one.before, one.honoured, one.apart = before.capacity, before.honoured, before.apart
        if end - first == 1 and self._is_no_surname(first, honoured=one.honoured):
            one.evidence = -9.0
        return one

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
        linked = self._begins(one.first) or self.line.low(one.first - 1) in self.words.links
        if alone and linked and not is_given(one.words[0]):
            return None  # "Instead, the ambassador …", "in Srpska and Srbija, representatives …"
        return self.capacities.after(one.last, limit)

    def _is_no_name(self, first: int, end: int) -> bool:
        """Whether nobody is called so, whatever stands around it."""
        words = self.tokens[first:end]
        if self.line.low(first - 1) in self.words.of_places or all(
            token.shape == INITIAL for token in words
        ):
            return True
        last = words[-1]
        if self._is_thing(last):
            surname = last.low in self.words.also_surnames and len(words) == 2
            if not (surname and is_given(words[0].text)):
                return True
        quoted = first > 0 and self.tokens[first - 1].text in OPENING
        if quoted and end < len(self.tokens) and self.tokens[end].text in CLOSING:
            return True
        return len(words) == 1 and self._is_no_surname(first, honoured=True)

    def _is_thing(self, token: Token) -> bool:
        """A word of things, also in the plural: "Missions", "Libraries"."""
        low = token.low
        return (
            low in self.words.things
            or (low.endswith("s") and low[:-1] in self.words.things)
            or (low.endswith("ies") and f"{low[:-3]}y" in self.words.things)
        )

    def _is_no_surname(self, at: int, *, honoured: bool) -> bool:
        token = self.tokens[at]
        if not honoured and (is_well_known(token.text) or token.shape == CAPITALS):
            return True
        return (
            self._is_thing(token)
            or token.low in self.common
            or token.low in self.words.in_titles
            or token.low in self.words.outside
            or bool(nation_in(token.text, self.words.cases))
            or len(token.text) < 3
        )

    def _inside(self, first: int, end: int) -> float:
        """What the words themselves say."""
        words = self.tokens[first:end]
        if len(words) == 1:
            return -0.5
        head, last = words[0], words[-1]
        weight = 0.8 if len(words) <= _LONGEST else -1.5
        weight += 2.0 * is_given(head.text)
        weight += 0.5 * any(is_given(token.text) for token in words[1:])
        weight += 3.0 * any(token.low in self.words.patronymics for token in words)
        weight += 1.5 * any(token.shape == INITIAL for token in words[:-1])
        weight += 0.6 * (len(last.text) > 4 and last.low.endswith(self.words.surname_endings))
        weight += 0.5 * any(token.low in self.words.particles for token in words[1:-1])
        weight -= 2.0 * sum(
            self._is_thing(token) for token in words[:-1] if not is_given(token.text)
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
        if after in self.words.saying or (before in self.words.saying and not told):
            weight += 2.0
        elif after in self.words.doing:
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
