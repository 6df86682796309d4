"""Where capitalised words stand that may be somebody’s name, without what only leads to it."""

from collections.abc import Iterator

from reports.intake.mentions.nations import is_country, is_well_known, nation_in
from reports.intake.mentions.people.capacities import Capacities
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.people.vocabulary import PeopleWords
from reports.intake.mentions.tokens import CAPITALS, CLOSING, INITIAL, OPENING, Line, Token


class Runs:
    """Finds runs of capitals in one line, outside the organizations in it."""

    def __init__(self, line: Line, words: PeopleWords, bodies: dict[int, int]) -> None:
        self.line = line
        self.tokens = line.tokens
        self.words = words
        self.capacities = Capacities(line, words, bodies)
        self.covered = frozenset(at for first, last in bodies.items() for at in range(first, last))

    def spans(self) -> Iterator[tuple[int, int]]:
        """From which token to which, in the order of the text."""
        at, tokens, covered = 0, self.tokens, self.covered
        while at < len(tokens):
            if not tokens[at].capital or at in covered:
                at += 1
                continue
            end = self._without_misfortune(at, self._run(at))
            if end == at + 1 and tokens[at].low in self.words.nobody:
                at = end
                continue
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
            if at > first + 1 and self._ends_name(at - 1, at):
                break  # "Vaqif Mustafazadənin | Xocalı", "Vaqif Əliyev | Azərbaycanın"
            if at > first and token.low in self.words.outside and self.begins(at):
                break  # "Patriarch Leo I. | In his speech"
            if at > first and self._is_nickname(at):
                at += 3
                continue
            if token.capital or (at > first and token.low in self.words.patronymics):
                at += 1
                continue
            further = self._past_particles(at)
            if at > first and further > at and not self._is_prose_particle(first, at):
                at = further
                continue
            break
        return at

    def _ends_name(self, at: int, following: int) -> bool:
        """Whether a surname ends a name: declined, or with a people’s name behind it."""
        cases = self.words.cases
        surname = self.tokens[at].text.endswith(cases.surnames) if cases.surnames else False
        nation = surname and nation_in(self.tokens[following].text, cases)
        return bool(nation) or self._is_declined(at)

    def _without_misfortune(self, first: int, end: int) -> int:
        """Before the place of what befell people: "Fatma Ceren Yazgan | Xocalı qurbanlarına"."""
        befell = end - first > 2 and self.line.low(end).startswith(self.words.calamities)
        return end - 1 if befell else end

    def _is_declined(self, at: int) -> bool:
        """Whether a word is a surname in another case, with which a name ends."""
        cases, text = self.words.cases, self.tokens[at].text
        return bool(cases.surnames) and cases.surname(text) != text and not is_given(text)

    def _is_nickname(self, at: int) -> bool:
        """As in "Owen “Mac” Pryce"."""
        quoted = self.tokens[at].text in OPENING and self.line.low(at + 2) in CLOSING
        return quoted and self.line.capital(at + 1) and self.line.capital(at + 3)

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
        while end - first > 2 and (self._is_short_for_office(end - 1) or self._is_dotted(end - 1)):
            end -= 1
        return end

    def _is_dotted(self, at: int) -> bool:
        """As in "Owen Pryce | C.F."."""
        token = self.tokens[at]
        return token.shape in (INITIAL, CAPITALS) and token.text.count(".") > 1

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
            # "Salma Begum Chowdhury", but "Dean Prof Emin Duran"
            within = place > at and is_given(self.tokens[place - 1].text)
            within = within and self.tokens[place - 1].low not in self.words.in_titles
            given = is_given(self.tokens[place].text)
            named = given and self.tokens[place].low in self.words.honorifics
            named &= self.line.low(place - 1) not in self.words.determiners
            if within or named or (place == at and given):  # "Grace Nyokabi"
                continue
            if self._is_title(place) and self._names_remain(place + 1, end):
                return place + 1
        return self._without_place(at, end)

    def _is_no_name_yet(self, at: int, first: int, end: int) -> bool:
        low = self.tokens[at].low
        if low in self.words.honorifics and is_given(self.tokens[at].text):
            of_rank = self.line.low(at - 1) in self.words.determiners  # "His Grace"
            return of_rank or end - at < 2  # "Grace Nyokabi", not "His Grace"
        if low in self.words.articles or low in self.words.honorifics or low.endswith("-old"):
            return True
        if low in self.words.outside and self.begins(at):
            return not (is_given(self.tokens[at].text) and end - at > 1)
        if at < end - 1 and self.words.cases.no_first and low.endswith(self.words.cases.no_first):
            return not is_given(self.tokens[at].text)
        if at < end - 2 and (
            nation_in(self.tokens[at].text, self.words.cases) or self.is_thing(self.tokens[at])
        ):
            return not is_given(self.tokens[at].text)  # "Jewish Community | Gita Mehra"
        return False

    def begins(self, at: int) -> bool:
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
        if before not in self.words.links and before not in self.words.articles:
            return first
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
        return first if named else self._from_given(first, end, link)

    def _from_given(self, first: int, end: int, link: int) -> int:
        """Where a given name stands in what follows an office: "of Selpia | Marko J.".

        Or what follows a word for a place: "of Sugh Region | Rajab A.".
        """
        for at in range(end - 3, first, -1):
            if self.is_thing(self.tokens[at]) and not is_given(self.tokens[at].text):
                return at + 1 if self.capacities.is_in_office(link) else first
        for at in range(first + 1, end - 1):
            if is_given(self.tokens[at].text):
                joined = self.line.low(link) in self.words.joining
                names = joined and not any(map(self.is_thing, self.tokens[first:at]))
                return first if names or not self.capacities.is_in_office(link) else at
        return first

    def _is_topic(self, at: int) -> bool:
        """What an office is about, or an acronym for a place: "BiH"."""
        token = self.tokens[at]
        short = len(token.text) < 5 and sum(mark.isupper() for mark in token.text) > 1
        is_thing = token.low in self.words.things or token.low in self.words.topics
        is_thing = is_thing and not is_given(token.text)
        return is_thing or (short and token.shape != INITIAL)

    def is_thing(self, token: Token) -> bool:
        """A word of things, also in the plural: "Missions", "Libraries"."""
        low = token.low
        return (
            low in self.words.things
            or (low.endswith("s") and low[:-1] in self.words.things)
            or (low.endswith("ies") and f"{low[:-3]}y" in self.words.things)
        )
