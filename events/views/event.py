from datetime import date

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from events.filters import EventFilter, select_events
from events.models import Event, EventMedia, Involvement, Participation, ProgrammeItem
from events.models.place import locations
from events.serializers.event import EVENT
from events.views.base import DateArchive, FilteredList, RecordDetail
from events.views.files import record_file


class EventList(FilteredList):
    template_name = "events/event_list.html"
    written_as = EVENT
    model = Event
    form_class = EventFilter
    select = select_events
    noun = _("Events")

    def load(self, records: QuerySet) -> QuerySet:
        return records.as_entries().with_pictures()


class EventArchiveYear(DateArchive, EventList):
    template_name = "events/event_archive_year.html"


class EventArchiveMonth(DateArchive, EventList):
    template_name = "events/event_archive_month.html"


class EventArchiveDay(DateArchive, EventList):
    template_name = "events/event_archive_day.html"


class EventDetail(RecordDetail):
    extensions = ("ics", "json", "geojson")
    model = Event

    def records(self):
        return Event.objects.select_related("occasion")

    def parts(self):
        return (
            "topics",
            Prefetch("involvements", Involvement.objects.with_names()),
            Prefetch("participations", Participation.objects.with_names()),
            Prefetch("programme", ProgrammeItem.objects.with_names()),
            Prefetch("media", EventMedia.objects.with_renditions()),
            "corrections",
        )

    def as_file(self, extension):
        return record_file(self.request, EVENT, self.object, extension)

    def get_context_data(self, **kwargs):
        event = self.object
        around = {name: list(events) for name, events in _around(event).items()}
        others = [other for events in around.values() for other in events]
        prefetch_related_objects([event, *others], locations())
        return super().get_context_data(**kwargs, **around)


def _around(event: Event) -> dict[str, QuerySet]:
    """Other events of its occasion and at its place."""
    others = Event.objects.published().as_entries().exclude(pk=event.pk)
    found = {}
    if event.occasion_id:
        found["same_occasion"] = others.filter(occasion=event.occasion_id)[:6]
    if event.place_id:
        here = others.filter(place=event.place_id)
        first, last = event.start_date or date.min, event.start_date or date.max
        found["before_here"] = here.filter(start_date__lte=first)[:3]
        found["after_here"] = here.filter(start_date__gt=last).order_by("start_date", "pk")[:3]
    return found
