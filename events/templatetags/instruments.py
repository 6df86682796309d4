"""The bars of the time strip, the dots of the map and the values of a facet as markup.

Written here and not in templates because a list has a hundred of them, and by f-strings because
`format_html` takes ten times as long; every text and address goes through `escape`.
"""

from collections.abc import Iterable
from functools import cache, lru_cache, partial
from html import escape
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events.dates import PartialDate
from events.instruments.map import MOST_DOTS, Dot, Map, PlaceCount, draw_map
from events.instruments.strip import Bar, Strip, time_strip
from events.models import Place
from events.models.event import archive_address
from events.models.tally import Count, Question, rows_of

register = template.Library()

_GAP = 0.2  # between two bars, of the width of one
_NAMED = 4  # places a dot names before it says that there are more


@register.filter
def counted(count: Count, noun: str) -> str:
    """A count with its noun, "12 reports"; what was not counted needs none."""
    if count.capped and not count.number:
        return str(count)
    return _noun(noun, count.number, get_language()) % {"count": str(count)}


@lru_cache(maxsize=5000)
def _noun(noun: str, number: int, language: str | None) -> str:
    """The noun beside a number in a language; remembered, as a list asks for it a hundred times."""
    if noun == "event":
        return ngettext("%(count)s event", "%(count)s events", number)
    return ngettext("%(count)s report", "%(count)s reports", number)


@register.simple_tag
def strip_bars(strip: Strip, noun: str) -> SafeString:
    """The bars as one drawing, and over it a list of links as wide as the bars."""
    plain = _outline(bar.height if not bar.chosen else 0 for bar in strip.bars)
    chosen = _outline(bar.height if bar.chosen else 0 for bar in strip.bars)
    drawing = (
        f'<svg viewBox="0 0 {len(strip.bars)} 100" preserveAspectRatio="none" aria-hidden="true">'
        f'<path d="{plain}"/><path class="is-chosen" d="{chosen}"/></svg>'
    )
    links = "".join(_bar(bar, noun) for bar in strip.bars)
    return _markup([drawing, "<ol data-roving>", links, "</ol>"])


def _outline(heights: Iterable[int]) -> str:
    """SVG path data for bars of these heights, one unit from each to the next."""
    return "".join(
        f"M{left + _GAP / 2:g} 100v-{height}h{1 - _GAP:g}v{height}z"
        for left, height in enumerate(heights)
        if height
    )


def _bar(bar: Bar, noun: str) -> str:
    item = '<li class="tick">' if bar.tick else "<li>"
    if bar.is_empty:
        return f"{item}<span>{escape(bar.label)}</span></li>"
    words = escape(f"{bar.name}: {counted(bar.count, noun)}")
    chosen = ' aria-current="true"' if bar.chosen else ""
    address = escape(bar.url)
    return (
        f'{item}<a href="{address}" aria-label="{words}" title="{words}"{chosen}>'
        f"{escape(bar.label)}</a></li>"
    )


@register.inclusion_tag("components/time_strip.html")
def strip_under(record=None) -> dict:
    """When there were events, or else reports, under the heading of a person, or in all."""
    heading = record.heading if record else ""
    for noun in ("event", "report"):
        years = rows_of(noun, {"bars": Question.under(heading, "year")})["bars"]
        if len(years) > 1:
            address = partial(_address_under, noun, heading)
            counts = {row.period: Count(row.count) for row in years}
            return {
                "strip": time_strip(counts, first=None, last=None, address=address),
                "noun": noun,
            }
    return {}


def _address_under(
    noun: str, heading: str, start: PartialDate | None = None, end: PartialDate | None = None
) -> str:
    """The list of a noun under a heading, over one period or from one to another."""
    query = [heading.replace(":", "=", 1)] if heading else []
    if end:
        query += [f"from={start}", f"to={end}"]
    address = archive_address(noun, "" if end or not start else str(start))
    return f"{address}?{'&'.join(query)}" if query else address


@register.inclusion_tag("components/map.html")
def map_of_events() -> dict:
    """Where the events of the whole archive were."""
    rows = rows_of("event", {"places": Question.busiest("at", "", MOST_DOTS)})["places"]
    every = reverse("event_list")
    places = [
        PlaceCount(
            row.label,
            f"{every}?place={row.key.partition(':')[2]}",
            Count(row.count),
            row.latitude,
            row.longitude,
        )
        for row in rows
    ]
    return {"map": draw_map(places), "noun": "event"}


@register.inclusion_tag("components/map.html")
def map_of(place: Place, inside: Iterable[Place]) -> dict:
    """A place and those in it where events, or else reports, are known."""
    headings = [place.heading, *(each.heading for each in inside)]
    for noun in ("event", "report"):
        rows = rows_of(noun, {"places": Question.of(headings)})["places"]
        points = [
            PlaceCount(row.label, row.address, Count(row.count), row.latitude, row.longitude)
            for row in rows
            if row.latitude is not None
        ]
        if points:
            return {"map": draw_map(points), "noun": noun}
    return {}


@register.simple_tag
def strip_list(strip: Strip) -> SafeString:
    """The bars that are not empty, in words."""
    held = (bar for bar in strip.bars if not bar.is_empty)
    return _markup(f"<li>{_link(bar.url, bar.name, bar.count)}</li>" for bar in held)


@register.simple_tag
def map_dots(drawn: Map, noun: str) -> SafeString:
    """The dots, the largest first so that the smaller lie upon them."""
    return _markup(
        f'<a href="{escape(dot.place.url)}"><title>{escape(_dot_words(dot, noun))}</title>'
        f'<circle cx="{dot.x}" cy="{dot.y}" r="{dot.r}"/></a>'
        for dot in drawn.dots
    )


def _dot_words(dot: Dot, noun: str) -> str:
    words = f"{dot.place.label}: {counted(dot.place.count, noun)}"
    if not dot.near:
        return words
    named = ", ".join(f"{place.label} ({place.count})" for place in dot.near[:_NAMED])
    more = len(dot.near) - _NAMED
    if more > 0:
        named = _("%(places)s and %(number)s more") % {"places": named, "number": more}
    return _("%(words)s; near it %(places)s") % {"words": words, "places": named}


@register.simple_tag
def map_places(drawn: Map) -> SafeString:
    """The places on the map in words, each with its point for the script."""
    return _markup(
        f'<li data-at="{place.latitude},{place.longitude}">'
        f"{_link(place.url, place.label, place.count)}</li>"
        for place in drawn.placed
    )


@register.simple_tag(takes_context=True)
def large_map(context) -> str:
    """The address of the same list as a map with a page of its own."""
    form = context["form"]
    query = {name: given for name, given in form.data.lists() if name not in ("after", "before")}
    if form.period:
        query["from"] = query["to"] = [str(form.period)]
    if context["noun"] == "report":
        query["of"] = ["reports"]
    return reverse("map") + (f"?{urlencode(query, doseq=True)}" if query else "")


@register.simple_tag
def facet_values(facet) -> SafeString:
    """The values of a facet with their counts; a chosen one leads to the list without it."""
    return _markup(_value(value) for value in facet.values)


def _value(value) -> str:
    item = f'<li class="inside-{value.depth}">' if value.depth else "<li>"
    if not value.chosen:
        return f"{item}{_link(value.url, value.label, value.count, nofollow=value.nofollow)}</li>"
    words = escape(_("Remove the filter %(name)s") % {"name": value.label})
    return (
        f'{item}<a href="{escape(value.url)}" aria-current="true" aria-label="{words}">'
        f"{escape(value.label)} <span>×</span></a></li>"
    )


def _link(url: str, label: str, count: Count, *, nofollow: bool = False) -> str:
    rel = ' rel="nofollow"' if nofollow else ""
    return f'<a href="{escape(url)}"{rel}>{escape(label)}</a> <span class="count">{count}</span>'


def _markup(pieces: Iterable[str]) -> SafeString:
    return SafeString("".join(pieces))


@register.simple_tag
@cache  # addresses of pages do not change
def all_of_facet(name: str) -> str:
    """The address of the page that lists all of a facet's noun; kinds and languages have none."""
    nouns = {"place", "person", "organization", "occasion", "topic", "source"}
    return reverse(f"{name}_list") if name in nouns else ""
