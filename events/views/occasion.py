from events.models import Event, Occasion
from events.models.listing import newest_under
from events.serializers.event import EVENT
from events.serializers.linkable import OCCASION
from events.views.base import LinkableList, RecordDetail


class OccasionList(LinkableList):
    template_name = "events/occasion_list.html"
    written_as = OCCASION
    model = Occasion


class OccasionDetail(RecordDetail):
    written_as = EVENT
    model = Occasion

    def records(self):
        return Occasion.objects.select_related("place__parent__parent__parent").prefetch_related(
            "names"
        )

    def get_context_data(self, **kwargs):
        events = newest_under(Event.objects.with_dateline(), self.object.heading, 50)
        return super().get_context_data(**kwargs, events=events)
