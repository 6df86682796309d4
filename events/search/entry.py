"""Pure: one record in the search index, and the number that says where it stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from events.search.query import IN_LEAD, IN_TITLE, folded

# Of each record's number: its date above, its id and its noun below.
NOUNS = ("", "event", "report")
_NOUN_BITS, _ID_BITS = 2, 28
SHIFT = _NOUN_BITS + _ID_BITS
IDENTITY = (1 << SHIFT) - 1
MARK = ":"
# Words of one record that are searched: PostgreSQL knows the place of the first 16,383, counting
# those of title and lead twice.
_MOST_TITLE, _MOST_LEAD, _MOST_BODY = 150, 500, 15_000


class Match(NamedTuple):
    """A record that answers a search; in the order of lists: newest date, then highest id."""

    date: date
    pk: int
    noun: str

    @property
    def key(self) -> int:
        return self.date.toordinal() << SHIFT | identity_of(self.noun, self.pk)

    @classmethod
    def at(cls, key: int) -> "Match":
        noun = NOUNS[key & (1 << _NOUN_BITS) - 1]
        return cls(day_of(key), (key & IDENTITY) >> _NOUN_BITS, noun)


def identity_of(noun: str, pk: int) -> int:
    """The part of the number that stays when a record's date changes."""
    if pk >= 1 << _ID_BITS:
        raise OverflowError(f"search has no room for {noun} {pk}")
    return pk << _NOUN_BITS | NOUNS.index(noun)


def day_of(key: int) -> date:
    """The date a number stands for."""
    return date.fromordinal(key >> SHIFT)


def first_key(day: date) -> int:
    """No record of this day has a lower number."""
    return day.toordinal() << SHIFT


def last_key(day: date) -> int:
    """No record of this day has a higher number."""
    return first_key(day) | IDENTITY


def marks_for(headings: Iterable[str]) -> list[str]:
    """Headings and the like as the index holds them; no word begins so."""
    return [f"{MARK}{heading}" for heading in sorted(set(headings))]


class Wording(NamedTuple):
    """What is said of a record where it is found, not yet folded."""

    match: Match
    title: str
    lead: str
    body: list[str]
    headings: list[str]


@dataclass(frozen=True)
class Entry:
    """A record as the index holds it: its folded words, and the marks it carries."""

    key: int
    title: list[str]
    lead: list[str]
    body: list[str]
    marks: list[str]

    @classmethod
    def of(
        cls, match: Match, title: str, lead: str, body: Iterable[str], headings: Iterable[str]
    ) -> "Entry":
        month = match.date.isoformat()[:7]
        return cls(
            key=match.key,
            title=folded(title)[:_MOST_TITLE],
            lead=folded(lead)[:_MOST_LEAD],
            body=folded("\n".join(filter(None, body)))[:_MOST_BODY],
            marks=marks_for({match.noun, month[:4], month, *headings}),
        )

    @property
    def identity(self) -> int:
        return self.key & IDENTITY

    @property
    def upfront(self) -> list[list[str]]:
        """The words of title and lead once more, so that they can be asked for by themselves."""
        return [
            [IN_TITLE + word for word in self.title],
            [IN_LEAD + word for word in self.lead],
        ]

    @property
    def texts(self) -> list[list[str]]:
        """The words of each part, in order."""
        return [self.title, self.lead, self.body]
