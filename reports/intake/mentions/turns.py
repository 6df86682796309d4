"""Turns of phrase that give something away, as data writes them, and where a sentence has them.

A turn is words in small letters, `minute|moment of .. silence`, in which

    a|b    is one of these words         word*  is a word that begins so (a first one: with
                                                three letters or more)
    ..     is up to two words            …      up to seven      ……  up to fourteen
    @name  is a word of the file's group “”     is a quotation, whatever is in it
    #      is a number                   ^ $    are the sentence's beginning and end
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.quotations import Quotation, find_quotations
from reports.intake.mentions.wording import plain

QUOTED = "“”"  # stands for a quotation among the words of a sentence
_WORD = re.compile(r"[^\W_]+")
_GAPS = {"..": 2, "…": 7, "……": 14}
_JOINS = str.maketrans("'’-", "   ")  # what stands between words inside a turn
_MOST = 400  # words of a sentence that are read; a longer one is a table
_KNOWN = 1000  # words whose turns are kept at hand
_KEY = 3  # as many letters of a turn's first word find it


@dataclass(frozen=True)
class Words:
    """The words of a sentence in small letters; a quotation counts as one."""

    texts: list[str]
    spans: list[Span]
    sentence: Sentence
    quoted: dict[int, Span]  # what is in the marks of the quotations among the words

    @cached_property
    def beginnings(self) -> list[str]:
        """The first letters of each word, `#` for a number."""
        return [_key(word) for word in self.texts]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The different ones of these."""
        return frozenset(self.beginnings)

    def span(self, first: int, after: int) -> Span:
        """The place of some of the words in the text."""
        return Span(self.spans[first].start, self.spans[after - 1].end)

    def is_capital(self, place: int) -> bool:
        """Whether a word is printed with a capital."""
        return self.sentence.text[self.spans[place].start - self.sentence.span.start].isupper()


class Turn(NamedTuple):
    """A turn of phrase in a sentence: what it gives away, its first word and the one after it."""

    label: str
    first: int
    after: int

    def holds(self, other: "Turn") -> bool:
        return self.first <= other.first and other.after <= self.after

    def meets(self, other: "Turn") -> bool:
        """Whether the two have a word in common."""
        return self.first < other.after and other.first < self.after


@lru_cache(maxsize=2)  # several finders read one document
def words_by_sentence(document: Document) -> list[Words]:
    """The words of every sentence, in the order of the sentences."""
    found: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in find_quotations(document):
        sentence = document.sentence_at(quotation.outer.start)
        if sentence:
            found[sentence.span.start].append(quotation)
    return [_words(document.clean, one, found[one.span.start]) for one in document.sentences]


def _words(clean: str, sentence: Sentence, quotations: Iterable[Quotation]) -> Words:
    texts: list[str] = []
    spans: list[Span] = []
    titles: dict[int, Span] = {}
    at = sentence.span.start
    for quotation in quotations:
        if quotation.outer.start >= at and len(texts) < _MOST:
            _add_words(clean, at, quotation.outer.start, texts, spans)
            titles[len(texts)] = quotation.inner
            texts.append(QUOTED)
            spans.append(quotation.outer)
            at = quotation.outer.end
    _add_words(clean, at, sentence.span.end, texts, spans)
    return Words(texts, spans, sentence, titles)


def words_in(words: Words, span: Span) -> Words:
    """The words of a stretch of a sentence, also of one in quotation marks."""
    text, offset = words.sentence.text, words.sentence.span.start
    texts: list[str] = []
    spans: list[Span] = []
    _add_words(text, span.start - offset, span.end - offset, texts, spans)
    spans = [Span(start + offset, end + offset) for start, end in spans]
    return Words(texts, spans, words.sentence, {})


def _add_words(clean: str, start: int, end: int, texts: list[str], spans: list[Span]) -> None:
    left = max(0, _MOST - len(texts))
    for match in islice(_WORD.finditer(clean, start, max(start, end)), left):
        texts.append(_folded(match.group()))
        spans.append(Span(*match.span()))


@lru_cache(maxsize=20 * _KNOWN)
def _folded(word: str) -> str:
    return plain(word).casefold()


def _key(word: str) -> str:
    return "#" if word[0].isdigit() else word[:_KEY]


class _Step(NamedTuple):
    """One place of a turn: the words that may stand there, after up to `gap` others."""

    exact: frozenset[str]
    begins: tuple[str, ...]
    gap: int
    number: bool

    def fits(self, word: str) -> bool:
        return (
            word in self.exact
            or word.startswith(self.begins)
            or (self.number and word[0].isdigit())
        )

    @property
    def keys(self) -> frozenset[str]:
        """The first letters of the words that fit."""
        return frozenset(map(_key, (*self.exact, *self.begins)))

    @property
    def commonness(self) -> tuple[bool, int]:
        """How likely any sentence has one of its words: small words are in most."""
        return any(len(word) <= _KEY for word in self.exact), len(self.exact) + len(self.begins)


class _Written(NamedTuple):
    """A turn as the data has it."""

    label: str
    steps: tuple[_Step, ...]
    begins: bool  # only at the beginning of a sentence
    ends: bool
    needs: frozenset[str]  # first letters, some of which are in every sentence that has it


class Turns:
    """Turns of phrase under their labels, found together in one reading of a sentence."""

    def __init__(self, turns: Mapping[str, Iterable[str]], groups: Mapping[str, Iterable[str]]):
        # By their first word, or by its first letters where only these are given.
        self._by_word: dict[str, list[_Written]] = defaultdict(list)
        self._by_beginning: dict[str, list[_Written]] = defaultdict(list)
        for label, lines in turns.items():
            for line in lines:
                self._add(label, line, groups)
        self._keys = {*map(_key, self._by_word), *self._by_beginning}
        self._begun_by = lru_cache(maxsize=_KNOWN)(self._first)

    def _add(self, label: str, line: str, groups: Mapping[str, Iterable[str]]) -> None:
        begins, ends = line.startswith("^"), line.endswith("$")
        steps = tuple(_steps(line.strip("^$ ").translate(_JOINS), groups))
        keyed = (step for step in steps[1:] if all(len(word) >= _KEY for word in step.begins))
        rarest = min(keyed, key=lambda step: step.commonness, default=steps[0])
        turn = _Written(label, steps, begins, ends, rarest.keys)
        for word in steps[0].exact:
            (self._by_beginning if word == "#" else self._by_word)[word].append(turn)
        for key in {word[:_KEY] for word in steps[0].begins}:
            self._by_beginning[key].append(turn)

    def of(self, words: Words) -> Iterator[Turn]:
        """Every turn of a sentence, the first of a label for each word it begins with."""
        texts, keys = words.texts, words.keys
        by_word, by_beginning = self._by_word, self._by_beginning
        if self._keys.isdisjoint(keys):
            return
        likely: dict[str, list[_Written]] = {}  # turns that a word may begin in this sentence
        for place, beginning in enumerate(words.beginnings):
            word = texts[place]
            if word not in by_word and beginning not in by_beginning:
                continue
            if word not in likely:
                begun = self._begun_by(word)
                likely[word] = [one for one in begun if not one.needs.isdisjoint(keys)]
            met: set[str] = set()
            for turn in likely[word]:
                if turn.label in met or (turn.begins and place):
                    continue
                after = _follow(texts, place + 1, turn.steps, 1)
                if after and not (turn.ends and after < len(texts)):
                    met.add(turn.label)
                    yield Turn(turn.label, place, after)

    def _first(self, word: str) -> tuple[_Written, ...]:
        begun = self._by_beginning.get(_key(word), ())
        return (*self._by_word.get(word, ()), *(one for one in begun if one.steps[0].fits(word)))


def _steps(line: str, groups: Mapping[str, Iterable[str]]) -> Iterator[_Step]:
    gap = 0
    for item in line.split():
        if item in _GAPS:
            gap += _GAPS[item]
            continue
        exact: list[str] = []
        begins: list[str] = []
        for choice in item.split("|"):
            for word in groups[choice[1:]] if choice.startswith("@") else (choice,):
                (begins if word.endswith("*") else exact).append(_folded(word.rstrip("*")))
        yield _Step(frozenset(exact), tuple(begins), gap, "#" in exact)
        gap = 0


def _follow(texts: list[str], place: int, steps: tuple[_Step, ...], step: int) -> int:
    """The place after the last word of a turn whose first steps are taken; 0 if it is none."""
    if step == len(steps):
        return place
    wanted = steps[step]
    for candidate in range(place, min(place + wanted.gap + 1, len(texts))):
        if wanted.fits(texts[candidate]):
            after = _follow(texts, candidate + 1, steps, step + 1)
            if after:
                return after
    return 0


@cache
def turns_of(topic: str, table: str, language: str) -> Turns:
    """The turns in a table of a topic's file in a language."""
    words = lexicon(topic, language)
    return Turns(words.get(table, {}), words.get("groups", {}))
