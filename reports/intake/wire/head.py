"""What stands over a report and under it: date, names, section, standfirst, sign-off."""

import re
from collections.abc import Sequence

from reports.intake import gazetteer
from reports.intake.wire.body import Body
from reports.intake.wire.claims import Claims
from reports.intake.wire.furniture import FIELDS, Kind, Piece, is_name, is_outlet, is_title
from reports.intake.wire.heading import Row, is_institution, periodical_in
from reports.intake.wire.lines import Line
from reports.intake.wire.opening import opening_of
from reports.intake.wire.page_words import folded, page_words
from reports.intake.wire.publisher import of_press_office
from reports.intake.wire.stamps import stamps_in

A_DATED_LINE = 12  # words at most
_MOTTO = re.compile(r"\s+[–—|-]\s+|\s{2,}")  # The Example – all the news
_LETTERS = re.compile(r"[A-Z]{3,6}")
A_STANDFIRST = 5  # words; a shorter line under a headline is a name or a word of the page


def read_head(
    rows: Sequence[Row], begins: int, found: tuple[int, Line] | None, claims: Claims
) -> list[Row]:
    """Take what stands over the body; the rows of the body are left."""
    at, headline = found or (begins, None)
    if headline:
        claims.claim("headline", headline)
    title = folded(headline.text) if headline else ""
    _read_masthead(rows[:begins], at, claims)
    kept: list[Row] = []
    stamped = any(row.is_stamp for row in rows[at + 1 : begins]) if found else True
    for number, row in enumerate(rows[:begins]):
        if _is_of_a_gathering(rows, number):
            kept.append(Row(row.line, [Piece(row.line, Kind.PROSE)]))
            continue
        if number != at or not found:
            _read_any_date(row.line, claims)
        for piece in row.pieces:
            distance = number - at if number > at else at - number + 0.5
            rank = 2 + 0.25 * max(0.0, min(distance, 40.0) - 1)
            if piece.kind is Kind.PROSE and number != at:
                claims.leave_out(piece.line, "menu")
            elif piece.kind in (Kind.TEXT, Kind.PROSE):
                under = found is not None and number > at
                kept += _read_text(row, piece, under, title, headline, claims)
            elif piece.kind is Kind.SECTION and not _is_section(row, piece):
                claims.leave_out(piece.line, "menu")
            else:
                _keep_last_section(piece, number < at, claims)
                claims.piece(piece, rank)
    rest = list(rows[begins:])
    if found:
        rest = _read_standfirst(rest, stamped, claims)
    return kept + rest


def _read_any_date(line: Line, claims: Claims) -> None:
    """A whole date in a short line over the body, for where nothing else tells the day."""
    if line.words > A_DATED_LINE:
        return
    for stamp in stamps_in(line.text):
        if stamp.day and stamp.year:
            claims.date(3.9, line, stamp)
            return


def read_town(
    rows: Sequence[Row], begins: int, found: tuple[int, Line] | None, claims: Claims
) -> None:
    """The town in a line beside the headline with nothing else, or nothing but the date."""
    at = found[0] if found else 0
    for row in rows[max(0, at - 2) : min(begins, at + 4)]:
        if len(row.pieces) == 1 and (place := _town_of(row)):
            claims.claim("dateline", place)
            return


def _town_of(row: Row) -> Line | None:
    """ "Oban – Sunday 16 November 2025", "Montceau-les-Mines"."""
    opening = opening_of(row.line.text, alone=True)
    if opening and opening.place and opening.stamp:
        place = row.line.part(*opening.place)
    else:
        place = row.line
    named = gazetteer.places_named(place.text.split(",")[0]) if place.words < 5 else ()
    return place if named and named[0].kind == "city" else None


def _is_of_a_gathering(rows: Sequence[Row], number: int) -> bool:
    """ "Date: 12 May" beside "Venue: …" is the day of a gathering."""
    row = rows[number]
    if row.pieces[0].reason == FIELDS or (row.kind is not Kind.STAMP and not _has_label(row)):
        return False
    near = [*rows[max(0, number - 3) : number], *rows[number + 1 : number + 4]]
    labelled = ":" in row.line.text
    return labelled and (_has_label(row) or any(_has_label(one) for one in near))


def _has_label(row: Row) -> bool:
    label, colon, value = row.line.text.partition(":")
    return bool(colon and value.strip()) and folded(label) in page_words().of_a_gathering


def _read_masthead(head: Sequence[Row], at: int, claims: Claims) -> None:
    """The name of the outlet over everything else."""
    periodicals = filter(None, (_periodical(head, number) for number in range(min(at, 4))))
    if name := next(periodicals, ""):
        claims.source(0.95, name)
    else:
        _read_outlet(head, at, claims)


def _read_outlet(head: Sequence[Row], at: int, claims: Claims) -> None:
    """The name of an outlet or institution, mostly over a menu."""
    for number, row in enumerate(head[: min(at, 4)]):
        piece = row.pieces[0]
        if piece.kind is not Kind.TEXT or piece.value or row.line.words > 40:
            continue
        name = piece.line.text
        office = of_press_office(name)
        if any(map(str.isdigit, name)):
            continue  # Press release No. 12
        over_menu = number + 1 < len(head) and len(head[number + 1].pieces) > 1
        if office:
            claims.source(0.9, office)
        elif over_menu and len(row.pieces) == 1 and piece.line.words <= 6 and is_title(name):
            claims.source(0.9, name)
        elif is_outlet(name):
            claims.source(1.5, name)
        elif is_institution(name):
            claims.source(1.6, name)
            return
        if is_outlet(name) or office:
            return
    # Right over a headline, without a gap, stands rather who wrote it.
    if 0 < at < len(head) and (at > 1 or head[1].line.after_gap):
        claims.source(2.95, _first_name(head[0]))


def _periodical(head: Sequence[Row], number: int) -> str:
    """The name of a paper, which may stand over the line that says what it is."""
    name = periodical_in(head[number].line.text) if head[number].kind is Kind.TEXT else ""
    above = _first_name(head[number - 1]) if number and name == head[number].line.text else ""
    return above or name


def _first_name(row: Row) -> str:
    """What the first line of a page begins with, where it may be the name of an outlet."""
    if row.pieces[0].kind is not Kind.TEXT:
        return ""
    name = _MOTTO.split(row.pieces[0].line.text)[0].strip()
    named = is_title(name) and not gazetteer.places_named(name)
    if (named and 2 <= len(name.split()) <= 5) or _LETTERS.fullmatch(name):
        return name
    return ""


def _is_section(row: Row, piece: Piece) -> bool:
    """Of a row the end of a trail ("News > Culture") or what stands beside the date; no menu."""
    if len(row.pieces) == 1 or row.is_stamp:
        return True
    last = [one for one in row.pieces if one.kind is Kind.SECTION][-1]
    trail = any(mark in row.line.text for mark in (">", "›", "»", "→", " / "))
    return trail and piece is last


def _keep_last_section(piece: Piece, above: bool, claims: Claims) -> None:
    """Of a trail of sections the last one is the report's."""
    if piece.kind is Kind.SECTION and above and "section" in claims.parts:
        claims.leave_out(claims.parts.pop("section"), "menu")


def _read_text(
    row: Row, piece: Piece, under: bool, title: str, headline: Line | None, claims: Claims
) -> list[Row]:
    """A line of words over the body; under the headline it may say something of the report."""
    line = piece.value or piece.line
    plain = folded(line.text)
    if headline and headline.start >= line.start and headline.end <= line.end:
        outlet = line.part(headline.end - line.start, len(line.text))
        claims.source(1.2, outlet.text)
        claims.leave_out(piece.line, "source" if outlet.text else "label")
        return []
    if title and (
        plain == title or (plain.startswith(title) and line.words - 6 <= title.count(" "))
    ):
        claims.leave_out(line, "repeated headline")
        return []
    opening = opening_of(line.text, alone=True)
    if opening and opening.place and (under or not headline or opening.stamp):
        take_opening(line, opening, claims)
        return []
    if opening and opening.agency and not opening.place:
        claims.source(0.5, opening.agency)
        claims.leave_out(line, "source")
    elif is_outlet(line.text) and (under or len(row.pieces) > 1):
        claims.source(1.6 if under else 1.7, line.text)
        claims.leave_out(line, "source")
    elif under and line.words >= A_STANDFIRST:
        if not claims.claim("standfirst", line):
            return [Row(line, [Piece(line, Kind.PROSE)])]
    elif under and 2 <= line.words <= 4 and is_name(line.text) and not line.text.isupper():
        claims.byline(line)
    else:
        if under and line.text.isupper() and line.text.isalpha() and 2 <= len(line.text) <= 6:
            claims.source(2.4, line.text)
        claims.leave_out(line, "menu")
    return []


def take_opening(line: Line, opening, claims: Claims) -> None:
    """The place, date and agency of a dateline."""
    if opening.place:
        claims.claim("dateline", line.part(*opening.place))
    stamp = opening.stamp
    if stamp:
        claims.claim("dateline_date", line.part(stamp.start, stamp.end))
        claims.date(3.2 if opening.place else 3.0, line, stamp)
    known = folded(opening.agency) in page_words().agencies
    claims.source(0.88 if known else 2.0, opening.agency or opening.outlet)
    claims.leave_out(line.part(0, opening.end), "agency" if opening.agency else "mark")


def _read_standfirst(rows: list[Row], stamped: bool, claims: Claims) -> list[Row]:
    """One paragraph over the date or the byline, or over the dateline, is a standfirst."""
    if len(rows) < 3 or rows[0].kind is not Kind.PROSE or "standfirst" in claims.parts:
        return rows
    following = opening_of(rows[1].line.text)
    dateline = rows[1].kind is Kind.PROSE and following and following.place
    dated = rows[1].is_stamp and not stamped
    if opening_of(rows[0].line.text) or not (dated or dateline):
        return rows
    claims.claim("standfirst", rows[0].line)
    return rows[1:]


def read_tail(body: Body, paragraphs: list[Line], claims: Claims) -> None:
    """What was met in the body and after it."""
    claims.photos += body.photos
    for number, piece in enumerate(body.pieces):
        after = number >= body.after
        photos, stands_in = piece.photos, 3.5 if after else 3.3
        claims.piece(piece, stands_in)
        claims.photos -= photos
    for line, reason in body.left_out:
        if reason in ("sign-off", "menu"):
            office = of_press_office(line.text)
            if office:
                claims.source(2.6, office)
            elif is_outlet(line.text) and len(line.text) > 2:
                claims.source(2.8, line.text)
            elif not claims.parts.get("byline") and _is_writer(line, paragraphs):
                claims.byline(line)
                continue
        claims.leave_out(line, reason)
    _sign_off(body, claims)


def _is_writer(line: Line, paragraphs: Sequence[Line]) -> bool:
    """Whether a name stands alone at the end, and is not somebody that the report tells of."""
    alone = line.words in (2, 3) and is_name(line.text)
    return alone and not any(line.text in paragraph.text for paragraph in paragraphs)


def _sign_off(body: Body, claims: Claims) -> None:
    """ "Embassy of …" over a date, at the end: who published it."""
    stamps = [piece.line.start for piece in body.pieces[body.after :] if piece.kind is Kind.STAMP]
    for line, reason in body.left_out:
        near = any(0 < start - line.end <= 3 for start in stamps)
        if near and reason in ("sign-off", "menu") and is_title(line.text):
            claims.source(2.6, line.text)
