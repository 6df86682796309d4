"""The towns and countries of the world by name, from the files in atlas/.

Pure. Towns are cut from GeoNames (CC BY 4.0, see atlas/README.md) by cut_gazetteer.py. Loaded at
the first question, in a third of a second, and kept: about 35 MB.
"""

import gzip
import tomllib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from events.names import words

_ATLAS = Path(__file__).parent / "atlas"
_OTHERS = ("fr", "de", "es", "az")  # the languages of countries.tsv after English
LONGEST = 5  # words of a name


@dataclass(frozen=True)
class Place:
    """A country, a region of one, or a town."""

    kind: str  # country, region, city
    name: str  # as English usually has it
    country_code: str
    region: str = ""
    population: int = 0
    capital: bool = False
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Country:
    """A country of ISO 3166-1, and Kosovo."""

    code: str
    geonames: int
    capital: str
    name: str  # as English usually has it
    as_good: tuple[str, ...]  # English names that may stand instead
    names: tuple[tuple[str, str], ...]  # language, or nothing for any, and name


@lru_cache(maxsize=5_000)
def key_of(name: str) -> str:
    """What a name is found by: its folded words."""
    return " ".join(words(name))


def places_named(name: Sequence[str] | str) -> tuple[Place, ...]:
    """All places of that name, countries first, then towns, the largest first."""
    return _places_of(name if isinstance(name, str) else " ".join(name))


@lru_cache(maxsize=20_000)
def _places_of(name: str) -> tuple[Place, ...]:
    key = key_of(name)
    return _countries().places.get(key, ()) + _towns().named(key)


@lru_cache(maxsize=20_000)
def begins_name(word: str) -> bool:
    """Whether the name of some place goes on after this word."""
    key = key_of(word)
    return key in _countries().starts or key in _towns().starts


def is_spelling_of(name: str, town: Place) -> bool:
    """Whether a town is spelt so by its own people: "Şuşa", which folds to the name of others."""
    return town.geonames is not None and _towns().spelt.get(name.casefold()) == town.geonames


def is_place(name: str) -> bool:
    """Whether any place has that name."""
    key = key_of(name)
    return key in _countries().places or key in _towns().lines


def country_of(word: str) -> str:
    """The code of the country an adjective, an inhabitant or the country's own name tells of."""
    return _countries().code_of(key_of(word))


def country(code: str) -> Country | None:
    """What is known of the country with that code."""
    return _countries().by_code.get(code)


def is_name_in(name: str, code: str, language: str) -> bool:
    """Whether a country goes by that name in a language, or in English."""
    return bool(_countries().spoken.get((key_of(name), code), frozenset()) & {"", "en", language})


def city_state(code: str) -> Place | None:
    """The town that a country is, if it is one: Singapore."""
    if code not in _countries().city_states:
        return None
    towns = _places_of(_countries().by_code[code].name)
    return next((place for place in towns if place.kind == "city"), None)


def capital_of(code: str) -> Place | None:
    """The capital of the country with that code."""
    one = _countries().by_code.get(code)
    towns = _places_of(one.capital) if one else ()
    return next((town for town in towns if town.kind == "city" and town.country_code == code), None)


def is_quarter(name: str) -> bool:
    """Whether it is a part of a town that is known by a name of its own: "Manhattan"."""
    return key_of(name) in _countries().quarters


def is_ordinary(name: str) -> bool:
    """Whether the name of a town is an everyday word as well."""
    return key_of(name) in _countries().ordinary


@cache
def _countries() -> "_Countries":
    return _Countries()


@cache
def _towns() -> "_Towns":
    return _Towns()


class _Countries:
    """Countries and regions by each of their names, and what their people are called."""

    def __init__(self) -> None:
        self._written = tomllib.loads((_ATLAS / "countries.toml").read_text(encoding="utf-8"))
        self.by_code = {one.code: one for one in self._read()}
        self.city_states = frozenset(self._written["city_states"]["codes"])
        self.ordinary = frozenset(self._written["ordinary"]["words"])
        self.spellings = self._written["spellings"]

    def _read(self) -> Iterator[Country]:
        usual, more = self._written["usual"], self._written["names"]
        for line in (_ATLAS / "countries.tsv").read_text(encoding="utf-8").splitlines():
            code, geonames, capital, english, *others = line.split("\t")
            name, *as_good = usual.get(code, [english])
            names = (
                ("en", name), ("en", english), *(("en", one) for one in as_good),
                *zip(_OTHERS, others, strict=True), *(("", one) for one in more.get(code, ())),
            )  # fmt: skip
            yield Country(code, int(geonames), capital, name, tuple(as_good), names)

    @cached_property
    def places(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, tuple[Place, ...]] = {}
        for one in self.by_code.values():
            place = Place("country", one.name, one.code, geonames=one.geonames)
            for key in {key_of(name) for _language, name in one.names}:
                found[key] = (*found.get(key, ()), place)
        for code, region, names in self._regions():
            place = Place("region", names[0], code, region)
            for key in {key_of(name) for name in names}:
                found[key] = (*found.get(key, ()), place)
        return found

    def _regions(self) -> Iterator[tuple[str, str, list[str]]]:
        """Country, code of the region where towns are told by it, and names."""
        for code, regions in self._written["regions"].items():
            yield from ((code, region, names) for region, names in regions.items())
        for code, lands in self._written["lands"].items():
            yield from ((code, "", names) for names in lands)

    @cached_property
    def starts(self) -> frozenset[str]:
        """The first words of names of several words."""
        return _first_words(self.places)

    @cached_property
    def spoken(self) -> dict[tuple[str, str], set[str]]:
        """In which languages a name, by key, is that of a country, by code."""
        found: dict[tuple[str, str], set[str]] = {}
        for one in self.by_code.values():
            for language, name in one.names:
                found.setdefault((key_of(name), one.code), set()).add(language)
        return found

    @cached_property
    def adjectives(self) -> dict[str, str]:
        return {
            key_of(word): code
            for code, listed in self._written["adjectives"].items()
            for word in listed
        }

    @cached_property
    def quarters(self) -> dict[str, str]:
        """The town that each quarter with a name of its own is in."""
        return {
            key_of(quarter): key_of(town)
            for town, listed in self._written["quarters"].items()
            for quarter in listed
        }

    def code_of(self, key: str) -> str:
        for form in _base_forms(key):
            if code := self.adjectives.get(form):
                return code
        places = self.places.get(key, ())
        return places[0].country_code if places and places[0].kind == "country" else ""


class _Towns:
    """Towns by folded name, each read from its line only when asked for."""

    def __init__(self) -> None:
        with gzip.open(_ATLAS / "towns.tsv.gz") as file:
            self._text = file.read()
        self._starts = array("I", [0])
        self.lines: dict[str, int | tuple[int, ...]] = {}
        for number, line in enumerate(self._text.splitlines(keepends=True)):
            self._starts.append(self._starts[-1] + len(line))
            for key in line[line.rindex(b"\t") + 1 : -1].decode().split("|"):
                self._add(key, number)
        self.spelt: dict[str, int | None] = {}  # as it is written: the GeoNames id
        for code, towns in _countries().spellings.items():
            for english, names in towns.items():
                self._spell(english, code, names)

        self.starts = _first_words(self.lines)

    def _add(self, key: str, number: int) -> None:
        known = self.lines.setdefault(key, number)
        if known != number:
            self.lines[key] = (*known, number) if isinstance(known, tuple) else (known, number)

    def _spell(self, english: str, code: str, names: Iterable[str]) -> None:
        """Let a town go by more names."""
        listed = self._numbers(key_of(english))
        number = next(one for one in listed if self._place(one).country_code == code)
        geonames = self._place(number).geonames
        for name in names:
            key = key_of(name)
            if number not in self._numbers(key):
                self._add(key, number)
            self.spelt[name.casefold()] = geonames

    def _numbers(self, key: str) -> tuple[int, ...]:
        """The lines of the towns that go by a name."""
        known = self.lines.get(key, ())
        return (known,) if isinstance(known, int) else known

    def named(self, key: str) -> tuple[Place, ...]:
        """Towns that go by a name; the one with such a quarter, and those of other countries."""
        towns = tuple(self._place(number) for number in self._numbers(key))
        whole = _countries().quarters.get(key)
        if not whole:
            return towns
        around = self.named(whole)[:1]
        abroad = {town.country_code for town in towns} - {town.country_code for town in around}
        return around + tuple(town for town in towns if town.country_code in abroad)

    def _place(self, number: int) -> Place:
        line = self._text[self._starts[number] : self._starts[number + 1]].decode()
        geonames, name, code, region, population, lat, lon, _keys = line.split("\t")
        return Place(
            "city", name, code, region, int(population.rstrip("*")), population.endswith("*"),
            int(geonames), float(lat), float(lon),
        )  # fmt: skip


def _first_words(names: Iterable[str]) -> frozenset[str]:
    parted = (name.partition(" ") for name in names)
    return frozenset(first for first, space, _rest in parted if space)


def _base_forms(key: str) -> Iterable[str]:
    """A word and what it may be a form of: plurals, feminines, the endings of German."""
    yield key
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) > len(ending) + 2:
            yield key[: -len(ending)] + instead


_ENDINGS = (
    ("s", ""), ("e", ""), ("es", ""), ("ne", ""), ("nes", ""), ("a", "o"), ("as", "o"), ("a", ""),
    ("as", ""), ("er", ""), ("en", ""), ("em", ""), ("isches", "isch"), ("in", ""), ("innen", ""),
    ("men", "man"), ("lar", ""), ("ler", ""), ("larin", ""), ("lari", ""),
)  # fmt: skip
