"""What a search finds: the ids of events and reports, by cursor or the best first, and counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from events.models import Count
from events.search.entry import NOUNS, Match, first_key, last_key
from events.search.index import store
from events.search.known import understood
from events.search.query import All, Either, Mark, Query, Wanted, best_first

COUNTED = 1_000  # matches beyond are "1,000+"


@dataclass(frozen=True)
class Matches:
    """The public events and reports that answer a question, within a period."""

    wanted: Wanted
    narrowed: tuple[Wanted, ...] = ()
    first: date = date.min
    last: date = date.max

    def newest(self, most: int) -> list[Match]:
        """By date, newest first."""
        return self.ask(self.wanted, most)

    def best(self, most: int) -> list[Match]:
        """Those with the words in their title, then in the paragraph below, then anywhere.

        Each newest first, over the whole archive. Not by how often a word stands in a text: that
        would mean to read every text with it, and the two databases count differently.
        """
        found: list[Match] = []
        for wanted in best_first(self.wanted):
            found += self.ask(wanted, most - len(found))
            if len(found) >= most:
                break
        return found

    def count(self) -> Count:
        """How many there are, up to a thousand."""
        return counted(self.newest(COUNTED + 1))

    def of_noun(self, noun: str) -> "Matches":
        """Only the events, or only the reports."""
        return Matches(self.wanted, (*self.narrowed, Mark(f":{noun}")), self.first, self.last)

    def ask(
        self, wanted: Wanted, most: int, *, bound: int | None = None, backwards: bool = False
    ) -> list[Match]:
        """The newest before a bound, or backwards the next after it, the nearest first."""
        lowest, highest = first_key(self.first), last_key(self.last)
        if bound is not None and backwards:
            lowest = max(lowest, bound + 1)
        elif bound is not None:
            highest = min(highest, bound - 1)
        asked = All((wanted, *self.narrowed)) if self.narrowed else wanted
        keys = store().keys_of(asked, lowest, highest, most, ascending=backwards)
        return [Match.at(key) for key in keys]


def matches(
    query: Query,
    *,
    noun: str = "",
    groups: Iterable[Sequence[str]] = (),
    first: date | None = None,
    last: date | None = None,
) -> Matches:
    """The matches of what was typed, of one noun or both, under some heading of every group."""
    marks = [Mark(f":{noun}")] if noun else []
    headings = [Either(tuple(Mark(f":{heading}") for heading in group)) for group in groups]
    return Matches(understood(query), (*marks, *headings), first or date.min, last or date.max)


def counted(found: Sequence) -> Count:
    """The number of matches read, up to a thousand."""
    return Count(min(len(found), COUNTED), capped=len(found) > COUNTED)


def counts_by_noun(found: Sequence[Match], asked: Matches) -> dict[str, Count]:
    """How many there are of each noun, asked for only where what was read does not tell."""
    if len(found) > COUNTED:
        return {noun: asked.of_noun(noun).count() for noun in NOUNS if noun}
    return {noun: counted([m for m in found if m.noun == noun]) for noun in NOUNS if noun}
