"""Clean copies of reports, as the wire reads them, for the finders that come after."""

import re

from events.dates import PartialDate
from reports.intake.document import Document, Span
from reports.intake.wire.clean_copy import WireCopy


def document_of(
    text: str,
    *,
    published: str | None = "2026-02-27",
    language: str = "en",
    headline: str = "",
    dateline: str = "",
) -> Document:
    """Paragraphs parted by empty lines, with a headline and a dateline before them if wanted."""
    start = len(headline) + 2 if headline else 0
    lead = f"{dateline} – " if dateline else ""
    whole = f"{headline}\n\n{lead}{text}" if headline else f"{lead}{text}"
    first = start + len(lead)
    paragraphs = [
        Span(match.start() + first, match.end() + first)
        for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)
    ]
    return Document.of(
        WireCopy(
            text=whole,
            clean=whole,
            headline=Span(0, len(headline)) if headline else None,
            dateline=Span(start, start + len(dateline)) if dateline else None,
            language=language,
            published=PartialDate.parse(published) if published else None,
            paragraphs=paragraphs,
        )
    )
