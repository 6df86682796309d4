from datetime import date

import pytest

from tests.back_office import Desk, page
from tests.factories import (
    make_brussels,
    make_event,
    make_organization,
    make_person,
    make_place,
    make_source,
)

pytestmark = pytest.mark.django_db


def test_choosing_a_person_shows_the_capacity_stated_last():
    emin = make_person("Emin Rustamov")
    for year, capacity in ((2026, "First Secretary"), (2024, "Attaché")):
        event = make_event(start_date=date(year, 2, 23))
        event.participations.create(person=emin, capacity=capacity)

    assert Desk("Reporter").choose("events.participation", "person", "rustamov emin") == [
        "Emin Rustamov — First Secretary"
    ]


@pytest.mark.parametrize(
    "term", ["Rüstəmov", "emin rust", "RUSTAMOV, Emin", "рустамов", "mister x"]
)
def test_choosing_finds_across_marks_scripts_order_and_other_names(term):
    emin = make_person("Emin Rustamov")
    emin.names.create(text="Mister X")
    make_person("Emin Aliyev")

    assert Desk().choose("events.participation", "person", term) == ["Emin Rustamov"]


def test_choosing_shows_where_a_place_is_and_an_organization_sits():
    house = make_brussels()
    make_organization("Embassy of Azerbaijan", kind="embassy", seat=house.parent)
    make_source("Report", kind="agency", country=house.parent.parent)
    make_event("Remembrance evening", place=house, start_date=date(2026, 2, 23))
    desk = Desk()

    assert desk.choose("events.event", "place", "azerbaijani") == [
        "Azerbaijani House, Brussels, Belgium (venue)"
    ]
    assert desk.choose("events.involvement", "organization", "embassy") == [
        "Embassy of Azerbaijan — embassy or mission, Brussels"
    ]
    assert desk.choose("reports.report", "source", "report") == ["Report — news agency, Belgium"]
    assert desk.choose("reports.report", "events", "evening") == [
        "Remembrance evening — 23 February 2026, Azerbaijani House"
    ]


def test_choosing_offers_the_exact_name_before_longer_ones():
    for name in ("Old Paris Library", "Parisian House", "Paris"):
        make_place(name)

    assert Desk().choose("events.event", "place", "paris") == [
        "Paris (city)",
        "Parisian House (city)",
        "Old Paris Library (city)",
    ]


@pytest.mark.parametrize("rows", [1, 12])
def test_choosing_asks_the_database_the_same_few_times(rows, django_assert_num_queries):
    place = make_brussels()
    for number in range(rows):
        make_organization(f"Embassy {number}", seat=place)
    desk = Desk()
    desk.choose("events.involvement", "organization", "")

    # Session, user, permissions of user and groups; then which, and their context.
    with django_assert_num_queries(6):
        assert len(desk.choose("events.involvement", "organization", "embassy")) == min(rows, 20)


def test_choosing_goes_on_to_the_next_page():
    for number in range(25):
        make_person(f"Person Number{number:02}")
    desk = Desk()

    first = desk.choose("events.participation", "person", "person")
    second = desk.choose("events.participation", "person", "person", page=2)

    assert (len(first), len(second)) == (20, 5)
    assert not set(first) & set(second)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"app_label": "events"},
        {"app_label": "events", "model_name": "event", "field_name": "reports"},
        {"app_label": "events", "model_name": "event", "field_name": "title"},
        {"app_label": "auth", "model_name": "user", "field_name": "groups"},
        {"app_label": "\0", "model_name": "\0", "field_name": "\0"},
    ],
)
def test_choosing_refuses_fields_that_are_none(asked):
    assert Desk().client.get("/admin/autocomplete/", asked).status_code == 403


@pytest.mark.parametrize("term", ["\0", "%", "_", "'", "x" * 5000, "a " * 500, "\u202e", "٣"])
def test_choosing_takes_any_text(term):
    assert Desk().choose("events.participation", "person", term) == []


def test_choosing_is_for_staff_only(client):
    asked = {"app_label": "events", "model_name": "participation", "field_name": "person"}

    assert client.get("/admin/autocomplete/", asked).status_code == 302
    assert page("events.person", "changelist") in Desk("Reporter").open("/admin/").links.values()
