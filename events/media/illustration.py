"""Drawn illustrations for the demo archive: plain flat shapes that nobody takes for a photograph.

The same kind and seed give the same picture. Captions call them what they are.
"""

import math
import random
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from events.media.geometry import Size

SIZE = Size(1280, 854)
# The units of the drawings.
SHEET = Size(1600, 1067)
# Drawn twice as large as shown and made smaller: that is what smooths the edges.
_SMOOTH = 2
_SCALE = _SMOOTH * SIZE.width / SHEET.width

# The colours of static/css/tokens.css; a test keeps them the same.
PAPER, SHADE, INK, SOFT = "#fcfbf8", "#f3f1eb", "#1b1a18", "#57534b"
HAIRLINE, EDGE, ACCENT, ACCENT_SHADE, ALERT = "#d8d4ca", "#857f73", "#1c4f73", "#e4edf2", "#8f2a1c"
# The pages have no green; a wreath needs one.
LEAF, LEAF_SHADE = "#5f7a63", "#3b5542"

Point = tuple[float, float]


def paint(kind: str, seed: str = "") -> Image.Image:
    """An illustration of one of KINDS; KeyError for another."""
    draw = KINDS[kind]
    chance = random.Random(f"{kind}:{seed}")  # noqa: S311 -- a drawing, not a secret
    sheet = Sheet(chance)
    draw(sheet)
    return sheet.finished()


def illustration_file(kind: str, seed: str = "") -> ContentFile:
    """The illustration as a file to take in like any upload."""
    file = BytesIO()
    paint(kind, seed).save(file, "PNG", optimize=False, compress_level=3)
    return ContentFile(file.getvalue(), name=f"{kind}.png")


class Sheet:
    """A sheet of tinted paper, 1600 by 1067, and the pens to draw on it.

    Some drawings stand a little to one side or are mirrored, so that two candles are two pictures.
    """

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.ground = SHADE if chance.random() < 0.5 else ACCENT_SHADE
        self.mirrored = chance.random() < 0.5
        self.picture = Image.new("RGB", (SIZE.width * _SMOOTH, SIZE.height * _SMOOTH), self.ground)
        self.pen = ImageDraw.Draw(self.picture)

    def finished(self) -> Image.Image:
        picture = self.picture.reduce(_SMOOTH)
        return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if self.mirrored else picture

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.chance.random()

    # --- Pens: all in the units of the sheet -----------------------------------

    def box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        self.pen.rectangle([at * _SCALE for at in (left, top, right, bottom)], fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: str, *, flat: float = 1.0) -> None:
        edges = (x - radius, y - radius * flat, x + radius, y + radius * flat)
        self.pen.ellipse([at * _SCALE for at in edges], fill=fill)

    def ring(self, x: float, y: float, radius: float, fill: str, width: float) -> None:
        edges = [at * _SCALE for at in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.ellipse(edges, outline=fill, width=round(width * _SCALE))

    def shape(self, points: list[Point], fill: str) -> None:
        self.pen.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=fill)

    def line(self, points: list[Point], fill: str, width: float = 3) -> None:
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self.pen.line(scaled, fill=fill, width=round(width * _SCALE), joint="curve")

    def leaf(self, x: float, y: float, length: float, angle: float, fill: str) -> None:
        """A pointed leaf that grows from a point in a direction."""
        along = [step / 24 for step in range(25)]
        upper = [(length * t, 0.2 * length * math.sin(math.pi * t)) for t in along]
        outline = upper + [(u, -v) for u, v in reversed(upper)]
        self.shape([turned(x, y, u, v, angle) for u, v in outline], fill)

    def drop(self, x: float, y: float, height: float, fill: str) -> None:
        """A flame or drop standing on a point: round below, pointed above."""
        side = []
        for step in range(41):
            t = step / 40
            side.append((0.3 * height * math.sin(math.pi * t) * (1 - t) ** 0.35 * 1.35, height * t))
        outline = [(x + u, y - v) for u, v in side] + [(x - u, y - v) for u, v in reversed(side)]
        self.shape(outline, fill)


def turned(x: float, y: float, along: float, across: float, angle: float) -> Point:
    """A point `along` a direction from (x, y), and `across` it."""
    cosine, sine = math.cos(angle), math.sin(angle)
    return x + along * cosine - across * sine, y + along * sine + across * cosine


def _ground_line(sheet: Sheet, y: float) -> None:
    sheet.box(0, y, SHEET.width, SHEET.height, HAIRLINE)


# --- The drawings -----------------------------------------------------------------------


def candle(sheet: Sheet) -> None:
    x = sheet.between(640, 960)
    sheet.disc(x, 380, 300, PAPER)
    _ground_line(sheet, 880)
    sheet.disc(x, 880, 150, EDGE, flat=0.16)
    top = sheet.between(500, 560)
    sheet.box(x - 58, top, x + 58, 876, INK)
    sheet.box(x - 58, top, x - 26, 876, SOFT)
    sheet.disc(x, top, 58, SOFT, flat=0.22)
    sheet.line([(x, top), (x, top - 44)], INK, 5)
    sheet.drop(x, top - 28, 210, ALERT)
    sheet.drop(x, top - 30, 112, SHADE)


def wreath(sheet: Sheet) -> None:
    x, y, radius, leaves = sheet.between(720, 880), 500, 300, 30
    sheet.ring(x, y, radius + 14, SOFT, 28)
    for ring, (offset, lean, fill) in enumerate(
        ((0, 0.0, LEAF_SHADE), (26, -0.75, LEAF), (-16, 0.75, LEAF), (6, -0.3, LEAF_SHADE))
    ):
        for leaf in range(leaves):
            angle = math.tau * (leaf + ring / 4) / leaves
            at = turned(x, y, radius + offset, 0, angle)
            length = sheet.between(98, 118)
            sheet.leaf(*at, length, angle + math.pi / 2 + lean + sheet.between(-0.1, 0.1), fill)
    for berry in range(15):
        angle = math.tau * berry / 15 + sheet.between(-0.1, 0.1)
        sheet.disc(*turned(x, y, radius + sheet.between(-24, 36), 0, angle), 14, ALERT)
    _ribbon(sheet, x, y + radius + 20)


def _ribbon(sheet: Sheet, x: float, y: float) -> None:
    for side in (-1, 1):
        sheet.shape(
            [(x, y - 26), (x + side * 150, y + 118), (x + side * 104, y + 124),
             (x + side * 86, y + 168), (x, y + 26)],
            INK,
        )  # fmt: skip
        sheet.shape([(x, y), (x + side * 128, y - 62), (x + side * 128, y + 50)], INK)
    sheet.disc(x, y, 36, SOFT)


def flame(sheet: Sheet) -> None:
    x = sheet.between(700, 900)
    sheet.disc(x, 470, 350, PAPER)
    _ground_line(sheet, 900)
    lean = sheet.between(-26, 26)
    sheet.drop(x + lean, 720, 470, ALERT)
    sheet.drop(x - 74, 715, 250, ALERT)
    sheet.drop(x + 78, 715, 220, ALERT)
    sheet.drop(x + lean / 2, 716, 250, SHADE)
    sheet.drop(x, 716, 120, ALERT)
    sheet.shape([(x - 250, 700), (x + 250, 700), (x + 150, 800), (x - 150, 800)], INK)
    sheet.box(x - 36, 800, x + 36, 860, SOFT)
    sheet.shape([(x - 76, 855), (x + 76, 855), (x + 130, 905), (x - 130, 905)], INK)
    sheet.box(x - 262, 688, x + 262, 712, SOFT)


def book(sheet: Sheet) -> None:
    x = sheet.between(760, 840)
    _ground_line(sheet, 830)
    cover = ACCENT if sheet.chance.random() < 0.6 else INK
    width, top, bottom = 430, 330, 800
    sheet.shape(
        [(x - width - 24, top - 44), (x, top + 24), (x + width + 24, top - 44),
         (x + width + 24, bottom + 12), (x, bottom + 56), (x - width - 24, bottom + 12)],
        cover,
    )  # fmt: skip
    for side in (-1, 1):
        sheet.shape(_page(x, side, width, top, bottom), PAPER if side < 0 else SHADE)
        for row in range(9):
            if row == 8 and side > 0:
                continue
            end = width - 70 - (130 if row in (3, 8) else 0) * sheet.between(0.7, 1.3)
            sheet.line(_print_line(x, side, width, top + 92 + row * 42, end), EDGE, 7)
    sheet.line([(x, top + 42), (x, bottom + 44)], SOFT, 5)
    sheet.shape([(x + 90, bottom + 20), (x + 128, bottom + 10), (x + 128, bottom + 108),
                 (x + 109, bottom + 84), (x + 90, bottom + 116)], ALERT)  # fmt: skip


def _page(x: float, side: int, width: float, top: float, bottom: float) -> list[Point]:
    along = [step / 20 for step in range(21)]
    upper = [(x + side * width * t, _page_edge(top, t)) for t in along]
    lower = [(x + side * width * t, _page_edge(bottom, t)) for t in along]
    return upper + lower[::-1]


def _page_edge(y: float, t: float) -> float:
    """The height of a page's edge: it rises from the fold and falls a little outside."""
    return y + 44 - 62 * math.sin(min(1.0, t * 1.15) * math.pi / 2)


def _print_line(x: float, side: int, width: float, y: float, end: float) -> list[Point]:
    steps = [44 + (end - 44) * step / 16 for step in range(17)]
    return [(x + side * at, _page_edge(y, at / width)) for at in steps]


def film(sheet: Sheet) -> None:
    for strip, top in enumerate((150, 590)):
        offset = sheet.between(-120, 0)
        sheet.box(0, top, SHEET.width, top + 330, INK)
        for hole in range(30):
            left = offset + hole * 62
            for y in (top + 20, top + 276):
                sheet.box(left, y, left + 30, y + 34, sheet.ground)
        for frame in range(5):
            left = offset + frame * 372
            _film_frame(sheet, left, top + 74, left + 344, strip)


def _film_frame(sheet: Sheet, left: float, top: float, right: float, strip: int) -> None:
    sky, land = (ACCENT_SHADE, ACCENT) if strip == 0 else (SHADE, EDGE)
    sheet.box(left, top, right, top + 182, sky)
    horizon = top + sheet.between(96, 128)
    sheet.box(left, horizon, right, top + 182, land)
    sheet.disc(sheet.between(left + 60, right - 60), horizon - 40, 26, ALERT if strip else PAPER)


def music(sheet: Sheet) -> None:
    sheet.mirrored = False
    for staff, top in enumerate((210, 490, 770)):
        for row in range(5):
            sheet.box(120, top + row * 26, SHEET.width - 120, top + row * 26 + 3, EDGE)
        for bar in (120, 610, 1045, SHEET.width - 123):
            sheet.box(bar, top, bar + 4, top + 107, EDGE)
        x = 190.0
        while x < SHEET.width - 200:
            _note(sheet, x, top, ALERT if staff == 1 and 700 < x < 790 else INK)
            x += sheet.between(84, 150)
            x += 60 if any(abs(x - bar) < 50 for bar in (610, 1045)) else 0


def _note(sheet: Sheet, x: float, top: float, fill: str) -> None:
    step = int(sheet.between(1, 8))
    y = top + step * 13
    sheet.disc(x, y, 19, fill, flat=0.74)
    if sheet.chance.random() < 0.3:
        sheet.disc(x, y, 10, sheet.ground, flat=0.6)
    up = step > 3
    stem, end = (x + 17, y - 92) if up else (x - 17, y + 92)
    sheet.line([(stem, y), (stem, end)], fill, 4)
    if sheet.chance.random() < 0.35:
        turn = 1 if up else -1
        sheet.shape([(stem, end), (stem + 34, end + turn * 34), (stem + 30, end + turn * 58),
                     (stem, end + turn * 26)], fill)  # fmt: skip


def flags(sheet: Sheet) -> None:
    """Five bands each, in greys and one blue: the flags of no country."""
    _ground_line(sheet, 930)
    colours = [ACCENT, SOFT, EDGE]
    for flag in range(5):
        x = 190 + flag * 265 + sheet.between(-16, 16)
        top = 190 + sheet.between(0, 70)
        sheet.box(x - 6, top - 30, x + 6, 960, INK)
        sheet.disc(x, top - 34, 14, EDGE)
        outer, inner = colours[flag % 3], colours[(flag + 1 + int(sheet.between(0, 2))) % 3]
        for band, fill in enumerate((outer, HAIRLINE, inner, HAIRLINE, outer)):
            sheet.shape(_wave(x + 6, top + band * 38, 204, 39, flag), fill)


def _wave(x: float, top: float, width: float, height: float, phase: float) -> list[Point]:
    along = [step / 24 for step in range(25)]
    lift = [14 * t * math.sin(math.tau * t * 0.9 + phase) for t in along]
    upper = [(x + width * t, top + rise) for t, rise in zip(along, lift, strict=True)]
    return upper + [(u, v + height) for u, v in reversed(upper)]


def gathering(sheet: Sheet) -> None:
    """People from afar: dots in rows around an open space, none of them anybody."""
    x, y = SHEET.width / 2, 1010
    sheet.box(x - 90, 870, x + 90, 970, INK)
    sheet.box(x - 112, 852, x + 112, 874, SOFT)
    for row in range(8):
        radius = 250 + row * 94
        places = int(radius * math.pi / 74)
        for place in range(places):
            angle = math.pi + math.pi * (place + 0.5) / places
            at = turned(
                x, y, radius + sheet.between(-10, 10), 0, angle + sheet.between(-0.02, 0.02)
            )
            if not (80 < at[0] < SHEET.width - 80 and 90 < at[1] < SHEET.height - 70):
                continue
            if sheet.chance.random() < 0.9:
                shade = sheet.chance.random()
                fill = (
                    ALERT
                    if shade < 0.04
                    else ACCENT
                    if shade < 0.3
                    else INK
                    if shade < 0.7
                    else EDGE
                )
                sheet.disc(*at, 21, fill)


def memorial_stone(sheet: Sheet) -> None:
    x = sheet.between(700, 900)
    sheet.disc(x + sheet.between(-260, 260), 330, 120, PAPER)
    _ground_line(sheet, 840)
    height = sheet.between(480, 560)
    top = 850 - height
    sheet.shape([(x - 170, 850), (x - 150, top + 70), (x + sheet.between(-60, 60), top),
                 (x + 150, top + 54), (x + 176, 850)], SOFT)  # fmt: skip
    sheet.shape([(x + 60, 850), (x + 74, top + 30), (x + 150, top + 54), (x + 176, 850)], INK)
    sheet.box(x - 250, 846, x + 256, 890, EDGE)
    sheet.box(x - 300, 890, x + 306, 930, INK)
    for flower in range(9):
        at = x - 230 + flower * 56 + sheet.between(-12, 12)
        sheet.line([(at, 890), (at + sheet.between(-14, 14), 846)], ACCENT, 6)
        sheet.disc(at, 836 + sheet.between(-8, 8), 17, ALERT if flower % 3 else PAPER)


def map_lines(sheet: Sheet) -> None:
    """Lines as of a map, of nowhere: contours around two hills, a river and a way."""
    hills = [(sheet.between(350, 600), sheet.between(320, 480), 1.0),
             (sheet.between(1000, 1280), sheet.between(560, 740), 0.8)]  # fmt: skip
    phase = sheet.between(0, math.tau)
    for x, y, share in hills:
        for ring in range(9, 0, -1):
            outline = _contour(x, y, ring * 46 * share, phase + ring * 0.1)
            sheet.line(
                [*outline, outline[0]], EDGE if ring % 3 else SOFT, 5 if ring % 3 == 0 else 3
            )
    river = [(-20 + 1640 * t, 760 + 150 * math.sin(phase + t * 4) - 420 * t) for t in _steps(60)]
    sheet.line(river, sheet.ground, 34)
    sheet.line(river, ACCENT, 15)
    way = [hills[0][:2], (780, 470), (930, 640), hills[1][:2]]
    for start, end in pairwise(way):
        sheet.line([start, end], INK, 6)
    for at in way:
        sheet.disc(*at, 20, sheet.ground)
        sheet.disc(*at, 14, ALERT)


def _contour(x: float, y: float, radius: float, phase: float) -> list[Point]:
    points = []
    for t in _steps(72):
        angle = math.tau * t
        wobble = 1 + 0.14 * math.sin(3 * angle + phase) + 0.07 * math.sin(5 * angle - phase)
        points.append(turned(x, y, radius * wobble, 0, angle))
    return [(u, y + (v - y) * 0.72) for u, v in points]


def _steps(count: int) -> list[float]:
    return [step / count for step in range(count + 1)]


KINDS: dict[str, Callable[[Sheet], None]] = {
    "candle": candle,
    "wreath": wreath,
    "flame": flame,
    "book": book,
    "film": film,
    "music": music,
    "flags": flags,
    "gathering": gathering,
    "memorial-stone": memorial_stone,
    "map-lines": map_lines,
}
