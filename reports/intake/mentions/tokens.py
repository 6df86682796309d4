"""The words and signs of a report one by one, each with its place in the text and its shape."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon

# Shapes. A word with a small letter or without cases is SMALL.
CAPITAL, CAPITALS, INITIAL, SMALL, NUMBER, SIGN = "Aa", "AA", "A.", "a", "0", "."
_WITH_CAPITAL = frozenset({CAPITAL, CAPITALS, INITIAL})
OPENING = frozenset("\"“„«‘‹'”’")
CLOSING = frozenset("\"”“»’›‘'")


class Token(NamedTuple):
    """A word, a possessive ending, a number or a sign."""

    text: str
    start: int
    end: int
    low: str  # in small letters, with ’ for every apostrophe
    shape: str
    capital: bool

    @property
    def is_possessive(self) -> bool:
        return self.low == "’s"


_start = attrgetter("start")
_made = tuple.__new__  # half the time of a call, and there is a token for every word


class Line(NamedTuple):
    """The tokens of one sentence."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]  # the words in small letters

    def span(self, first: int, last: int) -> Span:
        """From the token `first` up to, not including, the token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def low(self, position: int) -> str:
        """The word at a position in small letters; nothing outside the sentence."""
        return self.lows[position] if 0 <= position < len(self.lows) else ""

    def capital(self, position: int) -> bool:
        return 0 <= position < len(self.tokens) and self.tokens[position].capital

    @property
    def is_in_title_case(self) -> bool:
        """Whether capitals tell nothing here: a headline that gives every word one."""
        words = [token for token in self.tokens if len(token.text) > 3 and token.shape != NUMBER]
        return len(words) > 2 and sum(token.capital for token in words) * 10 > len(words) * 7

    def first_from(self, character: int) -> int:
        """The position of the first token that begins at or after a character of the text."""
        return bisect_left(self.tokens, character, key=_start)


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?![\w.])"  # K.M
    r"|(?:[^\W\d_]\.){2,}"  # H.E. U.S.
    r"|@\w+"  # nobody's name: @Nora_Walsh
    r"|['’]s\b"
    r"|(?:\b[ldnsjmtc]|\b[Qq]u)['’](?=[^\W_])"  # l’Arménie
    r"|[^\W_]+(?:(?:[-‑]|['’ʼ‘`](?!s\b))[^\W_]+)*"
    r"|[^\W\d_]\b"
    r"|\S"
)
_FRENCH = re.compile(r"([LDNSJMTC]['’])(?=[^\W_])")


@lru_cache(maxsize=4)
def lines_of(document: Document) -> tuple[Line, ...]:
    """Every sentence in tokens. The finders of one report share them."""
    short = frozenset(lexicon("text", document.language).get("abbreviations", ()))
    return tuple(_line(sentence, short, document.language) for sentence in document.sentences)


def _line(sentence: Sentence, short: frozenset[str], language: str) -> Line:
    tokens = _tokens(sentence, short, language)
    return Line(sentence, tokens, tuple(token.low for token in tokens))


def shared_out(lines: Sequence[Line], spans: Iterable[Span]) -> list[list[Span]]:
    """For each line the spans that begin in it, in the order of the text."""
    order = sorted(range(len(lines)), key=lambda number: lines[number].sentence.span)
    starts = [lines[number].sentence.span.start for number in order]
    found: list[list[Span]] = [[] for _ in lines]
    for span in sorted(spans):
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.start < lines[order[place]].sentence.span.end:
            found[order[place]].append(span)
    return found


def _tokens(sentence: Sentence, short: frozenset[str], language: str) -> tuple[Token, ...]:
    text, offset = sentence.text, sentence.span.start
    french = language == "fr"
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < at:
            continue
        word = match[0]
        at = start + len(word)
        if french and (elided := _FRENCH.match(word)):
            found.append(_token(elided.group(), offset + start))
            start += elided.end()
            word = word[elided.end() :]
        if text.startswith(".", at) and _is_shortened(word, short, at + 1, text):
            word += "."
            at += 1
        found.append(_token(word, offset + start))
    return tuple(found)


def _is_shortened(word: str, short: frozenset[str], after: int, text: str) -> bool:
    """Whether the stop belongs to the word: "Dr.", "Inc.", "J."."""
    if len(word) == 1:
        return word.isupper() and after < len(text)
    return f"{word.casefold()}." in short


def in_small(words: str) -> str:
    """Words as tokens have them in small letters."""
    return words.casefold().replace("'", "’")


@lru_cache(maxsize=20_000)
def _looked_at(word: str) -> tuple[str, str, bool]:
    """A word in small letters, its shape, and whether it has a capital; words repeat."""
    shape = _shape(word)
    return in_small(word), shape, shape in _WITH_CAPITAL


def _token(word: str, start: int) -> Token:
    low, shape, capital = _looked_at(word)
    return _made(Token, (word, start, start + len(word), low, shape, capital))


def _shape(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return SIGN
    if first.isupper():
        if len(word) == 1 or (len(word) < 4 and word[1] == "."):
            return INITIAL
        return CAPITALS if word.isupper() else CAPITAL
    if first == "h" and word[1:2].isupper():
        return CAPITAL  # "hÓgartaigh"
    # "al-Assad", "d’Ivoire": a small letter leads a proper name.
    lead, hyphen, rest = word.partition("-")
    return CAPITAL if hyphen and len(lead) <= 3 and rest[:1].isupper() else SMALL
