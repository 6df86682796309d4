"""What a clean copy is: the parts of a report as it came from the wire, each with its place."""

from dataclasses import dataclass, field
from datetime import time
from typing import NamedTuple

from events.dates import PartialDate
from reports.intake.document import Span


class Shed(NamedTuple):
    """Something of the page that is not of the report, and why it was left out."""

    span: Span
    reason: str


@dataclass(frozen=True)
class WireCopy:
    """The parts of one report. Every character of `text` is in one of them, shed, or white space.

    The headline is None where the page gives none: some copies begin with the first sentence of
    the report, which is its lead and stays in the first paragraph. A reader of the copy may offer
    that sentence as a title; the copy does not say that one was printed.
    """

    text: str  # as given, in whole characters, lines ending in \n
    clean: str  # of the same length, damaged characters mended one for one
    headline: Span | None = None
    standfirst: Span | None = None
    dateline: Span | None = None  # the place of "BRUSSELS, 23 February –"
    dateline_date: Span | None = None
    byline: Span | None = None
    bureau: str = ""
    source: str = ""
    section: Span | None = None
    language: str = ""
    published: PartialDate | None = None
    published_span: Span | None = None
    published_time: time | None = None
    paragraphs: list[Span] = field(default_factory=list)
    photos: int = 0
    shed: list[Shed] = field(default_factory=list)

    @property
    def kept(self) -> list[Span]:
        """Every place that was kept, in the order of the text."""
        single = (
            self.headline,
            self.standfirst,
            self.dateline,
            self.dateline_date,
            self.byline,
            self.section,
            self.published_span,
        )
        return sorted({*(span for span in single if span), *self.paragraphs})
