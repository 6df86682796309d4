from datetime import date, time

import pytest

from events.models import Event
from tests.back_office import Desk, page, page_of
from tests.factories import (
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_topic,
    make_work,
)

pytestmark = pytest.mark.django_db

# Session, user and permissions take four of each; Django 6 changes a form with one less.
ADD_QUERIES, LIST_QUERIES, CHANGE_QUERIES = 4, 8, 15


def test_editor_enters_an_event_with_all_its_links():
    place, person, house = make_place(), make_person(), make_organization()
    film, topic, occasion = make_work(), make_topic("Remembrance"), make_occasion()

    saved = (
        Desk()
        .add("events.event")
        .send(
            title="Remembrance evening\u202e\x1b",
            kind="commemoration",
            occasion=str(occasion.pk),
            ordinal="34",
            start_date="23 February 2026",
            start_time="18:30",
            place=str(place.pk),
            topics=[str(topic.pk)],
            involvements___TOTAL_FORMS="1",
            involvements___0___role="organizer",
            programme___TOTAL_FORMS="1",
            involvements___0___organization=str(house.pk),
            participations___0___person=str(person.pk),
            participations___0___capacity="First Secretary",
            programme___0___kind="film_screening",
            programme___0___works=[str(film.pk)],
            programme___0___people=[str(person.pk)],
        )
    )

    event = Event.objects.get()
    assert saved.errors == []
    assert event.title == "Remembrance evening"
    assert (event.start_date, event.start_time) == (date(2026, 2, 23), time(18, 30))
    assert [str(part) for part in event.involvements.all()] == [f"{house} (organizer)"]
    assert [part.capacity for part in event.participations.all()] == ["First Secretary"]
    assert list(event.programme.get().works.all()) == [film]
    assert list(event.topics.all()) == [topic]
    assert event.programme.get().order == 1


@pytest.mark.parametrize(
    ("written", "known", "stored", "precision", "shown"),
    [
        ("23.2.2026", "written", date(2026, 2, 23), "day", "2026-02-23"),
        ("Feb 2026", "written", date(2026, 2, 1), "month", "2026-02"),
        ("2026", "written", date(2026, 1, 1), "year", "2026"),
        ("23 February 2026", "reported", date(2026, 2, 23), "reported", "2026-02-23"),
    ],
)
def test_a_date_is_taken_as_written(written, known, stored, precision, shown):
    saved = (
        Desk().add("events.event").send(title="Evening", start_date=written, date_precision=known)
    )

    event = Event.objects.get()
    assert (event.start_date, event.date_precision) == (stored, precision)
    assert saved.form()["start_date"] == [shown]
    assert saved.form()["date_precision"] == [known]
    assert saved.send(summary="Again").errors == []
    event.refresh_from_db()
    assert (event.start_date, event.date_precision) == (stored, precision)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (
            {"start_date": "02/03/2026"},
            "This could be two days: write the month as a word, or the date as 2026-03-02.",
        ),
        ({"start_date": "30 February 2026"}, "There is no such day in the calendar."),
        (
            {"start_date": "Feb 2026", "date_precision": "reported"},
            "For this a day is needed: 23 February 2026.",
        ),
        (
            {"start_date": "23.2.2026", "end_date": "22.2.2026"},
            "The event cannot end before it starts.",
        ),
        (
            {"start_date": "23.2.2026", "end_date": "March 2026"},
            "Write both dates as exactly: two days, or two months.",
        ),
        (
            {"start_date": "2026", "start_time": "18:30"},
            "A time needs the day; only “the year” is known.",
        ),
    ],
)
def test_a_form_says_what_is_wrong_and_keeps_what_was_typed(typed, error):
    back = Desk().add("events.event").send(title="Evening", summary="A word.", **typed)

    assert error in back.errors
    assert {name: back.form()[name] for name in typed} == {n: [v] for n, v in typed.items()}
    assert back.form()["summary"] == ["A word."]
    assert not Event.objects.exists()


def test_rows_left_without_an_order_follow_the_others():
    event = make_event(published=False)
    first, second = make_person("First"), make_person("Second")
    event.participations.create(person=first, order=7)

    Desk().change(event).send(
        participations___TOTAL_FORMS="2", participations___1___person=str(second.pk),
        participations___1___role="speaker", participations___1___order="",
    )  # fmt: skip

    assert [(p.person.name, p.order) for p in event.participations.all()] == [
        ("First", 7),
        ("Second", 8),
    ]


def test_the_same_person_in_the_same_role_twice_is_refused_beside_the_rows():
    event = make_event(published=False)
    person = make_person()
    event.participations.create(person=person)

    back = Desk().change(event).send(
        participations___TOTAL_FORMS="2", participations___1___person=str(person.pk),
        participations___1___role="speaker",
    )  # fmt: skip

    # The words are Django's, and change with its version.
    assert any("duplicate" in error or "already exists" in error for error in back.errors)
    assert event.participations.count() == 1


def test_two_people_at_once_see_both_versions():
    event = make_event("Evening", published=False)
    mine, theirs = Desk().change(event), Desk().change(event)
    theirs.send(title="Evening of music", summary="Theirs")

    back = mine.send(title="Evening of words")

    event.refresh_from_db()
    assert event.title == "Evening of music"
    assert any("Somebody else saved this record" in error for error in back.errors)
    assert "Title Evening of music Evening of words" in back.words
    assert "Summary Theirs –" in back.words
    assert back.form()["title"] == ["Evening of words"]

    back.send()

    event.refresh_from_db()
    assert event.title == "Evening of words"


def test_reading_changes_nothing_and_saving_twice_is_no_conflict():
    event = make_event(published=False)
    sheet = Desk().change(event)

    assert sheet.send(summary="One").send(summary="Two").errors == []


@pytest.mark.parametrize("rows", [1, 12])
def test_change_form_asks_the_same_few_times(rows, django_assert_max_num_queries):
    event = make_event(published=False)
    for _row in range(rows):
        person, house = make_person(), make_organization()
        event.participations.create(person=person, organization=house)
        event.involvements.create(organization=house)
        part = event.programme.create()
        part.people.add(person)
        part.works.add(make_work())
    desk = Desk()
    desk.change(event)

    with django_assert_max_num_queries(CHANGE_QUERIES):
        desk.change(event)


@pytest.mark.parametrize("rows", [1, 12])
def test_list_asks_the_same_few_times(rows, django_assert_num_queries):
    for _row in range(rows):
        make_event(published=False)
    desk = Desk()
    desk.browse("events.event")

    with django_assert_num_queries(LIST_QUERIES):
        desk.browse("events.event")


def test_add_form_is_small_and_asks_little(django_assert_num_queries):
    desk = Desk()
    desk.add("events.event")

    with django_assert_num_queries(ADD_QUERIES):
        sheet = desk.add("events.event")

    assert len(sheet.response.content) <= 40_000


def test_list_shows_when_and_where_and_is_narrowed_by_both():
    belgium = make_place("Belgium", "country")
    make_event("In Brussels", place=make_place("Brussels", parent=belgium))
    make_event("In Paris", place=make_place("Paris"), start_date=date(2025, 3, 1))
    desk = Desk()

    assert "In Brussels 23 February 2026 Brussels" in desk.browse("events.event").words
    for query in ({"q": "BRÜSSELS"}, {"place": belgium.pk}, {"start_date__year": 2026}):
        words = desk.browse("events.event", **query).words
        assert "In Brussels" in words
        assert "In Paris" not in words


def test_history_shows_who_changed_what():
    desk = Desk()
    event = make_event("Evening", published=False)
    desk.change(event).send(title="Evening of music")

    shown = desk.open(page_of(event, "history"))

    assert "Evening → Evening of music" in shown.words
    assert desk.user.username in shown.words


@pytest.mark.parametrize("number", ["abc", "9" * 5000, "0", "-1", "\u0663"])
def test_addresses_of_nothing_are_not_found(number):
    desk = Desk()

    for address in (
        f"{number}/change/",
        f"{number}/history/",
        f"1/history/{number}/",
        f"{number}/withdraw/",
    ):
        answer = desk.client.get(page("events.event", "changelist") + address, follow=True)
        assert answer.status_code in (200, 404)
