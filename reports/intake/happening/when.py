"""The day or days of the gathering."""

import datetime as dt
from collections.abc import Sequence

from events.dates import DatePrecision, PartialDate
from reports.intake.document import Document
from reports.intake.happening.scene import Scene
from reports.intake.mentions.date_forms import Forms, date_forms, number_in
from reports.intake.mentions.dates import DateMention
from reports.intake.mentions.telling import Telling
from reports.intake.mentions.wording import in_words
from reports.intake.proposal import ProposedOccasion, When

# "yesterday" and "on Tuesday", "on 3 May" are hardly said of anything but the news.
LEAST_FOR_NEAR_DAY, LEAST_FOR_DAY, LEAST_FOR_NEAR_MONTH, LEAST_FOR_MONTH = 0.7, 2.0, 3.0, 3.5

FIRST_PAGES = dt.date(1995, 1, 1)


def when_held(
    document: Document, dates: Sequence[DateMention], occasion: ProposedOccasion | None
) -> When | None:
    """The day or days of the gathering; None where the report does not say."""
    scene = Scene(document)
    past = _Past(scene, dates, occasion)
    best, most = None, 0.0
    for date in dates:
        telling = scene.at(date.span)
        if not telling or date.ago or not _is_whole(date):
            continue
        score = _told_as_day(date, telling, scene) - past.against(date)
        if score > most and score >= _least(
            date, past.is_near(date) and scene.lead(date.span) == "on"
        ):
            best, most = date, score
    if not best:
        return None
    first, last = _from_to(best, scene)
    return When(first, best.span, last, confidence=min(0.95, 0.4 + most / 12))


# Sentences in which a report says how long a gathering lasted.
OPENING = 3


def _from_to(date: DateMention, scene: Scene) -> tuple[PartialDate, PartialDate | None]:
    """The first day and the last: of a "three-day festival" one of them and the number tell."""
    telling = scene.at(date.span)
    if date.last or not date.exact or not telling or telling.number >= OPENING:
        return date.first, date.last
    forms = date_forms(scene.document.language)
    for sentence in scene.document.sentences[: OPENING + 2]:
        told = any(ending in sentence.text for ending in forms.lasting_endings)
        if told and (lasting := forms.lasting.search(sentence.text)):
            days = _days_in(lasting["before"] or lasting["after"], forms) - 1
            if not 0 < days < 31:
                break
            if _is_last(date, telling, forms):
                return PartialDate(date.first.first - dt.timedelta(days)), date.first
            return date.first, PartialDate(date.first.first + dt.timedelta(days))
    return date.first, None


def _is_last(date: DateMention, telling: Telling, forms: Forms) -> bool:
    """Whether it ended on that day: the last verb before the day says so, or there is none."""
    ended = [found.start for found in forms.ended.found(in_words(telling.sentence))]
    before = [at for at in (*telling.held, *ended) if at < date.span.start]
    return max(before) in ended if before else bool(ended)


def _days_in(text: str, forms: Forms) -> int:
    """The number that "three-day" or "zweitägige" begins with."""
    ends = range(len(text), 0, -1)
    return next((days for end in ends if (days := number_in(text[:end], forms.numbers))), 0)


def _least(date: DateMention, is_news: bool) -> float:
    if date.exact:
        return LEAST_FOR_NEAR_DAY if date.relative or is_news else LEAST_FOR_DAY
    return LEAST_FOR_NEAR_MONTH if date.relative else LEAST_FOR_MONTH


def _told_as_day(date: DateMention, telling: Telling, scene: Scene) -> float:
    """What speaks for a date as that of the gathering."""
    score = scene.standing(telling, date.span)
    near = telling.from_held(date.span)
    aside = scene.is_aside(date.span, telling)
    if aside or scene.is_of_saying(date.span, telling) or scene.is_yearly(date.span):
        score -= 2.5  # "… was held in Ghent, the mayor said on Monday"
    elif near is not None:
        score += 3.0 if near < 90 else 2.0
    score += 0.8 * telling.gathering
    score -= 1.0 * telling.said + 1.2 * (telling.background and telling.number > 0)
    of_gathering = scene.is_of_gathering(date.span)
    score += 2.5 * of_gathering
    score -= 5.0 * (telling.elsewhere and telling.number > 0 and not of_gathering)
    score -= 4.0 * scene.is_speech(date.span, telling) + 1.0 * aside
    score += 1.5 * scene.is_of_picture(date.span)
    lead = scene.lead(date.span)
    score += 1.0 * (lead == "on") - 2.0 * (lead == "of") - 5.0 * (lead == "named")
    if lead != "on" and not date.relative and not date.yearless and date.first.first == scene.today:
        score -= 2.0  # that of the page rather than of the gathering
    # A month is given for the gathering only in so many words.
    return score if date.exact else score - 1.5


class _Past:
    """What a date is measured by: today, what is commemorated, and days long gone."""

    def __init__(
        self, scene: Scene, dates: Sequence[DateMention], occasion: ProposedOccasion | None
    ) -> None:
        # Without a date of publication the newest day in the text is the measure; no report of
        # the time before pages is pasted, so that a day of long ago is none of its gathering.
        self.today = scene.document.published or max(
            (FIRST_PAGES, *(date.first.first for date in dates if _is_whole(date)))
        )
        self.occasion = occasion
        self.historic = {
            date.first.first for date in dates if (self.today - date.first.first).days > 500
        }
        self.of_occasion = {
            date.span for date in dates if occasion and _is_of(occasion, date, scene)
        }
        self.named_after = {
            _day_of_year(date) for date in dates if date.exact and date.span in self.of_occasion
        }

    def against(self, date: DateMention) -> float:
        """What speaks against a date: it is long past, still to come, or commemorated."""
        days = (self.today - date.first.first).days
        against = 5 * (days > 366) + 2.5 * (days > 120) + 1.0 * (days > 40)
        against += 4 * (days < 0 and not (date.last and days > -10))
        if date.span in self.of_occasion:
            against += 5
        elif date.yearless and _day_of_year(date) in self.named_after:
            against += 3
        if self.occasion and self.occasion.original == date.first:
            against += 5
        if date.first.first in self.historic and not date.relative and not date.yearless:
            against += 4
        if date.yearless and self._is_anniversary(date):
            against += 1.5
        return against

    def is_near(self, date: DateMention) -> bool:
        """Whether it is one day not long ago, as that of the news is."""
        return not date.last and 0 <= (self.today - date.first.first).days <= 60

    def _is_anniversary(self, date: DateMention) -> bool:
        """Whether the same day of another year is told as well."""
        return any(
            (day.month, day.day) == _day_of_year(date) and day.year != date.year
            for day in self.historic
            # A year alone is stored as its first day.
            if (day.month, day.day) != (1, 1)
        )


def _is_of(occasion: ProposedOccasion, date: DateMention, scene: Scene) -> bool:
    """Whether a date is a part of an occasion's name: "the March 1 Independence Movement"."""
    leads = date.yearless and occasion.span.start - date.span.end == 1
    leads = leads and scene.lead(date.span) != "on"
    return occasion.span.holds(date.span) or leads


def _is_whole(date: DateMention) -> bool:
    return date.first.precision != DatePrecision.YEAR


def _day_of_year(date: DateMention) -> tuple[int, int]:
    return date.first.first.month, date.first.first.day
