"""Pure: the periods a search is looked through in, so that it stops when a page is full.

A word that stands in every third report fills a page from the newest month; a rare one is found
whole in the last of a handful of periods. Months and years are marks in the index, so that each
period is met there and not row by row.
"""

import calendar
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from events.search.entry import first_key, last_key

_MONTHS = (1, 2, 9)  # how long the first periods are
_YEARS = 4


class Window(NamedTuple):
    """A period, and the marks that everything in it carries one of; none for any."""

    first: date
    last: date
    marks: list[str]

    @property
    def lowest(self) -> int:
        return first_key(self.first)

    @property
    def highest(self) -> int:
        return last_key(self.last)


def windows(first: date, last: date, *, ascending: bool = False) -> Iterator[Window]:
    """The time from `first` to `last` in ever longer periods, the latest or the earliest first."""
    step = 1 if ascending else -1
    near, far = (_month(first), _month(last))[::step]
    for months in _MONTHS:
        end = near + step * (months - 1)
        first_month, last_month = sorted((near, end))
        marks = [_mark(month) for month in range(first_month, last_month + 1)]
        yield _window(marks, first_month, last_month)
        near = end + step
        if (far - near) * step < 0:
            return
    years = sorted((near // 12, near // 12 + step * _YEARS))
    bounds = sorted((near, (years[1] * 12 + 11) if ascending else years[0] * 12))
    yield _window([f":{year:04d}" for year in range(years[0], years[1] + 1)], *bounds)
    near = bounds[1] + 1 if ascending else bounds[0] - 1
    if (far - near) * step >= 0:
        yield _window([], *sorted((near, far)))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _mark(month: int) -> str:
    return f":{month // 12:04d}-{month % 12 + 1:02d}"


def _window(marks: list[str], first: int, last: int) -> Window:
    """From the first of one month to the end of another, as far as there are dates."""
    first, last = max(first, _month(date.min)), min(last, _month(date.max))
    year, month = divmod(last, 12)
    return Window(
        date(first // 12, first % 12 + 1, 1),
        date(year, month + 1, calendar.monthrange(year, month + 1)[1]),
        marks,
    )
