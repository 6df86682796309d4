"""Pieces of music without quotation marks, as concert reports name them: Mozart’s Requiem."""

import re
from collections.abc import Iterator
from functools import cache

from reports.intake.document import Document, Span
from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.turns import Words

_LONGEST = 40  # letters of a name in the possessive
_CAPITAL = r"(?!(?:No|Nr|Op)\b)[^\W\d_a-zß-öø-ÿə][\w-]*(?:[’'][a-zà-ÿ]\w+)?"
_KEY = r"[A-H](?:[\s-](?:flat|sharp))?\s(?:major|minor)"
_NUMBER = rf"(?:\s(?:[Nn]o|Nr|nº|n°|Op|in|en)\b\.?\s?(?:{_KEY}|\d+))"


def pieces_of(document: Document, words: Words) -> Iterator[tuple[Span, str]]:
    """(place of the title, composer) of every piece that is named with its composer."""
    if _surnames().isdisjoint(words.texts):
        return
    sentence = words.sentence
    of_composer, by_composer = _patterns(document.language)
    for match in of_composer.finditer(document.clean, *sentence.span):
        yield Span(*match.span("title")), match["composer"]
    for match in by_composer.finditer(document.clean, *sentence.span):
        yield Span(*match.span("title")), match["composer"]


def composer_before(document: Document, words: Words, place: int) -> str:
    """The composer whose name stands in the possessive before a quotation, if one does."""
    start, end = words.sentence.span.start, words.spans[place].start
    owner = _owner().search(document.clean, max(start, end - _LONGEST), end)
    return owner["composer"] if owner else ""


@cache
def _surnames() -> frozenset[str]:
    """The last words of the names, as written and in the German possessive."""
    surnames = {re.split(r"[\s-]", name)[-1] for name in lexicon("composers", USUAL)["names"]}
    return frozenset(name.casefold() + end for name in surnames for end in ("", "s"))


@cache
def _owner() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<composer>{_composers()})[’']s?\s$")


@cache
def _composers() -> str:
    return "|".join(sorted(lexicon("composers", USUAL)["names"], key=len, reverse=True))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Composer before title, and title before composer."""
    book = lexicon("works", language)
    composers = _composers()
    forms = "|".join(book.get("forms", ["(?!)"]))
    before = "|".join(book.get("before_composer", ["by"]))
    title = rf"{_CAPITAL}(?:\s{_CAPITAL}|\s(?:{forms})\b){{0,4}}{_NUMBER}{{0,2}}"
    title += rf"(?:,\s{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}(?=[,.;]))?"  # Sonata No 5, La Primavera
    ordinary = "|".join(book.get("music_in_general", ["works"]))
    return (
        re.compile(
            rf"\b(?P<composer>{composers})(?:[’']s?|s)\s(?:own\s)?(?!(?:{ordinary})\b)(?P<title>{title})"
        ),
        re.compile(
            rf"\b(?P<title>(?:{_CAPITAL}\s){{0,3}}(?:{forms})\b{_NUMBER}{{0,2}})\s(?:{before})\s"
            rf"(?:[^\W\d_]\w*\s){{0,2}}(?P<composer>{composers})\b"
        ),
    )
