from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from events.filters import EventFilter, select_events
from events.models import Event, EventMedia, Involvement, Participation, ProgrammeItem
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
        return (
            Event.objects.with_dateline()
            .select_related("occasion")
            .prefetch_related(
                "topics",
                Prefetch("involvements", Involvement.objects.select_related("organization")),
                Prefetch(
                    "participations",
                    Participation.objects.select_related("person", "organization"),
                ),
                Prefetch(
                    "programme",
                    ProgrammeItem.objects.prefetch_related("people", "works__creators"),
                ),
                Prefetch(
                    "media",
                    EventMedia.objects.select_related("item").prefetch_related("item__renditions"),
                ),
            )
        )

    def as_file(self, extension):
        return record_file(self.request, EVENT, self.object, extension)

    def get_context_data(self, **kwargs):
        event = self.object
        others = Event.objects.published().with_dateline().exclude(pk=event.pk)
        here = others.filter(place=event.place_id) if event.place_id else others.none()
        occasion = event.occasion_id
        return super().get_context_data(
            **kwargs,
            same_occasion=others.filter(occasion=occasion)[:6] if occasion else (),
            before_here=here.filter(start_date__lte=event.start_date or "0001-01-01")[:3],
            after_here=here.filter(start_date__gt=event.start_date or "9999-12-31").order_by(
                "start_date", "pk"
            )[:3],
        )
