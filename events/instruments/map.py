"""Pure: the map over a list, a dot for each place, drawn to fit what there is to see.

The projection is the plainest, degrees as squares, squeezed sideways as far from the equator as the
middle of the picture lies. Script draws the same (`static/js/moving_map.js`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians, sqrt

from events.models.tally import Count

MOST_DOTS = 150
WIDTH, HEIGHT = 300, 200  # of a map beside a list, about as many pixels
LEAST_SPAN = 16  # degrees of latitude: the coarse outline says nothing nearer
_TALLEST = 170  # degrees: a map of the whole world hardly needs its poles
_MARGIN = 1.25
_SMALLEST, _LARGEST = 3.5, 12  # radius of a dot


@dataclass(slots=True)
class PlaceCount:
    """So many records at one place, and its point if that is known."""

    label: str
    url: str
    count: Count
    latitude: float | None
    longitude: float | None

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None


@dataclass(slots=True)
class Dot:
    """A place on the map with those too near to it for a dot of their own."""

    place: PlaceCount
    x: float
    y: float
    r: float = 0
    near: list[PlaceCount] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.place.count.number + sum(place.count.number for place in self.near)


@dataclass(frozen=True, slots=True)
class View:
    """What part of the world a picture shows: its western and northern edge, and its scale."""

    west: float
    north: float
    stretch: float  # how wide a degree of longitude is, measured by one of latitude
    scale: float  # units of the picture to a degree of latitude
    width: int
    height: int

    def x(self, longitude: float) -> float:
        return round((longitude - self.west) * self.stretch * self.scale, 1)

    def y(self, latitude: float) -> float:
        return round((self.north - latitude) * self.scale, 1)

    @property
    def worlds(self) -> list[str]:
        """The outline's transformations: once, or again a world away across the date line."""
        across = self.scale * self.stretch
        return [
            f"translate({self.x(shift)} {self.y(0)}) scale({across:.3f} {self.scale:.3f})"
            for shift in (-360, 0, 360)
            if self.x(shift + 190) > 0 and self.x(shift - 190) < self.width
        ]


@dataclass(frozen=True, slots=True)
class Map:
    """The dots of one picture, and in words what it shows and what it cannot."""

    view: View
    dots: list[Dot]
    placed: list[PlaceCount]
    unplaced: list[PlaceCount]
    elsewhere: Count | None

    @property
    def view_box(self) -> str:
        return f"0 0 {self.view.width} {self.view.height}"


def draw_map(
    places: Sequence[PlaceCount],
    *,
    elsewhere: Count | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
) -> Map:
    """The map of a list's places; `elsewhere` counts the records that are at none of them."""
    held = [place for place in places if place.count.number]
    placed = sorted((place for place in held if place.has_point), key=_busiest_first)
    points = [_point(place) for place in placed[:MOST_DOTS]]
    view = view_of(points, width, height)
    return Map(
        view=view,
        dots=_dots(placed[:MOST_DOTS], view),
        placed=placed,
        unplaced=[place for place in held if not place.has_point],
        elsewhere=elsewhere if elsewhere and elsewhere.number else None,
    )


def view_of(points: Sequence[tuple[float, float]], width: int, height: int) -> View:
    """The part of the world that shows these points (longitude, latitude) with room around them."""
    west, east = _span([longitude for longitude, _latitude in points])
    south = min((latitude for _longitude, latitude in points), default=-55)
    north = max((latitude for _longitude, latitude in points), default=75)
    stretch = cos(radians(min(abs(north + south) / 2, 70)))
    across = (east - west) * stretch
    tall = max((north - south) * _MARGIN, across * _MARGIN * height / width, LEAST_SPAN)
    tallest = max(_TALLEST, min((north - south) * 1.05, 180))
    if tall > tallest:
        # All the world: squeezed a little more, rather than with blanks above and below.
        stretch *= max(tallest / tall, 0.6)
        tall = tallest
    scale = height / tall
    wide = width / scale / stretch
    top = (north + south + tall) / 2
    return View(
        west=(west + east - wide) / 2,
        # Never beyond a pole.
        north=max(min(top, 90), tall - 90),
        stretch=stretch,
        scale=scale,
        width=width,
        height=height,
    )


def _span(longitudes: list[float]) -> tuple[float, float]:
    """The western and eastern end, the shorter way round where that is much the shorter."""
    if not longitudes:
        return -180, 180
    west, east = min(longitudes), max(longitudes)
    shifted = [longitude % 360 for longitude in longitudes]
    if max(shifted) - min(shifted) < 0.7 * (east - west):
        return min(shifted), max(shifted)
    return west, east


def _dots(places: Sequence[PlaceCount], view: View) -> list[Dot]:
    """The largest first; what lies within reach of a larger dot joins it."""
    dots: list[Dot] = []
    cells: dict[tuple[int, int], list[Dot]] = {}
    reach = 2 * _SMALLEST
    for place in places:
        longitude, latitude = _point(place)
        x, y = view.x(_seen_from(view, longitude)), view.y(latitude)
        column, row = int(x // reach), int(y // reach)
        around = [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        found = (dot for cell in around for dot in cells.get(cell, ()))
        nearest = next((dot for dot in found if hypot(dot.x - x, dot.y - y) < reach), None)
        if nearest:
            nearest.near.append(place)
            continue
        dot = Dot(place, x, y)
        dots.append(dot)
        cells.setdefault((column, row), []).append(dot)
    most = max((dot.number for dot in dots), default=1)
    for dot in dots:
        dot.r = round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(dot.number / most), 1)
    return dots


def _seen_from(view: View, longitude: float) -> float:
    """The longitude, a world further east if the picture shows the place there."""
    return longitude + 360 if longitude < view.west else longitude


def _point(place: PlaceCount) -> tuple[float, float]:
    return place.longitude or 0.0, place.latitude or 0.0


def _busiest_first(place: PlaceCount) -> tuple[int, str]:
    return -place.count.number, place.label
