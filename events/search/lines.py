"""What a search finds as lines of the public index, so that lists read it like everything else."""

from dataclasses import dataclass

from django.db.models import QuerySet

from events.keyset import BadCursor, Order
from events.models import Listing
from events.models.merged import Merged
from events.search.entry import Match
from events.search.matches import Matches


@dataclass(frozen=True)
class MatchedLines:
    """A segment of a list: the records of one noun that a search finds, newest first."""

    model: type[Listing]
    matches: Matches

    def read(self, order: Order, cursor: str | None, *, backwards: bool, most: int) -> list:
        """The lines beyond a cursor; BadCursor for nonsense."""
        noun = self.model.record_name
        try:
            bound = None if cursor is None else Match(*order.parse(cursor), noun).key
        except OverflowError:  # an id that no record can have
            raise BadCursor(cursor) from None
        found = self.matches.ask(self.matches.wanted, most, bound=bound, backwards=backwards)
        return [self.model(date=match.date, **{f"{noun}_id": match.pk}) for match in found]

    def packed(self, most: int) -> list[tuple[int, str, str | None, str]]:
        """Of the newest: id, first day, last day and all headings of the record's facets."""
        pks = [match.pk for match in self.matches.newest(most)]
        record = f"{self.model.record_name}_id"
        newest = self.model.objects.counted().of_records(pks).with_days_as_text().newest_first()
        return list(newest.values_list(record, "day", "last", "packed"))


# What a selector of a list returns.
Segments = list[QuerySet | Merged] | list[MatchedLines]
