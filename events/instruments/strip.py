"""Pure: the time strip over a list, a bar for each year, then month, then day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.dates import DatePrecision, PartialDate, format_period
from events.models.tally import Count

MOST_YEARS = 40  # bars of years; over more, each bar stands for ten or a hundred
_LOWEST = 5  # of a bar that is not empty: it must be seen beside one of a thousand

# The address of the same list over a period, or from one period to another; None for all time.
Address = Callable[..., str]


@dataclass(slots=True)
class Bar:
    """So many records in one period."""

    label: str  # under the bar: "Feb"
    name: str  # read out, and in words: "February 2026"
    iso: str
    count: Count
    url: str
    height: int  # 0–100, of the tallest bar
    chosen: bool
    tick: bool  # keeps its label where there is no room for all

    @property
    def is_empty(self) -> bool:
        """Known to hold nothing; where counting stopped before, there may be something."""
        return self.count == Count(0)


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars of one scale and the way back to those above."""

    scale: str
    bars: list[Bar]
    title: str
    trail: list[tuple[str, str]]  # (label, address) of the scales above, the widest first

    @property
    def wider(self) -> str:
        """The address of the scale above; empty at the top."""
        return self.trail[-1][1] if self.trail else ""


def scale_of(first: date | None, last: date | None) -> str:
    """Whether a list narrowed to this period is drawn by "year", "month" or "day"."""
    if first is None or last is None or first.year != last.year:
        return "year"
    return "day" if first.month == last.month else "month"


def time_strip(
    counts: Mapping[str, Count], *, first: date | None, last: date | None, address: Address
) -> Strip:
    """The strip of a list narrowed to a period, from counts by year, month or day (ISO 8601)."""
    scale = scale_of(first, last)
    if scale == "year" or first is None or last is None:
        trail = [(_("All years"), address(None))] if first or last else []
        return Strip("year", _years(counts, first, last, address), _between(first, last), trail)
    whole = PartialDate(first, DatePrecision.YEAR if scale == "month" else DatePrecision.MONTH)
    periods = [(part, part) for part in PartialDate.parse(str(whole)).parts]
    trail = [(_("All years"), address(None))]
    trail += [(above.label, address(above)) for above in whole.around]
    if (first, last) == (periods[0][0].first, periods[-1][0].last):
        return Strip(scale, _bars(periods, counts, None, None, address), whole.label, trail)
    trail.append((whole.label, address(whole)))
    bars = _bars(periods, counts, first, last, address)
    return Strip(scale, bars, format_period(first, last), trail)


def _between(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{first.year}–{last.year}"
    if first:
        return _("from %(date)s on") % {"date": first.year}
    return _("until %(date)s") % {"date": last.year} if last else str(_("All years"))


def _years(
    counts: Mapping[str, Count], first: date | None, last: date | None, address: Address
) -> list[Bar]:
    """A bar for each year between the first and the last that hold anything."""
    years = [int(year) for year, count in counts.items() if count != Count(0)]
    if not years:
        return []
    span = max(years) - min(years)
    step = next((step for step in (1, 10) if span < step * MOST_YEARS), 100)
    starts = range(min(years) // step * step, max(years) + 1, step)
    if step == 1:
        return _bars([(_year(y), _year(y)) for y in starts], counts, first, last, address)
    summed = {str(_year(start)): _sum(counts, range(start, start + step)) for start in starts}
    decades = [(_year(start), _year(start + step - 1)) for start in starts]
    return _bars(decades, summed, first, last, address)


def _bars(
    periods: list[tuple[PartialDate, PartialDate]],
    counts: Mapping[str, Count],
    first: date | None,
    last: date | None,
    address: Address,
) -> list[Bar]:
    """A bar for each period, marked where the list is narrowed to it."""
    nothing, language = Count(0), get_language()
    held = [counts.get(str(start), nothing) for start, _end in periods]
    tallest = max((count.number for count in held), default=0)
    bars = []
    for (start, end), count in zip(periods, held, strict=True):
        alone = start == end
        bars.append(
            Bar(
                label=_label(start) if alone else _("%(year)ss") % {"year": start.label},
                name=_name(start, language) if alone else f"{start.label}–{end.label}",
                iso=str(start),
                count=count,
                url=address(start) if alone else address(start, end),
                height=count.number and max(_LOWEST, round(100 * count.number / tallest)),
                chosen=bool(first or last)
                and (first is None or first <= end.last)
                and (last is None or start.first <= last),
                tick=len(periods) <= 12 or _number(start, end) % 5 == 0,
            )
        )
    return bars


def _label(period: PartialDate) -> str:
    if period.precision == DatePrecision.MONTH:
        return _short_month(period.first.month, get_language())
    return str(period.first.day) if period.precision == DatePrecision.DAY else period.label


@lru_cache
def _short_month(month: int, language: str | None) -> str:
    return formats.date_format(date(2000, month, 1), "M")


@lru_cache(maxsize=2000)
def _name(period: PartialDate, language: str | None) -> str:
    """What the period is called in a language; remembered, as every list of a month asks for it."""
    return period.label


def _number(start: PartialDate, end: PartialDate) -> int:
    """The day, or the year or decade counted from the year 0."""
    if start.precision == DatePrecision.DAY:
        return start.first.day
    return start.first.year // (end.first.year - start.first.year + 1)


def _year(year: int) -> PartialDate:
    """A year of the calendar, which begins with 1 and ends with 9999."""
    return PartialDate(date(min(max(year, 1), 9999), 1, 1), DatePrecision.YEAR)


def _sum(counts: Mapping[str, Count], years: range) -> Count:
    found = [count for year in years if (count := counts.get(f"{year:04}"))]
    return Count(sum(count.number for count in found), any(count.capped for count in found))
