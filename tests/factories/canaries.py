"""An archive of secrets: one record of every kind in every hidden state, a canary in every field.

A canary is a word that stands in one field of one record and nowhere else. Found in an answer
to the public, it tells exactly what leaked. Rows are filled by reading the fields of their models,
so that a new field is covered the day it is added.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models
from django.test import override_settings
from django.utils import timezone

from events.actions.listing import list_records
from events.actions.publication import publish_event, submit, withdraw_event
from events.models import (
    Edition,
    Event,
    EventListing,
    EventMedia,
    Heading,
    Involvement,
    KnownName,
    Listing,
    MediaItem,
    Name,
    Occasion,
    Organization,
    Participation,
    Person,
    Place,
    ProgrammeItem,
    Rendition,
    Tally,
    Topic,
    Work,
)
from events.models.name import NAMED
from reports.actions.publication import publish_report, withdraw_report
from reports.models import (
    ArchiveEntry,
    Citation,
    Correction,
    Intake,
    Mention,
    Report,
    ReportListing,
    ReportMedia,
    Source,
    Statement,
)
from tests.factories import make_organization, make_report, make_source, make_staff
from tests.factories.pictures import halves, picture_bytes

HIDDEN_STATES = ("draft", "in_review", "scheduled", "embargoed", "withdrawn")
# No record of the public ones is so old: the year alone would tell.
HIDDEN_YEAR = 1871
# Text that must be of a certain form, or that no person enters, and so can hold no canary.
NO_CANARY = {"Place.country_code", "Place.time_zone", "Rendition.spec"}
# Text made from other text, which no form need show.
MADE = {"Topic.slug"}
# What verbs write and nobody enters.
WRITTEN = (ArchiveEntry, Edition, Heading, KnownName, Listing, Tally)
PICTURE = picture_bytes(halves(4, 4))


def our_models() -> list[type[models.Model]]:
    """All that editors enter: no history, no index."""
    return [
        model
        for app in ("events", "reports")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical") and not issubclass(model, WRITTEN)
    ]


@dataclass
class Planted:
    """A row, the state it is hidden in, and its canaries."""

    state: str
    record: models.Model
    words: list[str]

    @property
    def owner(self) -> models.Model:
        """The record on whose form the row stands: of another name, what it names."""
        if not isinstance(self.record, Name):
            return self.record
        return next(filter(None, (getattr(self.record, noun) for noun in NAMED)))


@dataclass
class Secrets:
    """What was hidden: every canary with what it stands in, every record by its state."""

    canaries: dict[str, str] = field(default_factory=dict)
    # Canaries that no form shows, as they stand in fields that are not for editing.
    unseen: set[str] = field(default_factory=set)
    records: list["Planted"] = field(default_factory=list)
    linked: Counter = field(default_factory=Counter)
    state: str = ""

    def word(self, place: str, *, editable: bool = True) -> str:
        word = f"zq{len(self.canaries):05}x"
        self.canaries[word] = f"{place} of a record that is {self.state}"
        if not editable:
            self.unseen.add(word)
        return word

    def plant(self, model: type[models.Model], **given) -> models.Model:
        """Save a row with a canary in every text field that is not given."""
        known = len(self.canaries)
        for plain in model._meta.concrete_fields:
            if plain.name in given:
                if plain.is_relation:
                    self.linked[f"{model.__name__}.{plain.name}"] += 1
            elif (value := self.secret_for(model, plain)) is not None:
                given[plain.name] = value
        record = model(**given)
        record.save()
        self.records.append(Planted(self.state, record, list(self.canaries)[known:]))
        return record

    def secret_for(self, model, plain):
        place = f"{model.__name__}.{plain.name}"
        if plain.choices or place in NO_CANARY:
            return None
        if isinstance(plain, models.FileField):
            # Its name is made up when it is stored; being served at all is the leak.
            return ContentFile(PICTURE, name="secret.jpg")
        if isinstance(plain, models.CharField | models.TextField):
            word = self.word(place, editable=plain.editable and place not in MADE)
            return f"https://example.org/{word}" if isinstance(plain, models.URLField) else word
        if isinstance(plain, models.DateField) and not isinstance(plain, models.DateTimeField):
            return date(HIDDEN_YEAR, 3, 5)
        if isinstance(plain, models.PositiveIntegerField) and not plain.null:
            return 1
        return None

    def link(self, record, **links) -> None:
        """Set many-to-many links, counting which were set."""
        for name, others in links.items():
            getattr(record, name).set(others)
            self.linked[f"{type(record).__name__}.{name}"] += 1


@dataclass
class Linked:
    """One of everything events and reports link to."""

    venue: Place
    origin: Place
    occasion: Occasion
    organization: Organization
    spoken_for: Organization
    person: Person
    creator: Person
    work: Work
    topic: Topic
    source: Source
    item: MediaItem

    @property
    def nouns(self) -> dict[str, models.Model]:
        return {
            "place": self.venue,
            "organization": self.organization,
            "person": self.person,
            "occasion": self.occasion,
            "work": self.work,
        }


def plant_linked(secrets: Secrets) -> Linked:
    """Places inside places, an occasion, people and all else, each with another name."""
    plant = secrets.plant
    country = plant(Place, kind="country")
    city = plant(Place, kind="city", parent=country)
    venue = plant(Place, kind="venue", parent=city)
    origin = plant(Place, kind="city")
    seat = plant(Place, kind="city", parent=country)
    creator = plant(Person)
    work = plant(Work, kind="film")
    secrets.link(work, creators=[creator])
    parent = plant(Organization)
    item = plant(MediaItem, address="")
    plant(Rendition, item=item)
    linked = Linked(
        venue=venue,
        origin=origin,
        occasion=plant(Occasion, place=origin),
        organization=plant(Organization, seat=seat, parent=parent),
        spoken_for=plant(Organization),
        person=plant(Person),
        creator=creator,
        work=work,
        topic=plant(Topic),
        source=plant(Source, country=country),
        item=item,
    )
    for noun, record in linked.nouns.items():
        plant(Name, **{noun: record})
    return linked


def plant_event(secrets: Secrets, linked: Linked, **given) -> Event:
    """A draft of an event with every part there is."""
    plant = secrets.plant
    event = plant(Event, place=linked.venue, occasion=linked.occasion, start_time=time(18), **given)
    secrets.link(event, topics=[linked.topic])
    plant(Involvement, event=event, organization=linked.organization)
    plant(Participation, event=event, person=linked.person, organization=linked.spoken_for)
    item = plant(ProgrammeItem, event=event)
    secrets.link(item, people=[linked.person], works=[linked.work])
    plant(EventMedia, event=event, item=linked.item)
    film = plant(MediaItem, kind="video", file="")
    plant(EventMedia, event=event, item=film)
    plant(Correction, event=event)
    return event


def plant_report(secrets: Secrets, linked: Linked, events, **given) -> Report:
    """A draft of a report with every part there is, stating all there is to state of `events`."""
    plant = secrets.plant
    cited = plant(Source, country=linked.venue.country)
    report = plant(Report, source=linked.source, dateline_place=linked.venue, **given)
    secrets.link(report, topics=[linked.topic], cites=[cited], events=events)
    for noun, record in linked.nouns.items():
        plant(Mention, report=report, **{noun: record})
    for event in events:
        plant(Statement, report=report, event=event, person=linked.person)
        plant_citations(secrets, report, event)
    plant(ReportMedia, report=report, item=linked.item)
    plant(Correction, report=report)
    plant(Intake, report=report)
    return report


def plant_citations(secrets: Secrets, report: Report, event: Event) -> None:
    """What a report states of every fact of an event."""
    plant = secrets.plant
    plant(Citation, report=report, event=event, aspect="date")
    for part in event.participations.all():
        plant(Citation, report=report, participation=part)
    for part in event.involvements.all():
        plant(Citation, report=report, involvement=part)
    for item in event.programme.all():
        plant(Citation, report=report, programme_item=item)


def bring_into(state: str, record, secrets: Secrets) -> None:
    """Walk a draft to a hidden state by the verbs the back office uses."""
    is_event = isinstance(record, Event)
    publish = publish_event if is_event else publish_report
    withdraw = withdraw_event if is_event else withdraw_report
    later = timezone.now() + timedelta(days=3)
    if state == "in_review":
        submit(record)
    elif state == "scheduled":
        record.publish_at = later
        publish(record)
    elif state == "embargoed":
        record.embargo_until = later
        publish(record)
    elif state == "withdrawn":
        publish(record)
        place = f"{type(record).__name__}.withdrawal_reason"
        withdraw(record, reason=secrets.word(place, editable=False))


@dataclass
class Archive:
    """A small public archive with secrets behind every record of it."""

    secrets: Secrets
    event: Event
    report: Report
    # Public, and about nothing but hidden events.
    lonely_report: Report
    public: Linked
    by_state: dict[str, tuple[Event, Report]]


@override_settings(SIMPLE_HISTORY_ENABLED=False)
def make_archive_of_secrets() -> Archive:
    secrets = Secrets()
    public, event, report = _make_public_archive()
    secrets.state = "for the staff"
    reporter = make_staff("Reporter", username=secrets.word("User.username", editable=False))
    item = public.item
    item.title, item.note = secrets.word("MediaItem.title"), secrets.word("MediaItem.note")
    item.save()
    lonely = make_report("Lonely report", published=False, dateline_place=None)
    by_state = {}
    for state in HIDDEN_STATES:
        secrets.state = state
        by_state[state] = _hide_behind(state, secrets, public, event, [report, lonely], reporter)
    secrets.state = "linked to nothing"
    plant_linked(secrets)
    publish_report(lonely)
    for records in (Event.objects.all(), Report.objects.all()):
        list_records(records)
    _list_what_is_hidden()
    return Archive(secrets, event, report, lonely, public, by_state)


def _make_public_archive() -> tuple[Linked, Event, Report]:
    """Two public records with one of everything, in words any reader may see."""
    plain = Secrets()
    plain.secret_for = _plain_text(plain)
    public = plant_linked(plain)
    event = plant_event(plain, public, start_date=date(2026, 2, 23), end_date=None)
    report = plant_report(plain, public, [event], published_on=date(2026, 2, 26))
    publish_event(event)
    publish_report(report)
    return public, event, report


def _plain_text(plain: Secrets):
    """Fills the fields of public rows: with words, and with no date of the hidden year."""

    def words_for(model, plain_field):
        value = Secrets.secret_for(plain, model, plain_field)
        if isinstance(value, str):
            return value.replace("zq", "plain")
        return date(2026, 1, 2) if isinstance(value, date) else value

    return words_for


def _hide_behind(state, secrets, public, event, reports, reporter) -> tuple[Event, Report]:
    """Hidden records in one state: among themselves, and tied to the public ones both ways."""
    own = plant_linked(secrets)
    hidden_event = plant_event(secrets, own, created_by=reporter)
    hidden_report = plant_report(secrets, own, [hidden_event], created_by=reporter)
    # What is hidden about public records …
    at_public_place = plant_event(secrets, public)
    about_public = plant_report(secrets, public, [event, hidden_event])
    secrets.plant(EventMedia, event=at_public_place, item=own.item)
    secrets.plant(Organization, parent=public.organization, seat=public.venue)
    secrets.plant(Place, kind="venue", parent=public.venue.parent)
    own.work.creators.add(public.creator)
    # … and what public records link to and still must not tell.
    for report in reports:
        report.events.add(hidden_event, at_public_place)
        plant_citations(secrets, report, hidden_event)
        Statement.objects.create(report=report, event=hidden_event, text="Said where, is hidden.")
    outward = make_organization(parent=own.organization, seat=own.venue)
    Involvement.objects.create(event=event, organization=outward)
    reports[0].cites.add(make_source(country=own.venue.country))
    for record in (hidden_event, hidden_report, at_public_place, about_public):
        bring_into(state, record, secrets)
    return hidden_event, hidden_report


def _list_what_is_hidden() -> None:
    """Put hidden records into the index as a fault might: it finds, it does not decide."""
    for model, table in ((Event, EventListing), (Report, ReportListing)):
        hidden = model.objects.exclude(pk__in=model.objects.published().values("pk"))
        table.objects.filter(**{f"{table.record_name}__in": hidden}).delete()
        table.objects.bulk_create(
            table(**{table.record_name: record}, heading=heading, date=record.listing_date)
            for record in hidden.with_headings()
            for heading in record.headings()
        )
