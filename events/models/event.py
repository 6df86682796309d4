from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager

from events.dates import format_period, last_day
from events.models.base import (
    Publishable,
    PublishableQuerySet,
    page_address,
    permalink,
    with_derived,
)
from events.models.fields import ChoiceField, LineField, ProseField
from events.models.linked import linked
from events.models.listing import Listing
from events.models.media import EventMedia, MediaItem
from events.models.place import Place
from events.models.topic import EventTopic

# What an entry of a list shows, and of its place as much as a dateline names: a town, or a venue
# and its town. Every further join is worded, planned and read into objects with each list.
_OF_ENTRY = (
    "title", "kind", "summary", "status_in_world",
    "start_date", "end_date", "last_day", "date_precision", "start_time",
    "place__name", "place__kind", "place__parent__name", "place__parent__kind",
    "occasion__name", "occasion__original_date", "occasion__date_precision", "ordinal",
)  # fmt: skip


class EventQuerySet(PublishableQuerySet):
    def on_day_of_year(self, day: date, years: range):
        """Begun on this day of one of the years, as far as the day itself is known."""
        days = []
        for year in years:
            with suppress(ValueError):  # 29 February
                days.append(day.replace(year=year))
        return self.filter(start_date__in=days, date_precision=Event.Precision.DAY)

    def with_dateline(self):
        return self.select_related("place__parent__parent__parent")

    def as_entries(self):
        """Loaded with no more than the entries of a list show."""
        return self.select_related("place__parent", "occasion").only(*_OF_ENTRY)

    def with_pictures(self):
        """Loaded with the pictures that stand beside them in a list."""
        pictures = EventMedia.objects.filter(item__kind=MediaItem.Kind.PHOTO).exclude(item__file="")
        return self.prefetch_related(
            Prefetch("media", pictures.with_renditions(), to_attr="pictures")
        )

    def with_headings(self):
        """Loaded with all that `Event.headings` reads."""
        return (
            self.with_dateline()
            .select_related("occasion__place__parent__parent__parent")
            .prefetch_related(
                "involvements",
                "participations",
                "programme__people",
                "programme__works__creators",
                "topic_links",
                Prefetch("reports", _reports_about_events()),
            )
        )


def _reports_about_events() -> models.QuerySet:
    """The published reports, with no more than what they lend an event to be listed under."""
    report = Event._meta.get_field("reports").related_model
    return report.objects.filter(status=Publishable.Status.PUBLISHED).only(
        "source", "language", "publish_at", "embargo_until"
    )


class Event(Publishable):
    """One gathering: what it was, when and where, and who called it."""

    # A list by date looks back this far for what was still going on.
    LONGEST_DAYS = 366

    class Kind(models.TextChoices):
        COMMEMORATION = "commemoration", _("commemoration")
        MEMORIAL_SERVICE = "memorial_service", _("memorial service")
        STATE_CEREMONY = "state_ceremony", _("state ceremony")
        NATIONAL_DAY = "national_day", _("national day")
        VIGIL = "vigil", _("vigil")
        RALLY = "rally", _("rally")
        PROTEST = "protest", _("protest")
        CONFERENCE = "conference", _("conference")
        RECEPTION = "reception", _("reception")
        CONCERT = "concert", _("concert")
        CULTURAL_CELEBRATION = "cultural_celebration", _("cultural celebration")
        EXHIBITION_OPENING = "exhibition_opening", _("exhibition opening")
        FILM_SCREENING = "film_screening", _("film screening")
        BOOK_PRESENTATION = "book_presentation", _("book presentation")
        AWARD_CEREMONY = "award_ceremony", _("award ceremony")
        OTHER = "other", _("other event")

    class Precision(models.TextChoices):
        DAY = "day", _("the day")
        MONTH = "month", _("the month")
        YEAR = "year", _("the year")
        REPORTED = "reported", _("only the day it was first reported")

    class WorldStatus(models.TextChoices):
        """RFC 5545 STATUS and schema.org eventStatus, in an archive's words."""

        SCHEDULED = "scheduled", _("scheduled")
        POSTPONED = "postponed", _("postponed")
        RESCHEDULED = "rescheduled", _("rescheduled")
        CANCELLED = "cancelled", _("cancelled")
        HELD = "held", _("held")

    title = LineField(
        verbose_name=_("title"),
        max_length=300,
        help_text=_("What took place, in neutral words: Remembrance evening in Brussels."),
    )
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=30, choices=Kind.choices, default=Kind.OTHER
    )
    start_date = models.DateField(
        verbose_name=_("date"),
        null=True,
        blank=True,
        help_text=_("The day, or the first day. Of a month or year enter its first day."),
    )
    end_date = models.DateField(
        verbose_name=_("last day"),
        null=True,
        blank=True,
        help_text=_("Only for an event of several days."),
    )
    date_precision = ChoiceField(
        verbose_name=_("known is"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    start_time = models.TimeField(
        verbose_name=_("begins at"), null=True, blank=True, help_text=_("Local time: 18:30.")
    )
    end_time = models.TimeField(verbose_name=_("ends at"), null=True, blank=True)
    # Derived in save(): the last day the event can have lasted to, by its precision.
    last_day = models.DateField(null=True, editable=False)
    status_in_world = ChoiceField(
        verbose_name=_("event status"),
        max_length=12,
        choices=WorldStatus.choices,
        default=WorldStatus.HELD,
    )
    place = models.ForeignKey(
        "events.Place",
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        help_text=_("The venue; the city or country where no more is known."),
    )
    occasion = models.ForeignKey(
        "events.Occasion",
        verbose_name=_("occasion"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        help_text=_("What is commemorated or celebrated."),
    )
    ordinal = models.PositiveSmallIntegerField(
        verbose_name=_("which anniversary"),
        null=True,
        blank=True,
        help_text=_("34 for the 34th, as the reports count."),
    )
    summary = ProseField(
        verbose_name=_("summary"), blank=True, help_text=_("One or two plain sentences.")
    )
    description = ProseField(verbose_name=_("description"), blank=True, help_text=_("Markdown."))
    topics = TaggableManager(
        verbose_name=_("topics"),
        through=EventTopic,
        blank=True,
        help_text=_("Separated by commas."),
    )

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-start_date", "-pk"]
        permissions = [
            ("publish_event", "Can publish and withdraw events"),
            ("tag_event", "Can give events topics"),
        ]
        indexes = [
            # Not by status first: nearly all are published, yet SQLite would take that for narrow.
            models.Index(fields=["-start_date", "-id"], name="event_by_date"),
            models.Index(fields=["place", "-start_date", "-id"], name="event_by_place"),
            models.Index(fields=["occasion", "-start_date", "-id"], name="event_by_occasion"),
            models.Index(fields=["-modified_at"], name="event_by_change"),
            # What the public has never seen is a handful in a large archive: drafts, in review.
            models.Index(
                fields=["status", "-start_date", "-id"],
                condition=Q(public_since__isnull=True),
                name="event_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=Q(end_date__isnull=True)
                | Q(start_date__isnull=False, end_date__gte=F("start_date")),
            ),
            models.CheckConstraint(
                name="event_published_with_title_and_date",
                condition=~Q(status="published") | Q(start_date__isnull=False) & ~Q(title=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return page_address("event", self.pk, self.title)

    def clean(self):
        errors = {}
        if self.end_date and not self.start_date:
            errors["start_date"] = _("An event with a last day needs a first day.")
        elif self.end_date and self.end_date < self.start_date:
            errors["end_date"] = _("The event cannot end before it starts.")
        elif self.end_date and self._lasts_days() > self.LONGEST_DAYS:
            errors["end_date"] = _(
                "An event lasts a year at most; enter a longer exhibition by its opening."
            )
        if self.end_time and not self.start_time:
            errors["start_time"] = _("An event with an end time needs a time it begins.")
        elif self.start_time and self.date_precision != self.Precision.DAY:
            errors["start_time"] = _("A time needs the day; only “%(precision)s” is known.") % {
                "precision": self.get_date_precision_display()
            }
        elif self.end_time and self._ends_on_first_day() and self.end_time < self.start_time:
            errors["end_time"] = _(
                "The event cannot end before it starts; past midnight, add the last day."
            )
        if errors:
            raise ValidationError(errors)

    def _lasts_days(self) -> int:
        """The longest it can have lasted, as far as its dates are known."""
        return (
            last_day(self.start_date, self.end_date, self.date_precision) - self.start_date
        ).days

    def _ends_on_first_day(self) -> bool:
        return self.end_date in (None, self.start_date)

    def save(self, **options):
        super().save(**with_derived(options, "last_day"))

    def derive(self) -> None:
        super().derive()
        self.last_day = self.start_date and last_day(
            self.start_date, self.end_date, self.date_precision
        )

    @property
    def permalink(self) -> str:
        return permalink("event", self.pk, self.title)

    @property
    def date_label(self) -> str:
        """The date at its true precision: "23 February 2026", "reported 23 February 2026"."""
        if not self.start_date:
            return str(_("date not known"))
        period = format_period(self.start_date, self.end_date, self.date_precision)
        if self.date_precision == self.Precision.REPORTED:
            return str(_("reported %(date)s") % {"date": period})
        return period

    @property
    def date_iso(self) -> str:
        """The start for <time datetime>, no more exact than is known."""
        known = {self.Precision.YEAR: 4, self.Precision.MONTH: 7}.get(self.date_precision, 10)
        return self.start_date.isoformat()[:known] if self.start_date else ""

    @property
    def day_address(self) -> str:
        """The archive page of the day, month or year the event belongs to."""
        return archive_address("event", self.date_iso)

    @property
    def listing_date(self) -> date | None:
        """The date under which the event stands in every list."""
        return self.start_date

    @property
    def listing_until(self) -> date | None:
        """The last day of an event that lasts, or is known to a month or year only."""
        lasts = self.last_day and self.last_day > self.start_date
        return self.last_day if lasts else None

    def headings(self) -> dict[str, datetime | None]:
        """The headings of the public index it belongs under, and since when each counts."""
        found = {"", f"kind:{self.kind}", *headings_of_place(self.place)}
        if self.place_id:
            found.add(f"at:{self.place_id}")
        found |= {f"topic:{link.tag_id}" for link in linked(self, "topic_links")}
        found |= {f"organization:{part.organization_id}" for part in linked(self, "involvements")}
        for part in linked(self, "participations"):
            found.add(f"person:{part.person_id}")
            if part.organization_id:
                found.add(f"organization:{part.organization_id}")
        creators = set()
        for item in linked(self, "programme"):
            found |= {f"person:{person.pk}" for person in linked(item, "people")}
            for work in linked(item, "works"):
                found.add(f"work:{work.pk}")
                creators |= {f"creator:{person.pk}" for person in linked(work, "creators")}
        if self.occasion:
            found.add(f"occasion:{self.occasion_id}")
        origins = headings_of_place(self.occasion and self.occasion.place, noun="origin")
        found = self._headings_of_reports() | dict.fromkeys(found)
        if self.listing_until:
            # A second line for what lasts, so that a list by date finds what was going on.
            found |= {f"{LASTING}{heading}": since for heading, since in found.items()}
        return found | dict.fromkeys(creators | origins)

    def _headings_of_reports(self) -> dict[str, datetime | None]:
        """Source and language of the published reports about it, each since it is public."""
        found: dict[str, datetime | None] = {}
        for report in linked(self, "reports"):
            for heading in (f"source:{report.source_id}", f"language:{report.language}"):
                since = report.visible_from
                found[heading] = earlier(found.get(heading, since), since)
        found.pop("language:", None)
        return found


# Before a heading: the line of an event of several days, or known to a month or year only.
LASTING = "~"


def headings_of_place(place: Place | None, noun: str = "place") -> set[str]:
    """A place's heading and those of all the places around it."""
    return {f"{noun}:{around.pk}" for around in place.lineage} if place else set()


def earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    """The earlier moment, where None is the beginning of time."""
    return min(one, other) if one and other else None


@lru_cache(maxsize=4096)
def archive_address(noun: str, iso: str) -> str:
    """The date archive of a noun for "2026", "2026-02" or "2026-02-23"."""
    if not iso:
        return reverse(f"{noun}_list")
    parts = dict(zip(("year", "month", "day"), map(int, iso.split("-")), strict=False))
    scale = ("year", "month", "day")[len(parts) - 1]
    return reverse(f"{noun}_archive_{scale}", kwargs=parts)


class EventListing(Listing):
    """A published event stands under a heading of the public index."""

    record_name = "event"

    # Found by the constraint below; an index of its own would tempt PostgreSQL to use that.
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="listings", db_index=False
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="event_listed_once", fields=["event", "heading"]),
        ]
        indexes = [
            models.Index(fields=["heading", "-date", "-event"], name="event_listing"),
            # What is scheduled is a handful in a large archive.
            models.Index(
                fields=["event"], condition=Q(counted=False), name="event_listing_to_come"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading} {self.date} {self.event_id}"
