"""Noun phrases as far as intake needs them: where the name of an occasion begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reports.intake import gazetteer

LONGEST = 14  # words
_DASHES = frozenset("–—-")
_WORD = re.compile(r"[^\W_]+(?:[.’'&/-][^\W_]+)*|&")
_TITLE = re.compile(r"(?:[^\W\d_a-z][\w’'-]*\s+(?:(?:of|the|in|for|and|to|at)\s+)*){5}")
_OWN = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"[ld]['’]", re.IGNORECASE)
_BREAK = re.compile(r",(?!\d)|[;:()\[\]“”„«»\"!?…]|(?<![A-Z])\.(?=\s|$)|\s[–—-]\s?")


@dataclass(frozen=True)
class Phrases:
    """The words of a language that bound a phrase."""

    articles: frozenset[str]
    stops: frozenset[str]
    place: frozenset[str]
    ands: frozenset[str]
    of: frozenset[str]
    ties: dict[str, list[str]]  # a word that ends a phrase, and after which it does not
    pairs: frozenset[str]  # with these a phrase goes on after "and": "between"
    genitive: tuple[str, ...]
    inside_endings: tuple[str, ...]  # of where something was: a name begins behind such a word
    skip: re.Pattern[str] | None  # before what is commemorated: "what is called", "those killed in"
    misfortunes: frozenset[str]
    kinds: frozenset[str]  # what may be commemorated: they belong to a name before them

    @classmethod
    def of_book(
        cls, book: dict[str, Any], articles: Sequence[str], inside_endings: Sequence[str]
    ) -> "Phrases":
        skip = book.get("skip")
        return cls(
            articles=frozenset(articles),
            stops=frozenset(book["stops"]),
            place=frozenset(book["place"]),
            ands=frozenset(book["and"]),
            of=frozenset(book.get("of", ["of", "for"])),
            ties=book.get("ties", {}),
            pairs=frozenset(book.get("pairs", ())),
            genitive=tuple(book.get("genitive", ())),
            inside_endings=tuple(inside_endings),
            skip=re.compile(rf"\s*(?:{skip})", re.IGNORECASE) if skip else None,
            misfortunes=frozenset(book["misfortunes"]),
            kinds=frozenset(book["kinds"]) | frozenset(book["misfortunes"]),
        )

    def after(self, text: str, start: int) -> tuple[int, int] | None:
        """The phrase that begins after `start`, without its article."""
        if self.skip and (before := self.skip.match(text, start)):
            start = before.end()
        words = self._words(text, start, self._limit(text, start))
        while words and words[0][0].casefold() in self.articles:
            words = words[1:]
        kept = self._kept(words)
        if not kept:
            return None
        elided = _ELIDED.match(kept[0][0])
        return kept[0][1] + (elided.end() if elided else 0), kept[-1][2]

    def _limit(self, text: str, start: int) -> int:
        """Where a sign ends the phrase; not in "the January – tragedy"."""
        for found in _BREAK.finditer(text, start):
            after = _WORD.match(text, found.end())
            tied = after and after[0].casefold() in self.misfortunes
            if found[0].strip() not in _DASHES or not tied:
                return found.start()
        return len(text)

    def _kept(self, words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        named = False
        kept: list[tuple[str, int, int]] = []
        for at, (word, _start, _end) in enumerate(words[:LONGEST]):
            small = word.casefold()
            following = words[at + 1][0] if at + 1 < len(words) else ""
            tied = bool(kept) and kept[-1][0].casefold() in self.ties.get(small, ())
            ends = small in self.stops and not word[0].isupper() and not tied
            paired = any(word.casefold() in self.pairs for word, *_place in kept)
            ends = ends or (small in self.ands and bool(kept) and named and not paired)
            ends = ends or (small in self.place and not tied and named and following[:1].isupper())
            if ends:
                break
            named = named or word[0].isupper()
            kept.append(words[at])
        while kept and kept[-1][0].casefold() in self.articles | self.place | self.ands | self.of:
            kept.pop()
        return kept

    def before(self, text: str, end: int) -> tuple[int, int] | None:
        """The name that stands right before `end`: capitalised words and what ties them."""
        start = 0
        for found in _BREAK.finditer(text, 0, end):
            start = found.end()
        words = self._words(text, start, end)
        kept: list[tuple[str, int, int]] = []
        for word in reversed(words[-LONGEST:]):
            small = _OWN.sub("", word[0].casefold())
            is_owner = not kept and self._is_owner(word[0])  # "diplomatiyasının 100 illiyi"
            known = is_owner or small in self.of | self.articles | self.kinds
            if not word[0][0].isupper() and not known:
                break
            if kept and (small in self.stops or small.endswith(self.inside_endings)):
                break
            kept.insert(0, word)
        while kept and not kept[0][0][0].isupper():
            kept.pop(0)
        while kept and not (
            kept[-1][0][0].isupper() or self._is_kind(kept[-1][0]) or self._is_owner(kept[-1][0])
        ):
            kept.pop()
        if kept and kept[0][0].casefold() in self.articles:
            kept.pop(0)
        if not kept:
            return None
        name, first, _last = kept[-1]
        return kept[0][1], first + len(self._bare(name))

    def _is_owner(self, word: str) -> bool:
        """Whether a word has the ending of a possessive that the language gives every word."""
        return bool(self.genitive) and self._bare(word) != _OWN.sub("", word)

    def _bare(self, word: str) -> str:
        """Without the ending of a possessive."""
        own = _OWN.sub("", word)
        for ending in self.genitive:
            if own.endswith(ending) and len(own) > len(ending) + 4:
                return own.removesuffix(ending)
        return own

    def _is_kind(self, word: str) -> bool:
        return _OWN.sub("", word.casefold()) in self.kinds

    def around(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A named day with the country whose it is: "Georgia’s … ", "… of the Republic of Fiji"."""
        before = re.search(r"([^\W\d_][\w’'-]*)\s+$", text[max(0, start - 40) : start])
        if before:
            word = _OWN.sub("", before[1])
            nation = word[:1].isupper() and bool(gazetteer.country_of(word))
            # A capital at the start of a sentence or in a headline in title case tells nothing.
            named = word[:1].isupper() and start > len(before[0]) and not _TITLE.match(text)
            if nation or named:
                start -= len(before[0])
                return start, end
        of = re.match(rf"\s+(?:{'|'.join(map(re.escape, self.of))})\s+", text[end : end + 12])
        if of:
            phrase = self.after(text, end + of.end())
            if phrase and text[phrase[0] : phrase[1]] != text[phrase[0] : phrase[1]].lower():
                return start, phrase[1]
        return start, end

    def _words(self, text: str, start: int, end: int) -> list[tuple[str, int, int]]:
        return [(match[0], *match.span()) for match in _WORD.finditer(text, start, end)]
