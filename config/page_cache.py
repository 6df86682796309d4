"""Public pages kept whole: made once for each edition of the archive, then answered from memory.

Whoever is not signed in gets the page of the current edition. The edition is read from the database
with every request, so a publication, an edit or a withdrawal is seen at once by every process, and
so is what was scheduled. A cache that is empty or out of order costs time only.
"""

from collections.abc import Mapping
from datetime import datetime, time
from functools import cache as once
from gzip import compress
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

from events.actions.listing import current_edition
from events.models import Edition

NOT_KEPT = ("/admin/", "/media/", "/static/")
KEPT_STATUS = (200, 410)
_LEAST_TO_COMPRESS = 300  # bytes
_CONDITIONS = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}
# Of an answer, what its 304 leaves out.
_ABOUT_THE_BODY = ("Content-Type", "Content-Encoding", "Content-Length")

Kept = tuple[int, dict[str, str], bytes]


class PageCacheMiddleware:
    """Answer the public from pages kept whole, and with 304 what a reader has already.

    The first of all, because what the others do for a page is kept with it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(NOT_KEPT):
            return self.get_response(request)
        try:
            # For whoever asks: lists and numbers hold what this edition has opened.
            edition = current_edition()
        except DatabaseError:
            return self.get_response(request)  # that fails too, and says so with all its headers
        if not is_public(request):
            return self.get_response(request)
        key = key_of(request, edition)
        kept: Kept | None = cache.get(key)
        if kept:
            status, headers, body = kept
            return not_modified(request, headers) or HttpResponse(
                body, status=status, headers=headers
            )
        request.edition = edition
        response = self.get_response(request)
        if is_whole(response) and not response.cookies:
            cache.set(key, (response.status_code, dict(response.items()), response.content))
        return not_modified(request, response.headers) or response


class PublicPageMiddleware:
    """Give a page that may be kept its date, its entity tag and its final form.

    Inside of Django's compression, which leaves alone what is compressed.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        edition = getattr(request, "edition", None)
        if edition and response.status_code == 200:
            mark(response, edition)
        if edition and is_whole(response):
            finish(request, response)
        return response


def is_whole(response: HttpResponse) -> bool:
    return response.status_code in KEPT_STATUS and not response.streaming


def is_public(request: HttpRequest) -> bool:
    """Whether everybody who is not signed in gets the same answer."""
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES


def key_of(request: HttpRequest, edition: Edition) -> str:
    """What an answer depends on: the edition, the day, the address, whether it is compressed.

    The host is taken as it was sent: of one that is not ours nothing has been kept.
    """
    asked = request.META
    parts = (
        release(),
        f"{edition.number} {edition.changed_at.timestamp()} {timezone.localdate()}",
        f"{request.scheme} {asked.get('HTTP_HOST')} {asked['SERVER_NAME']} {asked['SERVER_PORT']}",
        f"{takes_gzip(request)} {request.path}",
        asked.get("QUERY_STRING", ""),
    )
    # A path may hold a line break; what was asked of it, the last of these lines, cannot.
    return blake2b("\n".join(parts).encode("utf-8", "replace"), digest_size=20).hexdigest()


@once
def release() -> str:
    """What the pages are made of besides the archive: another release makes other pages."""
    folders = (settings.BASE_DIR / name for name in ("config", "events", "reports", "templates"))
    files = [path.stat().st_mtime_ns for folder in folders for path in Path(folder).rglob("*.*")]
    names = ("SITE_NAME", "SITE_TAGLINE", "LANGUAGE_CODE", "ALLOWED_HOSTS", "SECURE_HSTS_SECONDS")
    return f"{max(files)} {[str(getattr(settings, name)) for name in names]}"


def takes_gzip(request: HttpRequest) -> bool:
    return "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")


def mark(response: HttpResponse, edition: Edition) -> None:
    """Say since when the answer is as it is, and let caches ask again each time."""
    response.headers.setdefault("Cache-Control", "no-cache")
    now = timezone.localtime()
    midnight = datetime.combine(now.date(), time.min, now.tzinfo)
    # "On this day" and "to come" change with the day.
    changed = max(edition.changed_at, midnight)
    if response.streaming:
        response.headers["ETag"] = f'W/"{edition.number}-{changed.timestamp()}"'
    # In the second of a change, the date could not tell what was before from what comes after.
    if int(changed.timestamp()) < int(now.timestamp()):
        response.headers["Last-Modified"] = http_date(changed.timestamp())


def finish(request: HttpRequest, response: HttpResponse) -> None:
    """Give the answer its entity tag, and compress it for those who take that."""
    if response.status_code == 200:
        digest = blake2b(response.content, digest_size=12).hexdigest()
        response.headers["ETag"] = f'W/"{digest}"'
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    if takes_gzip(request) and len(response.content) >= _LEAST_TO_COMPRESS:
        # Nothing secret is in a page that everybody gets, so its length may be known.
        response.content = compress(response.content, 6, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))


def not_modified(request: HttpRequest, headers: Mapping[str, str]) -> HttpResponse | None:
    """304 for a reader who has the answer with these headers already."""
    if _CONDITIONS.isdisjoint(request.META):
        return None
    tag = headers.get("ETag")
    # What a browser sends; everything else a tag can say is Django's to read.
    if not tag or request.META.get("HTTP_IF_NONE_MATCH") != tag:
        modified = headers.get("Last-Modified")
        answer = get_conditional_response(request, tag, modified and parse_http_date_safe(modified))
        if answer is None or answer.status_code != 304:
            return answer
    kept = {name: text for name, text in headers.items() if name not in _ABOUT_THE_BODY}
    return HttpResponseNotModified(headers=kept)
