from datetime import date

import pytest

from events.keyset import Order, page_of
from events.models import EventListing, listing
from events.models.merged import merged
from tests.factories import make_event, make_place, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    return make_place(), make_place()


@pytest.fixture
def topic(places):
    """A topic of three events in one place and one in another, where one without it lasted."""
    here, there = places
    topic = make_topic()
    for place in (here, here, here, there):
        make_event(place=place, topics=[topic])
    make_event(place=there, start_date=date(2026, 2, 1), end_date=date(2026, 2, 3))
    return topic


def found(lines):
    return sorted(line.event_id for line in lines)


def test_few_under_is_for_where_headings_meet(places, topic):
    here, there = places
    lines = EventListing.objects.all()

    assert lines.few_under([]) is None
    assert lines.few_under([[here.heading]]) is None
    assert lines.few_under([[here.heading], [topic.heading]]) == set(
        found(lines.filter(heading=here.heading))
    )
    assert lines.few_under([[here.heading, there.heading]]) == set(found(lines.under()))


def test_few_under_gives_the_first_group_that_is_narrow(places, topic, monkeypatch):
    here, there = places
    lines = EventListing.objects.all()
    monkeypatch.setattr(listing, "FEW", 2)

    assert lines.few_under([[topic.heading], [there.heading]]) == set(
        found(lines.filter(heading=there.heading))
    )
    assert lines.few_under([[topic.heading], [here.heading]]) is None


@pytest.mark.parametrize("prefix", ["", "~"])
def test_under_finds_the_same_whichever_way_it_begins(places, topic, prefix):
    here, there = (place.heading for place in places)
    lines = EventListing.objects.published()

    for groups in ([[here], [topic.heading]], [[here, there]], [[there], [topic.heading, here]]):
        few = lines.few_under(groups)
        led = found(lines.under(groups, among=few, prefix=prefix))
        assert led == found(lines.under(groups, prefix=prefix))
        assert len(set(led)) == len(led)


def test_side_by_side_reads_each_once_in_order_both_ways(topic, monkeypatch):
    monkeypatch.setattr(listing, "FEW", 0)
    other = make_topic()
    make_event(start_date=date(2026, 1, 5), topics=[topic, other])
    make_event(start_date=date(2026, 3, 1), topics=[other])
    groups = [[topic.heading, other.heading]]
    lines = EventListing.objects.published()
    segment = merged(lines.side_by_side(groups, among=lines.few_under(groups)))
    order = Order(key="date", pk="event_id")

    def page(**cursor):
        found = page_of([segment], order, size=4, **cursor)
        return [line.event_id for line in found.records], found

    everything = found(lines.under(groups))
    newest, first = page()
    oldest, second = page(after=first.after)
    assert sorted(newest + oldest) == everything
    assert len(newest + oldest) == 6
    assert second.after is None
    assert page(before=second.before)[0] == newest
    assert [pk for pk, *_ in segment.packed(5)] == (newest + oldest)[:5]
