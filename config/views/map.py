from collections.abc import Callable
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from events.dates import PartialDate
from events.facets import Survey
from events.instruments.map import draw_map
from events.models.listing import listing_of
from events.views.base import BadQuery, RefuseBadQuery
from events.views.event import EventList
from reports.views.report import ReportList

_LISTS = {"events": EventList, "reports": ReportList}
_WIDTH, _HEIGHT = 720, 400
_MOST_PLACES = 500


class Map(RefuseBadQuery, TemplateView):
    """A list as a large map: of events, or with `of=reports` of reports, with all its filters."""

    template_name = "config/map.html"

    def get_context_data(self, **kwargs):
        of = self.request.GET.get("of", "events")
        if of not in _LISTS:
            raise BadQuery([("of", _("Write events or reports."))])
        shown = _LISTS[of]
        form = shown.form_class(self.request.GET)
        if not form.is_valid():
            raise BadQuery(form.problems, form)
        lines, table = shown.select(form), listing_of(shown.model)
        survey = Survey(table, form, lines, _address_of(form), most_places=_MOST_PLACES)
        places = [*survey.map.placed, *survey.map.unplaced]
        return super().get_context_data(
            **kwargs,
            form=form,
            title=_("On the map: %(list)s") % {"list": form.title(str(shown.noun))},
            is_indexed=not form.chips(),
            of=of,
            switch=[(name, each.noun, self._query(name)) for name, each in _LISTS.items()],
            as_list=f"{reverse(f'{survey.noun}_list')}{self._query(None)}",
            noun=survey.noun,
            total=survey.total,
            strip=survey.strip,
            map=draw_map(places, elsewhere=survey.map.elsewhere, width=_WIDTH, height=_HEIGHT),
            facets=survey.facets,
        )

    def _query(self, of: str | None) -> str:
        """The same filters for a map of the other noun, or for a list."""
        query = self.request.GET.copy()
        query.pop("of", None)
        if of:
            query["of"] = of
        return f"?{query.urlencode()}"


def _address_of(form: Form) -> Callable[..., str]:
    """The addresses of the same map over other periods."""
    rest = form.query_without_period()

    def address(start: PartialDate | None = None, end: PartialDate | None = None) -> str:
        period = urlencode({"from": start, "to": end or start}) if start else ""
        return f"{reverse('map')}?{'&'.join(filter(None, [period, rest]))}"

    return address
