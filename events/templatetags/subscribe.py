"""What a page says of its files: for programs in its head, for readers at its end."""

from collections.abc import Iterator
from urllib.parse import quote

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.serializers.canonical import canonical_address
from events.serializers.formats import CONTENT_TYPES, file_address

register = template.Library()

DOWNLOADS = {"ics": "iCalendar", "csv": "CSV", "json": "JSON", "geojson": "GeoJSON"}


@register.simple_tag(takes_context=True)
def alternates(context) -> SafeString:
    """The links by which readers and calendars find the files of a page."""
    return format_html_join(
        "\n  ",
        '<link rel="alternate" type="{}" href="{}">',
        (
            (CONTENT_TYPES[extension].partition(";")[0], address)
            for extension, address in _files(context)
        ),
    )


@register.inclusion_tag("components/subscribe.html", takes_context=True)
def subscribe(context) -> dict:
    """The ways to keep up with a list, and what of a page can be taken along."""
    files = dict(_files(context))
    return {
        "feed": files.get("atom"),
        "calendars": _calendars(context, files["ics"]) if {"atom", "ics"} <= files.keys() else (),
        "downloads": [(name, files[each]) for each, name in DOWNLOADS.items() if each in files],
    }


def _files(context) -> Iterator[tuple[str, str]]:
    """The extension and address of each file of the page, with its filters and from its start."""
    view, request, form = (context.get(name) for name in ("view", "request", "form"))
    if context.get("is_preview") or not hasattr(view, "extensions"):
        return
    path = context.get("files_of") or request.path
    given = canonical_address(form, path, "") if form else path
    if initial := context.get("initial"):
        given = f"{path}?initial={quote(initial)}"
    page, mark, query = given.partition("?")
    for extension in view.extensions:
        yield extension, f"{file_address(page, extension)}{mark}{query}"


def _calendars(context, address: str) -> list[tuple[str, str]]:
    """Calendar programs, and the address by which each subscribes; asked only when followed."""
    webcal = f"webcal:{context['request'].build_absolute_uri(address).partition(':')[2]}"
    cid = quote(webcal, safe="")
    return [
        (_("your calendar program"), webcal),
        ("Google Calendar", f"https://calendar.google.com/calendar/r?cid={cid}"),
        ("Outlook", f"https://outlook.live.com/calendar/0/addfromweb?url={cid}"),
    ]
