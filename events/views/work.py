from django.db.models import Prefetch

from events.models import Event, Person, Work
from events.models.listing import newest_under
from events.serializers.event import EVENT
from events.serializers.linkable import WORK
from events.views.base import LinkableList, RecordDetail, rows_at

MOST = 100  # showings; the list behind them holds the rest


class WorkList(LinkableList):
    template_name = "events/work_list.html"
    written_as = WORK
    model = Work

    def load(self, records):
        return records.prefetch_related("creators")


class WorkDetail(RecordDetail):
    written_as = EVENT
    model = Work

    def parts(self):
        return "names", Prefetch("creators", Person.objects.as_links(), to_attr="shown_creators")

    def get_context_data(self, **kwargs):
        work = self.object
        events = newest_under(Event.objects.as_entries(), work.heading, MOST)
        showings = work.programme_items.prefetch_related(
            Prefetch("people", Person.objects.as_links())
        )
        return super().get_context_data(**kwargs, programme_items=rows_at(events, showings)[:MOST])
