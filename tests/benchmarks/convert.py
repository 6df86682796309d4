"""From the fields of the benchmark's generator to those of an archive file, line by line.

    python -m tests.benchmarks.convert FOLDER > archive.ndjson

FOLDER holds places, people, orgs, tags, events and reports as NDJSON. The generator knows no
sources: its reports come to eighty invented ones in turn, in two languages.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

Row = dict[str, Any]

SOURCES = 80
KINDS = ["commemoration", "conference", "concert", "rally", "other"]
ROLES = ["organizer", "supporter", "host", "partner", "participant"]


def convert(folder: Path, output: TextIO, reports: int | None = None) -> int:
    """Write the entries of a folder, of the reports only the first ones; return how many."""
    written = 0
    for entry in entries(folder, reports):
        output.write(json.dumps(entry, ensure_ascii=False) + "\n")
        written += 1
    return written


def entries(folder: Path, reports: int | None = None) -> Iterator[Row]:
    yield from _places(folder)
    for row in _rows(folder, "people"):
        yield {"kind": "person", "ref": _ref("person", row["id"]), "name": row["name"]}
    for row in _rows(folder, "orgs"):
        yield {"kind": "organization", "ref": _ref("org", row["id"]), "name": row["name"]}
    for number in range(SOURCES):
        yield {"kind": "source", "ref": _ref("source", number), "name": f"Source {number}"}
    for row in _rows(folder, "tags"):
        # Two tags of one name are two topics there, and one here would hide the other.
        yield {"kind": "topic", "ref": row["slug"], "name": f"{row['name']} {row['id']}"}
    for row in _rows(folder, "events"):
        yield _event(row)
    for number, row in enumerate(_rows(folder, "reports")):
        if number == reports:
            return
        yield _report(row)


def _places(folder: Path) -> Iterator[Row]:
    """Its places are cities with their countries' names beside them."""
    countries: set[str] = set()
    for row in _rows(folder, "places"):
        code = row["country_code"]
        if code not in countries:
            countries.add(code)
            yield {
                "kind": "place",
                "ref": _ref("country", code),
                "type": "country",
                "name": row["country"],
                "country_code": code,
            }
        yield {
            "kind": "place",
            "ref": _ref("place", row["id"]),
            "type": "city",
            "name": row["name"],
            "parent": _ref("country", code),
            "lat": row["lat"],
            "lon": row["lon"],
            "point_precision": "city",
        }


def _event(row: Row) -> Row:
    return {
        "kind": "event",
        "ref": _ref("event", row["id"]),
        "title": row["title"],
        "type": KINDS[row["id"] % len(KINDS)],
        "start": row["start"],
        "end": row["end"],
        "summary": row["summary"],
        "description": row["body"],
        "place": _ref("place", row["place"]),
        "people": [
            {"person": _ref("person", key), "role": "speaker"} for key in _once(row["people"])
        ],
        "organizations": [
            {"organization": _ref("org", key), "role": ROLES[position % len(ROLES)]}
            for position, key in enumerate(_once(row["orgs"]))
        ],
        "topics": [f"tag-{key}" for key in row["tags"]],
    }


def _report(row: Row) -> Row:
    return {
        "kind": "report",
        "ref": _ref("report", row["id"]),
        "headline": row["title"],
        "standfirst": row["summary"],
        "body": row["body"],
        "source": _ref("source", row["id"] % SOURCES),
        "language": "en" if row["id"] % 3 else "az",
        "published": row["published"][:10],
        "published_time": row["published"][11:16],
        "dateline_place": row["place"] and _ref("place", row["place"]),
        "events": [_ref("event", row["event"])] if row["event"] else [],
        "mentions": [
            *({"person": _ref("person", key)} for key in _once(row["people"])),
            *({"organization": _ref("org", key)} for key in _once(row["orgs"])),
        ],
        "topics": [f"tag-{key}" for key in row["tags"]],
    }


def _rows(folder: Path, name: str) -> Iterator[Row]:
    with (folder / f"{name}.ndjson").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _ref(kind: str, key: object) -> str:
    return f"{kind}-{key}"


def _once(keys: list[int]) -> list[int]:
    return list(dict.fromkeys(keys))


if __name__ == "__main__":
    convert(Path(sys.argv[1]), sys.stdout)
