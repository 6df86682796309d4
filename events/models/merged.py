"""Lists in one order read as one, each record once."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from events.keyset import Order, read_beyond
from events.models.listing import Listing, ListingQuerySet


@dataclass(frozen=True)
class Merged:
    """A segment of a list: lines that lie in several ranges of the public index."""

    parts: list[ListingQuerySet]

    @property
    def model(self) -> type[Listing]:
        return self.parts[0].model

    def read(self, order: Order, cursor: str | None, *, backwards: bool, most: int) -> list:
        """The lines beyond a cursor; BadCursor for nonsense."""
        lines = {
            (getattr(line, order.key), getattr(line, order.pk)): line
            for part in self.parts
            for line in read_beyond(part, order, cursor, backwards=backwards, most=most)
        }
        newest_first = order.descending != backwards
        return [lines[place] for place in sorted(lines, reverse=newest_first)[:most]]

    def packed(self, most: int) -> list[tuple[int, str, str | None, str]]:
        """As `ListingQuerySet.packed`: of the newest, all headings of the record's facets."""
        rows = {row for part in self.parts for row in part.packed(most)}
        return sorted(rows, key=itemgetter(1, 0), reverse=True)[:most]


def merged(parts: Iterable[ListingQuerySet]) -> ListingQuerySet | Merged:
    """One segment of a list that holds all of these."""
    parts = list(parts)
    return parts[0] if len(parts) == 1 else Merged(parts)
