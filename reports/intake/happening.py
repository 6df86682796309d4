"""When and where the gathering was held, of all the dates and places that a report names. Pure.

The date of what is commemorated is not the date of the event, and the country that is written
about not its place. What is not told stays empty.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from events.dates import DatePrecision
from events.names import words as folded
from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.dates import DateMention
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.telling import Telling, tellings
from reports.intake.mentions.wording import any_of
from reports.intake.proposal import ProposedOccasion, ProposedOrganization, Value, When, Where

# --- When -----------------------------------------------------------------------------------------

LEAST_FOR_DAY, LEAST_FOR_MONTH = 2.0, 4.0


def when_held(
    document: Document, dates: Sequence[DateMention], occasion: ProposedOccasion | None
) -> When | None:
    """The day or days of the gathering; None where the report does not say."""
    scene = _Scene(document)
    # Without a date of publication the newest day in the text is the measure.
    today = document.published or max(
        (date.first.first for date in dates if date.exact), default=dt.date.min
    )
    historic = {date.first.first for date in dates if (today - date.first.first).days > 500}
    best, most = None, 0.0
    for date in dates:
        telling = scene.at(date.span)
        if not telling or date.ago or date.first.precision == DatePrecision.YEAR:
            continue
        score = _told_as_day(date, telling, scene) - _against(date, today, occasion, historic)
        if score > most and score >= (LEAST_FOR_DAY if date.exact else LEAST_FOR_MONTH):
            best, most = date, score
    if not best:
        return None
    return When(best.first, best.span, best.last, confidence=min(0.95, 0.4 + most / 12))


def _told_as_day(date: DateMention, telling: Telling, scene: "_Scene") -> float:
    """What speaks for a date as that of the gathering."""
    score = scene.standing(telling)
    near = telling.from_held(date.span)
    if near is not None:
        score += 3.0 if near < 90 else 2.0
    score += 0.8 * telling.gathering
    score -= 1.0 * telling.said + 1.2 * telling.background
    score -= 4.0 * telling.is_quoted(date.span)
    lead = scene.lead(date.span)
    score += 1.0 * (lead == "on") - 2.0 * (lead == "of")
    if lead != "on" and not date.relative and not date.yearless and date.first.first == scene.today:
        score -= 2.0  # that of the page rather than of the gathering
    # A month is given for the gathering only in so many words.
    return score if date.exact else score - 1.5


def _against(
    date: DateMention,
    today: dt.date,
    occasion: ProposedOccasion | None,
    historic: set[dt.date],
) -> float:
    """What speaks against it: it is long past, still to come, or commemorated."""
    against = 0.0
    if occasion and occasion.span.holds(date.span):
        against += 5
    if occasion and occasion.original and date.first == occasion.original:
        against += 5
    days = (today - date.first.first).days
    against += 5 * (days > 366) + 2.5 * (days > 120) + 1.0 * (days > 40)
    against += 4 * (days < 0 and not (date.last and days > -10))
    if date.exact and not date.relative and not date.yearless and date.first.first in historic:
        against += 4
    if date.yearless and any(
        (date.first.first.month, date.first.first.day) == (day.month, day.day)
        and day.year != date.first.first.year
        for day in historic
        if day.month > 1 or day.day > 1
    ):
        against += 1.5
    return against


# --- Where ----------------------------------------------------------------------------------------


def where_held(
    document: Document,
    places: Sequence[PlaceMention],
    organizations: Sequence[ProposedOrganization],
) -> Where:
    """The place of the gathering: venue, town and country as far as they are told."""
    scene = _Scene(document)
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


def _best_venue(places: Sequence[PlaceMention], scene: "_Scene") -> PlaceMention | None:
    best, most = None, 2.9
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


def _told_as_place(place: PlaceMention, telling: Telling, scene: "_Scene") -> float:
    """What speaks for a place as that of the gathering."""
    score = 0.8 * scene.standing(telling) + 0.6 * telling.gathering
    near = telling.from_held(place.span)
    if near is not None:
        score += 2.4 if near < 70 else 1.5
    score -= 1.0 * telling.said + 1.0 * telling.background
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
    places: Sequence[PlaceMention], scene: "_Scene", venue: PlaceMention | None
) -> tuple[PlaceMention | None, float]:
    """The town with the most that speaks for it, all its mentions taken together."""
    scores: dict[str, list[float]] = {}
    first: dict[str, PlaceMention] = {}
    towns = [place for place in places if place.kind == "city"]
    commemorated = {place.english for place in towns if scene.is_commemorated(place)}
    for place in towns:
        score = _as_city(place, scene, venue) - 2.5 * (place.english in commemorated)
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


LEAST_FOR_CITY, LEAST_ALONE = 1.8, 0.9


def _taken_together(scores: list[float]) -> float:
    top, *more = sorted(scores, reverse=True)
    return top + 0.4 * sum(max(0.0, score) for score in more[:3])


def _as_city(place: PlaceMention, scene: "_Scene", venue: PlaceMention | None) -> float:
    document = scene.document
    if document.dateline and document.dateline.holds(place.span):
        return 3.0
    telling = scene.at(place.span)
    if not telling:
        return 0.0
    inside = place.lead in scene.inside
    score = _told_as_place(place, telling, scene) + 2 * (place.confidence - 0.7)
    score += 1.5 if inside else -1.5 if place.lead in ("from", "of", "to") else -0.4
    if place.inside:
        score -= 1.0 if inside else 4.0
    if venue and 0 <= place.span.start - venue.span.end <= 12:
        score += 2.5
    if scene.of_the_past(place):
        score -= 4
    return score


def _city_name(city: PlaceMention, document: Document) -> str:
    """As the report writes it in English; else as English has it."""
    if document.language != "en" or city.name.isupper() or "." in city.name:
        return city.english
    return " ".join(city.name.split())


def _country(
    places: Sequence[PlaceMention],
    scene: "_Scene",
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
    if not code or scores[code] < 1.5:
        return None
    return code, first[code]


def _country_name(named: gazetteer.Country | None, places: Sequence[PlaceMention]) -> str:
    if not named:
        return ""
    used = {tuple(folded(place.name)) for place in places if place.country_code == named.code}
    as_good = (name for name in named.as_good if tuple(folded(name)) in used)
    return next(as_good, named.name)


# --- What stands around a date or a place ---------------------------------------------------------


class _Scene:
    """A document as the question when and where needs it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = _words(document.language)
        self.inside = self.words.inside
        self._tellings = {telling.sentence.span: telling for telling in tellings(document)}

    def at(self, span: Span) -> Telling | None:
        sentence = self.document.sentence_at(span.start)
        return self._tellings.get(sentence.span) if sentence else None

    def standing(self, telling: Telling) -> float:
        """More for what stands first: reports tell when and where at the beginning."""
        if telling.number < 0:
            return 1.5
        if telling.future and not telling.held:
            return -3.0
        return (2.2, 1.4, 0.8, 0.4)[telling.number] if telling.number < 4 else -0.2

    def lead(self, span: Span) -> str:
        """Whether the words before a date say that it is on that day, or of it."""
        before = self.document.clean[max(0, span.start - 30) : span.start]
        if self.words.on.search(before):
            return "on"
        return "of" if self.words.of.search(before) else ""

    def is_historic(self, telling: Telling) -> bool:
        """Whether the sentence names a year long gone."""
        return any(
            int(year[0]) < self._this_year - 1 for year in _YEAR.finditer(telling.sentence.text)
        )

    @property
    def today(self) -> dt.date | None:
        return self.document.published

    @property
    def _this_year(self) -> int:
        return self.document.published.year if self.document.published else 2000

    def venue_worth(self, venue: PlaceMention) -> float:
        """What its name and the word before it say for a venue."""
        worth = 3 * (venue.confidence - 0.6)
        if venue.lead in self.words.firm:
            worth += 1.0
        if venue.lead in self.words.weak or not venue.lead:
            worth -= 0.8
        if venue.noun in self.words.houses:
            worth -= 0.5
        if not any(word[0].isupper() for word in venue.name.split()):
            worth -= 1.0
        return worth

    def followed_by_where(self, place: PlaceMention) -> bool:
        """Whether the sentence goes on with what was there: "… where the wreaths were laid"."""
        after = self.document.clean[place.span.end : place.span.end + 12]
        return bool(self.words.then.match(after))

    def of_the_past(self, place: PlaceMention) -> bool:
        """Whether the words before it name what happened there: "the genocide in …"."""
        before = self.document.clean[max(0, place.span.start - 60) : place.span.start]
        return bool(self.words.past.search(before))

    def is_commemorated(self, place: PlaceMention) -> bool:
        """Whether what happened is called after it: "the … genocide"."""
        after = self.document.clean[place.span.end : place.span.end + 30]
        return bool(self.words.kinds.match(after)) or self.of_the_past(place)


_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True)
class _Words:
    on: re.Pattern[str]
    of: re.Pattern[str]
    past: re.Pattern[str]
    then: re.Pattern[str]
    kinds: re.Pattern[str]
    inside: frozenset[str]
    firm: frozenset[str]
    weak: frozenset[str]
    houses: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lead = lexicon("happening", language)["lead"]
    places = lexicon("places", language)
    kinds = lexicon("occasion", language)["phrase"]["kinds"]
    inside = any_of(places["inside"])
    return _Words(
        on=re.compile(rf"(?<![^\W_])(?:{any_of(lead['on'])})\s*(?:the\s+)?$", re.IGNORECASE),
        of=re.compile(rf"(?<![^\W_])(?:{any_of(lead['of'])})\s*(?:the\s+)?$", re.IGNORECASE),
        past=re.compile(
            rf"(?<![^\W_])(?:{any_of(kinds)})\s+(?:{inside})\s+(?:[\w’'-]+\s+){{0,6}}$",
            re.IGNORECASE,
        ),
        then=re.compile(rf",?\s+(?:{any_of(lead['where'])})\b"),
        kinds=re.compile(rf"(?:’s|'s)?\s+(?:{any_of(kinds)})\b", re.IGNORECASE),
        inside=frozenset(places["inside"]),
        firm=frozenset(places["venue"]["firm"]),
        weak=frozenset(places["venue"]["weak"]),
        houses=frozenset(places["venue"]["houses"]),
    )
