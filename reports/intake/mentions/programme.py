"""The parts of a programme that took place: a minute of silence, speeches, a film, a reception.

What is only talked about, planned, refused, held elsewhere or long ago is no part of it. The turns
of phrase are data, `words/<language>/programme.toml`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from reports.intake.document import Document, Span
from reports.intake.lexicon import lexicon
from reports.intake.mentions.turns import Turn, Words, turns_of, words_by_sentence, words_in
from reports.intake.proposal import PARTS, ProposedPart, ProposedWork

# Where one turn of phrase fits several parts, the one that says more: `the choir sang the anthem`
# is no concert, a message that was read no reading of a book.
_BEFORE = {
    "concert": {"reading"},
    "music": {"anthem", "military_honours"},
    "performance": {"anthem", "concert", "music", "reading", "film_screening"},
    "any_performance": {"anthem", "concert", "music", "reading", "performance", "film_screening"},
    "reading": {"message_reading", "memorial_service", "book_presentation"},
    "speech": {"message_reading"},
    "film_screening": {"message_reading"},
    "any_exhibition": {"photo_exhibition", "exhibition"},
    "competition": {"concert", "music"},
    "unveiling": {"flag_ceremony", "book_presentation"},
    "memorial_service": {"candle_lighting"},
    "march": {"military_honours"},
    "awards": {"reception"},
}
# What is so named without its kind stands for one, unless the report names one elsewhere.
_VAGUE = {
    "any_exhibition": {"photo_exhibition", "exhibition"},
    "any_performance": {"performance", "concert", "music"},
}
# What kinds of work belong to a part, where both are in one sentence.
_WORKS = {
    "film_screening": {"film"},
    "book_presentation": {"book", "poem"},
    "reading": {"book", "poem"},
    "concert": {"music"},
    "music": {"music"},
    "performance": {"performance", "music", "poem"},
    "exhibition": {"exhibition"},
    "photo_exhibition": {"exhibition"},
}
_ORDER = (*PARTS, "music")
_IN_NAMES = {"panel", "performance", "competition", "march", "reading", "any_exhibition"}
_OF_BYSTANDERS = {"vigil", "protest", "concert"}
_OF_MOURNING = {"commemoration", "vigil", "protest", "other"}
_OPENING = 3  # sentences
_LEAD = (0, 1)  # paragraphs
_INSIDE = 3  # words back to another capital of the same name
_CLOSE = 4  # words between a `not` or `had` and what it is about
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_BREAK, _STOP = re.compile(r"[,;:()–—]"), re.compile(";")


def find_programme(document: Document, works: Sequence[ProposedWork]) -> list[ProposedPart]:
    """The parts that took place, each once, in the order in which the report names them.

    Musical numbers are `music` among them, until the kind of the event is known.
    """
    reader = _Reader.of(document)
    found: dict[str, ProposedPart] = {}
    voices: list[Span] = []
    discussed = -1  # the paragraph that tells of a discussion; what is said there is no speech
    asked = _may_talk_to_reporters(document)
    for words in words_by_sentence(document):
        for label, span in reader.parts(words):
            part = _part(label, span, headline=words.sentence.paragraph < 0)
            if label not in found or found[label].confidence < part.confidence:
                found[label] = part
            if label == "panel":
                discussed = words.sentence.paragraph
        if words.sentence.paragraph != discussed:
            voices += reader.voices(words, only_of_office=asked)
    for label in reader.left_out:
        # `Library to show film`: only announced, when the report itself says so.
        if label in found and document.sentence_at(found[label].span.start).paragraph < 0:
            del found[label]
    # Of a gathering that is only announced, who is quoted has not spoken there yet.
    if "speech" not in found and voices and (found or not reader.left_out):
        found["speech"] = ProposedPart("speech", voices[0], confidence=0.6)
    parts = sorted(_definite(found), key=lambda part: (part.span, _ORDER.index(part.kind)))
    return [_with_works(document, part, works) for part in parts]


def programme_of(kind: str, parts: Iterable[ProposedPart]) -> list[ProposedPart]:
    """The programme of an event of a kind: its music is its concert, or else a performance.

    Prayers are a memorial service where people remember; at a reception they only open it.
    """
    parts = [one for one in parts if one.kind != "memorial_service" or kind in _OF_MOURNING]
    concert = kind == "concert" or any(part.kind == "concert" for part in parts)
    found: dict[str, ProposedPart] = {}
    for part in parts:
        if part.kind == "music":
            part = replace(part, kind="concert" if concert else "performance")
        same = found.setdefault(part.kind, part)
        works = tuple(dict.fromkeys((*same.works, *part.works)))
        surest = max(same.confidence, part.confidence)
        found[part.kind] = replace(same, works=works, confidence=surest)
    return list(found.values())


def _definite(found: dict[str, ProposedPart]) -> Iterator[ProposedPart]:
    """The parts, each of a kind of its own."""
    photographs = found.pop("photographs", None)
    for label, part in found.items():
        kinds = _VAGUE.get(label)
        if not kinds:
            yield part
        elif not found.keys() & kinds:
            kind = label.removeprefix("any_")
            # What is shown may be told in another sentence.
            yield replace(
                part, kind="photo_exhibition" if photographs and kind == "exhibition" else kind
            )


def _may_talk_to_reporters(document: Document) -> bool:
    """Whether it is a gathering where who is quoted may have spoken to a reporter alone."""
    opening = [words for words in words_by_sentence(document)[:_OPENING] if words.texts]
    turns = turns_of("kinds", "gatherings", document.language)
    return any(turn.label in _OF_BYSTANDERS for words in opening for turn in turns.of(words))


def _part(label: str, span: Span, *, headline: bool) -> ProposedPart:
    return ProposedPart(label, span, confidence=0.7 if headline else 0.85)


def _with_works(
    document: Document, part: ProposedPart, works: Iterable[ProposedWork]
) -> ProposedPart:
    sentence = document.sentence_at(part.span.start)
    kinds = _WORKS.get(part.kind, set())
    titles = [
        work.title
        for work in works
        if work.kind in kinds and sentence and sentence.span.meets(work.span)
    ]
    return replace(part, works=tuple(dict.fromkeys(titles)))


@dataclass(frozen=True)
class _Reader:
    """One reading of a document in its language, as of the year it was written in."""

    language: str
    year: int | None
    december: int | None  # the year before, which in January may be that of the gathering
    left_out: set[str] = field(default_factory=set)  # what the lead says is planned or refused

    @classmethod
    def of(cls, document: Document) -> "_Reader":
        day = document.published
        if day:
            return cls(document.language, day.year, day.year - 1 if day.month == 1 else None)
        years = re.findall(r"\b(?:19|20)\d\d\b", document.clean)
        return cls(document.language, max(map(int, years), default=None), None)

    def parts(self, words: Words) -> Iterator[tuple[str, Span]]:
        """What a sentence says took place."""
        found = list(turns_of("programme", "parts", self.language).of(words))
        if not found and not words.quoted:
            return
        false = list(turns_of("programme", "looks_only", self.language).of(words))
        aside = _Asides(words, self)
        kept = [match for match in found if not aside.covers(match)]
        if words.sentence.paragraph in _LEAD:
            self.left_out.update({one.label for one in found} - {one.label for one in kept})
        kept = [
            match
            for match in kept
            if not any(one.label == match.label and one.meets(match) for one in false)
        ]
        yield from self._quoted_anthems(words, aside)
        for match in kept:
            if match.label in _IN_NAMES and self._in_a_name(words, match):
                continue
            better = _BEFORE.get(match.label, set())
            if not any(one.label in better and one.meets(match) for one in kept):
                yield match.label, words.span(match.first, match.after)

    def _quoted_anthems(self, words: Words, aside: "_Asides") -> Iterator[tuple[str, Span]]:
        """Anthems by their names in quotation marks: the singing of “O Canada”."""
        for place, inner in words.quoted.items():
            named = turns_of("programme", "parts", self.language).of(words_in(words, inner))
            if any(turn.label == "anthem" for turn in named) and not aside.covers(
                Turn("anthem", place, place + 1)
            ):
                yield "anthem", inner

    def _in_a_name(self, words: Words, turn: Turn) -> bool:
        """Whether a word is one of several capitals in a row: the Opera and Ballet Theatre."""
        place = turn.first
        if self.language == "de" or words.sentence.paragraph < 0 or turn.after - place > 1:
            return False
        if place == 0 or not words.is_capital(place):
            return False
        # Small words stand inside names: `and`, `of the`.
        before = next((at for at in range(place - 1, -1, -1) if len(words.texts[at]) > 3), place)
        after = place + 1
        return (place - before <= _INSIDE and before and words.is_capital(before)) or (
            after < len(words.texts) and words.is_capital(after)
        )

    def voices(self, words: Words, *, only_of_office: bool) -> Iterator[Span]:
        """Where somebody is heard at the gathering."""
        if words.sentence.paragraph < 0:
            return
        said = list(turns_of("programme", "voices", self.language).of(words))
        labels = {match.label for match in said}
        if only_of_office and "office" not in labels:
            return
        if "not_heard" in labels:
            return
        for match in said:
            # With a capital inside a sentence it is a name: Salim Said.
            if match.label == "said" and not (match.first and words.is_capital(match.first)):
                yield words.span(match.first, match.after)

    def is_past(self, word: str) -> bool:
        """Whether a word is a year long before the gathering."""
        return bool(_YEAR.match(word)) and bool(
            self.year and int(word) < self.year and int(word) != self.december
        )


class _Asides:
    """The words of a sentence that are not about what took place at the gathering."""

    def __init__(self, words: Words, reader: _Reader):
        self._words, self._reader = words, reader
        self._away = [False] * len(words.texts)
        self._starts = [0, *_breaks(words, _BREAK)]
        self._stops = list(_breaks(words, _STOP))
        matches = defaultdict(list)
        for match in turns_of("programme", "asides", reader.language).of(words):
            matches[match.label].append(match)
        self._relative = {match.first for match in matches["relative"]}
        self._talk(matches["talk"], matches["resumes"])
        for match in matches["tagged"]:
            self._leave(0, match.first)
        # `The film, long awaited, will be shown`: one early in its stretch is about what is before.
        early = {one for one in matches["planned"] if one.first - self._segment(one.first) <= 1}
        for match in sorted(matches["planned"], key=lambda one: one not in early):
            self._whole(match, from_start=match in early)
        for match in matches["elsewhere"]:
            if not any(usual.meets(match) for usual in matches["as_usual"]):
                self._whole(match, from_start=True)
        for match in matches["cancelled"]:
            self._whole(match, from_start=True)
        self._back = {match.first for match in matches["turns_back"]}
        self._near = [match.after for match in (*matches["negated"], *matches["before"])]
        if self._is_long_ago(0):
            self._away = [True] * len(self._away)
        for place in self._relative:
            if self._is_long_ago(place + 1):  # … the square where in 1948 …
                self._leave(place, self._until_stop(place, None))

    def covers(self, match: Turn) -> bool:
        if self._away[match.first]:
            return True
        if any(self._reaches(place, match) for place in self._near):
            return True
        # In `the march of 1915` the year is of the march; in a longer turn it may be of anything.
        first = match.first if match.after - match.first <= _CLOSE else match.after - 1
        return any(map(self._reader.is_past, self._words.texts[first : match.after + 2]))

    def _reaches(self, place: int, match: Turn) -> bool:
        """Whether a `not` or `had` that ends at a place is about what a turn tells."""
        between = range(place, match.first)
        near = match.first - _CLOSE <= place < match.after
        return near and not any(at in self._back for at in between)

    def _talk(self, talk: Iterable[Turn], resumes: Iterable[Turn]) -> None:
        again = [match.first for match in resumes]
        for match in talk:
            until = min((place for place in again if place >= match.after), default=None)
            self._leave(match.after, self._until_stop(match.after, until))

    def _whole(self, match: Turn, *, from_start: bool) -> None:
        """Leave out what a turn governs: a relative clause, or the sentence from there."""
        if self._away[match.first]:
            return
        start = self._segment(match.first)
        if start in self._relative and start:
            self._leave(start, min((one for one in self._starts if one > start), default=None))
        else:
            self._leave(0 if from_start else start, self._until_stop(match.after, None))

    def _leave(self, start: int, end: int | None) -> None:
        for place in range(start, len(self._away) if end is None else end):
            self._away[place] = True

    def _until_stop(self, place: int, until: int | None) -> int | None:
        """`until`, or the semicolon before it."""
        stops = [stop for stop in self._stops if stop >= place]
        return min((one for one in (until, *stops[:1]) if one is not None), default=None)

    def _segment(self, place: int) -> int:
        """Where the stretch between commas begins that a word is in."""
        return max((start for start in self._starts if start <= place), default=0)

    def _is_long_ago(self, place: int) -> bool:
        """`In 1921 …`, `On the night of 19-20 January 1990 …`, from a word on."""
        texts = self._words.texts[place : place + 10]
        if not texts or texts[0] not in _dating(self._reader.language):
            return False
        return any(map(self._reader.is_past, texts[1:]))


@cache
def _dating(language: str) -> frozenset[str]:
    return frozenset(lexicon("programme", language).get("dating", ()))


def _breaks(words: Words, sign: re.Pattern[str]) -> Iterator[int]:
    """The words that have a sign between themselves and the word before."""
    text, offset = words.sentence.text, words.sentence.span.start
    for place in range(1, len(words.spans)):
        before, after = words.spans[place - 1].end - offset, words.spans[place].start - offset
        if after - before > 1 and sign.search(text, before, after):
            yield place
