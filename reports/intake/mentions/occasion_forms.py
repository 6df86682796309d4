"""How each language speaks of what is commemorated or celebrated, as patterns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from events.names import words as folded
from reports.intake.lexicon import lexicon
from reports.intake.mentions.phrases import Phrases
from reports.intake.mentions.wording import Phrasebook, any_of


@dataclass(frozen=True)
class OccasionForms:
    phrases: Phrases
    numbers: dict[str, int]
    nth: re.Pattern[str]
    numbered: re.Pattern[str]
    of_life: re.Pattern[str]  # "birth anniversary of": a part of what is commemorated
    jubilees: re.Pattern[str] | None
    jubilee_words: frozenset[str]
    before: re.Pattern[str]
    unnumbered: Phrasebook
    unnumbered_before: Phrasebook
    anchors: frozenset[str]  # one of these is in every sentence with an ordinal
    days: re.Pattern[str]
    day_words: Phrasebook
    the_day: re.Pattern[str]  # "The day", which was named before
    this: re.Pattern[str]  # "this 106th anniversary"
    national: frozenset[str]  # a word of a state's own day, whichever that is
    any_day: re.Pattern[str]
    any_day_words: frozenset[str]
    no_day: frozenset[str]
    feasts: Phrasebook
    bare: re.Pattern[str]
    bare_words: frozenset[str]
    again: re.Pattern[str]  # "for the tenth time"
    event: re.Pattern[str]
    of_people: frozenset[str]
    of_victims: frozenset[str]
    ages: re.Pattern[str]  # "turns 51"
    age_words: frozenset[str]
    own: re.Pattern[str]  # "its 40th anniversary"
    own_words: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    kinds: frozenset[str]
    long_kinds: tuple[str, ...]
    losses: frozenset[str]
    states: frozenset[str]  # "Republic": stands before the name of a state


@cache
def occasion_forms(language: str) -> OccasionForms:
    book = lexicon("occasion", language)
    words, days = book["words"], book["days"]
    ordinals = {name.casefold(): number for name, number in book["ordinals"].items()}
    cardinals = {
        name.casefold(): number for name, number in lexicon("dates", language)["numbers"].items()
    }
    numbers = cardinals | ordinals
    nth = _nth(words, ordinals, cardinals)
    n = rf"(?:\d{{1,3}}|{_words_of(cardinals, cardinals)})"
    names = {name.casefold(): number for name, number in book["jubilees"].items()}
    spans = {name.casefold(): number for name, number in book.get("spans", {}).items()}
    told = [phrase.replace("{name}", "{nth}") for phrase in words["jubilees"]]
    told += [phrase.replace("{span}", "{n}") for phrase in words.get("spans", ())]
    named, lasted = f"(?:{any_of(names)})", f"(?:{any_of(spans)})"
    numbered = _templates(
        [*words["numbered"], *(f"{{nth}} {one}" for one in words["numbered_of"])], nth, n
    )
    bare = [*words["before"], *words["bare"]]
    kinds = frozenset(
        word
        for listed in ("kinds", "misfortunes", "losses")
        for kind in book["phrase"].get(listed, ())
        for word in folded(kind)
    )
    return OccasionForms(
        phrases=Phrases.of_book(
            book["phrase"], words["articles"], lexicon("places", language).get("inside_endings", ())
        ),
        numbers=numbers | names | spans,
        nth=re.compile(nth, re.IGNORECASE),
        numbered=re.compile(rf"(?<![\w.,-])(?:{numbered})(?![^\W_])", re.IGNORECASE),
        of_life=re.compile(rf"(?:{any_of(words['numbered_of'])})", re.IGNORECASE),
        jubilees=re.compile(rf"\b(?:{_templates(told, named, lasted)})\b", re.IGNORECASE)
        if told
        else None,
        jubilee_words=frozenset(name.split()[-1] for name in (*names, *spans)),
        before=re.compile(
            rf"(?<![\w.,])(?:{_templates(words['before'], nth, n)})\b", re.IGNORECASE
        ),
        bare=re.compile(rf"(?<![\w.,])(?:{_templates(bare, nth, n)})\b", re.IGNORECASE),
        bare_words=_anchors(bare),
        again=re.compile(rf"\b(?:{_templates(words.get('again', ()), nth, n)})\b", re.IGNORECASE),
        of_people=frozenset(words["of_people"]),
        of_victims=frozenset(words.get("of_victims", ())),
        ages=re.compile(rf"\b(?:{any_of(words.get('ages', ()))})\s+(?P<n>{n})\b"),
        age_words=frozenset(words.get("ages", ())),
        own=re.compile(
            rf"\b(?:{any_of(words['own'])})\s+(?P<n>{nth}|{n})\s+(?:{any_of(words['own_of'])})\b",
            re.IGNORECASE,
        ),
        own_words=frozenset(word.casefold() for word in words["own_of"]),
        unnumbered=Phrasebook(words["unnumbered"]),
        unnumbered_before=Phrasebook(words.get("unnumbered_before", ())),
        anchors=_anchors([*words["numbered"], *words["numbered_of"], *words["before"]]),
        days=_days(days, nth),
        day_words=Phrasebook(days["day"]),
        the_day=re.compile(
            rf"(?:{any_of(words['articles'])})\s+(?:{any_of(days['day'])})\b", re.IGNORECASE
        ),
        this=re.compile(
            rf"\b(?:{any_of(words.get('this', ()))})\s(?P<nth>{nth})\s"
            rf"(?:{any_of(words['own_of'])})\b",
            re.IGNORECASE,
        ),
        national=frozenset(days.get("national", ())),
        any_day=re.compile(
            rf"\b(?:(?!The\b)[^\W\d_a-z][\w’'-]+\s){{1,4}}(?:{any_of(days.get('any', ()))})\b"
        ),
        any_day_words=frozenset(word.casefold() for word in days.get("any", ())),
        no_day=frozenset(days.get("no_day", ())),
        feasts=Phrasebook(days["feasts"]),
        event=re.compile(rf"(?:{any_of(words['event'])})", re.IGNORECASE),
        weekdays=frozenset(
            day for names in lexicon("dates", language)["weekdays"] for day in names
        ),
        months=frozenset(
            folded(name)[0] for names in lexicon("dates", language)["months"] for name in names
        ),
        kinds=kinds,
        losses=frozenset(book["phrase"].get("losses", ())),
        states=frozenset(book["phrase"].get("states", ())),
        long_kinds=tuple(kind for kind in kinds if len(kind) > 5),
    )


def _anchors(phrases: Sequence[str]) -> frozenset[str]:
    """The longest word of each phrase."""
    bare = (re.sub(r"\{\w+\}", "", phrase) for phrase in phrases)
    return frozenset(max(re.findall(r"[^\W_]+", phrase), key=len).lower() for phrase in bare)


def _nth(words: dict[str, Any], ordinals: dict[str, int], cardinals: dict[str, int]) -> str:
    marks = any_of(words["marks"]) if words["marks"] else ""
    digits = rf"(?:[1-4][,.]\d{{3}}|\d{{1,3}})\s?(?:{marks})" + (
        "?" if "" in words["marks"] else ""
    )
    roman = r"|(?-i:(?=[CXVI])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))" + (
        rf"(?:{marks})?" if marks else ""
    )
    return rf"(?:{digits}|{_words_of(ordinals, cardinals)}{roman if words.get('roman') else ''})"


def _words_of(last: dict[str, int], first: dict[str, int]) -> str:
    """Numbers in words, of one word or two: "thirty-fourth"."""
    return rf"(?:(?:{any_of(first)})(?:-|\s)(?:and\s|et\s|y\s)?)?(?:{any_of(last)})"


def _templates(phrases: Sequence[str], nth: str, n: str) -> str:
    written = [
        re.escape(phrase)
        .replace(r"\ ", r"\s+")
        .replace(r"\{nth\}", "{nth}")
        .replace(r"\{n\}", "{n}")
        for phrase in phrases
    ]
    # One numeral for all phrases that begin with one: it is looked for once.
    groups: dict[str, list[str]] = {"{nth}": [], "{n}": [], "": []}
    for phrase in sorted(written, key=len, reverse=True):
        head = next((head for head in ("{nth}", "{n}") if phrase.startswith(head)), "")
        groups[head].append(phrase[len(head) :])
    parts = [
        rf"{number}(?:{'|'.join(groups[head])})"
        for head, number in (("{nth}", nth), ("{n}", n))
        if groups[head]
    ]
    parts += groups[""]
    return "|".join(parts).replace("{nth}", nth).replace("{n}", n) or "(?!)"


def _days(days: dict[str, Any], nth: str) -> re.Pattern[str]:
    names, day = any_of(days["names"]), any_of(days["day"])
    wide = any_of(days["wide"])
    if days.get("day_first"):
        return re.compile(
            rf"\b(?:{day})\s+(?:(?:{wide})\s+)?(?:{any_of(days['of'])}\s*)?(?:{names})\b",
            re.IGNORECASE,
        )
    return re.compile(
        rf"(?:(?P<nth>{nth})\s+)?(?:\b(?:{wide})\s+(?:[\w’'-]+\s+){{0,3}}|\b(?:(?:{names})\s+){{1,3}})"
        rf"(?:{day})\b(?!\s+(?:{day}))"
    )
