"""Who made a work that is named: `by` them, theirs, or with `director` before their name."""

import re
from dataclasses import dataclass
from typing import Any

from reports.intake.document import Document, Span
from reports.intake.language import is_small_word
from reports.intake.lexicon import lexicon
from reports.intake.mentions.nations import nation_of
from reports.intake.mentions.pieces import composer_before
from reports.intake.mentions.turns import QUOTED, Turn, Words, turns_of

_REACH = 14  # words from `by` to the name: `by the founder and editor of …, NAME`
_OWNED = 3  # words between an owner and what is theirs
_OFFICE = 5  # words from `author of` to the title
_MADE = 4  # words from `written` to its `by`
_INITIAL = r"[^\W\d_a-zß-öø-ÿə]"
_SMALL = r"(?:van|von|der|den|de|da|dos|del|al|el|bin|ibn|di|la|ter)"
_WORD = rf"{_INITIAL}(?:\.{_INITIAL})*(?:\.|(?:[\w-]|[’'](?=\w\w))*\w)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{1,3}}")
_ONE_NAME = re.compile(rf"\s({_WORD})(?=\s*(?:[,.;)]|$)|\s([^\W\d_]+))")
_APPOSED = re.compile(r",?\s(?:(?:the|a|an)\s)?")
_OWNER = re.compile(r"[’']s?\s")
_IN_BRACKETS = re.compile(r"[”\"’'»“]?\s*\(([^()]{0,150})\)")
_CREDIT = re.compile(rf"({_NAME.pattern})(?=,\s*(?:[^\W\d]+\s)?\d|,?\s*$)")

Named = list[tuple[Span, str]]


def creator_of(
    document: Document,
    words: Words,
    place: int,
    kind: Turn | None,
    people: Named,
    *,
    rendered: bool = False,
) -> str:
    """The name of who made the work whose title stands at a place; empty when it is not said."""
    search = _Search(document, words, people, lexicon("works", document.language))
    first = min(kind.first, place) if kind and kind.after <= place else place
    if name := search.in_brackets(place):
        return name
    if rendered:
        # `the singing of “X” by NAME`: they sang it; who made it is told by more than `by`.
        return search.after_title(place, rendered=True) or composer_before(document, words, place)
    ways = (
        search.named(kind) if kind and kind.after == place else "",
        search.after_title(place),
        search.between(kind, place) if kind else "",
        search.owner(first),
        search.themselves(first),
        search.active(first),
        search.office(first, place),
        search.maker(),
    )
    return next(filter(None, ways), "")


def credit_of(document: Document, words: Words, place: int, people: Named) -> str:
    """The name right after a title: `“X” by NAME`, `“X” (NAME, 2019)`."""
    search = _Search(document, words, people, lexicon("works", document.language))
    return search.in_brackets(place) or search.after_title(place)


def maker_told_apart(document: Document, words: Words, kind: str, people: Named) -> str:
    """Who made what other sentences name: `Directed by NAME, the film …`, `the author, NAME`."""
    language = document.language
    search = _Search(document, words, people, lexicon("works", language))
    for turn in turns_of("works", "offices", language).of(words):
        if turn.label == kind and (name := search.apposed(turn)):
            return name
    if words.quoted:
        return ""
    kinds = [one for one in turns_of("works", "kinds", language).of(words) if one.label == kind]
    if not kinds:
        return ""
    for table in ("makers", "follows"):
        for turn in turns_of("works", table, language).of(words):
            near = any(0 <= turn.first - one.after <= _REACH for one in kinds)
            made = words.texts[turn.first] in {*search.book["made"], *search.book["articles"]}
            if made and turn.label in (kind, "maker") and (near or not turn.first):
                return search.name_after(turn.after - 1, len(words.texts))
    return ""


@dataclass(frozen=True)
class _Search:
    """The ways in which a sentence may tell who made a work."""

    document: Document
    words: Words
    people: Named
    book: dict[str, Any]

    def after_title(self, place: int, *, rendered: bool = False) -> str:
        """`“X” by NAME`, `“X” (2019), a film directed by the Chilean director NAME`."""
        texts, spans = self.words.texts, self.words.spans
        bracket = _IN_BRACKETS.match(self.document.clean, spans[place].end)
        start = bracket.end() if bracket else spans[place].end
        last = len(texts)
        first = next((at for at in range(place + 1, last) if spans[at].start >= start), last)
        end = next((at for at in range(first, last) if texts[at] == QUOTED), last)
        if rendered and (first == end or texts[first] not in self.book["made"]):
            return ""
        return self._by(first, min(first + _REACH, end), end)

    def in_brackets(self, place: int) -> str:
        """`“X” (NAME, 2019, 80 min)`, `“X” (dir. NAME)`."""
        bracket = _IN_BRACKETS.match(self.document.clean, self.words.spans[place].end)
        if not bracket:
            return ""
        first, last = bracket.span(1)
        inside = [at for at, span in enumerate(self.words.spans) if first <= span.start < last]
        rendered = self.book.get("rendered", ())
        for at in inside:
            if self.words.texts[at] in (*self.book["by"], *self.book["directed"]):
                performed = self.words.texts[at - 1] in rendered
                return "" if performed else self.name_after(at, inside[-1] + 1)
        # Of a title in two languages the other stands in brackets, with no year and known to none.
        credit = _CREDIT.match(self.document.clean, first, last)
        known = credit and any(span.start == first for span, _name in self.people)
        return credit[1] if credit and (known or credit.end() < last) else ""

    def between(self, kind: Turn, place: int) -> str:
        """`a film by NAME, “X”`, `the memoirs of the historian NAME “X”`."""
        start, links = self.words.spans[place].start, {*self.book["by"], *self.book["of"]}
        last = next((name for span, name in self.people if 0 < start - span.end <= 2), "")
        if last and not links.isdisjoint(self.words.texts[kind.after : place]):
            return last
        return self._by(kind.after, place, place)

    def _by(self, first: int, last: int, end: int) -> str:
        texts = self.words.texts
        for at in range(first, last):
            made = at == first or texts[at - 1] in self.book["made"]
            # `“X”, written for the evening by NAME`
            made = made or (texts[first] in self.book["made"] and at - first <= _MADE)
            if made and texts[at] in self.book["by"]:
                return self.name_after(at, end)
            if at > first and made and texts[at] in self.book["of"]:
                start = self.words.spans[at].end + 1  # the first novel of NAME
                if name := next((name for span, name in self.people if span.start == start), ""):
                    return name
        return ""

    def name_after(self, at: int, end: int) -> str:
        start = self.words.spans[at].end
        until = self.words.spans[min(at + _REACH, end, len(self.words.spans)) - 1].end
        near = [one for one in self.people if start <= one[0].start < until]
        alone = _ONE_NAME.match(self.document.clean, start, until)
        # `by Ravel with the pianist NAME`, but `by Chilean director NAME`.
        goes_on = alone and alone[2]
        apart = goes_on and is_small_word(goes_on) and goes_on not in self.book["of"]
        if apart and not nation_of(alone[1]):
            return next((name for span, name in near if span.start == alone.start(1)), alone[1])
        if near:
            return near[0][1]
        if alone and not goes_on:
            return self._name(alone[1])
        match = _NAME.search(self.document.clean, start, until)
        return self._name(match.group()) if match else ""

    def _name(self, text: str) -> str:
        """A name without the `French Director` before it."""
        parts = text.split()
        makers = [at for at, part in enumerate(parts) if part.casefold() in self.book["maker"]]
        return " ".join(parts[makers[-1] + 1 :] if makers else parts) or text

    def named(self, kind: Turn) -> str:
        """`a NAME film, “X”`."""
        start = self.words.spans[kind.first].start
        for span, name in self.people:
            if span.end + 1 == start:
                before = [at for at in range(kind.first) if self.words.spans[at].end < span.start]
                return name if before and self.words.texts[before[-1]] in ("a", "an") else ""
        return ""

    def owner(self, first: int) -> str:
        """`NAME’s “X”`, `NAME’s film “X”`."""
        start, clean = self.words.spans[first].start, self.document.clean
        owners = [(span.end, name) for span, name in self.people]
        # A name of one word may be a country's.
        for match in _NAME.finditer(clean, self.words.sentence.span.start, start):
            owners.append((match.end(), self._name(match.group())))
        for ending in self.book.get("genitive", ()):  # `NAMEnin “X” filmi`
            for end, name in owners:
                if end + 1 == start and name.endswith(ending):
                    known = (name for span, name in self.people if span.end == end)
                    return next(known, name).removesuffix(ending)
        for end, name in sorted(owners, reverse=True):
            if end <= start and _OWNER.match(clean, end):
                return name if len(clean[end:start].split()) - 1 <= _OWNED else ""
        return composer_before(self.document, self.words, first)

    def active(self, first: int) -> str:
        """`NAME wrote the novel “X”`."""
        for at in range(max(0, first - _OWNED), first):
            if self.words.texts[at] in self.book["makes"]:
                until = self.words.spans[at].start
                return next((name for span, name in self.people if span.end + 1 == until), "")
        return ""

    def office(self, first: int, place: int) -> str:
        """`NAME, author of the book “X”`, `the author of “X”, NAME`."""
        texts = self.words.texts
        for at in range(first - 1, max(-1, first - _OFFICE), -1):
            if texts[at] in self.book["maker"] and texts[at + 1] in self.book["of"]:
                before = self.apposed(Turn("", at, first), before_only=True)
                return before or self.apposed(Turn("", place, place + 1))
        return ""

    def apposed(self, turn: Turn, *, before_only: bool = False) -> str:
        """The name right before or after what somebody is."""
        clean, spans = self.document.clean, self.words.spans
        start, end = spans[turn.first].start, spans[turn.after - 1].end
        for span, name in self.people:
            before = span.end <= start and _APPOSED.fullmatch(clean, span.end, start)
            if before or (
                not before_only and end <= span.start and _APPOSED.fullmatch(clean, end, span.start)
            ):
                return name
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
