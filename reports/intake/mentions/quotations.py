"""What stands in quotation marks: things said, titles, campaigns, words held at arm's length.

Every style of marks is read: “ ” " " « » » « „ “ ‘ ’ ' '. Quotations do not cross paragraphs: where
a speech goes on in the next one, each has its own.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from reports.intake.document import Document, Sentence, Span


class Quotation(NamedTuple):
    """Words in quotation marks: `inner` without the marks, `outer` with them."""

    inner: Span
    outer: Span


class _Mark(NamedTuple):
    """A sign that may be a quotation mark, and how it stands among the letters around it."""

    span: Span
    sign: str
    leads: bool  # as before a word
    trails: bool  # as after one


_MARKS = re.compile(r"''|``|,,(?=\w)|[\"“”„‟«»‹›‘’‚']")
_FAMILIES = {
    **dict.fromkeys(("''", "``", ",,", '"', "“", "”", "„", "‟"), "double"),
    **dict.fromkeys("«»‹›", "angle"),
    **dict.fromkeys("‘’‚'", "single"),
}
_LOW = frozenset({"„", "‟", "‚", ",,"})  # closed by “ or ‘, which open elsewhere
_ONLY_OPEN = _LOW | {"``"}
_DECADE = re.compile(r"\d0s\b")
_DEEPEST = 6  # quotations within each other; more is noise
_LIST_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.$")


@lru_cache(maxsize=4)
def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All that is in quotation marks, in the order of the text; one inside another comes after.

    The finders of one report share them.
    """
    paragraphs = list(_paragraphs(document))
    found: list[Quotation] = []
    for number, sentences in enumerate(paragraphs):
        after = paragraphs[number + 1][0].text if number + 1 < len(paragraphs) else ""
        found += _in_paragraph(
            document.clean, sentences, goes_on=_FAMILIES.get(after[:1]) is not None
        )
    return tuple(sorted(found, key=lambda one: (one.outer.start, -one.outer.end)))


def _paragraphs(document: Document) -> Iterator[list[Sentence]]:
    for number, sentences in groupby(document.sentences, key=lambda one: one.paragraph):
        if number >= 0:
            yield list(sentences)
        else:  # the headline and the standfirst are printed apart
            yield from ([sentence] for sentence in sentences)


def _in_paragraph(clean: str, sentences: list[Sentence], *, goes_on: bool) -> list[Quotation]:
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    marks = list(_marks(clean, whole))
    open_marks: list[_Mark] = []
    unclosed: list[_Mark] = []
    found: list[Quotation] = []
    for place, mark in enumerate(marks):
        opened = _opened(mark, open_marks)
        if opened is not None and _closes(mark, open_marks[opened]):
            if not _possessive(clean, marks, place):
                unclosed += open_marks[opened + 1 :]
                found += _quotation(clean, open_marks[opened].span, mark.span)
                del open_marks[opened:]
        elif _opens(clean, mark, alone=opened is None):
            open_marks.append(mark)
            unclosed += open_marks[:-_DEEPEST]
            del open_marks[:-_DEEPEST]
    # A single one that nothing closes is an apostrophe.
    left = [mark for mark in unclosed + open_marks if _FAMILIES[mark.sign] != "single"]
    ends = [whole.end] if goes_on else _ends(sentences)
    starts = sorted(one.outer.start for one in found)
    for mark in left:
        end = ends[bisect_right(ends, mark.span.end, hi=len(ends) - 1)]
        following = bisect_left(starts, mark.span.end)
        end = min(end, *starts[following : following + 1], whole.end)
        found += _quotation(clean, mark.span, Span(end, end))
    return found


def _ends(sentences: list[Sentence]) -> list[int]:
    """Where quotations end that nobody closed: with a sentence."""
    # `1. The first point` is no end of a sentence, only looks like one.
    inner = [one.span.end for one in sentences[:-1] if not _LIST_NUMBER.search(one.text)]
    return [*inner, sentences[-1].span.end]


def _marks(clean: str, whole: Span) -> Iterator[_Mark]:
    for match in _MARKS.finditer(clean, whole.start, whole.end):
        before = clean[match.start() - 1] if match.start() > whole.start else " "
        after = clean[match.end()] if match.end() < whole.end else " "
        yield _Mark(
            Span(*match.span()),
            match.group(),
            leads=not (before.isalnum() or after.isspace())
            and before not in ".!?…%)]"
            and (after not in ".,;:!?)]" or clean.startswith("..", match.end())),
            trails=not (before.isspace() or after.isalnum()),
        )


def _opened(mark: _Mark, open_marks: list[_Mark]) -> int | None:
    """The place of the last open mark of the same family."""
    family = _FAMILIES[mark.sign]
    places = range(len(open_marks) - 1, -1, -1)
    return next((place for place in places if _FAMILIES[open_marks[place].sign] == family), None)


def _closes(mark: _Mark, opened: _Mark) -> bool:
    if mark.sign in _ONLY_OPEN:
        return False
    if mark.sign in "«‹“‘":
        # They close only what was opened the German way, „so“ or »so«; elsewhere they open.
        other_way = opened.sign in _LOW or opened.sign in "»›"
        return other_way or (mark.trails and not mark.leads)
    if mark.sign in "»›”":
        return mark.trails or not mark.leads
    if _FAMILIES[mark.sign] == "single":
        return mark.trails
    return mark.trails or not mark.leads  # " and '': with a space on both sides, they close


def _opens(clean: str, mark: _Mark, *, alone: bool) -> bool:
    """Whether a mark that closes nothing opens something; `alone`: none of its family is open."""
    after = clean[mark.span.end : mark.span.end + 1]
    if mark.sign in _ONLY_OPEN or mark.sign in "«‹":
        return True
    if _FAMILIES[mark.sign] == "single":
        quotes = mark.leads and (after.isalnum() or after in "¿¡“«")
        return quotes and not _DECADE.match(clean, mark.span.end)
    if mark.sign == "“":
        return not mark.trails or mark.leads
    # One that seems to stand after a word closes something whose beginning is lost.
    return mark.leads or (alone and mark.sign == '"' and not mark.trails and after.isspace())


def _possessive(clean: str, marks: list[_Mark], place: int) -> bool:
    """Whether a mark in single quotes is that of `the victims' families`: the real end follows."""
    mark = marks[place]
    if _FAMILIES[mark.sign] != "single" or clean[mark.span.start - 1] not in "sSxz":
        return False
    single = (one for one in marks[place + 1 : place + 4] if _FAMILIES[one.sign] == "single")
    following = next(single, None)
    return bool(following and following.trails and not following.leads)


def _quotation(clean: str, opening: Span, closing: Span) -> Iterator[Quotation]:
    start, end = opening.end, closing.start
    while start < end and clean[start].isspace():
        start += 1
    while end > start and clean[end - 1].isspace():
        end -= 1
    letter = _FAMILIES[clean[opening.start : opening.end]] == "single" and end - start == 1
    if start < end and not letter:  # rock 'n' roll
        yield Quotation(Span(start, end), Span(opening.start, closing.end))
