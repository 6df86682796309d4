"""The lines of a page, as they were before some program broke them at a width."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[•·▪▫■□●○◦‣►▶➤✔✓*]|[-–—](?=\s))\s*")
# What closes a sentence, and the pictures that people put behind it.
_STOP = re.compile(
    r"[.!?…։。！？؟।:;][\"'”’»)\]]*[\s\ufe0f\u200d\u2190-\u2bff\U0001f000-\U0001faff]*$"
)
# A date, a web address, the number of an article.
_BEGINS_ANEW = re.compile(
    r"date\s[12][0-9]{3}-|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$|[a-z]{2,12}[0-9]{6}", re.IGNORECASE
)
_WIDEST = 110  # a longer line was not broken at a width
_NARROWEST = 40
_NO_LABEL = 25  # so long a line was broken by chance, as by <br>, when a small letter follows


@dataclass(frozen=True)
class Line:
    """One line without what stands around it: white space and the dot of a list."""

    start: int
    end: int
    text: str
    after_gap: bool = False  # an empty line stands before it
    dotted: bool = False  # it is one of a list

    @property
    def words(self) -> int:
        """How many words; scripts without spaces have one for every second character."""
        spaced = self.text.count(" ") + 1
        unspaced = self.text[len(self.text) // 2] > "\u2e80"
        return max(spaced, len(self.text) // 2) if unspaced else spaced

    def part(self, start: int, end: int) -> "Line":
        """A stretch of the line, counted from its start, without white space around it."""
        inner = self.text[start:end]
        lead = len(inner) - len(inner.lstrip())
        first = start + lead
        last = first + len(inner.strip())
        return replace(
            self, start=self.start + first, end=self.start + last, text=self.text[first:last]
        )


def ends_a_sentence(text: str) -> bool:
    """Whether the last character closes a sentence."""
    return bool(_STOP.search(text[-8:])) and text[-1:] not in ":;"


def lines_of(clean: str) -> list[Line]:
    """The lines in order, those that were broken at a width made whole."""
    lines = list(_printed(clean))
    return list(_rejoined(clean, lines, broken=_broken_at_a_width(lines)))


def _printed(clean: str) -> Iterator[Line]:
    end_before = 0
    for match in _LINE.finditer(clean):
        text = match.group()
        start = match.start() + len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            continue
        bullet = _BULLET.match(text)
        after_gap = not end_before or clean.count("\n", end_before, start) > 1
        end_before = start + len(text)
        if bullet and bullet.end() < len(text):
            start += bullet.end()
            text = text[bullet.end() :]
        yield Line(start, start + len(text), text, after_gap, bool(bullet))


def _is_broken(line: Line, following: Line) -> bool:
    """A line that ends in mid-sentence before a small letter."""
    goes_on = following.text[0].islower() and not following.after_gap
    ended = _STOP.search(line.text[-8:]) or _BEGINS_ANEW.match(following.text)
    return goes_on and not ended


def _broken_at_a_width(lines: list[Line]) -> bool:
    """By chance a few lines are broken; when many are, a program did it."""
    broken = narrow = 0
    for line, following in pairwise(lines):
        if _NARROWEST <= len(line.text) <= _WIDEST and not following.after_gap:
            narrow += 1
            broken += _is_broken(line, following)
    return broken >= 2 and broken * 4 >= narrow


def _rejoined(clean: str, lines: list[Line], *, broken: bool) -> Iterator[Line]:
    usual = _width(lines) if broken else 0
    for block in _blocks(lines):
        width = (broken and len(block) > 8 and _width(block)) or usual
        first = last = block[0]
        # A headline that is wider than all that follows was not broken at their width.
        alone = broken and len(first.text) > width + 4
        for line in block[1:]:
            if alone or not _goes_on(last, line, width):
                yield _whole(clean, first, last)
                first = line
            last, alone = line, False
        yield _whole(clean, first, last)


def _width(lines: list[Line]) -> int:
    """The width at which lines were broken: of the longest that was, but for a few."""
    lengths = sorted(
        len(line.text)
        for line, following in pairwise(lines)
        if len(line.text) <= _WIDEST and _is_broken(line, following)
    )
    return lengths[-1 - len(lengths) // 12] if lengths else 0


def _whole(clean: str, first: Line, last: Line) -> Line:
    text = clean[first.start : last.end].replace("\n", " ")
    return replace(first, end=last.end, text=text)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.after_gap and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a line was broken; `width` is 0 where lines were not broken at one."""
    if following.dotted or _BEGINS_ANEW.match(following.text):
        return False
    goes_on = _is_broken(line, following)
    if not width:
        return goes_on and len(line.text) >= _NO_LABEL
    if len(line.text) > _WIDEST:
        return False
    # Or its first word did not fit on the line before.
    first_word = following.text.split(" ", 1)[0]
    return (goes_on and len(line.text) * 2 > width) or (
        len(line.text) + 1 + len(first_word) > width
    )
