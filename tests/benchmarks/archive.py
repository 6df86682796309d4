"""An invented archive of any size, the same for the same number of reports.

It is skewed as archives are: a few countries, people and sources stand in most reports, most stand
in few, the number of reports grows from year to year, and many of them crowd around the days of
remembrance. Rows are written in bulk without their history, the public index by its own verb.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, count

from django.db import models, transaction

from events.actions.listing import list_records
from events.dates import last_day
from events.models import (
    Event,
    Involvement,
    Occasion,
    Organization,
    Participation,
    Person,
    Place,
    ProgrammeItem,
    Topic,
    Work,
)
from reports.models import Citation, Mention, Report, Source, Statement

YEARS = range(1996, 2027)
COUNTRIES, CITIES, VENUES = 60, 120, 120
# Days that fill a page of the archive every year, whatever its size.
CROWDED_DAYS = ((1, 20), (2, 26), (5, 28), (9, 27))
SYLLABLES = "ba de fi go lu ma ne ra si to va ze kha mir nur ley dov sen".split()
KINDS = [kind for kind in Event.Kind.values if kind != "other"]


@dataclass
class Archive:
    """The invented nouns, the much-used ones first."""

    places: list[Place] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    occasions: list[Occasion] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Place]:
        return [place for place in self.places if place.kind == kind]


class Skew:
    """Chance that loves the first of a list: the tenth is chosen a tenth as often (Zipf)."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.weights: dict[int, list[float]] = {}

    def one(self, things: list):
        size = len(things)
        if size not in self.weights:
            self.weights[size] = list(accumulate(1 / rank for rank in range(1, size + 1)))
        return self.chance.choices(things, cum_weights=self.weights[size])[0]

    def some(self, things: list, most: int) -> list:
        """Up to `most` different ones."""
        return list(dict.fromkeys(self.one(things) for _ in range(self.chance.randint(0, most))))


def build_archive(reports: int) -> None:
    """Fill an empty database with this many reports, and events and nouns to match."""
    chance = random.Random(reports)  # the same archive on every machine
    archive = Archive()
    with transaction.atomic():
        _build_nouns(archive, chance, reports)
        events = _build_events(archive, chance, reports // 5)
        _build_reports(archive, chance, reports, events)
    list_records(Event.objects.all())
    list_records(Report.objects.all())


# --- The nouns ------------------------------------------------------------------------------------


def _build_nouns(archive: Archive, chance: random.Random, reports: int) -> None:
    invent = _Names(chance)
    archive.places = _build_places(invent, Skew(chance))
    make = _bulk_linkables
    countries = archive.of_kind(Place.Kind.COUNTRY)
    archive.people = make(Person(name=invent.person()) for _ in range(max(50, reports // 5)))
    archive.organizations = make(
        Organization(name=invent.words(3), seat=chance.choice(archive.places[:180]))
        for _ in range(max(30, reports // 20))
    )
    archive.sources = make(
        Source(name=invent.words(2), country=chance.choice(countries)) for _ in range(80)
    )
    archive.works = make(Work(title=invent.words(3)) for _ in range(max(20, reports // 50)))
    archive.occasions = make(
        Occasion(name=invent.words(4), place=chance.choice(archive.places)) for _ in range(40)
    )
    archive.topics = Topic.objects.bulk_create(
        Topic(name=name, slug=name.replace(" ", "-").lower())
        for name in {invent.words(2): None for _ in range(150)}
    )
    skew = Skew(chance)
    creators = Work.creators.through
    creators.objects.bulk_create(
        creators(work=work, person=skew.one(archive.people)) for work in archive.works
    )


def _build_places(invent: "_Names", skew: Skew) -> list[Place]:
    """A tree of 300: countries, their cities, the venues of these."""
    kind = Place.Kind
    countries = _bulk_linkables(
        Place(name=invent.words(1), kind=kind.COUNTRY) for _ in range(COUNTRIES)
    )
    cities = _bulk_linkables(
        Place(name=invent.words(1), kind=kind.CITY, parent=skew.one(countries))
        for _ in range(CITIES)
    )
    venues = _bulk_linkables(
        Place(name=invent.words(2), kind=kind.VENUE, parent=skew.one(cities)) for _ in range(VENUES)
    )
    return countries + cities + venues


class _Names:
    """Names made of syllables; a number now and then keeps them apart."""

    def __init__(self, chance: random.Random):
        self.chance, self.number = chance, count(1)

    def word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 3))).capitalize()

    def words(self, many: int) -> str:
        return f"{' '.join(self.word() for _ in range(many))} {next(self.number)}"

    def person(self) -> str:
        return f"{self.word()} {self.word()}{self.chance.choice(SYLLABLES)}"


def _bulk_linkables(rows) -> list:
    rows = list(rows)
    for row in rows:
        row.derive()  # which save() would do, one by one
    return type(rows[0]).objects.bulk_create(rows, batch_size=1000)


# --- Events ---------------------------------------------------------------------------------------


def _build_events(archive: Archive, chance: random.Random, size: int) -> list[Event]:
    skew = Skew(chance)
    events = Event.objects.bulk_create(
        (_event(archive, chance, skew, number) for number in range(max(20, size))), batch_size=1000
    )
    _bulk(
        Involvement(event=event, organization=organization, order=order)
        for event in events
        for order, organization in enumerate(skew.some(archive.organizations, 3))
    )
    _bulk(
        Participation(event=event, person=person, order=order, capacity="First Secretary")
        for event in events
        for order, person in enumerate(skew.some(archive.people, 5))
    )
    items = _bulk(
        ProgrammeItem(event=event, order=order, kind=chance.choice(ProgrammeItem.Kind.values))
        for event in events
        for order in range(chance.randint(0, 3))
    )
    _link(ProgrammeItem.works, ((item, skew.some(archive.works, 1)) for item in items))
    _link(ProgrammeItem.people, ((item, skew.some(archive.people, 1)) for item in items))
    links = Event.topics.through
    _bulk(
        links(content_object=event, tag=topic)
        for event in events
        for topic in skew.some(archive.topics, 3)
    )
    return events


def _event(archive: Archive, chance: random.Random, skew: Skew, number: int) -> Event:
    start = _day(chance)
    precision, end = _length(chance, start)
    return Event(
        title=f"Evening of remembrance number {number}",
        kind=skew.one(KINDS),
        start_date=start,
        end_date=end,
        date_precision=precision,
        last_day=last_day(start, end, precision),
        place=_place(archive, skew),
        occasion=skew.one(archive.occasions) if chance.random() < 0.6 else None,
        ordinal=chance.randint(1, 120),
        summary="Speeches, a minute of silence and a film. " * 3,
        **_life(chance),
    )


def _day(chance: random.Random) -> date:
    """Later years hold more; one day in five is one of the crowded ones."""
    year = chance.choices(YEARS, weights=range(1, len(YEARS) + 1))[0]
    if chance.random() < 0.2:
        month, day = chance.choice(CROWDED_DAYS)
        return date(year, month, day)
    return date(year, 1, 1) + timedelta(days=chance.randrange(365))


def _length(chance: random.Random, start: date) -> tuple[str, date | None]:
    """One in twelve lasts for days or weeks, some are known to the month or the year only."""
    draw = chance.random()
    if draw < 0.08:
        return Event.Precision.DAY, start + timedelta(days=chance.randint(1, 60))
    if draw < 0.10:
        return Event.Precision.MONTH, None
    return (Event.Precision.YEAR, None) if draw < 0.11 else (Event.Precision.DAY, None)


def _place(archive: Archive, skew: Skew) -> Place:
    """A venue, a city or a whole country, as far as is known."""
    kind = skew.chance.choices(Place.Kind.values, weights=(2, 0, 5, 3))[0]
    return skew.one(archive.of_kind(kind))


def _life(chance: random.Random) -> dict:
    """Nearly all is published; some is scheduled, some in the drawer, some withdrawn."""
    status = chance.choices(Event.Status.values, weights=(3, 1, 95, 1))[0]
    scheduled = chance.random() < 0.01
    return {
        "status": status,
        "publish_at": datetime(2100, 1, 1, tzinfo=UTC) if scheduled else None,
        "public_since": datetime(2026, 1, 1, tzinfo=UTC),
    }


# --- Reports --------------------------------------------------------------------------------------


def _build_reports(archive: Archive, chance: random.Random, size: int, events: list[Event]) -> None:
    skew = Skew(chance)
    covered = [chance.choice(events) if chance.random() < 0.9 else None for _ in range(size)]
    reports = Report.objects.bulk_create(
        (_report(archive, chance, skew, event) for event in covered), batch_size=500
    )
    both = list(zip(reports, covered, strict=True))
    _link(Report.events, ((report, [event] if event else []) for report, event in both))
    _link(Report.cites, ((report, skew.some(archive.sources, 1)) for report in reports))
    links = Report.topics.through
    _bulk(
        links(content_object=report, tag=topic)
        for report in reports
        for topic in skew.some(archive.topics, 3)
    )
    for noun, things in (
        ("person", archive.people),
        ("organization", archive.organizations),
        ("place", archive.places),
    ):
        _bulk(
            Mention(report=report, **{noun: thing})
            for report in reports
            for thing in skew.some(things, 2)
        )
    _bulk(
        Statement(report=report, event=event, person=skew.one(archive.people), text="They said it.")
        for report, event in both
        if chance.random() < 0.3
    )
    _bulk(
        Citation(report=report, event=event, aspect="attendance", value="about 200")
        for report, event in both
        if event and chance.random() < 0.2
    )


def _report(archive: Archive, chance: random.Random, skew: Skew, event: Event | None) -> Report:
    day = event.start_date + timedelta(days=chance.randint(0, 2)) if event else _day(chance)
    return Report(
        headline=f"Remembrance held in the city, {day:%d.%m.%Y}",
        standfirst="The evening opened with a minute of silence. " * 2,
        body="The evening opened with a minute of silence and a film was shown. " * 30,
        source=skew.one(archive.sources),
        language=chance.choices(["en", "az", "de", "fr", "tr"], weights=(10, 5, 2, 2, 1))[0],
        published_on=day,
        source_url=f"https://example.org/{chance.randrange(10**9)}",
        dateline_place=_place(archive, skew) if chance.random() < 0.7 else None,
        **_life(chance),
    )


# --- Writing --------------------------------------------------------------------------------------


def _bulk(rows) -> list:
    rows = list(rows)
    return type(rows[0]).objects.bulk_create(rows, batch_size=2000) if rows else []


def _link(relation, pairs) -> None:
    """The rows of a many-to-many relation."""
    through: type[models.Model] = relation.through
    here, there = relation.field.m2m_column_name(), relation.field.m2m_reverse_name()
    _bulk(
        through(**{here: record.pk, there: other.pk})
        for record, others in pairs
        for other in others
    )
