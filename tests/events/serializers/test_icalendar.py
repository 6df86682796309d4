"""Calendar files, read back by another's library."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from events.models import Event
from events.names import clean_text
from events.serializers.icalendar import calendar as calendar_of
from events.serializers.noun import Site
from tests.factories import make_event
from tests.factories.evening import make_evening
from tests.reading_files import calendar, fetch

pytestmark = pytest.mark.django_db


def test_calendar_gives_the_hour_in_the_zone_of_the_place(client):
    event = make_evening()

    text = fetch(client, "/events.ics")
    (entry,) = calendar(client, "/events.ics")

    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels" in text
    assert entry["dtstart"].dt.isoformat() == "2026-02-23T18:30:00+01:00"
    assert entry["dtend"].dt.isoformat() == "2026-02-23T21:00:00+01:00"
    assert entry["uid"] == f"event-{event.pk}@testserver"
    assert entry["geo"].to_ical() == "50.84;4.36"
    assert entry["location"] == "Azerbaijani House, Brussels, Belgium"
    assert entry["url"] == f"http://testserver{event.get_absolute_url()}"
    assert entry["status"] == "CONFIRMED"
    assert "transp" not in entry
    assert "organizer" not in entry  # only for meetings people are invited to (3.8.4.3)
    assert entry["description"].splitlines() == [
        "People met; they spoke, and sang.",
        "Organizer: The Embassy",
        "Emin Rustamov, speaker, First Secretary",
        "1. 19:00 Film screening: “13”",
    ]


@pytest.mark.parametrize(
    ("start", "fields", "end", "summary"),
    [
        ("2026-02-23", {}, "2026-02-24", "Title"),
        ("2026-02-23", {"end_date": date(2026, 2, 25)}, "2026-02-26", "Title"),
        ("2008-02-01", {"date_precision": "month"}, "2008-03-01", "Title (February 2008)"),
        ("2011-01-01", {"date_precision": "year"}, "2012-01-01", "Title (2011)"),
        (
            "2026-02-23",
            {"date_precision": "reported"},
            "2026-02-24",
            "Title (reported 23 February 2026)",
        ),
        # An hour in no known time zone is told in words.
        ("2026-02-23", {"start_time": time(18, 0)}, "2026-02-24", "Title"),
    ],
)
def test_calendar_says_no_more_of_a_date_than_is_known(client, start, fields, end, summary):
    make_event("Title", start_date=date.fromisoformat(start), **fields)

    (entry,) = calendar(client, "/events.ics")

    assert str(entry["dtstart"].dt) == start
    assert str(entry["dtend"].dt) == end
    assert entry["summary"] == summary
    assert entry["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("status", "word"),
    [("cancelled", "CANCELLED"), ("postponed", "TENTATIVE"), ("rescheduled", "CONFIRMED")],
)
def test_calendar_tells_what_became_of_an_event(client, status, word):
    make_event(status_in_world=status)

    assert calendar(client, "/events.ics")[0]["status"] == word


def test_calendar_entry_keeps_its_name_and_grows_with_every_change(client):
    event = make_event("Before")
    (before,) = calendar(client, "/events.ics")
    later = timezone.now() + timedelta(seconds=90)
    Event.objects.filter(pk=event.pk).update(title="After", modified_at=later)

    (after,) = calendar(client, f"/events/{event.pk}-after.ics")

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstamp"].dt > before["dtstamp"].dt


@settings(max_examples=20)
@given(st.text(max_size=100), st.text(max_size=150))
def test_calendar_brings_any_text_through(title, summary):
    # As the archive stores them; the reading library takes a backslash and N for a line break.
    title, summary = clean_text(title), clean_text(summary, lines=True).replace("\\N", "")
    event = {
        "id": 1,
        "address": "http://testserver/events/1-x/",
        "kind": "concert",
        "status": "held",
        "title": title.replace("\\N", ""),
        "summary": summary,
        "start_time": None,
        "place": None,
        "published": "2026-02-23T18:00:00Z",
        "modified": "2026-02-23T18:00:00Z",
        "organizations": [],
        "people": [],
        "programme": [],
        "date": {"start": "0001-01-01", "end": None, "precision": "day", "words": ""},
    }

    written = calendar_of([event], Site("http://testserver", "testserver"), title="", address="x")

    (entry,) = Calendar.from_ical(written).events
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert entry["summary"] == event["title"]
    assert entry.get("description", "") == summary
