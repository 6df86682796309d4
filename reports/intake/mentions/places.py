"""Places in a report: countries, regions and towns of the gazetteer, and venues by their make."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from reports.intake import gazetteer
from reports.intake.document import Document, Sentence, Span
from reports.intake.gazetteer import Place
from reports.intake.lexicon import lexicon
from reports.intake.mentions.venues import find_venues
from reports.intake.mentions.wording import any_of


@dataclass(frozen=True)
class PlaceMention:
    """A place that stands in the text. `name` is as written there, `english` as English has it."""

    span: Span
    kind: str  # country, region, city, venue
    name: str
    english: str = ""
    country_code: str = ""
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    confidence: float = 0.5
    lead: str = ""  # the word before it that says how it is meant: "in", "at", "from"
    noun: str = ""  # what a venue is: "hall"
    inside: bool = False  # it stands in the name of a person or an organization
    modifies: bool = False  # a name goes on after it: "the Cannes Film Festival"


def find_places(document: Document, taken: Sequence[Span] = ()) -> list[PlaceMention]:
    """All places of the text, in its order. Those inside `taken` are marked, not left out."""
    words = _words(document.language)
    named = [name for sentence in _stretches(document) for name in _Names(sentence, words).found()]
    told = {name.places[0].country_code for name in named if name.places[0].kind == "country"}
    venues = find_venues(document)
    names = _Stretches([*taken, *(venue.span for venue in venues)])
    found = []
    at_venues = {venue.span for venue in venues if venue.noun}
    for name in named:
        place, confidence = _meant(name, told, document)
        if place and name.span not in at_venues:
            found.append(_mention(name, place, confidence, names.hold(name.span)))
    found += [
        PlaceMention(
            venue.span, "venue", venue.name, venue.name,
            confidence=venue.confidence, lead=venue.lead, noun=venue.noun,
        )
        for venue in venues
    ]  # fmt: skip
    return sorted(found, key=lambda mention: mention.span)


class _Stretches:
    """Spans, asked whether one of them holds another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]

    def hold(self, span: Span) -> bool:
        """Whether it is a part of one; the few before it are looked at, as names are short."""
        at = bisect_right(self._starts, span.start)
        near = self._spans[max(0, at - 4) : at]
        return any(one.holds(span) and one != span for one in near)


def _mention(name: "_Name", place: Place, confidence: float, inside: bool) -> PlaceMention:
    return PlaceMention(
        span=name.span, kind=place.kind, name=name.text, english=place.name,
        country_code=place.country_code, geonames=place.geonames, lat=place.lat, lon=place.lon,
        confidence=confidence, lead=name.lead, inside=inside, modifies=name.modifies,
    )  # fmt: skip


# --- Which of several places is meant -------------------------------------------------------------

LARGE, MIDDLING = 300_000, 50_000


def _meant(name: "_Name", told: set[str], document: Document) -> tuple[Place | None, float]:
    """The likeliest of the places of that name, and how sure that is; none for a mere word."""
    if not name.places[0].country_code:
        return name.places[0], 0.6
    if name.beside and (there := _in_country(name, name.beside)):
        return there, 0.95
    towns = [place for place in name.places if place.kind == "city"]
    for place in name.places:
        if place.kind == "country" and not (name.of_town and towns):
            if gazetteer.is_name_in(name.bare, place.country_code, document.language):
                return place, 0.9
        elif place.kind == "region" and not (towns and towns[0].population > LARGE):
            return place, 0.6
    if not towns:
        return None, 0
    return _as_town(name, _likeliest(name, towns, told), told, document)


def _in_country(name: "_Name", whole: Place) -> Place | None:
    """The place of that name in the country or region that stands beside it."""
    return next(
        (
            place
            for place in name.places
            if place.kind != "country"
            and place.country_code == whole.country_code
            and whole.region in ("", place.region)
            and place is not whole
        ),
        None,
    )


def _likeliest(name: "_Name", towns: Sequence[Place], told: set[str]) -> Place:
    """A town of that name rather than one with that byname, and in a country the text speaks of.

    Each counts as much as ten times the inhabitants.
    """
    key = gazetteer.key_of(name.bare)

    def weight(place: Place) -> int:
        own = 10 if gazetteer.key_of(place.name) == key else 1
        return place.population * own * (10 if place.country_code in told else 1)

    return max(towns, key=weight)


def _as_town(
    name: "_Name", town: Place, told: set[str], document: Document
) -> tuple[Place | None, float]:
    """The town, if it is one rather than a family or a word, and how sure that is."""
    in_dateline = bool(document.dateline and document.dateline.holds(name.span))
    inside = name.lead in name.words.inside and not (name.modifies and name.lead == "at")
    firm = inside or name.of_town or name.opens or in_dateline
    ordinary = gazetteer.is_ordinary(name.text) or name.text.casefold() in name.words.common
    if ordinary and not name.of_town:
        return (town, 0.5) if in_dateline and name.text.isupper() else (None, 0)
    if name.follows and not firm and town.population < 10 * LARGE:
        return None, 0  # "Eqbal Ahmad"
    own = gazetteer.key_of(town.name) == gazetteer.key_of(name.bare)
    if not own and not firm and not gazetteer.is_quarter(name.text):
        return None, 0  # a byname alone is too often the name of somebody
    if town.capital or town.population >= LARGE:
        return town, 0.9 if firm else 0.7
    near = town.country_code in told
    if firm:
        return town, 0.75 if near or town.population >= MIDDLING else 0.6
    # Small towns share their names with families: without "in" before it only a large one counts.
    return (town, 0.45) if near and town.population >= 2 * MIDDLING else (None, 0)


# --- Names of the gazetteer in a sentence ---------------------------------------------------------

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class _Words:
    where: re.Pattern[str]
    town: re.Pattern[str]
    town_after: re.Pattern[str]
    unlisted: re.Pattern[str]
    of: tuple[str, ...]  # how its phrases end
    near: re.Pattern[str]
    inside: frozenset[str]
    endings: tuple[str, ...]
    inside_endings: frozenset[str]
    common: frozenset[str]  # nouns that a headline gives a capital
    days: frozenset[str]  # weekdays and months


@cache
def _words(language: str) -> _Words:
    book, dates = lexicon("places", language), lexicon("dates", language)
    phrase = lexicon("occasion", language)["phrase"]
    return _Words(
        where=re.compile(rf"(?:^|[\s(])({any_of(book['where'])})\s*(?:the\s+)?$", re.IGNORECASE),
        town=re.compile(rf"\b(?:{any_of(book['town'])})\s*$", re.IGNORECASE),
        town_after=re.compile(rf"\s+(?:{any_of(book['town_after'])})\b", re.IGNORECASE),
        unlisted=re.compile(
            rf"(?:\b({any_of(book['inside'])})\s+(?:the\s+)?)?(?:{any_of(book['unlisted'])})$",
            re.IGNORECASE,
        ),
        of=tuple({phrase.split()[-1] for phrase in book["unlisted"]}),
        near=re.compile(rf",?\s+(?:{any_of(book['beside'])})\s+[A-ZÀ-ÝÇĞİŞÖÜ]"),
        inside=frozenset(book["inside"]),
        endings=tuple(sorted(book.get("endings", ()), key=len, reverse=True)),
        inside_endings=frozenset(book.get("inside_endings", ())),
        common=frozenset(book["venue"]["nouns"])
        | frozenset(phrase["kinds"])
        | frozenset(phrase["misfortunes"]),
        days=frozenset(
            name.casefold() for listed in (*dates["weekdays"], *dates["months"]) for name in listed
        ),
    )


@dataclass
class _Name:
    """A stretch of a sentence that the gazetteer knows."""

    span: Span
    text: str
    bare: str  # without an ending
    places: tuple[Place, ...]
    words: _Words
    lead: str = ""
    of_town: bool = False  # "the town of …", "… city"
    follows: bool = False  # on a capitalised word, as a family name does
    modifies: bool = False  # the capitalised word after it
    opens: bool = False  # the report, as a dateline does: "Graz. "
    beside: Place | None = None  # the country or region after it: "London, Ontario"


class _Names:
    """Reads the names of one sentence."""

    def __init__(self, sentence: Sentence, words: _Words) -> None:
        self.text = sentence.text
        self.offset = sentence.span.start
        self.opens = sentence.paragraph == 0
        self.words = words
        self.tokens = [match.span() for match in _TOKEN.finditer(self.text)]

    def found(self) -> list[_Name]:
        names: list[_Name] = []
        at = 0
        while at < len(self.tokens):
            if not self.text[self.tokens[at][0]].isupper():
                at += 1
                continue
            name, count = self._longest(at)
            if name:
                names.append(name)
            at += count
        for name, following in pairwise(names):
            self._set_beside(name, following)
        return names

    def _longest(self, at: int) -> tuple[_Name | None, int]:
        start = self.tokens[at][0]
        longest = 1
        if gazetteer.begins_name(self.text[start : self.tokens[at][1]]):
            longest = min(gazetteer.LONGEST, len(self.tokens) - at)
        for count in range(longest, 0, -1):
            end = self.tokens[at + count - 1][1]
            surface = self.text[start:end]
            last = self.tokens[at + count - 1][0]
            if count > 1 and (_PARTED.search(surface) or not self.text[last].isupper()):
                continue
            places, ending = self._places(surface)
            if places and self._stands_alone(start, end, surface, places):
                return self._name(start, end, surface, places, ending), count
        return self._unlisted(start, self.tokens[at][1]), 1

    def _unlisted(self, start: int, end: int) -> _Name | None:
        """A place too small for the gazetteer, where the text says what it is: "the village of"."""
        before = self.text[max(0, start - 30) : start].rstrip()
        # Asked of every capitalised word: most are told by the word before them to be none.
        village = before.endswith(self.words.of) and self.words.unlisted.search(before)
        by_town = self.words.near.match(self.text, end)
        if not (village or by_town) or self.text[end : end + 1] == "-":
            return None
        surface = self.text[start:end]
        name = self._name(start, end, surface, (Place("city", surface, ""),), "")
        if not village:
            return name if name.lead in self.words.inside else None
        return replace(name, lead=" ".join((village[1] or "").lower().split()) or name.lead)

    def _places(self, surface: str) -> tuple[tuple[Place, ...], str]:
        """The places of that name, and the ending it has here: "İzmirdə", "Berliner"."""
        if places := gazetteer.places_named(surface):
            return places, ""
        for ending in self.words.endings:
            if surface.endswith(ending) and len(surface) > len(ending) + 2:
                places = gazetteer.places_named(surface[: -len(ending)])
                known = [place for place in places if place.kind != "city" or _is_large(place)]
                if known:
                    return tuple(known), ending
        return (), ""

    def _stands_alone(self, start: int, end: int, surface: str, places: tuple[Place, ...]) -> bool:
        """Whether no other capitalised word or hyphen makes it a part of a longer name."""
        if len(surface) <= 3 and not surface.isupper() and places[0].kind != "country":
            return False
        if places[0].kind == "country":
            # "US" and "UK" are written large, "us" and "Us" are none.
            return len(surface) > 2 or surface.isupper()
        return self.text[end : end + 1] != "-" and self.text[max(start - 1, 0) : start] != "-"

    def _name(
        self, start: int, end: int, surface: str, places: tuple[Place, ...], ending: str
    ) -> _Name:
        before = self.text[max(0, start - 30) : start]
        where = self.words.where.search(before)
        # The stop of "U.S." and "D.C." belongs to it.
        if self.text[end : end + 1] == "." and "." in surface:
            end += 1
        lead = " ".join(where[1].lower().split()) if where else ""
        after = _CAPITAL_AFTER.match(self.text, end)
        return _Name(
            Span(start + self.offset, end + self.offset),
            surface,
            surface.removesuffix(ending),
            places,
            self.words,
            lead="in" if ending in self.words.inside_endings else lead,
            of_town=bool(self.words.town.search(before))
            or bool(self.words.town_after.match(self.text, end)),
            follows=not where and bool(_CAPITAL_BEFORE.search(before)),
            modifies=bool(after) and after[1].casefold() not in self.words.days,
            opens=self.opens and not start and bool(_STOPS.match(self.text, end)),
        )

    def _set_beside(self, name: _Name, following: _Name) -> None:
        between = self.text[name.span.end - self.offset : following.span.start - self.offset]
        if between.strip() not in (",", "(", "") or (not between.strip() and not between):
            return
        if not between.strip() and following.places[0].kind == "city":
            return
        large = [place for place in following.places if place.kind in ("region", "country")]
        towns = [place for place in name.places if place.kind == "city"]
        for place in large:
            for town in towns:
                if town.country_code == place.country_code and place.region in ("", town.region):
                    name.beside = place
                    return


def _is_large(place: Place) -> bool:
    return place.capital or place.population >= MIDDLING


# What parts one name from the next: a sign, a paragraph, the end of a possessive.
_STOPS = re.compile(r"\s?[.:–—,(/]|\s-\s|$")
_CAPITAL_BEFORE = re.compile(r"[^.:;!?]\s+[A-ZÀ-ÝÇĞİŞÖÜƏ][^\W_]+ $")
_CAPITAL_AFTER = re.compile(r" ([A-ZÀ-ÝÇĞİŞÖÜƏ][^\W_]+)")
_PARTED = re.compile(r"[^\w\s.’'\-]|\.\s\s|\n\s*\n|['’]s$")


def _stretches(document: Document) -> Iterator[Sentence]:
    """The sentences, and the dateline where it stands in none."""
    dateline = document.dateline
    if dateline and not document.sentence_at(dateline.start):
        yield Sentence(dateline, document.clean[dateline.start : dateline.end], 0)
    yield from document.sentences
