"""The town of the gathering, among those it commemorates, is reported from or only speaks of."""

import re
from collections.abc import Sequence

from reports.intake import gazetteer
from reports.intake.document import Document
from reports.intake.happening.scene import Scene
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.telling import Telling

DATELINE = 4.5  # what it is worth: less than "held in"
# What must speak for a town; less for one that is the only one of a report.
LEAST_FOR_TOWN, LEAST_ALONE = 1.8, 0.9
LEAST_FOR_NAMES = 1.0
SURE = 0.7  # that a name is a town's rather than a family's


def best_town(
    places: Sequence[PlaceMention], scene: Scene, venue: PlaceMention | None
) -> tuple[PlaceMention | None, float]:
    """The town with the most that speaks for it, all its mentions taken together."""
    scores: dict[str, list[float]] = {}
    first: dict[str, PlaceMention] = {}
    commemorated = _commemorated(places, scene)
    hosts = scene.hosts(places)
    abroad = _abroad(places, scene)
    twice = _told_twice(places, scene)
    for place in _towns(places):
        score = _worth(place, scene, venue)
        # An agency tells at home what its embassy did abroad.
        score -= 2.5 * (bool(hosts) and place.country_code not in hosts)
        home = bool(abroad) and _is_dateline(place, scene) and place.country_code not in abroad
        score -= 4.0 * home
        there = bool(place.lead) and _is_beside(place, venue)
        score -= 4.0 * (place.english in commemorated and not there)
        score += 1.0 * (place.english in twice)
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
    if most < (LEAST_ALONE if alone and early else LEAST_FOR_TOWN):
        return None, 0.0
    return first[best], most


def town_of_names(places: Sequence[PlaceMention], scene: Scene, code: str) -> PlaceMention | None:
    """The town that the names of those who act at the gathering tell, where no sentence does.

    "The Bengali Association of Seville organised …", "the mayor of Jena": of one country, if
    that is known, told early or often, and no other as much.
    """
    told: dict[str, list[PlaceMention]] = {}
    commemorated = _commemorated(places, scene)
    for place in _towns(places):
        away = place.lead in scene.words.whence or place.english in commemorated
        away = away or scene.is_of_something(place)
        away = away or place.confidence < SURE  # "the Institute of Drama"
        if code in ("", place.country_code) and not away and not scene.of_the_past(place):
            told.setdefault(place.english, []).append(place)
    weighed = sorted(
        ((sum(_as_name(place, scene) for place in found), town) for town, found in told.items()),
        reverse=True,
    )
    if not weighed or weighed[0][0] < LEAST_FOR_NAMES:
        return None
    (most, best), *others = weighed
    return told[best][0] if all(most >= 2 * score for score, _town in others) else None


def _as_name(place: PlaceMention, scene: Scene) -> float:
    """What a town in a name counts: more for a name that is told at the beginning."""
    telling = scene.at(place.span)
    if not telling or telling.is_quoted(place.span) or telling.elsewhere:
        return 0.0
    acts = place.inside and telling.number < 2
    return 1.0 if acts else 0.5


_SAINT = re.compile(r".*\.|St\b")
_CAPITAL_DISTRICT = re.compile(r",? D\.?C\.?$")  # "Washington DC"


def town_name(city: PlaceMention, document: Document) -> str:
    """As the report writes it in English; else as English has it."""
    shorter = city.english.casefold().startswith(f"{city.name.casefold()} ")
    if gazetteer.is_quarter(city.name):
        return city.english
    if document.language != "en" or city.name.isupper() or _SAINT.match(city.name):
        return city.english[: len(city.name)] if shorter else city.english
    return _CAPITAL_DISTRICT.sub("", " ".join(city.name.split()))


def _towns(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    return [place for place in places if place.kind == "city"]


def _commemorated(places: Sequence[PlaceMention], scene: Scene) -> set[str]:
    """The towns where something happened that is remembered, by their English names."""
    named = {place.name: place for place in _towns(places)}
    past = (place for place in _towns(places) if not place.inside and scene.of_the_past(place))
    return {place.english for place in past} | {
        place.english for place in named.values() if scene.names_misfortune(place)
    }


def _abroad(places: Sequence[PlaceMention], scene: Scene) -> set[str]:
    """The countries where the report begins by saying that something was, or that envoys acted."""
    return {
        place.country_code
        for place in places
        if place.kind == "country" and (telling := scene.at(place.span)) and telling.number < 1
        if (telling.number < 0 and scene.is_tied(place)) or scene.is_posted(place)
        if not scene.of_the_past(place)
    }


def _told_twice(places: Sequence[PlaceMention], scene: Scene) -> set[str]:
    """The towns that both the headline and the lead say something was in, whatever the dateline."""
    told: dict[str, set[bool]] = {}
    for place in _towns(places):
        telling = scene.at(place.span)
        there = place.lead in scene.inside or scene.is_subject(place, telling)
        if telling and telling.number < 1 and there and not place.inside:
            told.setdefault(place.english, set()).add(telling.number < 0)
    return {town for town, where in told.items() if len(where) > 1}


def _is_dateline(place: PlaceMention, scene: Scene) -> bool:
    dateline = scene.document.dateline
    return bool(dateline and dateline.holds(place.span))


def _taken_together(scores: list[float]) -> float:
    top, *more = sorted(scores, reverse=True)
    return top + 0.4 * sum(max(0.0, score) for score in more[:3])


def _worth(place: PlaceMention, scene: Scene, venue: PlaceMention | None) -> float:
    """What speaks for one mention of a town as the place of the gathering."""
    dateline, telling = scene.document.dateline, scene.at(place.span)
    if _is_dateline(place, scene):
        return DATELINE + 2 * scene.is_here
    if not telling:
        return 0.0
    if telling.number < 2 and telling.sentence.text.strip(" :–—-.") == place.name:
        return DATELINE + 2 * scene.is_here  # on a line of its own
    if scene.opens_with(place, telling):
        return DATELINE - 1.5 * (telling.number < 0)
    score = scene.told_as_place(place, telling)
    beside = _is_beside(place, venue)
    if venue and venue.span.holds(place.span):
        score += 2.0 if _tells_where(venue, place, scene) else -6.0
        if venue.span.start < place.span.start:
            return score  # "the hall of the Graz Philharmonic"
    score += _around(place, telling, scene)
    if place.inside and not beside and not (venue and venue.span.holds(place.span)):
        score -= 1.0 if _is_inside(place, scene) else 4.0
    if beside:
        score += 2.5
    elif dateline and telling.number >= 0 and place.lead in scene.inside:
        # "… to condemn the killings in Gaza", reported from Leicester
        score += 0.8 if scene.is_tied(place) else -2.0
    score -= 3 * (scene.is_aside(place.span, telling) or scene.is_of_something(place))
    score -= 2.5 * (scene.is_seat(place) and not beside)
    return score - 4 * scene.of_the_past(place) - 3 * scene.is_district(place)


def _tells_where(venue: PlaceMention, town: PlaceMention, scene: Scene) -> bool:
    """Whether a venue is in the town that its name holds: "the University of Warsaw".

    Squares and streets are called after towns elsewhere; a byname tells nothing of a church.
    """
    own = gazetteer.key_of(town.english) == gazetteer.key_of(town.name)
    own = own or town.confidence > SURE  # "Wiener Votivkirche"
    if _SAINT.match(town.name) and (venue.span.start == town.span.start or town.confidence < SURE):
        return False  # "St Paul’s Cathedral", "the Church of St Lawrence"
    named_so = town.modifies and town.confidence < SURE  # "the Kirwan Theatre"
    return own and not named_so and venue.noun not in scene.words.streets


def _is_beside(place: PlaceMention, venue: PlaceMention | None) -> bool:
    """Whether a town stands right after the venue, or has it: "in Gorizia’s Palazzo Attems"."""
    if not venue:
        return False
    after, before = place.span.start - venue.span.end, venue.span.start - place.span.end
    return 0 <= after <= 12 or 2 <= before <= 3


def _is_inside(place: PlaceMention, scene: Scene) -> bool:
    """Whether something is said to be there: "in Ghent", but not "at the Ghent Festival"."""
    names = place.modifies and (place.lead == "at" or (place.inside and place.confidence < SURE))
    return place.lead in scene.inside and not names


def _around(place: PlaceMention, telling: Telling, scene: Scene) -> float:
    """What the words beside a town say for it."""
    score = 2 * (place.confidence - 0.7) + 1.2 * scene.opens_headline(place)
    score -= 1.0 * (telling.background and telling.number > 0)
    if scene.is_of_people(place):
        return score + 1.0
    if scene.is_owner(place):
        return score + 0.5
    if scene.names_gathering(place, telling):
        return score + 3.5
    if _is_inside(place, scene) or scene.is_brought(place, telling):
        return score + 1.5 + 1.0 * scene.is_posted(place)
    return score + (scene.off(place) if place.lead else -0.4) - 0.8 * place.modifies
