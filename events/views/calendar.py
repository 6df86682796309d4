from datetime import date, timedelta

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from events.dates import DatePrecision, PartialDate
from events.filters import EventFilter, select_events
from events.instruments.month import Day, days_of, weeks_of
from events.keyset import Order, page_of
from events.models import Event, EventListing
from events.models.event import archive_address
from events.search.lines import Segments
from events.serializers.canonical import is_worth_finding
from events.views.base import BadQuery, RefuseBadQuery
from events.views.event import EventList

MOST_OF_DAY = 4  # events of one day that have room in the table
MOST_LASTING = 40  # events of a month that last, or whose day is not known
MOST_FOUND = 500  # events of a month that hold the words looked for

ORDER = Order(key="date", pk="event_id")

Plan = dict[date, tuple[list[int], int]]


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """To the month of today, or the nearest before it that holds an event, or after it."""
    this_month, form = _month(timezone.localdate()), EventFilter(request.GET)
    nearest = None
    if form.is_valid():  # the month itself answers what makes no sense
        segments, day = select_events(form), this_month.last + timedelta(days=1)
        nearest = _nearest(segments, after=day) or _nearest(segments, before=day)
    return HttpResponseRedirect(_address(nearest or this_month, request))


class CalendarMonth(RefuseBadQuery, TemplateView):
    """A month of events as a table of days, with a list beside it."""

    template_name = "events/calendar_month.html"
    extensions = EventList.extensions

    def get_context_data(self, year, month, **kwargs):
        try:
            month = PartialDate.parse(f"{year}-{month}")
        except ValueError:
            raise Http404 from None
        form = EventFilter(self.request.GET, period=month)
        if not form.is_valid():
            raise BadQuery(form.problems, form)
        alone, *lasting = _split(_as_querysets(select_events(form)))
        plan, lasting = _plan(alone), _lasting(lasting)
        events = _load([pk for pks, _size in plan.values() for pk in pks] + lasting)
        days, some_time = _days(month, plan, [events[pk] for pk in lasting if pk in events], events)
        first_weekday = _first_weekday()
        return super().get_context_data(
            **kwargs,
            form=form,
            month=month,
            title=form.title(_("Events")),
            days=days,
            weeks=weeks_of(days, first_weekday=first_weekday),
            weekdays=[
                (WEEKDAYS[(first_weekday + n) % 7], WEEKDAYS_ABBR[(first_weekday + n) % 7])
                for n in range(7)
            ],
            some_time=some_time,
            is_empty=not events,
            is_indexed=is_worth_finding(form, self.request.GET),
            files_of=archive_address("event", str(month)),
            query=_query(self.request),
            months=[(each, _address(each, self.request)) for each in _months(month)],
            **self.neighbours(month),
        )

    def neighbours(self, month: PartialDate) -> dict:
        """The nearest months with an event under the same filters, each with its address."""
        form = EventFilter(self.request.GET)
        form.is_valid()
        segments = select_events(form)
        found = {"previous": _nearest(segments, after=month.first), "next": None}
        if month.last < date.max:
            found["next"] = _nearest(segments, before=month.last + timedelta(days=1))
        addresses = {
            f"{name}_url": each and _address(each, self.request) for name, each in found.items()
        }
        return found | addresses


def _nearest(segments: Segments, **side: date) -> PartialDate | None:
    """The month of the newest event before a day (`after` it in the list), or the first from it."""
    cursor = {name: f"{day}.0" for name, day in side.items()}
    found = page_of(segments, ORDER, size=1, **cursor).records
    return _month(found[0].date) if found else None


def _as_querysets(segments: Segments) -> list[QuerySet]:
    """The lines of a month; those found one by one as far as a month has room for them."""
    if not hasattr(segments[0], "read"):
        return segments
    asked = {"backwards": False, "most": MOST_FOUND}
    pks = [line.event_id for each in segments for line in each.read(ORDER, None, **asked)]
    return [EventListing.objects.published().of_records(pks)]


def _split(segments: list[QuerySet]) -> list[QuerySet]:
    """What was on one known day, and what lasts or may have been on any of several."""
    of_month, *before = segments
    return [of_month.filter(until=None), of_month.exclude(until=None), *before]


def _plan(lines: QuerySet) -> Plan:
    """For each day the ids of a few events, and how many there were: counted where they are read.

    A month of a large archive holds thousands.
    """
    lines = lines.annotate(
        turn=Window(RowNumber(), partition_by=F("date"), order_by=F("event_id").desc()),
        of_day=Window(Count("pk"), partition_by=F("date")),
    ).filter(turn__lte=MOST_OF_DAY)
    plan: Plan = {}
    for day, pk, size in lines.values_list("date", "event_id", "of_day"):
        plan.setdefault(day, ([], size))[0].append(pk)
    return plan


def _lasting(segments: list[QuerySet]) -> list[int]:
    found: list[int] = []
    for lines in segments:
        newest = lines.newest_first().values_list("event_id", flat=True)
        found += newest[: MOST_LASTING - len(found)]
    return found


def _load(pks: list[int]) -> dict[int, Event]:
    return Event.objects.published().as_entries().order_by().in_bulk(pks)


def _days(
    month: PartialDate, plan: Plan, lasting: list[Event], events: dict[int, Event]
) -> tuple[list[Day], list[Event]]:
    """The days with their events, and the events of which only month or year is known."""
    imprecise = (Event.Precision.MONTH, Event.Precision.YEAR)
    single = {
        day: sorted((events[pk] for pk in pks if pk in events), key=_hour)
        for day, (pks, _size) in plan.items()
    }
    days = days_of(
        month.first,
        single,
        {day: size for day, (_pks, size) in plan.items()},
        [
            (event.start_date, event.last_day, event)
            for event in reversed(lasting)
            if event.date_precision not in imprecise
        ],
        today=timezone.localdate(),
    )
    return days, [event for event in lasting if event.date_precision in imprecise]


def _hour(event: Event) -> tuple:
    return (event.start_time is None, event.start_time or 0, event.pk)


def _months(month: PartialDate) -> list[PartialDate]:
    return PartialDate(month.first.replace(month=1), DatePrecision.YEAR).parts


def _month(day: date) -> PartialDate:
    return PartialDate(day.replace(day=1), DatePrecision.MONTH)


def _query(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


def _address(month: PartialDate, request: HttpRequest) -> str:
    numbers = {"year": month.first.year, "month": month.first.month}
    return reverse("calendar_month", kwargs=numbers) + _query(request)


def _first_weekday() -> int:
    """Monday is 0; as the language has it, but plain English is not only American."""
    language = get_language() or "en"
    return 0 if language == "en" else (get_format("FIRST_DAY_OF_WEEK") - 1) % 7
