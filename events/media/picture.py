"""Opening pictures safely: limits before decoding, then upright and no larger than needed."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms

from events.media.geometry import Size

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
# What Pillow and the parsers under it raise on data that is not what it seems.
DAMAGED = (
    *(OSError, SyntaxError, ValueError, RuntimeError, EOFError, OverflowError, MemoryError),
    *(struct.error, zlib.error),
)

# `opened` holds every picture to the limit of the settings, which Pillow's own would cut short.
Image.MAX_IMAGE_PIXELS = None

# How many times Pillow holds a picture while decoding it, where that is more than once.
_COPIES = {"WEBP": 4}
_ORIENTATION = 0x0112
# How to turn a picture upright by its EXIF orientation (CIPA DC-008, 4.6.5).
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)
_SRGB = ImageCms.createProfile("sRGB")
_STRIP = 64


@contextmanager
def opened(file: BinaryIO) -> Iterator[Image.Image]:
    """The picture in a file, its header read and nothing decoded; ValidationError if it is none.

    What goes wrong while the picture is used inside the block counts as damage to the file.
    """
    with damage_refused(), warnings.catch_warnings():
        # Pillow warns of broken metadata; a photo with a broken date is still a photo.
        warnings.simplefilter("ignore")
        file.seek(0)
        picture = Image.open(file, formats=FORMATS)
        pixels = picture.width * picture.height
        most = settings.MEDIA_MAX_PIXELS // _COPIES.get(picture.format, 1)
        if pixels > most:
            raise ValidationError(
                _("This picture has %(pixels)s million pixels; the most is %(most)s million."),
                code="too_many_pixels",
                params={
                    "pixels": round(pixels / 1_000_000, 1),
                    "most": round(most / 1_000_000, 1),
                },
            )
        yield picture


@contextmanager
def damage_refused() -> Iterator[None]:
    try:
        yield
    except DAMAGED as problem:
        raise ValidationError(
            _("This picture is damaged or incomplete: it cannot be read to its end."),
            code="damaged",
        ) from problem


def check_readable(picture: Image.Image) -> Size:
    """Decode the picture once, as small as its format allows; returns its size when upright."""
    raw = Size(*picture.size)
    _load(picture, 1 / 8)
    return raw.turned if orientation_of(picture) in _SIDEWAYS else raw


def upright(picture: Image.Image, scale: float = 1.0) -> Image.Image:
    """The picture turned upright, opaque, in sRGB, without metadata, at least `scale` of its size.

    The original is decoded once and made smaller strip by strip, so that a large one is held in
    memory once and not in three colour modes.
    """
    raw = Size(*picture.size)
    _load(picture, scale)
    profile = picture.info.get("icc_profile")
    turn = _TURNS.get(orientation_of(picture))
    # draft() may have decoded a JPEG smaller already.
    factor = max(1, int(picture.width / (raw.width * scale)))
    small = _in_srgb(_reduced(picture, factor), profile)
    small = small.transpose(turn) if turn is not None else small
    # Place, serial numbers and comments stay behind; credits are written anew.
    small.info.clear()
    return small


def _load(picture: Image.Image, scale: float) -> None:
    """Decode; a JPEG can be decoded at a half, a quarter or an eighth for much less memory."""
    least = tuple(max(1, round(side * scale)) for side in picture.size)
    picture.draft(picture.mode, least)
    picture.load()


def orientation_of(picture: Image.Image) -> int:
    try:
        return picture.getexif().get(_ORIENTATION, 1)
    except DAMAGED:
        return 1


def _reduced(picture: Image.Image, factor: int) -> Image.Image:
    """The picture at 1/factor of its size, eight bits and no transparency."""
    sample = _opaque(picture.crop((0, 0, 1, 1)))
    size = (-(-picture.width // factor), -(-picture.height // factor))
    small = Image.new(sample.mode, size)
    for top in range(0, picture.height, _STRIP * factor):
        bottom = min(picture.height, top + _STRIP * factor)
        strip = _opaque(picture.crop((0, top, picture.width, bottom)))
        small.paste(strip.reduce(factor), (0, top // factor))
    return small


def _opaque(picture: Image.Image) -> Image.Image:
    """Grey, RGB or CMYK; what was transparent lies on white, so black ink stays legible."""
    if picture.mode.startswith("I"):
        # Sixteen bits: convert() alone would cut off all but the darkest shades.
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture).convert("RGB")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
        except (*DAMAGED, ImageCms.PyCMSError):
            # A broken profile, or one for other colours than the picture has: shown without it.
            pass
    return picture.convert("RGB")
