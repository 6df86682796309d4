"""Pure: what matched, marked in a title and in a piece of the text."""

import re
from functools import lru_cache
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from events.names import words
from events.search.query import LONGEST_WORD, All, Either, Phrase, Wanted

_WORD = re.compile(r"[\w'’ʼ`ʻʿ\u0300-\u036f]+")
_MARKDOWN = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)|[*_#>`|~]+")
_BEFORE, _LENGTH = 8, 36  # words of a piece, and how many of them before the first match


def words_of(wanted: Wanted) -> set[str]:
    """The words to mark: those asked for and those they stand for."""
    match wanted:
        case Phrase(found):
            return set(found)
        case All(parts) | Either(parts):
            return set().union(*map(words_of, parts))
        case _:
            return set()


def marked(text: str, wanted: set[str]) -> SafeString:
    """The text, escaped, with <mark> around the words that are wanted."""
    parts, end = [], 0
    for found in _WORD.finditer(text):
        if not wanted.isdisjoint(_folded(found[0])):
            parts += [escape(text[end : found.start()]), f"<mark>{escape(found[0])}</mark>"]
            end = found.end()
    # Every part is escaped above.
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308


def snippet(markdown: str, wanted: set[str]) -> SafeString:
    """The piece of a text with most of the wanted words in it; empty where it has none."""
    text = " ".join(_MARKDOWN.sub(lambda link: link[1] or " ", markdown).split())
    written = _WORD.findall(text)
    # A text repeats its words, so that half of them need not be looked at.
    found = {each for each in set(written) if not wanted.isdisjoint(_folded(each))}
    if not found:
        return SafeString("")
    hits = [place for place, each in enumerate(written) if each in found]
    different = [len(_kinds(written, hits, start, wanted)) for start in hits]
    first = max(hits[different.index(max(different))] - _BEFORE, 0)
    last = min(first + _LENGTH, len(written)) - 1
    spans = list(islice(_WORD.finditer(text), last + 1))
    start = spans[first].start() if first else 0
    end = spans[last].end() if last < len(written) - 1 else len(text)
    piece = ("… " if first else "") + text[start:end] + (" …" if end < len(text) else "")
    return marked(piece, wanted)


def _kinds(written: list[str], hits: list[int], start: int, wanted: set[str]) -> set[str]:
    """The different words that a piece from this match on would show."""
    within = (written[place] for place in hits if start <= place < start + _LENGTH - _BEFORE)
    return {word for each in within for word in _folded(each) if word in wanted}


@lru_cache(maxsize=20_000)
def _folded(written: str) -> tuple[str, ...]:
    return tuple(word[:LONGEST_WORD] for word in words(written))
