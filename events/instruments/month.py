"""Pure: a month as a calendar has it, weeks of days with what was on each."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True)
class Day:
    """One day and what was on it; `more` did not find room."""

    date: date
    entries: Sequence[Any] = field(default_factory=list)
    more: int = 0
    is_today: bool = False


def weeks_of(days: Sequence[Day], *, first_weekday: int = 0) -> list[list[Day | None]]:
    """The days of a whole month in weeks; None where a week reaches beyond it."""
    of_month = {day.date.day: day for day in days}
    first = days[0].date
    weeks = calendar.Calendar(first_weekday).monthdayscalendar(first.year, first.month)
    return [[of_month.get(number) for number in week] for week in weeks]


def days_of(
    month: date,
    single: Mapping[date, Sequence[Any]],
    counts: Mapping[date, int],
    lasting: Sequence[tuple[date, date, Any]],
    *,
    today: date,
) -> list[Day]:
    """Every day of the month: what lasts over it, then what was on it alone.

    `counts` says how many there were, of which `single` holds some; `lasting`: (first, last, it).
    """
    size = calendar.monthrange(month.year, month.month)[1]
    days = []
    for day in (month.replace(day=1) + timedelta(days=number) for number in range(size)):
        spanning = [entry for first, last, entry in lasting if first <= day <= last]
        shown = single.get(day, ())
        days.append(
            Day(
                date=day,
                entries=[*spanning, *shown],
                more=counts.get(day, 0) - len(shown),
                is_today=day == today,
            )
        )
    return days
