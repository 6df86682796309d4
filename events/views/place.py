from events.models import Event, Occasion, Organization, Place
from events.models.listing import newest_under
from events.serializers.event import EVENT
from events.serializers.linkable import PLACE
from events.views.base import LinkableList, RecordDetail


class PlaceList(LinkableList):
    template_name = "events/place_list.html"
    extensions = ("json", "csv", "geojson")
    written_as = PLACE
    model = Place

    def load(self, records):
        return records.with_lineage()

    def get_context_data(self, **kwargs):
        countries = Place.objects.published().filter(parent=None).order_by("sort_key", "pk")
        return super().get_context_data(**kwargs, countries=countries)


class PlaceDetail(RecordDetail):
    """A place with everything inside it."""

    written_as = EVENT
    model = Place

    def records(self):
        return Place.objects.with_lineage()

    def parts(self):
        return ("names",)

    def get_context_data(self, **kwargs):
        place = self.object
        began_here = (
            Occasion.objects.published().as_links().filter(place__in=Place.objects.inside(place))
        )
        inside = Place.objects.published().as_links().filter(parent=place)
        return super().get_context_data(
            **kwargs,
            events=newest_under(Event.objects.as_entries(), place.heading, 20),
            places_inside=inside.order_by("sort_key", "pk")[:200],
            occasions=began_here.order_by("original_date", "pk")[:50],
            organizations=Organization.objects.published()
            .as_links()
            .filter(seat__in=Place.objects.inside(place))
            .order_by("sort_key", "pk")[:50],
        )
