from datetime import date

from django.utils import timezone
from django.views.generic import TemplateView

from events.dates import DatePrecision
from events.models import Event, EventListing, Occasion, Place
from events.models.listing import newest_under
from reports.models import Report


class Home(TemplateView):
    """The latest by date and the archive by place and by year."""

    template_name = "config/home.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        events = newest_under(Event.objects.as_entries().with_pictures(), "", 8)
        years = self.years(events)
        return super().get_context_data(
            **kwargs,
            today=today,
            events=events,
            reports=newest_under(Report.objects.as_entries(), "", 8),
            countries=Place.objects.published().filter(parent=None).order_by("sort_key", "pk"),
            years=years,
            on_this_day=on_this_day(today, years),
            coming_round=coming_round(today),
        )

    def years(self, newest: list[Event]) -> range:
        """The years the archive's events span, latest first."""
        lines = EventListing.objects.published().under().order_by("date")
        first = lines.values_list("date", flat=True).first()
        return range(newest[0].listing_date.year, first.year - 1, -1) if newest else range(0)


def on_this_day(today: date, years: range, most: int = 4) -> list[tuple[int, Event]]:
    """The latest events begun on this day of the year, each with how many years ago it was."""
    events = Event.objects.published().as_entries()
    begun = events.on_day_of_year(today, years).order_by("-start_date", "-pk")
    return [(today.year - event.start_date.year, event) for event in begun[:most]]


def coming_round(today: date, most: int = 5) -> list[tuple[date, Occasion]]:
    """The occasions that come round again within three months, each with its next day."""
    months = [(today.month - 1 + later) % 12 + 1 for later in range(3)]
    occasions = Occasion.objects.published().filter(
        original_date__month__in=months, date_precision=DatePrecision.DAY
    )
    returns = [(occasion.returns_on(today), occasion) for occasion in occasions]
    soon = [each for each in returns if (each[0] - today).days < 100]
    return sorted(soon, key=lambda each: (each[0], each[1].sort_key, each[1].pk))[:most]
