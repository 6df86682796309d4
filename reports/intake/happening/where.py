"""The place of the gathering: venue, town and country."""

from collections.abc import Sequence

from events.names import words as folded
from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.happening.scene import Scene
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.telling import Telling
from reports.intake.proposal import ProposedOrganization, Value, Where

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
    country = _country(places, scene, city, venue, organizations)
    code = city.country_code if city else country[0] if country else ""
    named = gazetteer.country(code)
    return Where(
        venue=Value(venue.name, venue.span, round(venue.confidence, 2)) if venue else None,
        city=Value(_city_name(city, document), city.span, min(0.95, 0.4 + score / 14))
        if city
        else None,
        country=Value(_country_name(named, places), country[1] if country else None, 0.9)
        if named
        else None,
        country_code=code,
        geonames=city.geonames if city else None,
        lat=city.lat if city else None,
        lon=city.lon if city else None,
    )


def _best_venue(places: Sequence[PlaceMention], scene: Scene) -> PlaceMention | None:
    best, most = None, LEAST_FOR_VENUE
    for place in places:
        telling = scene.at(place.span)
        if place.kind != "venue" or not telling:
            continue
        score = _told_as_place(place, telling, scene) + scene.venue_worth(place)
        if _followed_by_town(place, places, scene.document):
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
    score -= 3.0 * telling.elsewhere * (telling.number > 0)
    score -= 3.0 * telling.is_quoted(place.span)
    score -= 1.5 * scene.is_historic(telling)
    return score


def _followed_by_town(
    venue: PlaceMention, places: Sequence[PlaceMention], document: Document
) -> bool:
    return any(
        place.kind == "city"
        and 0 <= place.span.start - venue.span.end <= 12
        and "." not in document.clean[venue.span.end : place.span.start]
        for place in places
    )


def _best_city(
    places: Sequence[PlaceMention], scene: Scene, venue: PlaceMention | None
) -> tuple[PlaceMention | None, float]:
    """The town with the most that speaks for it, all its mentions taken together."""
    scores: dict[str, list[float]] = {}
    first: dict[str, PlaceMention] = {}
    towns = [place for place in places if place.kind == "city"]
    commemorated = {place.english for place in towns if scene.is_commemorated(place)}
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
    # The only town of a report may be told in passing.
    alone = all(most - score > 1.5 for score, _town in others)
    if most < (LEAST_ALONE if alone else LEAST_FOR_CITY):
        return None, 0.0
    return first[best], most


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
    inside = place.lead in scene.inside
    score = _told_as_place(place, telling, scene) + 2 * (place.confidence - 0.7)
    if scene.is_owner(place):
        score += 0.5
    else:
        score += 1.5 if inside else -1.5 if place.lead else -0.4
    score -= 1.0 * (telling.background and telling.number > 0)
    headline = document.headline
    if headline and headline.start == place.span.start and not telling.said:
        score += 1.2  # "Lyon remembers …"
    if place.inside:
        score -= 1.0 if inside else 4.0
    if venue and 0 <= place.span.start - venue.span.end <= 12:
        score += 2.5
    if scene.of_the_past(place):
        score -= 4
    return score


def _city_name(city: PlaceMention, document: Document) -> str:
    """As the report writes it in English; else as English has it."""
    shorter = city.english.casefold().startswith(f"{city.name.casefold()} ")
    if document.language != "en" or city.name.isupper() or "." in city.name:
        return city.english[: len(city.name)] if shorter else city.english
    return " ".join(city.name.split())


def _country(
    places: Sequence[PlaceMention],
    scene: Scene,
    city: PlaceMention | None,
    venue: PlaceMention | None,
    organizations: Sequence[ProposedOrganization],
) -> tuple[str, Span | None] | None:
    """The code of the country, and where it stands; that of the town, if a town is known."""
    if city:
        own = (
            place for place in places
            if place.kind == "country" and place.country_code == city.country_code
        )  # fmt: skip
        named = next(own, None)
        return city.country_code, named.span if named else None
    scores: dict[str, float] = {}
    first: dict[str, Span] = {}
    for place in places:
        if place.kind not in ("country", "region"):
            continue
        telling = scene.at(place.span)
        if not telling:
            continue
        score = 0.6 * _told_as_place(place, telling, scene)
        score += 2.0 if place.lead in scene.inside else -1.5
        if scene.of_the_past(place):
            score -= 3
        scores[place.country_code] = scores.get(place.country_code, 0.0) + max(0.0, score)
        first.setdefault(place.country_code, place.span)
    code = max(scores, key=lambda code: scores[code], default="")
    if not code or scores[code] < LEAST_FOR_COUNTRY:
        return None
    return code, first[code]


def _country_name(named: gazetteer.Country | None, places: Sequence[PlaceMention]) -> str:
    if not named:
        return ""
    used = {tuple(folded(place.name)) for place in places if place.country_code == named.code}
    as_good = (name for name in named.as_good if tuple(folded(name)) in used)
    return next(as_good, named.name)
