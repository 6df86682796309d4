"""Pure: read a date as people write it, "23.2.2026" or "Feb 2026", at the precision written."""

import re
import unicodedata
from collections.abc import Iterable

from django.utils import dates as calendar_words
from django.utils import translation
from django.utils.translation import gettext as _

from events.dates import PartialDate

_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?\.?")
_YEAR_LAST = re.compile(r"(?:([0-9]{1,2})([-/.]) ?)?([0-9]{1,2})([-/.]) ?([0-9]{4})\.?")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?")
_FILLERS = {"of", "the", "de", "di"}


class UnreadableDate(ValueError):
    """The text is no date, or could be two; the message is a sentence for whoever typed it."""


def read_date(text: str) -> PartialDate:
    """The day, month or year that is written; UnreadableDate says what is wrong."""
    text = " ".join(text.split())
    for reading in (_year_first, _year_last, _in_words):
        parts = reading(text)
        if parts:
            return _partial_date(*parts)
    raise UnreadableDate(
        _("Write a date such as 23 February 2026, 23.2.2026 or 2026-02-23; Feb 2026 or 2026.")
    )


def _partial_date(year: int, month: int | None, day: int | None) -> PartialDate:
    iso = "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
    try:
        return PartialDate.parse(iso)
    except ValueError as error:
        raise UnreadableDate(_("There is no such day in the calendar.")) from error


def _year_first(text: str):
    """ISO 8601 and its cousins: 2026, 2026-02, 2026/02/23."""
    match = _YEAR_FIRST.fullmatch(text)
    if not match:
        return None
    year, _separator, month, day = match.groups()
    return int(year), month and int(month), day and int(day)


def _year_last(text: str):
    """23.2.2026, 23/02/2026, 2/2026. Dots mean day first everywhere; strokes do not."""
    match = _YEAR_LAST.fullmatch(text)
    if not match or (match[2] and match[2] != match[4]):
        return None
    first, _separator, second, separator, year = match.groups()
    if first is None:
        return int(year), int(second), None
    day, month = int(first), int(second)
    if separator != "." and day != month and day <= 12 and month <= 12:
        raise UnreadableDate(
            _("This could be two days: write the month as a word, or the date as %(example)s.")
            % {"example": f"{year}-{month:02}-{day:02}"}
        )
    if separator != "." and month > 12:
        day, month = month, day
    return int(year), month, day


def _in_words(text: str):
    """23 February 2026, February 23, 2026, Feb 2026, Monday, 23rd of February 2026."""
    months, weekdays = _month_words(), _weekday_words()
    year = month = day = None
    for word in _plain(text).replace(",", " ").split():
        bare = word.rstrip(".")
        if month is None and bare in months:
            month = months[bare]
        elif year is None and re.fullmatch(r"[0-9]{4}", bare):
            year = int(bare)
        elif day is None and (number := _ORDINAL.fullmatch(word)):
            day = int(number[1])
        elif bare not in _FILLERS and bare not in weekdays:
            return None
    return (year, month, day) if year and month else None


def _month_words() -> dict[str, int]:
    """The names of the months and their short forms, in English and the language of the page."""
    words: dict[str, int] = {"sept": 9}
    for language in ("en", translation.get_language() or "en"):
        with translation.override(language):
            for names in (
                calendar_words.MONTHS,
                calendar_words.MONTHS_ALT,
                calendar_words.MONTHS_3,
                calendar_words.MONTHS_AP,
            ):
                words |= {_plain(str(name)).rstrip("."): number for number, name in names.items()}
    return words


def _weekday_words() -> set[str]:
    words: set[str] = set()
    for language in ("en", translation.get_language() or "en"):
        with translation.override(language):
            words |= _all_plain(calendar_words.WEEKDAYS.values())
            words |= _all_plain(calendar_words.WEEKDAYS_ABBR.values())
    return words


def _all_plain(names: Iterable) -> set[str]:
    return {_plain(str(name)).rstrip(".") for name in names}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
