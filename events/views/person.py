from django.db.models import F, Q

from events.models import Event, Participation, Person, ProgrammeItem, Work, public
from events.models.listing import newest_ids
from events.serializers.event import EVENT
from events.serializers.linkable import PERSON
from events.views.base import LinkableList, RecordDetail


class PersonList(LinkableList):
    template_name = "events/person_list.html"
    written_as = PERSON
    model = Person


class PersonDetail(RecordDetail):
    written_as = EVENT
    model = Person

    def records(self):
        return Person.objects.prefetch_related("names")

    def get_context_data(self, **kwargs):
        person = self.object
        newest_first = [F("event__start_date").desc(), "-event_id", "order", "pk"]
        # Found by the index: to sort all of a busy person's appearances, each would be read.
        at_events = public(prefix="event__") & Q(event__in=newest_ids(Event, person.heading, 100))
        appearances = (
            Participation.objects.filter(at_events, person=person)
            .select_related("organization", "event__place__parent__parent__parent")
            .order_by(*newest_first)
        )
        parts = (
            ProgrammeItem.objects.filter(at_events, people=person)
            .select_related("event__place__parent__parent__parent")
            .prefetch_related("works")
            .order_by(*newest_first)
        )
        works = Work.objects.published().filter(creators=person).order_by("sort_key", "pk")
        return super().get_context_data(
            **kwargs,
            participations=appearances[:100],
            programme_items=parts[:100],
            works=works[:100],
        )
