"""The pasted text as the desk shows it: what was found in colour, what was shed set back."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reports.intake.document import Span
from reports.intake.plan import Plan
from reports.intake.proposal import Proposal, item_key


class Piece(NamedTuple):
    """A stretch of the text, and what it was taken for."""

    text: str
    kind: str = ""  # person, organization, work, date, place, …; "shed"; empty: nothing
    address: str = ""  # of the row or field it led to
    reason: str = ""  # why it was shed


class Finding(NamedTuple):
    span: Span
    kind: str
    address: str = ""
    reason: str = ""


def pieces(proposal: Proposal, plan: Plan) -> Iterator[Piece]:
    """The whole text in order, cut where something was found."""
    text, at = proposal.copy.text, 0
    for finding in _apart(_findings(proposal, _addresses(plan)), len(text)):
        if finding.span.start > at:
            yield Piece(text[at : finding.span.start])
        yield Piece(text[finding.span.start : finding.span.end], *finding[1:])
        at = finding.span.end
    if at < len(text):
        yield Piece(text[at:])


def _addresses(plan: Plan) -> dict[str, str]:
    """Where on the page each row stands, by its key."""
    return {
        row.key: f"#row-{name}-{number}"
        for name in ("people", "organizations", "programme", "works", "statements")
        for number, row in enumerate(getattr(plan, name))
    }


def _findings(proposal: Proposal, rows: Mapping[str, str]) -> Iterator[Finding]:
    """What was found, the telling ones first: of two that meet the later is left out."""
    for noun, named in (("person", proposal.people), ("organization", proposal.organizations)):
        for one in named:
            address = rows.get(item_key(noun, one.name), "")
            yield from (Finding(span, noun, address) for span in one.spans or (one.span,))
    for work in proposal.works:
        yield Finding(work.span, "work", rows.get(item_key("work", work.title), ""))
    yield from _values(proposal)
    for person in proposal.people:
        if person.title_span:
            address = rows.get(item_key("person", person.name), "")
            yield Finding(person.title_span, "capacity", address)
    for part in proposal.programme:
        key = item_key("part", " ".join((part.kind, *part.works)))
        yield Finding(part.span, "part", rows.get(key, ""))
    if headline := proposal.copy.headline:
        yield Finding(headline, "headline", "#id_headline")
    for shed in proposal.copy.shed:
        yield Finding(shed.span, "shed", reason=shed.reason)


def _values(proposal: Proposal) -> Iterator[Finding]:
    """Where the dates, the place and the occasion stand in the text."""
    where = proposal.where
    values = (
        (proposal.when, "date", "start"),
        (where.venue, "place", "venue"),
        (where.city, "place", "city"),
        (where.country, "place", "country"),
        (proposal.occasion, "occasion", "occasion"),
    )
    for value, kind, field in values:
        if value and value.span:
            yield Finding(value.span, kind, f"#id_{field}")
    if published := proposal.copy.published_span:
        yield Finding(published, "date", "#id_published")


def _apart(findings: Iterable[Finding], length: int) -> list[Finding]:
    """Those that share no character with an earlier one, in the order of the text."""
    taken: list[Finding] = []
    covered = bytearray(length)
    for finding in findings:
        start, end = finding.span
        if start < end and covered.find(1, start, end) < 0:
            covered[start:end] = b"\1" * (end - start)
            taken.append(finding)
    return sorted(taken)
