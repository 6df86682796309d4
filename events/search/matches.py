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
        return self._read(best_first(self.wanted), most)

    def count(self) -> Count:
        """How many there are, up to a thousand."""
        return self._counts([self._narrowed(self.wanted)])[0]

    def counts_by_noun(self) -> dict[str, Count]:
        """How many events there are and how many reports, each up to a thousand."""
        nouns = NOUNS[1:]
        questions = [self._narrowed(self.wanted, Mark(f":{noun}")) for noun in nouns]
        return dict(zip(nouns, self._counts(questions), strict=True))

    def of_noun(self, noun: str) -> "Matches":
        """Only the events, or only the reports."""
        return Matches(self.wanted, (*self.narrowed, Mark(f":{noun}")), self.first, self.last)

    def ask(
        self, wanted: Wanted, most: int, *, bound: int | None = None, backwards: bool = False
    ) -> list[Match]:
        """The newest before a bound, or backwards the next after it, the nearest first."""
        return self._read([wanted], most, bound=bound, backwards=backwards)

    def _read(
        self,
        questions: list[Wanted],
        most: int,
        *,
        bound: int | None = None,
        backwards: bool = False,
    ) -> list[Match]:
        """What answers the first question, then the second, up to a number in all."""
        lowest, highest = self._period
        if bound is not None and backwards:
            lowest = max(lowest, bound + 1)
        elif bound is not None:
            highest = min(highest, bound - 1)
        asked = [self._narrowed(wanted) for wanted in questions]
        keys = store().keys_of(asked, lowest, highest, most, ascending=backwards)
        return [Match.at(key) for key in keys]

    def _counts(self, questions: list[Wanted]) -> list[Count]:
        numbers = store().numbers_of(questions, *self._period, COUNTED + 1)
        return [Count(min(number, COUNTED), capped=number > COUNTED) for number in numbers]

    def _narrowed(self, wanted: Wanted, *also: Wanted) -> Wanted:
        narrowed = (*self.narrowed, *also)
        return All((wanted, *narrowed)) if narrowed else wanted

    @property
    def _period(self) -> tuple[int, int]:
        """The lowest and the highest number that records within the period can have."""
        return first_key(self.first), last_key(self.last)


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
