"""One record of each noun with so many rows linked to it, in every way there is."""

from datetime import date, timedelta

from django.test import override_settings

from events.actions.listing import list_records
from events.models import (
    Event,
    EventMedia,
    Involvement,
    MediaItem,
    Name,
    Participation,
    ProgrammeItem,
    Rendition,
)
from reports.models import (
    Citation,
    Correction,
    Mention,
    Report,
    ReportMedia,
    Statement,
)
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

DAY = date(2026, 2, 23)
# Public without the verb, which would write the index once for each: `grow` writes it at the end.
PUBLIC = {"published": False, "status": "published"}


class Crowd:
    """A subject of every noun; `grow` gives each of them more rows of every kind."""

    def __init__(self):
        self.place = make_brussels().parent
        self.occasion = make_occasion(place=self.place, original_date=date(1992, 2, 26))
        self.person = make_person()
        self.organization = make_organization(seat=self.place)
        self.organization.parent = make_organization()
        self.organization.save()
        self.work = make_work()
        self.topic = make_topic()
        self.source = make_source(country=self.place.country)
        self.event = make_event(place=self.place, occasion=self.occasion)
        self.report = make_report(source=self.source, events=[self.event])
        self.size = 0

    @property
    def nouns(self) -> dict:
        return {
            "place": self.place,
            "organization": self.organization,
            "person": self.person,
            "occasion": self.occasion,
            "work": self.work,
        }

    @override_settings(SIMPLE_HISTORY_ENABLED=False)
    def grow(self, size: int) -> None:
        for number in range(self.size, size):
            self._add_to_event(number)
            self._add_to_report(number)
            self._add_event(number)
            self._add_report(number)
            self._add_to_nouns(number)
        self.size = size
        for records in (Event.objects.all(), Report.objects.all()):
            list_records(records)

    def _add_to_event(self, number: int) -> None:
        """One more of everything an event has."""
        event = self.event
        part = Participation.objects.create(
            event=event, person=make_person(), organization=make_organization(), order=number
        )
        involvement = Involvement.objects.create(event=event, organization=make_organization())
        item = ProgrammeItem.objects.create(event=event, order=number)
        work = make_work()
        work.creators.add(make_person(), self.person)
        item.people.add(make_person())
        item.works.add(work)
        event.topics.add(make_topic())
        EventMedia.objects.create(event=event, item=make_photo(), alt="A hall", order=number)
        Correction.objects.create(event=event, date=DAY, text="A word")
        statement = {"event": event, "person": part.person, "text": "Words"}
        Statement.objects.create(report=self.report, **statement)
        for fact in ({"participation": part}, {"involvement": involvement}):
            Citation.objects.create(report=self.report, value="As stated", **fact)
        Citation.objects.create(report=self.report, programme_item=item, value="As stated")
        Citation.objects.create(report=self.report, event=event, aspect="date", value="Monday")

    def _add_to_report(self, number: int) -> None:
        """One more of everything a report has."""
        report = self.report
        for noun, make in (
            ("place", make_place),
            ("organization", make_organization),
            ("person", make_person),
            ("occasion", make_occasion),
            ("work", make_work),
        ):
            Mention.objects.create(report=report, **{noun: make()})
        report.cites.add(make_source())
        report.topics.add(make_topic())
        report.events.add(make_event(place=make_place(parent=self.place.country), **PUBLIC))
        ReportMedia.objects.create(report=report, item=make_photo(), alt="A hall", order=number)
        Correction.objects.create(report=report, date=DAY, text="A word")

    def _add_event(self, number: int) -> None:
        """One more event at which every subject has a part."""
        place = make_place(kind="venue", parent=self.place) if number % 2 else self.place
        event = make_event(
            place=place,
            occasion=self.occasion,
            topics=[self.topic],
            start_date=DAY + timedelta(days=number),
            **PUBLIC,
        )
        Participation.objects.create(
            event=event, person=self.person, organization=self.organization
        )
        Involvement.objects.create(event=event, organization=self.organization)
        item = ProgrammeItem.objects.create(event=event)
        item.people.add(self.person)
        item.works.add(self.work)

    def _add_report(self, number: int) -> None:
        """One more report about the event, by the source, naming every subject."""
        report = make_report(
            source=self.source,
            events=[self.event],
            topics=[self.topic],
            published_on=DAY + timedelta(days=number),
            **PUBLIC,
        )
        report.cites.add(self.source)
        for noun, subject in self.nouns.items():
            Mention.objects.create(report=report, **{noun: subject})
        Statement.objects.create(report=report, event=self.event, person=self.person, text="Words")

    def _add_to_nouns(self, number: int) -> None:
        """One more name, child and neighbour of each."""
        for noun, subject in self.nouns.items():
            Name.objects.create(text=f"Name {number}", **{noun: subject})
        self.work.creators.add(make_person())
        inside = make_organization(parent=self.organization, seat=self.place)
        Involvement.objects.create(event=self.event, organization=inside, role="host")
        began_here = make_occasion(place=self.place)
        make_event(occasion=began_here, place=make_place(), **PUBLIC)


def make_photo() -> MediaItem:
    item = MediaItem.objects.create(file="a.jpg", credit="Photo: A", width=1600, height=1067)
    for spec, width in (("webp-320", 320), ("jpeg-320", 320), ("webp-640", 640)):
        Rendition.objects.create(item=item, spec=spec, file=f"{spec}.x", width=width, height=200)
    return item
