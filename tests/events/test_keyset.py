from datetime import date

import pytest

from events.keyset import BadCursor, Order, page_of
from events.models import EventListing
from tests.factories import make_event, make_place

ORDER = Order(key="date", pk="event_id")


@pytest.fixture
def events(db):
    """Five events, two of them on one day, in the order a list has them."""
    place = make_place()
    days = [1, 2, 2, 3, 4]
    made = [make_event(place=place, start_date=date(2026, 2, day)) for day in days]
    return sorted(made, key=lambda event: (event.start_date, event.pk), reverse=True)


def walk(**cursor):
    lines = EventListing.objects.published().under()
    return page_of([lines], ORDER, size=2, **cursor)


def ids(page):
    return [line.event_id for line in page.records]


def test_page_of_walks_forth_and_back_over_every_record(events):
    pks = [event.pk for event in events]

    first = walk()
    second = walk(after=first.after)
    third = walk(after=second.after)

    assert ids(first) + ids(second) + ids(third) == pks
    assert third.after is None
    assert ids(walk(before=third.before)) == ids(second)
    assert ids(walk(before=second.before)) == ids(first)
    assert walk(before=second.before).before is None


def test_page_of_keeps_its_place_when_a_newer_record_appears(events):
    first = walk()
    make_event(start_date=date(2026, 3, 1))

    assert ids(walk(after=first.after)) == [event.pk for event in events[2:4]]


def test_page_of_goes_on_in_the_next_segment(events):
    lines = EventListing.objects.published().under()
    newer, older = (
        lines.filter(date__gte=date(2026, 2, 3)),
        lines.filter(date__lt=date(2026, 2, 3)),
    )

    first = page_of([newer, older], ORDER, size=3)
    second = page_of([newer, older], ORDER, size=3, after=first.after)

    assert ids(first) + ids(second) == [event.pk for event in events]
    assert ids(page_of([newer, older], ORDER, size=3, before=second.before)) == ids(first)


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "2026-02-30.1",
        "2026-02-01",
        "2026-02-01.x",
        "2026-02-01.-1",
        "x.1",
        f"2026-02-01.{'9' * 19}",
    ],
)
def test_page_of_refuses_a_cursor_that_names_no_place(events, cursor):
    with pytest.raises(BadCursor):
        walk(after=cursor)
