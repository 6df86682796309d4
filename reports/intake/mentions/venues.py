"""Venues in a report: buildings, squares and parks that something is said to be at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon


@dataclass(frozen=True)
class Venue:
    """A venue by the name the report gives it, without the town."""

    span: Span
    name: str
    lead: str  # "at", "in front of" …; empty for one that is only named
    noun: str  # what it is: "hall"; empty where only its lead makes it a venue
    confidence: float


@dataclass(frozen=True)
class _Words:
    lead: re.Pattern[str]
    nouns: frozenset[str]
    houses: frozenset[str]
    links: frozenset[str]
    never: frozenset[str]
    firm: frozenset[str]
    alone: frozenset[str]


@cache
def _words(language: str) -> _Words:
    book = lexicon("places", language)["venue"]
    return _Words(
        lead=re.compile(
            rf"(?:(?<![^\W_])({_any(book['lead'])})(?:\s+|(?<=['’]))|^|[–—]\s)"
            rf"(?:(?:{_any(book['articles'])})(?:\s+|(?<=['’])))*",
            re.IGNORECASE,
        ),
        nouns=frozenset(book["nouns"]),
        houses=frozenset(book["houses"]),
        links=frozenset(book["links"]),
        never=frozenset(book["never"]),
        firm=frozenset(book["firm"]),
        alone=frozenset(book["alone"]),
    )


def _any(words: Sequence[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def find_venues(document: Document) -> list[Venue]:
    """All venues of the text, in its order."""
    words = _words(document.language)
    return [venue for sentence in document.sentences for venue in _in_sentence(sentence, words)]


def _in_sentence(sentence: Sentence, words: _Words) -> Iterator[Venue]:
    reached = 0
    for lead in words.lead.finditer(sentence.text):
        if lead.start() < reached:
            continue
        venue = _after(sentence, lead.end(), " ".join((lead[1] or "").lower().split()), words)
        if venue:
            reached = venue.span.end - sentence.span.start
            yield venue


# A word of a name, with initials and the stop of "St."; quotation marks stand apart.
_WORD = re.compile(r"[^\W_]+(?:[.’'&/-][^\W_]+)*\.?|&|[\"“”„«»]")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.|(?:[^\W\d_]\.)+[^\W\d_]+")


def _after(sentence: Sentence, start: int, lead: str, words: _Words) -> Venue | None:
    """The venue that begins at `start`, if one does."""
    text = sentence.text
    taken: list[tuple[int, int, str]] = []
    noun = ""
    at = start
    while len(taken) < 14:
        match = _WORD.match(text, at)
        if not match:
            break
        word, end = match[0], match.end()
        if word.endswith(".") and not _ABBREVIATED.fullmatch(word):
            word, end = word[:-1], end - 1
        bare = re.sub(r"['’]s?$", "", word.casefold())
        kind = _kind(word, bare, words)
        if kind == "stop" or (kind == "link" and not taken):
            break
        if bare in _ANDS and (noun or not _CAPITAL_NEXT.match(text, end)):
            break
        if kind == "plain" and (noun or len(taken) > 2 or not _noun_follows(text, end, words)):
            break
        taken.append((match.start(), end, kind))
        if kind == "noun" or (kind == "name" and bare in words.nouns | words.houses):
            noun = bare
        gap = re.match(r"\s+|(?=[-–]\w)", text[end : end + 4])
        if not gap:
            break
        at = end + gap.end()
    while taken and taken[-1][2] in ("link", "plain"):
        taken.pop()
    return _venue(sentence, taken, noun, lead, words)


_CAPITAL_NEXT = re.compile(r"\s+[A-ZÀ-ÝÇĞİŞÖÜƏ]")
_ANDS = frozenset({"and", "&", "et", "und", "y", "e", "və"})


def _kind(word: str, bare: str, words: _Words) -> str:
    if word in '"“”„«»':
        return "stop"
    if bare in words.links and not word[0].isupper():
        return "link"
    if word[0].isupper() or word[0].isdigit():
        return "name"
    return "noun" if bare in words.nouns or bare in words.houses else "plain"


def _noun_follows(text: str, at: int, words: _Words) -> bool:
    """Whether one of the next two words says what kind of venue it is."""
    for _ in range(2):
        gap = re.match(r"\s+", text[at : at + 3])
        match = gap and _WORD.match(text, at + gap.end())
        if not match:
            return False
        if match[0].casefold().rstrip(".") in words.nouns:
            return True
        at = match.end()
    return False


def _venue(
    sentence: Sentence, taken: list[tuple[int, int, str]], noun: str, lead: str, words: _Words
) -> Venue | None:
    if not taken:
        return None
    start, end = taken[0][0], taken[-1][1]
    name = " ".join(sentence.text[start:end].split())
    names = sum(kind == "name" for *_span, kind in taken)
    if name.casefold() in words.never or taken[0][2] == "link" or name[0].isdigit():
        return None
    if not noun and (lead not in words.alone or names < 2):
        return None
    if not names and lead not in words.firm:
        return None
    confidence = 0.5 + 0.15 * bool(names) + 0.15 * bool(noun) + 0.1 * (lead in words.firm)
    span = Span(start + sentence.span.start, end + sentence.span.start)
    return Venue(span, name, lead, noun, confidence)
