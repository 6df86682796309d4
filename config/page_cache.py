"""Public pages kept whole: made once for each edition of the archive, then answered from memory.

Whoever is not signed in gets the page of the current edition. The edition is read from the database
with every request, so a publication, an edit or a withdrawal is seen at once by every process, and
so is what was scheduled. A cache that is empty or out of order costs time only.
"""

from datetime import datetime, time
from functools import cache as once
from gzip import compress
from hashlib import blake2b
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe
from redis.exceptions import RedisError

from events.actions.listing import current_edition
from events.models import Edition

NOT_KEPT = ("/admin/", "/media/")
KEPT_STATUS = (200, 410)
SECONDS_OF_REST = 10  # for a cache server that does not answer
_LEAST_TO_COMPRESS = 300  # bytes
# Of an answer, what its 304 repeats (RFC 9110, 15.4.5).
_OF_304 = ("Cache-Control", "Content-Location", "ETag", "Last-Modified", "Vary")


class PageCacheMiddleware:
    """Answer the public from pages kept whole, and with 304 what a reader has already."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.resting_until = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(NOT_KEPT):
            return self.get_response(request)
        # For whoever asks: lists and numbers hold what this edition has opened.
        edition = current_edition()
        if not is_public(request):
            return self.get_response(request)
        key = key_of(request, edition)
        response = self.kept(key)
        if response is None:
            response = self.get_response(request)
            if response.status_code == 200:
                mark(response, edition)
            if response.status_code in KEPT_STATUS and not response.streaming:
                finish(request, response)
                self.keep(key, response)
        return not_modified(request, response) or response

    def kept(self, key: str) -> HttpResponse | None:
        found = self._ask(cache.get, key)
        if found is None:
            return None
        status, headers, body = found
        return HttpResponse(body, status=status, headers=headers)

    def keep(self, key: str, response: HttpResponse) -> None:
        if not response.cookies:
            kept = response.status_code, dict(response.items()), response.content
            self._ask(cache.set, key, kept)

    def _ask(self, question, *arguments):
        """An answer of the cache; None while it is out of order."""
        if monotonic() < self.resting_until:
            return None
        try:
            return question(*arguments)
        except (RedisError, OSError):
            self.resting_until = monotonic() + SECONDS_OF_REST
            return None


def is_public(request: HttpRequest) -> bool:
    """Whether everybody who is not signed in gets the same answer."""
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES


def key_of(request: HttpRequest, edition: Edition) -> str:
    """What an answer depends on: the edition, the day, the address, whether it is compressed."""
    parts = (
        release(),
        edition.number,
        edition.changed_at,
        timezone.localdate(),
        request.scheme,
        request.get_host(),
        request.path,
        request.META.get("QUERY_STRING", ""),
        takes_gzip(request),
    )
    return blake2b(repr(parts).encode("utf-8", "replace"), digest_size=20).hexdigest()


@once
def release() -> str:
    """What the pages are made of besides the archive: another release makes other pages."""
    folders = (settings.BASE_DIR / name for name in ("config", "events", "reports", "templates"))
    files = [path.stat().st_mtime_ns for folder in folders for path in Path(folder).rglob("*.*")]
    return f"{max(files)} {settings.SITE_NAME} {settings.SITE_TAGLINE} {settings.LANGUAGE_CODE}"


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


def not_modified(request: HttpRequest, response: HttpResponse) -> HttpResponse | None:
    """304 for a reader who has the answer already."""
    tag = request.META.get("HTTP_IF_NONE_MATCH")
    if tag and tag == response.headers.get("ETag"):
        # What a browser sends; everything else a tag can say is Django's to read.
        kept = ((name, response.headers[name]) for name in _OF_304 if name in response.headers)
        return HttpResponseNotModified(headers=dict(kept))
    if not {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"} & request.META.keys():
        return None
    modified = response.headers.get("Last-Modified")
    return get_conditional_response(
        request,
        response.headers.get("ETag"),
        modified and parse_http_date_safe(modified),
        response,
    )
