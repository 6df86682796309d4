"""Pictures and other media in templates: the figure of one use, and the picture beside a link."""

from django import template
from django.urls import reverse

from events.media.filetypes import filetype_of_name
from events.media.renditions import renditions_in, shared_rendition
from events.models import MediaItem, MediaUse, Rendition

register = template.Library()

# For browsers that choose no source themselves.
_PLAIN_WIDTH = 1280
# Beside a line of a list, on the sharpest screen; every further address would weigh on the list.
_THUMBNAIL_WIDTH = 640


@register.inclusion_tag("events/_figure.html")
def figure(use: MediaUse, *, sizes: str = "", eager: bool = False) -> dict:
    """A photo in its sizes, a recording to play or a document to fetch, with caption and credit.

    What is not there leaves its caption. In a list, load the uses with `item__renditions`.
    """
    item = use.item
    words = {
        "kind": item.kind,
        "alt": use.alt,
        "caption": use.caption,
        "credit": item.credit,
        "licence": item.licence,
        "licence_url": item.licence_url,
        "address": item.address,
    }
    if item.is_picture:
        return words | _picture(item) | {"sizes": sizes, "eager": eager}
    return words | _recording(item)


@register.inclusion_tag("events/_thumbnail.html")
def thumbnail(use: MediaUse, *, sizes: str) -> dict:
    """The picture beside a line of a list, without words; nothing where no rendition exists."""
    return _picture(use.item, _THUMBNAIL_WIDTH) | {"alt": use.alt, "sizes": sizes}


@register.simple_tag
def shared_picture(uses) -> Rendition | None:
    """The crop of the first picture among the uses: for og:image and JSON-LD."""
    crops = (shared_rendition(use.item) for use in uses if use.item.is_picture)
    return next(filter(None, crops), None)


def _picture(item: MediaItem, widest: int | None = None) -> dict:
    """What components/figure.html needs to show a picture; nothing where no rendition is there."""
    webp, jpeg = (_up_to(widest, renditions_in(item, name)) for name in ("webp", "jpeg"))
    if not jpeg:
        return {}
    plain = max((each for each in jpeg if each.width <= _PLAIN_WIDTH), key=_width, default=jpeg[0])
    return {
        "webp": _srcset(webp),
        "jpeg": _srcset(jpeg),
        "src": plain.url,
        "width": plain.width,
        "height": plain.height,
        "large_url": jpeg[-1].url,
    }


def _recording(item: MediaItem) -> dict:
    filetype = filetype_of_name(item.file.name) if item.file else None
    if filetype is None:
        return {}
    url = reverse("media_file", kwargs={"name": item.file.name})
    return {"file_url": url, "content_type": filetype.content_type}


def _up_to(widest: int | None, renditions: list[Rendition]) -> list[Rendition]:
    """Those no wider than that, and the narrowest in any case."""
    fitting = [each for each in renditions if widest is None or each.width <= widest]
    return fitting or renditions[:1]


def _srcset(renditions: list[Rendition]) -> str:
    return ", ".join(f"{each.url} {each.width}w" for each in renditions)


def _width(rendition: Rendition) -> int:
    return rendition.width
