"""The pages that mix both apps, and the answer to a query nothing can make sense of."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from events.models import Event, EventListing, Place
from events.models.listing import newest_under
from reports.models import Report


class Home(TemplateView):
    """The latest by date and the archive by place and by year."""

    template_name = "config/home.html"

    def get_context_data(self, **kwargs):
        dates = EventListing.objects.published().under().values_list("date", flat=True)
        first, last = dates.order_by("date").first(), dates.order_by("-date").first()
        reports = Report.objects.with_dateline().with_public_events().defer("body")
        return super().get_context_data(
            **kwargs,
            events=newest_under(Event.objects.with_dateline(), "", 8),
            reports=newest_under(reports, "", 8),
            countries=Place.objects.published().filter(parent=None).order_by("sort_key", "pk"),
            years=range(last.year, first.year - 1, -1) if first else (),
        )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what Django itself refuses, such as a thousand parameters."""
    problem = ("", _("The address asks for more than a page can answer."))
    return render(request, "400.html", {"problems": [problem]}, status=400)
