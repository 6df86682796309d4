"""A report as the questions when and where need it: what stands around a date or a place."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cached_property

from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.happening.scene_words import scene_words
from reports.intake.mentions.nations import nation_of
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.telling import Telling, tellings
from reports.intake.mentions.wording import worded


class Scene:
    """A document as the question when and where needs it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = scene_words(document.language)
        self.inside = self.words.inside
        self._tellings = {telling.sentence.span: telling for telling in tellings(document)}
        self._known = {line.sentence.span: line.known for line in worded(document)}

    def at(self, span: Span) -> Telling | None:
        sentence = self.document.sentence_at(span.start)
        return self._tellings.get(sentence.span) if sentence else None

    def _has(self, words: frozenset[str], place: PlaceMention) -> bool:
        """Whether one of the words is in the sentence of a place: patterns are slow."""
        sentence = self.document.sentence_at(place.span.start)
        return bool(sentence) and not words.isdisjoint(self._known[sentence.span])

    def standing(self, telling: Telling, span: Span, *, is_place: bool = False) -> float:
        """More for what stands first: reports tell when and where at the beginning.

        Where an exhibition will remain open it was opened; until when is another day.
        """
        if telling.number < 0:
            return 1.5
        if telling.is_to_come(span) and not (is_place and _is_held_before(span, telling)):
            return -3.0
        return (2.2, 1.4, 0.8, 0.4)[telling.number] if telling.number < 4 else -0.2

    def is_of_gathering(self, span: Span) -> bool:
        """Whether the gathering is told by its day: "Tuesday’s concert", "cette fête du 3 mai"."""
        before = self.document.clean[max(0, span.start - 40) : span.start]
        return bool(
            self.words.of_day.match(self.document.clean, span.end)
            or self.words.day_of.search(before)
        )

    def off(self, place: PlaceMention) -> float:
        """How much the word before a town tells that something is elsewhere."""
        return -4.5 if place.lead in self.words.whence else -1.5

    def is_tied(self, place: PlaceMention) -> bool:
        """Whether something is said to be, or to be held, there: not "the killings in …"."""
        before = self.document.clean[max(0, place.span.start - 60) : place.span.start]
        lead = self.words.into.search(before)
        rest = before[: lead.start()].rstrip() if lead else ""
        if not rest or not rest[-1].isalpha():
            return bool(lead)  # "…, in Ghent", "on 3 May 2024 in Ghent"
        word = rest.split()[-1].casefold()
        return word in self.words.tied or word.removesuffix("s") in self.words.tied

    def is_district(self, place: PlaceMention) -> bool:
        """Whether it is said to be a part of a town: "in the districts of …", "… quarter"."""
        text = self.document.clean
        before = text[max(0, place.span.start - 30) : place.span.start]
        return bool(
            self.words.district_of.search(before) or self.words.district.match(text, place.span.end)
        )

    def opens_with(self, place: PlaceMention, telling: Telling) -> bool:
        """Whether the report begins with it as with a dateline: "Graz: A concert …"."""
        after = self.document.clean[place.span.end : place.span.end + 20]
        starts = place.span.start == telling.sentence.span.start
        return telling.number <= 0 and starts and bool(_AFTER_DATELINE.match(after))

    def opens_headline(self, place: PlaceMention) -> bool:
        """Whether it is a headline’s subject: "Lyon remembers …", not "Lyon Mayor …".

        That may follow what was said: "“Never again”: Lyon remembers …".
        """
        headline, text = self.document.headline, self.document.clean
        if not headline or not headline.holds(place.span):
            return False
        before = text[headline.start : place.span.start].rstrip()
        return self._is_whole(place) and before[-1:] in ("", ":", "–", "—", "|")

    def is_subject(self, place: PlaceMention, telling: Telling | None) -> bool:
        """Whether a headline or a sentence begins with it: "Lyon remembered …"."""
        begins = telling is not None and telling.sentence.span.start == place.span.start
        return self.opens_headline(place) or (begins and self._is_whole(place))

    def _is_whole(self, place: PlaceMention) -> bool:
        """Whether a small letter follows, so that no longer name begins with it: "Lyon Mayor"."""
        return self.document.clean[place.span.end : place.span.end + 2].strip().islower()

    def is_brought(self, place: PlaceMention, telling: Telling) -> bool:
        """Whether the report begins with what has come there: "… come to Lyon"."""
        return place.lead in self.words.brought and telling.number < 1

    def names_gathering(self, place: PlaceMention, telling: Telling) -> bool:
        """Whether the gathering is called after it: "The Lyon rally was …"."""
        named = self.words.of_town.match(self.document.clean, place.span.end)
        told = telling.said or telling.elsewhere or telling.years
        return bool(named) and not told and not telling.is_quoted(place.span)

    def is_of_people(self, place: PlaceMention) -> bool:
        """Whether a people is at home there: "Armenians of Lyon"."""
        start = max(0, place.span.start - 30)
        people = _PEOPLE_OF.search(self.document.clean, start, place.span.start)
        return bool(people and nation_of(people[1]) and not gazetteer.is_place(people[1]))

    def is_of_something(self, place: PlaceMention) -> bool:
        """Whether something else is of that place: "born in …", "pictures taken in …"."""
        before = self.document.clean[max(0, place.span.start - 50) : place.span.start].rstrip()
        while (listed := _LISTED_BEFORE.sub("", before).rstrip()) != before:
            before = listed
        return before.lower().endswith(self.words.of_something)

    def is_owner(self, place: PlaceMention) -> bool:
        """Whether something or somebody is that town’s: "Ghent’s …", "Buenos Aires Armenians"."""
        after = _OWNED.match(self.document.clean, place.span.end)
        return bool(after) and (not after[1] or bool(gazetteer.country_of(after[1])))

    def told_as_place(self, place: PlaceMention, telling: Telling) -> float:
        """What speaks for a place as that of the gathering."""
        score = 0.8 * self.standing(telling, place.span, is_place=True) + 0.6 * telling.gathering
        near = telling.from_held(place.span)
        if near is not None:
            score += 2.4 if near < 70 else 1.5
        score -= 1.0 * telling.said + 1.2 * (telling.background and telling.number > 0)
        score -= 5.0 * telling.elsewhere * (telling.number > 0)
        score -= 3.0 * telling.is_quoted(place.span) + 5.0 * self._is_of_another(place, telling)
        # The sentence that tells of the gathering may well tell of what is commemorated.
        score -= (0.4 if telling.held else 1.5) * self.is_historic(telling)
        return score

    def _is_of_another(self, place: PlaceMention, telling: Telling) -> bool:
        """Whether a gathering before or after this one was there: "a day after the rally in …"."""
        start = max(telling.sentence.span.start, place.span.start - 70)
        before = self.document.clean[start : place.span.start]
        return bool(self.words.another.search(before) or self.words.also.search(before))

    def is_aside(self, span: Span, telling: Telling) -> bool:
        """Whether a clause says something else: "the guests, who came on Monday, laid …"."""
        comma = self.document.clean.rfind(",", telling.sentence.span.start, span.start)
        if comma < 0 or not self.words.relative.match(self.document.clean, comma, span.start):
            return False
        end = self.document.clean.find(",", span.end, telling.sentence.span.end)
        end = end if end > 0 else telling.sentence.span.end
        return not any(comma < at < end for at in telling.held)

    def is_of_saying(self, span: Span, telling: Telling) -> bool:
        """Whether a day is that on which something was said: "the ministry said on Monday"."""
        start = max(telling.sentence.span.start, span.start - 70)
        said = self.words.said.search(self.document.clean[start : span.start])
        # "A mass was said yesterday" tells of the gathering itself, as "told guests at the dinner".
        if not said or any(start + said.start() - 6 < at < span.start for at in telling.held):
            return False
        if self.words.among.search(self.document.clean, start + said.start(), span.start):
            return False
        return not self.words.at_gathering.match(self.document.clean, span.end)

    def is_speech(self, span: Span, telling: Telling) -> bool:
        """Whether it is quoted as words that were spoken.

        A report may begin with what a press office wrote of the gathering: "“On 3 May a mass was
        held in Ghent,” the embassy said".
        """
        if not telling.is_quoted(span):
            return False
        quote = next(quote for quote in telling.quoted if quote.meets(span))
        told = any(quote.start < at < quote.end for at in telling.held)
        told = told and not self.words.ourselves.search(self.document.clean, *quote)
        return not (told and telling.number < PRESS and self.lead(span) == "on")

    def is_of_picture(self, span: Span) -> bool:
        """Whether it ends the words under a picture: "… in Ghent, Belgium, May 3, 2024. (AP)"."""
        text = self.document.clean
        begins = _PLACE_BEFORE.search(text, max(0, span.start - 20), span.start)
        return bool(begins and _PICTURE_BY.match(text, span.end))

    def is_yearly(self, span: Span) -> bool:
        """Whether it is a day of the calendar: "is observed every year on …"."""
        around = self.document.clean[max(0, span.start - 40) : span.end + 25]
        return bool(self.words.yearly.search(around))

    def lead(self, span: Span) -> str:
        """Whether the words around a date say that it is on that day, or of it, or named by it."""
        before = self.document.clean[max(0, span.start - 30) : span.start]
        on, of = self.words.on.search(before), self.words.of.search(before)
        # "on 3 May", "on the evening of 3 May", but "fell on 3 May": the longer phrase tells.
        if on and not (of and of.start() < on.start()):
            return "on"
        behind = self.words.naming.match(self.document.clean, span.end)
        if behind or self.words.named.search(before):
            return "named"  # "the victims of 26 February", "the 26 February massacre"
        return "of" if of else ""

    def is_historic(self, telling: Telling) -> bool:
        """Whether the sentence names a year long gone."""
        return min(telling.years, default=self._this_year) < self._this_year - 1

    @cached_property
    def is_here(self) -> bool:
        """Whether the report begins by saying "here": where its dateline is."""
        lead = self.document.body[:3]
        return any(self.words.here.search(sentence.text) for sentence in lead)

    @property
    def today(self) -> dt.date | None:
        return self.document.published

    @property
    def _this_year(self) -> int:
        return self.document.published.year if self.document.published else 2000

    def venue_worth(self, venue: PlaceMention) -> float:
        """What its name and the word before it say for a venue."""
        worth = 3 * (venue.confidence - 0.6) + 1.0 * (venue.lead in self.words.goals)
        if self.words.kinds.match(self.document.clean, venue.span.end):
            worth -= 5.0  # "the Christchurch mosque shootings"
        if venue.lead in self.words.firm:
            worth += 1.0
        if venue.lead in self.words.weak or not venue.lead:
            worth -= 0.8
        after = self.document.clean[venue.span.end : venue.span.end + 60]
        if self.words.setting.match(after):
            worth += 4.0
        elif venue.noun in self.words.houses or venue.noun in self.words.offices:
            worth += self._house_worth(venue)
        if venue.noun not in self.words.offices and self.words.hosted.match(after):
            worth += 3.0
        if venue.lead in self.words.weak and self._ends_route(venue):
            worth += 2.0
        if not any(word[0].isupper() for word in venue.name.split()):
            worth -= 1.0
        return worth

    def _house_worth(self, house: PlaceMention) -> float:
        """The same of an institution, which may act elsewhere: "the embassy held a concert"."""
        at_home = 4.0 if self._receives(house) else 0.0
        if house.lead in self.words.firm and not self._is_belonged_to(house):
            return at_home - 1.0
        return at_home - (4.0 if house.noun in self.words.offices else 2.5)

    def _receives(self, house: PlaceMention) -> bool:
        """Whether somebody received guests in a house of their own: "… at its premises"."""
        sentence = self.document.sentence_at(house.span.start)
        rest = self.document.clean[house.span.end : sentence.span.end] if sentence else ""
        return bool(self.words.own.search(rest))

    def _is_belonged_to(self, house: PlaceMention) -> bool:
        """Whether a name right before it is a part of it: "the School of Law at the University"."""
        before = self.document.clean[max(0, house.span.start - 40) : house.span.start].split()
        before = before[: -1 - before[-1:].count("the")]
        if before and before[-1].casefold() in self.words.gatherings:
            return False  # "Reception at the Embassy"
        return bool(before) and before[-1][0].isupper() and before[-1][-1].isalpha()

    @cached_property
    def is_online(self) -> bool:
        """Whether the report begins with a gathering that was held online."""
        opening = (
            telling.sentence.text for telling in self._tellings.values() if telling.number < 2
        )
        return any(
            self.words.online.search(text)
            for text in opening
            if any(word in text for word in self.words.online_words)
        )

    def _ends_route(self, venue: PlaceMention) -> bool:
        """Whether people went there "from … to …"."""
        before = self.document.clean[max(0, venue.span.start - 90) : venue.span.start]
        return bool(self.words.route.search(before))

    def followed_by_where(self, place: PlaceMention) -> bool:
        """Whether the sentence goes on with what was there: "… where the wreaths were laid"."""
        after = self.document.clean[place.span.end : place.span.end + 12]
        return bool(self.words.then.match(after))

    def is_posted(self, place: PlaceMention) -> bool:
        """Whether somebody is said to be sent there: an ambassador, a mission."""
        if not self._has(self.words.posted_words, place):
            return False
        before = self.document.clean[max(0, place.span.start - 90) : place.span.start]
        return bool(self.words.posted.search(before))

    def is_around_town(self, country: PlaceMention) -> bool:
        """Whether a place in it stands before a country: "in Cedar Falls, …"."""
        before = self.document.clean[max(0, country.span.start - 60) : country.span.start]
        return bool(self.words.in_town.search(before))

    def is_sender(self, place: PlaceMention) -> bool:
        """Whether a country sends those who act: "the Ambassador of …", "… Embassy"."""
        text = self.document.clean
        before = text[max(0, place.span.start - 50) : place.span.start]
        return place.kind == "country" and bool(
            self.words.sent_by.search(before) or self.words.sender.match(text, place.span.end)
        )

    def are_partners(self, one: PlaceMention, other: PlaceMention) -> bool:
        """Whether two countries are told together: "relations between … and …", "… and … ties"."""
        text = self.document.clean
        before = text[max(0, one.span.start - 60) : one.span.start]
        between = text[one.span.end : other.span.start]
        if len(between) > 25 or not self.words.joined.search(between):
            return False
        after = text[other.span.end : other.span.end + 40]
        return bool(self.words.relations.search(before) or self.words.relations.match(after))

    def is_national(self, venue: PlaceMention, country: PlaceMention) -> bool:
        """Whether a house is by its name one of a country's own: "National Library of Latvia"."""
        own = venue.span.holds(country.span) and venue.noun not in self.words.offices
        return own and bool(self.words.national.search(venue.name))

    def is_seat(self, place: PlaceMention) -> bool:
        """Whether a mission is only at home there: "the Embassy of Malta, Oslo, took part …".

        "… with the consul in Oslo" tells nothing; "the embassy in Oslo held …" tells where.
        """
        if not self._has(self.words.posted_words, place):
            return False
        text, sentence = self.document.clean, self.document.sentence_at(place.span.start)
        start = max(sentence.span.start if sentence else 0, place.span.start - 60)
        mission = self.words.seat.search(text, start, place.span.start)
        if not mission or mission["comma"]:
            return bool(mission)
        return bool(self.words.company.search(text, start, mission.start()))

    def hosts(self, places: Iterable[PlaceMention]) -> set[str]:
        """The countries where the envoys of the report are posted, by their codes."""
        return {
            place.country_code
            for place in places
            if (place.kind == "country" and self.is_posted(place))
            or (place.kind == "city" and self.is_seat(place))
        }

    def of_the_past(self, place: PlaceMention) -> bool:
        """Whether the words before it name what happened there: "the genocide in …"."""
        sentence = self.document.sentence_at(place.span.start)
        if not sentence or not self._has(self.words.past_words, place):
            return False
        start = max(sentence.span.start, place.span.start - 60)
        return bool(self.words.past.search(self.document.clean[start : place.span.start]))

    def names_misfortune(self, place: PlaceMention) -> bool:
        """Whether what happened there is called after it anywhere: "the … genocide"."""
        text = self.document.clean
        at = text.find(place.name)
        while at >= 0:
            if self.words.kinds.match(text, at + len(place.name)):
                return True
            at = text.find(place.name, at + 1)
        return False


def _is_held_before(span: Span, telling: Telling) -> bool:
    return bool(telling.held) and telling.held[0] < span.start


PRESS = 2  # sentences
_PLACE_BEFORE = re.compile(r"[A-ZÀ-Ý][^\W\d_]+,\s(?:on\s)?$")
_PICTURE_BY = re.compile(r"[.,]?\s*(?:\(|[/|©]|Photo\b)")
# "Graz: ", "Graz – " and "Graz, May 3:".
_AFTER_DATELINE = re.compile(
    r"\s?:|\s?[–—]|\s-\s|,\s+(?:[^\W\d_]{3,9}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,9})\b"
)
# "in Graz and" Linz
_LISTED_BEFORE = re.compile(r"(?<= )[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?(?:,| and| et| und| y)$")
_PEOPLE_OF = re.compile(r"\b([A-ZÀ-Ý][^\W\d_]+(?:s|(?= community)))(?: community)? (?:of|in|de) $")
_OWNED = re.compile(r"['’]s\b| ([A-ZÀ-Ý][^\W_]+)")
