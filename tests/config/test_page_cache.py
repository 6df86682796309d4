"""Kept pages are never older than the archive, and a broken cache only costs time."""

import gzip
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db.models import F
from django.test import Client
from django.utils import timezone

from events.actions.publication import publish_event, withdraw_event
from events.models import Edition, Event
from tests.back_office import Desk
from tests.benchmarks.served import CACHES as KEPT_IN_MEMORY
from tests.factories import make_event, make_person, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept_pages(settings):
    settings.CACHES = KEPT_IN_MEMORY
    cache.clear()


@pytest.fixture
def public():
    return Client()


def yesterday() -> None:
    """Let the last change be long enough ago for a date to tell."""
    Edition.objects.update(changed_at=F("changed_at") - timedelta(days=1))


def test_a_kept_page_is_answered_with_one_query(public, django_assert_num_queries):
    event = make_event("Remembrance evening")
    first = public.get(event.get_absolute_url())

    with django_assert_num_queries(1):
        second = public.get(event.get_absolute_url())

    assert second.content == first.content
    assert b"Remembrance evening" in second.content
    assert dict(second.items()) == dict(first.items())
    assert not second.cookies
    assert "Content-Security-Policy" in second


def test_publication_edit_and_withdrawal_show_at_once(public):
    event = make_event("Remembrance evening", published=False)
    address = event.get_absolute_url()
    assert public.get(address).status_code == 404
    assert b"Remembrance evening" not in public.get("/events/").content

    publish_event(event)
    assert b"Remembrance evening" in public.get("/events/").content

    Desk().change(event).send(title="Evening of remembrance")
    assert b"Evening of remembrance" in public.get("/events/").content
    address = Event.objects.get().get_absolute_url()
    assert b"Evening of remembrance" in public.get(address).content

    withdraw_event(Event.objects.get())
    assert public.get(address).status_code == 410
    assert b"Evening of remembrance" not in public.get("/events/").content


def test_a_new_name_shows_at_once(public):
    person, event = make_person("Emin Rustamov"), make_event()
    event.participations.create(person=person)
    Desk().change(event).send()
    assert b"Emin Rustamov" in public.get(event.get_absolute_url()).content

    Desk().change(person).send(name="Emin Rustamzade")

    assert b"Emin Rustamzade" in public.get(event.get_absolute_url()).content


def test_a_kept_page_ends_when_something_scheduled_begins(public):
    make_event()
    event = make_event("The scheduled evening", publish_at=timezone.now() + timedelta(hours=1))
    assert b"The scheduled evening" not in public.get("/events/").content

    # An hour passes.
    Event.objects.filter(pk=event.pk).update(publish_at=timezone.now())
    Edition.objects.update(next_due=timezone.now())

    page = public.get("/events/")
    assert b"The scheduled evening" in page.content
    assert page.context["total"].number == 2


def test_a_reader_who_has_the_page_gets_304(public):
    make_event()
    yesterday()
    page = public.get("/events/")

    for condition in (
        {"If-None-Match": page["ETag"]},
        {"If-Modified-Since": page["Last-Modified"]},
    ):
        again = public.get("/events/", headers=condition)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == page["ETag"]

    make_event()
    again = public.get("/events/", headers={"If-None-Match": page["ETag"]})
    assert again.status_code == 200


def test_the_second_of_a_change_is_no_date_to_go_by(public):
    make_event()
    Edition.objects.update(changed_at=timezone.now() + timedelta(seconds=1))

    assert "Last-Modified" not in public.get("/events/")


def test_kept_pages_are_compressed_for_those_who_take_it(public):
    make_event("Remembrance evening")

    for _ in range(2):
        page = public.get("/events/", headers={"Accept-Encoding": "br, gzip"})
        assert page["Content-Encoding"] == "gzip"
        assert b"Remembrance evening" in gzip.decompress(page.content)
        plain = public.get("/events/")
        assert "Content-Encoding" not in plain
        assert b"Remembrance evening" in plain.content


def test_kept_pages_and_304_carry_what_protects_the_reader(settings):
    settings.SECURE_HSTS_SECONDS = 3600
    make_event()
    public = Client()

    page = public.get("/events/", secure=True)
    kept = public.get("/events/", secure=True)
    unchanged = public.get("/events/", secure=True, headers={"If-None-Match": page["ETag"]})

    assert unchanged.status_code == 304
    for name in (
        *("Strict-Transport-Security", "X-Content-Type-Options", "Content-Security-Policy"),
        *("Referrer-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options", "Vary"),
    ):
        assert page[name] == kept[name] == unchanged[name]
    assert "Strict-Transport-Security" not in public.get("/events/")


def test_a_kept_page_is_answered_by_its_head(public):
    make_event()
    page = public.get("/events/")

    head = public.head("/events/")

    assert (head.status_code, head.content) == (200, b"")
    assert (head["ETag"], head["Content-Length"]) == (page["ETag"], page["Content-Length"])


def test_another_host_gets_no_kept_page(public):
    make_event()
    public.get("/events/", headers={"Host": "localhost"})

    assert public.get("/events/", headers={"Host": "localhost"}).status_code == 200
    assert public.get("/events/", headers={"Host": "afar.example"}).status_code == 400


def test_staff_get_pages_of_their_own(public):
    event = make_event()
    public.get(event.get_absolute_url())
    editor = Client()
    editor.force_login(make_staff())

    assert b"Edit this event" in editor.get(event.get_absolute_url()).content
    assert b"Edit this event" not in public.get(event.get_absolute_url()).content


def test_a_cache_server_that_is_down_costs_time_only(settings):
    nobody = "redis://127.0.0.1:1/0"
    settings.CACHES = {
        "default": {
            "BACKEND": "config.redis_cache.PatientRedisCache",
            "LOCATION": nobody,
        }
    }
    make_event("Remembrance evening")

    for _ in range(2):
        page = Client().get("/events/")
        assert page.status_code == 200
        assert b"Remembrance evening" in page.content
