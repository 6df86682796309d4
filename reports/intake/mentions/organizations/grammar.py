"""How far the name of an organization reaches around the word that says what body it is.

"the [Ministry of Culture and Sport] of", "the [Azerbaijani embassy in Argentina]", "the [MADANI
compatriots’ platform]": the head is found first, then the name is grown to both sides.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.intake.mentions.nations import is_country, is_well_known, nation_of
from reports.intake.mentions.organizations.vocabulary import Phrase, Vocabulary
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.tokens import (
    CAPITALS,
    CLOSING,
    NUMBER,
    OPENING,
    SMALL,
    Line,
)

_QUOTED_AT_MOST = 8  # tokens of a name in quotation marks
_ABROAD = frozenset({"embassy", "consulate", "community"})
_IN_COUNTRY = frozenset({"association", "company", "media", "party", "agency", "ensemble"})


@dataclass(frozen=True)
class Name:
    """The name of an organization in a line: its tokens from `first` up to, not with, `last`."""

    line: Line
    first: int
    last: int
    kind: str
    head: Phrase = ()
    acronym: str = ""
    confidence: float = 0.8

    @property
    def tokens(self) -> tuple:
        return self.line.tokens[self.first : self.last]


class Grammar:
    """Finds the names with a head, and those that everybody knows, in one line."""

    def __init__(self, line: Line, words: Vocabulary) -> None:
        self.line = line
        self.tokens = line.tokens
        self.words = words
        self._kind = ""
        self._head: Phrase = ()

    def names(self) -> Iterator[Name]:
        at, floor = 0, 0
        while at < len(self.tokens):
            name = self._name_at(at, floor)
            if name:
                yield name
                floor = name.last
            at = max(at + 1, floor)

    def _name_at(self, at: int, floor: int) -> Name | None:
        if self.tokens[at].shape in (NUMBER, "."):
            return None
        head = self._head_at(at)
        known = self._known_at(at)
        if known and not (head and head > known.last):
            grown = self._grown_known(known)
            if grown:
                return grown
        if not head:
            return None
        self._head = tuple(token.low for token in self.tokens[at:head])
        self._kind = self._kind_of(self._head)
        if self.tokens[at].capital:
            name = self._capital(at, head, floor)
        else:
            name = self._small(at, head, floor)
        return name and self._with_acronym(name)

    # --- heads ---------------------------------------------------------------------------------

    def _head_at(self, at: int) -> int:
        """The end of the longest head that begins here; 0 where none does."""
        low = [token.low for token in self.tokens[at : at + self.words.longest_head]]
        for length in range(len(low), 0, -1):
            if tuple(low[:length]) in self.words.heads:
                return at + length
        return at + 1 if self._stem_kind(self.tokens[at].low) else 0

    def _kind_of(self, head: Phrase) -> str:
        return self.words.heads.get(head) or self._stem_kind(head[0])

    def _stem_kind(self, low: str) -> str:
        """The kind of a compound: "Kulturverein"; inflected heads: "nazirliyinin"."""
        for stem, kind in self.words.stems:
            if stem.endswith("-"):
                if low.startswith(stem[:-1]):
                    return kind
            elif low.endswith(stem):
                return kind
        return ""

    def _known_at(self, at: int) -> Name | None:
        if not self.tokens[at].capital:
            return None
        low = [token.low for token in self.tokens[at : at + self.words.longest_known]]
        for length in range(len(low), 0, -1):
            phrase = tuple(low[:length])
            if phrase in self.words.known and self._is_written_as_known(at, phrase):
                kind, _ = self.words.known[phrase]
                return Name(self.line, at, at + length, kind, phrase, confidence=0.9)
        return None

    def _is_written_as_known(self, at: int, phrase: Phrase) -> bool:
        """Short names only in capitals: "WHO", not "Who"."""
        text = self.tokens[at].text
        return len(phrase) > 1 or len(text) > 5 or self.tokens[at].shape == CAPITALS or "." in text

    def _grown_known(self, known: Name) -> Name | None:
        """The body itself, unless it is only the beginning of another's name."""
        if self._run_leads_to_head(known.last):
            return None
        if self.line.capital(known.last) and self.tokens[known.last].low not in self.words.titles:
            following = self._head_at(known.last)
            if following:
                return None
        end = known.last
        if (
            self.line.low(end) in self.words.of
            and self.words.known[known.head][0] != "international"
        ):
            end = self._linked(end)
        return self._with_acronym(replace(known, last=end))

    # --- names whose head has a capital -----------------------------------------------------------

    def _capital(self, first: int, after_head: int, floor: int) -> Name | None:
        last = self._rightwards(after_head)
        left = self._leftwards(first, floor)
        if left == first and last == after_head:
            return None
        if left == first and not self._says_which(after_head, last):
            return None
        return Name(self.line, left, last, self._kind, self._head)

    def _says_which(self, first: int, last: int) -> bool:
        return any(token.capital or token.shape == NUMBER for token in self.tokens[first:last]) or (
            self.words.head_first and last > first
        )

    def _leftwards(self, first: int, floor: int) -> int:
        at = first
        while at > floor:
            step = self._one_left(at, floor)
            if step == at:
                break
            at = step
        return at

    def _one_left(self, at: int, floor: int) -> int:
        previous = self.tokens[at - 1]
        two = at - 2
        if previous.capital:
            return at - 1 if self._may_belong(at - 1) else at
        if previous.is_possessive and two >= floor:
            return self._possessor(two, floor, at)
        if previous.text in CLOSING and two > floor:
            return self._opening(at - 1, floor, at)
        if two < floor or not self.line.capital(two) or not self._may_belong(two):
            return self._ordinal_left(at)
        if previous.text in ("&", "-", "–", "/") and previous.text != "–":
            return two
        if previous.low in self.words.joining and self._are_topics(two, at):
            return two
        joins = previous.low in self.words.of and not self.words.head_first
        if joins and two > 0 and not self._is_generic_before_of(two):
            return two
        return at

    def _ordinal_left(self, at: int) -> int:
        """ "366th Motorized Rifle Regiment"."""
        token = self.tokens[at - 1]
        ordinal = token.shape == NUMBER and not token.text.isdigit() and self._kind == "military"
        return at - 1 if ordinal else at

    def _may_belong(self, at: int) -> bool:
        """Whether a capitalised word can be part of a name, or only begins the sentence."""
        low = self.tokens[at].low
        if low in self.words.articles or low in self.words.titles:
            return False
        begins = at == 0 or self.tokens[at - 1].text in OPENING or self.tokens[at - 1].text in ":;•"
        return not (low in self.words.outside and (begins or low in ("the", "on", "in", "at")))

    def _possessor(self, at: int, floor: int, unchanged: int) -> int:
        """Left of "’s": a country’s ministry, a saint’s church; not a town’s or a person’s."""
        if not self.line.capital(at):
            return unchanged
        if at - 1 >= floor and self.line.low(at - 1) in ("st", "st.", "saint"):
            return at - 1
        if self.tokens[at].low in (
            "children",
            "women",
            "men",
            "people",
            "king",
            "queen",
            "veterans",
        ):
            return self._leftwards(at, floor)
        if at - 1 >= floor and is_country(f"{self.tokens[at - 1].text} {self.tokens[at].text}"):
            return at - 1
        return at if is_country(self.tokens[at].text) else unchanged

    def _opening(self, closing: int, floor: int, unchanged: int) -> int:
        for at in range(closing - 1, max(floor, closing - _QUOTED_AT_MOST) - 1, -1):
            if self.tokens[at].text in OPENING:
                return at if self.line.capital(at + 1) else unchanged
        return unchanged

    def _are_topics(self, first: int, second: int) -> bool:
        topics = self.words.topics
        one, other = self.tokens[first].low, self.line.low(second)
        both_nations = nation_of(self.tokens[first].text) and nation_of(self.tokens[second].text)
        return (one in topics and (other in topics or self._head_at(second) > 0)) or bool(
            both_nations
        )

    def _is_generic_before_of(self, at: int) -> bool:
        return at == 0 and self.tokens[at].low in self.words.outside

    # --- to the right ---------------------------------------------------------------------------

    def _rightwards(self, at: int) -> int:
        at = self._same_run(at)
        while True:
            step = self._linked(at)
            if step == at:
                return at
            at = step

    def _same_run(self, at: int) -> int:
        """What follows the head without a link: another head, a proper name, an acronym."""
        while True:
            at = self._small_after_head(at)
            further = self._run_leads_to_head(at)
            if not further:
                break
            at = further
        if self.line.low(at) and self.tokens[at].text in OPENING and self.line.capital(at + 1):
            return self._closing(at)
        if self.line.capital(at) and self._is_proper_after_head(at):
            return at + 1
        return at

    def _small_after_head(self, at: int) -> int:
        """ "Association culturelle", "Ministerio de Asuntos Exteriores": adjectives after it."""
        while self.line.low(at) in self.words.after_head:
            at += 1
        return at

    def _run_leads_to_head(self, at: int) -> int:
        """The end of a head that the capitals from here lead to without a break."""
        end = at
        while end < min(at + 4, len(self.tokens)) and self.line.capital(end):
            token = self.tokens[end]
            if token.low in self.words.titles:
                return 0
            head = self._head_at(end)
            if head:
                self._head = tuple(one.low for one in self.tokens[end:head])
                self._kind = self._kind_of(self._head)
                return head
            if is_given(token.text) and self.line.capital(end + 1):
                return 0
            end += 1
        return 0

    def _is_proper_after_head(self, at: int) -> bool:
        """One name straight after the head: "Association BUTAM"; no title and no person’s."""
        token = self.tokens[at]
        if token.low in self.words.titles or token.low in self.words.outside:
            return False
        if token.shape == CAPITALS:
            return True
        return not (self.line.capital(at + 1) or is_given(token.text) or nation_of(token.text))

    def _closing(self, opening: int) -> int:
        for at in range(opening + 2, min(opening + _QUOTED_AT_MOST, len(self.tokens))):
            if self.tokens[at].text in CLOSING:
                return at + 1
        return opening

    def _linked(self, at: int) -> int:
        """Past one more link and what it brings: "of the Kingdom", "and Sport", "in Belgium"."""
        low = self.line.low(at)
        if low in self.words.of:
            return self._of(at)
        if low in self.words.joining:
            return self._and(at)
        if low in self.words.inside:
            return self._in(at)
        if low in self.words.towards and self._kind in _ABROAD:
            return self._segment(at, at + 1)
        if low == ",":
            return self._comma(at)
        if low in ("–", "-", "—") and at + 1 < len(self.tokens):
            return self._section(at)
        return at

    def _of(self, at: int) -> int:
        end = self._segment(at, at + 1)
        if end > at:
            return end
        # "Association des amis de l’Arménie": a common noun, then the name.
        if self.words.head_first:
            noun = self._skip_articles(at + 1)
            if noun < len(self.tokens) and self.tokens[noun].shape == SMALL:
                if self.tokens[noun].low in self.words.topics:
                    return self._small_after_head(noun + 1)
                if self.line.low(noun + 1) in self.words.of:
                    after = self._segment(noun + 1, noun + 2)
                    return after if after > noun + 1 else at
        return at

    def _skip_articles(self, at: int) -> int:
        while self.line.low(at) in self.words.articles | self.words.other | {"of"}:
            at += 1
        return at

    def _segment(self, unchanged: int, at: int) -> int:
        """The capitals that follow a link, as far as they are one name."""
        first = self._skip_articles(at)
        if self.line.low(first) in self.words.of:  # "de la", "de l’"
            first = self._skip_articles(first + 1)
        if first < len(self.tokens) and self.tokens[first].text in OPENING:
            closed = self._closing(first) if self.line.capital(first + 1) else first
            return closed if closed > first else unchanged
        if not self.line.capital(first):
            return unchanged
        if self.tokens[first].low in self.words.titles and self._kind != "government":
            return unchanged
        end = first + 1
        while self._goes_on(first, end):
            end += 1
        end = self._without_person(first, end)
        return self._small_after_head(self._with_years(end))

    def _goes_on(self, first: int, at: int) -> bool:
        if not self.line.capital(at):
            return False
        token = self.tokens[at]
        if token.low in self.words.titles and self._kind != "government":
            return False
        return not (is_given(token.text) and self.line.capital(at + 1) and at - first < 3)

    def _without_person(self, first: int, end: int) -> int:
        """Cut after a place: "University of Argentina | Ariel Levaggi"."""
        for cut in range(end - 2, first, -1):
            place = " ".join(token.text for token in self.tokens[first:cut])
            if is_well_known(place) and not self._run_leads_to_head(cut):
                return cut
        return end

    def _with_years(self, at: int) -> int:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token and token.shape == NUMBER and "-" in token.text and len(token.text) == 9:
            return at + 1
        return at

    def _and(self, at: int) -> int:
        following = at + 1
        if self.line.low(following) in self.words.other and self.line.capital(following + 1):
            return self._segment(at, following)
        if self._kind in _ABROAD and self.line.low(following) in self.words.towards:
            return self._segment(at, following + 1)
        following = self._skip_articles(following)
        if not self.line.capital(following):
            return at
        if self._is_place(following) and self._is_place(at - 1):
            return self._segment(at, following) if self._kind in _ABROAD | {"association"} else at
        end = following
        while self.line.capital(end) and self.tokens[end].low in self.words.topics:
            end += 1
        if self.line.capital(end) and self._head_at(end):
            return at  # another body: "Ministry of Culture and National Museum"
        if end > following and self.tokens[at - 1].low in self.words.topics:
            return end
        pair = " ".join(token.text for token in self.tokens[at - 1 : following + 1])
        return following + 1 if is_country(pair) else at

    def _is_place(self, at: int) -> bool:
        if not self.line.capital(at):
            return False
        text = self.tokens[at].text
        pair = f"{text} {self.tokens[at + 1].text}" if at + 1 < len(self.tokens) else text
        return text in ("EU", "UN") or is_well_known(text) or is_country(pair)

    def _in(self, at: int) -> int:
        first = self._skip_articles(at + 1)
        if not self.line.capital(first):
            return at
        end = self._segment(at, at + 1)
        if self._kind in _ABROAD or self._head[:1] in (("representative",), ("delegation",)):
            return end
        place = " ".join(token.text for token in self.tokens[first:end])
        acronym = self.line.low(end) == "("
        if self._kind in _IN_COUNTRY and (is_country(place) or acronym):
            return end
        return at

    def _comma(self, at: int) -> int:
        """ "Belgium, Luxembourg and to the EU", "Science, Education and Youth"."""
        places = self._kind in _ABROAD and self._is_place(at - 1)
        topics = self.tokens[at - 1].low in self.words.topics
        if not (places or topics):
            return at
        end = at
        while self.line.low(end) == "," and self.line.capital(end + 1):
            if not (self._is_place(end + 1) if places else self._is_topic(end + 1)):
                return at
            end += 2
            while self.line.capital(end) and (places or self._is_topic(end)):
                end += 1
        if self.line.low(end) == ",":
            end += 1
        if self.line.low(end) not in self.words.joining or end == at:
            return at
        joined = self._and(end) if self.line.low(end - 1) != "," else self._after_comma(end)
        return joined if joined > end else at

    def _after_comma(self, at: int) -> int:
        following = self._skip_articles(at + 1)
        if self.line.low(following) in self.words.towards:
            return self._segment(at, following + 1)
        good = self._is_place(following) or self._is_topic(following)
        return self._segment(at, following) if good else at

    def _is_topic(self, at: int) -> bool:
        return self.line.capital(at) and self.tokens[at].low in self.words.topics

    def _section(self, at: int) -> int:
        """ "… Congress – Alberta", "Ibuka – Swiss section"."""
        if not self.line.capital(at + 1):
            return at
        if self.line.low(at + 2) in ("section", "branch", "chapter", "office"):
            return at + 3
        spaced = self.tokens[at].start > self.tokens[at - 1].end
        place = spaced and self._is_place(at + 1) and self.line.low(at + 2) not in ("–", "-", "—")
        return at + 2 if place else at

    # --- names whose head is in small letters -----------------------------------------------------

    def _small(self, first: int, after_head: int, floor: int) -> Name | None:
        small, head = self.words.small, self._head
        before = self._past_modifiers(first)
        proper = before >= floor and self.line.capital(before) and self._may_belong(before)
        if self._is_nation_before(before, floor):
            if head in small.get("after_country", ()):
                left = self._nation_start(before, floor)
                return Name(self.line, left, self._rightwards(after_head), self._kind, head)
            proper = False
        if head in small.get("of_place", ()) and self.line.low(after_head) in self.words.of:
            end = self._rightwards(after_head)
            if end > after_head and not self._is_indefinite(first):
                return Name(self.line, first, end, self._kind, head, confidence=0.7)
        if proper and self._names_small_head(before, head):
            left = self._leftwards(before + 1, floor)
            if not self._is_indefinite(left):
                end = self._rightwards(after_head)
                return Name(self.line, left, end, self._kind, head, confidence=0.65)
        if head in small.get("after_name", ()):
            return self._apposition(after_head)
        return None

    def _past_modifiers(self, first: int) -> int:
        at = first - 1
        while at > 0 and (self.line.low(at) in self.words.modifiers or self.line.low(at) in "’'"):
            at -= 1
        return at

    def _is_nation_before(self, at: int, floor: int) -> bool:
        if at < floor:
            return False
        if self.tokens[at].is_possessive:
            at -= 1
        return self.line.capital(at) and bool(nation_of(self.tokens[at].text))

    def _nation_start(self, at: int, floor: int) -> int:
        if self.tokens[at].is_possessive:
            at -= 1
        pair = at - 1 >= floor and self.line.capital(at - 1)
        if pair and nation_of(f"{self.tokens[at - 1].text} {self.tokens[at].text}"):
            return at - 1
        return at

    def _names_small_head(self, before: int, head: Phrase) -> bool:
        text = self.tokens[before].text
        if is_well_known(text) and self.tokens[before].shape != CAPITALS:
            return head in self.words.small.get("after_place", ())
        common = self.tokens[before].low in self.words.topics | self.words.modifiers
        begins = before == 0 and (common or self._head_at(before) > 0)
        return head in self.words.small.get("after_name", ()) and not begins

    def _is_indefinite(self, left: int) -> bool:
        return self.line.low(left - 1) in self.words.indefinite

    def _apposition(self, at: int) -> Name | None:
        """ "the youth choir, Varpelis, …", "the society “Vatan”": the name after the head."""
        comma = self.line.low(at) == ","
        first = at + comma
        if first < len(self.tokens) and self.tokens[first].text in OPENING and not comma:
            end = self._closing(first) if self.line.capital(first + 1) else first
            return self._bare(first + 1, end - 1) if end > first else None
        if not self.line.capital(first) or not self._is_bare_name(first):
            return None
        end = first + 1
        if comma and (
            self.line.low(end) not in (",", ".") or self._kind not in ("ensemble", "company")
        ):
            return None
        return self._bare(first, end)

    def _is_bare_name(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low in self.words.titles or token.low in self.words.outside:
            return False
        if is_given(token.text) or nation_of(token.text) or is_well_known(token.text):
            return False
        return not self.line.capital(at + 1)

    def _bare(self, first: int, last: int) -> Name | None:
        if last <= first:
            return None
        return Name(self.line, first, last, self._kind, (), confidence=0.6)

    # --- acronyms -------------------------------------------------------------------------------

    def _with_acronym(self, name: Name) -> Name:
        at = name.last
        if self.line.low(at) != "(" or self.line.low(at + 2) != ")":
            return name
        word = self.tokens[at + 1]
        letters = sum(mark.isupper() for mark in word.text)
        known_place = is_well_known(word.text) and letters < 2
        if word.capital and (letters > 1 or (not known_place and not nation_of(word.text))):
            return replace(name, acronym=word.text)
        return name
