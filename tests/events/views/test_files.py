"""Every list and record as a file: what a feed reader, a calendar, a spreadsheet and a map read."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from events.actions.publication import withdraw_event
from events.models import Event
from events.views import files
from tests.factories import (
    make_event,
    make_occasion,
    make_place,
    make_report,
    make_source,
    make_topic,
)
from tests.factories.evening import make_evening
from tests.reading_files import calendar, features, feed, plain, rows

pytestmark = pytest.mark.django_db

# --- The same list, whatever it is written as -----------------------------------------------------


def test_files_hold_what_the_list_at_the_same_address_holds(client):
    event = make_evening()
    make_event("Elsewhere")
    make_event("A draft", place=event.place, published=False)
    make_report("Report from there", dateline_place=event.place)
    query = f"?place={event.place.parent_id}"

    assert [entry.title for entry in feed(client, f"/events.atom{query}").entries] == [event.title]
    assert [each["summary"] for each in calendar(client, f"/events.ics{query}")] == [event.title]
    assert [each["title"] for each in plain(client, f"/events.json{query}")["items"]] == [
        event.title
    ]
    assert [each["title"] for each in rows(client, f"/events.csv{query}")] == [event.title]
    (feature,) = features(client, f"/events.geojson{query}")["features"]
    assert feature["properties"]["title"] == event.title
    headlines = [entry.title for entry in feed(client, f"/reports.atom{query}").entries]
    assert headlines == ["Report from there"]
    assert client.get("/reports.ics").status_code == 404


def test_files_of_an_archive_hold_what_was_going_on(client):
    make_event("In February")
    make_event("Since January", start_date=date(2026, 1, 20), end_date=date(2026, 2, 3))
    make_event("In March", start_date=date(2026, 3, 1))

    for address in ("/events/2026/02.ics", "/events.ics?from=2026-02&to=2026-02"):
        found = [str(event["summary"]) for event in calendar(client, address)]
        assert found == ["In February", "Since January"]
    assert [each["title"] for each in rows(client, "/events/2026/03/01.csv")] == ["In March"]


def test_files_hold_what_a_search_finds(client, monkeypatch):
    monkeypatch.setattr(files, "CHUNK", 1)
    make_event("Concert in Tallinn")
    make_event("Concert in Riga", start_date=date(2025, 1, 1))
    make_event("Reception")

    expected = ["Concert in Tallinn", "Concert in Riga"]
    assert [each["title"] for each in plain(client, "/events.json?q=concert")["items"]] == expected
    assert [each["title"] for each in rows(client, "/events.csv?q=concert")] == expected


@pytest.mark.parametrize("make", [make_place, make_topic, make_occasion])
def test_files_of_a_name_hold_its_events(client, make):
    subject = make("Tallinn")
    noun = subject._meta.model_name
    link = {"topics": [subject]} if noun == "topic" else {noun: subject}
    event = make_event("Concert", **link)
    make_event("Another")
    address = subject.get_absolute_url().removesuffix("/")

    assert [each.title for each in feed(client, f"{address}.atom").entries] == ["Concert"]
    assert [each["id"] for each in plain(client, f"{address}.json")["items"]] == [event.pk]
    assert plain(client, f"{address}.json")["about"]["name"] == "Tallinn"
    assert len(calendar(client, f"{address}.ics")) == 1


def test_files_of_a_source_hold_its_reports(client):
    source = make_source("One Agency")
    make_report("Their report", source=source)
    make_report("Another")
    address = source.get_absolute_url().removesuffix("/")

    (entry,) = feed(client, f"{address}.atom").entries

    assert (entry.title, entry.author) == ("Their report", "One Agency")
    assert client.get(f"{address}.ics").status_code == 404


def test_files_of_alphabetical_lists(client):
    make_event(place=make_place("Tallinn", latitude=59.4, longitude=24.7, point_precision="city"))
    make_event(place=make_place("Aachen"))

    assert [each["name"] for each in plain(client, "/places.json")["items"]] == [
        "Aachen",
        "Tallinn",
    ]
    assert [each["name"] for each in rows(client, "/places.csv?initial=t")] == ["Tallinn"]
    points = [each["geometry"] for each in features(client, "/places.geojson")["features"]]
    assert points == [None, {"type": "Point", "coordinates": [24.7, 59.4]}]


def test_files_come_in_pages_that_lead_on(client, monkeypatch):
    monkeypatch.setattr(files, "MOST", 2)
    monkeypatch.setattr(files, "CHUNK", 2)
    days = [date(2026, 2, 1) + timedelta(days=day) for day in range(5)]
    for day in days:
        make_event(str(day), start_date=day, end_date=day + timedelta(days=1))
    newest_first = [str(day) for day in reversed(days)]

    found, address = [], "/events.json?from=2026-02-02"
    while address:
        page = plain(client, address)
        found += [each["title"] for each in page["items"]]
        address = page["next"] and page["next"].removeprefix("http://testserver")

    assert found == newest_first
    assert [each["title"] for each in rows(client, "/events.csv?from=2026-02-02")] == newest_first
    links = {link.rel: link.href for link in feed(client, "/events.atom").feed.links}
    assert links["self"] == "http://testserver/events.atom"
    assert links["alternate"] == "http://testserver/events/"
    assert feed(client, links["next"]).entries[0].title == newest_first[2]
    assert 'rel="next"' in client.get("/events.ics").headers["Link"]


# --- One record -----------------------------------------------------------------------------------


def test_record_is_a_file_with_all_that_is_known_of_it(client):
    event = make_evening()
    make_report("What was said", events=[event], source=make_source("One Agency"))
    make_report("A draft", events=[event], published=False)

    found = plain(client, f"{event.get_absolute_url().removesuffix('/')}.json")

    assert found["people"][0]["capacity"] == "First Secretary"
    assert found["programme"][0]["works"] == ["13"]
    assert [(each["headline"], each["source"]) for each in found["reports"]] == [
        ("What was said", "One Agency")
    ]


def test_report_is_a_file_without_what_is_hidden(client):
    shown, hidden = make_event("Shown"), make_event("Hidden", published=False)
    report = make_report("Headline", body="All of it.", events=[shown, hidden])

    found = plain(client, f"{report.get_absolute_url().removesuffix('/')}.json")

    assert found["text"] == "All of it."
    assert [event["title"] for event in found["events"]] == ["Shown"]


def test_record_file_moves_and_disappears_with_its_page(client):
    event = make_event("Concert")
    draft = make_event("Secret", published=False)

    assert client.get(f"/events/{event.pk}-old.ics").headers["Location"] == (
        f"/events/{event.pk}-concert.ics"
    )
    for extension in ("ics", "json", "geojson"):
        hidden = client.get(f"/events/{draft.pk}-secret.{extension}")
        absent = client.get(f"/events/999999-secret.{extension}")
        assert hidden.status_code == absent.status_code == 404
    withdraw_event(event)
    assert client.get(f"/events/{event.pk}-concert.json").status_code == 410
    assert calendar(client, "/events.ics") == []


def test_bad_query_of_a_file_is_refused_in_its_own_language(client):
    text, data = client.get("/events.ics?place=x"), client.get("/events.json?place=x&to=x")

    assert (text.status_code, data.status_code) == (400, 400)
    assert text.content.decode() == "place: Write the number that stands in the page's address.\n"
    assert set(data.json()["problems"]) == {"place", "to"}
    for page in ("/events/", "/events.json"):
        assert client.get(f"{page}?q=x&after=2026-02-23.{10**18 - 1}").status_code == 400


# --- Feeds ----------------------------------------------------------------------------------------


def test_feed_is_dated_by_publication_and_keeps_its_names(client):
    event = make_evening()
    since = timezone.now() - timedelta(days=3)
    Event.objects.filter(pk=event.pk).update(public_since=since)

    (entry,) = feed(client, "/events.atom").entries

    assert entry.published == since.isoformat(timespec="seconds")[:19] + "+00:00"
    assert entry.updated > entry.published
    assert entry.id == f"tag:testserver,{since:%Y-%m-%d}:event-{event.pk}"
    assert entry.link == f"http://testserver{event.get_absolute_url()}"
    assert entry.summary.startswith("Azerbaijani House, Brussels, Belgium | 23 February 2026")


def test_feed_of_awkward_texts_is_valid(client):
    make_event("A < B & \ufffe\uffff \U0001f56f", summary="<b>no</b> \ufffe & so on")

    (entry,) = feed(client, "/events.atom").entries

    assert entry.title.startswith("A &lt; B &amp;") or entry.title.startswith("A < B &")
    assert "&lt;b&gt;no&lt;/b&gt;" in entry.summary


# --- Tables ---------------------------------------------------------------------------------------


def test_table_obeys_no_text(client):
    dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"]
    for text in dangerous:
        make_event(text, summary=f"{text}, “quoted”\nand broken")

    found = rows(client, "/events.csv")

    assert sorted(row["title"] for row in found) == sorted(f"'{text}" for text in dangerous)
    assert all(row["summary"].startswith("'") for row in found)


def test_table_leaves_numbers_alone(client):
    make_event(place=make_place(latitude=-33.9, longitude=-70.6, point_precision="city"))

    assert rows(client, "/events.csv")[0]["place_latitude"] == "-33.9"
