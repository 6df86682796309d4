"""The calendar: a month as a table and a list, each date no more exact than it is known."""

from datetime import date, time

import pytest

from events.instruments.month import days_of, weeks_of
from events.views import calendar
from tests.factories import make_brussels, make_event, make_place
from tests.reading import Page, read, words_of

pytestmark = pytest.mark.django_db

FEBRUARY = "/calendar/2026/02/"


def cells(page: Page) -> dict[str, str]:
    """The words of each day in the table, by its number; empty days left out."""
    (table,) = page.main.iter("table")
    words = [words_of(cell).split(" ", 1) for cell in table.iter("td")]
    return {number.rstrip(","): rest[0] for number, *rest in words if rest}


def test_calendar_month_puts_events_on_their_days(client):
    house = make_brussels()
    make_event("Evening", place=house, start_time=time(18, 30))
    make_event("Reported then", start_date=date(2026, 2, 26), date_precision="reported")
    make_event("In March", start_date=date(2026, 3, 1))
    make_event("A draft", published=False)

    page = read(client, FEBRUARY)

    days = cells(page)
    assert set(days) == {"23", "26"}
    assert days["23"].endswith("Evening")
    assert days["26"].endswith("Reported then reported")
    list_beside = words_of(page.parts("month-list")[0])
    assert "Monday 23 February 18:30 Evening Brussels" in list_beside
    assert "In March" not in page.words
    assert "A draft" not in page.words


def test_calendar_month_shows_what_lasts_on_each_of_its_days(client):
    make_event("Exhibition", start_date=date(2026, 1, 30), end_date=date(2026, 2, 2))

    assert set(cells(read(client, FEBRUARY))) == {"1", "2"}
    assert set(cells(read(client, "/calendar/2026/01/"))) == {"30", "31"}


def test_calendar_month_names_above_the_days_what_has_no_day(client):
    make_event("In February", start_date=date(2026, 2, 1), date_precision="month")
    make_event("In 2026", start_date=date(2026, 1, 1), date_precision="year")

    page = read(client, FEBRUARY)

    assert cells(page) == {}
    (above,) = page.texts("some-time")
    assert "February 2026 In February" in above
    assert "2026 In 2026" in above


def test_calendar_month_counts_what_has_no_room(client, django_assert_max_num_queries):
    place = make_place()
    for number in range(calendar.MOST_OF_DAY + 3):
        make_event(f"Event {number}", place=place)

    with django_assert_max_num_queries(8):
        page = read(client, FEBRUARY)

    assert cells(page)["23"].endswith("+3")
    assert page.links["and 3 more"] == "/events/2026/02/23/"


def test_calendar_month_takes_the_filters_of_every_list(client):
    here = make_event("Here")
    make_event("Elsewhere")
    make_event("Before", place=here.place, start_date=date(2019, 5, 1))
    query = f"?place={here.place_id}"

    page = read(client, FEBRUARY + query)

    assert "Elsewhere" not in page.words
    assert page.links["← May 2019"] == f"/calendar/2019/05/{query}"
    assert page.links["The month as a list"] == f"/events/2026/02/{query}"
    assert page.links["iCalendar"] == f"/events/2026/02.ics{query}"
    assert client.get(f"{FEBRUARY}?place=x").status_code == 400


def test_calendar_month_shows_what_a_search_finds(client):
    make_event("Concert of remembrance")
    make_event("Reception")
    make_event("Concert before", start_date=date(2019, 5, 1))

    page = read(client, f"{FEBRUARY}?q=concert")

    assert cells(page)["23"].endswith("Concert of remembrance")
    assert page.links["← May 2019"] == "/calendar/2019/05/?q=concert"
    assert [link for link in page.links if "→" in link] == []


def test_calendar_leads_to_the_latest_month_that_holds_an_event(client):
    make_event(start_date=date(2019, 5, 20))
    make_event(start_date=date(2999, 1, 1))

    assert client.get("/calendar/?kind=other").headers["Location"] == (
        "/calendar/2019/05/?kind=other"
    )


@pytest.mark.parametrize("address", ["0001/01", "9999/12", "2024/02"])
def test_calendar_speaks_where_nothing_happened(client, address):
    assert read(client, f"/calendar/{address}/").texts("empty-title") == [
        "No event of this month answers to this"
    ]
    assert client.get("/calendar/2026/13/").status_code == 404


def test_weeks_begin_on_the_day_a_language_says():
    days = days_of(date(2026, 2, 1), {}, {}, [], today=date(2026, 2, 3))

    assert [day and day.date.day for day in weeks_of(days)[0]] == [None] * 6 + [1]
    assert [day.date.day for day in weeks_of(days, first_weekday=6)[0]] == [1, 2, 3, 4, 5, 6, 7]
    assert [day.date.day for day in days if day.is_today] == [3]
