"""The day a report was written, by its dateline, and the years that it names."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress

from reports.intake.document import Document
from reports.intake.mentions.date_forms import NUMERIC, Forms, date_forms, number_in

DATELINE = 60  # characters
LATE = 10  # days from writing to publication
OPENING = 5  # sentences
FIRST_PAGES = 1995
_YEAR = re.compile(r"(?<![\d.,-])(?:1[5-9]|20)\d\d(?![\d-]|s\b)")
# What ends a dateline.
_DATELINE_ENDS = re.compile(r":|\s[–—-]+\s|\s?[(/]|(?<!\d)[.]\s+(?=[A-ZÀ-Ý][a-zà-ÿ]+\s)|$")
_TOWN_AND_COMMA = re.compile(r"[A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d]+(?:[ .-]+[^\W\d]+){0,3},\s")
_NAMED_YEAR = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ]{2,})\s(20\d\d|199[5-9])(?![\d-])")
_YEAR_OF_NAME = re.compile(r"^(20\d\d|199[5-9])\s[A-ZÀ-Ý][a-zà-ÿ]")  # "2017 Burns Supper"
_YEAR_OF_RIGHTS = re.compile(
    r"(?:©|\bcopyright\b)[^\n]{0,40}?(?<!\d)(?<!\d-)(20\d\d)(?![\d-])", re.IGNORECASE
)


def day_written(document: Document) -> dt.date | None:
    """The day of the dateline, from which "today" is told: "LONDON, March 17 – …"."""
    published, body = document.published, document.body
    if not (document.dateline or body):
        return None
    start = document.dateline.start if document.dateline else body[0].span.start
    head = document.clean[start : start + DATELINE]
    ends = _DATELINE_ENDS.search(head)
    if not ends or not (document.dateline or _TOWN_AND_COMMA.match(head)):
        return None
    forms = date_forms(document.language)
    for pattern in (forms.day_first, forms.month_first):
        if told := pattern.search(head, 0, ends.start()):
            year = int(told["y"] or 0) or _year_written(document)
            with suppress(ValueError):
                day = dt.date(year, forms.months[told["month"]], int(told["d"]))
                # Of a month alone the first day is known.
                month = published and published.day == 1 and published == day.replace(day=1)
                if published and day > published and not month:
                    day = day.replace(year=year - 1)
                return day if not published or (published - day).days <= LATE else None
    return None


def _year_written(document: Document) -> int:
    if document.published:
        return document.published.year
    years = years_named(document)
    return years[0] if len(years) == 1 else 0


def years_named(document: Document) -> tuple[int, ...]:
    """The years a report without a date of its own names after something: "Europe Day 2015"."""
    forms = date_forms(document.language)
    text = " ".join(sentence.text for sentence in document.sentences[:OPENING])
    named = _NAMED_YEAR.findall(text)
    years = {int(year) for word, year in named if word.lower() not in forms.month_words}
    if document.headline:
        years |= {int(year) for year in _YEAR_OF_NAME.findall(document.words_of(document.headline))}
    years = years or _years_counted(text, document, forms) or _years_dated(text, forms)
    years = years or {int(stamp["iso_y"] or stamp["y"]) for stamp in _stamps(document)}
    return tuple(years or _years_of_rights(document))


def _years_of_rights(document: Document) -> set[int]:
    """The year of the page: "© 2024 The Example"."""
    return {int(year) for year in _YEAR_OF_RIGHTS.findall(document.clean)}


def _years_dated(text: str, forms: Forms) -> set[int]:
    """The years of whole dates: "(September 2, 1945 – September 2, 2024)"."""
    dates = (*forms.day_first.finditer(text), *forms.month_first.finditer(text))
    return {year for date in dates if (year := int(date["y"] or 0)) >= FIRST_PAGES}


def _years_counted(text: str, document: Document, forms: Forms) -> set[int]:
    """The year of an anniversary by the year of what it is of: "25 years", "in 1992"."""
    counted = [
        number_in(told["n"], forms.numbers)
        for pattern in forms.anniversary
        for told in pattern.finditer(text)
    ]
    begun = {int(year) for year in _YEAR.findall(document.clean)} - _years_of_rights(document)
    years = {year + number for year in begun for number in counted if number}
    years = {year for year in years if FIRST_PAGES <= year <= FIRST_PAGES + 100}
    return (years & begun) or years


def _stamps(document: Document) -> Iterator[re.Match[str]]:
    """What pages print beside a report, if only under it: "2024-04-26 10:46"."""
    return NUMERIC.finditer(document.clean)
