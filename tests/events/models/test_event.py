"""What an event may never be, and what it says of itself."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Event
from tests.factories import make_event

FEB_23 = date(2026, 2, 23)


def problems(**fields) -> dict[str, list[str]]:
    try:
        Event(title="E", **fields).clean()
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        (
            {"end_date": FEB_23},
            "start_date",
            "An event with a last day needs a first day.",
        ),
        (
            {"start_date": FEB_23, "end_date": date(2026, 2, 22)},
            "end_date",
            "The event cannot end before it starts.",
        ),
        (
            {"start_date": FEB_23, "end_date": date(2027, 2, 25)},
            "end_date",
            "An event lasts a year at most; enter a longer exhibition by its opening.",
        ),
        (
            {
                "start_date": date(2026, 1, 1),
                "end_date": date(2027, 1, 1),
                "date_precision": "year",
            },
            "end_date",
            "An event lasts a year at most; enter a longer exhibition by its opening.",
        ),
        (
            {"start_date": FEB_23, "end_time": time(18)},
            "start_time",
            "An event with an end time needs a time it begins.",
        ),
        (
            {"start_date": FEB_23, "start_time": time(18), "date_precision": "month"},
            "start_time",
            "A time needs the day; only “the month” is known.",
        ),
        (
            {"start_date": FEB_23, "start_time": time(18), "end_time": time(17)},
            "end_time",
            "The event cannot end before it starts; past midnight, add the last day.",
        ),
        (
            {
                "start_date": FEB_23,
                "end_date": FEB_23,
                "start_time": time(18),
                "end_time": time(17),
            },
            "end_time",
            "The event cannot end before it starts; past midnight, add the last day.",
        ),
    ],
)
def test_event_clean_says_what_is_wrong_beside_the_field(fields, field, sentence):
    assert problems(**fields) == {field: [sentence]}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"start_date": FEB_23, "start_time": time(18), "end_time": time(20)},
        {
            "start_date": FEB_23,
            "end_date": date(2026, 2, 24),
            "start_time": time(22),
            "end_time": time(1),
        },
        {"start_date": FEB_23, "end_date": date(2027, 2, 23)},
        {"start_date": date(2026, 1, 1), "date_precision": "year"},
    ],
)
def test_event_clean_lets_everything_else_through(fields):
    assert problems(**fields) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        (
            {"start_date": FEB_23, "end_date": date(2026, 2, 22)},
            "event_ends_after_it_starts",
        ),
        ({"start_date": None, "end_date": FEB_23}, "event_ends_after_it_starts"),
        (
            {"status": "published", "start_date": None},
            "event_published_with_title_and_date",
        ),
        (
            {"status": "published", "title": "", "start_date": FEB_23},
            "event_published_with_title_and_date",
        ),
    ],
)
def test_event_that_must_never_be_is_refused_by_the_database(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Event.objects.create(**{"title": "E", **fields})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "label", "iso", "address"),
    [
        ({"start_date": FEB_23}, "23 February 2026", "2026-02-23", "/events/2026/02/23/"),
        (
            {"start_date": FEB_23, "date_precision": "reported"},
            "reported 23 February 2026",
            "2026-02-23",
            "/events/2026/02/23/",
        ),
        (
            {"start_date": date(2026, 2, 1), "date_precision": "month"},
            "February 2026",
            "2026-02",
            "/events/2026/02/",
        ),
        (
            {"start_date": date(2026, 1, 1), "date_precision": "year"},
            "2026",
            "2026",
            "/events/2026/",
        ),
        ({"start_date": None}, "date not known", "", "/events/"),
    ],
)
def test_event_is_dated_no_more_exactly_than_it_is_known(fields, label, iso, address):
    event = make_event(published=False, **fields)

    assert (event.date_label, event.date_iso, event.day_address) == (label, iso, address)


@pytest.mark.django_db
def test_event_saved_in_part_keeps_its_last_day_true():
    event = make_event()
    event.end_date = date(2026, 2, 25)

    event.save(update_fields=["end_date"])

    event.refresh_from_db()
    assert event.last_day == date(2026, 2, 25)


@pytest.mark.django_db
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "ending"),
    [("Vigil in Xocalı", "-vigil-in-xocali"), ("東京", "-event"), ("Київ", "-kiiv")],
)
def test_event_has_a_permanent_address_that_can_be_read(title, ending):
    event = make_event(title)

    assert event.get_absolute_url() == f"/events/{event.pk}{ending}/"
