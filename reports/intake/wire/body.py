"""Which lines of a page are the body of the report."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reports.intake.wire.furniture import Kind, Piece, is_outlet, is_title
from reports.intake.wire.heading import Row
from reports.intake.wire.lines import Line, ends_a_sentence
from reports.intake.wire.page_words import folded

MOST_SUBHEADINGS = 4  # short lines in a row, after which they are a menu
A_LINE_OF_TEXT = 8  # words; so long a last line is of the report though it has no full stop


@dataclass
class Body:
    """The paragraphs, and what of the rest was left out."""

    paragraphs: list[Line] = field(default_factory=list)
    left_out: list[tuple[Line, str]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)  # dates, names, sources met on the way
    after: int = 0  # the number of pieces met before the last paragraph
    photos: int = 0


def body_of(rows: Sequence[Row], headline: str) -> Body:
    """The body in the rows from the first sentence on."""
    return _Reading(rows, headline).body


class _Reading:
    """Goes through the rows; short lines wait until it is known what follows them."""

    def __init__(self, rows: Sequence[Row], headline: str):
        self.rows = rows
        self.headline = folded(headline)
        self.body = Body()
        self.waiting: list[Line] = []
        self.printed: set[str] = set()
        self.aside = False
        self.remaining = [0]
        for row in reversed(rows):
            said = row.line.words if row.kind is Kind.PROSE else 0
            self.remaining.append(self.remaining[-1] + said)
        self.remaining.reverse()
        self._read()

    def _read(self) -> None:
        for number, row in enumerate(self.rows):
            if row.kind is Kind.ENDING or self._is_end_mark(row):
                if self._is_over(number):
                    self._close(number, row.pieces[0].reason)
                    return
                self.aside = True
            self._take(row)
        self._settle_last()

    def _is_end_mark(self, row: Row) -> bool:
        return row.kind is Kind.PAGE and row.pieces[0].reason == "end mark"

    def _is_over(self, number: int) -> bool:
        """Whether the page goes on with something else, rather than a box in the middle."""
        before = self.remaining[0] - self.remaining[number]
        after = self.remaining[number]
        if not self.body.paragraphs:
            return False
        if after <= before:
            return True
        # Teasers are sentences among headlines; a report goes on paragraph after paragraph.
        following = [row.kind is Kind.PROSE for row in self.rows[number + 1 : number + 12]]
        return (True, True) not in pairwise(following)

    def _close(self, number: int, reason: str) -> None:
        self._settle_last()
        for row in self.rows[number:]:
            for piece in row.pieces:
                if piece.kind in (Kind.STAMP, Kind.SOURCE) or piece.reason == "copyright":
                    self.body.pieces.append(piece)
            self.body.left_out.append((row.line, reason))

    def _take(self, row: Row) -> None:
        if row.kind is Kind.PROSE:
            self._take_prose(row.line)
        elif row.kind is Kind.TEXT or (row.kind is Kind.SECTION and not row.pieces[0].value):
            self._take_text(row.line)
        else:
            for piece in row.pieces:
                self._take_piece(piece)

    def _take_prose(self, line: Line) -> None:
        plain = folded(line.text)
        if plain in self.printed and line.words >= 8:
            self.body.left_out.append((line, "repeated"))
            return
        self.printed.add(plain)
        if len(self.waiting) > MOST_SUBHEADINGS and not _is_list(self.waiting):
            self._leave_waiting("menu")
        self.body.paragraphs += self.waiting
        self.waiting = []
        self.aside = False
        self.body.paragraphs.append(line)
        self.body.after = len(self.body.pieces)

    def _take_text(self, line: Line) -> None:
        if self.aside:
            self.body.left_out.append((line, "read also"))
        elif ends_a_sentence(line.text) and line.words >= 3 and self.body.paragraphs:
            self._take_prose(line)
        elif folded(line.text) == self.headline:
            self.body.left_out.append((line, "repeated headline"))
        else:
            self.waiting.append(line)

    def _take_piece(self, piece: Piece) -> None:
        self.body.pieces.append(piece)
        self.body.photos += piece.photos
        self.body.left_out.append((piece.line, piece.reason or "menu"))
        if piece.kind is Kind.ASIDE:
            self.aside = True
        elif piece.reason in ("share", "tags", "copyright", "cookies"):
            # What was waiting stood between the report and the page's own.
            self._settle_last()

    def _settle_last(self) -> None:
        """Short lines after the last sentence: a list it announced, or no part of the report."""
        announced = bool(self.body.paragraphs) and self.body.paragraphs[-1].text.endswith(":")
        for line in self.waiting:
            named = is_outlet(line.text) or is_title(line.text)
            goes_on = announced or (line.words >= A_LINE_OF_TEXT and not named)
            if goes_on and self.body.paragraphs:
                self.body.paragraphs.append(line)
            else:
                self.body.left_out.append((line, "sign-off" if named else "menu"))
                announced = False
        self.waiting = []

    def _leave_waiting(self, reason: str) -> None:
        self.body.left_out += [(line, reason) for line in self.waiting]
        self.waiting = []


def _is_list(lines: Sequence[Line]) -> bool:
    return sum(line.dotted for line in lines) * 2 > len(lines)
