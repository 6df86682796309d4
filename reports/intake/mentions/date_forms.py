"""How each language writes dates, as patterns."""

import re
from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import lexicon
from reports.intake.mentions.wording import Phrasebook, any_of, first_words

NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<iso_y>\d{4})-(?P<iso_m>\d{1,2})-(?P<iso_d>\d{1,2})"
    r"|(?P<d>\d{1,2})(?P<sep>[./])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<y>\d{4}))(?![\d/]|-\d)"
)
YEARS = re.compile(
    r"(?<![\d.,/:-])(?P<y>1[0-9]\d\d|20\d\d)(?:\s?[-–—/]\s?(?P<until>\d{4}|\d\d))?"
    r"(?![\d/:%°]|[.,]\d|-\w|s\b|(?:’|')s\b)"
)
COUNTED = re.compile(r"\s+[a-zà-ÿəğışöçü]")


@dataclass(frozen=True)
class Forms:
    """The ways of one language, compiled."""

    months: dict[str, int]
    weekdays: dict[str, int]
    month_words: frozenset[str]  # in small letters, the first word of each
    weekday_words: frozenset[str]
    whole: frozenset[str]  # weekdays that are not shortened
    near: dict[str, int]
    numbers: dict[str, int]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month_alone: re.Pattern[str]
    weekday: re.Pattern[str]
    near_days: Phrasebook
    today: re.Pattern[str]  # right before a date: "today, on the"
    next_day: Phrasebook  # "the next day"
    near_months: Phrasebook  # "earlier this month", "last month"
    last_month: frozenset[str]
    lasting: re.Pattern[str]  # "three-day conference"
    lasting_endings: tuple[str, ...]  # "-day"
    ended: Phrasebook
    anniversary: tuple[re.Pattern[str], ...]  # "25th anniversary"
    years_ago: tuple[re.Pattern[str], ...]
    days_ago: tuple[re.Pattern[str], ...]
    ago_words: frozenset[str]  # one of them is in all that is told in years or days ago
    future: re.Pattern[str]
    before_year: re.Pattern[str]
    joins: re.Pattern[str]
    on: tuple[str, ...]  # before a day
    american: bool


@cache
def date_forms(language: str) -> Forms:
    book = lexicon("dates", language)
    words = book["words"]
    months = _by_number(book["months"])
    weekdays = _by_number(book["weekdays"])
    numbers = {name.casefold(): number for name, number in book["numbers"].items()}
    month = rf"(?P<month>{any_of(months)})\b\.?"
    mark = rf"(?:{any_of(book['marks'])})?" if book["marks"] else ""
    of = rf"(?:(?:{any_of(book['of'])})\s+)?" if book["of"] else ""
    to = rf"\s*(?:[-–—]|\b(?:{any_of(book['to'])})(?:\s+the)?(?=\s))\s*"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    ends = rf"(?P<d>{day}){mark}(?:{to}(?P<until>{day}){mark})?(?![\d:]|[.,]\d)"
    # Lists of days: the first and the last count.
    days = (
        rf"(?P<d>{day}){mark}(?:(?:,\s?{day}{mark})*{to}(?P<until>{day}){mark})?"
        r"(?![\d:]|[.,]\d)"
    )
    mark_of_year = book.get("year_mark", "")
    year_before = rf"(?:\b(?P<before>\d{{4}}){mark_of_year}\s+)?" if mark_of_year else ""
    year = rf"(?:,?\s+{of}(?P<y>\d{{4}})(?![\d:]))?"
    return Forms(
        months=months,
        weekdays=weekdays,
        month_words=first_words(months),
        weekday_words=first_words(weekdays),
        whole=frozenset(
            name.casefold()
            for names in book["weekdays"]
            for name in (names[0], *(name for name in names if len(name) > 6))
        ),
        near={name.casefold(): days for name, days in book["near"].items()},
        numbers=numbers,
        day_first=re.compile(rf"(?<![\d.,/:]){year_before}{days}[\s-]+{of}{month}{year}"),
        month_first=re.compile(
            rf"{year_before}\b{month}(?P<comma>,)?\s+(?:the\s+)?{ends}{year}",
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
        near_days=Phrasebook(book["near"]),
        today=re.compile(
            rf"\b(?:{any_of(name for name, days in book['near'].items() if not days)})[\s,(]+"
            r"(?:(?:on|the|am|den|dem|le|el)\s+)*$",
            re.IGNORECASE,
        ),
        next_day=Phrasebook(words.get("next_day", ())),
        near_months=Phrasebook([*words["this_month"], *words["last_month"]]),
        last_month=frozenset(words["last_month"]),
        lasting=_lasting(words["lasting"], numbers, lexicon("happening", language)["gathering"]),
        lasting_endings=tuple(words["lasting"]),
        ended=Phrasebook(words["ended"]),
        ago_words=frozenset(
            word
            for phrase in (*words["years_ago"], *words["days_ago"])
            for word in re.findall(r"[^\W\d_]{3,}", phrase.lower())
        ),
        anniversary=_counted(words.get("anniversary", []), numbers),
        years_ago=_counted(words["years_ago"], numbers),
        days_ago=_counted(words["days_ago"], numbers),
        future=re.compile(rf"\b(?:{any_of(words['future'])})\b", re.IGNORECASE),
        before_year=re.compile(rf"(?:\b(?:{any_of(words['year'])})|[(,–-])\s*$", re.IGNORECASE),
        joins=re.compile(rf"\s*(?:[-–—]|(?:{any_of(book['to'])}))(?:\s+the)?\s*", re.IGNORECASE),
        on=tuple(form for word in book.get("on", ()) for form in (f"{word} ", f"{word.title()} ")),
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


def _lasting(endings: list[str], numbers: dict[str, int], gathering: list[str]) -> re.Pattern[str]:
    """A number of days beside what lasts so long: "three-day festival", "congreso de dos días"."""
    days = rf"(?:\d{{1,2}}|{any_of(numbers)})(?:{any_of(endings)})"
    between = r"(?:\s+[\w’'-]+){0,3}?\s+"
    what = any_of(gathering)
    return re.compile(
        rf"\b(?:(?P<before>{days}){between}(?:{what})|(?:{what}){between}(?P<after>{days}))\b",
        re.IGNORECASE,
    )


def number_in(text: str, numbers: dict[str, int]) -> int:
    """The number that digits or words tell, "34", "thirty-four", "treinta y cuatro"; 0 for none."""
    text = " ".join(text.casefold().split())
    if text.isdigit():
        return int(text)
    if text in numbers:
        return numbers[text]
    # The longest known number first: "quatre-vingt" and "un".
    for end in range(len(text) - 1, 0, -1):
        if text[end] in " -" and text[:end] in numbers:
            rest = _AND.sub("", text[end + 1 :])
            if units := number_in(rest, numbers):
                return numbers[text[:end]] + units
    return 0


_AND = re.compile(r"^(?:and|et|y)\s")


def _by_number(names: list[list[str]]) -> dict[str, int]:
    """Each name as it is written in a sentence, at its start and in capitals."""
    return {
        form: number
        for number, listed in enumerate(names, 1)
        for name in listed
        for form in (name, name[0].upper() + name[1:], name.upper(), re.sub("^i", "İ", name))
    }
