"""Films, music, books, poems, exhibitions and plays that a report names by their titles.

A title stands in quotation marks near a word that says what it is of, or in capitals after one.
Campaigns, themes, prizes and words that were said stand in quotation marks as well, and are none.
The words are data, `words/<language>/works.toml`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from events.names import name_key, words
from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.creators import creator_of, credit_of, maker_told_apart
from reports.intake.mentions.pieces import composer_before, pieces_of
from reports.intake.mentions.turns import Turn, Words, turns_of, words_by_sentence, words_in
from reports.intake.proposal import ProposedPerson, ProposedWork

_LONGEST = 16  # words of a title
_ROUND_IT = ",.;: \n\t"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿə][\w’'-]*"
_SMALL = r"(?:of|the|in|and|to|a|for|on|with|from|de|du|des|la|le|les|et|en|del|y|und|der|die)"
_CAPITALS = re.compile(rf"\s({_CAPITAL}(?:\s(?:{_SMALL}\s){{0,2}}(?:{_CAPITAL}|\d+)){{1,8}})")

_APART = re.compile(rf",{_CAPITALS.pattern}(?=,)")  # her novel, The Long Road, …


@dataclass(frozen=True)
class _Reach:
    """How many words may stand between a title and what tells of it, before and after it."""

    before: int
    after: int

    def gap(self, place: int, turn: Turn) -> float | None:
        """The words between; what stands before a title is nearer than what stands after."""
        before, after = place - turn.after, turn.first - place - 1
        if turn.first <= place < turn.after:
            return 0
        if 0 <= before <= self.before:
            return before
        return after + 0.5 if 0 <= after <= self.after else None

    def nearest(self, place: int, turns: Iterable[Turn]) -> tuple[float, Turn] | None:
        near = [(gap, turn) for turn in turns if (gap := self.gap(place, turn)) is not None]
        # Of two that begin or end at one word, the longer says more.
        return min(near, key=lambda one: (one[0], one[1].first - one[1].after), default=None)


_KIND, _DEED, _OTHER = _Reach(8, 3), _Reach(4, 3), _Reach(2, 1)
_JUST_BEFORE, _JUST_AFTER = _Reach(0, -1), _Reach(-1, 0)
_A_SAYING = 3  # words; a longer sentence with its full stop, after a colon, was said
_EARLIER = 6  # sentences in which the kind of what follows is told
_NAMED = _Reach(18, 3)  # `the memoirs of the historian and public figure NAME “X”`
_AGAIN = re.compile(r"\s*[(\[]\s*[\"'“”„«‘]")  # “X” (“what that means”)
_GLOSS = re.compile(r"\s*\([^()]{1,80}\),?\s*(?:[^\W\d_]{1,3}\s*)?")  # “X” (what it means), and “Y”
_CLOSE = 1  # words; so near to the word for its kind, it is surely a title


def find_works(document: Document, people: Sequence[ProposedPerson]) -> list[ProposedWork]:
    """Every work that is named, once, in the order of the text."""
    named = sorted((span, one.name) for one in people for span in one.spans or (one.span,))
    starts = [span.start for span, _name in named]
    found: dict[str, ProposedWork] = {}
    sentences = words_by_sentence(document)
    for number, sentence in enumerate(sentences):
        start, end = sentence.sentence.span
        inside = named[bisect_left(starts, start) : bisect_left(starts, end)]
        earlier = sentences[max(0, number - _EARLIER) : number]
        for work in _Reader(document, sentence, inside, earlier).works():
            key = name_key(work.title)
            if key and (key not in found or _worth(work) > _worth(found[key])):
                found[key] = work
    works = sorted(_whole(list(found.values())), key=lambda work: work.span)
    return list(_with_makers(document, works, named))


def _with_makers(
    document: Document, works: list[ProposedWork], people: list[tuple[Span, str]]
) -> Iterator[ProposedWork]:
    """The works, and who made them where a sentence that names none of them tells it."""
    told: dict[str, str] = {}
    for kind in {work.kind for work in works if not work.creator} - {"music"}:
        told[kind] = ""
        for sentence in words_by_sentence(document):
            if not told[kind]:
                inside = [one for one in people if sentence.sentence.span.meets(one[0])]
                told[kind] = maker_told_apart(document, sentence, kind, inside)
    for work in works:
        yield work if work.creator else replace(work, creator=told.get(work.kind, ""))


def _worth(work: ProposedWork) -> tuple[bool, float]:
    return bool(work.creator), work.confidence


def _whole(found: list[ProposedWork]) -> Iterator[ProposedWork]:
    """Without titles that are another's first words: headlines leave out the rest."""
    titles = [(work.kind, *words(work.title)) for work in found]
    beginnings = {title[:end] for title in titles for end in range(2, len(title))}
    for work, title in zip(found, titles, strict=True):
        if title not in beginnings:
            yield work


@dataclass(frozen=True)
class _Reader:
    """One reading of a sentence for titles and for those who made what they name."""

    document: Document
    words: Words
    people: list[tuple[Span, str]]
    earlier: list[Words]  # the sentences just before
    _met: dict[str, list[Turn]] = field(default_factory=dict)  # turns, by their table

    def works(self) -> Iterator[ProposedWork]:
        if self.words.quoted:
            yield from self._quoted()
        else:
            yield from self._unquoted()
        for title, creator in pieces_of(self.document, self.words):
            whole = (name for _span, name in self.people if name.endswith(f" {creator}"))
            yield self._work(title, "music", next(whole, creator), 0.6)

    def _quoted(self) -> Iterator[ProposedWork]:
        before: tuple[int, str] | None = None  # the last title, and its kind
        for place, inner in self.words.quoted.items():
            title = self._trimmed(inner)
            if not self._may_be_title(title):
                continue
            if before and self._is_again(before[0], place):
                continue
            told = self._told(place, title)
            if told:
                kind, creator, confidence = told
            elif composer := composer_before(self.document, self.words, place):
                kind, creator, confidence = "music", composer, 0.7
            elif before and self._goes_on(before[0], place):
                kind, creator, confidence = before[1], self._creator(place, None), 0.7
            else:
                continue
            before = place, kind
            yield self._work(title, kind, creator, confidence)

    def _told(self, place: int, title: Span) -> tuple[str, str, float] | None:
        """(kind, creator, confidence) of what is quoted at a place, if it is a title."""
        by_kind = _KIND.nearest(place, self._kinds(place)) or self._kind_of_name(place)
        other = _OTHER.nearest(place, self._turns("others"))
        maker = _JUST_AFTER.nearest(place, self._turns("makers"))
        if maker and (other or not by_kind or by_kind[0] > _CLOSE):
            return maker[1].label, self._creator(place, None), 0.85
        if by_kind and (not other or by_kind[0] < other[0]):
            gap, kind = by_kind
            close = gap <= _CLOSE and kind.after <= place
            if not self._is_said(place) and (close or not self._is_house(title)):
                return kind.label, self._creator(place, kind), 0.85 if close else 0.7
        for table in ("deeds", "renderings"):
            deed = _DEED.nearest(place, self._turns(table))
            # `the choir performed “X”`, but `performed; the “X” choir came`.
            is_free = deed and (not other or (other[1].after <= place and deed[0] < other[0]))
            if is_free and not self._is_said(place) and not self._is_house(title):
                creator = self._creator(place, None, rendered=table == "renderings")
                return deed[1].label, creator, 0.65
        return self._told_before(place)

    def _kind_of_name(self, place: int) -> tuple[float, Turn] | None:
        """`the memoirs of …, public figure NAME “X”`: a title may follow a name right away."""
        start = self.words.spans[place].start
        if not any(span.end + 1 == start for span, _name in self.people):
            return None
        book = lexicon("works", self.document.language)
        links = {*book["by"], *book["of"]}
        by = [at for at in range(place) if self.words.texts[at] in links]
        kinds = [one for one in self._kinds(place) if by and one.after <= by[-1]]
        return _NAMED.nearest(place, kinds)

    def _told_before(self, place: int) -> tuple[str, str, float] | None:
        """`“X”, by NAME, …`, `“X”, as it is called, …`: of the kind spoken of just before."""
        credit = credit_of(self.document, self.words, place, self.people)
        creator = "" if self._is_other(place) else credit
        if not creator and not _JUST_AFTER.nearest(place, self._turns("names")):
            return None
        for sentence in reversed(self.earlier):
            kinds = list(turns_of("works", "kinds", self.document.language).of(sentence))
            if kinds:
                return kinds[0].label, creator, 0.6
        return None

    def _is_other(self, place: int) -> bool:
        """Whether a quotation is the name of something else, or words said."""
        return bool(_OTHER.nearest(place, self._turns("others"))) or self._is_said(place)

    def _is_again(self, before: int, place: int) -> bool:
        """Whether a title is the last one in another language: “X” (“Y”), “X” or “Y”."""
        again = self._turns("again")
        told = place - before == 2 and _JUST_AFTER.nearest(before, again)
        spans = self.words.spans
        end = spans[before].end
        return bool(told or (place - before <= 3 and _AGAIN.match(self.document.clean, end)))

    def _goes_on(self, before: int, place: int) -> bool:
        """Whether a title is the next of a list: `“X” by NAME, “Y” and “Z”`."""
        if _OTHER.nearest(place, self._turns("others")):
            return False
        follows = self._turns("follows")
        if _JUST_AFTER.nearest(place, follows) or place - before <= 2:
            return True
        between = self.document.clean[self.words.spans[before].end : self.words.spans[place].start]
        if _GLOSS.fullmatch(between):
            return True
        if _JUST_AFTER.nearest(before, follows) and place - before <= _KIND.before:
            return True
        return bool(_JUST_AFTER.nearest(before, self._turns("goes_on"))) and place - before <= 5

    def _unquoted(self) -> Iterator[ProposedWork]:
        spans, end = self.words.spans, self.words.sentence.span.end
        title_case = lexicon("works", self.document.language).get("title_case", False)
        for turn in self._turns("unquoted"):
            last = spans[turn.after - 1]
            match = _CAPITALS.match(self.document.clean, last.end, end)
            if not match and self._is_owned(turn):
                match = _APART.match(self.document.clean, last.end, end)
            # With a capital of its own, the word is of a name: the Documentary Film Studio.
            if not match or not self.document.clean[last.start].islower():
                continue
            title = Span(*match.span(1))
            if not title_case and self.document.clean[title.end] not in ",.;:(":
                continue  # titles are written like sentences; capitals do not tell their ends
            # Of `his novel Anna Karenina` the name is the title; `the film critic …` has his own.
            is_person = any(title.meets(span) for span, _name in self.people)
            if (is_person and not self._is_owned(turn)) or self._is_house(title):
                continue
            place = max(at for at, span in enumerate(spans) if span.start < title.end)
            yield self._work(title, turn.label, self._creator(place, turn), 0.55)

    def _is_owned(self, turn: Turn) -> bool:
        """Whether it is somebody’s: `her fourth novel`, `the consul’s new book`."""
        own = lexicon("works", self.document.language)["own"]
        return any(one in own for one in self.words.texts[max(0, turn.first - 3) : turn.first])

    def _work(self, title: Span, kind: str, creator: str, confidence: float) -> ProposedWork:
        return ProposedWork(self.document.words_of(title), kind, title, creator, confidence)

    def _creator(self, place: int, kind: Turn | None, *, rendered: bool = False) -> str:
        return creator_of(self.document, self.words, place, kind, self.people, rendered=rendered)

    def _turns(self, table: str) -> list[Turn]:
        if table not in self._met:
            turns = turns_of("works", table, self.document.language)
            self._met[table] = list(turns.of(self.words))
        return self._met[table]

    def _kinds(self, place: int) -> list[Turn]:
        """Words for kinds of works, but for those of festivals, ensembles and the like.

        Further behind a title they are of something else, unless it is `“X”, a long film`.
        """
        others = {turn.first for turn in self._turns("others")}
        articles = lexicon("works", self.document.language).get("articles", ())
        is_told = self.words.texts[place + 1 : place + 2] in ([one] for one in articles)
        furthest = len(self.words.texts) if is_told else place + 2
        return [
            turn
            for turn in self._turns("kinds")
            if turn.after not in others and turn.first <= furthest
        ]

    def _trimmed(self, inner: Span) -> Span:
        """A title without the comma or stop that American print puts inside the marks."""
        start, end = inner
        while end > start and self.document.clean[end - 1] in _ROUND_IT:
            end -= 1
        return Span(start, end)

    def _may_be_title(self, title: Span) -> bool:
        parts = self.document.clean[title.start : title.end].split()
        letters = (one for one in self.document.clean[title.start : title.end] if one.isalnum())
        if self.document.clean[title.end : title.end + 1] == "." and len(parts) > _A_SAYING:
            # `She wrote in the book: “We remember them all.”`
            before = self.document.clean[max(0, title.start - 4) : title.start]
            if ":" in before:
                return False
        return len(parts) <= _LONGEST and not next(letters, "a").islower()

    def _is_said(self, place: int) -> bool:
        return _JUST_BEFORE.nearest(place, self._turns("said")) is not None

    def _is_house(self, title: Span) -> bool:
        """Whether the words name a house or a body, not a work: the film Festival of Example."""
        houses = turns_of("works", "institutions", self.document.language)
        return any(houses.of(words_in(self.words, title)))
