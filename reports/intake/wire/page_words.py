"""The words of the page around a report, in every language at once: data files.

The language of a page is not known before its report is found, and a page may be in two.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import languages, lexicon


def folded(text: str) -> str:
    """Small letters, plain apostrophes, single spaces: what words are compared by."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(text.replace("İ", "i").replace("’", "'").casefold().split())


@dataclass(frozen=True)
class PageWords:
    """Words that give away what a line of a page is; all of them folded."""

    months: dict[str, int]
    weekdays: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    of_a_gathering: frozenset[str]
    beside_date: frozenset[str]
    american_time: frozenset[str]
    by: tuple[str, ...]
    byline_roles: frozenset[str]
    desks: frozenset[str]
    source: frozenset[str]
    informs: tuple[str, ...]
    informs_then: frozenset[str]
    according_to: tuple[str, ...]
    told: tuple[str, ...]
    bureau: frozenset[str]
    bureau_of: frozenset[str]
    press_offices: frozenset[str]
    outlets: frozenset[str]
    periodicals: frozenset[str]
    compounds: frozenset[str]
    publishers: frozenset[str]
    agencies: frozenset[str]
    section_labels: frozenset[str]
    sections: frozenset[str]
    lines: dict[str, str]  # a whole line → why it is left out
    openings: dict[str, str]
    endings: dict[str, str]
    phrases: dict[str, str]
    photo: frozenset[str]  # what announces a picture when it stands alone


_LISTS = (
    "published updated of_a_gathering beside_date american_time byline_roles desks source "
    "informs_then bureau bureau_of press_offices outlets periodicals compounds publishers "
    "agencies section_labels sections"
).split()
_ORDERED = ("by", "informs", "according_to", "told")
_TABLES = ("lines", "openings", "endings", "phrases")


@cache
def page_words() -> PageWords:
    entries = [lexicon("page", language) for language in _languages()]
    lines = _table(entries, "lines")
    return PageWords(
        months=_months(),
        photo=frozenset(word for word, reason in lines.items() if reason == "photo"),
        weekdays=frozenset(_weekdays()),
        **{name: frozenset(_folded(entries, name)) for name in _LISTS},
        **{name: _longest_first(_folded(entries, name)) for name in _ORDERED},
        **{name: _table(entries, name) for name in _TABLES},
    )


def _languages() -> list[str]:
    # Where a language has no words for a topic the English ones are given: they count once.
    english = lexicon("page", "en")
    return [one for one in languages() if one == "en" or lexicon("page", one) != english]


def _folded(entries: Iterable[dict], name: str) -> Iterable[str]:
    return (folded(word) for entry in entries for word in entry.get(name, ()))


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _table(entries: list[dict], name: str) -> dict[str, str]:
    # The first language to know a word says what it is for.
    table: dict[str, str] = {}
    for entry in entries:
        for reason, words in entry.get(name, {}).items():
            for word in words:
                table.setdefault(folded(word), reason)
    return table


def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in languages():
        for topic in ("dates", "page"):
            for number, words in enumerate(lexicon(topic, language).get("months", ()), start=1):
                for word in words:
                    names.setdefault(folded(word), number)
    return names


def _weekdays() -> Iterable[str]:
    for language in languages():
        for topic in ("dates", "page"):
            for words in lexicon(topic, language).get("weekdays", ()):
                yield from map(folded, words)
