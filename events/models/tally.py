"""How many public records stand under each heading: counted when they change, not when asked."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import connection, models
from django.utils.translation import gettext as _


class Count(NamedTuple):
    """A number of records; where counting stopped early, there are at least so many."""

    number: int
    capped: bool = False

    def __str__(self) -> str:
        if self.capped and not self.number:
            return str(_("not counted"))
        # Most are small, and separating thousands takes its time.
        figures = str(self.number) if self.number < 1000 else intcomma(self.number)
        return f"{figures}+" if self.capped else figures


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


class Question(NamedTuple):
    """Part of a question to the tallies: which of them, and in what order."""

    where: str
    params: tuple

    @classmethod
    def under(cls, heading: str, scale: str, within: str = "") -> "Question":
        """One heading in all periods of a scale that lie within a longer one."""
        where = "t.heading_id = %s AND t.scale = %s AND t.period >= %s AND t.period < %s"
        return cls(where, (heading, scale, within, f"{within}~"))

    @classmethod
    def of(cls, headings: Collection[str], period: str = "") -> "Question":
        """These headings in one period."""
        where = f"t.heading_id IN ({', '.join(['%s'] * len(headings))})"
        where += " AND t.scale = %s AND t.period = %s"
        return cls(where, (*headings, scale_of_period(period), period))

    @classmethod
    def beside(cls, period: str, *, later: bool) -> "Question":
        """The nearest period of the same length, before or after, that holds any record."""
        where = f"t.heading_id = '' AND t.scale = %s AND t.period {'>' if later else '<'} %s"
        where += f" ORDER BY t.period {'ASC' if later else 'DESC'} LIMIT 1"
        return cls(where, (scale_of_period(period), period))

    @classmethod
    def busiest(cls, facet: str, period: str, most: int) -> "Question":
        """The headings of one facet under which the most records of a period stand."""
        where = "t.facet = %s AND t.scale = %s AND t.period = %s"
        where += " ORDER BY t.count DESC, t.heading_id LIMIT %s"
        return cls(where, (facet, scale_of_period(period), period, most))


def rows_of(noun: str, asked: Mapping[str, Question]) -> dict[str, list[TallyRow]]:
    """The answers about the records of one noun, in one query, the most frequent first.

    Written as SQL, since Django takes longer to word a union of ten parts than a database to
    answer it.
    """
    found: dict[str, list[TallyRow]] = {name: [] for name in asked}
    if not asked:
        return found
    names, parts, params = list(asked), [], []
    for number, question in enumerate(asked.values()):
        # In brackets of its own: SQLite lets no part of a union be ordered or limited.
        part = _TALLIES % (number, question.where)
        parts.append(f"SELECT * FROM ({part}) AS q{number}")  # noqa: S608 -- words of this file only
        params += [noun, *question.params]
    with connection.cursor() as cursor:
        cursor.execute(_WITH_HEADINGS % " UNION ALL ".join(parts), params)
        for number, *row in cursor.fetchall():
            found[names[number]].append(TallyRow._make(row))
    return found


_TALLIES = """
    SELECT %d AS question, t.heading_id, t.period, t.count FROM events_tally t
    WHERE t.noun = %%s AND %s
"""
# Joined once: PostgreSQL would plan the same join for each part.
_WITH_HEADINGS = """
    SELECT t.question, h.key, h.label, h.address, h.parent, h.latitude, h.longitude,
        t.period, t.count
    FROM (%s) AS t JOIN events_heading h ON h.key = t.heading_id
    ORDER BY t.question, t.count DESC, h.key
"""

# How long a period is when written down: "", "2026", "2026-02", "2026-02-23".
LENGTHS = {"": 0, "year": 4, "month": 7, "day": 10}


def scale_of_period(period: str) -> str:
    return _SCALES[len(period)]


_SCALES = {length: scale for scale, length in LENGTHS.items()}


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
