"""Read a report: from pasted text to what is proposed. Pure, and the same for the same text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from events.dates import DatePrecision, PartialDate
from reports.intake.document import Document
from reports.intake.happening import when_held, where_held
from reports.intake.kind import what_kind
from reports.intake.mentions.dates import called_today, find_dates
from reports.intake.mentions.occasion import find_occasion
from reports.intake.mentions.organizations import find_organizations
from reports.intake.mentions.people import find_people
from reports.intake.mentions.places import find_places
from reports.intake.mentions.programme import find_programme, programme_of
from reports.intake.mentions.statements import find_statements
from reports.intake.mentions.works import find_works
from reports.intake.mentions.written import day_written
from reports.intake.proposal import Proposal, ProposedPerson, Value
from reports.intake.roles import with_roles
from reports.intake.wire import WireCopy, parse_wire

Reader = Callable[[Document, Proposal], Proposal]


def propose(
    text: str, *, published: PartialDate | None = None, more: Reader | None = None
) -> Proposal:
    """All that the pasted text of one report says, as proposals."""
    return propose_from(parse_wire(text, published=published), more=more)


def propose_from(copy: WireCopy, *, more: Reader | None = None) -> Proposal:
    """All that a clean copy says, as proposals; a second reader may add to them."""
    document = Document.of(copy)
    if copy.dateline_date and not _is_dated(copy) and (written := day_written(document)):
        copy = replace(copy, published=PartialDate(written), published_span=copy.dateline_date)
        document = Document.of(copy)
    dates = find_dates(document)
    if not document.published and (today := called_today(document, dates)):
        copy = replace(copy, published=today.first, published_span=today.span)
        document = Document.of(copy)
        dates = find_dates(document)
    organizations = find_organizations(document)
    people = _without_writers(copy, find_people(document, organizations))
    named = [span for one in (*organizations, *people) for span in one.spans]
    places = find_places(document, named)
    occasion = find_occasion(document, dates)
    works = find_works(document, people)
    parts = find_programme(document, works)
    kind = what_kind(document, parts, occasion)
    programme = programme_of(kind.value, parts)
    statements = find_statements(document, people)
    kind = what_kind(document, programme, occasion)
    organizations, people = with_roles(
        document, organizations, people, statements, places, kind.value, occasion
    )
    proposal = Proposal(
        copy=copy,
        title=copy.headline and Value(document.words_of(copy.headline), copy.headline),
        kind=kind,
        when=when_held(document, dates, occasion),
        where=where_held(document, places, organizations),
        occasion=occasion,
        organizations=tuple(organizations),
        people=tuple(people),
        programme=tuple(programme),
        works=tuple(works),
        statements=tuple(statements),
    )
    return more(document, proposal) if more else proposal


def _without_writers(copy: WireCopy, people: Sequence[ProposedPerson]) -> Sequence[ProposedPerson]:
    """The people but for who wrote the report, and an outlet that has the name of one."""
    others = (shed.span for shed in copy.shed if shed.reason in ("byline", "label"))
    bylines = tuple(copy.clean[span.start : span.end] for span in (copy.byline, *others) if span)
    return [
        one
        for one in people
        if one.name != copy.source and not any(line.endswith(one.name) for line in bylines)
    ]


def _is_dated(copy: WireCopy) -> bool:
    """Whether the day is printed on which a report came out, not only its month."""
    return bool(copy.published) and copy.published.precision == DatePrecision.DAY
