"""Read the raw text of a page as a report."""

import re
from collections.abc import Iterator
from dataclasses import replace

from events.dates import PartialDate
from reports.intake.document import Span
from reports.intake.language import language_of
from reports.intake.mending import legible, mended
from reports.intake.wire.body import body_of
from reports.intake.wire.claims import Claims
from reports.intake.wire.clean_copy import Shed, WireCopy
from reports.intake.wire.furniture import Kind, pieces_of
from reports.intake.wire.head import read_head, read_tail, read_town
from reports.intake.wire.heading import Row, body_begins, headline_of
from reports.intake.wire.lead import read_lead
from reports.intake.wire.lines import Line, lines_of
from reports.intake.wire.page_words import page_words
from reports.intake.wire.publisher import bureau_of, of_hearing, of_reporting, of_sign_off
from reports.intake.wire.stamps import stamp_of

LOOKED_AT = 1500  # lines; a page has not so many, and a book is no report
_LONG_LINE = re.compile(r"[^\s](?:[^\n]{58,}[^\s])")
READ_FOR_NAMES = 1500  # characters of a paragraph
_PREFIX = re.compile(
    r"date\s+[12][0-9]{3}(?:-[01][0-9]){1,2}(?:-[0-3][0-9])?(?![0-9-])", re.IGNORECASE
)
_NOT_SPACE = re.compile(r"\S(?:[^\n]*\S)?")
_ALL = re.compile(r"\S(?:[\s\S]*\S)?")


def parse_wire(text: str, *, published: PartialDate | None = None) -> WireCopy:
    """The clean copy of the one report in a text; `published` is known from elsewhere.

    A headline is only what stands as one. A copy that begins with its first sentence has none,
    nor has a text of one paragraph: what to call such a report is for its editor to say.
    """
    text = legible(text)
    clean = mended(text)
    claims = Claims()
    looked_at = _looked_at(clean)
    rows = list(_rows(clean, looked_at, claims))
    begins = body_begins(rows)
    lead = " ".join(
        row.line.text[:600] for row in rows[begins : begins + 4] if row.kind is Kind.PROSE
    )
    found = headline_of(rows, begins, lead)
    begins = max(begins, found[0] + 1) if found else begins
    body_rows = read_head(rows, begins, found, claims)
    body = body_of(body_rows, found[1].text if found else "")
    paragraphs = read_lead(body.paragraphs, found, claims)
    read_town(rows, begins, found, claims)
    read_tail(body, paragraphs, claims)
    paragraphs += _beyond(clean, looked_at)
    return _copy(text, clean, claims, paragraphs, published)


def _looked_at(clean: str) -> int:
    """Where the lines end that are looked at one by one."""
    end = 0
    for _line in range(LOOKED_AT):
        end = clean.find("\n", end) + 1
        if not end:
            return len(clean)
    return end


def _beyond(clean: str, start: int) -> list[Line]:
    """The long lines of what is too long for a page."""
    found = _LONG_LINE.finditer(clean, start)
    return [Line(*match.span(), match.group()) for match in found]


def _rows(clean: str, looked_at: int, claims: Claims) -> Iterator[Row]:
    plain = clean[:looked_at].casefold()
    phrases = {phrase: reason for phrase, reason in page_words().phrases.items() if phrase in plain}
    for number, line in enumerate(lines_of(clean[:looked_at])):
        prefix = _PREFIX.match(line.text) if number < 60 else None
        if prefix:
            stamped = line.part(0, prefix.end())
            stamp = stamp_of(stamped.text)
            if stamp:
                claims.date(0.5, stamped, replace(stamp, label=""))
                claims.leave_out(stamped, "date line")
                line = line.part(prefix.end(), len(line.text))
        if line.text:
            yield Row(line, pieces_of(line, phrases))


def _copy(
    text: str,
    clean: str,
    claims: Claims,
    paragraphs: list[Line],
    published: PartialDate | None,
) -> WireCopy:
    parts = {name: Span(line.start, line.end) for name, line in claims.parts.items()}
    body = [Span(line.start, line.end) for line in paragraphs if line.text]
    dated = claims.best_date
    if published and dated and dated[3].day_printed != published:
        dated = None
    stamp_span = Span(dated[1], dated[2]) if dated else None
    head = [line.text[:READ_FOR_NAMES] for line in paragraphs[:3]]
    bureau, agency = bureau_of(" ".join(head))
    claims.source(2.1, agency)
    claims.source(
        2.2, of_reporting([*head[:2], *(line.text[-READ_FOR_NAMES:] for line in paragraphs[-1:])])
    )
    claims.source(0.85, of_sign_off(paragraphs[-1].text) if paragraphs else "")
    if not claims.sources:
        claims.source(2.9, of_hearing(line.text[:READ_FOR_NAMES] for line in paragraphs))
    taken = sorted({*parts.values(), *body, *([stamp_span] if stamp_span else [])})
    return WireCopy(
        text=text,
        clean=clean,
        **parts,
        bureau=bureau,
        source=claims.best_source,
        language=_language(clean, parts.get("headline"), body),
        published=published or (dated[3].day_printed if dated else None),
        published_span=stamp_span,
        published_time=claims.time_of(dated[3].day_printed) if dated else None,
        paragraphs=body,
        photos=claims.photos,
        shed=list(_shed(clean, claims, taken)),
    )


def _shed(clean: str, claims: Claims, taken: list[Span]) -> Iterator[Shed]:
    for start, end, reason in claims.leftovers(clean, [(one.start, one.end) for one in taken]):
        by_line = _NOT_SPACE if end - start < 100_000 else _ALL
        for words in by_line.finditer(clean, start, end):
            yield Shed(Span(*words.span()), reason)


def _language(clean: str, headline: Span | None, body: list[Span]) -> str:
    spans = [*body[:12], *([headline] if headline else [])]
    said = " ".join(clean[span.start : min(span.end, span.start + 2000)] for span in spans)
    return language_of(said or clean[:4000])
