"""Keep the public index true: the lines by which lists find what is published."""

from collections.abc import Iterable

from django.db import models, transaction

from events.models import Event, Listing, Publishable
from events.models.linkable import PublicWhenLinked


def list_event(event: Event) -> None:
    """Write the event's lines anew, and those of the reports about it."""
    list_records(Event.objects.filter(pk=event.pk))
    list_records(event.reports.all())


def list_records(records: models.QuerySet) -> int:
    """Write the lines of events or reports anew; return how many records were read."""
    table = records.model._meta.get_field("listings").related_model
    read = 0
    for chunk in _chunks(records):
        read += len(chunk)
        _write_lines(table, chunk)
    return read


def relist(linkable: PublicWhenLinked) -> int:
    """Write the lines of all that stands under this record, after it moved in the world.

    Called when a place gets another parent, an occasion another place, a work other creators.
    """
    nouns = type(linkable).heading_nouns or (linkable._meta.model_name,)
    headings = [f"{noun}:{linkable.pk}" for noun in nouns]
    read = 0
    for table in Listing.__subclasses__():
        record = table._meta.get_field(table.record_name)
        lines = table.objects.filter(heading__in=headings).values(f"{table.record_name}_id")
        read += list_records(record.related_model.objects.filter(pk__in=lines))
    return read


def _chunks(records: models.QuerySet, size: int = 500) -> Iterable[list[Publishable]]:
    """The records in chunks, each loaded with what its headings come from."""
    keys = list(records.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), size):
        wanted = records.model.objects.filter(pk__in=keys[start : start + size])
        yield list(wanted.with_headings().order_by("pk"))


def _write_lines(table: type[Listing], records: list[Publishable]) -> None:
    """Replace the lines of these records, touching only those that differ."""
    key = f"{table.record_name}_id"
    wanted = {
        (record.pk, heading, record.listing_date, since)
        for record in records
        if record.status == Publishable.Status.PUBLISHED
        for heading, since in record.headings().items()
    }
    pks = [record.pk for record in records]
    with transaction.atomic():
        lines = table.objects.filter(**{f"{key}__in": pks})
        there = {
            (getattr(line, key), line.heading, line.date, line.since): line.pk for line in lines
        }
        stale = [pk for line, pk in there.items() if line not in wanted]
        for start in range(0, len(stale), 500):
            table.objects.filter(pk__in=stale[start : start + 500]).delete()
        table.objects.bulk_create(
            (
                table(**{key: pk, "heading": heading, "date": date, "since": since})
                for pk, heading, date, since in sorted(
                    wanted - there.keys(), key=lambda line: line[:2]
                )
            ),
            batch_size=2000,
        )
