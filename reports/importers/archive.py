"""Take in a whole archive file: places and people first, then events, then reports.

Entries whose reference is on record are left as they are, so what the staff has changed since
stays. Either the whole file is taken in or nothing of it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from django.db import models, transaction

from events.actions.listing import list_records
from events.actions.publication import Missing, make_public, missing_from_event
from events.importers import archive as events_archive
from events.importers.entries import Entry, read_entries, save
from events.importers.media import make_media
from events.models import Event, EventMedia, Publishable
from reports.actions.publication import missing_from_report
from reports.models import Citation, Correction, Mention, Report, Source, Statement
from reports.models.mention import MENTIONABLE


class Archive(events_archive.Archive):
    """The records that entries refer to, sources and reports among them."""

    nouns = events_archive.Archive.nouns | {"source": Source, "report": Report}


def import_archive(lines: Iterable[bytes]) -> Counter[str]:
    """Take in the entries of a file; return how many of each kind are new.

    Raises BadEntry, which names line, reference and field, and changes nothing then.
    """
    made: defaultdict[str, list[int]] = defaultdict(list)
    with transaction.atomic():
        archive = Archive()
        for entry in read_entries(lines):
            make = _MAKERS.get(entry.text("kind", required=True))
            if make is None:
                raise entry.refuse("kind", f"is none of {', '.join(_MAKERS)}")
            ref = entry.text("ref", required=True)
            if archive.has(entry.kind, ref):
                continue
            record = make(entry, archive)
            entry.finish()
            archive.add(entry.kind, ref, record)
            made[entry.kind].append(record.pk)
        # Once for all, and only now that everything a heading comes from is there.
        list_records(Event.objects.filter(pk__in=made["event"]))
        list_records(Report.objects.filter(pk__in=made["report"]))
    return Counter({kind: len(pks) for kind, pks in made.items() if pks})


def _with_names(
    noun: str, make: Callable[[Entry, Archive], models.Model]
) -> Callable[[Entry, Archive], models.Model]:
    """A maker that also takes in the other names."""

    def make_named(entry: Entry, archive: Archive) -> models.Model:
        record = make(entry, archive)
        events_archive.make_names(entry, noun, record)
        return record

    return make_named


def _make_event(entry: Entry, archive: Archive) -> models.Model:
    event = events_archive.make_event(entry, archive)
    make_media(entry, EventMedia, event)
    return _published(entry, event, missing_from_event(event))


def _make_source(entry: Entry, archive: Archive) -> Source:
    source = Source(
        ref=entry.ref,
        name=entry.text("name", required=True),
        kind=entry.choice("type", Source.Kind, Source.Kind.WEBSITE),
        country=archive.find("place", entry, "country"),
        language=entry.text("language"),
        website=entry.text("website"),
        wikidata=entry.text("wikidata"),
        also_called="\n".join(name.text("text", required=True) for name in entry.parts("names")),
    )
    return save(entry, source)


def _make_report(entry: Entry, archive: Archive) -> Report:
    published = entry.partial_date("published", required=True)
    undated = Report.Precision.UNDATED if entry.flag("undated") else published.precision
    report = Report(
        ref=entry.ref,
        headline=entry.text("headline", required=True),
        standfirst=entry.text("standfirst"),
        body=entry.text("body"),
        source=archive.find("source", entry, "source", required=True),
        bureau=entry.text("bureau"),
        byline=entry.text("byline"),
        section=entry.text("section"),
        language=entry.text("language"),
        published_on=published.first,
        published_time=entry.clock("published_time"),
        date_precision=undated,
        source_url=entry.text("url"),
        dateline_place=archive.find("place", entry, "dateline_place"),
        dateline_date=entry.day("dateline_date"),
    )
    linked = {
        "cites": archive.find_all("source", entry, "cites"),
        "events": archive.find_all("event", entry, "events"),
        "topics": archive.find_all("topic", entry, "topics"),
    }
    save(entry, report)
    for field, records in linked.items():
        getattr(report, field).set(records)
    for part in entry.parts("mentions"):
        _make_mention(report, part, archive)
    for part in entry.parts("citations"):
        _make_citation(report, part, archive)
    for order, part in enumerate(entry.parts("statements")):
        _make_statement(report, order, part, archive)
    for part in entry.parts("corrections"):
        _make_correction(report, part)
    return _published(entry, report, missing_from_report(report))


def _make_mention(report: Report, part: Entry, archive: Archive) -> None:
    subjects = {noun: archive.find(noun, part, noun) for noun in MENTIONABLE}
    named = {noun: subject for noun, subject in subjects.items() if subject}
    if len(named) != 1:
        raise part.refuse("mentions", f"name one of {', '.join(MENTIONABLE)}")
    mention = Mention(report=report, words=part.text("words"), **named)
    part.finish()
    save(part, mention)


def _make_citation(report: Report, part: Entry, archive: Archive) -> None:
    event = archive.find("event", part, "event", required=True)
    citation = Citation(
        report=report,
        value=part.text("value"),
        sentence=part.text("sentence"),
        **_cited_fact(event, part, archive),
    )
    part.finish()
    save(part, citation)


def _cited_fact(event, part: Entry, archive: Archive) -> dict[str, object]:
    """The fact of the event that a citation is about."""
    role = part.text("role")
    person = archive.find("person", part, "person")
    organization = archive.find("organization", part, "organization")
    position = part.whole("programme")
    if person:
        return {"participation": _row(event.participations, part, role, person=person)}
    if organization:
        found = _row(event.involvements, part, role, organization=organization)
        return {"involvement": found}
    if position is not None:
        return {"programme_item": _row(event.programme, part, order=position - 1)}
    return {"event": event, "aspect": part.choice("aspect", Citation.Aspect)}


def _row(rows: models.Manager, part: Entry, role: str = "", **criteria) -> models.Model:
    found = rows.filter(**criteria, **({"role": role} if role else {})).first()
    if found is None:
        raise part.refuse("citations", "the event has no such fact")
    return found


def _make_statement(report: Report, order: int, part: Entry, archive: Archive) -> None:
    statement = Statement(
        report=report,
        order=order,
        event=archive.find("event", part, "event"),
        person=archive.find("person", part, "person"),
        capacity=part.text("capacity"),
        kind=part.choice("type", Statement.Kind),
        text=part.text("text", required=True),
    )
    part.finish()
    save(part, statement)


def _make_correction(report: Report, part: Entry) -> None:
    correction = Correction(
        report=report,
        date=part.day("date"),
        kind=part.choice("type", Correction.Kind),
        text=part.text("text", required=True),
    )
    part.finish()
    save(part, correction)


def _published(entry: Entry, record: Publishable, missing: list[Missing]) -> Publishable:
    """The record open to the public; the caller lists all of them together."""
    if missing:
        raise entry.refuse(missing[0].field, missing[0].sentence)
    make_public(record, missing)
    return record


_MAKERS: dict[str, Callable[[Entry, Archive], models.Model]] = {
    "place": _with_names("place", events_archive.make_place),
    "organization": _with_names("organization", events_archive.make_organization),
    "person": _with_names("person", events_archive.make_person),
    "occasion": _with_names("occasion", events_archive.make_occasion),
    "work": _with_names("work", events_archive.make_work),
    "source": _make_source,
    "topic": events_archive.make_topic,
    "event": _make_event,
    "report": _make_report,
}
