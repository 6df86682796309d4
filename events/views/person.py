from django.db.models import Prefetch

from events.models import Event, Person, ProgrammeItem, Work
from events.models.listing import newest_under
from events.serializers.event import EVENT
from events.serializers.linkable import PERSON
from events.views.base import LinkableList, RecordDetail, rows_at

MOST = 100  # of each kind; the list behind them holds the rest


class PersonList(LinkableList):
    template_name = "events/person_list.html"
    written_as = PERSON
    model = Person


class PersonDetail(RecordDetail):
    written_as = EVENT
    model = Person

    def parts(self):
        return ("names",)

    def get_context_data(self, **kwargs):
        person = self.object
        events = newest_under(Event.objects.as_entries(), person.heading, MOST)
        shown = Prefetch("works", Work.objects.as_links())
        parts = ProgrammeItem.objects.filter(people=person).prefetch_related(shown)
        works = Work.objects.published().as_links().filter(creators=person)
        return super().get_context_data(
            **kwargs,
            participations=rows_at(events, person.participations.with_names())[:MOST],
            programme_items=rows_at(events, parts)[:MOST],
            works=works.order_by("sort_key", "pk")[:MOST],
        )
