"""Pure: calendar dates with the precision they are known to.

A historic date is a day, a month or a year, never midnight of something. A partial date is
stored as its first day beside its precision.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import TextChoices
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class DatePrecision(TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("the day")
    MONTH = "month", _("the month")
    YEAR = "year", _("the year")


# ISO 8601 calendar dates, reduced precision allowed; ASCII digits only.
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, month or year of the Gregorian calendar, as `first` day and precision."""

    first: dt.date
    precision: str = DatePrecision.DAY

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read YYYY, YYYY-MM or YYYY-MM-DD; ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(f"not a date: {text[:40]!r}")
        year, month, day = match.groups()
        precision = (
            DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
        )
        return cls(dt.date(int(year), int(month or 1), int(day or 1)), precision)

    @property
    def last(self) -> dt.date:
        """The last day the date can mean."""
        return last_day(self.first, None, self.precision)

    @property
    def around(self) -> list["PartialDate"]:
        """The year, and the month, that a day lies in; the year of a month; nothing of a year."""
        scales = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)
        larger = scales[: scales.index(self.precision)]
        return [PartialDate.parse(str(PartialDate(self.first, scale))) for scale in larger]

    @property
    def parts(self) -> list["PartialDate"]:
        """The months of a year, the days of a month; a day has none."""
        if self.precision == DatePrecision.YEAR:
            months = range(1, 13)
            return [
                PartialDate(self.first.replace(month=month), DatePrecision.MONTH)
                for month in months
            ]
        if self.precision == DatePrecision.MONTH:
            return [PartialDate(self.first.replace(day=day)) for day in range(1, self.last.day + 1)]
        return []

    def __str__(self) -> str:
        known: dict[str, int] = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}
        return self.first.isoformat()[: known.get(self.precision, 10)]

    @property
    def label(self) -> str:
        """As a reader reads it: "23 February 2026", "February 2026", "2026"."""
        return format_date(self.first, self.precision)


def last_day(first: dt.date, end: dt.date | None, precision: str) -> dt.date:
    """The last day covered by something that starts on `first`, known to `precision`."""
    start_of_end = end or first
    if precision == DatePrecision.YEAR:
        return dt.date(start_of_end.year, 12, 31)
    if precision == DatePrecision.MONTH:
        year, month = start_of_end.year, start_of_end.month
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return start_of_end


def format_date(day: dt.date, precision: str = DatePrecision.DAY) -> str:
    """One date at its precision, in the language of the page."""
    if precision == DatePrecision.YEAR:
        return f"{day.year:04}"
    return _written(day, "F Y" if precision == DatePrecision.MONTH else "j F Y", get_language())


@lru_cache(maxsize=4096)
def _written(day: dt.date, pattern: str, _language: str) -> str:
    # Kept, as the days of a list are few and each would take 15 µs.
    return formats.date_format(day, pattern)


def format_period(first: dt.date, end: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """A period without saying anything twice: "23–27 July 2018", "30 June – 2 July 2018"."""
    if not end or format_date(first, precision) == format_date(end, precision):
        return format_date(first, precision)
    # Whatever else a noun may say of its date, such as "reported", is said of days.
    of_days = precision not in (DatePrecision.MONTH, DatePrecision.YEAR)
    if of_days and (first.year, first.month) == (end.year, end.month):
        return f"{first.day}–{format_date(end)}"
    if of_days and first.year == end.year:
        return f"{formats.date_format(first, 'j F')} – {format_date(end)}"
    dash = "–" if precision == DatePrecision.YEAR else " – "
    return f"{format_date(first, precision)}{dash}{format_date(end, precision)}"
