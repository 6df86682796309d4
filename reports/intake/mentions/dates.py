"""Dates in a report: written out, in numbers, or told from the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from events.dates import DatePrecision, PartialDate
from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.wording import any_of


@dataclass(frozen=True)
class DateMention:
    """A date, or a stretch of time from `first` to `last`, that stands in the text."""

    span: Span
    first: PartialDate
    last: PartialDate | None = None
    relative: bool = False  # told from the day of publication: "yesterday", "on Tuesday"
    yearless: bool = False  # the year is not written, but follows from the day of publication
    ago: int | None = None  # so many years before publication
    weekday: int | None = None  # a weekday alone, from 1 for Monday

    @property
    def exact(self) -> bool:
        """Whether it names a day."""
        return self.first.precision == DatePrecision.DAY

    @property
    def year(self) -> int:
        return self.first.first.year


def find_dates(document: Document) -> list[DateMention]:
    """All dates of the text, in its order; none is in another."""
    forms = _forms(document.language)
    found: list[DateMention] = []
    for sentence in _stretches(document):
        reader = _Reader(forms, sentence, document.published)
        found += reader.dates()
    return sorted(found, key=lambda date: date.span)


def _stretches(document: Document) -> list[Sentence]:
    """The sentences, and the dateline where it stands in none."""
    dateline = document.dateline
    if not dateline or document.sentence_at(dateline.start):
        return list(document.sentences)
    text = document.clean[dateline.start : dateline.end]
    return [Sentence(dateline, text, 0), *document.sentences]


# --- How a language writes dates ------------------------------------------------------------------

_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<iso_y>\d{4})-(?P<iso_m>\d{1,2})-(?P<iso_d>\d{1,2})"
    r"|(?P<d>\d{1,2})(?P<sep>[./])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<y>\d{4}))(?![\d/]|-\d)"
)
_YEARS = re.compile(
    r"(?<![\d.,/:-])(?P<y>1[0-9]\d\d|20\d\d)(?:\s?[-–—/]\s?(?P<until>\d{4}|\d\d))?"
    r"(?![\d/:%°]|[.,]\d|-\w|s\b|(?:’|')s\b)"
)
_COUNTED = re.compile(r"\s+[a-zà-ÿəğışöçü]")


@dataclass(frozen=True)
class _Forms:
    """The ways of one language, compiled."""

    months: dict[str, int]
    weekdays: dict[str, int]
    near: dict[str, int]
    numbers: dict[str, int]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month_alone: re.Pattern[str]
    weekday: re.Pattern[str]
    near_days: re.Pattern[str]
    years_ago: tuple[re.Pattern[str], ...]
    days_ago: tuple[re.Pattern[str], ...]
    future: re.Pattern[str]
    before_year: re.Pattern[str]
    joins: re.Pattern[str]
    american: bool


@cache
def _forms(language: str) -> _Forms:
    book = lexicon("dates", language)
    words = book["words"]
    months = _by_number(book["months"])
    weekdays = _by_number(book["weekdays"])
    numbers = {name.casefold(): number for name, number in book["numbers"].items()}
    month = rf"(?P<month>{any_of(months)})\b\.?"
    mark = rf"(?:{any_of(book['marks'])})?" if book["marks"] else ""
    of = rf"(?:(?:{any_of(book['of'])})\s+)?" if book["of"] else ""
    to = rf"\s*(?:[-–—]|\b(?:{any_of(book['to'])})(?:\s+the)?(?=\s))\s*"
    ends = rf"(?P<d>\d{{1,2}}){mark}(?:{to}(?P<until>\d{{1,2}}){mark})?(?![\d:]|[.,]\d)"
    # Lists of days: the first and the last count.
    days = (
        rf"(?P<d>\d{{1,2}}){mark}(?:(?:,\s?\d{{1,2}}{mark})*{to}(?P<until>\d{{1,2}}){mark})?"
        r"(?![\d:]|[.,]\d)"
    )
    mark_of_year = book.get("year_mark", "")
    year_before = rf"(?:\b(?P<before>\d{{4}}){mark_of_year}\s+)?" if mark_of_year else ""
    year = rf"(?:,?\s+{of}(?P<y>\d{{4}})(?![\d:]))?"
    return _Forms(
        months=months,
        weekdays=weekdays,
        near={name.casefold(): days for name, days in book["near"].items()},
        numbers=numbers,
        day_first=re.compile(rf"(?<![\d.,/:]){year_before}{days}[\s-]+{of}{month}{year}"),
        month_first=re.compile(
            rf"{year_before}\b{month}\s+(?:the\s+)?{ends}{year}",
        ),
        month_alone=re.compile(
            rf"\b(?:(?P<before>{any_of(words['month'])})\s+)?{month}(?:,?\s+{of}(?P<y>\d{{4}})\b)?"
            if words["month"]
            else rf"\b(?P<before>x^)?{month}\s+(?P<y>\d{{4}})\b"
        ),
        weekday=re.compile(
            rf"(?:\b(?P<every>{any_of(words['every'])})\s+)?"
            rf"(?:\b(?P<next>{any_of(words['next'])})\s+)?"
            rf"\b(?P<day>{any_of(weekdays)})\b\.?"
            rf"(?:\s+(?P<next_after>{any_of(words['next'])})\b)?"
            + (
                rf"(?P<of>\s+(?:{any_of(words['every_after'])})\s+(?:the\s+)?(?:{any_of(months)}|month|mois))?"
                if words["every_after"]
                else "()"
            )
        ),
        near_days=re.compile(rf"\b(?P<near>{any_of(book['near'])})\b", re.IGNORECASE),
        years_ago=_counted(words["years_ago"], numbers),
        days_ago=_counted(words["days_ago"], numbers),
        future=re.compile(rf"\b(?:{any_of(words['future'])})\b", re.IGNORECASE),
        before_year=re.compile(rf"(?:\b(?:{any_of(words['year'])})|[(,–-])\s*$", re.IGNORECASE),
        joins=re.compile(rf"\s*(?:[-–—]|(?:{any_of(book['to'])}))(?:\s+the)?\s*", re.IGNORECASE),
        american=book.get("months_first", False),
    )


def _counted(phrases: list[str], numbers: dict[str, int]) -> tuple[re.Pattern[str], ...]:
    """Phrases such as "{n} years ago", for numbers in digits and in words: "thirty-four"."""
    word = any_of(numbers)
    number = rf"(?P<n>\d{{1,3}}|(?:{word})(?:(?:-|\s)(?:and\s|et\s|y\s)?(?:{word}))?)"
    return tuple(
        re.compile(rf"\b{any_of([phrase])}\b".replace(r"\{n\}", number), re.IGNORECASE)
        for phrase in phrases
    )


def number_in(text: str, numbers: dict[str, int]) -> int:
    """The number that digits or words tell: "34", "thirty-four", "treinta y cuatro"."""
    text = text.casefold()
    if text.isdigit():
        return int(text)
    if text in numbers:
        return numbers[text]
    # The longest known number first: "quatre-vingt" and "un".
    for end in range(len(text) - 1, 0, -1):
        if text[end] in " -" and text[:end] in numbers:
            return numbers[text[:end]] + number_in(text[end + 1 :], numbers)
    return numbers.get(text.split()[-1], 0) if " " in text else 0


def _by_number(names: list[list[str]]) -> dict[str, int]:
    """Each name as it is written in a sentence, at its start and in capitals."""
    return {
        form: number
        for number, listed in enumerate(names, 1)
        for name in listed
        for form in (name, name[0].upper() + name[1:], name.upper())
    }


# Between a weekday and its date.
_BESIDE = re.compile(r",?\s+\(?(?:the|den|dem|le|el)?\s*", re.IGNORECASE)

# --- Reading one sentence -------------------------------------------------------------------------


class _Reader:
    """Reads the dates of one sentence; what has been read is not read again."""

    def __init__(self, forms: _Forms, sentence: Sentence, published: dt.date | None) -> None:
        self.forms = forms
        self.text = sentence.text
        self.offset = sentence.span.start
        self.published = published
        self.taken: list[Span] = []
        self.future: bool | None = None

    def dates(self) -> list[DateMention]:
        found: list[DateMention] = []
        for read in (self._written, self._numeric, self._near, self._weekdays, self._loose):
            fresh = list(read())
            found += fresh
        found.sort(key=lambda date: date.span)
        return [
            replace(date, span=Span(date.span.start + self.offset, date.span.end + self.offset))
            for date in self._joined(found)
        ]

    def _matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for match in pattern.finditer(self.text):
            if not any(span.meets(Span(*match.span())) for span in self.taken):
                yield match

    def _take(self, span: Span) -> Span:
        self.taken.append(span)
        return span

    def _written(self) -> Iterator[DateMention]:
        """Days with the month as a word."""
        for pattern in (self.forms.day_first, self.forms.month_first):
            for match in self._matches(pattern):
                parts = match.groupdict()
                year = parts["y"] or parts.get("before")
                month = self.forms.months[parts["month"]]
                first = self._day(year, month, int(parts["d"]))
                if not first:
                    continue
                last = None
                if parts["until"] and int(parts["until"]) != int(parts["d"]):
                    last = self._day(str(first.year), month, int(parts["until"]))
                yield DateMention(
                    self._take(Span(*match.span())),
                    PartialDate(first),
                    PartialDate(last) if last and last > first else None,
                    yearless=not year,
                )

    def _day(self, year: str | None, month: int, day: int) -> dt.date | None:
        with suppress(ValueError):
            if year:
                return dt.date(int(year), month, day)
            if self.published:
                return self._nearest(month, day, self.published)
        return None

    def _nearest(self, month: int, day: int, published: dt.date) -> dt.date:
        """The last such day up to publication; the next one when the sentence looks ahead."""
        this_year = dt.date(published.year, month, day)
        if this_year <= published:
            half_a_year_on = (published - this_year).days > 183
            if half_a_year_on and self._looks_ahead():
                return dt.date(published.year + 1, month, day)
            return this_year
        if (this_year - published).days <= 60 or self._looks_ahead():
            return this_year
        return dt.date(published.year - 1, month, day)

    def _looks_ahead(self) -> bool:
        if self.future is None:
            self.future = bool(self.forms.future.search(self.text))
        return self.future

    def _numeric(self) -> Iterator[DateMention]:
        for match in self._matches(_NUMERIC):
            if match["iso_y"]:
                numbers = int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"])
            else:
                day, month = int(match["d"]), int(match["m"])
                # Dots mean day first everywhere; strokes do not.
                if month > 12 or (match["sep"] == "/" and self.forms.american and day <= 12):
                    day, month = month, day
                numbers = int(match["y"]), month, day
            with suppress(ValueError):
                yield DateMention(self._take(Span(*match.span())), PartialDate(dt.date(*numbers)))

    def _near(self) -> Iterator[DateMention]:
        """Told from the day of publication: "yesterday", "34 years ago"."""
        if not self.published:
            return
        for match in self._matches(self.forms.near_days):
            days = self.forms.near[" ".join(match["near"].casefold().split())]
            yield self._before(match, days)
        for pattern in self.forms.days_ago:
            for match in self._matches(pattern):
                yield self._before(match, -number_in(match["n"], self.forms.numbers))
        for pattern in self.forms.years_ago:
            for match in self._matches(pattern):
                ago = number_in(match["n"], self.forms.numbers)
                year = dt.date(max(self.published.year - ago, 1), 1, 1)
                yield DateMention(
                    self._take(Span(*match.span())),
                    PartialDate(year, DatePrecision.YEAR),
                    relative=True,
                    ago=ago,
                )

    def _before(self, match: re.Match[str], days: int) -> DateMention:
        day = (self.published or dt.date.max) + dt.timedelta(days)
        return DateMention(self._take(Span(*match.span())), PartialDate(day), relative=True)

    def _weekdays(self) -> Iterator[DateMention]:
        """Weekdays; one beside a date is a part of it, as _joined sees."""
        for match in self._matches(self.forms.weekday):
            span = Span(*match.span("day"))
            if match["every"] or match.groupdict().get("of"):
                continue
            if self.published:
                ahead = bool(match["next"] or match["next_after"]) or self._looks_ahead()
                day = self._weekday(self.forms.weekdays[match["day"]], ahead)
                number = self.forms.weekdays[match["day"]]
                yield DateMention(self._take(span), PartialDate(day), relative=True, weekday=number)

    def _weekday(self, number: int, ahead: bool) -> dt.date:
        published = self.published or dt.date.min
        if ahead:
            return published + dt.timedelta((number - published.isoweekday()) % 7 or 7)
        return published - dt.timedelta((published.isoweekday() - number) % 7)

    def _loose(self) -> Iterator[DateMention]:
        """Months and years without a day."""
        for match in self._matches(self.forms.month_alone):
            month = self.forms.months[match["month"]]
            if match["y"]:
                first = dt.date(int(match["y"]), month, 1) if int(match["y"]) else None
            elif match["before"] and self.published:
                first = self._nearest(month, 1, self.published)
            else:
                continue
            if first:
                yield DateMention(
                    self._take(Span(*match.span("month"))._replace(end=match.end())),
                    PartialDate(first, DatePrecision.MONTH),
                    yearless=not match["y"],
                )
        for match in self._matches(_YEARS):
            counted = _COUNTED.match(self.text, match.end())
            if counted and not self.forms.before_year.search(self.text[: match.start()]):
                continue
            first = PartialDate.parse(match["y"])
            last = match["until"]
            if last:
                last = match["y"][: 4 - len(last)] + last
            yield DateMention(
                self._take(Span(*match.span())),
                first,
                PartialDate.parse(last) if last and last > match["y"] else None,
            )

    def _joined(self, found: list[DateMention]) -> Iterator[DateMention]:
        """A weekday with the date beside it; two days with "to" between them."""
        last: DateMention | None = None
        for date in found:
            joined = last and self._one(last, date)
            if last and not joined:
                yield last
            last = joined or date
        if last:
            yield last

    def _one(self, before: DateMention, after: DateMention) -> DateMention | None:
        between = self.text[before.span.end : after.span.start]
        if len(between) > 12:
            return None
        whole = Span(before.span.start, after.span.end)
        if before.weekday and after.exact and not after.relative and _BESIDE.fullmatch(between):
            return replace(after, span=whole)
        if after.weekday and before.exact and not before.relative and _BESIDE.fullmatch(between):
            agrees = before.first.first.isoweekday() == after.weekday
            return replace(before, span=whole) if agrees else None
        if (
            before.exact
            and after.exact
            and before.relative == after.relative
            and not before.last
            and not before.relative
            and self.forms.joins.fullmatch(between)
        ):
            first = before.first
            if before.yearless and not after.yearless:
                with suppress(ValueError):
                    first = PartialDate(first.first.replace(year=after.year))
            if first.first < after.first.first and (after.first.first - first.first).days < 60:
                return DateMention(whole, first, after.first, yearless=after.yearless)
        return None
