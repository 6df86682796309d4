"""How many public records stand under each heading: counted when they change, not when asked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import models
from django.utils.translation import gettext as _


@dataclass(frozen=True, order=True)
class Count:
    """A number of records; where counting stopped early, there are at least so many."""

    number: int
    capped: bool = False

    def __str__(self) -> str:
        if self.capped and not self.number:
            return str(_("not counted"))
        return f"{intcomma(self.number)}+" if self.capped else intcomma(self.number)


class TallyQuerySet(models.QuerySet):
    def of(self, noun: str, headings: Collection[str]):
        """Of the records of one noun ("event", "report"), under these headings."""
        return self.filter(noun=noun, heading__in=headings)

    def whole(self):
        """Over all time."""
        return self.filter(scale="")

    def busiest(self, noun: str, facet: str, period: str = ""):
        """The headings of one facet under which the most records of a period stand, in order."""
        found = self.filter(noun=noun, facet=facet, scale=scale_of(period), period=period)
        return found.order_by("-count", "heading")


class Tally(models.Model):
    """So many public records of one noun stand under a heading, in all or in one year or month.

    Days are kept only under the heading of everything (""). An event that lasts, or whose day is
    not known, counts in every period it may have been in.
    Written by `events.actions.listing` together with the lines of the public index.
    """

    noun = models.CharField(max_length=10)
    heading = models.ForeignKey(
        "events.Heading",
        on_delete=models.CASCADE,
        related_name="tallies",
        db_constraint=False,
        db_index=False,
    )
    facet = models.CharField(max_length=20, blank=True)  # the heading's noun: "place"
    scale = models.CharField(max_length=5, blank=True)  # "" for all time, "year", "month", "day"
    period = models.CharField(max_length=10, blank=True)  # "", "2026", "2026-02", "2026-02-23"
    count = models.IntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="tally_once", fields=["noun", "heading", "scale", "period"]
            ),
        ]
        indexes = [
            models.Index(
                fields=["noun", "facet", "scale", "period", "-count", "heading"],
                name="tally_busiest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading_id} {self.period}: {self.count} of {self.noun}"


def scale_of(period: str) -> str:
    """ "2026" -> "year", "2026-02" -> "month", "2026-02-23" -> "day", "" -> ""."""
    return {0: "", 4: "year", 7: "month", 10: "day"}[len(period)]


def periods_of(first: date, last: date | None, *, with_days: bool = False) -> Iterator[str]:
    """The periods a record counts in: all time, the years and months from `first` to `last`."""
    last = last or first
    yield ""
    yield from (f"{year:04d}" for year in range(first.year, last.year + 1))
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{month // 12:04d}-{month % 12 + 1:02d}"
    if with_days:
        for day in range(first.toordinal(), last.toordinal() + 1):
            yield date.fromordinal(day).isoformat()
