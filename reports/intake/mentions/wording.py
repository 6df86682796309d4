"""Finds set phrases in a text: every word is looked up once, whatever the number of phrases."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reports.intake.document import Document, Sentence

_WORD = re.compile(r"[^\W_]+")


class Worded(NamedTuple):
    """A sentence in words of small letters, with where each begins and ends in the document."""

    sentence: Sentence
    words: tuple[str, ...]
    known: frozenset[str]  # the words, each once
    ends: tuple[tuple[int, int], ...]


def plain(text: str) -> str:
    """Without the Turkic capital İ, whose small letter Python writes as two."""
    return text.replace("İ", "i")


@lru_cache(maxsize=4)
def worded(document: Document) -> tuple[Worded, ...]:
    """Every sentence of the document in words. The finders of one report share them."""
    return tuple(in_words(sentence) for sentence in document.sentences)


def stretches(document: Document) -> tuple[Worded, ...]:
    """The sentences, and the dateline where it stands in none."""
    dateline = document.dateline
    if not dateline or document.sentence_at(dateline.start):
        return worded(document)
    text = document.clean[dateline.start : dateline.end]
    return (in_words(Sentence(dateline, text, 0)), *worded(document))


def in_words(sentence: Sentence) -> Worded:
    matches = list(_WORD.finditer(plain(sentence.text)))
    offset = sentence.span.start
    words = tuple([match[0].lower() for match in matches])
    return Worded(
        sentence,
        words,
        frozenset(words),
        tuple((match.start() + offset, match.end() + offset) for match in matches),
    )


class Found(NamedTuple):
    """A set phrase in a sentence: from which character to which, and how many words on."""

    start: int
    end: int
    after: int  # the position of the word after it
    phrase: str


class Phrasebook:
    """Set phrases of one language, in capitals or small letters, with any signs between words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            words = tuple(_WORD.findall(plain(phrase).lower()))
            self._by_first.setdefault(words[0], []).append((words, phrase))

    def found(self, line: Worded) -> Iterator[Found]:
        """Every phrase in a sentence; the longest of those that begin with one word."""
        if not self.may_be_in(line):
            return
        for at, word in enumerate(line.words):
            if word in self._by_first and (found := self.at(line, at)):
                yield found

    def at(self, line: Worded, at: int) -> Found | None:
        """The phrase that begins with a word."""
        if at >= len(line.words):
            return None
        for words, phrase in self._by_first.get(line.words[at], ()):
            after = at + len(words)
            if line.words[at:after] == words:
                return Found(line.ends[at][0], line.ends[after - 1][1], after, phrase)
        return None

    def may_be_in(self, line: Worded) -> bool:
        """Whether the first word of one of the phrases is there."""
        return not line.known.isdisjoint(self._by_first)

    def starts_with(self, word: str) -> bool:
        """Whether one of the phrases begins with a word."""
        return word in self._by_first

    def is_in(self, line: Worded) -> bool:
        return next(self.found(line), None) is not None


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """What a sentence must know to hold one of the phrases: a word that each begins with."""
    return frozenset(_WORD.findall(plain(phrase).lower())[0] for phrase in phrases)


def any_of(words: Iterable[str]) -> str:
    """An alternative of words for a pattern, the longest first; never met when there are none."""
    ordered = sorted((word for word in words if word), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"
