"""The public index of reports, and that both indexes stay true whatever is edited."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from events.actions.listing import list_event, relist
from events.actions.publication import publish_event, withdraw_event
from events.models import (
    Event,
    EventListing,
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
from reports.actions.publication import list_report, publish_report, withdraw_report
from reports.models import Citation, Mention, Report, ReportListing, Source, Statement
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_report,
    make_source,
    make_topic,
    make_work,
)

pytestmark = pytest.mark.django_db

NOON = timezone.now() + timedelta(hours=12)


def headings_of(report) -> set[str]:
    return set(ReportListing.objects.filter(report=report).values_list("heading", flat=True))


def test_list_report_writes_a_line_for_all_it_names():
    city, topic, source, cited = make_place(), make_topic(), make_source(), make_source()
    house = make_brussels()
    named, speaker, director = make_person(), make_person(), make_person()
    work, occasion = make_work(), make_occasion(place=make_place())
    work.creators.add(director)
    report = make_report(dateline_place=city, topics=[topic], source=source, language="en")
    report.cites.add(cited)
    Mention.objects.create(report=report, person=named)
    Mention.objects.create(report=report, work=work)
    Mention.objects.create(report=report, occasion=occasion)
    Mention.objects.create(report=report, place=house)
    Statement.objects.create(report=report, person=speaker, text="Words")
    Statement.objects.create(report=report, text="The source's own words")

    list_report(report)

    assert headings_of(report) == {
        *("", "language:en", source.heading, f"cited:{cited.pk}", topic.heading),
        *(city.heading, f"at:{city.pk}"),
        *(place.heading for place in house.lineage),
        *(named.heading, speaker.heading, work.heading, f"creator:{director.pk}"),
        *(occasion.heading, f"origin:{occasion.place_id}"),
    }


def test_list_report_borrows_from_its_events_what_they_are_and_where():
    occasion, house = make_occasion(), make_brussels()
    event = make_event(kind="vigil", occasion=occasion, place=house)

    report = make_report(events=[event])

    assert headings_of(report) == {
        *("", report.source.heading, "kind:vigil", occasion.heading),
        *(f"event:{event.pk}", f"at:{house.pk}"),
        *(place.heading for place in house.lineage),
    }


def test_list_report_borrows_nothing_from_a_hidden_event():
    hidden = make_event(published=False, occasion=make_occasion())
    report = make_report(events=[hidden], dateline_place=None, published=False)
    speaker = Participation.objects.create(event=hidden, person=make_person())
    host = Involvement.objects.create(event=hidden, organization=make_organization())
    Citation.objects.create(report=report, participation=speaker, value="a guest")
    Citation.objects.create(report=report, involvement=host)

    publish_report(report)

    assert headings_of(report) == {"", report.source.heading}
    assert not Person.objects.published().exists()
    assert not Organization.objects.published().exists()


def test_list_report_counts_a_borrowed_line_from_the_moment_its_event_is_public():
    later = make_event(publish_at=NOON)
    person = make_person()
    part = Participation.objects.create(event=later, person=person)
    report = make_report(events=[later])
    Citation.objects.create(report=report, participation=part, value="a guest")

    list_report(report)

    since = dict(ReportListing.objects.filter(report=report).values_list("heading", "since"))
    assert since[later.place.heading] == since[person.heading] == NOON
    assert since[""] is None


def test_list_event_lists_the_reports_about_it_anew():
    event = make_event()
    report = make_report(events=[event])
    event.place = make_place()
    event.save()

    list_event(event)

    assert event.place.heading in headings_of(report)


class Archive:
    """A few linked records that an example edits as the back office does: save, then list."""

    def __init__(self):
        self.venue = make_brussels()
        self.city, self.country = self.venue.parent, self.venue.parent.parent
        self.places = [self.venue, self.city, self.country, make_place(), make_place()]
        self.people = [make_person() for _ in range(3)]
        self.organizations = [make_organization() for _ in range(2)]
        self.works = [make_work() for _ in range(2)]
        self.occasions = [make_occasion() for _ in range(2)]
        self.topics = [make_topic() for _ in range(2)]
        self.sources = [make_source() for _ in range(2)]
        self.events = [make_event(published=n == 1, place=self.city) for n in range(2)]
        self.reports = [make_report(published=n == 1, events=[self.events[n]]) for n in range(2)]

    def edit(self, number: int, one: int, other: int) -> None:
        edits = [getattr(self, name) for name in dir(self) if name.startswith("edit_")]
        edits[number % len(edits)](one, other)

    def pick(self, rows: list, number: int):
        return rows[number % len(rows)]

    def edit_event_fields(self, one, other):
        event = self.pick(self.events, one)
        event.place = self.pick(self.places, other)
        event.kind = self.pick(Event.Kind.values, other)
        event.occasion = self.pick([None, *self.occasions], other)
        event.start_date = date(2026, 2, 1 + other % 20)
        event.end_date = event.start_date + timedelta(days=3) if other % 3 else None
        event.date_precision = self.pick(Event.Precision.values, other)
        event.save()
        event.topics.set(self.topics[: other % 3])
        list_event(event)

    def edit_event_parts(self, one, other):
        event = self.pick(self.events, one)
        event.participations.all().delete()
        event.involvements.all().delete()
        event.programme.all().delete()
        for person in self.people[other % 4 :]:
            Participation.objects.create(
                event=event, person=person, organization=self.pick(self.organizations, other)
            )
        for organization in self.organizations[other % 3 :]:
            Involvement.objects.create(event=event, organization=organization)
        item = ProgrammeItem.objects.create(event=event)
        item.people.set(self.people[: other % 3])
        item.works.set(self.works[: other % 3])
        list_event(event)

    def edit_who_took_part(self, one, other):
        event = self.pick(self.events, one)
        if part := event.participations.first():
            part.person, part.role = self.pick(self.people, other), "celebrant"
            part.save()
        list_event(event)

    def edit_event_life(self, one, other):
        event = self.pick(self.events, one)
        event.publish_at = self.pick([None, NOON], other)
        event.save()
        _try(self.pick([publish_event, withdraw_event], other // 2), event)
        list_event(event)

    def edit_report_fields(self, one, other):
        report = self.pick(self.reports, one)
        report.dateline_place = self.pick([None, *self.places], other)
        report.source = self.pick(self.sources, other)
        report.language = self.pick(["", "en", "az"], other)
        report.published_on = date(2026, 3, 1 + other % 20)
        report.save()
        report.topics.set(self.topics[: other % 3])
        report.cites.set(self.sources[: other % 3])
        report.events.set(self.events[other % 3 :])
        list_report(report)

    def edit_report_parts(self, one, other):
        report = self.pick(self.reports, one)
        report.mentions.all().delete()
        report.statements.all().delete()
        report.citations.all().delete()
        Mention.objects.create(report=report, place=self.pick(self.places, other))
        Mention.objects.create(report=report, work=self.pick(self.works, other))
        Mention.objects.create(report=report, person=self.pick(self.people, other))
        Mention.objects.create(report=report, occasion=self.pick(self.occasions, other))
        Statement.objects.create(
            report=report, person=self.pick([None, *self.people], other), text="Words"
        )
        for part in Participation.objects.order_by("pk")[: other % 4]:
            Citation.objects.create(report=report, participation=part)
        for part in Involvement.objects.order_by("pk")[: other % 3]:
            Citation.objects.create(report=report, involvement=part)
        list_report(report)

    def edit_report_life(self, one, other):
        report = self.pick(self.reports, one)
        _try(self.pick([publish_report, withdraw_report], other), report)
        list_report(report)

    def edit_where_a_place_is(self, one, other):
        place, parent = self.pick([self.venue, self.city], one), self.pick(self.places, other)
        place.parent = parent
        _try(_save_checked, place)
        place.refresh_from_db()
        relist(place)

    def edit_where_an_occasion_happened(self, one, other):
        occasion = self.pick(self.occasions, one)
        occasion.place = self.pick([None, *self.places], other)
        occasion.save()
        relist(occasion)

    def edit_who_made_a_work(self, one, other):
        work = self.pick(self.works, one)
        work.creators.set(self.people[: other % 4])
        relist(work)


def _try(verb, record) -> None:
    try:
        with transaction.atomic():
            verb(record)
    except ValidationError:
        record.refresh_from_db()


def _save_checked(place) -> None:
    place.clean()
    place.save()


def lines_there_are() -> set:
    return {
        *EventListing.objects.values_list("event", "heading", "date", "since"),
        *ReportListing.objects.values_list("report", "heading", "date", "since"),
    }


def lines_there_should_be() -> set:
    return {
        (record.pk, heading, record.listing_date, since)
        for model in (Event, Report)
        for record in model.objects.filter(status="published").with_headings()
        for heading, since in record.headings().items()
    }


EDITS = st.lists(st.tuples(*[st.integers(0, 59)] * 3), min_size=5, max_size=20)


@settings(max_examples=15)
@given(EDITS)
def test_both_indexes_stay_true_whatever_is_edited(edits):
    with transaction.atomic():
        archive = Archive()

        for edit in edits:
            archive.edit(*edit)

        assert lines_there_are() == lines_there_should_be()
        transaction.set_rollback(True)


@settings(max_examples=5)
@given(EDITS)
def test_nothing_linked_is_public_without_a_public_record(edits):
    with transaction.atomic():
        archive = Archive()
        for edit in edits:
            archive.edit(*edit)

        for model, list_anew in ((Event, list_event), (Report, list_report)):
            model.objects.update(status="draft")
            for record in model.objects.all():
                list_anew(record)

        for model in (Place, Person, Organization, Occasion, Work, Topic, Source):
            assert not model.objects.published().exists()
        transaction.set_rollback(True)
