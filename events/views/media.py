"""Serving the files of media items: what the public may see, and originals to the staff."""

import re
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from events.media.filetypes import PDF, FileType, filetype_of_name
from events.models import MediaItem, Rendition

# As stored: a token and a suffix. Anything else cannot be ours and never reaches the database.
_NAME = re.compile(r"[A-Za-z0-9_-]{1,180}(?:\.[a-z0-9]{1,6})?")
# RFC 9110, 14.1.2; several ranges at once are answered with the whole, as the standard allows.
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_UNKNOWN = FileType("document", "application/octet-stream", "")
# Whatever a file turns out to be, it cannot run anything or reach anything in our name.
_POLICY = "default-src 'none'; sandbox"


@require_safe
def media_file(request: HttpRequest, name: str) -> HttpResponse:
    """A file by its stored name; hidden and absent share the same 404."""
    file = public_file(name)
    is_public = file is not None
    if file is None and may_see_all(request.user):
        file = any_file(name)
    if file is None or not file.storage.exists(file.name):
        raise Http404
    response = _answer(request, file)
    if is_public:
        patch_cache_control(response, public=True, max_age=600)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def public_file(name: str) -> FieldFile | None:
    """The rendition or recording of something published that is stored under the name.

    Never the original of a picture, which may tell where it was taken.
    """
    if not _NAME.fullmatch(name):
        return None
    published = MediaItem.objects.published()
    rendition = Rendition.objects.filter(file=name, item__in=published).first()
    if rendition:
        return rendition.file
    filetype = filetype_of_name(name)
    if filetype is None or filetype.kind == MediaItem.Kind.PHOTO:
        return None
    item = published.filter(file=name).first()
    return item and item.file


def any_file(name: str) -> FieldFile | None:
    if not _NAME.fullmatch(name):
        return None
    for model in (Rendition, MediaItem):
        if row := model.objects.filter(file=name).first():
            return row.file
    return None


def may_see_all(user: AbstractBaseUser | AnonymousUser) -> bool:
    return user.is_staff and user.has_perm("events.view_mediaitem")


def _answer(request: HttpRequest, file: FieldFile) -> HttpResponse:
    """The file, the part of it a player asks for, or word that the browser has it already."""
    # A stored file never changes under its name, so the name tells one from another.
    etag = f'"{file.name}"'
    modified = int(file.storage.get_modified_time(file.name).timestamp())
    response = get_conditional_response(request, etag, modified)
    if response is None:
        response = _stream(request, file, etag, modified)
    if filetype_of_name(file.name) in (PDF, None):
        # A browser's own reader does not start in a sandbox.
        response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = _POLICY
    # Compressed files do not get smaller, and a compressed part of a file is no part of it.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    return response


def _stream(request: HttpRequest, file: FieldFile, etag: str, modified: int) -> HttpResponse:
    content_type = (filetype_of_name(file.name) or _UNKNOWN).content_type
    size = file.size
    part = _part(request, size, etag, modified)
    if part is not None and part.start >= size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if request.method == "HEAD":
        return HttpResponse(content_type=content_type, headers={"Content-Length": size})
    stored = file.storage.open(file.name)
    if part is None:
        return FileResponse(stored, content_type=content_type)
    response = FileResponse(_Part(stored, part), content_type=content_type, status=206)
    response.headers["Content-Length"] = len(part)
    response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return response


class _Part:
    """A stretch of a file, as far as a response reads one."""

    def __init__(self, file: BinaryIO, part: range):
        self.file, self.left = file, len(part)
        file.seek(part.start)

    def read(self, length: int) -> bytes:
        block = self.file.read(min(length, self.left))
        self.left -= len(block)
        return block

    def close(self) -> None:
        self.file.close()


def _part(request: HttpRequest, size: int, etag: str, modified: int) -> range | None:
    """The bytes asked for; None for all of them, a start beyond the end for none there are."""
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if not asked or request.method != "GET" or not _still_same(request, etag, modified):
        return None
    first, last = asked.groups()
    if first and last and int(last) < int(first):
        return None
    if first:
        return range(int(first), min(int(last) + 1, size) if last else size)
    # "-500": the last 500 bytes.
    return range(max(size - int(last), 0) if last.strip("0") else size, size) if last else None


def _still_same(request: HttpRequest, etag: str, modified: int) -> bool:
    """RFC 9110, 13.1.5: a part is of use only to who holds the rest of the same file."""
    condition = request.headers.get("If-Range")
    return condition is None or condition == etag or parse_http_date_safe(condition) == modified
