"""Taking a file in: what it is by its content, what it says of itself, then kept with its item.

A form checks an upload with `check_file` (ValidationError beside the field); whoever saves an item
calls `take_in`, then `make_renditions` of events.media.renditions.
"""

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from events.media.disposal import delete_file
from events.media.embedded import Embedded, read_embedded
from events.media.filetypes import HEAD, FileType, filetype_of, is_heif, is_markup
from events.media.geometry import Size
from events.media.picture import check_readable, opened
from events.models import MediaItem, Rendition

Kind = MediaItem.Kind

# What the renditions carry: when one of these changes, they are made anew.
_CREDITS = ("creator", "credit", "licence", "licence_url")


@dataclass(frozen=True)
class Checked:
    """A file we take: what it is, how large a picture, and what it says of itself."""

    filetype: FileType
    size: Size | None = None
    embedded: Embedded = field(default_factory=Embedded)


def check_file(file: File) -> Checked:
    """Look into a file, whatever its name says; ValidationError says why it is refused."""
    if file.size > settings.MEDIA_MAX_BYTES:
        raise ValidationError(
            _("This file has %(size)s; the most is %(most)s."),
            code="too_large",
            params={
                "size": filesizeformat(file.size),
                "most": filesizeformat(settings.MEDIA_MAX_BYTES),
            },
        )
    file.seek(0)
    filetype = _accepted(file.read(HEAD))
    try:
        return (
            _checked_picture(file, filetype) if filetype.kind == Kind.PHOTO else Checked(filetype)
        )
    finally:
        file.seek(0)


def take_in(item: MediaItem) -> MediaItem:
    """Save an item; a new file is checked first and its own words fill the item's empty fields.

    The kind follows the file. What a replaced file leaves behind goes, and so do renditions that
    carry an old credit.
    """
    if is_new_file(item):
        _describe(item, check_file(item.file.file))
    with transaction.atomic():
        before = MediaItem.objects.filter(pk=item.pk).first() if item.pk else None
        item.save()
        if before:
            _clear_away(before, item)
    return item


def is_new_file(item: MediaItem) -> bool:
    """Whether the item holds an upload that is not stored yet."""
    return bool(item.file) and not item.file._committed


def _accepted(head: bytes) -> FileType:
    if filetype := filetype_of(head):
        return filetype
    if is_markup(head):
        sentence = _("This is a web page or a drawing in SVG; save it as PNG or JPEG.")
    elif is_heif(head):
        sentence = _("This is a HEIC photo, which browsers do not show; save it as JPEG.")
    elif not head:
        sentence = _("This file is empty.")
    else:
        sentence = _(
            "This file is not one we can show, whatever its name says. Pictures: JPEG, PNG, WebP,"
            " AVIF. Documents: PDF. Recordings: MP3, M4A, MP4, OGG, WebM."
        )
    raise ValidationError(sentence, code="not_accepted")


def _checked_picture(file: BinaryIO, filetype: FileType) -> Checked:
    with opened(file) as picture:
        picture.verify()
    with opened(file) as picture:
        size = check_readable(picture)
        return Checked(filetype, size, read_embedded(picture))


def _describe(item: MediaItem, checked: Checked) -> None:
    """Enter what the file tells into the fields nobody has filled."""
    embedded = checked.embedded
    words = {
        "title": embedded.title or embedded.caption or PurePath(item.file.name).stem,
        "creator": embedded.creator,
        "credit": embedded.credit or embedded.copyright,
    }
    for name, text in words.items():
        longest = MediaItem._meta.get_field(name).max_length
        setattr(item, name, getattr(item, name) or text[:longest])
    if embedded.taken and not item.taken_on:
        item.taken_on, item.taken_precision = embedded.taken.first, embedded.taken.precision
    item.kind = checked.filetype.kind
    item.width, item.height = checked.size or (None, None)
    # The stored name tells the type by which the file is served, so it is ours to give.
    item.file.name = f"file{checked.filetype.suffix}"


def _clear_away(before: MediaItem, item: MediaItem) -> None:
    replaced = before.file.name != item.file.name
    if replaced or any(getattr(before, name) != getattr(item, name) for name in _CREDITS):
        Rendition.objects.filter(item=item).delete()
    if replaced and before.file:
        delete_file(before.file)
