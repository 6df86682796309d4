"""The place of the gathering: venue, town and country."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from events.names import words as folded
from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.happening.scene import Scene
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.telling import Telling
from reports.intake.proposal import ProposedOrganization, Value, Where

_SAINT = re.compile(r".*\.|St\b")
DATELINE = 4.5  # what it is worth: less than "held in"
# What must speak for a place; less for a town that is the only one of a report.
LEAST_FOR_VENUE, LEAST_FOR_CITY, LEAST_ALONE, LEAST_FOR_COUNTRY = 2.9, 1.8, 0.9, 1.5


def where_held(
    document: Document,
    places: Sequence[PlaceMention],
    organizations: Sequence[ProposedOrganization],
) -> Where:
    """The place of the gathering: venue, town and country as far as they are told."""
    scene = Scene(document)
    venue = _best_venue(places, scene)
    city, score = _best_city(places, scene, venue)
    code, told = _country(places, scene, city, venue)
    if not city and code:
        city = _often_told(places, code)
    country = gazetteer.country(code)
    where = Where(
        venue=venue and _venue_value(venue, places, organizations),
        city=city and Value(_city_name(city, document), city.span, min(0.95, 0.4 + score / 14)),
        country=country and Value(_country_name(country, places), told, 0.9 if city else 0.7),
        country_code=code,
    )
    town = city or gazetteer.city_state(code)
    if not town:
        return where
    return replace(
        where,
        city=where.city or Value(town.name, told, 0.7),
        geonames=town.geonames,
        lat=town.lat,
        lon=town.lon,
    )


def _venue_value(
    venue: PlaceMention,
    places: Sequence[PlaceMention],
    organizations: Sequence[ProposedOrganization],
) -> Value | None:
    """The venue by its name; by the full one where "the Museum" is said of the only museum.

    "The hall" of no name is no place one could find.
    """
    if " " in venue.name:
        return Value(venue.name, venue.span, round(venue.confidence, 2))
    noun = venue.name.casefold()
    others = [place.name for place in places if place.kind == "venue"]
    named = {
        name
        for name in (*others, *(one.name for one in organizations))
        if " " in name and noun in (name.casefold().split()[0], name.casefold().split()[-1])
    }
    if len(named) == 1:
        return Value(named.pop(), venue.span, 0.6)
    return None if venue.name.islower() else Value(venue.name, venue.span, 0.6)


def _best_venue(places: Sequence[PlaceMention], scene: Scene) -> PlaceMention | None:
    best, most = None, LEAST_FOR_VENUE
    towns = [place.span.start for place in places if place.kind == "city"]
    for place in places:
        telling = scene.at(place.span)
        if place.kind != "venue" or not telling:
            continue
        score = _told_as_place(place, telling, scene) + scene.venue_worth(place)
        if _followed_by_town(place, towns, scene.document):
            score += 1.2
        if scene.of_the_past(place):
            score -= 4
        if scene.followed_by_where(place):
            score += 2
        if score > most:
            best, most = place, score
    return best


def _told_as_place(place: PlaceMention, telling: Telling, scene: Scene) -> float:
    """What speaks for a place as that of the gathering."""
    score = 0.8 * scene.standing(telling) + 0.6 * telling.gathering
    near = telling.from_held(place.span)
    if near is not None:
        score += 2.4 if near < 70 else 1.5
    score -= 1.0 * telling.said + 1.2 * (telling.background and telling.number > 0)
    score -= 5.0 * telling.elsewhere * (telling.number > 0)
    score -= 3.0 * telling.is_quoted(place.span)
    score -= 1.5 * scene.is_historic(telling)
    return score


def _followed_by_town(venue: PlaceMention, towns: Sequence[int], document: Document) -> bool:
    """Whether one of the towns, told by where they start, stands right after it: "… in Ghent"."""
    at = bisect_left(towns, venue.span.end)
    if at == len(towns) or towns[at] - venue.span.end > 12:
        return False
    return "." not in document.clean[venue.span.end : towns[at]]


def _best_city(
    places: Sequence[PlaceMention], scene: Scene, venue: PlaceMention | None
) -> tuple[PlaceMention | None, float]:
    """The town with the most that speaks for it, all its mentions taken together."""
    scores: dict[str, list[float]] = {}
    first: dict[str, PlaceMention] = {}
    towns = [place for place in places if place.kind == "city"]
    named = {place.name: place for place in towns}
    commemorated = {place.english for place in towns if scene.of_the_past(place)}
    commemorated |= {place.english for place in named.values() if scene.names_misfortune(place)}
    for place in towns:
        score = _as_city(place, scene, venue) - 4.0 * (place.english in commemorated)
        found = scores.setdefault(place.english, [])
        if not found or score > max(found):
            first[place.english] = place
        found.append(score)
    ranked = sorted(
        ((_taken_together(found), town) for town, found in scores.items()), reverse=True
    )
    if not ranked:
        return None, 0.0
    (most, best), *others = ranked
    # The only town of a report may be told in passing, if early.
    telling = scene.at(first[best].span)
    alone = all(most - score > 1.5 for score, _town in others)
    early = not telling or telling.number < 3
    if most < (LEAST_ALONE if alone and early else LEAST_FOR_CITY):
        return None, 0.0
    return first[best], most


def _often_told(places: Sequence[PlaceMention], code: str) -> PlaceMention | None:
    """The one town of the country that is told again and again, if only in names."""
    towns = [place for place in places if place.kind == "city" and place.country_code == code]
    counted = Counter(place.english for place in towns).most_common(2)
    if not counted or counted[0][1] < OFTEN or (len(counted) > 1 and counted[1][1] > 1):
        return None
    return next(place for place in towns if place.english == counted[0][0])


OFTEN = 3


def _taken_together(scores: list[float]) -> float:
    top, *more = sorted(scores, reverse=True)
    return top + 0.4 * sum(max(0.0, score) for score in more[:3])


def _as_city(place: PlaceMention, scene: Scene, venue: PlaceMention | None) -> float:
    document = scene.document
    if document.dateline and document.dateline.holds(place.span):
        return DATELINE + 2 * scene.is_here
    telling = scene.at(place.span)
    if not telling:
        return 0.0
    if telling.number < 2 and telling.sentence.text.strip(" :–—-.") == place.name:
        return DATELINE + 2 * scene.is_here  # on a line of its own
    if scene.opens_with(place, telling):
        return DATELINE
    inside = place.lead in scene.inside and not (place.modifies and place.lead == "at")
    score = _told_as_place(place, telling, scene) + 2 * (place.confidence - 0.7)
    if scene.is_owner(place):
        score += 0.5
    else:
        score += 1.5 if inside else scene.off(place) if place.lead else -0.4 - 0.8 * place.modifies
    score -= 1.0 * (telling.background and telling.number > 0)
    score += 1.2 * scene.opens_headline(place)
    if venue and venue.span.holds(place.span):
        score += 2.0  # "the University of Warsaw"
    elif place.inside:
        score -= 1.0 if inside else 4.0
    if venue and 0 <= place.span.start - venue.span.end <= 12:
        score += 2.5
    if scene.of_the_past(place):
        score -= 4
    return score


def _city_name(city: PlaceMention, document: Document) -> str:
    """As the report writes it in English; else as English has it."""
    shorter = city.english.casefold().startswith(f"{city.name.casefold()} ")
    if gazetteer.is_quarter(city.name):
        return city.english
    if document.language != "en" or city.name.isupper() or _SAINT.match(city.name):
        return city.english[: len(city.name)] if shorter else city.english
    return " ".join(city.name.split())


def _country(
    places: Sequence[PlaceMention],
    scene: Scene,
    city: PlaceMention | None,
    venue: PlaceMention | None,
) -> tuple[str, Span | None]:
    """The code of the country, and where it stands; it follows from the town, if that is known."""
    if city and city.country_code:
        return city.country_code, _first_of(places, city.country_code)
    if city:
        # Of a village the gazetteer does not know: the country of the other towns.
        codes = [place.country_code for place in places if place.kind == "city"]
        others = Counter(code for code in codes if code)
        if others:
            return others.most_common(1)[0][0], None
    scores: dict[str, float] = {}
    for place in places:
        telling = scene.at(place.span)
        if place.kind in ("country", "region") and telling:
            score = _as_country(place, telling, scene, venue)
            scores[place.country_code] = scores.get(place.country_code, 0.0) + max(0.0, score)
    code = max(scores, key=lambda code: scores[code], default="")
    if not code or scores[code] < LEAST_FOR_COUNTRY:
        return "", None
    return code, _first_of(places, code)


def _as_country(
    place: PlaceMention, telling: Telling, scene: Scene, venue: PlaceMention | None
) -> float:
    """What speaks for a country as that of the gathering."""
    score = 0.6 * _told_as_place(place, telling, scene)
    if place.kind == "region" and place.inside and venue and scene.at(venue.span) == telling:
        score += 2.0  # "on the lawn at the University of West Florida"
    elif scene.is_posted(place):
        score += 0.8  # "Ambassador of … to …"
    else:
        score += 2.0 if place.lead in scene.inside else -1.5
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
    used = {tuple(folded(place.name)) for place in places if place.country_code == named.code}
    as_good = (name for name in named.as_good if tuple(folded(name)) in used)
    return next(as_good, named.name)
