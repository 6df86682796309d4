from dataclasses import replace
from datetime import date

import pytest

from events.search.index import index_in_bulk
from reports.intake.plan import PlannedPlace
from reports.intake.same_event import likely_event, same_events
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_work,
)
from tests.factories.plans import GHENT, make_plan, occasion, organization, part, person, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening():
    """A remembrance evening in Brussels, as it is on file."""
    house = make_brussels()
    event = make_event(
        "Evening of remembrance",
        kind="commemoration",
        start_date=date(2026, 2, 23),
        place=house,
        occasion=make_occasion("Great flood"),
        ordinal=73,
    )
    event.participations.create(
        person=make_person("Marta Holm"), role="speaker", capacity="chair of the society"
    )
    event.involvements.create(organization=make_organization("Harbour Society"))
    event.programme.create(kind="minute_of_silence")
    return event


def plan_like(event, **changes):
    """A plan of a report about that very evening."""
    [part_on_file] = event.participations.all()
    [involvement] = event.involvements.all()
    told = {
        "start": "2026-02-23",
        "published": "2026-02-24",
        "place": PlannedPlace(city="Brussels", country="Belgium", record=event.place.parent.pk),
        "occasion": replace(occasion("Great flood", ordinal=73), record=event.occasion_id),
        "people": (
            person("Marta Holm", record=part_on_file.person_id, capacity="head of the society"),
        ),
        "organizations": (organization("Harbour Society", record=involvement.organization_id),),
        "works": (),
        "programme": (part("minute_of_silence"), part("film_screening")),
    }
    return make_plan(**told | changes)


ALONE = {"people": (), "organizations": (), "occasion": None}


def test_event_of_the_same_day_place_and_occasion_is_offered(evening):
    [same] = same_events(plan_like(evening))

    assert same.event == evening
    assert same.why == (
        "Of the same days and place, and the same in this:"
        " Great flood, Harbour Society, Marta Holm and commemoration."
    )


def test_event_is_shown_with_what_the_report_adds_or_states_differently(evening):
    film = work("High Water", record=make_work("High Water").pk)
    plan = plan_like(evening, works=(film,))
    plan = replace(plan, people=(*plan.people, person("Piet Vos")))

    [same] = same_events(plan)

    assert [(each.what, each.on_file, each.here, each.kind) for each in same.differences] == [
        ("date", "23 February 2026", "23 February 2026", "same"),
        ("place", "Azerbaijani House, Brussels, Belgium", "Brussels, Belgium", "same"),
        ("kind", "commemoration", "commemoration", "same"),
        ("occasion", "Great flood", "Great flood", "same"),
        ("which anniversary", "73", "73", "same"),
        ("Harbour Society", "organizer", "organizer", "same"),
        ("Marta Holm", "chair of the society", "head of the society", "differs"),
        ("Piet Vos", "", "speaker", "adds"),
        ("programme", "minute of silence", "minute of silence", "same"),
        ("programme", "", "film screening", "adds"),
        ("programme", "", "High Water", "adds"),
    ]


@pytest.mark.parametrize(
    ("start", "published", "is_offered"),
    [
        ("2026-02-23", "2026-02-24", True),
        ("2026-02-24", "2026-02-24", False),
        ("", "2026-02-26", True),
        ("", "2026-02-27", False),
        ("2026-02", "2026-03-01", True),
        ("2026-02-20", "2026-02-21", False),
    ],
)
def test_days_may_differ_only_where_they_are_not_stated(evening, start, published, is_offered):
    plan = plan_like(evening, start=start, published=published)

    assert bool(same_events(plan)) == is_offered


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_time_are_no_fault(day):
    assert same_events(make_plan(start=day, published=day)) == []


def test_event_known_by_its_report_only_may_lie_some_days_apart(evening):
    evening.date_precision = "reported"
    evening.save()

    [same] = same_events(plan_like(evening, start="2026-02-21"))

    assert same.differences[0].on_file == "reported 23 February 2026"
    assert same.differences[0].here == "21 February 2026"
    assert same.differences[0].kind == "adds"


def test_event_at_another_place_is_not_offered(evening):
    elsewhere = PlannedPlace(city="Ghent", record=make_place("Ghent").pk)

    assert same_events(plan_like(evening, place=elsewhere)) == []


@pytest.mark.parametrize(
    ("place", "is_offered"),
    [
        (PlannedPlace(city="Brussels", country="Belgium"), True),
        (PlannedPlace(country="Belgium"), True),
        (PlannedPlace(), True),
        (PlannedPlace(city="Ghent", country="Belgium"), False),
        (PlannedPlace(venue="hall", country="Luxembourg"), False),
    ],
)
def test_event_in_another_town_or_country_is_not_offered(evening, place, is_offered):
    index_in_bulk()

    assert bool(same_events(plan_like(evening, place=place))) == is_offered


def test_event_with_nothing_else_in_common_is_not_offered(evening):
    assert same_events(plan_like(evening, kind="concert", **ALONE)) == []


def test_event_of_the_same_kind_is_offered_unless_its_occasion_is_another(evening):
    other = {**ALONE, "occasion": occasion("Independence Day")}

    assert [same.event for same in same_events(plan_like(evening, **ALONE))] == [evening]
    assert same_events(plan_like(evening, **other)) == []


def test_likest_event_comes_first(evening):
    make_event("Another one", kind="commemoration", place=evening.place, occasion=evening.occasion)

    found = same_events(plan_like(evening, place=replace(GHENT, record=evening.place.pk)))

    assert [str(same.event) for same in found] == ["Evening of remembrance", "Another one"]


def test_event_of_the_same_occasion_and_people_is_likely_the_one(evening):
    assert likely_event(same_events(plan_like(evening))) == evening


def test_event_with_little_in_common_is_offered_and_not_likely(evening):
    assert likely_event(same_events(plan_like(evening, **ALONE))) is None
    assert likely_event([]) is None


def test_event_is_not_likely_when_another_is_just_as_like(evening):
    make_event("Morning", kind="commemoration", place=evening.place, occasion=evening.occasion)
    alone = {"people": (), "organizations": ()}
    here = replace(GHENT, record=evening.place.pk)

    assert likely_event(same_events(plan_like(evening, place=here, **alone))) is None


def test_withdrawn_events_are_not_offered(evening):
    type(evening).objects.update(status="withdrawn")

    assert same_events(plan_like(evening)) == []
