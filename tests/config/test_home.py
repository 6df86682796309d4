"""The front page: the latest, and the ways in by day, year and place."""

from datetime import date

import pytest
from django.utils import timezone

from config.views import coming_round
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_report,
    make_source,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def read(client) -> Page:
    return Page(client.get("/"))


def test_home_leads_with_the_newest_event_and_report(client):
    make_event("Oldest", start_date=date(2019, 1, 1))
    make_event("Older", start_date=date(2020, 1, 1))
    newest = make_event("Newest", summary="People met.", place=make_brussels())
    make_report("A report", source=make_source("One Agency"))
    make_event("A draft", published=False)

    page = read(client)

    assert page.title == "Dateline"
    (lead,) = page.texts("front-lead")
    assert lead.startswith("Brussels, 23 February 2026 Newest People met.")
    assert page.links["Newest"] == newest.get_absolute_url()
    assert page.texts("front-second")[0].endswith("Older")
    assert "Oldest" in page.section("Events All events")
    assert "A report One Agency" in page.section("Reports All reports")
    assert "A draft" not in page.words


def test_home_leads_in_by_year_and_by_country(client):
    venue = make_brussels()
    make_event(place=venue, start_date=date(2024, 5, 1))
    make_event(place=venue)

    page = read(client)

    assert page.links["2024"] == "/events/2024/"
    assert page.links["Azerbaijani House"] == f"/events/?place={venue.pk}"
    assert page.texts("dates") == ["Belgium"]
    assert page.links["Belgium"] == venue.parent.parent.get_absolute_url()


def test_home_shows_what_happened_on_this_day(client):
    today = timezone.localdate()
    make_event("Years ago", start_date=date(today.year - 4, today.month, min(today.day, 28)))
    make_event("Reported then", start_date=today, date_precision="reported")

    section = read(client).section("On this day")

    assert ("Years ago" in section) == ("4 years ago" in section) == (today.day <= 28)
    assert "Reported then" not in section


def test_home_says_what_comes_round_again():
    today = date(2026, 12, 20)
    days = {"Gone": date(1990, 12, 19), "Today": date(1991, 12, 20), "Soon": date(1945, 1, 27)}
    for name, day in days.items():
        make_event(occasion=make_occasion(name, original_date=day))
    make_event(
        occasion=make_occasion("A month", original_date=date(1988, 2, 1), date_precision="month")
    )
    make_occasion("Unlinked", original_date=date(1980, 12, 24))

    found = [(day, str(occasion)) for day, occasion in coming_round(today)]

    assert found == [(date(2026, 12, 20), "Today"), (date(2027, 1, 27), "Soon")]


def test_home_speaks_while_the_archive_is_empty(client):
    assert read(client).texts("empty-title") == ["The archive is still empty"]


def test_home_counts_29_february_on_1_march_where_there_is_none():
    occasion = make_occasion(original_date=date(1992, 2, 29))

    assert occasion.returns_on(date(2026, 2, 1)) == date(2026, 3, 1)
    assert occasion.returns_on(date(2028, 2, 1)) == date(2028, 2, 29)


def test_too_many_parameters_get_a_page_and_not_a_stack_trace(client):
    response = client.get("/events/?" + "&".join(f"a{number}=1" for number in range(3100)))

    assert response.status_code == 400
    assert "The address asks for more than a page can answer." in Page(response).words
