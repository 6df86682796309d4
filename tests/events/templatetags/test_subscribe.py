"""What a page says of its files, in its head and at its end."""

import pytest

from events.actions.publication import withdraw_event
from tests.factories import make_event, make_report, make_staff
from tests.reading import Page, read

pytestmark = pytest.mark.django_db


def alternates(page: Page) -> dict[str, str]:
    links = (each for each in page.root.iter("link") if each.get("rel") == "alternate")
    return {link.get("type"): link.get("href") for link in links}


def test_list_announces_its_files_with_its_filters_from_its_start(client):
    place = make_event().place_id

    page = read(client, f"/events/2026/?utm=x&after=2026-03-01.1&place={place}")

    assert alternates(page) == {
        "application/atom+xml": f"/events/2026.atom?place={place}",
        "text/calendar": f"/events/2026.ics?place={place}",
        "application/json": f"/events/2026.json?place={place}",
        "text/csv": f"/events/2026.csv?place={place}",
        "application/geo+json": f"/events/2026.geojson?place={place}",
    }
    assert page.links["Feed"] == f"/events/2026.atom?place={place}"
    webcal = f"webcal://testserver/events/2026.ics?place={place}"
    assert page.links["your calendar program"] == webcal
    assert page.links["Google Calendar"] == (
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ftestserver%2F"
        f"events%2F2026.ics%3Fplace%3D{place}"
    )


def test_record_can_be_taken_along_but_is_no_subscription(client):
    event, report = make_event(), make_report()

    page = read(client, event.get_absolute_url())

    assert page.links["iCalendar"] == f"{event.get_absolute_url().removesuffix('/')}.ics"
    assert not {"Feed", "Google Calendar"} & page.links.keys()
    assert list(alternates(read(client, report.get_absolute_url()))) == [
        "application/json",
        "application/geo+json",
    ]


def test_pages_without_files_announce_none(client):
    event = make_event()
    withdraw_event(event)
    draft = make_event(published=False)
    client.force_login(make_staff())

    assert alternates(Page(client.get(event.get_absolute_url()))) == {}
    assert alternates(read(client, f"{draft.get_absolute_url()}?preview=1")) == {}
    assert alternates(read(client, "/")) == {}
