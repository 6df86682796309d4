"""Venues whose last word says what they are, with the ending of a place, as in Azerbaijani."""

import re
from collections.abc import Iterator

from reports.intake.document import Span
from reports.intake.mentions.venue_words import Venue, VenueWords
from reports.intake.mentions.wording import Worded

_QUOTED_BEFORE = re.compile(r"[\"“„«][^\"“”„«»]{3,40}[\"”“»]\s+$")
_GENITIVES = frozenset({"nin", "nın", "nun", "nün"})


def ending_in_noun(line: Worded, words: VenueWords) -> Iterator[Venue]:
    """As in Azerbaijani: "Heydər Əliyev Sarayında", "“Rustavi” Konsert Salonunda"."""
    text, offset = line.sentence.text, line.sentence.span.start
    for at, word in enumerate(line.words):
        base = words.final.get(word)
        if not base:
            continue
        end = line.ends[at][1]
        start = _start_of_name(line, at, words)
        whole = _house_of(line, at, words) if start == line.ends[at][0] else None
        if whole:
            at, base = whole
            start, end = _start_of_name(line, at, words), line.ends[at][0] + len(base)
        noun_start = line.ends[at][0]
        noun = base[0].upper() + base[1:] if text[noun_start - offset].isupper() else base
        name = f"{text[start - offset : noun_start - offset]}{noun}"
        confidence = 0.85 if start < noun_start else 0.55
        yield Venue(Span(start, end), " ".join(name.split()), "in", base, confidence)


def _house_of(line: Worded, at: int, words: VenueWords) -> tuple[int, str] | None:
    """The house that a hall without a name is in, and what it is: "Mərkəzin böyük zalında"."""
    for before in range(at - 1, max(-1, at - 3), -1):
        for base in words.final.values():
            if (
                line.words[before].startswith(base)
                and line.words[before][len(base) :] in _GENITIVES
            ):
                return before, base
    return None


def _start_of_name(line: Worded, at: int, words: VenueWords) -> int:
    """Where the capitalised words before a noun begin, or what is quoted before them."""
    text, offset = line.sentence.text, line.sentence.span.start
    first = at
    while first and at - first < 8:
        begins, ends = line.ends[first - 1]
        before = line.words[first - 1]
        if not text[ends - offset : line.ends[first][0] - offset].isspace():
            quoted = _QUOTED_BEFORE.search(text, 0, line.ends[first][0] - offset)
            return quoted.start() + offset if quoted else line.ends[first][0]
        if not text[begins - offset].isupper() and before not in words.links:
            quoted = _QUOTED_BEFORE.search(text, 0, begins - offset)
            if quoted:
                return quoted.start() + offset  # "“Lalə” kitab evində"
            break
        # "Konsert Salonu" is a hall, "konsert salonda" a concert in one.
        named = text[begins - offset].isupper() and text[line.ends[at][0] - offset].isupper()
        if (before in words.gatherings and not named) or before.endswith(words.inside_endings):
            break
        first -= 1
    while first < at and line.words[first] in words.links:
        first += 1
    return line.ends[first][0]
