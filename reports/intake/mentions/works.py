"""Films, music, books, poems, exhibitions and plays that a report names by their titles.

A title stands in quotation marks near a word that says what it is of, or in capitals after one.
Campaigns, themes, prizes and words that were said stand in quotation marks as well, and are none.
The words are data, `words/<language>/works.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from events.names import name_key
from reports.intake.document import Document, Span
from reports.intake.mentions.creators import creator_of
from reports.intake.mentions.turns import Turn, Words, turns_of, words_by_sentence
from reports.intake.proposal import ProposedPerson, ProposedWork

_LONGEST = 16  # words of a title
_ROUND_IT = ",.;: \n\t"
# Words between a title and what says its kind, before and after it; and the same for what is
# done with works, and for names of other things.
_KIND, _DEED, _OTHER = (8, 3), (2, 3), (2, 1)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿə][\w’'-]*"
_SMALL = r"(?:of|the|in|and|to|a|for|on|with|from|de|du|des|la|le|les|et|en|del|y|und|der|die)"
_CAPITALS = re.compile(rf"\s({_CAPITAL}(?:\s(?:{_SMALL}\s){{0,2}}(?:{_CAPITAL}|\d+)){{0,8}})")


def find_works(document: Document, people: Sequence[ProposedPerson]) -> list[ProposedWork]:
    """Every work that is named, once, in the order of the text."""
    named = sorted((span, one.name) for one in people for span in one.spans or (one.span,))
    found: dict[str, ProposedWork] = {}
    for words in words_by_sentence(document):
        inside = [one for one in named if words.sentence.span.holds(one[0])]
        for work in _Reader(document, words, inside).works():
            key = name_key(work.title)
            if key and (key not in found or _worth(work) > _worth(found[key])):
                found[key] = work
    return sorted(found.values(), key=lambda work: work.span)


def _worth(work: ProposedWork) -> tuple[bool, float]:
    return bool(work.creator), work.confidence


@dataclass(frozen=True)
class _Reader:
    """One reading of a sentence for titles and for those who made what they name."""

    document: Document
    words: Words
    people: list[tuple[Span, str]]

    def works(self) -> Iterator[ProposedWork]:
        quoted = list(self._quoted()) if self.words.quoted else []
        yield from quoted
        if not quoted:
            yield from self._unquoted()

    def _quoted(self) -> Iterator[ProposedWork]:
        kinds, deeds = self._turns("kinds"), self._turns("deeds")
        others, said = self._turns("others"), self._turns("said")
        before: tuple[int, str] | None = None  # the last title, and its kind
        for place, inner in self.words.quoted.items():
            title = _trimmed(self.document, inner)
            if not self._is_title(title):
                continue
            by_kind = _nearest(place, kinds, _KIND)
            other = _nearest(place, others, _OTHER)
            told = by_kind if _is_nearer(by_kind, other, place) else None
            if not told and not other:
                told = _nearest(place, deeds, _DEED)
            if told and _nearest(place, said, (1, 0)):
                told = None
            if told:
                kind = told.label
            elif before and not other and self._goes_on(before[0], place):
                kind = before[1]
            else:
                continue
            before = place, kind
            creator = creator_of(self.document, self.words, place, told, self.people)
            yield self._work(title, kind, creator, 0.85 if told in kinds else 0.7)

    def _unquoted(self) -> Iterator[ProposedWork]:
        for turn in self._turns("unquoted"):
            spans = self.words.spans
            last = spans[turn.after - 1]
            if not self.document.clean[last.start].islower():
                continue  # a name: the Documentary Film Studio
            match = _CAPITALS.match(self.document.clean, last.end, self.words.sentence.span.end)
            if not match:
                continue
            title = Span(*match.span(1))
            if " " not in match.group(1) or any(title.meets(span) for span, _ in self.people):
                continue
            if self._turns_in(title, "institutions"):
                continue
            place = next(i for i, span in enumerate(spans) if span.start >= title.start)
            creator = creator_of(self.document, self.words, place, turn, self.people)
            yield self._work(title, turn.label, creator, 0.55)

    def _work(self, title: Span, kind: str, creator: str, confidence: float) -> ProposedWork:
        return ProposedWork(self.document.words_of(title), kind, title, creator, confidence)

    def _turns(self, table: str) -> list[Turn]:
        return list(turns_of("works", table, self.document.language).of(self.words))

    def _turns_in(self, span: Span, table: str) -> bool:
        return any(
            span.meets(self.words.span(turn.first, turn.after)) for turn in self._turns(table)
        )

    def _is_title(self, title: Span) -> bool:
        words = self.document.clean[title.start : title.end].split()
        return bool(words) and len(words) <= _LONGEST and any(one[0].isalnum() for one in words)

    def _goes_on(self, before: int, place: int) -> bool:
        """Whether a title is the next of a list: only a comma, an `and` or a name between."""
        between = self.words.texts[before + 1 : place]
        return len(between) <= 1 or (len(between) <= 6 and between[0] in ("by", "and"))


def _nearest(place: int, turns: Iterable[Turn], reach: tuple[int, int]) -> Turn | None:
    """The turn that stands nearest to a title, before it rather than after."""
    near = [turn for turn in turns if _gap(place, turn, reach) is not None]
    return min(near, key=lambda turn: _gap(place, turn, reach), default=None)


def _gap(place: int, turn: Turn, reach: tuple[int, int]) -> float | None:
    before, after = place - turn.after, turn.first - place - 1
    if 0 <= before <= reach[0]:
        return before
    if 0 <= after <= reach[1]:
        return after + 0.5
    if turn.first <= place < turn.after:
        return 0
    return None


def _is_nearer(turn: Turn | None, other: Turn | None, place: int) -> bool:
    if not turn or not other:
        return bool(turn)
    return (_gap(place, turn, _KIND) or 0) < (_gap(place, other, _OTHER) or 0)


def _trimmed(document: Document, inner: Span) -> Span:
    start, end = inner
    while end > start and document.clean[end - 1] in _ROUND_IT:
        end -= 1
    return Span(start, end)
