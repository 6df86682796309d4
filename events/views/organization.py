from django.db.models import Q

from events.models import Event, Involvement, Organization, Participation, Place, public
from events.models.listing import newest_ids
from events.serializers.event import EVENT
from events.serializers.linkable import ORGANIZATION
from events.views.base import LinkableList, RecordDetail


class OrganizationList(LinkableList):
    template_name = "events/organization_list.html"
    written_as = ORGANIZATION
    model = Organization


class OrganizationDetail(RecordDetail):
    written_as = EVENT
    model = Organization

    def records(self):
        return Organization.objects.prefetch_related("names")

    def get_context_data(self, **kwargs):
        organization = self.object
        newest = newest_ids(Event, organization.heading, 100)
        at_events = public(prefix="event__") & Q(event__in=newest)
        others = Organization.objects.published()
        involvements = Involvement.objects.filter(at_events, organization=organization)
        spoken_for = Participation.objects.filter(at_events, organization=organization)
        return super().get_context_data(
            **kwargs,
            seat=Place.objects.published().with_lineage().filter(pk=organization.seat_id).first(),
            parent=others.filter(pk=organization.parent_id).first(),
            children=others.filter(parent=organization).order_by("sort_key", "pk")[:50],
            involvements=involvements.select_related(
                "event__place__parent__parent__parent"
            ).order_by("-event__start_date", "-event_id")[:100],
            participations=spoken_for.select_related(
                "person", "event__place__parent__parent__parent"
            ).order_by("-event__start_date", "-event_id", "order")[:100],
        )
