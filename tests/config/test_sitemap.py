"""What crawlers are told: every public address once, and which to leave alone."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from config.sitemaps import SECTIONS
from events.models import Event
from events.sitemaps import MOST_ADDRESSES, EventSitemap
from tests.factories import make_event, make_person, make_place, make_report, make_source

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def read(client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.content)  # noqa: S314 -- our own answer


def texts(root: ElementTree.Element, name: str) -> list[str]:
    return [
        element.text.removeprefix(SITE) for element in root.iter() if element.tag.endswith(name)
    ]


def test_every_public_address_is_in_a_file_of_the_index_once(client):
    event, hidden, source = make_event(), make_event(published=False), make_source()
    report = make_report(events=[event, hidden], source=source)
    make_person()

    files = texts(read(client, "/sitemap.xml"), "}loc")
    found = [address for file in files for address in texts(read(client, file), "}loc")]

    assert sorted(found) == sorted(
        {
            *("/", *(f"/{section}/" for section in SECTIONS if section != "pages")),
            *(each.get_absolute_url() for each in (event, report, event.place, source)),
        }
    )


def test_files_follow_one_another_by_id_and_none_is_empty(client, monkeypatch):
    monkeypatch.setattr(EventSitemap, "limit", 2)
    place = make_place()
    events = [make_event(place=place) for _ in range(9)]
    gone = {event.pk // 2 for event in events[3:6]}
    Event.objects.filter(pk__in=[e.pk for e in events if e.pk // 2 in gone]).update(status="draft")

    files = [file for file in texts(read(client, "/sitemap.xml"), "}loc") if "events-" in file]
    held = [texts(read(client, file), "}loc") for file in files]

    public = list(Event.objects.published().order_by("pk"))
    assert [address for file in held for address in file] == [e.get_absolute_url() for e in public]
    assert all(1 <= len(file) <= 2 for file in held)
    assert client.get(f"/sitemaps/events-{min(gone) + 1}.xml").status_code == 404


@pytest.mark.parametrize("name", ["nowhere-1", "events-0", "events-2", f"events-{10**30}"])
def test_what_is_in_no_file_is_not_found(client, name):
    make_event()

    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_an_event_changed_when_it_was_edited_or_became_public(client):
    event = make_event()
    Event.objects.update(modified_at="2026-01-05T12:00Z", public_since="2026-01-09T12:00Z")

    file = read(client, f"/sitemaps/events-{event.pk // MOST_ADDRESSES + 1}.xml")

    assert texts(file, "}lastmod") == ["2026-01-09"]


def test_news_are_the_dated_reports_of_two_days(client):
    today = timezone.localdate()
    fresh = make_report("Fresh & new", published_on=today, language="az")
    make_report(published_on=today, date_precision="undated")
    make_report(published_on=today - timedelta(days=2))
    make_report(published_on=today, embargo_until=timezone.now() + timedelta(hours=1))

    root = read(client, "/sitemaps/news.xml")

    assert texts(root, "}loc") == [fresh.get_absolute_url()]
    assert [element.text for element in root.iter() if element.tag.startswith(NEWS)][2:] == [
        "Dateline",
        "az",
        today.isoformat(),
        "Fresh & new",
    ]


def test_an_archive_without_news_does_not_announce_any(client):
    make_report()

    assert "/sitemaps/news.xml" not in texts(read(client, "/sitemap.xml"), "}loc")


def test_robots_are_kept_from_what_has_no_end(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /search/", "Disallow: /*?*&*&*"} <= set(lines)
    assert lines[-1] == f"Sitemap: {SITE}/sitemap.xml"


def test_security_txt_names_whom_to_tell_until_a_day_to_come(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = ["mailto:security@example.org", "https://example.org/report"]

    response = client.get("/.well-known/security.txt")

    fields = [line.split(": ", 1) for line in response.content.decode().splitlines()]
    assert [value for name, value in fields if name == "Contact"] == settings.SECURITY_CONTACT
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    (expires,) = (value for name, value in fields if name == "Expires")
    days = (timezone.datetime.fromisoformat(expires) - timezone.now()).days
    assert 30 < days < 365
