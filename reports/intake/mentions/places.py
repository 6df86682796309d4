"""Places in a report: countries, regions and towns of the gazetteer, and venues by their make."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from events.names import words
from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.gazetteer import Place
from reports.intake.mentions.people.given import given_names
from reports.intake.mentions.place_names import LARGE, MIDDLING, PlaceName, place_names, towns_after
from reports.intake.mentions.venue_words import Venue
from reports.intake.mentions.venues import find_venues


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
    named = place_names(document)
    told = _countries_told(named)
    venues = _without_towns(find_venues(document), named)
    named += towns_after(venues, named, document)
    names = _Stretches([*taken, *(venue.span for venue in venues)])
    found = []
    at_venues = {venue.span for venue in venues if venue.noun}
    told_towns = {name.bare for name in named if name.is_firm} | _of_the_outlet(named, document)
    after_venues = _Stretches(Span(venue.span.end, venue.span.end + BESIDE) for venue in venues)
    edges = {at: venue for venue in venues for at in venue.span}
    elsewhere = {name.bare for name in named if name.span.start not in edges}
    for name in named:
        if _is_in_ground(name, edges) and name.bare not in elsewhere:
            continue  # "in Jackson Park"
        beside = after_venues.hold(Span(name.span.start, name.span.start)) and not name.modifies
        told_so = name.bare in told_towns and not name.follows
        name.known = beside or told_so or _is_townsmans(name, edges)
        place, confidence = _meant(name, told, document)
        within = names.hold(name.span)
        tiny = place and place.kind == "city" and place.geonames and place.population < TINY
        if place and name.span not in at_venues and not (tiny and (within or name.modifies)):
            found.append(_mention(name, place, confidence, within))
    found += [
        PlaceMention(
            venue.span, "venue", venue.name, venue.name,
            confidence=venue.confidence, lead=venue.lead, noun=venue.noun,
        )
        for venue in venues
    ]  # fmt: skip
    return sorted(found, key=lambda mention: mention.span)


def _of_the_outlet(named: Sequence[PlaceName], document: Document) -> set[str]:
    """The names that the masthead has too: "Watertown News" tells of Watertown."""
    begins = min((sentence.span.start for sentence in document.sentences), default=0)
    masthead = words(document.clean[: min(begins, MASTHEAD)])
    return {name.bare for name in named if set(words(name.bare)) <= set(masthead)}


def _without_towns(venues: Sequence[Venue], named: Sequence[PlaceName]) -> list[Venue]:
    """The venues but for those that are towns by their whole name: "Virginia Beach"."""
    towns = {name.span for name in named if _is_town_of_its_own(name)}
    return [venue for venue in venues if venue.span not in towns]


def _is_town_of_its_own(name: PlaceName) -> bool:
    town = name.places[0]
    return town.kind == "city" and name.is_own_of(town) and town.population >= 2 * MIDDLING


MASTHEAD = 120  # characters
BESIDE = 6  # characters between a venue and its town: "… in Ghent", "… de Lyon", "…, Graz"


_SAINT = re.compile(r"S(?:ain)?t\b|San(?:kt|ta)?\b")


def _is_townsmans(name: PlaceName, edges: dict[int, Venue]) -> bool:
    """Whether a house is called after its town, not after somebody: "Literaturhaus Rostock"."""
    venue = edges.get(name.span.start) or edges.get(name.span.end)
    if not venue or not venue.span.holds(name.span) or _SAINT.match(name.text):
        return False
    before = venue.name[: -len(name.text)].split()[-1:] if venue.name.endswith(name.text) else []
    if before and before[0][0].isupper():
        # "Stadtbibliothek Bremen"; "Kyiv Pechersk Lavra" is not Lavra.
        return before[0].casefold().endswith(tuple(name.words.civic))
    return venue.noun in name.words.civic


def _is_in_ground(name: PlaceName, edges: dict[int, Venue]) -> bool:
    """Whether a street or park is called so, which tells no town."""
    venue = edges.get(name.span.start)
    return bool(venue) and venue.noun in name.words.grounds and venue.span != name.span


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


def _mention(name: PlaceName, place: Place, confidence: float, inside: bool) -> PlaceMention:
    return PlaceMention(
        span=name.span, kind=place.kind, name=name.text, english=place.name,
        country_code=place.country_code, geonames=place.geonames, lat=place.lat, lon=place.lon,
        confidence=confidence, lead=name.lead, inside=inside, modifies=name.modifies,
    )  # fmt: skip


# --- Which of several places is meant -------------------------------------------------------------

TINY = 5_000  # inhabitants


def _countries_told(named: Sequence[PlaceName]) -> dict[str, int]:
    """What a country counts where towns share a name: more for one that is told, or its towns."""
    towns = {name.bare: {one.country_code for one in name.places} for name in named if name.is_firm}
    shared = Counter(code for codes in towns.values() for code in codes)
    weights = {code: 2 ** min(count - 1, 3) for code, count in shared.items()}
    for name in named:
        first = name.beside or name.places[0]
        if first.kind == "country" or (first.kind == "region" and len(name.bare) > SHORT):
            weights[first.country_code] = TOLD
    return weights


SHORT = 5  # letters of "Mass" and "Ill."
TOLD = 10  # more than any number of towns


def _meant(
    name: PlaceName, told: Mapping[str, int], document: Document
) -> tuple[Place | None, float]:
    """The likeliest of the places of that name, and how sure that is; none for a mere word."""
    if not name.places[0].geonames and name.places[0].kind == "city":
        return name.places[0], 0.6
    if name.beside and (there := _in_country(name, name.beside)):
        return there, 0.95
    towns = [place for place in name.places if place.kind == "city"]
    for place in name.places:
        if place.kind == "country" and not (name.of_town and towns):
            # One word may be a surname here that is a country elsewhere.
            long = " " in name.bare
            if long or gazetteer.is_name_in(name.bare, place.country_code, document.language):
                return place, 0.9
        elif place.kind == "region" and not (towns and towns[0].population > LARGE):
            return place, 0.6
    if not towns:
        return None, 0
    return _as_town(name, _likeliest(name, towns, told), told, document)


def _in_country(name: PlaceName, whole: Place) -> Place | None:
    """The place of that name in the country or region that stands beside it.

    In a country a byname is enough: "Peking, China"; in a region it is a town too small to be
    listed that bears it: "Newtown, Conn.".
    """
    there = [
        place
        for place in name.places
        if place.kind != "country"
        and place.country_code == whole.country_code
        and whole.region in ("", place.region)
        and place is not whole
    ]
    own = filter(name.is_own_of, there)
    if not there or whole.kind == "country":
        return next(own, there[0] if there else None)
    return next(own, Place("city", name.bare, whole.country_code))


def _likeliest(name: PlaceName, towns: Sequence[Place], told: Mapping[str, int]) -> Place:
    """A town of that name rather than one with that byname, and in a country the text speaks of.

    A name of its own counts as much as ten times the inhabitants, of a capital and in the spelling
    of its people a hundred times.
    """

    def weight(place: Place) -> int:
        surely = place.capital or gazetteer.is_spelling_of(name.bare, place)
        own = (10 + 90 * surely) if name.is_own_of(place) else 1
        return place.population * own * told.get(place.country_code, 1)

    return max(towns, key=weight)


def _is_compound(name: str) -> bool:
    """Whether no family is called so: "Villars-sur-Glâne", "Stratford-upon-Avon"."""
    return any(part.islower() for part in name.split("-")[1:-1])


def _as_town(
    name: PlaceName, town: Place, told: Mapping[str, int], document: Document
) -> tuple[Place | None, float]:
    """The town, if it is one rather than a family or a word, and how sure that is."""
    in_dateline = bool(document.dateline and document.dateline.holds(name.span))
    firm = name.is_firm or name.known or name.opens or in_dateline
    firm = firm or (name.heads and town.population >= 2 * MIDDLING) or _is_compound(name.bare)
    ordinary = gazetteer.is_ordinary(name.text) or name.text.casefold() in name.words.common
    if len(name.text) <= 3 and name.text.isupper() and not in_dateline:
        return None, 0  # "the UN office"
    if ordinary and not name.of_town:
        return (town, 0.5) if in_dateline and name.text.isupper() else (None, 0)
    near = told.get(town.country_code) == TOLD
    if name.owns and not near and town.population < LARGE and name.bare in given_names():
        return None, 0  # "Wayne’s Keep"
    if name.follows and not firm and town.population < 10 * LARGE:
        return None, 0  # "Eqbal Ahmad"
    own = name.is_own_of(town)
    large = town.capital or town.population >= LARGE
    # A byname alone is too often the name of somebody, if it is not what its language calls it.
    abroad = document.language != "en" and large
    if not (own or firm or abroad or gazetteer.is_quarter(name.text)):
        return None, 0
    if large:
        return town, 0.9 if firm else 0.7
    if firm:
        if near or town.population >= MIDDLING:
            return town, 0.75
        return town, 0.7 if name.known and town.population >= MIDDLING // 2 else 0.6
    # Small towns share their names with families: without "in" before it only a large one counts.
    return (town, 0.45) if near and town.population >= 2 * MIDDLING else (None, 0)
