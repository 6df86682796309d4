from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from events.filters import EventFilter, select_events
from events.models import Event, EventMedia
from events.models.around import events_around
from events.models.place import OF_LOCATION
from events.models.sheet import EventSheet
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


# All of the event, and of its place and occasion what the page shows.
_OF_PAGE = (
    *(field.name for field in Event._meta.concrete_fields),
    *(f"place__{name}" for name in OF_LOCATION),
    *(f"occasion__{name}" for name in ("name", "original_date", "date_precision")),
)


class EventDetail(RecordDetail):
    extensions = ("ics", "json", "geojson")
    model = Event

    def records(self):
        return Event.objects.select_related("place__parent__parent__parent", "occasion").only(
            *_OF_PAGE
        )

    def parts(self):
        return Prefetch("media", EventMedia.objects.with_renditions()), "corrections"

    def as_file(self, extension):
        return record_file(self.request, EVENT, self.object, extension)

    def get_context_data(self, **kwargs):
        self.object.sheet = EventSheet.of(self.object)
        return super().get_context_data(**kwargs, **events_around(self.object))
