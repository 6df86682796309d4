"""Keep the tallies true: how many public records stand under each heading in each period."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from django.db import connection, transaction
from django.db.models import CharField, Count, QuerySet, Sum, Value
from django.db.models.functions import Cast, Left, StrIndex

from events.actions.edition import new_edition
from events.models import Heading, Listing, Tally
from events.models.event import LASTING
from events.models.heading import headings_for, noun_of
from events.models.listing import Line, ListingQuerySet
from events.models.tally import LENGTHS, periods_of, scale_of_period

_BATCH = 500  # rows of one statement
_MANY = 10_000  # rows held at once


def count_lines(table: type[Listing], new: Iterable[Line], gone: Iterable[Line] = ()) -> None:
    """Add to the tallies what new lines count, and take away what those gone counted."""
    changes = _counted(new)
    changes.subtract(_counted(gone))
    rows = [
        (table.record_name, heading, noun_of(heading), scale_of_period(period), period, step)
        for (heading, period), step in sorted(changes.items())
        if step
    ]
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
    return not heading.startswith(_NOT_TALLIED)


_NOT_TALLIED = (LASTING, "event:")


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
            _count_days(counted.filter(until=None))
            _sum_up(table, "month", "year")
            _sum_up(table, "year", "")
            _add_lasting(table, counted.exclude(until=None))
        _enter_headings(set(Tally.objects.values_list("heading_id", flat=True).distinct()))


def _count_days(lines: ListingQuerySet) -> None:
    """Count lines of one day each by month, and those of everything by day as well."""
    _write(_by_period(lines.filter(heading=""), "day"))
    for prefix in _NOT_TALLIED:
        lines = lines.exclude(heading__startswith=prefix)
    _write(_by_period(lines, "month"))


def _by_period(lines: ListingQuerySet, scale: str) -> QuerySet:
    """How many records each heading has in each period: rows of the tallies."""
    noun, facet = (
        Value(lines.model.record_name),
        Left("heading", StrIndex("heading", Value(":")) - 1),
    )
    period = Left(Cast("date", CharField()), LENGTHS[scale])
    rows = lines.values_list(noun, "heading", facet, Value(scale), period)
    return rows.annotate(Count("pk")).order_by("heading", period)


def _sum_up(table: type[Listing], scale: str, longer: str) -> None:
    """Count by a longer scale what is counted by a shorter one."""
    tallies = Tally.objects.filter(noun=table.record_name, scale=scale)
    period = Left("period", LENGTHS[longer]) if longer else Value("")
    rows = tallies.values_list("noun", "heading_id", "facet", Value(longer), period)
    _write(rows.annotate(Sum("count")).order_by("heading_id", period))


def _write(rows: QuerySet) -> None:
    """Let the database write rows of the tallies as it finds them: they are as many as lines."""
    query, params = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO events_tally ({_COLUMNS}) {query}", params)


_COLUMNS = "noun, heading_id, facet, scale, period, count"


def _add_lasting(table: type[Listing], lines: ListingQuerySet) -> None:
    """Count what lasts in every period it may have been in."""
    rows = lines.values_list(f"{table.record_name}_id", *Line._fields[1:]).iterator(_MANY)
    while batch := [Line._make(row) for row in islice(rows, _MANY)]:
        count_lines(table, batch)
