"""Several reports in one file: where one ends and the next begins. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from reports.intake.document import Span
from reports.intake.html import is_html, text_of_html
from reports.intake.wire import parse_wire
from reports.intake.wire.page_words import page_words

LEAST_WORDS = 8  # a shorter part is a footer or a number, and stays with the one before
A_REPORT = 25  # words of sentences; what stands between two rules has to have so many
LONGEST_MASTHEAD = 60  # characters

_FEED = re.compile(r"\f")
# What each report of a file may begin with: a date of storage, a label.
_STAMPED = re.compile(
    r"^[ \t]*date[ \t]+[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?(?![0-9-])", re.MULTILINE
)
# A line of dashes or stars, a mark of the end, "Document 3 of 20".
_RULE = re.compile(
    r"^[ \t]*(?:([-*=_~#•·–—])(?:[ \t]?\1){2,}|-?ends?-|-30-"
    r"|(?:document|article|report|item|text)[ \t]+[0-9]{1,4}(?:[ \t]+of[ \t]+[0-9]{1,4})?[.:]?)"
    r"[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BLOCK_START = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*([^\n]+)")


def separate(text: str) -> list[str]:
    """The reports of a text, in order; the text itself where it is one."""
    return [text[span.start : span.end] for span in parts_of(text)]


def reports_in(text: str, *, is_markup: bool = False) -> list[str]:
    """The reports of a text that may be the markup of a page, in order."""
    return separate(text_of_html(text) if is_markup or is_html(text) else text)


def parts_of(text: str) -> list[Span]:
    """Where the reports of a text stand.

    Form feeds and repeated stamps and labels are made by programs, and believed. A rule or a
    repeated line may as well be inside of one report: then each part has to be one by itself.
    """
    fed = _between(_at(_FEED, text), text)
    if len(fed) > 1:
        return fed
    found = [[Span(0, len(text))]]
    for cuts in (_before_each(_STAMPED, text), _before_each(_labelled(), text)):
        found.append(_between(cuts, text))
    for cuts in (_at(_RULE, text), list(_before_mastheads(text))):
        spans = _between(cuts, text)
        if len(spans) > 1 and all(_is_report(text, span) for span in spans):
            found.append(spans)
    return max(found, key=len)


@cache
def _labelled() -> re.Pattern[str]:
    """ "Headline: …", in any language."""
    words = [word for word, what in page_words().openings.items() if what == "headline"]
    labels = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"^[ \t]*(?:{labels})[ \t]*:[ \t]*\S", re.IGNORECASE | re.MULTILINE)


def _at(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _before_each(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Cuts before what begins a report; the first one begins with the text."""
    starts = [_with_headline(text, match.start()) for match in pattern.finditer(text)]
    return [(start, start) for start in starts[1:]]


def _with_headline(text: str, start: int) -> int:
    """A line right above a stamp, after an empty one or a sentence, is the headline below."""
    begins = text.rfind("\n", 0, max(0, start - 1)) + 1
    line = text[begins:start].strip()
    before = text[max(0, begins - 12) : begins]
    apart = not before.strip() or "\n\n" in before or before.rstrip()[-1] in '.!?”"…'
    headline = 0 < len(line) <= 200 and line[-1] not in ".;,:"
    return begins if headline and apart else start


def _before_mastheads(text: str) -> Iterator[tuple[int, int]]:
    """Cuts before a line that opens the text and comes again after an empty line."""
    starts = [match.span(1) for match in _BLOCK_START.finditer(text)]
    lines = [text[start:end].strip() for start, end in starts]
    counted = Counter(line for line in lines if len(line) <= LONGEST_MASTHEAD)
    if not lines or counted[lines[0]] < 2:
        return
    for (start, _end), line in list(zip(starts, lines, strict=True))[1:]:
        if line == lines[0]:
            yield start, start


def _between(cuts: list[tuple[int, int]], text: str) -> list[Span]:
    """What stands between the cuts, too short parts with the one before."""
    spans: list[Span] = []
    start = 0
    for before, after in [*cuts, (len(text), len(text))]:
        words = len(text[start:before].split(None, LEAST_WORDS))
        if words >= LEAST_WORDS:
            spans.append(Span(start, before))
        elif words and spans:
            spans[-1] = Span(spans[-1].start, before)
        elif words:
            continue  # a heading of the whole file goes with the first report
        start = after
    return spans


def _is_report(text: str, span: Span) -> bool:
    copy = parse_wire(text[span.start : span.end])
    words = sum(len(copy.clean[one.start : one.end].split()) for one in copy.paragraphs)
    said = bool(copy.headline or copy.dateline or copy.published)
    return words >= (A_REPORT if said else 2 * A_REPORT)
