"""Keep the public index true: the lines by which lists find what is published, and the tallies.

Whoever changes a record calls one of these verbs in its transaction; each begins a new edition.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from django.db import connection, models, transaction
from django.utils import timezone

from events.actions.counting import count_lines
from events.actions.edition import new_edition
from events.models import (
    Edition,
    Event,
    Heading,
    Linkable,
    Listing,
    Publishable,
    Tally,
    Topic,
)
from events.models.bulk import insert_rows
from events.models.event import LASTING
from events.models.heading import FACETS, heading_for, noun_of
from events.models.listing import Line, listed_in, listing_of
from events.search.index import forget_names, index_names, index_records

_PACKED = {*FACETS, "at"}
_BATCH = 500  # rows of one statement
_MARKS = ("", LASTING)


class Rewriting(NamedTuple):
    """The lines of some records as they stood, and as they stand now."""

    before: set[Line]
    after: set[Line]


def list_event(event: Event) -> None:
    """Write the event's lines anew, and those of the reports about it."""
    list_records(Event.objects.filter(pk=event.pk))
    list_records(event.reports.all(), reworded=False)


def list_records(records: models.QuerySet, *, reworded: bool = True) -> int:
    """Write the lines of events or reports anew; return how many records were read.

    `reworded` says that their own words may have changed, not only what they stand under; the
    search index then reads them again.
    """
    read = 0
    for chunk in _chunks(records):
        read += len(chunk)
        _list_anew(chunk, reworded=reworded)
    return read


def list_again(record: Publishable) -> Rewriting:
    """Write the lines of one record anew, as it is in the database; return what they were."""
    records = type(record).objects.filter(pk=record.pk)
    return _list_anew(list(records.with_headings()), reworded=True)


def _list_anew(records: list[Publishable], *, reworded: bool) -> Rewriting:
    table = listing_of(type(records[0]))
    with transaction.atomic(savepoint=False):
        if any(record.public_since for record in records):
            new_edition()  # what the public never saw changes none of its pages
        written = _write_lines(table, records)
        moved = {line.record for line in written.before ^ written.after}
        index_records(
            [record for record in records if reworded or record.pk in moved],
            [(line.record, line.heading) for line in written.after if line.counted],
        )
    return written


def list_new(records: list[Publishable], *, tallied: bool = True) -> None:
    """Write the lines of records that have none yet, loaded `with_headings`.

    Not `tallied`, they are left to be counted with everything else (`counting.count_everything`).
    """
    table = listing_of(type(records[0]))
    now = timezone.now()
    with transaction.atomic(savepoint=False):
        new_edition()
        lines = [line for record in records for line in _lines_of(record, now)]
        _add(table, lines, tallied=tallied)
        _announce(table, lines)


def list_also(table: type[Listing], lent: dict[int, set[str]], *, tallied: bool = True) -> set[int]:
    """Let records stand under more headings from now on; return for whom that is new.

    What reports lend their events: when a thousand come in at once, the events are not read.
    """
    asked = {f"{mark}{heading}" for each in lent.values() for heading in each for mark in _MARKS}
    with transaction.atomic(savepoint=False):
        new_edition()
        there = _lines_there(table, list(lent), {"", *asked})
        # Lines that were to open later open now.
        _delete(table, [pk for line, pk in there.items() if line.heading and line.since])
        standing = {(line.record, line.heading) for line in there if not line.since}
        added, packed = [], []
        for whole, pk in there.items():
            missing = {each for each in lent[whole.record] if (whole.record, each) not in standing}
            if whole.heading or not missing:
                continue
            marks = _MARKS if whole.until else ("",)
            headings = [f"{mark}{heading}" for heading in sorted(missing) for mark in marks]
            added += [whole._replace(heading=heading, packed="") for heading in headings]
            packed.append((" ".join(sorted({*whole.packed.split(), *missing})), pk))
        _add(table, added, tallied=tallied)
        with connection.cursor() as cursor:
            statement = f"UPDATE {table._meta.db_table} SET packed = %s WHERE id = %s"  # noqa: S608
            cursor.executemany(statement, packed)
    return {line.record for line in added}


def list_everything() -> int:
    """Write the whole public index from nothing, its tallies too; return how many records it has.

    In one transaction: readers see the old index until the new one is there.
    """
    with transaction.atomic():
        new_edition()
        Tally.objects.all().delete()
        tables = Listing.__subclasses__()
        for table in tables:
            table.objects.all().delete()
        read = 0
        for table in tables:
            published = {"status": Publishable.Status.PUBLISHED}
            read += list_records(listed_in(table).objects.filter(**published))
        return read


def relist(linkable: Linkable | Topic) -> int:
    """Write anew what the directory says of a record, and the lines of all that stands under it.

    Called when it is renamed, and when a place gets another parent, an occasion another place, a
    work other creators.
    """
    headings = _headings_of(linkable)
    new_edition()
    read = 0
    for table in Listing.__subclasses__():
        lines = table.objects.filter(heading__in=headings).values(f"{table.record_name}_id")
        read += list_records(listed_in(table).objects.filter(pk__in=lines))
    return read


def rename_heading(linkable: Linkable | Topic) -> None:
    """Write the record's names, address and point into the directory and the search index."""
    with transaction.atomic():
        new_edition()
        index_names(linkable)
        for row in Heading.objects.filter(key__in=_headings_of(linkable)):
            heading_for(row.key, linkable).save(force_update=True)


def current_edition() -> Edition:
    """The edition the public reads now; what has fallen due is opened first."""
    edition = Edition.current()
    if edition.is_due:
        settle_due()
        edition = Edition.current()
    return edition


def settle_due() -> None:
    """List and count what was scheduled for a moment that has now come."""
    with transaction.atomic():
        new_edition()
        if not Edition.current().is_due:
            return  # another process was quicker
        # Whatever is still to come says again when, as it is listed anew.
        Edition.objects.update(next_due=None)
        for table in Listing.__subclasses__():
            waiting = table.objects.filter(counted=False).values(f"{table.record_name}_id")
            list_records(listed_in(table).objects.filter(pk__in=waiting))


def forget_heading(linkable: Linkable | Topic, pk: int) -> None:
    """Strike a deleted record, which had this number, off the directory and the lines under it."""
    linkable.pk = pk  # taken from it with its row
    with transaction.atomic():
        relist(linkable)
        forget_names(type(linkable), [pk])
        Heading.objects.filter(key__in=_headings_of(linkable)).delete()


def _headings_of(linkable: Linkable | Topic) -> list[str]:
    nouns = type(linkable).heading_nouns or (linkable._meta.model_name,)
    return [f"{noun}:{linkable.pk}" for noun in nouns]


def _chunks(records: models.QuerySet, size: int = 500) -> Iterable[list[Publishable]]:
    """The records in chunks, each loaded with what its headings come from."""
    few = list(records.with_headings().order_by("pk")[: size + 1])
    if len(few) <= size:
        yield from [few] if few else []
        return
    keys = list(records.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), size):
        wanted = records.model.objects.filter(pk__in=keys[start : start + size])
        yield list(wanted.with_headings().order_by("pk"))


def _write_lines(table: type[Listing], records: list[Publishable]) -> Rewriting:
    """Replace the lines of these records where they differ."""
    now = timezone.now()
    wanted = {line for record in records for line in _lines_of(record, now)}
    there = _lines_there(table, [record.pk for record in records])
    stale = [line for line in there if line not in wanted]
    new = sorted(wanted - there.keys(), key=lambda line: line[:2])
    _delete(table, [there[line] for line in stale])
    _insert(table, new)
    count_lines(table, new, stale)
    _announce(table, wanted)
    return Rewriting(set(there), wanted)


def _lines_of(record: Publishable, now: dt.datetime) -> Iterator[Line]:
    """The lines a record should have."""
    if record.status != Publishable.Status.PUBLISHED:
        return
    headings = record.headings()
    packed = " ".join(sorted(key for key in headings if noun_of(key) in _PACKED))
    pk, date, until = record.pk, record.listing_date, record.listing_until
    visible = record.visible_from
    is_open = visible is None or visible <= now
    for heading, since in headings.items():
        to_come = since if since and since > now else None
        counted = is_open and not to_come
        yield Line(pk, heading, date, until, to_come, counted, "" if heading else packed)


def _lines_there(
    table: type[Listing], pks: list[int], headings: Collection[str] = ()
) -> dict[Line, int]:
    """The lines these records have, all of them or those under some headings."""
    key = f"{table.record_name}_id"
    lines = table.objects.filter(**{f"{key}__among": pks})
    if headings:
        lines = lines.filter(heading__in=headings)
    values = lines.values_list(key, *Line._fields[1:], "pk")
    return {Line._make(value[:-1]): value[-1] for value in values}


def _delete(table: type[Listing], pks: list[int]) -> None:
    for start in range(0, len(pks), _BATCH):
        table.objects.filter(pk__in=pks[start : start + _BATCH]).delete()


def _add(table: type[Listing], lines: list[Line], *, tallied: bool) -> None:
    _insert(table, lines)
    if tallied:
        count_lines(table, lines)


def _insert(table: type[Listing], lines: list[Line]) -> None:
    if lines:
        insert_rows(table, [f"{table.record_name}_id", *Line._fields[1:]], lines)


def _announce(table: type[Listing], lines: Iterable[Line]) -> None:
    """Note when the next of the lines that are not open yet opens."""
    waiting = {line.record for line in lines if not line.counted}
    if not waiting:
        return
    model = listed_in(table)
    moments = {line.since for line in lines if line.since}
    moments |= {record.visible_from for record in model.objects.filter(pk__in=waiting)}
    now = timezone.now()
    if to_come := [moment for moment in moments if moment and moment > now]:
        new_edition(due=min(to_come))
