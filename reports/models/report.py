from collections import defaultdict
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase

from events.dates import format_date
from events.models import Event, Listing, MediaUse, Place, Publishable, Topic
from events.models.base import PublishableQuerySet, page_address, permalink
from events.models.event import EventQuerySet, archive_address, earlier, headings_of_place
from events.models.fields import ChoiceField, LanguageField, LineField, ProseField
from events.models.history import HistoryWithLinks
from events.models.linked import linked
from events.models.place import locations

# What an entry of a list shows, and of its place as much as a dateline names.
_OF_ENTRY = (
    "headline", "standfirst", "bureau", "language", "published_on", "date_precision",
    "source__name", "dateline_place__name", "dateline_place__kind",
    "dateline_place__parent__name", "dateline_place__parent__kind",
)  # fmt: skip


# What the page of an event shows of a report.
_OF_CLIPPING = (
    "headline", "standfirst", "bureau", "language", "source_url",
    "published_on", "published_time", "date_precision", "source__name", "source__kind",
)  # fmt: skip

# What headings and the search index are made of: columns, of a place the way to its country, and
# those of linked rows.
_OF_HEADINGS = (
    "status", "publish_at", "embargo_until", "public_since", "published_on", "source", "language",
    "headline", "standfirst", "body", "byline",
)  # fmt: skip
_LINEAGE = tuple("__".join(["parent"] * level) for level in range(1, 5))
_ROWS_OF_HEADINGS = {
    "cites": ("pk",),
    "topic_links": ("content_object", "tag"),
    "mentions": ("report", "person", "organization", "place", "work", "occasion"),
    "statements": ("report", "person"),
    "citations": ("report", "participation", "involvement"),
}


class ReportQuerySet(PublishableQuerySet):
    def with_dateline(self):
        return self.select_related("source", "dateline_place__parent__parent__parent")

    def as_entries(self):
        """Loaded with no more than the entries of a list show."""
        return self.select_related("source", "dateline_place__parent").only(*_OF_ENTRY)

    def as_clippings(self):
        """Loaded with the source, and no more than stands on the page of an event."""
        return self.select_related("source").only(*_OF_CLIPPING)

    def with_public_events(self):
        """Loaded with the published events they cover, as `public_events`."""
        events = Event.objects.defer("description").prefetch_related(locations())
        return self.prefetch_related(_public_events(events))

    def complete(self, records):
        """Those filed nowhere in particular with their events, which say where it was."""
        elsewhere = [report for report in records if not report.dateline_place_id]
        if elsewhere:
            prefetch_related_objects(elsewhere, _public_events(Event.objects.as_entries()))
        return records

    def with_headings(self):
        """Loaded with all that `Report.headings` reads, and with what the search index holds."""
        place = "dateline_place__parent__parent__parent"
        return (
            self.select_related(place)
            .only(*_OF_HEADINGS, *(f"dateline_place__{around}" for around in _LINEAGE))
            .prefetch_related(
                *(_rows_of(name, *columns) for name, columns in _ROWS_OF_HEADINGS.items()),
                "mentions__place__parent__parent__parent",
                "mentions__work__creators",
                "mentions__occasion__place__parent__parent__parent",
                "citations__participation",
                "citations__involvement",
                Prefetch("events", _events_lending_headings()),
            )
        )


def _rows_of(name: str, *columns: str) -> Prefetch:
    """Linked rows in any order, with no more than these columns."""
    rows = Report._meta.get_field(name).related_model.objects
    return Prefetch(name, rows.order_by().only(*columns))


def _events_lending_headings() -> models.QuerySet:
    events = Event.objects.order_by().select_related("place__parent__parent__parent")
    place = (f"place__{around}" for around in _LINEAGE)
    return events.only("status", "publish_at", "embargo_until", "kind", "occasion", *place)


def _public_events(events: EventQuerySet) -> Prefetch:
    public = events.published().order_by("start_date", "pk")
    return Prefetch("events", public, to_attr="public_events")


class ReportTopic(ItemBase):
    """A report carries a topic."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="report_links")
    content_object = models.ForeignKey(
        "reports.Report", on_delete=models.CASCADE, related_name="topic_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="report_topic_once", fields=["content_object", "tag"]),
        ]


class Report(Publishable):
    """What one source published about one or more events."""

    class Precision(models.TextChoices):
        DAY = "day", _("the day")
        MONTH = "month", _("the month")
        YEAR = "year", _("the year")
        UNDATED = "undated", _("nothing: the copy has no date, the event's day stands in")

    headline = LineField(verbose_name=_("headline"), max_length=300)
    standfirst = ProseField(
        verbose_name=_("standfirst"), blank=True, help_text=_("The sentence under the headline.")
    )
    body = ProseField(verbose_name=_("text"), blank=True, help_text=_("Markdown."))
    source = models.ForeignKey(
        "reports.Source",
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text=_("Who published it."),
    )
    bureau = LineField(
        verbose_name=_("bureau"),
        max_length=100,
        blank=True,
        help_text=_("As in the byline: European bureau."),
    )
    byline = LineField(verbose_name=_("byline"), max_length=200, blank=True)
    section = LineField(
        verbose_name=_("section"), max_length=100, blank=True, help_text=_("Foreign policy.")
    )
    language = LanguageField(blank=True)
    published_on = models.DateField(
        verbose_name=_("published by the source on"), null=True, blank=True
    )
    published_time = models.TimeField(verbose_name=_("at"), null=True, blank=True)
    date_precision = ChoiceField(
        verbose_name=_("known is"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    source_url = models.URLField(verbose_name=_("source address"), max_length=1000, blank=True)
    dateline_place = models.ForeignKey(
        "events.Place",
        verbose_name=_("dateline place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="datelined_reports",
        help_text=_("Where the report was filed; not always where the event was."),
    )
    dateline_date = models.DateField(verbose_name=_("dateline date"), null=True, blank=True)
    cites = models.ManyToManyField(
        "reports.Source",
        verbose_name=_("cites"),
        blank=True,
        related_name="cited_in",
        help_text=_("Agencies and press offices the report itself refers to."),
    )
    events = models.ManyToManyField(
        "events.Event",
        verbose_name=_("events covered"),
        blank=True,
        related_name="reports",
    )
    topics = TaggableManager(
        verbose_name=_("topics"),
        through=ReportTopic,
        blank=True,
        help_text=_("Separated by commas."),
    )

    objects = ReportQuerySet.as_manager()
    history = HistoryWithLinks(m2m_fields=[cites, events])

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-published_on", "-pk"]
        permissions = [
            ("publish_report", "Can publish and withdraw reports"),
            ("tag_report", "Can give reports topics and mentions"),
        ]
        indexes = [
            # Not by status first: nearly all are published, yet SQLite would take that for narrow.
            models.Index(fields=["-published_on", "-id"], name="report_by_date"),
            models.Index(fields=["source", "-published_on", "-id"], name="report_by_source"),
            models.Index(fields=["-modified_at"], name="report_by_change"),
            # What the public has never seen is a handful in a large archive: drafts, in review.
            models.Index(
                fields=["status", "-published_on", "-id"],
                condition=Q(public_since__isnull=True),
                name="report_open",
            ),
            # So is what the public has seen and may not see any more.
            models.Index(
                fields=["-published_on", "-id"],
                condition=Q(withdrawn_at__isnull=False),
                name="report_withdrawn",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="report_published_with_headline_source_and_date",
                condition=~Q(status="published")
                | Q(published_on__isnull=False, source__isnull=False) & ~Q(headline=""),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return page_address("report", self.pk, self.headline)

    def clean(self):
        if self.published_time and self.date_precision != self.Precision.DAY:
            raise ValidationError({"published_time": _("A time of publication needs its day.")})

    @property
    def permalink(self) -> str:
        return permalink("report", self.pk, self.headline)

    @property
    def date_label(self) -> str:
        """The date of publication as known: "26 February 2026", "undated; filed under …"."""
        if not self.published_on:
            return str(_("date not known"))
        day = format_date(self.published_on, self.date_precision)
        if self.date_precision == self.Precision.UNDATED:
            return str(_("undated, filed under %(date)s") % {"date": day})
        return day

    @property
    def date_iso(self) -> str:
        """For <time datetime>, no more exact than is known."""
        known = {self.Precision.YEAR: 4, self.Precision.MONTH: 7}.get(self.date_precision, 10)
        return self.published_on.isoformat()[:known] if self.published_on else ""

    @property
    def day_address(self) -> str:
        """The archive page of the day, month or year it was published."""
        return archive_address("report", self.date_iso)

    @property
    def place(self) -> Place | None:
        """Where it was filed, or else where the event was; for that it has to be complete."""
        if self.dateline_place:
            return self.dateline_place
        return next((event.place for event in self.public_events if event.place), None)

    @property
    def listing_date(self) -> date | None:
        """The date under which the report stands in every list."""
        return self.published_on

    listing_until = None  # a report is of one day

    def headings(self) -> dict[str, datetime | None]:
        """The headings of the public index it belongs under, and since when each counts.

        A report stands where it was filed, where its events were, and under what it names.
        """
        found = {"", f"source:{self.source_id}", *headings_of_place(self.dateline_place)}
        if self.dateline_place_id:
            found.add(f"at:{self.dateline_place_id}")
        if self.language:
            found.add(f"language:{self.language}")
        found |= {f"cited:{source.pk}" for source in linked(self, "cites")}
        found |= {f"topic:{link.tag_id}" for link in linked(self, "topic_links")}
        for mention in linked(self, "mentions"):
            if mention.place_id:
                found |= headings_of_place(mention.place)
            else:
                found.add(mention.heading)
                found |= _headings_behind(mention)
        said = (statement.person_id for statement in linked(self, "statements"))
        found |= {f"person:{person}" for person in said if person}
        return self._headings_of_events() | dict.fromkeys(found)

    def _headings_of_events(self) -> dict[str, datetime | None]:
        """What the covered events lend, each from the moment that event is public."""
        found, stated = {}, self._headings_of_stated_parts()
        for event in linked(self, "events"):
            if event.status != self.Status.PUBLISHED:
                continue
            lent = {f"event:{event.pk}", f"kind:{event.kind}", *stated[event.pk]}
            if event.place_id:
                lent |= {f"at:{event.place_id}", *headings_of_place(event.place)}
            if event.occasion_id:
                lent.add(f"occasion:{event.occasion_id}")
            for heading in lent:
                found[heading] = earlier(found.get(heading, event.visible_from), event.visible_from)
        return found

    def _headings_of_stated_parts(self) -> dict[int, set[str]]:
        """For each event, who took part in it as the report states.

        Whose part in a hidden event is stated stays as hidden as the event.
        """
        found = defaultdict(set)
        for citation in linked(self, "citations"):
            if part := citation.participation:
                found[part.event_id].add(f"person:{part.person_id}")
            if part := citation.involvement:
                found[part.event_id].add(f"organization:{part.organization_id}")
        return found

    @property
    def credit(self) -> str:
        """Source and bureau as a byline has them: "Report News Agency, European bureau"."""
        return ", ".join(filter(None, (self.source and self.source.name, self.bureau)))


def _headings_behind(mention) -> set[str]:
    """Who made a work that is named, and where an occasion that is named came to pass."""
    if mention.work_id:
        return {f"creator:{person.pk}" for person in linked(mention.work, "creators")}
    return headings_of_place(mention.occasion_id and mention.occasion.place, noun="origin")


class ReportListing(Listing):
    """A published report stands under a heading of the public index."""

    record_name = "report"

    # Found by the constraint below; an index of its own would tempt PostgreSQL to use that.
    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="listings", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="report_listed_once", fields=["report", "heading"]),
        ]
        indexes = [
            models.Index(fields=["heading", "-date", "-report"], name="report_listing"),
            # What is scheduled is a handful in a large archive.
            models.Index(
                fields=["report"], condition=Q(counted=False), name="report_listing_to_come"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading} {self.date} {self.report_id}"


class ReportMedia(MediaUse):
    """A media item on a report."""

    record_name = "report"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="media")

    class Meta(MediaUse.Meta):
        verbose_name = _("photo or other media")
        verbose_name_plural = _("media")
        constraints = [
            models.UniqueConstraint(name="report_media_once", fields=["report", "item"]),
        ]
