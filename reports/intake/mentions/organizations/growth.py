"""How far the name of an organization reaches to the right of its head."""

from reports.intake.mentions.nations import is_country, is_well_known
from reports.intake.mentions.organizations.leftwards import Leftwards
from reports.intake.mentions.organizations.vocabulary import Vocabulary
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.tokens import CAPITALS, NUMBER, SMALL, Line

_ABROAD = frozenset({"embassy", "consulate", "community"})
_IN_COUNTRY = frozenset({"association", "company", "media", "party", "agency", "ensemble"})
# Bodies of state are never followed by a bare proper name, only by their officials.
_OF_STATE = frozenset({"embassy", "consulate", "government", "parliament", "military"})
_BARE_AT_MOST = 3  # capitalised words of a proper name straight after a head


class Growth(Leftwards):
    """Grows a name to the right, too."""

    def __init__(self, line: Line, words: Vocabulary) -> None:
        super().__init__(line, words)
        self.is_told = False

    def rightwards(self, at: int, *, is_told: bool = False) -> int:
        """Where the name ends; with `is_told`, words to the left already say which body it is."""
        self.is_told = is_told
        at = self._same_run(at)
        while True:
            step = self.linked(at)
            if step == at:
                return at
            at = step

    def _same_run(self, at: int) -> int:
        """What follows the head without a link: another head, a proper name, an acronym."""
        while True:
            at = self._adjectives_after(at)
            further = self.leads_to_head(at)
            if not further:
                break
            at = further
        at = self._second_head(at)
        if self.is_opening(at):
            return self.closing(at)
        return self._bare_name(at)

    def _adjectives_after(self, at: int) -> int:
        """As in "Association culturelle", "Ministerio de Asuntos Exteriores"."""
        while self.line.low(at) in self.words.after_head:
            at += 1
        return at

    def leads_to_head(self, at: int) -> int:
        """The end of a head that the capitals from here lead to without a break."""
        end = at
        while end < min(at + 4, len(self.tokens)) and self.line.capital(end):
            if self.is_title(end) or self.begins_person(end):
                return 0
            head = self.head_at(end)
            if head:
                self.head = self.head_from(end, head)
                self.kind = self.kind_of(self.head)
                return head
            end += 1
        return 0

    def _second_head(self, at: int) -> int:
        """As in "Opera | and Ballet Theatre": a second head with nothing proper of its own."""
        if self.line.low(at) not in self.words.joining or not self.line.capital(at + 1):
            return at
        common = self.is_topic(at + 1) or self.tokens[at + 1].low in self.words.things
        if not common or self.is_nation(at + 1) or not self.line.capital(at + 2):
            return at
        end = self.leads_to_head(at + 1)
        while further := self.leads_to_head(end):
            end = further
        return end or at

    def _bare_name(self, at: int) -> int:
        """A proper name straight after the head: "Association VATRA", "Temple Shaarei Or"."""
        end = at
        if self.words.named_after:  # the head comes last
            return at
        while self.line.capital(end) and end - at <= _BARE_AT_MOST and self._is_proper(end):
            end += 1
        if end - at > _BARE_AT_MOST or (end > at and self.line.capital(end)):
            return at
        if end - at == 1 and self.kind == "embassy" and self._is_seat(at):
            return end  # "U.S. Embassy Beirut"
        if end - at > 1 and (self.is_told or self.kind in _OF_STATE or self._is_given(at)):
            return at
        if end - at == 1 and self.tokens[at].shape != CAPITALS and self._is_another(at):
            return at
        return end

    def _is_another(self, at: int) -> bool:
        """Whether one word behind a head begins something else: a person, a country."""
        if self._is_given(at) or self.kind in _OF_STATE:
            return True
        return self.is_nation(at) and self.kind != "media"

    def _is_given(self, at: int) -> bool:
        """A person’s name; not so behind "Temple" and "Congregation", who honour the Beths."""
        return is_given(self.tokens[at].text) and self.kind != "religious"

    def _is_proper(self, at: int) -> bool:
        low = self.tokens[at].low
        if low in self.words.titles or low in self.words.calendar:
            return False
        thing = low in self.words.things and not self.words.head_first
        return low not in self.words.articles and not thing

    def linked(self, at: int) -> int:
        """Past one more link and what it brings: "of the Kingdom", "and Sport", "in Belgium"."""
        low = self.line.low(at)
        if low in self.words.of:
            return self._of(at)
        if low in self.words.joining:
            return self._and(at)
        if low in self.words.inside:
            return self._in(at)
        if low in self.words.towards and self._has_towards(at):
            return self._segment(at, at + 1)
        if low == ",":
            return self._comma(at)
        if low in ("–", "-", "—") and at + 1 < len(self.tokens):
            return self._section(at)
        return at

    def _has_towards(self, at: int) -> bool:
        """As in "Embassy to Malta", "Fund for Support to the Selpian Diaspora"."""
        if self.kind in _ABROAD or "delegation" in self.head:
            return True
        return self.is_topic(at - 1) and self._leads_to_topic(self._skip_articles(at + 1))

    def _of(self, at: int) -> int:
        if self.line.low(at) in self.words.only_topics:  # "Committee on Work", not "on Saturday"
            about = self._skip_articles(at + 1)
            return self._segment(at, at + 1) if self._leads_to_topic(about) else at
        end = self._with_plural(self._segment(at, at + 1))
        if end > at or not self.words.head_first:
            return end
        # "Association des amis de l’Arménie": a common noun, then the name.
        noun = self._skip_articles(at + 1)
        if noun >= len(self.tokens) or self.tokens[noun].shape != SMALL:
            return at
        if self.tokens[noun].low in self.words.topics:
            return self._adjectives_after(noun + 1)
        if self.line.low(noun + 1) in self.words.of:
            after = self._segment(noun + 1, noun + 2)
            return after if after > noun + 1 else at
        return at

    def _leads_to_topic(self, at: int) -> bool:
        """As in "on Work", "on American Foreign Policy"."""
        return self.is_topic(at) or (self.is_nation(at) and self.is_topic(at + 1))

    def _with_plural(self, at: int) -> int:
        """As in "Commission of Latvian | historians": a people’s adjective and its noun."""
        adjective = self.is_nation(at - 1) and not is_country(self.tokens[at - 1].text)
        noun = self.line.low(at).endswith("s") and self.tokens[at].shape == SMALL
        return at + 1 if adjective and noun and self.line.low(at - 2) in self.words.of else at

    def _skip_articles(self, at: int) -> int:
        while (
            self.line.low(at) in self.words.articles
            or self.line.low(at) in self.words.other
            or self.line.low(at) == "of"
        ):
            at += 1
        return at

    def _segment(self, unchanged: int, at: int) -> int:
        """The capitals that follow a link, as far as they are one name."""
        first = self._skip_articles(at)
        if self.line.low(first) in self.words.of:  # "de la", "de l’"
            first = self._skip_articles(first + 1)
        if self.is_opening(first):
            closed = self.closing(first)
            # "Board of the “Old Town” | Reserve Administration"
            return self.leads_to_head(closed) or closed if closed > first else unchanged
        if not self.line.capital(first) or self.is_date(first):
            return unchanged
        if self.is_title(first) and self.kind != "government":
            return unchanged
        end = first + 1
        while self._goes_on(first, end):
            end += 1
        end = self._with_possessed(first, self._without_person(first, end))
        if self.head_at(end - 1) == end and self.is_opening(end):
            return self.closing(end)
        return self._adjectives_after(self._with_years(end))

    def _with_possessed(self, first: int, end: int) -> int:
        """As in "Friends of St Conan’s", "Association of Miners’ Families"."""
        token = self.tokens[end] if end < len(self.tokens) else None
        if token and token.is_possessive and self.line.low(end - 2) in self.words.saints:
            return end + 1
        if token and token.is_possessive and self.line.low(end - 1) in self.words.possessors:
            head = self.head_at(end + 1)  # "Group of the People’s Council"
            return head if head and self.line.capital(end + 1) else end
        attached = token and token.text in "’'" and token.start == self.tokens[end - 1].end
        if attached and self.line.capital(end + 1) and self.tokens[end - 1].low.endswith("s"):
            return end + 2
        return end

    def _goes_on(self, first: int, at: int) -> bool:
        if not self.line.capital(at) or self.is_date(at):
            return False
        if self.is_title(at) and (self.kind != "government" or self.tokens[at].text[-1] == "."):
            return False  # "Ministry of Culture | Mr. Emin Duran"
        behind_head = self.head_at(at - 1) == at  # "Council of the Youth Assembly | Emin Duran"
        return not (self.begins_person(at) and (at - first < 3 or behind_head))

    def _without_person(self, first: int, end: int) -> int:
        """Cut after a place or topic: "University of Argentina | Ariel L."."""
        for cut in range(end - 2, first, -1):
            place = " ".join(token.text for token in self.tokens[first:cut])
            ends = is_well_known(place) or (self.kind == "government" and self.is_topic(cut - 1))
            if ends and not any(self.head_at(at) or self.is_topic(at) for at in range(cut, end)):
                return cut
        return end

    def _any_head(self, first: int, end: int) -> bool:
        return any(self.head_at(at) for at in range(first, end))

    def _with_years(self, at: int) -> int:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token and token.shape == NUMBER and "-" in token.text and len(token.text) == 9:
            return at + 1
        return at

    # --- several of one kind ----------------------------------------------------------------------

    def _and(self, at: int) -> int:
        following = at + 1
        if self.line.low(following) in self.words.other and self.line.capital(following + 1):
            return self._segment(at, following)
        if self.kind in _ABROAD and self.line.low(following) in self.words.towards:
            return self._segment(at, following + 1)
        if not self.line.capital(following):
            return at
        pair = " ".join(token.text for token in self.tokens[at - 1 : following + 1])
        if is_country(pair):
            return following + 1
        if self.is_place(following) and self.is_place(at - 1):
            joins = self.kind in _ABROAD or self.kind == "association"
            return self._segment(at, following) if joins else at
        return self._topics(at, following)

    def _topics(self, at: int, first: int) -> int:
        """As in "and Sport", "and Biotechnologies": another thing that the body is about."""
        end = first
        while end - first < 3 and self._is_common(end):
            end += 1
        heads = self._any_head(first, end + 1) and not self.is_topic(first)
        if end == first or self.head_at(at - 1) or heads:
            return at
        if self.line.capital(end):
            return at if self.head_at(end) or not self.is_topic(end - 1) else end
        if self.is_topic(at - 1) or self.is_topic(first):
            return end
        # "Memory and Records": neither is on the list, but nothing makes them names either.
        linked = any(token.low in self.words.of for token in self.tokens[max(0, at - 4) : at])
        if linked and end - first > 1 and self.is_topic(end - 1):
            return end  # "for Baltic and Pontic Studies"
        return end if linked and end - first == 1 and not self.is_place(at - 1) else at

    def _is_common(self, at: int) -> bool:
        """A capitalised word that is no name of a person, place or other body."""
        if not self.line.capital(at) or self.is_title(at) or self.is_date(at):
            return False
        token = self.tokens[at]
        if self.is_topic(at):
            return True
        if is_given(token.text) or self.is_nation(at) or self.is_place(at) or self.head_at(at):
            return False
        return (token.low,) not in self.words.known

    def _in(self, at: int) -> int:
        first = self._skip_articles(at + 1)
        if not self.line.capital(first):
            return at
        end = self._segment(at, at + 1)
        if self.kind in _ABROAD or self.head[:1] in (("representative",), ("delegation",)):
            return end
        place = " ".join(token.text for token in self.tokens[first:end])
        if place.casefold() in self.words.quarters:
            return end  # "Institute for Democracy in Eastern Europe"
        acronym = self.line.low(end) == "("
        return end if self.kind in _IN_COUNTRY and (is_country(place) or acronym) else at

    def _comma(self, at: int) -> int:
        """As in "Belgium, Luxembourg and to the EU", "Science, Education and Youth"."""
        places = self.kind in _ABROAD and self.is_place(at - 1)
        if places and self._is_seat(at + 1):
            return at + 2
        if not (places or self.is_topic(at - 1)):
            return at
        fits = self.is_place if places else self.is_topic
        end = at
        while self.line.low(end) == "," and self.line.capital(end + 1):
            if not fits(end + 1):
                return at
            end += 2
            while self.line.capital(end) and (places or self.is_topic(end)):
                end += 1
        if self.line.low(end) == ",":
            end += 1
        if self.line.low(end) not in self.words.joining or end == at:
            return at
        following = self._skip_articles(end + 1)
        if self.line.low(following) in self.words.towards:
            return self._segment(at, following + 1)
        return self._segment(at, following) if fits(following) else at

    def _is_seat(self, at: int) -> bool:
        """The town of a mission, named behind it: "Embassy of Finland, Muscat"."""
        if not self.line.capital(at) or self.line.capital(at + 1):
            return False
        text, after = self.tokens[at].text, self.line.low(at + 1)
        apart = after not in self.words.joining and after != "("
        return apart and is_well_known(text) and not is_country(text)

    def _section(self, at: int) -> int:
        """As in "… Congress – Alberta", "Ibuka – Swiss section"."""
        if not self.line.capital(at + 1):
            return at
        if self.line.low(at + 2) in self.words.part_of_body:
            return at + 3
        spaced = self.tokens[at].start > self.tokens[at - 1].end
        place = spaced and self.is_place(at + 1) and self.line.low(at + 2) not in ("–", "-", "—")
        return at + 2 if place else at
