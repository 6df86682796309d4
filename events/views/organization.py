from events.models import Event, Organization, Place
from events.models.listing import newest_under
from events.serializers.event import EVENT
from events.serializers.linkable import ORGANIZATION
from events.views.base import LinkableList, RecordDetail, rows_at

MOST = 100  # of each kind; the list behind them holds the rest


class OrganizationList(LinkableList):
    template_name = "events/organization_list.html"
    written_as = ORGANIZATION
    model = Organization


class OrganizationDetail(RecordDetail):
    written_as = EVENT
    model = Organization

    def parts(self):
        return ("names",)

    def get_context_data(self, **kwargs):
        organization = self.object
        events = newest_under(Event.objects.as_entries(), organization.heading, MOST)
        others = Organization.objects.published().as_links()
        seats = Place.objects.published().as_locations()
        return super().get_context_data(
            **kwargs,
            seat=seats.filter(pk=organization.seat_id).first(),
            parent=others.filter(pk=organization.parent_id).first(),
            children=others.filter(parent=organization).order_by("sort_key", "pk")[:50],
            involvements=rows_at(events, organization.involvements.with_names())[:MOST],
            participations=rows_at(events, organization.represented.with_names())[:MOST],
        )
