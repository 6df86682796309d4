"""What the lists of the back office need in their templates."""

import calendar
from datetime import date

from django import template
from django.utils import formats
from django.utils.translation import gettext as _

register = template.Library()

# An archive with one date of 1815 does not offer two hundred years at once.
MOST_YEARS = 40


@register.inclusion_tag("admin/date_steps.html")
def date_steps(cl):
    """Years, then months, then days to narrow a list by.

    Django's own `date_hierarchy` reads every row to offer only dates that have some; this reads
    the first and the last date from an index.
    """
    field = cl.date_hierarchy
    year, month, day = (_chosen(cl, f"{field}__{part}") for part in ("year", "month", "day"))
    if not year:
        return {"choices": _years(cl, field)}
    if not month or not 1 <= month <= 12:
        names = [(m, formats.date_format(date(year, m, 1), "F")) for m in range(1, 13)]
        choices = [_step(cl, name, field, year=year, month=m) for m, name in names]
        return {"back": _step(cl, _("All dates"), field), "choices": choices}
    back = _step(cl, str(year), field, year=year)
    if day:
        label = formats.date_format(date(year, month, 1), "F Y")
        back = _step(cl, label, field, year=year, month=month)
        return {"back": back, "choices": [{"title": day}]}
    days = range(1, calendar.monthrange(year, month)[1] + 1)
    return {
        "back": back,
        "choices": [_step(cl, str(d), field, year=year, month=month, day=d) for d in days],
    }


def _chosen(cl, name: str) -> int | None:
    value = cl.params.get(name)
    value = value[0] if isinstance(value, list) else value
    return int(value) if value and value.isdecimal() and 0 < int(value[:4]) < 10000 else None


def _years(cl, field: str) -> list[dict]:
    dates = cl.root_queryset.exclude(**{field: None}).values_list(field, flat=True)
    first, last = dates.order_by(field).first(), dates.order_by(f"-{field}").first()
    if not first:
        return []
    years = range(last.year, max(first.year, last.year - MOST_YEARS + 1) - 1, -1)
    return [_step(cl, str(year), field, year=year) for year in years]


def _step(cl, title: str, field: str, **parts: int) -> dict:
    link = cl.get_query_string(
        {f"{field}__{part}": value for part, value in parts.items()}, [f"{field}__"]
    )
    return {"title": title, "link": link}
