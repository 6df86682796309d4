"""How many public records stand under each heading: counted when they change, not when asked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import connection, models
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
        found = self.filter(noun=noun, facet=facet, scale=scale_of_period(period), period=period)
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


class TallyRow(NamedTuple):
    """A tally with what the directory says of its heading."""

    key: str
    label: str
    address: str
    parent: str
    latitude: float | None
    longitude: float | None
    period: str
    count: int


def rows_of(asked: Mapping[str, models.QuerySet]) -> dict[str, list[TallyRow]]:
    """The answers to several questions about tallies, asked in one query."""
    columns = [f"heading__{name}" for name in TallyRow._fields[:6]] + ["period", "count"]
    parts, params = [], []
    for number, tallies in enumerate(asked.values()):
        sql, its_params = tallies.values_list(*columns).query.sql_with_params()
        # In brackets of its own: SQLite lets no part of a union be ordered or limited.
        parts.append(f"SELECT {number} AS question, part{number}.* FROM ({sql}) AS part{number}")  # noqa: S608 -- Django's own SQL
        params += its_params
    found: dict[str, list[TallyRow]] = {name: [] for name in asked}
    names = list(asked)
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), params)
            for row in cursor.fetchall():
                found[names[row[0]]].append(TallyRow._make(row[1:]))
    return found


# How long a period is when written down: "", "2026", "2026-02", "2026-02-23".
LENGTHS = {"": 0, "year": 4, "month": 7, "day": 10}


def scale_of_period(period: str) -> str:
    return next(scale for scale, length in LENGTHS.items() if length == len(period))


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
