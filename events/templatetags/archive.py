"""Datelines, trails and addresses: what every page of the archive says in the same way."""

from functools import lru_cache
from html import escape

from django import template
from django.contrib import admin
from django.contrib.humanize.templatetags.humanize import ordinal
from django.db.models import Model
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.dates import PartialDate
from events.models import Event, Place
from events.models.event import archive_address

register = template.Library()


@register.simple_tag
def dateline(record, *, large: bool = False) -> SafeString:
    """Where and when, both links: the line every event and report opens with.

    Markup from here and not from a template, since a list has twenty.
    """
    town = record.place and town_of(record.place)
    place = ""
    if town:
        place = (
            f'<a class="dateline-place" href="{escape(town.get_absolute_url())}">'
            f'{escape(town.name)}</a><span class="visually-hidden">, </span>'
        )
    iso, status = record.date_iso, _departure_from_plan(record)
    known = f' datetime="{iso}"' if iso else ""
    when = f"<time{known}>{escape(record.date_label)}</time>"
    if iso:
        when = f'<a href="{escape(record.day_address)}">{when}</a>'
    if status:
        status = f'<span class="dateline-status">{escape(status)}</span>'
    name = "dateline dateline-large" if large else "dateline"
    return SafeString(
        f'<p class="{name}">{place}<span class="dateline-date">{when}</span>{status}</p>'
    )


@register.filter
def town(record) -> str:
    """The name of the town a dateline would open with."""
    return town_of(record.place).name if record.place else ""


def town_of(place: Place) -> Place:
    """The place a dateline names: the town of a venue, or the venue where no town is known."""
    around = place
    while around.kind == Place.Kind.VENUE and around.parent:
        around = around.parent
    return around if around.kind != Place.Kind.VENUE else place


def _departure_from_plan(record) -> str:
    """The event's status, where the world did something else than was announced."""
    plain = (Event.WorldStatus.HELD, Event.WorldStatus.SCHEDULED)
    if getattr(record, "status_in_world", Event.WorldStatus.HELD) in plain:
        return ""
    return record.get_status_in_world_display()


@register.simple_tag
def occasion_line(event: Event) -> SafeString:
    """What the event was for, and which one it was as the reports count."""
    occasion = event.occasion
    link = f'<a href="{escape(occasion.get_absolute_url())}">{escape(occasion.name)}</a>'
    if not event.ordinal:
        return SafeString(link)
    which = {"count": _ordinal(event.ordinal, get_language())}
    if _counts_years(event):
        return SafeString(f"{_('%(count)s anniversary:') % which} {link}")
    return SafeString(f"{link}, {_('the %(count)s') % which}")


@lru_cache(maxsize=500)
def _ordinal(number: int, language: str | None) -> str:
    return ordinal(number)


def _counts_years(event: Event) -> bool:
    """Whether the ordinal is an age; the first "remembrance day" may come 61 years after."""
    original = event.occasion and event.occasion.original
    if not (original and event.ordinal and event.start_date):
        return False
    # Reports differ by one on whether the first year counts.
    return abs(event.start_date.year - original.first.year - event.ordinal) <= 1


@register.simple_tag
def archive_url(noun: str, date: PartialDate) -> str:
    """The date archive of `event` or `report` for a year, month or day."""
    return archive_address(noun, str(date))


@register.inclusion_tag("components/breadcrumbs.html")
def period_trail(noun: str, heading: str, period: PartialDate) -> dict:
    """The way from the list over the year and month down to the page's own period."""
    around = [(date.label, archive_address(noun, str(date))) for date in period.around]
    return {"links": [(heading, reverse(f"{noun}_list")), *around], "here": period.label}


@register.inclusion_tag("components/breadcrumbs.html")
def trail(record) -> dict:
    """The way from the register of a noun to one record; of a place, over what it lies in."""
    meta = record._meta
    around = record.lineage[:0:-1] if isinstance(record, Place) else ()
    return {
        "links": [
            (meta.verbose_name_plural.capitalize(), reverse(f"{meta.model_name}_list")),
            *((place.name, place.get_absolute_url()) for place in around),
        ],
        "here": str(record),
    }


@register.simple_tag(takes_context=True)
def absolute_url(context, address: str) -> str:
    """An address of this site with scheme and host, for what leaves the page."""
    return context["request"].build_absolute_uri(address)


@register.inclusion_tag("components/edit_line.html", takes_context=True)
def edit_line(context, record: Model) -> dict:
    """The way to the record's form, for staff who may change it."""
    user, meta = context.get("user"), record._meta
    may = f"{meta.app_label}.change_{meta.model_name}"
    if not (
        user and user.is_staff and user.has_perm(may) and admin.site.is_registered(type(record))
    ):
        return {"is_preview": context.get("is_preview")}
    form = f"admin:{meta.app_label}_{meta.model_name}_change"
    return {
        "is_preview": context.get("is_preview"),
        "edit_url": reverse(form, args=[record.pk]),
        "noun": meta.verbose_name,
    }
