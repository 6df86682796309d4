"""What was found on a page so far: parts of the report, and what is left out and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time

from events.dates import PartialDate
from reports.intake.wire.furniture import Kind, Piece, beside, is_name, is_outlet, is_title
from reports.intake.wire.lines import Line
from reports.intake.wire.page_words import folded, page_words
from reports.intake.wire.publisher import of_contact, of_rights
from reports.intake.wire.stamps import Stamp, clock_of

_BY_THE = re.compile(r"\s*(?:by|par|von|por)\s+(?:the|la|le|der|die|das|el)\s+", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)


def _of_desk(name: str) -> str:
    """Whose desk or bureau it is: of "The Example", of "EX Vienna"; "Vienna" is its place."""
    first = name.split(" ", 1)[0]
    if first.isupper() and len(first) > 1:
        return first if not name.isupper() else name
    return name if first == "The" or is_outlet(name) else ""


NEAR = 3.0  # the rank of what stands a few lines from the headline, at most
NEXT_LINE = 40  # characters within which a time belongs to the date before it


@dataclass
class Claims:
    """Collects; of several dates and sources the one with the least rank is believed."""

    shed: list[tuple[int, int, str]] = field(default_factory=list)
    parts: dict[str, Line] = field(default_factory=dict)
    stamps: list[tuple[float, int, int, Stamp]] = field(default_factory=list)
    sources: list[tuple[float, str]] = field(default_factory=list)
    clocks: list[tuple[int, time]] = field(default_factory=list)  # times on lines of their own
    photos: int = 0

    def claim(self, name: str, line: Line) -> bool:
        """The first to claim a part has it."""
        if name in self.parts:
            return False
        self.parts[name] = line
        return True

    def leave_out(self, line: Line, reason: str) -> None:
        self.shed.append((line.start, line.end, reason))

    def date(self, rank: float, line: Line, stamp: Stamp) -> None:
        if stamp.day_printed:
            rank += 1.25 if stamp.label == "updated" else 0.0
            if stamp.label == "published":
                # It tells more than the bare date that a page begins with.
                rank = 0.0 if rank < NEAR else 1.0
            self.stamps.append((rank, line.start + stamp.start, line.start + stamp.end, stamp))

    def source(self, rank: float, name: str) -> None:
        name = name.strip(' .,:;|/-–—"“”«»()[]')
        words = page_words()
        while " " in name and folded(name.rpartition(" ")[2]) in words.lines.keys() - words.outlets:
            name = name.rpartition(" ")[0].rstrip(" ,|-–—")
        if 1 < len(name) <= 80 and folded(name) not in words.sections:
            self.sources.append((rank, name))

    def piece(self, piece: Piece, rank: float) -> None:
        """A piece of the page's own; `rank` is how near it stands to the report."""
        line = piece.line
        self.photos += piece.photos
        if piece.kind is Kind.STAMP and piece.stamp:
            self.date(rank, line, piece.stamp)
            self._beside(line, piece.stamp)
            self.leave_out(line, "date line")
        elif piece.kind is Kind.BYLINE and piece.value:
            self.byline(piece.value)
            self.leave_out(line, "label")
        elif piece.kind is Kind.SECTION and piece.value and self.claim("section", piece.value):
            self.leave_out(line, "label")
        elif piece.kind is Kind.SOURCE and piece.value:
            self.source(2.5, piece.value.text)
            self.leave_out(line, "source")
        else:
            clock = clock_of(line.text) if piece.reason == "mark" else None
            if clock:
                self.clocks.append((line.start, clock))
            if piece.reason == "copyright":
                self.source(1.0, of_rights(line.text))
            elif piece.reason == "address" and _DOMAIN.fullmatch(line.text):
                self.source(2.3, line.text.removeprefix("www."))
            elif piece.reason == "cookies":
                self.note(line.text)
            elif piece.reason == "contact":
                self.source(2.7, of_contact(line.text))
            self.leave_out(line, piece.reason or "menu")

    def _beside(self, line: Line, stamp: Stamp) -> None:
        """ "By Ann Example | Culture | The Example" on the line of the date."""
        for part in beside(line, stamp):
            plain = folded(part.text.strip(" ,-–—"))
            by = _BY_THE.match(part.text)
            label, colon, name = part.text.partition(":")
            if colon and folded(label) in page_words().source:
                self.source(2.5, name)
                continue
            if is_outlet(part.text) or by:
                self.source(1.7, part.text[by.end() if by else 0 :])
            elif plain in page_words().sections:
                self.claim("section", part)
            elif part.words <= 3 and is_name(part.text.rstrip(" ,")):
                self.claim("byline", part)

    def byline(self, line: Line) -> None:
        """Who wrote it, and for whom: "Ann Example, The Example"."""
        name, comma, outlet = line.text.rpartition(",")
        role = folded(line.text).rpartition(" ")[2]
        if folded(line.text) in page_words().byline_roles:
            pass  # Chief Editor
        elif role in page_words().desks:
            self.source(1.8, _of_desk(line.text[: -len(role)].strip()))
        elif role in page_words().byline_roles and not comma and line.words > 1:
            self.source(1.8, line.text[: -len(role)])
        elif comma and is_outlet(outlet):
            self.source(1.8, outlet)
            line = line.part(0, len(name))
        elif is_outlet(line.text) or (line.words == 1 and line.text[:1].isupper()):
            self.source(2.8, line.text)
        if not self.claim("byline", line):
            self.leave_out(line, "byline")

    def note(self, text: str) -> None:
        """ "Notifications from The Example": whose page it is."""
        start = text.rfind(" from ")
        name = text[start + 6 :] if start >= 0 else ""
        if is_outlet(name) and is_title(name):
            self.source(2.9, name)

    @property
    def best_date(self) -> tuple[float, int, int, Stamp] | None:
        return min(self.stamps, key=lambda found: found[:2], default=None)

    def time_of(self, day: PartialDate) -> time | None:
        """The time printed with a date, or on the line after it."""
        same = [found for found in sorted(self.stamps) if found[3].day_printed == day]
        told = [found[3].clock for found in same if found[3].clock]
        near = [
            clock
            for _rank, _start, end, _stamp in same
            for start, clock in self.clocks
            if 0 < start - end < NEXT_LINE
        ]
        return next(iter(told + near), None)

    @property
    def best_source(self) -> str:
        return min(self.sources, key=lambda found: found[0], default=(0.0, ""))[1]

    def leftovers(self, clean: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        """What no part has, by line, with the reason it is left out."""
        reasons = sorted(self.shed)
        at = number = 0
        for start, end in [*sorted(taken), (len(clean), len(clean))]:
            while at < start:
                while number < len(reasons) and reasons[number][1] <= at:
                    number += 1
                inside = number < len(reasons) and reasons[number][0] <= at
                if inside:
                    stop, reason = min(start, reasons[number][1]), reasons[number][2]
                else:
                    ahead = reasons[number][0] if number < len(reasons) else start
                    stop, reason = min(start, ahead), "mark"
                yield at, stop, reason
                at = stop
            at = max(at, end)
