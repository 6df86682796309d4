"""The place of the gathering: venue, town and country."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from events.names import words as folded
from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.happening.scene import Scene
from reports.intake.happening.town import SURE, best_town, town_name, town_of_names
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.telling import Telling
from reports.intake.proposal import ProposedOrganization, Value, Where

# What must speak for a place.
BESIDE = 8  # characters
EARLY = 2  # sentences
LEAST_FOR_VENUE, LEAST_FOR_COUNTRY = 2.2, 1.5


def where_held(
    document: Document,
    places: Sequence[PlaceMention],
    organizations: Sequence[ProposedOrganization],
) -> Where:
    """The place of the gathering: venue, town and country as far as they are told."""
    scene = Scene(document)
    if scene.is_online:
        return Where()
    venue = _best_venue(places, scene)
    city, score = best_town(places, scene, venue)
    code, told = _country(places, scene, city, venue)
    if not city and (city := _town_of_names(places, scene, code)) and city.country_code != code:
        code, told = _country(places, scene, city, venue)
    country = gazetteer.country(code)
    where = Where(
        venue=venue and _venue_value(venue, places, organizations),
        city=city and Value(town_name(city, document), city.span, min(0.95, 0.4 + score / 14)),
        country=country and Value(_country_name(country, places), told, 0.9 if city else 0.7),
        country_code=code,
    )
    town = city or gazetteer.city_state(code) or _town_of_address(document, code)
    if not town or town.country_code != code:
        return where
    return replace(
        where,
        city=where.city or Value(town.name, told, 0.7),
        geonames=town.geonames,
        lat=town.lat,
        lon=town.lon,
    )


# "57 Rose Street, Baku, AZ1005", "6 J Street, Tulsa, OK 74101": the town before the postal code.
_ADDRESS = re.compile(
    r"\d[^,]{2,60},\s*([^\W\d][^,\d]{2,40}?)(?:,\s*|\s+)(?:[A-Z]{1,3}[- ]?)?\d{4,6}\b"
)
_OF_THE_PAGE = 3000  # characters at its end
_A_LINE = 160  # characters of one that may be an address


def _town_of_address(document: Document, code: str) -> gazetteer.Place | None:
    """The town in the address of who publishes, under the report, where nothing else tells one."""
    body = max((sentence.span.end for sentence in document.body), default=0)
    end = document.clean[max(body, len(document.clean) - _OF_THE_PAGE) :]
    for line in end.splitlines():
        told = _ADDRESS.search(line) if len(line) <= _A_LINE else None
        for town in gazetteer.places_named(told[1]) if told else ():
            if town.kind == "city" and town.country_code == code:
                return town
    return None


def _town_of_names(places: Sequence[PlaceMention], scene: Scene, code: str) -> PlaceMention | None:
    """The town that names tell, of the country; of any, if that stands only in names as well."""
    firm = any(
        place.lead in scene.inside or scene.is_posted(place)
        for place in places
        if place.kind != "city" and place.country_code == code
    )
    town = town_of_names(places, scene, code)
    return town or (None if firm else town_of_names(places, scene, ""))


def _venue_value(
    venue: PlaceMention,
    places: Sequence[PlaceMention],
    organizations: Sequence[ProposedOrganization],
) -> Value | None:
    """The venue by its name; by the full one where "the Museum" is said of the only museum.

    "The hall" of no name is no place one could find.
    """
    if " " in venue.name and not _is_mere_building(venue):
        return Value(venue.name, venue.span, round(venue.confidence, 2))
    noun, before = venue.name.casefold().split()[0], venue.span.start
    named = [
        (span.start, name)
        for name, span in (
            *((place.name, place.span) for place in places if place.kind == "venue"),
            *((one.name, span) for one in organizations for span in one.spans[:1]),
        )
        if " " in name and noun in (name.casefold().split()[0], name.casefold().split()[-1])
    ]
    # Of several it is the last that was named before.
    told = max((one for one in named if one[0] < before), default=None)
    told = told or (named[0] if len({name for _at, name in named}) == 1 else None)
    if told:
        return Value(told[1], venue.span, 0.6)
    return (
        None
        if venue.name.islower() and not _is_mere_building(venue)
        else Value(venue.name, venue.span, 0.6)
    )


def _is_mere_building(venue: PlaceMention) -> bool:
    """Whether it is a house of something that is named elsewhere: "the Embassy building"."""
    return venue.noun == "building" and len(venue.name.split()) == 2


def _best_venue(places: Sequence[PlaceMention], scene: Scene) -> PlaceMention | None:
    best, most = None, LEAST_FOR_VENUE
    towns = [place.span.start for place in places if place.kind == "city"]
    for place in places:
        telling = scene.at(place.span)
        if place.kind != "venue" or not telling:
            continue
        score = scene.told_as_place(place, telling) + scene.venue_worth(place)
        if place.noun in scene.words.streets and _is_address(place, places):
            score -= 3
        if _followed_by_town(place, towns, scene.document):
            score += 1.2
        if scene.of_the_past(place):
            score -= 4
        if scene.followed_by_where(place):
            score += 2
        if score > most:
            best, most = place, score
    return best


def _is_address(street: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Whether another venue stands right before it: "the Red Hall on Rose Street"."""
    return any(
        place.kind == "venue" and 0 < street.span.start - place.span.end < BESIDE
        for place in places
    )


def _followed_by_town(venue: PlaceMention, towns: Sequence[int], document: Document) -> bool:
    """Whether one of the towns, told by where they start, stands right after it: "… in Ghent"."""
    at = bisect_left(towns, venue.span.end)
    if at == len(towns) or towns[at] - venue.span.end > 12:
        return False
    return "." not in document.clean[venue.span.end : towns[at]]


def _country(
    places: Sequence[PlaceMention],
    scene: Scene,
    city: PlaceMention | None,
    venue: PlaceMention | None,
) -> tuple[str, Span | None]:
    """The code of the country, and where it stands; it follows from the town, if that is known."""
    if city and city.country_code and not _is_elsewhere(city, places, scene):
        return city.country_code, _first_of(places, city.country_code)
    if city and not city.country_code:
        # Of a village the gazetteer does not know: the country of the envoys or the other towns.
        if len(hosts := scene.hosts(places)) == 1:
            return hosts.pop(), None
        codes = [place.country_code for place in places if place.kind == "city"]
        others = Counter(code for code in codes if code)
        if others:
            return others.most_common(1)[0][0], None
    scores: dict[str, float] = {}
    senders = {place.country_code for place in places if scene.is_sender(place)}
    for place in places:
        telling = scene.at(place.span)
        inside = place.lead in scene.inside and not scene.is_sender(place)
        if place.country_code in senders and not inside:
            continue  # the embassy’s country is seldom where it is
        if place.kind in ("country", "region") and telling:
            score = _as_country(place, telling, scene, venue)
            scores[place.country_code] = scores.get(place.country_code, 0.0) + max(0.0, score)
    code = max(scores, key=lambda code: scores[code], default="")
    if not code or scores[code] < LEAST_FOR_COUNTRY:
        code = _partner(places, scene, senders) or _only(places, scene, senders)
        code = code or "".join(hosts if len(hosts := scene.hosts(places)) == 1 else ())
    elif code in senders:
        code = _partner(places, scene, senders) or code
    return code, _first_of(places, code)


def _is_elsewhere(city: PlaceMention, places: Sequence[PlaceMention], scene: Scene) -> bool:
    """Whether a town hardly known stands for one nobody knows, in the country of the envoys."""
    hosts = scene.hosts(places)
    return city.confidence < SURE and bool(hosts) and city.country_code not in hosts


def _only(places: Sequence[PlaceMention], scene: Scene, senders: set[str]) -> str:
    """The one country that a report tells of at all, if early, beside that of the envoys."""
    told: dict[str, int] = {}
    for place in places:
        telling = scene.at(place.span)
        if place.kind == "country" and telling and not (place.inside or scene.of_the_past(place)):
            told.setdefault(place.country_code, telling.number)
    codes = set(told) - senders
    return codes.pop() if len(codes) == 1 and told[min(codes)] < EARLY else ""


def _partner(places: Sequence[PlaceMention], scene: Scene, senders: set[str]) -> str:
    """The country with which that of the envoys has relations, in so many words: their host."""
    countries = [place for place in places if place.kind == "country"]
    for one, other in pairwise(countries):
        codes = {one.country_code, other.country_code}
        if len(codes) == 2 and len(codes & senders) == 1 and scene.are_partners(one, other):
            return (codes - senders).pop()
    return ""


def _as_country(
    place: PlaceMention, telling: Telling, scene: Scene, venue: PlaceMention | None
) -> float:
    """What speaks for a country as that of the gathering."""
    score = 0.6 * scene.told_as_place(place, telling)
    if place.kind == "region" and place.inside and venue and scene.at(venue.span) == telling:
        score += 2.0  # "on the lawn at the University of West Florida"
    elif scene.is_posted(place):
        score += 0.8  # "Ambassador of … to …"
    else:
        national = place.inside and venue and scene.is_national(venue, place)
        inside = place.lead in scene.inside or scene.is_around_town(place)
        score += 2.0 if inside or national else -1.5
    return score - 3 * scene.of_the_past(place)


def _first_of(places: Sequence[PlaceMention], code: str) -> Span | None:
    """Where a country is first named."""
    return next(
        (
            place.span
            for place in places
            if place.kind in ("country", "region") and place.country_code == code
        ),
        None,
    )


def _country_name(named: gazetteer.Country, places: Sequence[PlaceMention]) -> str:
    """As English usually has it; as the report has it where that is as good."""
    if not named.as_good:
        return named.name
    used = {tuple(folded(place.name)) for place in places if place.country_code == named.code}
    as_good = (name for name in named.as_good if tuple(folded(name)) in used)
    return next(as_good, named.name)
