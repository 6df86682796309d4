"""Who made a work that is named: `by` them, theirs, or with `director` before their name."""

import re
from dataclasses import dataclass
from typing import Any

from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.turns import QUOTED, Turn, Words

_REACH = 14  # words from `by` to the name: `by the founder and editor of …, NAME`
_OWNED = 3  # words between an owner and what is theirs
_INITIAL = r"[^\W\d_a-zß-öø-ÿə]"
_SMALL = r"(?:van|von|der|den|de|da|dos|del|al|el|bin|ibn|di|la|ter)"
_WORD = rf"{_INITIAL}(?:\.{_INITIAL})*(?:\.|(?:[\w-]|[’'](?=\w\w))*\w)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{1,3}}")
_ONE_NAME = re.compile(rf"\s({_WORD})(?=\s*(?:[,.;)]|$))")
_OWNER = re.compile(r"[’']s?\s")
_IN_BRACKETS = re.compile(r"[”\"’'»“]?\s*\([^()]{0,150}\)")

Named = list[tuple[Span, str]]


def creator_of(
    document: Document, words: Words, place: int, kind: Turn | None, people: Named
) -> str:
    """The name of who made the work whose title stands at a place; empty when it is not said."""
    search = _Search(document, words, people, lexicon("works", document.language))
    first = min(kind.first, place) if kind else place
    ways = (
        search.after_title(place),
        search.between(kind, place) if kind else "",
        search.owner(first),
        search.themselves(first),
        search.maker(),
    )
    return next(filter(None, ways), "")


@dataclass(frozen=True)
class _Search:
    """The ways in which a sentence may tell who made a work."""

    document: Document
    words: Words
    people: Named
    book: dict[str, Any]

    def after_title(self, place: int) -> str:
        """`“X” by NAME`, `“X” (2019), a film directed by the Chilean director NAME`."""
        texts, clean = self.words.texts, self.document.clean
        end = next((at for at in range(place + 1, len(texts)) if texts[at] == QUOTED), len(texts))
        bracket = _IN_BRACKETS.match(clean, self.words.spans[place].end)
        start = bracket.end() if bracket else 0
        first = next(
            (at for at in range(place + 1, end) if self.words.spans[at].start >= start), end
        )
        return self._by(first, min(first + _REACH, end), end)

    def between(self, kind: Turn, place: int) -> str:
        """`a film by NAME, “X”`."""
        return self._by(kind.after, place, place)

    def _by(self, first: int, last: int, end: int) -> str:
        texts = self.words.texts
        for at in range(first, last):
            if texts[at] in self.book["by"] and (at == first or texts[at - 1] in self.book["made"]):
                return self._name_after(at, end)
        return ""

    def _name_after(self, at: int, end: int) -> str:
        start = self.words.spans[at].end
        until = self.words.spans[min(at + _REACH, end, len(self.words.spans)) - 1].end
        for span, name in self.people:
            if start <= span.start < until:
                return name
        alone = _ONE_NAME.match(self.document.clean, start, until)
        match = alone or _NAME.search(self.document.clean, start, until)
        return self._name(match.group()) if match else ""

    def _name(self, text: str) -> str:
        """A name without the `Director` before it."""
        parts = text.split()
        while len(parts) > 1 and parts[0].casefold() in self.book["maker"]:
            del parts[0]
        return " ".join(parts)

    def owner(self, first: int) -> str:
        """`NAME’s “X”`, `NAME’s film “X”`."""
        start, clean = self.words.spans[first].start, self.document.clean
        owners = [(span.end, name) for span, name in self.people]
        # A name of one word may be a country's.
        for match in _NAME.finditer(clean, self.words.sentence.span.start, start):
            owners.append((match.end(), self._name(match.group())))
        for end, name in sorted(owners, reverse=True):
            if end <= start and _OWNER.match(clean, end):
                return name if len(clean[end:start].split()) - 1 <= _OWNED else ""
        return ""

    def themselves(self, first: int) -> str:
        """`NAME presented his film “X”`."""
        if not any(one in self.book["own"] for one in self.words.texts[max(0, first - 3) : first]):
            return ""
        until = self.words.spans[first].start
        earlier = [name for span, name in self.people if span.end <= until]
        return earlier[-1] if earlier else ""

    def maker(self) -> str:
        """`director NAME`, in a sentence that names one work."""
        if len(self.words.quoted) != 1:
            return ""
        for span, name in self.people:
            before = [at for at, one in enumerate(self.words.spans) if one.end <= span.start]
            if before and self.words.texts[before[-1]] in self.book["maker"]:
                return name
        return ""
