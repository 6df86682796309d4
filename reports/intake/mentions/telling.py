"""How each sentence of a report tells: of the gathering itself, of what was said, of the past."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reports.intake.document import Document, Sentence, Span
from reports.intake.lexicon import lexicon


@dataclass(frozen=True)
class Telling:
    """One sentence, with what it is about."""

    sentence: Sentence
    number: int  # counted from the first sentence of the body; -1 for headline and standfirst
    held: tuple[int, ...]  # where the words stand that say something takes place
    gathering: bool  # it calls the gathering by a noun
    said: bool
    background: bool
    quoted: tuple[Span, ...]

    def is_quoted(self, span: Span) -> bool:
        return any(quote.meets(span) for quote in self.quoted)

    def from_held(self, span: Span) -> int | None:
        """How many characters the nearest word of taking place is away."""
        return min(
            (min(abs(at - span.start), abs(at - span.end)) for at in self.held), default=None
        )


def tellings(document: Document) -> list[Telling]:
    """How every sentence tells, in the order of the document."""
    words = _words(document.language)
    found, number = [], 0
    for sentence in document.sentences:
        in_body = sentence.paragraph >= 0
        found.append(_telling(sentence, number if in_body else -1, words))
        number += in_body
    return found


@dataclass(frozen=True)
class _Words:
    held: re.Pattern[str]
    gathering: re.Pattern[str]
    said: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    book = lexicon("happening", language)
    return _Words(*(_any(book[name]) for name in ("held", "gathering", "said", "before")))


def _any(words: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    escaped = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<![^\W_])(?:{escaped})(?![^\W_])", re.IGNORECASE)


_QUOTE = re.compile(r"[“«„\"][^”»“\"]{30,}(?:[”»“\"]|$)")


def _telling(sentence: Sentence, number: int, words: _Words) -> Telling:
    text, offset = sentence.text, sentence.span.start
    return Telling(
        sentence=sentence,
        number=number,
        held=tuple(match.start() + offset for match in words.held.finditer(text)),
        gathering=bool(words.gathering.search(text)),
        said=bool(words.said.search(text)),
        background=bool(words.before.search(text)),
        quoted=tuple(
            Span(match.start() + offset, match.end() + offset) for match in _QUOTE.finditer(text)
        ),
    )
