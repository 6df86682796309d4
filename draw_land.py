"""Draws the outline of the world's land for the maps, from Natural Earth as world-atlas packs it.

Land only: where a border runs is a matter of opinion in some places, and a map of this archive has
none. Two files: a coarse one so small that every list can show it, and a fine one for the map that
can be moved and enlarged. Both are one path in degrees, longitude to the right and latitude upside
down, with the id `land`. Run it after `npm install`: python draw_land.py
"""

import heapq
import json
import shutil
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ATLAS = ROOT / "node_modules" / "world-atlas"
MAPS = ROOT / "static" / "map"

Point = tuple[float, float]
Ring = list[Point]

# Which data; the triangle, in square degrees, that no reader misses; steps to the degree.
DRAWINGS = {
    "land": ("land-110m.json", 0.4, 4),
    "land-fine": ("land-50m.json", 0.01, 10),
}


def rings_in(atlas: dict) -> list[Ring]:
    """The outlines, as longitudes and latitudes, of a TopoJSON file: its arcs are shared edges."""
    (x_scale, y_scale), (x_start, y_start) = (
        atlas["transform"]["scale"],
        atlas["transform"]["translate"],
    )
    arcs = []
    for steps in atlas["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * x_scale + x_start, y * y_scale + y_start))
        arcs.append(arc)
    rings = []
    for shape in atlas["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for numbers in polygon:
                # A negative number is an arc run backwards; each begins where the last ended.
                parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in numbers]
                rings.append([point for part in parts for point in part[:-1]])
    return rings


def across_the_date_line(ring: Ring) -> list[Ring]:
    """The ring without jumps from 180° to -180°, and its twin a world away if it had any."""
    whole = [ring[0]]
    for (before, _y), (x, y) in pairwise([*ring, ring[0]]):
        jump = 360 * round((x - before) / 360)
        whole.append((whole[-1][0] + x - before - jump, y))
    if abs(whole[-1][0] - whole[0][0]) > 180:
        # Around the pole: closed along the bottom of the map.
        whole += [(whole[-1][0], -90), (whole[0][0], -90)]
    longitudes = [x for x, _y in whole]
    shifts = [0]
    if max(longitudes) > 181:
        shifts.append(-360)
    if min(longitudes) < -181:
        shifts.append(360)
    return [[(x + shift, y) for x, y in whole] for shift in shifts]


def simplified(ring: Ring, least: float) -> Ring:
    """Without the points that make the smallest triangles with their neighbours (Visvalingam)."""
    count = len(ring)
    before = [(i - 1) % count for i in range(count)]
    after = [(i + 1) % count for i in range(count)]

    def triangle(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = ring[before[i]], ring[i], ring[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    areas: list[float] = [triangle(i) for i in range(count)]
    heap = [(area, i) for i, area in enumerate(areas)]
    heapq.heapify(heap)
    gone: set[int] = set()
    while heap and heap[0][0] < least:
        area, i = heapq.heappop(heap)
        if i in gone or area != areas[i]:
            continue
        gone.add(i)
        before[after[i]], after[before[i]] = before[i], after[i]
        for neighbour in (before[i], after[i]):
            areas[neighbour] = max(area, triangle(neighbour))
            heapq.heappush(heap, (areas[neighbour], neighbour))
    return [point for i, point in enumerate(ring) if i not in gone]


def path_of(rings: list[Ring], steps: int) -> str:
    """SVG path data in whole steps, each line from where the last ended: short to write."""
    written = []
    for ring in rings:
        points = [(round(x * steps), round(-y * steps)) for x, y in ring]
        points = [here for last, here in pairwise([points[-1], *points]) if last != here]
        if len(points) < 3:
            continue
        moves = "".join(f"{bx - ax:+d}{by - ay:+d}" for (ax, ay), (bx, by) in pairwise(points))
        x, y = points[0]
        written.append(f"M{x} {y}l{moves.replace('+', ' ').strip()}z")
    return "".join(written)


def draw(name: str) -> None:
    source, least, steps = DRAWINGS[name]
    atlas = json.loads((ATLAS / source).read_text())
    rings = [simplified(ring, least) for ring in rings_in(atlas)]
    whole = [part for ring in rings if len(ring) > 2 for part in across_the_date_line(ring)]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180">'
        f'<path id="land" transform="scale({1 / steps:g})" d="{path_of(whole, steps)}"/></svg>\n'
    )
    (MAPS / f"{name}.svg").write_text(svg)


if __name__ == "__main__":
    MAPS.mkdir(exist_ok=True)
    for name in DRAWINGS:
        draw(name)
    shutil.copy(ATLAS / "LICENSE", MAPS / "LICENSE-world-atlas")
