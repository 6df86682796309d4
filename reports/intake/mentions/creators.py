"""Who made a work that is named: `by` them, theirs, or with `director` before their name."""

import re

from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.turns import QUOTED, Turn, Words

_REACH = 9  # words from `by` to the name, with what they are between
_CAPITAL = r"[^\W\d_a-zß-öø-ÿə](?:\.|[\w’-]*)"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s(?:(?:van|von|de|der|da|dos|al|el|bin|di|la)\s){{0,2}}{_CAPITAL}){{1,3}}"
)
_OWNER = re.compile(r"[’']s?\s")

Named = list[tuple[Span, str]]


def creator_of(
    document: Document, words: Words, place: int, kind: Turn | None, people: Named
) -> str:
    """The name of who made the work whose title stands at a place; empty when it is not said."""
    book = lexicon("works", document.language)
    return (
        _by(document, words, place, people, book)
        or (kind and kind.after <= place and _between(document, words, kind, place, people, book))
        or _owner(document, words, place, kind, people)
        or _himself(words, place, kind, people, book)
        or _maker(words, people, book)
        or ""
    )


def _by(document: Document, words: Words, place: int, people: Named, book: dict) -> str:
    """`“X” by NAME`, `“X”, a film directed by the Chilean director NAME`."""
    texts = words.texts
    end = next((at for at in range(place + 1, len(texts)) if texts[at] == QUOTED), len(texts))
    for at in range(place + 1, min(place + 1 + _REACH, end)):
        if texts[at] in book["by"] and (at == place + 1 or texts[at - 1] in book["made"]):
            return _name_after(document, words, at, end, people)
    return ""


def _between(
    document: Document, words: Words, kind: Turn, place: int, people: Named, book: dict
) -> str:
    """`a film by NAME, “X”`."""
    for at in range(kind.after, place):
        if words.texts[at] in book["by"] and (
            at == kind.after or words.texts[at - 1] in book["made"]
        ):
            return _name_after(document, words, at, place, people)
    return ""


def _name_after(document: Document, words: Words, at: int, end: int, people: Named) -> str:
    start = words.spans[at].end
    until = words.spans[min(at + _REACH, end, len(words.spans)) - 1].end
    for span, name in people:
        if start <= span.start < until:
            return name
    match = _NAME.search(document.clean, start, until)
    return " ".join(match.group().split()) if match else ""


def _owner(document: Document, words: Words, place: int, kind: Turn | None, people: Named) -> str:
    """`NAME’s “X”`, `NAME’s film “X”`."""
    first = min(kind.first, place) if kind else place
    start = words.spans[first].start
    for span, name in reversed(people):
        if span.end <= start and _OWNER.match(document.clean, span.end):
            between = document.clean[span.end : start].split()
            return name if len(between) <= 3 else ""
    return ""


def _himself(words: Words, place: int, kind: Turn | None, people: Named, book: dict) -> str:
    """`NAME presented his film “X”`."""
    first = min(kind.first, place) if kind else place
    if not any(text in book["own"] for text in words.texts[max(0, first - 4) : first]):
        return ""
    earlier = [name for span, name in people if span.end <= words.spans[first].start]
    return earlier[-1] if earlier else ""


def _maker(words: Words, people: Named, book: dict) -> str:
    """`director NAME`, in a sentence that names one work."""
    if len(words.quoted) != 1:
        return ""
    for span, name in people:
        before = [at for at, one in enumerate(words.spans) if one.end <= span.start]
        if before and words.texts[before[-1]] in book["maker"]:
            return name
    return ""
