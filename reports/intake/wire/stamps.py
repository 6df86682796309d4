"""Dates as pages print them: "23 February, 2026 / 20:01", "Feb 23, 2026 8:01 PM". Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from events.dates import DatePrecision, PartialDate
from reports.intake.wire.page_words import folded, page_words

_YEAR = r"(?:19|20)[0-9]{2}"
_TIME = re.compile(
    r"(?<![0-9])([01]?[0-9]|2[0-3])(?:[:.]|\s?[hH]\s?)([0-5][0-9])(?::[0-5][0-9])?(?:\.[0-9]+)?(?![0-9])"
    r"(?:\s?([ap])\.?\s?m\b\.?)?(?:Z\b|\s?[+-][0-9]{2}:?[0-9]{2}\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![0-9])(1[0-2]|0?[1-9])\s?([ap])\.?m\b\.?|(?<![0-9])([01]?[0-9]|2[0-3])\s?h\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


@dataclass(frozen=True)
class Stamp:
    """A date in a line, and what stands around it."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    clock: time | None = None
    label: str = ""  # "published", "updated"; empty where nothing is said
    rest: tuple[tuple[int, int], ...] = ()  # what of the line is no date, time or label

    @property
    def day_printed(self) -> PartialDate | None:
        """The date, as exactly as it is printed; None without a year."""
        if not self.year:
            return None
        if not self.day:
            return PartialDate(date(self.year, self.month, 1), DatePrecision.MONTH)
        return PartialDate(date(self.year, self.month, self.day))


# In numbers: 2026-02-23, 2026年2月23日; 23.02.2026, 2/23/26; 2026-02.
_NUMBERS = re.compile(
    rf"(?<![0-9])(?P<year>{_YEAR})[-/.年]\s?(?P<month>[0-9]{{1,2}})[-/.月]\s?(?P<day>[0-9]{{1,2}})(?![0-9])日?"
    r"|(?<![0-9])(?<![0-9][.,/])(?P<first>[0-9]{1,2})\s?(?P<mark>[-/.])\s?(?P<second>[0-9]{1,2})\s?(?P=mark)"
    r"\s?(?P<last>(?:19|20)?[0-9]{2})(?![0-9]|:[0-9])"
    rf"|(?<![0-9/-])(?P<of>{_YEAR})-(?P<only>0[1-9]|1[0-2])(?![0-9-])"
)
# Around the name of a month: "23rd of", "4 de"; "2026.", "2026-cı il"; "de 2026"; "23, 2026".
_DAY_BEFORE = re.compile(
    r"(?<![0-9:.,/])([0-3]?[0-9])(?:st|nd|rd|th|er|-?[cç][iıuü]|[.ºª°])?[-,/]?\s{0,3}"
    r"(?:(?:of|de|del|di|do|den)\s{1,3}|d['’])?$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?<![0-9])({_YEAR})(?:\.-?|-?c[iıuü]\s{{1,3}}il)?,?\s{{1,3}}$", re.IGNORECASE
)
_YEAR_AFTER = re.compile(
    rf"\.?\s?[-,/]?\s{{0,3}}(?:(?:de|del|of|du|do)\s{{1,3}})?({_YEAR})(?![0-9]|-[01][0-9]-)",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(
    rf"\.?(?:\s{{1,3}}|\s?-\s?)([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:])"
    rf"(?:\s?[,-]?\s{{0,3}}({_YEAR})(?![0-9]))?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 24  # characters before a month in which its day and year are looked for


def stamps_in(text: str) -> Iterator[Stamp]:
    """Every date in a line, in order; the line should be short."""
    if not _DIGIT.search(text):
        return
    position = 0
    while found := _first(text, position):
        yield found
        position = found.end


def stamp_of(text: str) -> Stamp | None:
    """The date a line is there for, with its time, its label and what else the line says."""
    dates = list(stamps_in(text))
    if not dates:
        return None
    chosen, label = _labelled(text, dates)
    rest = [*_between(text, dates)]
    when, american = None, False
    left: list[tuple[int, int]] = []
    for start, end in rest:
        clock = _clock(text, start, end)
        if clock and when is None:
            when, american = clock[1], clock[2]
        left += _unexplained(text, start, end, clock[0] if clock else None)
    month, day = chosen.month, chosen.day
    if american and "/" in text[chosen.start : chosen.end] and day and _both_ways(text, chosen):
        month, day = day, month
    return Stamp(chosen.start, chosen.end, chosen.year, month, day, when, label, tuple(left))


def clock_of(text: str) -> time | None:
    """The time of a line that is nothing else: "20:01", "08:40 pm"."""
    found = _clock(text, 0, len(text)) if len(text) <= 24 else None
    alone = found and not any(map(str.isalnum, text[: found[0][0]] + text[found[0][1] :]))
    return found[1] if found and alone else None


def _first(text: str, position: int) -> Stamp | None:
    found = [*_first_in_numbers(text, position), *_first_in_words(text, position)]
    return min(found, key=lambda stamp: (stamp.start, -stamp.end), default=None)


def _first_in_numbers(text: str, position: int) -> Iterator[Stamp]:
    for match in _NUMBERS.finditer(text, position):
        if match["first"]:
            year, month, day = int(match["last"]), int(match["second"]), int(match["first"])
            year += 2000 if year < 100 else 0
            # Day first, as most of the world writes, unless that is no date.
            month, day = (day, month) if month > 12 else (month, day)
        elif match["of"]:
            year, month, day = int(match["of"]), int(match["only"]), None
        else:
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if _in_calendar(year, month, day):
            yield Stamp(match.start(), match.end(), year, month, day)
            return


def _first_in_words(text: str, position: int) -> Iterator[Stamp]:
    months = page_words().months
    for match in _LETTERS.finditer(text, position):
        number = months.get(folded(match.group()))
        stamp = number and _around_month(text, position, match, number)
        if stamp and _in_calendar(stamp.year, stamp.month, stamp.day):
            yield stamp
            return


def _around_month(text: str, position: int, name: re.Match[str], month: int) -> Stamp | None:
    start, end = name.span()
    since = max(position, start - _REACH)
    year = day = None
    before = _DAY_BEFORE.search(text[since:start])
    after = _YEAR_AFTER.match(text, end)
    if before:
        start, day = since + before.start(), int(before[1])
    elif not after and (after_day := _DAY_AFTER.match(text, end)):
        end, day = after_day.end(), int(after_day[1])
        year = int(after_day[2]) if after_day[2] else None
    if after:
        end, year = after.end(), int(after[1])
    if year is None:
        since = max(position, start - _REACH)
        ahead = _YEAR_BEFORE.search(text[since:start])
        if ahead:
            start, year = since + ahead.start(), int(ahead[1])
    return Stamp(start, end, year, month, day) if day or year else None


def _in_calendar(year: int | None, month: int, day: int | None) -> bool:
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return False
    return True


def _both_ways(text: str, stamp: Stamp) -> bool:
    numbers = re.findall(r"[0-9]+", text[stamp.start : stamp.end])
    return (
        len(numbers) == 3
        and int(numbers[0]) <= 12
        and int(numbers[1]) <= 12
        and len(numbers[0]) <= 2
    )


def _between(text: str, dates: list[Stamp]) -> Iterator[tuple[int, int]]:
    start = 0
    for stamp in dates:
        yield start, stamp.start
        start = stamp.end
    yield start, len(text)


def _labelled(text: str, dates: list[Stamp]) -> tuple[Stamp, str]:
    """The date said to be of publication, or the first that is not of a change, best with a year.

    A day without one beside a date is a tag: "20 January | 2016-01-19".
    """
    words = page_words()
    start = 0
    labels = []
    for stamp in dates:
        before = folded(text[start : stamp.start].strip(" :|•·,-–—/()[]"))
        start = stamp.end
        said = [word.strip(" :,") for word in before.split(" ")[-6:]]
        said = [one for one in said if one and not one[0].isdigit() and one not in words.weekdays]
        endings = {" ".join(said[-count:]) for count in (1, 2, 3)}
        if endings & words.updated:
            labels.append("updated")
        else:
            labels.append("published" if endings & words.published else "")
    for stamp, label in zip(dates, labels, strict=True):
        if label == "published":
            return stamp, label
    unsaid = [stamp for stamp, label in zip(dates, labels, strict=True) if not label]
    if unsaid:
        return next((stamp for stamp in unsaid if stamp.year), unsaid[0]), ""
    return dates[0], labels[0]


def _clock(text: str, start: int, end: int) -> tuple[tuple[int, int], time, bool] | None:
    match = _TIME.search(text, start, end)
    if match:
        hour, minute, half = int(match[1]), int(match[2]), match[3]
    else:
        match = _HOUR.search(text, start, end)
        if not match:
            return None
        hour, minute, half = int(match[1] or match[3]), 0, match[2]
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return match.span(), time(hour, minute), bool(half)


def _unexplained(
    text: str, start: int, end: int, clock: tuple[int, int] | None
) -> Iterator[tuple[int, int]]:
    """The stretches between dates and times that hold words of their own."""
    pieces = [(start, clock[0]), (clock[1], end)] if clock else [(start, end)]
    for first, last in pieces:
        for piece in re.finditer(r"[^|•·/\[\]()]+|[/]", text[first:last]):
            if _says_something(piece.group()):
                yield first + piece.start(), first + piece.end()


def _says_something(piece: str) -> bool:
    words = page_words()
    whole = folded(piece.strip(" :,.;-–—~#"))
    if not whole or whole in words.published or whole in words.updated or whole in words.weekdays:
        return False
    return not all(
        word in words.beside_date
        or word in words.weekdays
        or word in words.published
        or word in words.updated
        or word.isdigit()
        for word in (folded(match.group()) for match in _WORD.finditer(whole))
    )
