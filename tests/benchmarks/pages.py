"""The addresses a benchmark asks for, made from what the archive at hand holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Max, Min

from events.models import Event, EventListing, Occasion, Organization, Person, Place, Topic, Work
from reports.models import Report, ReportListing, Source
from tests.benchmarks.archive import RANKS, WELL_COVERED, word


@dataclass(frozen=True)
class Request:
    """One page of the archive, by what a reader would call it."""

    name: str
    address: str
    # A list by date, by place with everything in it or by both: its rows are counted, and they
    # must not grow.
    is_flat: bool = False
    is_for_staff: bool = False


class Busiest:
    """The ids under which most reports stand, and one of those under which few do."""

    def __init__(self):
        lines = ReportListing.objects.values_list("heading").annotate(lines=Count("pk"))
        self.by_noun: dict[str, list[int]] = {}
        for heading, _ in lines.order_by("-lines"):
            noun, _, pk = heading.partition(":")
            if pk.isdigit():
                self.by_noun.setdefault(noun, []).append(int(pk))
        self.kinds = dict(Place.objects.values_list("pk", "kind"))

    def of(self, noun: str) -> int:
        return self.by_noun[noun][0]

    def rare(self, noun: str) -> int:
        return self.by_noun[noun][-1]

    def place(self, kind: str, rank: int = 0) -> int:
        return [pk for pk in self.by_noun["place"] if self.kinds[pk] == kind][rank]


def requests() -> Iterator[Request]:
    """Every kind of page, with the busiest record of each kind: the worst case."""
    busy = Busiest()
    country, city = busy.place("country"), busy.place("city")
    month = "2015/02/"
    yield Request("home", "/")
    yield Request("reports, newest", "/reports/", is_flat=True)
    yield Request("reports of a month", f"/reports/{month}", is_flat=True)
    yield Request("reports of a year", "/reports/2015/", is_flat=True)
    yield Request("reports of a crowded day", "/reports/2020/02/26/", is_flat=True)
    for row in (40_000, 900_000):
        if cursor := _cursor_at(row):
            yield Request(f"reports, from row {row:,}", f"/reports/?after={cursor}")
    yield Request("reports, a page far back", f"/reports/?after={_middle(ReportListing)}")
    yield Request("  and back from it", f"/reports/?before={_middle(ReportListing)}")
    for noun in ("person", "organization"):
        yield Request(f"reports naming a {noun}", f"/reports/?{noun}={busy.of(noun)}", is_flat=True)
    yield Request("reports from a country", f"/reports/?place={country}", is_flat=True)
    yield Request("  a page far back", f"/reports/?place={country}&after={_middle(ReportListing)}")
    yield Request("reports from a city", f"/reports/?place={city}", is_flat=True)
    yield Request("reports from a venue", f"/reports/?place={busy.place('venue')}", is_flat=True)
    yield Request("country and month", f"/reports/{month}?place={country}", is_flat=True)
    yield Request(
        "country, from and to",
        f"/reports/?place={country}&from=2012-03&to=2014",
        is_flat=True,
    )
    two = f"place={busy.place('city', 1)}&place={busy.place('city', 2)}"
    yield Request("either of two cities", f"/reports/?{two}")
    rare = f"place={busy.rare('place')}&place={busy.by_noun['place'][-2]}"
    yield Request("either of two rare places", f"/reports/?{rare}")
    yield Request("country and person", f"/reports/?place={country}&person={busy.of('person')}")
    yield Request(
        "country and rare person", f"/reports/?place={country}&person={busy.rare('person')}"
    )
    topic = Topic.objects.get(pk=busy.of("topic")).slug
    yield Request("reports about a topic", f"/reports/?topic={topic}", is_flat=True)
    yield Request("rare place and topic", f"/reports/?place={busy.rare('place')}&topic={topic}")
    yield Request(
        "source, language, kind, topic",
        f"/reports/?source={busy.of('source')}&language=en&kind=commemoration&topic={topic}",
    )
    yield Request("events, newest", "/events/", is_flat=True)
    yield Request("events of a month", f"/events/{month}", is_flat=True)
    yield Request("events to come", "/events/?when=upcoming")
    yield Request("events past", "/events/?when=past")
    yield Request("events from a country", f"/events/?place={country}", is_flat=True)
    yield Request(
        "  from and to", f"/events/?place={country}&from=2015-02&to=2015-03", is_flat=True
    )
    yield Request("events by source", f"/events/?source={busy.of('source')}")
    yield Request("events by rare source", f"/events/?source={busy.rare('source')}")
    yield Request("events by language", "/events/?language=tr")
    yield from _searches()
    yield from _files(country)
    yield from _record_pages(busy)
    yield from _alphabets()
    yield from _back_office(busy)


def _middle(table) -> str:
    """A cursor into the middle of the archive's years."""
    ends = table.objects.filter(heading="").aggregate(first=Min("date"), last=Max("date"))
    day = ends["first"] + (ends["last"] - ends["first"]) / 2
    return f"{day}.{10**9}"


def _cursor_at(row: int) -> str | None:
    """The cursor of the report at this row of the whole list."""
    lines = ReportListing.objects.published().filter(heading="").newest_first()
    line = lines[row : row + 1].first()
    return line and f"{line.date}.{line.report_id}"


def _searches() -> Iterator[Request]:
    for name, rank in RANKS.items():
        found = word(rank)
        for order in ("best", "newest"):
            address = f"/search/?q={found}&order={order}"
            yield Request(f"search, a {name} word, {order} first", address)
        yield Request(f"reports with a {name} word", f"/reports/?q={found}")
    yield Request("suggestions", "/search/suggest?q=bav")


def _files(country: int) -> Iterator[Request]:
    yield Request("Atom of a list", f"/reports.atom?place={country}")
    yield Request("JSON of a list", f"/reports.json?place={country}")
    yield Request("iCalendar of a list", f"/events.ics?place={country}")
    yield Request("GeoJSON of a list", f"/events.geojson?place={country}")
    yield Request("a month of the calendar", "/calendar/2020/02/")
    yield Request("the map", "/map/")


def _record_pages(busy: Busiest) -> Iterator[Request]:
    event = Event.objects.filter(ref=WELL_COVERED).first() or _most_listed(Event)
    yield Request("an event", event.get_absolute_url())
    yield Request("a report", Report.objects.published()[100].get_absolute_url())
    for model, noun in (
        (Place, "place"), (Person, "person"), (Organization, "organization"),
        (Source, "source"), (Topic, "topic"),
    ):  # fmt: skip
        yield Request(f"a {noun}", model.objects.get(pk=busy.of(noun)).get_absolute_url())
    for model in (Occasion, Work):
        yield Request(f"a {model._meta.verbose_name}", _most_listed(model).get_absolute_url())


def _most_listed(model):
    noun = model._meta.model_name
    table = ReportListing if model is Event else EventListing
    lines = table.objects.filter(heading__startswith=f"{noun}:").values_list("heading")
    heading, _ = lines.annotate(lines=Count("pk")).order_by("-lines").first()
    return model.objects.get(pk=heading.partition(":")[2])


def _alphabets() -> Iterator[Request]:
    yield Request("people", "/people/")
    someone = Person.objects.order_by("sort_key", "pk")[Person.objects.count() // 2]
    yield Request("  a page far on", f"/people/?after={someone.sort_key}.{someone.pk}")
    yield Request("  under one letter", "/people/?initial=v")
    yield Request("places", "/places/")
    yield Request("organizations", "/organizations/")
    yield Request("topics", "/topics/")


def _back_office(busy: Busiest) -> Iterator[Request]:
    for name, address in (
        ("admin: reports", "/admin/reports/report/"),
        ("  drafts", "/admin/reports/report/?status__exact=draft"),
        ("  by a word", "/admin/reports/report/?q=bava"),
        ("admin: a new report", "/admin/reports/report/add/"),
        ("admin: events", "/admin/events/event/"),
        ("admin: people by name", "/admin/events/person/?q=bava"),
        (
            "admin: choose a person",
            "/admin/autocomplete/?app_label=reports&model_name=mention&field_name=person&term=bav",
        ),
        (
            "admin: choose an event",
            "/admin/autocomplete/?app_label=reports&model_name=report&field_name=events&term=99",
        ),
    ):
        yield Request(name, address, is_for_staff=True)
    report = Report.objects.published()[100]
    yield Request(
        "admin: a report's form", f"/admin/reports/report/{report.pk}/change/", is_for_staff=True
    )
