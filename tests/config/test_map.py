"""The large map: the same lists with the same filters, by place."""

from datetime import date

import pytest

from tests.factories import make_event, make_place, make_report
from tests.reading import read

pytestmark = pytest.mark.django_db


def make_city(name: str, latitude: float, longitude: float):
    return make_place(name, latitude=latitude, longitude=longitude, point_precision="city")


def dots(page) -> list[str]:
    (group,) = page.parts("map-dots")
    return [link[0].text for link in group]


def test_map_shows_events_by_place_and_leads_to_the_list(client):
    brussels = make_city("Brussels", 50.85, 4.35)
    make_event(place=brussels, start_date=date(2025, 1, 1))
    make_event(place=make_city("Baku", 40.38, 49.89))
    make_event(place=brussels, published=False)

    page = read(client, "/map/?from=2025")

    assert page.title == "On the map: Events, from 2025 on – Dateline"
    assert sorted(dots(page)) == ["Baku: 1 event", "Brussels: 1 event"]
    assert page.links["Brussels"] == f"?from=2025&place={brussels.pk}"
    assert page.links["2026"] == "/map/?from=2026&to=2026"
    assert page.links["As a list"] == "/events/?from=2025"


def test_map_shows_reports_when_asked(client):
    brussels = make_city("Brussels", 50.85, 4.35)
    make_report(dateline_place=brussels)

    page = read(client, f"/map/?of=reports&place={brussels.pk}")

    assert dots(page) == ["Brussels: 1 report"]
    assert page.links["Events"] == f"?place={brussels.pk}&of=events"
    assert page.links["As a list"] == f"/reports/?place={brussels.pk}"


def test_map_of_nothing_says_so(client):
    page = read(client, "/map/?from=1900&to=1900")

    assert page.texts("empty-title") == ["Nothing in the archive answers to this"]


@pytest.mark.parametrize("query", ["of=people", "place=999", "from=yesterday"])
def test_map_refuses_what_no_list_has(client, query):
    response = client.get(f"/map/?{query}")

    assert response.status_code == 400
    assert query.partition("=")[0] in response.content.decode()
