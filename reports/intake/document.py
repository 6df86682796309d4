"""A report's text as finders read it: sentences and words, with their places in the text as given.

Pure. All positions count characters of `WireCopy.text`; `clean` has the same length.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reports.intake.lexicon import lexicon

if TYPE_CHECKING:
    from reports.intake.wire import WireCopy


class Span(NamedTuple):
    """A stretch of the text: from `start` up to, not including, `end`."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


class Sentence(NamedTuple):
    """One sentence of the body, or the headline or standfirst as one."""

    span: Span
    text: str
    paragraph: int  # counted from 0; the headline and the standfirst are in -1


@dataclass(frozen=True)
class Document:
    """What the finders read: mended text, its language, its date and its sentences in order."""

    clean: str
    language: str
    published: date | None
    headline: Span | None
    dateline: Span | None
    sentences: tuple[Sentence, ...]  # the headline and the standfirst first, where there are any

    @classmethod
    def of(cls, copy: "WireCopy") -> "Document":
        tops = [span for span in (copy.headline, copy.standfirst) if span]
        sentences = [
            Sentence(span, copy.clean[span.start : span.end], -1)
            for top in tops
            for span in _bounded(copy.clean, top)
        ]
        for number, paragraph in enumerate(copy.paragraphs):
            for span in _sentences(copy.clean, paragraph, copy.language):
                sentences.append(Sentence(span, copy.clean[span.start : span.end], number))
        return cls(
            clean=copy.clean,
            language=copy.language,
            published=copy.published.first if copy.published else None,
            headline=copy.headline,
            dateline=copy.dateline,
            sentences=tuple(sentences),
        )

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences under the headline and the standfirst."""
        return tuple(sentence for sentence in self.sentences if sentence.paragraph >= 0)

    def words_of(self, span: Span) -> str:
        """The words at a place, on one line."""
        return " ".join(self.clean[span.start : span.end].split())

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence a character stands in; None for what was shed."""
        order, starts = self._by_start
        found = bisect_right(starts, position) - 1
        if found < 0 or position >= order[found].span.end:
            return None
        return order[found]

    @cached_property
    def _by_start(self) -> tuple[list[Sentence], list[int]]:
        order = sorted(self.sentences, key=lambda sentence: sentence.span)
        return order, [sentence.span.start for sentence in order]


# Finders weigh the words of a sentence against each other: one of a megabyte would take minutes.
LONGEST = 2000  # characters

# A sentence may end at these, with what closes after them.
_END = re.compile(r"[.!?…։。]+[\"'”’»)\]]*(?=\s|$|[^\W\d_])")
_INITIAL = re.compile(r"(?:^|[\s(.])\w\.$")
_WORD_BEFORE = re.compile(r"(?<![^\s(])[^\W\d_]{3,}$")
_ORDINAL = re.compile(r"\d{1,3}\.")
_NEXT_STARTS = re.compile(r"\s+[\"'“‘«(\[¿¡„]*(?:[^\W\d_]|\d)")


def _sentences(clean: str, paragraph: Span, language: str) -> Iterator[Span]:
    short = frozenset(lexicon("text", language).get("abbreviations", ()))
    start = paragraph.start
    for end in _END.finditer(clean, paragraph.start, paragraph.end):
        if end.start() < start or _goes_on(clean, start, end, short):
            continue
        yield from _bounded(clean, Span(start, end.end()))
        start = end.end()
    yield from _bounded(clean, Span(start, paragraph.end))


def _goes_on(clean: str, start: int, end: re.Match[str], short: frozenset[str]) -> bool:
    """Whether the stop is of an abbreviation, initial or address, or a small letter follows."""
    if clean[end.end() : end.end() + 1].isalpha():
        return not _is_glued(clean, start, end)
    following = clean[end.end() : end.end() + 12]
    begins = _NEXT_STARTS.match(following)
    if begins and following[begins.end() - 1].islower():
        return True
    if end.group() != ".":
        return False
    before = clean[max(start, end.start() - 20) : end.start() + 1]
    word = before.split()[-1].lstrip("\"'“‘«([").casefold() if before.split() else ""
    # German writes every ordinal so: "zum 191. Jahrestag".
    ordinal = "1." in short and _ORDINAL.fullmatch(word)
    return word in short or bool(ordinal) or bool(_INITIAL.search(before))


def _is_glued(clean: str, start: int, end: re.Match[str]) -> bool:
    """Whether the page lost the space after a sentence: "the embassy.The guests", no "News.Az"."""
    before = _WORD_BEFORE.search(clean, max(start, end.start() - 20), end.start())
    return bool(before) and before[0].islower() and clean[end.end()].isupper()


def _bounded(clean: str, span: Span) -> Iterator[Span]:
    """The span, in pieces where it is longer than anybody's sentence: nobody wrote a stop."""
    start = span.start
    while span.end - start > LONGEST:
        cut = clean.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield from _trimmed(clean, start, cut)
        start = cut
    yield from _trimmed(clean, start, span.end)


def _trimmed(clean: str, start: int, end: int) -> Iterator[Span]:
    while start < end and clean[start].isspace():
        start += 1
    while end > start and clean[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
