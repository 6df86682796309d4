"""Pages as files: the same address and query with .atom, .ics, .json, .csv or .geojson.

A view that mixes in `Files` says what it holds as a `Selection`; all filtering, permanent addresses
and refusals are those of the page.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from events.keyset import Order, Page, page_of
from events.serializers import atom, geojson, icalendar, table
from events.serializers.formats import CONTENT_TYPES, page_of_file
from events.serializers.noun import Noun, Plain, Site

MOST = 50  # records in a file that has a next page
CHUNK = 500  # records a table reads at once


@dataclass(frozen=True)
class Selection:
    """The records a file holds, found by key as those of the page are."""

    noun: Noun
    title: str
    segments: Sequence[QuerySet]
    order: Order
    about: Plain | None = None  # the record whose page it is

    @classmethod
    def of_lines(cls, noun: Noun, title: str, segments: Sequence[QuerySet], **options):
        """What these lines of the public index lead to."""
        key = f"{segments[0].model.record_name}_id"
        return cls(noun, title, segments, Order(key="date", pk=key), **options)

    def records(self, page: Page) -> list:
        if self.order.pk == "pk":
            return page.records
        pks = [getattr(line, self.order.pk) for line in page.records]
        found = self.noun.records().published().order_by().in_bulk(pks) if pks else {}
        return [found[pk] for pk in pks if pk in found]

    def chunks(self) -> Iterator[list]:
        """All of it, read by key a chunk at a time."""
        after = None
        while True:
            page = page_of(self.segments, self.order, size=CHUNK, after=after)
            yield self.records(page)
            if not (after := page.after):
                return


class Files:
    """A view whose page is also had as files: `extension` in its address says which."""

    extensions: tuple[str, ...] = ()

    def get(self, request, *args, extension="", **kwargs):
        self.require(extension)
        return self.as_file(extension) if extension else super().get(request, *args, **kwargs)

    def require(self, extension: str) -> None:
        if extension and extension not in self.extensions:
            raise Http404

    def selection(self) -> Selection:
        raise NotImplementedError

    def as_file(self, extension: str) -> HttpResponseBase:
        selection, site = self.selection(), site_of(self.request)
        if extension == "csv":
            return _streamed_table(self.request, selection, site)
        page = self.page(selection.segments, selection.order, size=MOST)
        parts = selection.noun.parts.get(extension, ())
        records = selection.noun.as_plain(selection.records(page), site, parts)
        pages = {
            "previous": _with_cursor(self.request, before=page.before),
            "next": _with_cursor(self.request, after=page.after),
        }
        response = answer(_WRITERS[extension](self.request, selection, records, pages), extension)
        if links := [f'<{url}>; rel="{rel}"' for rel, url in pages.items() if url]:
            response.headers["Link"] = ", ".join(links)
        return response


def record_file(request: HttpRequest, noun: Noun, record, extension: str) -> HttpResponse:
    """One record with all its parts."""
    site = site_of(request)
    (plain,) = noun.as_plain([record], site, noun.whole)
    if extension == "ics":
        page = request.build_absolute_uri(record.get_absolute_url())
        return answer(icalendar.calendar([plain], site, title=str(record), address=page), "ics")
    return answer(
        _json(geojson.features([plain])[0] if extension == "geojson" else plain), extension
    )


def answer(content: str | bytes, extension: str) -> HttpResponse:
    return _unlisted(HttpResponse(content, content_type=CONTENT_TYPES[extension]))


def refusal_file(problems: Sequence[tuple[str, str]], extension: str) -> HttpResponse:
    """Why the query makes no sense, parameter by parameter, for a program to show."""
    if "json" in extension:
        content, content_type = _json({"problems": dict(problems)}), CONTENT_TYPES["json"]
    else:
        content = "".join(f"{name}: {text}\n" for name, text in problems)
        content_type = "text/plain; charset=utf-8"
    return HttpResponse(content, content_type=content_type, status=400)


def site_of(request: HttpRequest) -> Site:
    """The address that was asked, and the one name that permanent ids keep whatever was asked."""
    named = (host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*")
    return Site(
        address=request.build_absolute_uri("/").removesuffix("/"),
        host=next(named, request.get_host().partition(":")[0]),
    )


# --- One writer for each format -------------------------------------------------------------------


def _atom(request, selection, records, pages) -> str:
    return atom.feed(
        records,
        selection.noun,
        site_of(request),
        title=f"{selection.title} – {settings.SITE_NAME}",
        author=settings.SITE_NAME,
        address=_page_address(request),
        feed_address=request.build_absolute_uri(),
        pages=pages,
    )


def _ics(request, selection, records, pages) -> bytes:
    title = f"{selection.title} – {settings.SITE_NAME}"
    address = _page_address(request)
    return icalendar.calendar(records, site_of(request), title=title, address=address)


def _list(request, selection, records, pages) -> str:
    about = {"about": selection.about} if selection.about else {}
    head = {"title": selection.title, "address": _page_address(request), **pages, **about}
    return _json({**head, "items": records})


def _geojson(request, selection, records, pages) -> str:
    head = {"type": "FeatureCollection", "title": selection.title, **pages}
    return _json({**head, "features": geojson.features(records)})


_WRITERS: dict[str, Callable[..., str | bytes]] = {
    "atom": _atom,
    "ics": _ics,
    "json": _list,
    "geojson": _geojson,
}


def _streamed_table(request, selection: Selection, site: Site) -> HttpResponseBase:
    noun = selection.noun
    chunks = (noun.as_plain(each, site, noun.parts.get("csv", ())) for each in selection.chunks())
    # A HEAD is answered without reading the archive.
    lines = () if request.method == "HEAD" else table.table(noun.columns, chunks)
    return _unlisted(StreamingHttpResponse(lines, content_type=CONTENT_TYPES["csv"]))


def _unlisted(response):
    """Search engines keep the pages; their files would only stand beside them."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _json(data) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _page_address(request: HttpRequest) -> str:
    """The page that the file is of, with the same query from its beginning."""
    query = request.GET.copy()
    for cursor in ("after", "before"):
        query.pop(cursor, None)
    path = page_of_file(request.path)
    return request.build_absolute_uri(f"{path}?{query.urlencode()}" if query else path)


def _with_cursor(request: HttpRequest, **cursor: str | None) -> str | None:
    """The same file from another place in the list."""
    ((name, place),) = cursor.items()
    if not place:
        return None
    query = request.GET.copy()
    for other in ("after", "before"):
        query.pop(other, None)
    query[name] = place
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
