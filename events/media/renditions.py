"""Renditions: a picture in the widths and formats pages offer, and its crop for sharing."""

import logging
from collections.abc import Iterator
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from PIL import Image

from events.media.embedded import Embedded, exif_with, read_embedded, xmp_with
from events.media.geometry import Size, crop_box, fill_size, rendition_sizes
from events.media.picture import check_readable, opened, upright
from events.models import MediaItem, Rendition
from events.names import clean_text

logger = logging.getLogger(__name__)

# Format → how it is written: good enough for a full screen, small enough for a slow line.
FORMATS = {
    # Method 4 takes three times as long for a tenth less.
    "webp": {"quality": 78, "method": 2},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}
_NAMES = {"webp": "rendition.webp", "jpeg": "rendition.jpg"}
# What social networks and search engines show beside a link.
SHARED = Size(1200, 630)
_FILL = f"fill-{SHARED.width}x{SHARED.height}"


def make_renditions(item: MediaItem, *, anew: bool = False) -> list[Rendition]:
    """Make the renditions an item lacks and drop those it has outgrown; returns the new ones.

    An original that is lost or damaged is logged and leaves the item without: pages then show its
    caption. The slow part holds no transaction.
    """
    if not item.is_picture:
        return []
    if not anew and not missing_renditions(item):
        _keep_only(item, wanted(item))
        return []
    try:
        files = _render(item, anew)
    except (OSError, ValidationError) as problem:
        logger.warning("No renditions of media item %s: %s", item.pk, problem)
        return []
    with transaction.atomic():
        # One at a time: a second request for the same item finds the rows of the first.
        MediaItem.objects.select_for_update().get(pk=item.pk)
        _keep_only(item, {} if anew else wanted(item))
        there = {each.spec for each in _renditions_of(item)}
        return [_store(item, spec, *files[spec]) for spec in files if spec not in there]


def missing_renditions(item: MediaItem) -> dict[str, Size]:
    """The renditions an item should have and has not, or whose file is lost: spec and size."""
    there = {each.spec for each in _renditions_of(item) if _is_stored(each)}
    return {spec: size for spec, size in wanted(item).items() if spec not in there}


def wanted(item: MediaItem) -> dict[str, Size]:
    """Every rendition of a picture by its spec: "webp-640", "fill-1200x630-050050"."""
    if not (item.width and item.height):
        return {fill_spec(item): SHARED}
    size = Size(item.width, item.height)
    specs = {f"{name}-{each.width}": each for name in FORMATS for each in rendition_sizes(size)}
    return specs | {fill_spec(item): fill_size(size, SHARED)}


def fill_spec(item: MediaItem) -> str:
    """The crop for sharing, by its focal point in hundredths: another point is another crop."""
    return f"{_FILL}-{round(item.focal_x * 100):03}{round(item.focal_y * 100):03}"


def renditions_in(item: MediaItem, name: str) -> list[Rendition]:
    """An item's whole pictures in one format, from narrow to wide."""
    found = [each for each in item.renditions.all() if each.spec.startswith(f"{name}-")]
    return sorted(found, key=lambda each: each.width)


def shared_rendition(item: MediaItem) -> Rendition | None:
    """The crop that goes with a link to a page, if there is one."""
    found = [each for each in item.renditions.all() if each.spec.startswith(_FILL)]
    return found[0] if found else None


def _render(item: MediaItem, anew: bool) -> dict[str, tuple[Size, bytes]]:
    """The encoded files an item lacks, by spec."""
    with item.file.storage.open(item.file.name) as original:
        if anew or not (item.width and item.height):
            with opened(original) as picture:
                item.width, item.height = check_readable(picture)
            MediaItem.objects.filter(pk=item.pk).update(width=item.width, height=item.height)
        lacking = wanted(item) if anew else missing_renditions(item)
        with opened(original) as picture:
            whole = upright(picture, _scale(item, lacking))
            notice = notice_of(item, read_embedded(picture))
    return {
        spec: (size, _encoded(shown, spec, notice, item))
        for spec, size, shown in _shown(whole, lacking, item)
    }


def notice_of(item: MediaItem, embedded: Embedded) -> Embedded:
    """What a rendition says of itself: the editors' words, and the original's own copyright."""
    credit = clean_text(item.credit)
    return Embedded(
        creator=clean_text(item.creator), credit=credit, copyright=embedded.copyright or credit
    )


def _scale(item: MediaItem, lacking: dict[str, Size]) -> float:
    """The part of the original's resolution that the largest rendition needs."""
    size = Size(item.width, item.height)
    crop = crop_box(size, SHARED, (0.5, 0.5)).size
    widths = [each.width / size.width for spec, each in lacking.items() if spec[:4] != "fill"]
    return min(1.0, max([*widths, fill_size(size, SHARED).width / crop.width]))


def _shown(
    whole: Image.Image, lacking: dict[str, Size], item: MediaItem
) -> Iterator[tuple[str, Size, Image.Image]]:
    resized: dict[Size, Image.Image] = {}
    for spec, size in lacking.items():
        if spec.startswith("fill"):
            box = crop_box(Size(*whole.size), SHARED, (item.focal_x, item.focal_y))
            yield spec, size, whole.resize(size, Image.Resampling.LANCZOS, box=box)
            continue
        if size not in resized:
            resized[size] = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield spec, size, resized[size]


def _encoded(picture: Image.Image, spec: str, notice: Embedded, item: MediaItem) -> bytes:
    name = _format_of(spec)
    file = BytesIO()
    xmp = xmp_with(notice, item.licence, item.licence_url)
    picture.save(file, name.upper(), exif=exif_with(notice), xmp=xmp, **FORMATS[name])
    return file.getvalue()


def _format_of(spec: str) -> str:
    name = spec.partition("-")[0]
    return name if name in FORMATS else "jpeg"


def _store(item: MediaItem, spec: str, size: Size, content: bytes) -> Rendition:
    rendition = Rendition(item=item, spec=spec, width=size.width, height=size.height)
    rendition.file.save(_NAMES[_format_of(spec)], ContentFile(content), save=False)
    rendition.save()
    return rendition


def _keep_only(item: MediaItem, specs: dict[str, Size]) -> None:
    """Delete the renditions with another spec or without a file; their files follow."""
    for rendition in _renditions_of(item):
        if rendition.spec not in specs or not _is_stored(rendition):
            rendition.delete()


def _renditions_of(item: MediaItem) -> QuerySet[Rendition]:
    """As the database has them now: what the caller has prefetched may be gone."""
    return Rendition.objects.filter(item=item)


def _is_stored(rendition: Rendition) -> bool:
    return rendition.file.storage.exists(rendition.file.name)
