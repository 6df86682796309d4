"""The words in a line that say what kind of body a name is of."""

from dataclasses import dataclass
from functools import lru_cache

from reports.intake.mentions.nations import is_country, is_well_known, nation_in
from reports.intake.mentions.organizations.vocabulary import Phrase, Vocabulary
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.tokens import CLOSING, OPENING, Line, Token

_NO_NAME_ALONE = frozenset(
    {"embassy", "consulate", "community", "government", "parliament", "municipality"}
)
# Endings of learned and abstract words, in English and the languages it took them from.
_ABSTRACT = ("ical", "ics", "logy", "logies", "ural", "istic", "tion", "ment", "ness", "ance")
_QUOTED_AT_MOST = 8  # tokens of a name in quotation marks


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
    called: str = ""  # where its name is not written out: "embassies of Peru and | Chile"

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.line.tokens[self.first : self.last]

    @property
    def proper(self) -> str:
        """The proper name before a head in small letters: "Homenetik club"."""
        head = self.last - len(self.head)
        if not self.head or self.line.tokens[self.last - 1].capital or self.kind in _NO_NAME_ALONE:
            return ""
        tokens = self.line.tokens[self.first : head]
        if not tokens or not all(token.capital for token in tokens):
            return ""
        return " ".join(token.text for token in tokens)

    @property
    def quoted(self) -> str:
        """What stands in quotation marks: "the restaurant „Spoons“"."""
        texts = [token.text for token in self.tokens]
        at = next((at for at, text in enumerate(texts) if text in OPENING), None)
        if not self.head or at is None or len(texts) - at < 3 or texts[-1] not in CLOSING | {"“"}:
            return ""
        return " ".join(texts[at + 1 : -1]).replace(" ’s", "’s")

    @property
    def initials(self) -> str:
        """What the capitals of the name spell."""
        return "".join(token.text[0] for token in self.tokens if token.capital)

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)


class Heads:
    """What single words of a line are, before any name is grown."""

    def __init__(self, line: Line, words: Vocabulary) -> None:
        self.line = line
        self.tokens = line.tokens
        self.words = words

    def head_at(self, at: int) -> int:
        """The end of the longest head that begins here; 0 where none does."""
        if not 0 <= at < len(self.tokens):
            return 0
        first = self.line.lows[at]
        if first in self.words.first_of_heads:
            low = self.line.lows[at : at + self.words.longest_head]
            for length in range(len(low), 0, -1):
                if low[:length] in self.words.heads:
                    return at + length
        if not self.words.stems or not self.tokens[at].capital:
            return 0
        return at + 1 if stem_kind(first, self.words.stems) else 0

    def head_from(self, first: int, last: int) -> Phrase:
        """The head at a place, in the first case."""
        low = self.line.lows[first:last]
        return (*low[:-1], self.words.cases.head(low[-1]))

    def kind_of(self, head: Phrase) -> str:
        return self.words.heads.get(head) or stem_kind(head[0], self.words.stems)

    def is_title(self, at: int) -> bool:
        return self.line.low(at) in self.words.titles

    def is_topic(self, at: int) -> bool:
        """What ministries and institutes are about: "Culture", "Biological"."""
        if not self.line.capital(at):
            return False
        low = self.tokens[at].low
        if low in self.words.topics:
            return True
        return low.endswith(_ABSTRACT) and (low,) not in self.words.heads

    def is_place(self, at: int) -> bool:
        if not self.line.capital(at):
            return False
        text = self.tokens[at].text
        if text in ("EU", "UN") or is_well_known(text):
            return True
        return at + 1 < len(self.tokens) and is_country(f"{text} {self.tokens[at + 1].text}")

    def is_nation(self, at: int) -> bool:
        return self.line.capital(at) and bool(nation_in(self.tokens[at].text, self.words.cases))

    def begins_person(self, at: int) -> bool:
        """A given name with another capital behind it."""
        return (
            self.line.capital(at) and is_given(self.tokens[at].text) and self.line.capital(at + 1)
        )

    def is_date(self, at: int) -> bool:
        return self.line.low(at) in self.words.calendar

    def may_belong(self, at: int) -> bool:
        """Whether a capitalised word can be part of a name, or only begins the sentence."""
        low = self.tokens[at].low
        if low in self.words.articles or low in self.words.titles or low in self.words.calendar:
            return False
        if low.endswith(self.words.based):
            return False
        before = self.tokens[at - 1].text if at else "."
        begins = before in OPENING or before in ".:;•|!?"
        return not (low in self.words.outside and (begins or self._is_link(low)))

    def _is_link(self, low: str) -> bool:
        words = self.words
        return low in words.articles or low in words.inside or low in words.only_topics

    def closing(self, opening: int) -> int:
        """The position after the mark that closes a short quotation; itself where none does."""
        for at in range(opening + 2, min(opening + _QUOTED_AT_MOST, len(self.tokens))):
            if self.tokens[at].text in CLOSING or self.tokens[at].text == "“":
                return at + 1
        return opening

    def opening(self, closing: int, floor: int) -> int:
        """The position of the mark that opens a short quotation; -1 where none does."""
        for at in range(closing - 1, max(floor, closing - _QUOTED_AT_MOST) - 1, -1):
            if self.tokens[at].text in OPENING:
                return at if self.line.capital(at + 1) else -1
        return -1

    def is_opening(self, at: int) -> bool:
        return (
            at < len(self.tokens) and self.tokens[at].text in OPENING and self.line.capital(at + 1)
        )


@lru_cache(maxsize=20_000)
def stem_kind(low: str, stems: tuple[tuple[str, str], ...]) -> str:
    """The kind of a compound: "Kulturverein"."""
    return next((kind for stem, kind in stems if low.endswith(stem)), "")
