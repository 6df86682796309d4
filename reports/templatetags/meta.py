"""What machines read in the head of a page: description, one address, a card, schema.org."""

import json

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events.models import Event, Rendition
from events.serializers.canonical import canonical_address, is_worth_finding
from events.serializers.jsonld import Node
from events.templatetags.archive import period_trail, trail
from events.templatetags.pictures import shared_picture
from reports.models import Report
from reports.serializers.jsonld import ReportNodes
from reports.templatetags.reports_tags import public_reports

register = template.Library()

# Nothing that ends a script element or a line of one, whatever a title holds.
_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


@register.inclusion_tag("components/meta.html", takes_context=True)
def record_meta(context, record, **around) -> dict:
    """For the page of one record; `around` holds what else the page says of it."""
    if isinstance(record, Event):
        around["reports"] = public_reports(record)
    noun = record._meta.model_name
    nodes = _nodes(context)
    uses = record.media.all() if isinstance(record, Event | Report) else ()
    way = trail(record)
    return _head(
        context,
        title=str(record),
        description=_description_of(record),
        path=record.get_absolute_url(),
        about=[getattr(nodes, noun)(record, **around), nodes.trail(way["links"], way["here"])],
        kind="article" if isinstance(record, Event | Report) else "website",
        picture=shared_picture(uses),
        is_indexed=not context.get("is_preview"),
    )


@register.inclusion_tag("components/meta.html", takes_context=True)
def list_meta(context) -> dict:
    """For a list with filters, over all dates or one period."""
    form, title = context["form"], context["title"]
    request, list_path = context["request"], context["list_url"]
    meta, nodes = context["view"].model._meta, _nodes(context)
    noun = str(meta.verbose_name_plural).capitalize()
    path = canonical_address(form, request.path, list_path)
    way = {"links": [(noun, list_path)] if path != list_path else [], "here": title}
    if period := context.get("period"):
        way = period_trail(meta.model_name, noun, period)
    return _head(
        context,
        title=title,
        description=_("%(title)s, newest first.") % {"title": title},
        path=path,
        about=[
            nodes.collection(path, title, context["page"].records),
            nodes.trail(way["links"], way["here"]),
        ],
        is_indexed=is_worth_finding(form, request.GET),
    )


@register.inclusion_tag("components/meta.html", takes_context=True)
def register_meta(context) -> dict:
    """For an alphabetical list."""
    request, title, nodes = context["request"], context["title"], _nodes(context)
    initial = context["initial"]
    path = f"{request.path}?initial={initial}" if initial else request.path
    return _head(
        context,
        title=title,
        description=_("%(title)s in the events and reports of %(site)s.")
        % {"title": title, "site": settings.SITE_NAME},
        path=path,
        about=[nodes.collection(path, title, context["page"].records), nodes.trail([], title)],
        is_indexed=not {"after", "before"} & set(request.GET),
    )


@register.inclusion_tag("components/meta.html", takes_context=True)
def home_meta(context) -> dict:
    """For the front page: the archive itself, and how to search it."""
    name, tagline = settings.SITE_NAME, str(settings.SITE_TAGLINE)
    nodes = _nodes(context)
    return _head(
        context,
        title=name,
        description=tagline,
        path=reverse("home"),
        about=[nodes.website(name, tagline, search=reverse("search_page"))],
    )


@register.inclusion_tag("components/meta.html", takes_context=True)
def page_meta(context, title: str, description: str, *, is_indexed: bool = True) -> dict:
    """For any other page, at its own address without a query."""
    path = context["request"].path
    about = [_nodes(context).trail([], title)]
    return _head(context, title, description, path, about, is_indexed=is_indexed)


def _head(
    context,
    title: str,
    description: str,
    path: str,
    about: list[Node],
    *,
    kind: str = "website",
    picture: Rendition | None = None,
    is_indexed: bool = True,
) -> dict:
    nodes = _nodes(context)
    return {
        "title": title,
        "description": Truncator(" ".join(description.split())).chars(300),
        "url": nodes.at(path),
        "kind": kind,
        "picture": picture,
        "picture_url": picture and nodes.at(picture.url),
        "is_indexed": is_indexed,
        "site_name": settings.SITE_NAME,
        "data": as_data({"@context": "https://schema.org", "@graph": about}),
    }


def _nodes(context) -> ReportNodes:
    return ReportNodes(context["request"].build_absolute_uri("/")[:-1])


def as_data(graph: Node) -> SafeString:
    """JSON for the inside of a script element."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 -- nothing in it ends the element


def _description_of(record) -> str:
    """A sentence for a search result: the record's own where it has one."""
    if isinstance(record, Event):
        where = record.place and record.place.full_name
        return record.summary or ", ".join(filter(None, [where, record.date_label]))
    if isinstance(record, Report):
        return record.standfirst or f"{record.credit}, {record.date_label}"
    return _("%(title)s in the events and reports of %(site)s.") % {
        "title": record,
        "site": settings.SITE_NAME,
    }
