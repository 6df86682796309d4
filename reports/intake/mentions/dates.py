"""Dates in a report: written out, in numbers, or told from the day of publication."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from events.dates import DatePrecision, PartialDate
from reports.intake.document import Document, Span
from reports.intake.mentions.date_forms import COUNTED, NUMERIC, YEARS, Forms, date_forms, number_in
from reports.intake.mentions.wording import Worded, stretches
from reports.intake.mentions.written import day_written, years_named


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
    forms = date_forms(document.language)
    written = day_written(document) or document.published
    years = cache(lambda: years_named(document))
    found: list[DateMention] = []
    for line in stretches(document):
        found += _Reader(forms, line, written, years).dates()
        found += _days_after(forms, line, found)
    return sorted(found, key=lambda date: date.span)


def called_today(document: Document, dates: list[DateMention]) -> DateMention | None:
    """The day a report says it was written on: "Today, 3 May 2024, …"."""
    forms = date_forms(document.language)
    for date in dates:
        whole = date.exact and not (date.yearless or date.relative or date.last)
        before = document.clean[max(0, date.span.start - TODAY) : date.span.start]
        if whole and forms.today.search(before):
            return date
    return None


def _days_after(forms: Forms, line: Worded, found: list[DateMention]) -> list[DateMention]:
    """Days told from the date before them: "… was on 3 May. On the next day …"."""
    told = []
    for phrase in forms.next_day.found(line):
        near = [date for date in found if 0 <= phrase.start - date.span.end <= NEXT_DAY]
        last = max(near, key=lambda date: date.span, default=None)
        if last and last.exact and (day := (last.last or last.first).first) < dt.date.max:
            span = Span(phrase.start, phrase.end)
            told.append(DateMention(span, PartialDate(day + dt.timedelta(1)), relative=True))
    return told


TODAY = 30  # characters from "today" to its date
NEXT_DAY = 150  # characters from a date to "the next day"
BEGINNING = 12  # characters

_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")  # what is said there is not told of the day
# Between a weekday and its date.
_BESIDE = re.compile(r",?\s+\(?(?:the|den|dem|le|el)?\s*", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


# --- Reading one sentence -------------------------------------------------------------------------


class _Reader:
    """Reads the dates of one sentence; what has been read is not read again."""

    def __init__(
        self,
        forms: Forms,
        line: Worded,
        published: dt.date | None,
        years: Callable[[], tuple[int, ...]],
    ) -> None:
        self.forms = forms
        self.years = years
        self.line = line
        self.text = line.sentence.text
        self.offset = line.sentence.span.start
        self.published = published
        self.taken: list[Span] = []
        self.future: int | None = None  # where what is still to come is first spoken of

    def dates(self) -> list[DateMention]:
        found: list[DateMention] = []
        for read in self._readings():
            found += read()
        found.sort(key=lambda date: date.span)
        return [
            replace(date, span=Span(date.span.start + self.offset, date.span.end + self.offset))
            for date in self._joined(found)
            # "Sun" and "Sat" are days only beside a date.
            if not date.weekday or self._is_whole(date)
        ]

    def _readings(self) -> Iterator[Callable[[], Iterator[DateMention]]]:
        """The ways of writing a date that the words of the sentence allow, the surest first."""
        known, forms = self.line.known, self.forms
        digits = bool(_DIGIT.search(self.text))
        months = not known.isdisjoint(forms.month_words)
        if digits and months:
            yield self._written
        if digits:
            yield self._numeric
        if self.published:
            yield self._near
            yield self._near_months
            if not known.isdisjoint(forms.weekday_words):
                yield self._weekdays
        if digits or months:
            yield self._loose

    def _is_whole(self, date: DateMention) -> bool:
        return self.text[date.span.start : date.span.end].rstrip(".").casefold() in self.forms.whole

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
                # "In March, 21 schools" counts schools.
                if parts.get("comma") and not self.text.endswith(self.forms.on, 0, match.start()):
                    continue
                year = parts["y"] or parts.get("before")
                month = self.forms.months[parts["month"]]
                first = self._day(year, month, int(parts["d"]), match.start())
                if not first:
                    continue
                last = None
                if parts["until"] and int(parts["until"]) != int(parts["d"]):
                    last = self._day(str(first.year), month, int(parts["until"]), match.start())
                yield DateMention(
                    self._take(Span(*match.span())),
                    PartialDate(first),
                    PartialDate(last) if last and last > first else None,
                    yearless=not year,
                )

    def _day(self, year: str | None, month: int, day: int, at: int) -> dt.date | None:
        with suppress(ValueError):
            if year:
                return dt.date(int(year), month, day)
            if self.published:
                return self._nearest(month, day, at)
            if len(years := self.years()) == 1:
                return dt.date(years[0], month, day)
        return None

    def _nearest(self, month: int, day: int, at: int) -> dt.date:
        """The last such day up to publication; the next one when the sentence looks ahead."""
        published = self._published
        this_year = dt.date(published.year, month, day)
        if this_year <= published:
            half_a_year_on = (published - this_year).days > 183
            if half_a_year_on and self._looks_ahead(at):
                return dt.date(published.year + 1, month, day)
            return this_year
        if (this_year - published).days <= 30 or self._looks_ahead(at):
            return this_year
        return dt.date(published.year - 1, month, day)

    def _looks_ahead(self, at: int) -> bool:
        """Whether the sentence tells of what is to come before a date, or after one it begins with.

        "Opened on Sunday and will stay open" does not.
        """
        if self.future is None:
            found = self.forms.future.search(_QUOTED.sub(_blank, self.text))
            self.future = found.start() if found else -1
        return 0 <= self.future < at or (self.future > at and at < BEGINNING)

    def _numeric(self) -> Iterator[DateMention]:
        for match in self._matches(NUMERIC):
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
        for found in self.forms.near_days.found(self.line):
            span = Span(found.start - self.offset, found.end - self.offset)
            if not any(taken.meets(span) for taken in self.taken):
                yield self._before(span, self.forms.near[found.phrase.casefold()])
        if self.line.known.isdisjoint(self.forms.ago_words):
            return
        for pattern in self.forms.days_ago:
            for match in self._matches(pattern):
                days = -number_in(match["n"], self.forms.numbers)
                yield self._before(Span(*match.span()), days)
        for pattern in self.forms.years_ago:
            for match in self._matches(pattern):
                ago = number_in(match["n"], self.forms.numbers)
                year = dt.date(max(self._published.year - ago, 1), 1, 1)
                yield DateMention(
                    self._take(Span(*match.span())),
                    PartialDate(year, DatePrecision.YEAR),
                    relative=True,
                    ago=ago,
                )

    def _near_months(self) -> Iterator[DateMention]:
        """Told from the month of publication: "earlier this month"."""
        for found in self.forms.near_months.found(self.line):
            first = self._published.replace(day=1)
            if found.phrase in self.forms.last_month:
                first = (first - dt.timedelta(1)).replace(day=1)
            span = Span(found.start - self.offset, found.end - self.offset)
            if not any(taken.meets(span) for taken in self.taken):
                month = PartialDate(first, DatePrecision.MONTH)
                yield DateMention(self._take(span), month, relative=True)

    @property
    def _published(self) -> dt.date:
        return self.published or dt.date.max

    def _before(self, span: Span, days: int) -> DateMention:
        day = self._published + dt.timedelta(days)
        return DateMention(self._take(span), PartialDate(day), relative=True)

    def _weekdays(self) -> Iterator[DateMention]:
        """Weekdays; one beside a date is a part of it, as _joined sees."""
        for match in self._matches(self.forms.weekday):
            span = Span(*match.span("day"))
            if match["every"] or match.groupdict().get("of"):
                continue
            if match["day"]:
                ahead = bool(match["next"] or match["next_after"]) or self._looks_ahead(
                    match.start()
                )
                day = self._weekday(self.forms.weekdays[match["day"]], ahead=ahead)
                number = self.forms.weekdays[match["day"]]
                yield DateMention(self._take(span), PartialDate(day), relative=True, weekday=number)

    def _weekday(self, number: int, *, ahead: bool) -> dt.date:
        published = self._published
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
                first = self._nearest(month, 1, match.start())
            else:
                continue
            if first:
                yield DateMention(
                    self._take(Span(*match.span("month"))._replace(end=match.end())),
                    PartialDate(first, DatePrecision.MONTH),
                    yearless=not match["y"],
                )
        for match in self._matches(YEARS):
            counted = COUNTED.match(self.text, match.end())
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
        apart = before.relative != after.relative or bool(before.weekday) != bool(after.weekday)
        if before.last or apart or not (before.exact and after.exact):
            return None
        if (before.weekday or not before.relative) and self.forms.joins.fullmatch(between):
            first, last = before.first.first, after.first.first
            if before.weekday and first > last:
                first -= dt.timedelta(7)  # said on a Saturday: "on Friday and Saturday"
            if before.yearless:
                with suppress(ValueError):
                    first = first.replace(year=last.year)
            if first < last and (last - first).days < 60:
                return DateMention(
                    whole, PartialDate(first), after.first, after.relative, after.yearless
                )
        return None
