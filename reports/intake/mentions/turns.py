"""Turns of phrase that give something away, as data writes them, and where a sentence has them.

A turn is words in small letters, `minute|moment of .. silence`, in which

    a|b    is one of these words         word*  is a word that begins so (three letters or more)
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

QUOTED = "“”"  # stands for a quotation among the words of a sentence
_WORD = re.compile(r"[^\W_]+")
_GAPS = {"..": 2, "…": 7, "……": 14}
_JOINS = str.maketrans("'’-", "   ")  # what stands between words inside a turn
_MOST = 400  # words of a sentence that are read; a longer one is a table
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
        return ["#" if word[0].isdigit() else word[:_KEY] for word in self.texts]

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


def _folded(word: str) -> str:
    # The capital İ is folded to i and a dot above; the dot is no letter of the data.
    return word.casefold().replace("i\u0307", "i")


class _Step(NamedTuple):
    """One place of a turn: the words that may stand there, after up to `gap` others."""

    exact: frozenset[str]
    begins: tuple[str, ...]
    gap: int

    def fits(self, word: str) -> bool:
        return (
            word in self.exact
            or word.startswith(self.begins)
            or ("#" in self.exact and word[0].isdigit())
        )


class _Written(NamedTuple):
    """A turn as the data has it."""

    label: str
    steps: tuple[_Step, ...]
    begins: bool  # only at the beginning of a sentence
    ends: bool


class Turns:
    """Turns of phrase under their labels, found together in one reading of a sentence."""

    def __init__(self, turns: Mapping[str, Iterable[str]], groups: Mapping[str, Iterable[str]]):
        # By their first word, or by its first letters where only these are given.
        self._by_word: dict[str, list[_Written]] = defaultdict(list)
        self._by_beginning: dict[str, list[_Written]] = defaultdict(list)
        for label, lines in turns.items():
            for line in lines:
                self._add(label, line, groups)

    def _add(self, label: str, line: str, groups: Mapping[str, Iterable[str]]) -> None:
        begins, ends = line.startswith("^"), line.endswith("$")
        steps = tuple(_steps(line.strip("^$ ").translate(_JOINS), groups))
        turn = _Written(label, steps, begins, ends)
        for word in steps[0].exact:
            (self._by_beginning if word == "#" else self._by_word)[word].append(turn)
        for key in {word[:_KEY] for word in steps[0].begins}:
            self._by_beginning[key].append(turn)

    def of(self, words: Words) -> Iterator[Turn]:
        """Every turn of a sentence, the first of a label for each word it begins with."""
        texts, by_word, by_beginning = words.texts, self._by_word, self._by_beginning
        for place, beginning in enumerate(words.beginnings):
            word = texts[place]
            if word not in by_word and beginning not in by_beginning:
                continue
            met: set[str] = set()
            likely = [one for one in by_beginning.get(beginning, ()) if one.steps[0].fits(word)]
            for turn in (*by_word.get(word, ()), *likely):
                if turn.label in met or (turn.begins and place):
                    continue
                after = _follow(texts, place + 1, turn.steps, 1)
                if after and not (turn.ends and after < len(texts)):
                    met.add(turn.label)
                    yield Turn(turn.label, place, after)


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
        yield _Step(frozenset(exact), tuple(begins), gap)
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
