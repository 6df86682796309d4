from itertools import groupby

from django.utils import timezone
from django.utils.timesince import timeuntil

from events.models import Event, Occasion
from events.models.listing import newest_under
from events.models.place import locations
from events.serializers.event import EVENT
from events.serializers.linkable import OCCASION
from events.views.base import LinkableList, RecordDetail

MOST = 50  # gatherings on the page; the list behind them holds the rest


class OccasionList(LinkableList):
    template_name = "events/occasion_list.html"
    written_as = OCCASION
    model = Occasion


class OccasionDetail(RecordDetail):
    written_as = EVENT
    model = Occasion

    def parts(self):
        return "names", locations()

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        events = newest_under(Event.objects.as_entries(), self.object.heading, MOST)
        years = groupby(events, key=lambda event: event.start_date.year)
        returns_on = self.object.returns_on(today)
        return super().get_context_data(
            **kwargs,
            years=[(year, list(gatherings)) for year, gatherings in years],
            returns_on=returns_on,
            returns_in=returns_on and returns_on > today and timeuntil(returns_on, today, depth=1),
        )
