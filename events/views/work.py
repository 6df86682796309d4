from django.db.models import Q

from events.models import Event, ProgrammeItem, Work, public
from events.models.listing import newest_ids
from events.serializers.event import EVENT
from events.serializers.linkable import WORK
from events.views.base import LinkableList, RecordDetail


class WorkList(LinkableList):
    template_name = "events/work_list.html"
    written_as = WORK
    model = Work

    def load(self, records):
        return records.prefetch_related("creators")


class WorkDetail(RecordDetail):
    written_as = EVENT
    model = Work

    def records(self):
        return Work.objects.prefetch_related("names", "creators")

    def get_context_data(self, **kwargs):
        newest = newest_ids(Event, self.object.heading, 100)
        at_events = public(prefix="event__") & Q(event__in=newest)
        showings = ProgrammeItem.objects.filter(at_events, works=self.object)
        return super().get_context_data(
            **kwargs,
            programme_items=showings.select_related("event__place__parent__parent__parent")
            .prefetch_related("people")
            .order_by("-event__start_date", "-event_id", "order")[:100],
        )
