"""Which line over a report is its headline."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.intake.language import is_small_word
from reports.intake.wire.furniture import Kind, Piece, is_name, is_outlet, is_title
from reports.intake.wire.lines import Line, ends_a_sentence
from reports.intake.wire.opening import opening_of
from reports.intake.wire.page_words import folded, page_words
from reports.intake.wire.publisher import of_press_office

CONVINCING = 1.0
NEARLY_AS_GOOD = 0.7
_STEM = re.compile(r"[^\W\d_]{4,}|[0-9]{2,4}")
_OUTLET = re.compile(r"\s+(?:[|–—-]|::|»)\s+")
_ISSUE = re.compile(r"[\s,–—-]+(?:\(?(?:no|nr|issue|vol)\b|n[°ºo]|№)\.?\s?[0-9]", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One line of the page and the pieces it is made of, mostly one."""

    line: Line
    pieces: list[Piece]

    @property
    def kind(self) -> Kind:
        return self.pieces[0].kind if len(self.pieces) == 1 else Kind.PAGE

    @property
    def is_stamp(self) -> bool:
        """Whether a date or the name of a writer stands in it."""
        return any(piece.kind in (Kind.STAMP, Kind.BYLINE) for piece in self.pieces)


def stems(text: str) -> set[str]:
    """The beginnings of the words that mean something, so that forms of a word are one."""
    return {word[:5] for word in _STEM.findall(folded(text)) if not is_small_word(word)}


def body_begins(rows: Sequence[Row]) -> int:
    """The row of the first sentence that is of the report.

    Notes of a page are sentences too; a date that has a line like a headline above it, and far
    more text below it than there was before, tells that the report begins there.
    """
    prose = [number for number, row in enumerate(rows) if row.kind is Kind.PROSE]
    first = prose[0] if prose else len(rows)
    if _says_what_follows(rows, first, prose):
        return first
    said = 0
    total = sum(rows[number].line.words for number in prose)
    for number in range(first, len(rows)):
        row = rows[number]
        said += row.line.words if row.kind is Kind.PROSE else 0
        if said > 80 or said * 4 > total:
            break
        if row.is_stamp and any(
            above.kind is Kind.TEXT and above.line.words >= 4
            for above in rows[max(first + 1, number - 3) : number]
        ):
            return next((at for at in prose if at > number), first)
    return first


def _says_what_follows(rows: Sequence[Row], first: int, prose: list[int]) -> bool:
    following = stems(" ".join(rows[number].line.text[:400] for number in prose[:6]))
    return any(
        row.kind is Kind.TEXT and row.line.words >= 3 and len(own & following) * 2 >= len(own) > 0
        for row in rows[:first]
        for own in [stems(row.line.text)]
    )


def headline_of(rows: Sequence[Row], body: int, lead: str) -> tuple[int, Line] | None:
    """The row and the line that is the headline; `body` is the row where prose begins.

    A headline says what the lead says, stands beside the date, is printed twice; words of a menu
    stand in a row of short lines. Where nothing is convincing there is none.
    """
    printed = _printed(rows[: body + 2])
    candidates = [
        (number, piece, line)
        for number, row in enumerate(rows[:body])
        for piece in row.pieces
        if (line := _as_headline(row, piece, printed))
    ]
    lead_stems = stems(lead)
    scored = [
        (_score(rows, number, piece, line, body, lead_stems, printed), number, line)
        for number, piece, line in candidates
    ]
    scored = _without_masthead(rows, scored)
    best = max((score for score, _number, _line in scored), default=0.0)
    if best < CONVINCING:
        return _sentence_as_headline(rows, body, lead)
    # What stands under a headline may repeat its words: the first that is as good is taken.
    for at, (score, _number, line) in enumerate(scored):
        if score == best or (score >= best - NEARLY_AS_GOOD and line.words >= 5):
            return _topmost(scored[: at + 1], lead_stems)
    return None


def _topmost(scored: list[tuple[float, int, Line]], lead: set[str]) -> tuple[int, Line]:
    """The last of some lines, or the one that stands as a headline right over it."""
    (_score, number, line), *above = reversed(scored)
    for score, row, one in above:
        leads = row == number - 1 and _may_lead(one) and len(stems(one.text) & lead) >= 2
        if not leads or score < CONVINCING or one.words < 5:
            break
        number, line = row, one
    return number, line


def _may_lead(line: Line) -> bool:
    """Whether a line is no trail ("News > Culture", "A – B – C") and no name of who publishes."""
    if ">" in line.text or len(_OUTLET.findall(line.text)) > 1:
        return False
    return not of_press_office(line.text) and not is_institution(line.text)


def _without_masthead(
    rows: Sequence[Row], scored: list[tuple[float, int, Line]]
) -> list[tuple[float, int, Line]]:
    """Without the name of who publishes, where what follows it says more."""
    kept: list[tuple[float, int, Line]] = []
    for at, (score, number, line) in enumerate(scored):
        masthead = bool(periodical_in(rows[number].line.text)) or _is_on_top(rows, number)
        named = masthead or (not kept and is_institution(line.text))
        least = 3 if masthead else 5
        following = ((more, one.words) for more, _row, one in scored[at + 1 :])
        if not named or not any(more >= CONVINCING and count >= least for more, count in following):
            kept.append((score, number, line))
    return kept


def _is_on_top(rows: Sequence[Row], number: int) -> bool:
    """Whether it is a name over a menu on top of the page, or the motto under a name there."""
    if number > 1 or number + 1 >= len(rows) or not _is_short_name(rows[0]):
        return False
    line, after = rows[number].line, rows[number + 1]
    if number == 0:
        return len(after.pieces) > 2 and not after.is_stamp
    return not line.after_gap and after.line.after_gap and after.kind is Kind.TEXT


def _is_short_name(row: Row) -> bool:
    """ "The Southern Star", "Eesti Elu – Estonian Life"."""
    parts = _OUTLET.split(row.line.text)
    return row.kind is Kind.TEXT and row.line.words <= 6 and all(map(is_title, parts))


def periodical_in(text: str) -> str:
    """The name of a paper in its masthead: "The Oak – Newsletter of …", "Oak News No. 3"."""
    names = page_words().periodicals
    issue = _ISSUE.search(text)
    parts = _OUTLET.split(text[: issue.start()] if issue else text)
    own = [folded(part).split() for part in parts]
    named = issue and any(not names.isdisjoint(words) for words in own)
    described = [at for at, words in enumerate(own) if words and words[0] in names]
    if named or (described and (len(parts) > 1 or is_title(text))):
        return parts[0].strip(" ,.(")
    return ""


def is_institution(name: str) -> bool:
    """Whether a short line names an institution that has a page of its own."""
    plain = f" {folded(name)} "
    short = name.count(" ") < 10 and is_title(name)
    return short and any(f" {word} " in plain for word in page_words().publishers)


def _printed(rows: Iterable[Row]) -> Counter[str]:
    return Counter(folded((piece.value or piece.line).text) for row in rows for piece in row.pieces)


def _as_headline(row: Row, piece: Piece, printed: Counter[str]) -> Line | None:
    if piece.kind is not Kind.TEXT:
        return None
    if piece.value:
        return piece.value
    if len(row.pieces) > 1 and piece.line.words < 5 and printed[folded(piece.line.text)] < 2:
        return None
    return without_outlet(piece.line, printed)


def without_outlet(line: Line, printed: Counter[str]) -> Line:
    """ "Title | The Example" without the outlet, where something tells that it is one."""
    cuts = list(_OUTLET.finditer(line.text))
    if not cuts or line.text.count(" ") < 3:
        return line
    cut = cuts[-1]
    title, outlet = line.part(0, cut.start()), line.part(cut.end(), len(line.text))
    known = printed[folded(title.text)] or printed[folded(outlet.text)] or is_outlet(outlet.text)
    if known and outlet.words <= 6 and title.words >= 2:
        return title
    return line


def _score(
    rows: Sequence[Row],
    number: int,
    piece: Piece,
    line: Line,
    body: int,
    lead: set[str],
    printed: Counter[str],
) -> float:
    own = stems(line.text)
    shared = len(own & lead) / len(own) if own else 0.0
    score = _of_its_length(line.words) + 3 * shared - (0.7 if not shared else 0)
    score += 3.0 if piece.value else 0.0
    if printed[folded(line.text)] > 1 or line is not piece.line:
        score += 2.0 if line.words >= 5 else 1.0
    if is_small_word(line.text.split()[-1]):
        score -= 1.5  # it goes on in the next line
    before = rows[number - 1] if number else None
    after = rows[number + 1] if number + 1 < len(rows) else None
    if any(row and row.is_stamp for row in (before, after)):
        score += 0.8
    if all(_is_short(row) for row in (before, after)):
        score -= 1.5
    if number + 1 == body and after:
        # A dateline stands right under a headline.
        score += 0.8 if _has_dateline(after.line.text) else 0.4
    label = page_words().openings.get(folded(before.line.text)) if before else ""
    score += 3.0 if label == "headline" else 0.0
    score += 0.5 if line.after_gap and after and after.line.after_gap else 0.0
    score -= 1.0 if line.dotted or len(rows[number].pieces) > 1 else 0.0
    score -= 1.5 if is_outlet(line.text) else 0.0
    score -= 1.0 if line.words <= 3 and is_name(line.text) and shared < 0.5 else 0.0
    score -= 1.2 if ends_a_sentence(line.text) and line.text[-1] in ".։。" else 0.0
    return score - (1.5 if line.text[-1] in ":," else 0.0)


def _has_dateline(text: str) -> bool:
    opening = opening_of(text)
    return bool(opening and opening.place)


def _of_its_length(words: int) -> float:
    if words > 25:
        return -1.0 if words <= 35 else -3.0
    return {1: -2.0, 2: -1.0, 3: 0.0, 4: 0.7}.get(words, 1.2)


def _is_short(row: Row | None) -> bool:
    return bool(row) and row.kind is Kind.TEXT and row.line.words <= 3


def _sentence_as_headline(rows: Sequence[Row], body: int, lead: str) -> tuple[int, Line] | None:
    """A short sentence that stands alone over a longer paragraph which says the same."""
    prose = [number for number in range(body, len(rows)) if rows[number].kind is Kind.PROSE][:2]
    if len(prose) < 2:
        return None
    first, second = rows[prose[0]].line, rows[prose[1]].line
    own = stems(first.text)
    if not own or first.words > 25:
        return None
    if folded(first.text) == folded(second.text) or second.text.startswith(first.text):
        return prose[0], first
    shared = len(own & stems(second.text)) / len(own)
    # On top of the page, far shorter than what follows, and of the same things.
    on_top = first.start < 4 and first.words <= 14 and second.words >= 1.8 * first.words
    if on_top and len(own & stems(lead.partition(first.text)[2] or lead)) / len(own) >= 0.25:
        return prose[0], first
    asks = first.text[-1] in "?!"
    if first.words <= 16 and second.words > 1.4 * first.words and shared >= (0.3 if asks else 0.6):
        return prose[0], first
    return None
