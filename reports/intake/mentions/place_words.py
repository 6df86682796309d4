"""How each language speaks of towns and countries."""

import re
from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import lexicon
from reports.intake.mentions.wording import any_of


@dataclass(frozen=True)
class PlaceWords:
    where: re.Pattern[str]
    where_ends: tuple[str, ...]
    town: re.Pattern[str]
    town_ends: tuple[str, ...]
    town_after: re.Pattern[str]
    unlisted: re.Pattern[str]
    of: tuple[str, ...]  # how its phrases end
    near: re.Pattern[str]
    capital: re.Pattern[str]  # the word for the first town of a country
    capital_words: frozenset[str]
    town_of_venue: re.Pattern[str]
    beside: frozenset[str]
    county: re.Pattern[str]
    village: re.Pattern[str] | None  # the last word of the name of a small place
    grounds: frozenset[str]  # streets and parks, called after towns anywhere
    civic: frozenset[str]  # houses that a town has, and calls after itself
    houses: frozenset[str]  # what is called after its town: "University of …"
    inside: frozenset[str]
    brought: frozenset[str]  # "come to"
    endings: tuple[str, ...]
    inside_endings: frozenset[str]
    home: frozenset[str]  # codes of the countries where small towns are looked for with endings
    common: frozenset[str]  # nouns that a headline gives a capital
    days: frozenset[str]  # weekdays and months


@cache
def place_words(language: str) -> PlaceWords:
    book, dates = lexicon("places", language), lexicon("dates", language)
    phrase = lexicon("occasion", language)["phrase"]
    return PlaceWords(
        where=re.compile(
            rf"(?:^|[\s(])({any_of([*book['where'], *book.get('brought', ())])})\s*(?:the\s+)?$",
            re.IGNORECASE,
        ),
        where_ends=("the", *_ends([*book["where"], *book.get("brought", ())])),
        town_ends=_ends(book["town"]),
        town=re.compile(
            rf"\b(?:({any_of(book['inside'])})\s+(?:the\s+(?:\w+\s+)?)?)?(?:{any_of(book['town'])})\s*$",
            re.IGNORECASE,
        ),
        town_after=re.compile(rf"\s+(?:{any_of(book['town_after'])})\b", re.IGNORECASE),
        unlisted=re.compile(
            rf"(?:\b({any_of(book['inside'])})\s+(?:the\s+)?)?(?:{any_of(book['unlisted'])})$",
            re.IGNORECASE,
        ),
        of=tuple({phrase.split()[-1] for phrase in book["unlisted"]}),
        near=re.compile(rf",?\s+(?:{any_of(book['beside'])})\s+[A-ZÀ-ÝÇĞİŞÖÜ]"),
        capital=re.compile(rf"\b(?:{any_of(book.get('capital', ()))})\b"),
        capital_words=frozenset(word.lower() for word in book.get("capital", ())),
        town_of_venue=re.compile(rf"\s+{book['inside'][0]}\s+([A-ZÀ-Ý][^\W\d_]{{3,}})"),
        beside=frozenset(book["beside"]),
        county=re.compile(rf"(?:\w+ )?(?:{any_of(book['county'])})\b", re.IGNORECASE),
        village=re.compile(rf"(?: [A-Z]\w+)? (?:{any_of(book['village'])})(?![\w’'-]| [A-Z])")
        if book.get("village")
        else None,
        grounds=frozenset([*book["venue"]["streets"], *book["venue"].get("parks", ())]),
        civic=frozenset(book["venue"]["civic"]),
        houses=frozenset(book["venue"]["nouns"]) | frozenset(book["venue"]["houses"]),
        inside=frozenset(book["inside"]),
        brought=frozenset(book.get("brought", ())),
        endings=tuple(sorted(book.get("endings", ()), key=len, reverse=True)),
        inside_endings=frozenset(book.get("inside_endings", ())),
        home=frozenset(book.get("home", ())),
        common=frozenset(book["venue"]["nouns"])
        | frozenset(phrase["kinds"])
        | frozenset(phrase["misfortunes"]),
        days=frozenset(
            name.casefold() for listed in (*dates["weekdays"], *dates["months"]) for name in listed
        ),
    )


def _ends(phrases: list[str]) -> tuple[str, ...]:
    """The last words of phrases."""
    return tuple({phrase.lower().split()[-1] for phrase in phrases})
