"""Where a sentence leaves the gathering: "In Accra, the President said", "In 1973 it was …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reports.intake.document import Document
from reports.intake.lexicon import lexicon
from reports.intake.mentions.places import PlaceMention
from reports.intake.mentions.tokens import SMALL, Line

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_LEAD = 2  # sentences that tell where the gathering was
_OPENING = 4  # tokens from "meanwhile" to "in", and from "on 2 May" to its year


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a sentence tells of other places and years, by the places of its tokens."""

    first: int  # from here on it is elsewhere
    leads: frozenset[int]  # where "in" stands before another town or country
    names_old_year: bool


@dataclass(frozen=True)
class _Words:
    within: frozenset[str]
    openers: frozenset[str]
    turning: frozenset[str]  # those of the openers that surely turn to another place


@cache
def _words(language: str) -> _Words:
    said = lexicon("roles", language)
    turning = frozenset(said.get("turning", ()))
    openers = turning.union(said.get("openers", ()))
    return _Words(frozenset(said.get("within", ())), openers, turning)


def elsewhere_in(
    document: Document, lines: Sequence[Line], places: Sequence[PlaceMention]
) -> list[Elsewhere]:
    """For each sentence, where it leaves the place and the year of the gathering."""
    words = _words(document.language)
    away, maybe = _away(document, places)
    year = document.published.year if document.published else 0
    found = []
    for line in lines:
        leads = _leads(line, away, words)
        opens = [at for at in leads if _opens(line, at, words)]
        opens += [at for at in _leads(line, maybe, words) if _turns(line, at, words)]
        old = _first_old_year(line, year)
        if -1 < old <= _OPENING and line.low(0) in words.within | words.openers:
            opens.append(0)  # "In 1973, …"
        found.append(Elsewhere(min(opens, default=len(line.tokens)), leads, old >= 0))
    return found


def _away(
    document: Document, places: Sequence[PlaceMention]
) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """Places that the top of the report does not name: in other countries or towns, and others.

    A town in the country of the gathering may be where it was, if no town was named before.
    """
    end = max((sentence.span.end for sentence in document.body[:_LEAD]), default=0)
    named = [place for place in places if place.country_code]
    towns = {place.english for place in named if place.span.start < end and place.kind == "city"}
    countries = {place.country_code for place in named if place.span.start < end}
    away, maybe = [], []
    for place in named:
        if place.span.start < end or place.modifies or place.english in towns:
            continue
        if place.country_code not in countries or (towns and place.kind == "city"):
            away.append(place)
        elif place.kind == "city":
            maybe.append(place)
    return (away, maybe) if countries else ([], maybe)


def _leads(line: Line, places: Sequence[PlaceMention], words: _Words) -> frozenset[int]:
    """Where "in" stands before one of the places."""
    start, end = line.sentence.span
    near = (place.span.start for place in places if start < place.span.start < end)
    found = (line.first_from(position) - 1 for position in near)
    return frozenset(at for at in found if line.low(at) in words.within)


def _turns(line: Line, at: int, words: _Words) -> bool:
    """Whether it says so itself: "back in Kumasi", "meanwhile, in Tamale"."""
    return any(low in words.turning for low in line.lows[max(0, at - 2) : at])


def _opens(line: Line, at: int, words: _Words) -> bool:
    """Whether "in" and its place begin a clause: "Meanwhile, back in Accra", ", and in Rome"."""
    before = at - 1
    while before >= 0 and at - before <= _OPENING and line.lows[before] in words.openers:
        before -= 1
    if before < 0 or line.low(at - 1) in (";", "–", "—"):
        return True
    # "…, and in Rome"; without "and" it may go on what was told before.
    return line.low(at - 2) == "," and line.tokens[at - 1].shape == SMALL


def _first_old_year(line: Line, year: int) -> int:
    """The token of the first year before that of the report; -1 if there is none."""
    for found in _YEAR.finditer(line.sentence.text):
        if int(found.group()) < year:
            return line.first_from(line.sentence.span.start + found.start())
    return -1
