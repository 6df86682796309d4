"""The list of events: what stands in it, how filters narrow it, how its pages and archives join."""

from datetime import date

import pytest

from events.actions.listing import list_event
from events.models import Involvement, Participation
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_report,
    make_source,
    make_topic,
)
from tests.reading import Page, read, words_of

pytestmark = pytest.mark.django_db


def titles(page: Page) -> list[str]:
    return page.texts("entry-title")


def test_event_list_shows_each_event_with_dateline_summary_and_occasion(client):
    occasion = make_occasion("Khojaly, 1992", original_date=date(1992, 2, 26))
    make_event(
        "Evening of remembrance",
        place=make_brussels(),
        date_precision="reported",
        summary="People met.",
        kind="commemoration",
        occasion=occasion,
        ordinal=34,
    )

    page = read(client, "/events/")

    (entry,) = page.texts("entry")
    assert entry == (
        "Brussels, reported 23 February 2026 Evening of remembrance People met."
        " Commemoration 34th anniversary: Khojaly, 1992"
    )


def test_event_list_is_newest_first_and_leaves_drafts_out(client):
    make_event("Older", start_date=date(2025, 1, 1))
    make_event("Newer", start_date=date(2026, 1, 1))
    make_event("A draft", published=False)

    assert titles(read(client, "/events/")) == ["Newer", "Older"]


def test_event_list_speaks_when_it_is_empty(client):
    page = read(client, "/events/?from=1950&to=1951")

    assert page.texts("empty-title") == ["Nothing in the archive answers to this"]
    assert page.links["The list without filters"] == "/events/"


@pytest.fixture
def found():
    """An event that every filter can find, and another that none should."""
    venue = make_brussels()
    event = make_event(
        "Found",
        place=venue,
        kind="vigil",
        occasion=make_occasion("Khojaly, 1992"),
        topics=[make_topic("Film")],
    )
    Participation.objects.create(event=event, person=make_person("Emin Rustamov"))
    Involvement.objects.create(event=event, organization=make_organization("Azerbaijani House"))
    list_event(event)
    make_report(events=[event], source=make_source("One Agency"), language="az")
    other = make_event("Other", start_date=date(2020, 5, 5), place=make_place("Dili"))
    make_report(events=[other], source=make_source("Another Agency"), language="pt")
    return event


# What is asked, and what the heading says of it.
NARROWED = {
    "from=2026": "Events, from 2026 on",
    "from=2026-02&to=2026-02": "Events, February 2026",
    "from=2026-02-23&to=2026-02-23": "Events, 23 February 2026",
    "from=2021&to=2026": "Events, 2021–2026",
    "from=2026-02-20&to=2026-02-25": "Events, 20–25 February 2026",
    "from=2026&to=2026-02": "Events, 1 January – 28 February 2026",
    "kind=vigil": "Events: vigil",
    "when=past&from=2026": "Events, from 2026 on, past",
    "topic=film": "Events, about Film",
    "language=az": "Events, in Azerbaijani",
    "place={place}": "Events from Azerbaijani House",
    "place={city}": "Events from Brussels",
    "place={country}": "Events from Belgium",
    "person={person}": "Events, with Emin Rustamov",
    "organization={organization}": "Events, with Azerbaijani House",
    "occasion={occasion}": "Events, on Khojaly, 1992",
    "source={source}": "Events, by One Agency",
    "place={city}&kind=vigil&kind=rally": "Events: vigil or rally from Brussels",
    "place={country}&from=2026&to=2026&person={person}": (
        "Events from Belgium, 2026, with Emin Rustamov"
    ),
}


def test_event_list_narrows_by_each_parameter_and_says_so(client, found):
    report = found.reports.get()
    ids = {
        "place": found.place.permalink,
        "city": found.place.parent_id,
        "country": found.place.parent.parent_id,
        "person": found.participations.get().person.permalink,
        "organization": found.involvements.get().organization_id,
        "occasion": found.occasion.permalink,
        "source": report.source.permalink,
    }

    for query, title in NARROWED.items():
        page = read(client, "/events/?" + query.format(**ids))
        assert titles(page) == ["Found"], query
        assert (page.heading, page.title) == (title, f"{title} – Dateline")


def test_event_list_takes_a_filter_away_by_its_chip(client, found):
    page = read(client, f"/events/?place={found.place.parent_id}&from=2026")

    assert page.links["Remove the filter: Brussels ×"] == "?from=2026"
    assert page.links["Remove the filter: from 2026 ×"] == f"?place={found.place.parent_id}"


def test_event_list_carries_the_filters_without_a_field_along(client, found):
    html = client.get(f"/events/?place={found.place.parent_id}").content.decode()

    assert f'<input type="hidden" name="place" value="{found.place.parent_id}"' in html


@pytest.mark.parametrize(
    ("query", "parameter", "sentence"),
    [
        ("from=2024-02-30", "from", "Write the date as 2026, 2026-02 or 2026-02-23"),
        ("to=99999", "to", "Write the date as 2026, 2026-02 or 2026-02-23"),
        ("from=2026&to=2025", "to", "The period ends before it begins."),
        ("place=brussels", "place", "Write the number that stands in the page's address."),
        ("place=999999", "place", "The archive has no such page."),
        ("person=" + "9" * 5000, "person", "Write the number that stands in the page's address."),
        ("topic=nothing", "topic", "The archive has no such page."),
        ("kind=party", "kind", "There is no such choice here."),
        ("when=soon", "when", "Write upcoming or past."),
        ("after=x", "after", "Follow the links to older and newer pages"),
    ],
)
def test_event_list_refuses_nonsense_with_a_sentence(client, query, parameter, sentence):
    response = client.get(f"/events/?{query}")

    assert response.status_code == 400
    assert f"{parameter}: {sentence}" in Page(response).words


def test_event_list_keeps_what_was_typed_beside_the_fault(client):
    html = client.get("/events/?from=2024-02-30&to=2025").content.decode()

    assert 'value="2024-02-30"' in html
    assert 'value="2025"' in html
    assert 'aria-invalid="true"' in html


def test_event_list_pages_lead_to_each_other(client):
    for number in range(1, 26):
        make_event(f"Event of day {number}", start_date=date(2026, 1, number))

    first = read(client, "/events/?from=2026")
    second = read(client, f"/events/{first.links['Older →']}")
    back = read(client, f"/events/{second.links['← Newer']}")

    assert len(titles(first)) == 20
    assert titles(second)[0] == "Event of day 5"
    assert len(titles(second)) == 5
    assert "Older →" not in second.links
    assert titles(back) == titles(first)


@pytest.mark.parametrize(
    ("address", "heading", "previous", "following"),
    [
        ("/events/2025/", "Events, 2025", ("← 2023", "/events/2023/"), ("2026 →", "/events/2026/")),
        (
            "/events/2025/06/",
            "Events, June 2025",
            ("← March 2025", "/events/2025/03/"),
            ("February 2026 →", "/events/2026/02/"),
        ),
        (
            "/events/2025/03/09/",
            "Events, 9 March 2025",
            ("← 1 July 2023", "/events/2023/07/01/"),
            ("23 February 2026 →", "/events/2026/02/23/"),
        ),
    ],
)
def test_event_archive_skips_empty_neighbours(client, address, heading, previous, following):
    for day in (date(2023, 7, 1), date(2025, 3, 9), date(2026, 2, 23)):
        make_event(start_date=day)
    make_event(start_date=date(2024, 1, 1), published=False)

    page = read(client, address)

    assert page.heading == heading
    assert page.links[previous[0]] == previous[1]
    assert page.links[following[0]] == following[1]


def test_event_archive_day_shows_the_way_up(client):
    page = read(client, "/events/2026/02/23/")

    assert page.texts("trail") == ["Events 2026 February 2026 23 February 2026"]
    assert page.links["2026"] == "/events/2026/"
    assert page.links["February 2026"] == "/events/2026/02/"


def test_event_archive_leads_to_the_parts_that_hold_something(client):
    make_event("Vigil", start_date=date(2026, 2, 23))
    make_event("Concert", start_date=date(2026, 5, 1), place=make_place())

    year, month = read(client, "/events/2026/"), read(client, "/events/2026/02/")

    assert year.links["Feb"] == "/events/2026/02/"
    assert year.links["Large map"] == "/map/?from=2026&to=2026"
    assert year.links["May 2026"] == "/events/2026/05/"
    assert "Mar" not in year.links
    assert month.links["23"] == "/events/2026/02/23/"
    assert "24" not in month.links


def test_event_list_shows_on_a_map_what_has_a_point_and_names_the_rest(client):
    country = make_place("Belgium", kind="country")
    point = {"latitude": 50.85, "longitude": 4.35, "point_precision": "city"}
    city = make_place("Brussels", parent=country, **point)
    make_event("Vigil", place=city)
    make_event("Rally", place=city)
    make_event("Concert", place=country)

    page = read(client, "/events/?kind=other")

    (dot,) = page.parts("map-dots")
    (link,) = dot
    assert link.get("href") == f"?kind=other&place={city.pk}"
    assert link[0].text == "Brussels: 2 events"
    assert page.texts("map-unplaced") == ["Not on the map: Belgium 1", "Large map"]
    assert page.links["Large map"] == "/map/?kind=other"


def test_event_list_offers_what_it_holds_and_takes_off_what_is_chosen(client):
    house = make_brussels()
    make_event("Vigil", place=house)
    make_event("Concert", place=house.parent.parent)

    page = read(client, f"/events/?place={house.parent.pk}")

    (facets,) = page.parts("facets")
    places = [(item.get("class"), words_of(item)) for item in facets.iter("li")]
    assert places[:2] == [(None, "Brussels ×"), ("inside-1", "Azerbaijani House 1")]
    assert page.links["Azerbaijani House"] == f"?place={house.pk}"
    assert page.links["Brussels ×"] == "?"


def test_event_archive_hands_its_period_to_the_filter(client):
    (form,) = read(client, "/events/2026/02/").parts("filters")

    typed = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert (typed["from"], typed["to"]) == ("2026-02", "2026-02")
    assert next(form.iter("form")).get("action") == "/events/"


def test_event_archive_month_holds_what_began_before_and_lasted(client):
    make_event("Exhibition", start_date=date(2026, 1, 20), end_date=date(2026, 2, 10))

    assert titles(read(client, "/events/2026/02/")) == ["Exhibition"]


@pytest.mark.parametrize("address", ["/events/0000/", "/events/2026/13/", "/events/2026/02/30/"])
def test_event_archive_has_no_page_for_a_date_that_does_not_exist(client, address):
    assert client.get(address).status_code == 404
