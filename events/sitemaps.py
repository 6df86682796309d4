"""The permanent addresses of all that is public, for search engines, in files of bounded size."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage, Page
from django.db.models import QuerySet

from events.models import Event, Occasion, Organization, Person, Place, Topic, Work

# The protocol allows 50,000, but so many would keep a worker busy for five seconds.
MOST_ADDRESSES = 5_000


class KeyRanges:
    """Pages of records by ranges of their ids: the third holds ids from 10,000 on.

    Ordinary pages count the archive and step over all that comes before, for each file anew.
    """

    def __init__(self, records: QuerySet, size: int):
        self.records, self.size = records.order_by("pk"), size

    def page(self, number: int) -> Page:
        start = (number - 1) * self.size
        found = list(self.records.filter(pk__gte=start, pk__lt=start + self.size))
        if not found:
            raise EmptyPage
        return Page(found, number, self)

    @property
    def page_range(self) -> Iterator[int]:
        """The numbers of the pages that hold something."""
        number = 0
        ids = self.records.values_list("pk", flat=True)
        while pk := ids.filter(pk__gte=number * self.size).first():
            number = pk // self.size + 1
            yield number


class RecordSitemap(Sitemap):
    """The records of one noun; `fields` are those that make up their addresses."""

    limit = MOST_ADDRESSES
    model: type
    fields: tuple[str, ...]

    def items(self) -> QuerySet:
        return self.model.objects.published().only(*self.fields)

    @property
    def paginator(self) -> KeyRanges:
        return KeyRanges(self.items(), self.limit)


class PublishableSitemap(RecordSitemap):
    """Events or reports, each with the last moment its page changed.

    Pages of people, places and the like change with every record that leads to them, which no
    field tells; a date that is not true is worse than none.
    """

    def lastmod(self, record) -> datetime:
        return max(record.modified_at, record.public_since)


class EventSitemap(PublishableSitemap):
    model, fields = Event, ("title", "modified_at", "public_since")


class PlaceSitemap(RecordSitemap):
    model, fields = Place, ("name",)


class PersonSitemap(RecordSitemap):
    model, fields = Person, ("name",)


class OrganizationSitemap(RecordSitemap):
    model, fields = Organization, ("name",)


class OccasionSitemap(RecordSitemap):
    model, fields = Occasion, ("name",)


class WorkSitemap(RecordSitemap):
    model, fields = Work, ("title",)


class TopicSitemap(RecordSitemap):
    model, fields = Topic, ("slug",)


# By the first part of the addresses in them.
SECTIONS: dict[str, type[Sitemap]] = {
    "events": EventSitemap,
    "places": PlaceSitemap,
    "people": PersonSitemap,
    "organizations": OrganizationSitemap,
    "occasions": OccasionSitemap,
    "works": WorkSitemap,
    "topics": TopicSitemap,
}
