"""The public index of events: which lines there are, and that they follow what changes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from events.actions.listing import list_event, list_records, relist
from events.models import Event, EventListing, Involvement, Participation, Place, ProgrammeItem
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_topic,
    make_work,
)

pytestmark = pytest.mark.django_db


def headings_of(event) -> set[str]:
    return set(EventListing.objects.filter(event=event).values_list("heading", flat=True))


def test_list_event_writes_a_line_for_all_it_links_to():
    house = make_brussels()
    topic, occasion = make_topic(), make_occasion(place=make_place("Khojaly", "region"))
    speaker, pianist, director = make_person(), make_person(), make_person()
    host, embassy = make_organization(), make_organization()
    film = make_work()
    film.creators.add(director)
    event = make_event(place=house, occasion=occasion, topics=[topic], kind="commemoration")
    Involvement.objects.create(event=event, organization=host)
    Participation.objects.create(event=event, person=speaker, organization=embassy)
    item = ProgrammeItem.objects.create(event=event)
    item.people.add(pianist)
    item.works.add(film)

    list_event(event)

    assert headings_of(event) == {
        "",
        "kind:commemoration",
        f"at:{house.pk}",
        *(place.heading for place in house.lineage),
        topic.heading,
        occasion.heading,
        *(person.heading for person in (speaker, pianist)),
        *(organization.heading for organization in (host, embassy)),
        film.heading,
        f"creator:{director.pk}",
        f"origin:{occasion.place_id}",
    }
    assert set(EventListing.objects.values_list("date", "since")) == {(event.start_date, None)}


def test_list_event_gives_one_of_several_days_a_second_line_under_each_heading():
    place = make_place()

    event = make_event(place=place, kind="concert", end_date=date(2026, 2, 25))

    assert headings_of(event) == {
        *("", "kind:concert", f"at:{place.pk}", place.heading),
        *("~", "~kind:concert", f"~at:{place.pk}", f"~{place.heading}"),
    }


@pytest.mark.parametrize(
    ("precision", "lasting"), [("day", False), ("reported", False), ("month", True), ("year", True)]
)
def test_list_event_counts_one_known_to_a_month_as_lasting(precision, lasting):
    event = make_event(start_date=date(2026, 2, 1), date_precision=precision)

    assert ("~" in headings_of(event)) is lasting


def test_list_event_leaves_out_what_is_not_published():
    event = make_event(published=False)

    list_event(event)

    assert headings_of(event) == set()


def test_list_event_touches_only_the_lines_that_differ():
    event = make_event()
    before = dict(EventListing.objects.values_list("heading", "pk"))
    event.kind = "concert"
    event.save()

    list_event(event)

    after = dict(EventListing.objects.values_list("heading", "pk"))
    # The line of everything says under which headings the event stands.
    assert {key for key, pk in before.items() if after.get(key) != pk} == {"kind:other", ""}


def test_list_records_reads_many_in_a_few_queries(django_assert_max_num_queries):
    place = make_place()
    Event.objects.bulk_create(
        Event(title="E", status="published", start_date=date(2026, 2, 23), place=place)
        for _ in range(600)
    )

    with django_assert_max_num_queries(80):
        assert list_records(Event.objects.all()) == 600

    assert EventListing.objects.filter(heading=place.heading).count() == 600


def test_relist_after_a_place_moved_finds_its_events_under_the_new_one():
    house = make_brussels()
    brussels, belgium = house.parent, house.parent.parent
    event = make_event(place=house)
    luxembourg = make_place("Luxembourg", "country")
    brussels.parent = luxembourg
    brussels.save()

    assert relist(brussels) == 1

    assert luxembourg.heading in headings_of(event)
    assert belgium.heading not in headings_of(event)
    assert {place.pk for place in Place.objects.published()} == {
        house.pk,
        brussels.pk,
        luxembourg.pk,
    }


def test_relist_after_an_occasion_moved_finds_where_it_happened():
    first, other = make_place(), make_place()
    occasion = make_occasion(place=first)
    event = make_event(occasion=occasion)
    occasion.place = other
    occasion.save()

    relist(occasion)

    assert set(Place.objects.published()) == {event.place, other}


def test_relist_after_a_work_changed_hands_finds_its_creator():
    film, director = make_work(), make_person()
    event = make_event()
    ProgrammeItem.objects.create(event=event).works.add(film)
    list_event(event)
    film.creators.add(director)

    relist(film)

    assert f"creator:{director.pk}" in headings_of(event)
    assert list(type(director).objects.published()) == [director]


def test_linked_records_are_public_only_while_something_public_links_to_them():
    person = make_person()
    event = make_event(published=False)
    Participation.objects.create(event=event, person=person)
    people = type(person).objects
    list_event(event)
    assert not people.published().exists()

    event.status, event.publish_at = "published", timezone.now() + timedelta(hours=1)
    event.save()
    list_event(event)

    assert not people.published().exists()
    assert list(people.published(at=event.publish_at)) == [person]
