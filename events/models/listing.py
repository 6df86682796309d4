"""The public index: under which headings, and at which date, published records stand."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils import timezone

from events.models.base import public

FEW = 500  # records that are sooner looked through than the archive


class ListingQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """The lines of what the public may see at the moment `at`."""
        at = at or timezone.now()
        gate = public(at, f"{self.model.record_name}__")
        return self.filter(Q(since=None) | Q(since__lte=at), gate)

    def counted(self):
        """The lines that are open to the public and stand in the tallies: no record is looked at.

        As true as the edition is: what is scheduled joins them when the next one begins.
        """
        return self.filter(counted=True)

    def under(
        self,
        groups: Sequence[Sequence[str]] = (),
        *,
        among: Collection[int] | None = None,
        prefix: str = "",
    ):
        """One line for each record that stands under some heading of every group.

        The ids of `few_under` lead the search if given, or else the first group of one heading.
        """
        record = f"{self.model.record_name}_id"
        leading = next((group[0] for group in groups if len(group) == 1), "")
        lines = self.filter(heading=prefix + leading)
        if among is not None:
            leading = None
            lines = self.of_records(among, heading=prefix)
        for group in groups:
            if list(group) != [leading]:
                others = self.model.objects.filter(heading__in=group, counted=True)
                lines = lines.filter(Exists(others.filter(**{record: OuterRef(record)})))
        return lines

    def side_by_side(
        self,
        groups: Sequence[Sequence[str]],
        *,
        among: Collection[int] | None = None,
        prefix: str = "",
    ) -> list:
        """Lists that together hold what stands `under` these groups, some of it more than once.

        Where every filter has alternatives, each of the first leads a list of its own, which is
        read from its newest line; all of the archive would be looked through for their lines else.
        """
        if among is None and groups and all(len(group) > 1 for group in groups):
            first, *rest = groups
            return [self.under([[heading], *rest], prefix=prefix) for heading in first]
        return [self.under(groups, among=among, prefix=prefix)]

    def of_records(self, pks: Collection[int], heading: str = ""):
        """The lines of these records under one heading, or their lines of everything."""
        # As a range, which SQLite takes for wide, so that it goes by the ids.
        record = f"{self.model.record_name}_id"
        return self.filter(**{f"{record}__in": pks}, heading__range=(heading, heading))

    def few_under(self, groups: Sequence[Sequence[str]]) -> set[int] | None:
        """The ids of all records under one of the groups, if there is one that holds only a few.

        Where headings meet is anybody's guess: led by a broad one, a search for what also stands
        under a narrow one reads all of the archive. One heading alone is read from its newest line.
        """
        if sum(map(len, groups)) < 2:
            return None
        for group in groups:
            lines = self.model.objects.filter(heading__in=group)
            few = if_few(lines.values_list(f"{self.model.record_name}_id", flat=True))
            if few is not None:
                return few
        return None

    def between(self, first: date | None, last: date | None):
        """At a date from `first` to `last`, both included; None leaves that side open."""
        lines = self.filter(date__gte=first) if first else self
        return lines.filter(date__lte=last) if last else lines

    def lasting_to(self, day: date):
        """Of what lasts: what was still going on, or may have been, on this day."""
        return self.filter(until__gte=day)

    def past(self, today: date):
        return self.filter(Q(until__lt=today) | Q(until=None, date__lt=today))

    def newest_first(self):
        return self.order_by("-date", f"-{self.model.record_name}_id")

    def packed(self, most: int) -> list[tuple[int, str, str | None, str]]:
        """Of the newest: id, first day, last day and all headings of the record's facets."""
        record = f"{self.model.record_name}_id"
        everything = self.model.objects.filter(heading="", **{record: OuterRef(record)})
        packed = Subquery(everything.values("packed")[:1])
        lines = self.with_days_as_text().annotate(all_headings=packed).newest_first()
        return list(lines.values_list(record, "day", "last", "all_headings")[:most])

    def with_days_as_text(self):
        """For whoever reads hundreds: making dates of them takes as long as finding the lines."""
        return self.annotate(
            day=Cast("date", models.CharField()), last=Cast("until", models.CharField())
        )


class Listing(models.Model):
    """One line of the public index: a published record stands under this heading at this date.

    A heading is a noun and an id or a value ("place:12", "kind:concert", "" for everything). A
    record in Brussels also stands under Belgium, so a list by place is one range of one index,
    however large the archive. `events.actions.listing` writes the lines. They only find records:
    who may see them is decided by `published()`.
    """

    heading = models.CharField(max_length=60, blank=True)
    date = models.DateField()
    # The last day of what lasts, or of the month or year in which it was.
    until = models.DateField(null=True)
    # The line opens at this moment: when a record it comes through is scheduled.
    since = models.DateTimeField(null=True)
    # Whether it is open to the public, and so in the tallies and in the search index.
    counted = models.BooleanField(default=False)
    # On the line of everything (""): the headings of the record's facets, for counting by hand.
    packed = models.TextField(blank=True)

    objects = ListingQuerySet.as_manager()

    # The name of the foreign key to the record.
    record_name = ""

    class Meta:
        abstract = True


class Line(NamedTuple):
    """What a line of the public index says of a record."""

    record: int
    heading: str
    date: date
    until: date | None
    since: datetime | None
    counted: bool
    packed: str


def listing_of(model: type[models.Model]) -> type[Listing]:
    """The table that lists the records of a publishable model."""
    return model._meta.get_field("listings").related_model


def listed_in(table: type[Listing]) -> type[models.Model]:
    """The publishable model whose records a table lists."""
    return table._meta.get_field(table.record_name).related_model


def if_few(ids: QuerySet) -> set[int] | None:
    """These ids, unless they are many."""
    found = list(ids[: FEW + 1])
    return set(found) if len(found) <= FEW else None


def in_order(pks: list[int], records: QuerySet) -> list:
    """The public ones of these records, in this order."""
    # Unordered: the database would sort by what nobody reads.
    found = records.published().order_by().in_bulk(pks) if pks else {}
    return records.complete([found[pk] for pk in pks if pk in found])


def newest_ids(model: type[models.Model], heading: str, most: int) -> list[int]:
    """The ids of the newest public records under one heading."""
    lines = listing_of(model).objects.published().under([[heading]]).newest_first()
    return list(lines.values_list(f"{lines.model.record_name}_id", flat=True)[:most])


def newest_under(records: QuerySet, heading: str, most: int) -> list:
    """The newest public records under one heading: the short lists of other nouns' pages."""
    return in_order(newest_ids(records.model, heading, most), records)
