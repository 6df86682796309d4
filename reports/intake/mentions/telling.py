"""How each sentence of a report tells: of the gathering itself, of what was said, of the past."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.quotations import find_quotations
from reports.intake.mentions.wording import Phrasebook, Worded, worded

_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True)
class Telling:
    """One sentence, with what it is about."""

    sentence: Sentence
    number: int  # counted from the first sentence of the body; -1 for headline and standfirst
    held: tuple[int, ...]  # where the words stand that say something takes place
    gathering: bool  # it calls the gathering by a noun
    said: bool
    background: bool
    future: tuple[int, ...]  # where it speaks of what is to come
    elsewhere: bool  # another gathering than that of the report
    quoted: tuple[Span, ...]

    def is_quoted(self, span: Span) -> bool:
        return any(quote.meets(span) for quote in self.quoted)

    def is_to_come(self, span: Span) -> bool:
        """Whether what is said last before it is still to come, or after what it begins with.

        "… at the museum, and will remain open" does not say so of the museum.
        """
        if not self.future:
            return False
        begins = span.start - self.sentence.span.start < 20
        if not self.held:
            return self.future[0] < span.start or begins
        before = max((at for at in self.future if at < span.start), default=None)
        return before is not None and not any(before < at < span.start for at in self.held)

    def from_held(self, span: Span) -> int | None:
        """How many characters the nearest word of taking place is away."""
        next_one = bisect_left(self.held, span.start)
        near = self.held[max(0, next_one - 1) : next_one + 2]
        return min((min(abs(at - span.start), abs(at - span.end)) for at in near), default=None)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years it names."""
        return tuple(int(year) for year in _YEAR.findall(self.sentence.text))


@lru_cache(maxsize=4)
def tellings(document: Document) -> tuple[Telling, ...]:
    """How every sentence tells, in the order of the document. Asked more than once a report."""
    words = _words(document.language)
    quoted = speech_in(document)
    found, number = [], 0
    for line in worded(document):
        in_body = line.sentence.paragraph >= 0
        found.append(_telling(line, number if in_body else -1, words, quoted))
        number += in_body
    return tuple(found)


LONG = 25  # characters; shorter quotations are titles and single words


@lru_cache(maxsize=4)
def speech_in(document: Document) -> tuple[Span, ...]:
    """What is quoted at some length, as speech is."""
    return tuple(
        quotation.outer
        for quotation in find_quotations(document)
        if quotation.inner.end - quotation.inner.start > LONG
    )


_TOLD = ("held", "gathering", "said", "before", "had")
NEAR = 15  # characters


@dataclass(frozen=True)
class _Words:
    held: Phrasebook
    gathering: Phrasebook
    said: Phrasebook
    before: Phrasebook
    had: Phrasebook
    elsewhere: Phrasebook
    future: Phrasebook
    next_day: frozenset[str]  # which is none of the future, and of the same gathering


@cache
def _words(language: str) -> _Words:
    book, days = lexicon("happening", language), lexicon("dates", language)["words"]
    next_day = days.get("next_day", [])
    own = (Phrasebook(book[name]) for name in _TOLD)
    return _Words(
        *own,
        elsewhere=Phrasebook([*book["elsewhere"], *next_day]),
        future=Phrasebook([*days["future"], *next_day]),
        next_day=frozenset(next_day),
    )


def _telling(line: Worded, number: int, words: _Words, quoted: tuple[Span, ...]) -> Telling:
    future, elsewhere = (
        [found for found in book.found(line) if found.phrase not in words.next_day]
        for book in (words.future, words.elsewhere)
    )
    speech = tuple(span for span in quoted if span.meets(line.sentence.span))
    # "had gathered" and "will be held" tell of other days.
    other = [found.end for found in (*words.had.found(line), *future)]
    held = tuple(
        found.start
        for found in words.held.found(line)
        if not any(-NEAR <= found.start - end <= NEAR and end < found.end for end in other)
    )
    return Telling(
        sentence=line.sentence,
        number=number,
        held=held,
        gathering=words.gathering.is_in(line),
        said=words.said.is_in(line),
        background=not held and words.before.is_in(line),
        future=tuple(
            found.start
            for found in future
            if not any(span.start < found.start < span.end for span in speech)
        ),
        elsewhere=bool(elsewhere),
        quoted=speech,
    )
