"""Keep the tallies true: how many public records stand under each heading in each period."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter

from django.db import connection, transaction
from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr

from events.actions.edition import new_edition
from events.models import Heading, Listing, Tally
from events.models.bulk import insert_rows
from events.models.event import LASTING
from events.models.heading import headings_for, noun_of
from events.models.listing import Line, ListingQuerySet
from events.models.tally import LENGTHS, periods_of, scale_of_period

_BATCH = 500  # rows of one statement
_MANY = 10_000  # rows held at once

Records = tuple[str, str, int]  # so many records under a heading in a period


def count_lines(table: type[Listing], new: Iterable[Line], gone: Iterable[Line] = ()) -> None:
    """Add to the tallies what new lines count, and take away what those gone counted."""
    changes = _counted(new)
    changes.subtract(_counted(gone))
    steps = ((*place, step) for place, step in sorted(changes.items()) if step)
    rows = list(_rows(table, steps))
    entered, emptied = set(), set()
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            values = ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(batch))
            cursor.execute(_ADD_TO_TALLIES % values, [value for row in batch for value in row])
            for heading, period, count in cursor.fetchall():
                if count <= 0:
                    emptied.add(heading)
                elif not period and count == changes[heading, period]:
                    entered.add(heading)
    if entered:
        _enter_headings(entered)
    if emptied:
        tallies = Tally.objects.filter(noun=table.record_name, heading__in=emptied)
        tallies.filter(count__lte=0).delete()


def _rows(table: type[Listing], records: Iterable[Records]) -> Iterator[tuple]:
    """Rows of the tallies: noun, heading, facet, scale, period, count."""
    for heading, period, count in records:
        yield table.record_name, heading, noun_of(heading), scale_of_period(period), period, count


def _counted(lines: Iterable[Line]) -> Counter[tuple[str, str]]:
    """How many of these lines count under each heading in each period."""
    found: Counter[tuple[str, str]] = Counter()
    periods: dict[tuple, list[str]] = {}  # those of one record's lines are the same
    for line in lines:
        if line.counted and _is_tallied(line.heading):
            dates = line.date, line.until, not line.heading
            if dates not in periods:
                periods[dates] = list(periods_of(*dates[:2], with_days=dates[2]))
            for period in periods[dates]:
                found[line.heading, period] += 1
    return found


def _is_tallied(heading: str) -> bool:
    """Whether what stands under a heading is counted: no second lines, and no event's own list."""
    return not heading.startswith((LASTING, "event:"))


# Django's bulk_create can overwrite on conflict, but not add.
_ADD_TO_TALLIES = """
    INSERT INTO events_tally (noun, heading_id, facet, scale, period, count) VALUES %s
    ON CONFLICT (noun, heading_id, scale, period)
    DO UPDATE SET count = events_tally.count + excluded.count
    RETURNING heading_id, period, count
"""


def _enter_headings(keys: set[str]) -> None:
    """Enter into the directory what it does not have yet, of headings that are newly counted."""
    missing = set(keys)
    for start in range(0, len(keys), _BATCH):
        there = Heading.objects.filter(key__in=sorted(keys)[start : start + _BATCH])
        missing -= set(there.values_list("key", flat=True))
    if missing:
        Heading.objects.bulk_create(headings_for(sorted(missing)), ignore_conflicts=True)


# --- A whole archive ------------------------------------------------------------------------------


def is_counted() -> bool:
    """Whether the tallies know of all lines: not in an empty archive, where there are none yet,
    nor where an import was cut off that would have counted everything at its end.
    """
    told = dict(Tally.objects.filter(heading="", scale="").values_list("noun", "count"))
    there = {
        table.record_name: table.objects.counted().filter(heading="").count()
        for table in Listing.__subclasses__()
    }
    return any(there.values()) and all(told.get(noun, 0) == there[noun] for noun in there)


def count_everything() -> None:
    """Write all tallies anew, from the lines of the public index."""
    with transaction.atomic():
        new_edition()
        Tally.objects.all().delete()
        for table in Listing.__subclasses__():
            counted = table.objects.counted()
            _write(table, _records(counted.filter(until=None)))
            _add_lasting(table, counted.exclude(until=None))
        _enter_headings(set(Tally.objects.values_list("heading_id", flat=True).distinct()))


def _records(lines: ListingQuerySet) -> Iterator[Records]:
    """What lines of one day each count for."""
    yield from _records_by(lines.filter(heading=""), "day")
    for heading, months in groupby(_records_by(lines, "month"), itemgetter(0)):
        if not _is_tallied(heading):
            continue
        longer: Counter[str] = Counter()
        for _heading, month, count in months:
            yield heading, month, count
            longer[month[: LENGTHS["year"]]] += count
            longer[""] += count
        yield from ((heading, period, count) for period, count in longer.items())


def _records_by(lines: ListingQuerySet, scale: str) -> Iterator[Records]:
    """How many records each heading has in each period, in their order."""
    period = Substr(Cast("date", CharField()), 1, LENGTHS[scale])
    rows = lines.annotate(period=period).values_list("heading", "period")
    return rows.annotate(Count("pk")).order_by("heading", "period").iterator(_MANY)


def _write(table: type[Listing], records: Iterator[Records]) -> None:
    names = ("noun", "heading_id", "facet", "scale", "period", "count")
    while batch := list(islice(records, _MANY)):
        insert_rows(Tally, names, _rows(table, batch))


def _add_lasting(table: type[Listing], lines: ListingQuerySet) -> None:
    """Count what lasts in every period it may have been in."""
    rows = lines.values_list(f"{table.record_name}_id", *Line._fields[1:]).iterator(_MANY)
    while batch := [Line._make(row) for row in islice(rows, _MANY)]:
        count_lines(table, batch)
