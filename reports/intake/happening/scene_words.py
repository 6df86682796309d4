"""The words of one language around the dates and places of a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import lexicon
from reports.intake.mentions.cases import cases
from reports.intake.mentions.wording import any_of, first_words


@dataclass(frozen=True)
class SceneWords:
    """How one language speaks of when and where something is, as patterns."""

    on: re.Pattern[str]
    of: re.Pattern[str]
    named: re.Pattern[str]
    naming: re.Pattern[str]  # behind a date
    past: re.Pattern[str]
    past_words: frozenset[str]
    here: re.Pattern[str]
    posted: re.Pattern[str]
    posted_words: frozenset[str]
    route: re.Pattern[str]
    hosted: re.Pattern[str]
    setting: re.Pattern[str]
    then: re.Pattern[str]
    of_day: re.Pattern[str]
    day_of: re.Pattern[str]  # before a date
    own: re.Pattern[str]
    relative: re.Pattern[str]
    another: re.Pattern[str]
    also: re.Pattern[str]
    brought: frozenset[str]
    of_town: re.Pattern[str]
    into: re.Pattern[str]
    tied: frozenset[str]
    online_words: frozenset[str]  # one of them is in all that is told of what was online
    district: re.Pattern[str]
    district_of: re.Pattern[str]
    streets: frozenset[str]
    in_town: re.Pattern[str]
    seat: re.Pattern[str]
    company: re.Pattern[str]
    of_something: tuple[str, ...]  # before the place that something else is of
    said: re.Pattern[str]
    at_gathering: re.Pattern[str]
    among: re.Pattern[str]
    ourselves: re.Pattern[str]  # in what somebody says
    yearly: re.Pattern[str]
    sent_by: re.Pattern[str]
    sender: re.Pattern[str]
    joined: re.Pattern[str]
    relations: re.Pattern[str]
    national: re.Pattern[str]
    online: re.Pattern[str]
    kinds: re.Pattern[str]
    inside: frozenset[str]
    whence: frozenset[str]
    firm: frozenset[str]
    weak: frozenset[str]
    goals: frozenset[str]
    gatherings: frozenset[str]
    houses: frozenset[str]
    offices: frozenset[str]


@cache
def scene_words(language: str) -> SceneWords:
    lead = lexicon("happening", language)["lead"]
    places = lexicon("places", language)
    kinds = lexicon("occasion", language)["phrase"]["misfortunes"]
    gathering = lexicon("happening", language)["gathering"]
    held = lexicon("happening", language)["held"]
    inside = any_of(places["inside"])
    declined = r"\w*" if cases(language).after_head else "s?"
    return SceneWords(
        on=re.compile(rf"(?<![^\W_])(?:{any_of(lead['on'])})\s*(?:the\s+)?$", re.IGNORECASE),
        of=re.compile(rf"(?<![^\W_])(?:{any_of(lead['of'])})\s*(?:the\s+)?$", re.IGNORECASE),
        named=re.compile(
            rf"(?<![^\W_])(?:{any_of(kinds)})\s+(?:{any_of(lead['of'])})\s*(?:the\s+)?$",
            re.IGNORECASE,
        ),
        naming=re.compile(rf"\s*[–-]?\s*(?:{any_of(kinds)})\b", re.IGNORECASE),
        past_words=first_words([*kinds, *lead.get("befell", ()), *lead.get("years_since", ())]),
        past=re.compile(
            rf"(?<![^\W_])(?:{any_of(kinds)})\s+"
            rf"(?:(?:{any_of(lead['of'])})\s(?:[^\W_]+\s){{1,4}}?)?(?:{inside})\s+"
            rf"(?:(?!(?:{any_of([*gathering, *held, *lead['finite']])})\b)[\w’'-]+,?\s+){{0,5}}$"
            rf"|\b(?:{any_of(lead.get('befell', ()))})\s+(?:\w+\s+){{0,2}}"
            rf"(?:{inside})\s+(?:the\s+)?$"
            rf"|\d\s(?:{any_of(lead.get('years_since', ()))})\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        here=re.compile(rf"(?<![^\W_])(?:{any_of(places['here'])})(?![^\W_])", re.IGNORECASE),
        posted_words=first_words(places["posted"]),
        posted=re.compile(
            rf"\b(?:{any_of(places['posted'])})\b[^.;:]{{0,60}}\s(?:{any_of(places['posted_to'])})\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        route=re.compile(
            rf"(?<![^\W_])(?:{any_of(places['route'])})\s[^.]{{3,70}}\sto\s+(?:the\s+)?$"
        ),
        hosted=_after_name(any_of([*places["inside"], *places["posted_to"]]), places["hosted"]),
        setting=_after_name(any_of([*places["inside"], *places["posted_to"]]), places["setting"]),
        of_day=re.compile(rf"['’]s\s+(?:[\w-]+\s+)?(?:{any_of(gathering)})\b", re.IGNORECASE),
        day_of=re.compile(
            rf"\b(?:{any_of(lead.get('this', ()))})\s(?:{any_of(gathering)})\s(?:[\w-]+\s)?"
            rf"(?:{any_of([*lead['on'], *lead['of']])})\s$",
            re.IGNORECASE,
        ),
        own=re.compile(rf"\b(?:{any_of(places['own'])})\b", re.IGNORECASE),
        relative=re.compile(rf",\s+(?:{any_of(lead['relative'])})\b", re.IGNORECASE),
        another=re.compile(
            rf"\b(?:{any_of(lead['another'])})\s+(?:[\w’'-]+\s+){{1,4}}?"
            rf"(?:{any_of(gathering)})\s+(?:{inside})\s+(?:[\w’'-]+\s+){{0,5}}$",
            re.IGNORECASE,
        ),
        also=re.compile(
            rf"\b(?:{any_of(lead.get('also', ()))})\s(?:[^\W_]+\s+){{0,4}}?(?:{inside})\s+"
            rf"(?:[\w’'-]+,?\s+){{0,2}}(?:(?:{any_of(places['and'])})\s+)?$"
        ),
        brought=frozenset(places.get("brought", ())),
        of_town=re.compile(rf"\s+(?:[a-z-]+\s+)?(?:{any_of(gathering)})\b"),
        tied=_tied(language),
        district=re.compile(
            rf"(?:,?\s+(?:{any_of(places['and'])})\s+[\w-]+)?\s+(?:{any_of(places['district'])})\b",
            re.IGNORECASE,
        ),
        district_of=re.compile(
            rf"\b(?:{any_of(places['district'])})\s+(?:{any_of(lead['of'])})\s+$", re.IGNORECASE
        ),
        streets=frozenset(places["venue"]["streets"]),
        in_town=re.compile(rf"\b(?:{inside})\s+(?:[A-ZÀ-ÝÇĞİŞÖÜ][\w’'-]+\s?){{1,4}},\s+$"),
        seat=re.compile(
            rf"\b(?:{any_of(places['posted'])})\b[^,.;]{{0,40}}(?:(?P<comma>,)|\s(?:{inside}))\s+$",
            re.IGNORECASE,
        ),
        of_something=tuple(f" {phrase}" for phrase in places.get("of_something", ())),
        company=re.compile(
            rf"\b(?:{any_of(places.get('company', ()))})\s+(?:the\s)?(?:[^\W_]+\s+){{0,1}}$"
        ),
        said=re.compile(
            rf"\b(?:{any_of(lexicon('happening', language)['saying'])})\b[^.;:]{{0,50}}$",
            re.IGNORECASE,
        ),
        at_gathering=re.compile(
            rf"\s+(?:{any_of(lead['during'])})\s(?:[\w’'-]+\s+){{0,3}}?(?:{any_of(gathering)})\b",
            re.IGNORECASE,
        ),
        among=re.compile(
            rf"\b(?:{any_of(lead['during'])})\s(?:[\w’'-]+\s+){{1,5}}?(?:{any_of(gathering)})\b",
            re.IGNORECASE,
        ),
        ourselves=re.compile(
            rf"\b(?:{any_of(lead['ourselves'])})\b" if lead.get("ourselves") else "", re.IGNORECASE
        ),
        yearly=re.compile(
            rf"\b(?:{any_of(lexicon('happening', language)['yearly'])})\b", re.IGNORECASE
        ),
        sent_by=re.compile(
            rf"\b(?:{any_of(places['posted'])})\s(?:[\w’'-]+\s){{0,3}}?(?:{any_of(lead['of'])})\s+"
            rf"(?:the\s+)?(?:[\w]+\s+(?:{any_of(lead['of'])})\s+)?$",
            re.IGNORECASE,
        ),
        sender=re.compile(rf"(?:['’]s)?\s+(?:{any_of(places['posted'])})\b", re.IGNORECASE),
        joined=re.compile(rf"^\s*(?:,?\s(?:{any_of(places['and'])})\s|[-–])", re.IGNORECASE),
        relations=re.compile(rf"\s*(?:\w+\s)?(?:{any_of(places['relations'])})\b", re.IGNORECASE),
        national=re.compile(rf"\b(?:{any_of(places['national'])})\b", re.IGNORECASE),
        into=re.compile(
            rf"(?<!\w)(?:{inside})\s+(?:the\s+)?(?:\w+\s+(?:{any_of(lead['of'])})\s+)?$",
            re.IGNORECASE,
        ),
        online=_online(language),
        online_words=frozenset(
            max(phrase.split(), key=len)
            for listed in lexicon("happening", language)["online"].values()
            for phrase in listed
        ),
        then=re.compile(rf",?\s+(?:{any_of(lead['where'])})\b"),
        kinds=re.compile(
            r"(?:’s|'s)?\s+"
            rf"(?:(?:{any_of([*places['venue']['nouns'], *places['venue']['houses']])})\s+)?"
            rf"(?:{any_of(kinds)}){declined}\b",
            re.IGNORECASE,
        ),
        inside=frozenset(places["inside"]),
        whence=frozenset(places["whence"]),
        firm=frozenset(places["venue"]["firm"]),
        weak=frozenset(places["venue"]["weak"]),
        gatherings=frozenset(gathering),
        goals=frozenset(places["venue"].get("goals", ())),
        houses=frozenset(places["venue"]["houses"]),
        offices=frozenset(places["venue"]["offices"]),
    )


def _tied(language: str) -> frozenset[str]:
    """What stands before "in" where something is held: a verb or noun for it, a day, a house."""
    book, places = lexicon("happening", language), lexicon("places", language)
    dates = lexicon("dates", language)
    days = (name for names in (*dates["months"], *dates["weekdays"]) for name in names)
    phrases = (*book["held"], *book["gathering"], *days, *dates["near"], *places["seat"])
    houses = (*places["venue"]["nouns"], *places["venue"]["houses"])
    return frozenset(phrase.split()[-1].casefold() for phrase in (*phrases, *houses))


def _online(language: str) -> re.Pattern[str]:
    """ "A virtual evening", "the ceremony was held entirely online"."""
    book = lexicon("happening", language)
    before, after = book["online"]["before"], book["online"]["after"]
    what = any_of(book["gathering"])
    held = any_of([*book["gathering"], *book["held"]])
    return re.compile(
        rf"\b(?:(?:{any_of(before)})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{what})"
        rf"|(?:{held})\s+(?:{any_of(after)}))\b",
        re.IGNORECASE,
    )


def _after_name(inside: str, words: Sequence[str]) -> re.Pattern[str]:
    """What is said of a venue right after its name, or after its town."""
    return re.compile(
        rf"(?:\s*\([^()]{{2,20}}\))?(?:\s+(?:{inside})\s+[\w’' -]{{3,30}})?\s+(?:{any_of(words)})\b"
    )
