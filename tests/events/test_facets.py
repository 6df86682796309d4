"""What stands around a list says how much the list holds, and admits what it has not counted."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from events import facets
from events.facets import Survey
from events.filters import EventFilter, select_events
from events.models import Count, EventListing
from events.views.event import EventList
from reports.actions.publication import list_report
from reports.filters import ReportFilter, select_reports
from reports.models import Mention, ReportListing
from reports.views.report import ReportList
from tests.factories import (
    make_brussels,
    make_event,
    make_person,
    make_place,
    make_report,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(rf):
    """The numbers around the list at an address such as "/reports/?place=1"."""

    def survey(address: str) -> Survey:
        request = rf.get(address)
        if address.startswith("/events/"):
            form, select, table, view = EventFilter, select_events, EventListing, EventList
        else:
            form, select, table, view = ReportFilter, select_reports, ReportListing, ReportList
        form = form(request.GET)
        assert form.is_valid(), form.errors
        return Survey(table, form, select(form), view().address_of(form))

    return survey


def bars(survey: Survey) -> dict[str, str]:
    return {bar.iso: str(bar.count) for bar in survey.strip.bars if bar.count.number}


def values(survey: Survey, name: str) -> list[tuple[str, str]]:
    return [
        (value.label, str(value.count))
        for facet in survey.facets
        if facet.name == name
        for value in facet.values
    ]


def test_the_whole_archive_is_counted_by_year_and_heading(survey):
    house = make_brussels()
    make_event(place=house, start_date=date(2024, 5, 1), kind="concert")
    make_event(place=house, kind="vigil")
    make_event(place=house, kind="vigil", published=False)
    make_event(kind="vigil", publish_at=timezone.now() + timedelta(hours=1))

    found = survey("/events/")

    assert found.total == Count(2)
    assert bars(found) == {"2024": "1", "2026": "1"}
    assert values(found, "place") == [
        ("Belgium", "2"),
        ("Brussels", "2"),
        ("Azerbaijani House", "2"),
    ]
    assert [value.depth for value in found.facets[0].values] == [0, 1, 2]
    assert values(found, "kind") == [("concert", "1"), ("vigil", "1")]
    assert [place.label for place in found.map.unplaced] == ["Azerbaijani House"]


def test_a_list_by_place_counts_what_is_in_it(survey):
    house, topic = make_brussels(), make_topic("Remembrance")
    make_report(dateline_place=house, topics=[topic])
    make_report(dateline_place=house.parent, published_on=date(2025, 1, 2))
    make_report(topics=[topic])

    found = survey(f"/reports/?place={house.parent.pk}")

    assert found.total == Count(2)
    assert bars(found) == {"2025": "1", "2026": "1"}
    assert values(found, "topic") == [("Remembrance", "1")]
    chosen = [value for value in found.facets[0].values if value.chosen]
    assert [(value.label, value.url) for value in chosen] == [("Brussels", "?")]


def test_two_filters_count_what_meets_both(survey):
    house, person = make_brussels(), make_person("Emin Rustamov")
    for place in (house, house, make_place()):
        report = make_report(dateline_place=place)
        Mention.objects.create(report=report, person=person)
        list_report(report)
    make_report(dateline_place=house)

    found = survey(f"/reports/?place={house.pk}&person={person.pk}")

    assert found.total == Count(2)
    assert values(found, "person") == [("Emin Rustamov", "2")]
    assert all(value.nofollow for facet in found.facets for value in facet.values)


def test_what_is_chosen_is_narrowed_by_what_is_inside_it_and_taken_off(survey):
    house, away = make_brussels(), make_place("Away")
    one, other = make_person("One"), make_person("Other")
    report = make_report(dateline_place=house)
    report.events.add(make_event(place=away))
    for person in (one, other):
        Mention.objects.create(report=report, person=person)
    list_report(report)

    found = survey(f"/reports/?place={house.parent.pk}-brussels&person={one.pk}-one")

    assert values(found, "place") == [("Brussels", "1"), ("Azerbaijani House", "1")]
    assert values(found, "person") == [("One", "1")]
    assert [value.url for value in found.facets[0].values] == [
        f"?person={one.pk}-one",
        f"?person={one.pk}-one&place={house.pk}",
    ]


def test_a_month_is_drawn_by_its_days_with_what_lasted_into_it(survey):
    place = make_place()
    make_event(place=place, start_date=date(2026, 1, 30), end_date=date(2026, 2, 2))
    make_event(place=place)

    for address in (
        "/events/?from=2026-02&to=2026-02",
        f"/events/?place={place.pk}&from=2026-02&to=2026-02",
    ):
        found = survey(address)

        assert found.total == Count(2)
        assert bars(found) == {"2026-02-01": "1", "2026-02-02": "1", "2026-02-23": "1"}


def test_what_is_not_counted_to_the_end_says_so(survey, monkeypatch):
    monkeypatch.setattr(facets, "CAP", 3)
    house, topic = make_brussels(), make_topic("Remembrance")
    for year in (2020, 2021, 2022, 2023, 2024):
        make_report(dateline_place=house, topics=[topic], published_on=date(year, 1, 1))

    found = survey(f"/reports/?place={house.pk}&topic={topic.slug}")

    assert str(found.total) == "3+"
    assert values(found, "topic") == [("Remembrance", "3+")]
    assert bars(found) == {"2022": "1+", "2023": "1", "2024": "1"}


def test_what_is_over_and_what_is_to_come_are_counted_apart(survey):
    make_event(start_date=date(2020, 1, 1))
    make_event(start_date=timezone.localdate() + timedelta(days=10))

    assert [survey(f"/events/?when={when}").total.number for when in ("past", "upcoming")] == [1, 1]
