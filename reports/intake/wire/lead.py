"""The first paragraph of a report, without the dateline and the headline printed before it."""

import re

from reports.intake.wire.claims import Claims
from reports.intake.wire.head import take_opening
from reports.intake.wire.lines import Line
from reports.intake.wire.opening import opening_of
from reports.intake.wire.page_words import folded, page_words

_ONE = re.compile(r"\s*[-–—|:+]?\s*[\[(]?\s*(?<![^\W\d_])([^\W\d_]+)\s*[\])]?$")
_TWO = re.compile(
    r"\s*[-–—|:+]?\s*[\[(]?\s*(?<![^\W\d_])([^\W\d_]+)\s?[/+&,]\s?([^\W\d_]+)\s*[\])]?$"
)


def read_lead(paragraphs: list[Line], found: tuple[int, Line] | None, claims: Claims) -> list[Line]:
    """The paragraphs, the first without its opening; the headline without "(PHOTOS)"."""
    if found:
        claims.parts["headline"] = _without_photos(found[1], claims)
    if not paragraphs:
        return []
    first, *rest = paragraphs
    first = _without_headline(first, claims)
    opening = opening_of(first.text)
    if opening and opening.end < len(first.text):
        take_opening(first, opening, claims)
        first = first.part(opening.end, len(first.text))
    return [first, *rest]


def _without_headline(line: Line, claims: Claims) -> Line:
    """The headline printed once more at the start of the first paragraph."""
    headline = claims.parts.get("headline")
    if not headline or headline.words < 4 or not line.text.startswith(headline.text):
        return line
    rest = line.text[len(headline.text) :].lstrip(" .:–—-")
    if not rest or rest[0].islower():
        return line
    claims.leave_out(line.part(0, len(headline.text)), "repeated headline")
    return line.part(len(line.text) - len(rest), len(line.text))


def _without_photos(line: Line, claims: Claims) -> Line:
    """A headline may end with what is to be seen: "(PHOTOS)", "– FOTO/VİDEO"."""
    pictures = page_words().photo
    for pattern in (_TWO, _ONE):
        suffix = pattern.search(line.text[-40:])
        seen = [folded(word) for word in suffix.groups()] if suffix else []
        if suffix and all(word in pictures or word in ("video", "видео") for word in seen):
            break
    else:
        return line
    start = len(line.text) - len(suffix.group())
    bracketed = "+" in suffix.group() or suffix.group().rstrip()[-1] in ")]"
    if start < 8 or not (bracketed or suffix[1].isupper()):
        return line
    claims.photos += any(word in pictures for word in seen)
    claims.leave_out(line.part(start, len(line.text)), "photo")
    return line.part(0, start)
