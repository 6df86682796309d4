"""From entries of an archive file to places, people, events; docs/archive-file.md says the shape.

Each function makes one record of its kind from an entry; `archive` finds what it refers to.
"""

from django.db import models

from events.dates import DatePrecision
from events.importers.entries import BadEntry, Entry, save
from events.models import (
    Event,
    Name,
    Occasion,
    Organization,
    Person,
    Place,
    ProgrammeItem,
    Topic,
    Work,
)
from events.models.participation import Involvement, Participation


class Archive:
    """The records that entries refer to, by kind and reference."""

    nouns: dict[str, type[models.Model]] = {
        "place": Place,
        "organization": Organization,
        "person": Person,
        "occasion": Occasion,
        "work": Work,
        "topic": Topic,
        "event": Event,
    }

    def __init__(self):
        self._known: dict[tuple[str, str], models.Model] = {}
        for kind, model in self.nouns.items():
            key = self.key_of(kind)
            for record in model.objects.exclude(**{f"{key}__isnull": True}):
                self._known[kind, getattr(record, key)] = record

    @staticmethod
    def key_of(kind: str) -> str:
        """The field that holds the reference; a topic's is its slug, which is its address."""
        return "slug" if kind == "topic" else "ref"

    def has(self, kind: str, ref: str) -> bool:
        return (kind, ref) in self._known

    def add(self, kind: str, ref: str, record: models.Model) -> None:
        self._known[kind, ref] = record

    def find(self, kind: str, entry: Entry, field: str, *, required: bool = False):
        """The record a field refers to, None where it is absent."""
        ref = entry.text(field, required=required)
        return self.named(kind, ref, entry, field) if ref else None

    def find_all(self, kind: str, entry: Entry, field: str) -> list:
        return [self.named(kind, ref, entry, field) for ref in entry.refs(field)]

    def named(self, kind: str, ref: str, entry: Entry, field: str):
        try:
            return self._known[kind, ref]
        except KeyError:
            raise entry.refuse(field, f"no {kind} has the reference {ref!r:.80}") from None


def make_place(entry: Entry, archive: Archive) -> Place:
    return save(
        entry,
        Place(
            ref=entry.ref,
            name=entry.text("name", required=True),
            kind=entry.choice("type", Place.Kind),
            parent=archive.find("place", entry, "parent"),
            country_code=entry.text("country_code"),
            latitude=entry.number("lat"),
            longitude=entry.number("lon"),
            point_precision=entry.text("point_precision"),
            time_zone=entry.text("time_zone"),
            wikidata=entry.text("wikidata"),
            geonames=entry.whole("geonames"),
        ),
    )


def make_organization(entry: Entry, archive: Archive) -> Organization:
    return save(
        entry,
        Organization(
            ref=entry.ref,
            name=entry.text("name", required=True),
            kind=entry.choice("type", Organization.Kind, Organization.Kind.OTHER),
            seat=archive.find("place", entry, "seat"),
            parent=archive.find("organization", entry, "parent"),
            website=entry.text("website"),
            wikidata=entry.text("wikidata"),
        ),
    )


def make_person(entry: Entry, archive: Archive) -> Person:
    return save(
        entry,
        Person(
            ref=entry.ref,
            name=entry.text("name", required=True),
            sort_name=entry.text("sort_name"),
            wikidata=entry.text("wikidata"),
        ),
    )


def make_occasion(entry: Entry, archive: Archive) -> Occasion:
    original = entry.partial_date("date")
    return save(
        entry,
        Occasion(
            ref=entry.ref,
            name=entry.text("name", required=True),
            original_date=original and original.first,
            date_precision=original.precision if original else DatePrecision.DAY,
            place=archive.find("place", entry, "place"),
            description=entry.text("description"),
            wikidata=entry.text("wikidata"),
        ),
    )


def make_work(entry: Entry, archive: Archive) -> Work:
    work = Work(
        ref=entry.ref,
        title=entry.text("title", required=True),
        kind=entry.choice("type", Work.Kind, Work.Kind.OTHER),
        year=entry.whole("year"),
        wikidata=entry.text("wikidata"),
    )
    creators = archive.find_all("person", entry, "creators")
    save(entry, work).creators.set(creators)
    return work


def make_topic(entry: Entry, archive: Archive) -> Topic:
    return save(entry, Topic(slug=entry.ref, name=entry.text("name", required=True)))


def make_event(entry: Entry, archive: Archive) -> Event:
    """An event with its organizations, people and programme, still a draft."""
    start, end = entry.partial_date("start", required=True), entry.partial_date("end")
    event = Event(
        ref=entry.ref,
        title=entry.text("title", required=True),
        kind=entry.choice("type", Event.Kind, Event.Kind.OTHER),
        start_date=start.first,
        end_date=end and end.first,
        start_time=entry.clock("start_time"),
        end_time=entry.clock("end_time"),
        date_precision=entry.choice("precision", Event.Precision, start.precision),
        status_in_world=entry.choice("status", Event.WorldStatus, Event.WorldStatus.HELD),
        place=archive.find("place", entry, "place"),
        occasion=archive.find("occasion", entry, "occasion"),
        ordinal=entry.whole("ordinal"),
        summary=entry.text("summary"),
        description=entry.text("description"),
    )
    topics = archive.find_all("topic", entry, "topics")
    save(entry, event).topics.set(topics)
    for order, part in enumerate(entry.parts("organizations")):
        _make_involvement(event, order, part, archive)
    for order, part in enumerate(entry.parts("people")):
        _make_participation(event, order, part, archive)
    for order, part in enumerate(entry.parts("programme")):
        _make_programme_item(event, order, part, archive)
    return event


def _make_involvement(event: Event, order: int, part: Entry, archive: Archive) -> None:
    involvement = Involvement(
        event=event,
        order=order,
        organization=archive.find("organization", part, "organization", required=True),
        role=part.choice("role", Involvement.Role),
    )
    part.finish()
    save(part, involvement)


def _make_participation(event: Event, order: int, part: Entry, archive: Archive) -> None:
    participation = Participation(
        event=event,
        order=order,
        person=archive.find("person", part, "person", required=True),
        role=part.choice("role", Participation.Role),
        capacity=part.text("capacity"),
        organization=archive.find("organization", part, "organization"),
    )
    part.finish()
    save(part, participation)


def _make_programme_item(event: Event, order: int, part: Entry, archive: Archive) -> None:
    people = archive.find_all("person", part, "people")
    works = archive.find_all("work", part, "works")
    item = ProgrammeItem(
        event=event,
        order=order,
        kind=part.choice("type", ProgrammeItem.Kind),
        title=part.text("title"),
        time=part.clock("time"),
        is_cancelled=part.flag("cancelled"),
        note=part.text("note"),
    )
    part.finish()
    save(part, item)
    item.people.set(people)
    item.works.set(works)


def make_names(entry: Entry, noun: str, record: models.Model) -> None:
    """The other names an entry lists, kept beside the usual one."""
    for part in entry.parts("names"):
        name = Name(
            text=part.text("text", required=True),
            kind=part.choice("kind", Name.Kind, Name.Kind.ALIAS),
            language=part.text("language"),
            **{noun: record},
        )
        part.finish()
        save(part, name)


__all__ = [
    "Archive",
    "BadEntry",
    "make_event",
    "make_names",
    "make_occasion",
    "make_organization",
    "make_person",
    "make_place",
    "make_topic",
    "make_work",
]
