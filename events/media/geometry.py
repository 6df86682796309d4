"""Pure: the sizes and crops of pictures, in pixels."""

from typing import NamedTuple

# What a page offers a browser to choose from: a phone, a column, a wide or a sharp screen.
WIDTHS = (320, 640, 1280, 1920)
# A WebP file cannot be longer (RFC 9649, 2.6: 14 bits for a side).
LONGEST_SIDE = 16383
# Another width is worth a file from here on.
NOTABLY = 1.25


class Size(NamedTuple):
    width: int
    height: int

    @property
    def turned(self) -> "Size":
        return Size(self.height, self.width)


class Box(NamedTuple):
    """A part of a picture, as Pillow counts: right and bottom are the first outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> Size:
        return Size(self.right - self.left, self.bottom - self.top)


def rendition_sizes(size: Size) -> list[Size]:
    """The sizes to render a picture in, from narrow to wide and never larger than it is.

    The usual widths it has, and its own where that lies notably beyond the last of them.
    """
    widths = [width for width in WIDTHS if width <= size.width]
    if not widths or (size.width < WIDTHS[-1] and size.width >= widths[-1] * NOTABLY):
        widths.append(size.width)
    sizes = [at_width(size, width) for width in widths]
    return [each for each in sizes if each.height <= LONGEST_SIDE] or [at_longest(size)]


def at_width(size: Size, width: int) -> Size:
    return Size(width, max(1, round(size.height * width / size.width)))


def at_longest(size: Size) -> Size:
    """As large as a file may be, for a picture very much taller than wide."""
    return Size(max(1, size.width * LONGEST_SIDE // size.height), LONGEST_SIDE)


def crop_box(size: Size, target: Size, focal_point: tuple[float, float]) -> Box:
    """The largest part of the target's shape, as near to centred on the focal point as fits.

    The focal point is a share of the width and of the height: (0, 0) top left, (1, 1) bottom right.
    """
    scale = min(size.width / target.width, size.height / target.height)
    width = min(size.width, max(1, round(target.width * scale)))
    height = min(size.height, max(1, round(target.height * scale)))
    left = _start(size.width, width, focal_point[0])
    top = _start(size.height, height, focal_point[1])
    return Box(left, top, left + width, top + height)


def fill_size(size: Size, target: Size) -> Size:
    """The size of the crop: the target, or what there is where the picture is smaller."""
    there = crop_box(size, target, (0.5, 0.5)).size
    return target if there.width >= target.width and there.height >= target.height else there


def _start(side: int, length: int, share: float) -> int:
    """Where a stretch of `length` begins on a side, with `share` of the side in its middle."""
    return min(max(round(side * share - length / 2), 0), side - length)
