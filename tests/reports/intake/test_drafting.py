from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time

import pytest
from django.db import connection

from events.actions.publication import publish_event
from events.models import Event, Name, Occasion, Organization, Person, Place, Work
from events.search.index import index_names
from reports.actions.publication import publish_report
from reports.intake.drafting import AlreadyDrafted, make_drafts
from reports.models import Citation, Intake, Mention, Report, Source
from tests.factories import (
    make_event,
    make_organization,
    make_person,
    make_source,
    make_staff,
    make_work,
)
from tests.factories.plans import (
    FIRST,
    SHOWN,
    SPOKEN,
    make_intake,
    make_plan,
    organization,
    part,
    person,
    work,
)

pytestmark = pytest.mark.django_db


def draft(plan=None, *, by=None) -> Report:
    return make_drafts(make_intake(plan), by=by)


def test_drafts_are_the_report_as_it_was_confirmed():
    report = draft()

    assert report.status == "draft"
    assert report.headline == "Flood of 1953 remembered in Ghent"
    assert report.body == f"{FIRST}\n\n{SPOKEN} {SHOWN}"
    assert report.source.name == "Delta Wire"
    assert (report.published_on, report.published_time) == (date(2026, 2, 2), time(18, 5))
    assert report.language == "en"


def test_drafts_are_the_event_with_its_day_place_and_occasion():
    event = draft().events.get()

    assert event.status == "draft"
    assert event.title == "Flood of 1953 remembered in Ghent"
    assert event.date_label == "1 February 2026"
    assert event.place.full_name == "Old Customs House, Ghent, Belgium"
    assert (event.occasion.name, event.ordinal) == ("flood of 1953", 73)
    assert (event.kind, event.status_in_world) == ("commemoration", "held")


def test_drafts_of_a_report_that_names_no_day_stand_under_its_own():
    event = draft(make_plan(start="")).events.get()

    assert event.date_label == "reported 2 February 2026"


def test_drafts_of_a_report_without_any_date_have_none():
    report = draft(make_plan(start="", published="", published_time=""))

    assert report.date_label == "date not known"
    assert report.events.get().date_label == "date not known"


def test_drafts_of_an_event_still_to_come_are_scheduled():
    event = draft(make_plan(start="2026-02-10", end="2026-02-12")).events.get()

    assert event.date_label == "10–12 February 2026"
    assert event.status_in_world == "scheduled"


def test_drafts_hold_who_took_part_and_only_name_the_others():
    event = draft().events.get()

    [part] = event.participations.all()
    assert (part.person.name, part.role) == ("Marta Holm", "speaker")
    assert part.capacity == "chair of the Harbour Society"
    assert part.organization.name == "Harbour Society"
    assert [str(row) for row in event.involvements.all()] == ["Harbour Society (organizer)"]


def test_drafts_hold_the_programme_in_order_with_its_works():
    items = draft().events.get().programme.all()

    assert [(item.kind, [str(work) for work in item.works.all()]) for item in items] == [
        ("minute_of_silence", []),
        ("film_screening", ["High Water"]),
    ]
    assert [str(person) for person in Work.objects.get().creators.all()] == ["Piet Vos"]


def test_drafts_put_a_work_told_apart_into_the_part_that_shows_it():
    plan = make_plan(programme=(part("speech"), part("film_screening")))

    items = draft(plan).events.get().programme.all()

    assert [item.works.count() for item in items] == [0, 1]


def test_drafts_name_everything_in_the_words_of_the_report():
    plan = make_plan(people=(person("Marta Holm", words="Mrs Holm"),))

    mentions = draft(plan).mentions.all()

    assert [(str(mention.subject), mention.words) for mention in mentions] == [
        ("Marta Holm", "Mrs Holm"),
        ("Harbour Society", "Harbour Society"),
        ("Dyke Museum", "Dyke Museum"),
        ("High Water", "High Water"),
        ("flood of 1953", "flood of 1953"),
        ("Old Customs House", "Old Customs House"),
    ]


def test_drafts_cite_each_fact_with_its_sentence():
    citations = draft().citations.all()

    assert [(str(row.fact), row.aspect, row.value, row.sentence) for row in citations] == [
        ("Harbour Society (organizer)", "", "Harbour Society", FIRST),
        ("Marta Holm (speaker)", "", "chair of the Harbour Society", SPOKEN),
        ("minute of silence", "", "minute of silence", SHOWN),
        ("film screening", "", "High Water", SHOWN),
        ("Flood of 1953 remembered in Ghent", "date", "on Sunday", FIRST),
        ("Flood of 1953 remembered in Ghent", "place", "Old Customs House", FIRST),
        ("Flood of 1953 remembered in Ghent", "occasion", "flood of 1953", FIRST),
    ]


def test_drafts_keep_who_said_what():
    [said] = draft().statements.all()

    assert (said.person.name, said.text) == ("Marta Holm", "thanked the volunteers")
    assert said.event == Event.objects.get()
    assert said.capacity == "chair of the Harbour Society"


def test_drafts_of_a_rejected_speaker_ascribe_their_words_to_nobody():
    plan = make_plan(people=(person("Marta Holm", wanted=False),))

    report = draft(plan)

    assert not report.statements.exists()
    assert not Person.objects.exists()


def test_drafts_give_a_new_organization_its_other_names():
    draft()

    [name] = Name.objects.all()
    assert (name.organization.name, name.text, name.kind) == ("Harbour Society", "HaSo", "acronym")


def test_drafts_make_places_inside_each_other_with_no_more_points_than_are_known():
    draft()

    country, city, venue = Place.objects.order_by("pk")
    assert (country.country_code, country.time_zone) == ("BE", "Europe/Brussels")
    assert (city.geonames, city.latitude, city.point_precision) == (2797656, 51.05, "city")
    assert (venue.parent, venue.latitude) == (city, None)


def test_drafts_use_the_records_that_were_chosen():
    known = make_person("Marta Elisabet Holm")
    source = make_source("Delta Wire Agency")
    plan = make_plan(
        people=(person("Marta Holm", record=known.pk),), source_record=source.pk, statements=()
    )

    report = draft(plan)

    assert report.events.get().participations.get().person == known
    assert report.source == source
    assert Person.objects.count() == Source.objects.count() == 1


def test_drafts_make_one_record_of_two_links_with_the_same_name():
    plan = make_plan(
        people=(person("Marta Holm"), replace(person("Holm, Marta"), key="person:other"))
    )

    report = draft(plan)

    assert Person.objects.count() == 1
    assert report.events.get().participations.count() == 1


def test_drafts_tell_a_title_that_is_a_number_from_the_number_of_a_record():
    known = make_work("High Water")
    plan = make_plan(works=(work("High Water", record=known.pk), work(str(known.pk))))

    named = draft(plan).mentions.exclude(work=None)

    assert [str(mention) for mention in named] == ["High Water", str(known.pk)]


def test_drafts_can_be_published_at_once():
    report = draft()

    publish_event(report.events.get())
    publish_report(report)

    assert report.is_public


def test_drafts_cite_an_outlet_that_is_named_instead_of_making_it_an_organization():
    wire = make_source("Coast News Agency")
    index_names(wire)
    plan = make_plan(organizations=(organization("Coast News Agency", "mentioned"),))

    report = draft(plan)

    assert list(report.cites.all()) == [wire]
    assert not Organization.objects.exists()


# --- An event on file -----------------------------------------------------------------------------


def on_file() -> Event:
    """A published event with one speaker in another capacity, and a minute of silence."""
    event = make_event("Evening of the flood", start_date=date(2026, 2, 1))
    speaker = make_person("Marta Holm")
    event.participations.create(person=speaker, role="chair", capacity="host of the evening")
    event.programme.create(kind="minute_of_silence", title="Silence")
    return event


def plan_for(event: Event):
    people = (
        person("Marta Holm", record=Person.objects.get().pk, capacity="chair of the society"),
        person("Jan Dekker"),
    )
    return make_plan(event=event.pk, people=people)


def test_drafts_for_an_event_on_file_add_only_what_it_lacks():
    event = on_file()

    report = draft(plan_for(event), by=make_staff("Editor"))

    event.refresh_from_db()
    assert report.events.get() == event
    assert (event.title, event.place.name.startswith("Place")) == ("Evening of the flood", True)
    assert event.occasion.name == "flood of 1953"
    assert [(str(row), row.capacity) for row in event.participations.all()] == [
        ("Marta Holm (chair)", "host of the evening"),
        ("Jan Dekker (speaker)", ""),
    ]
    assert [str(item) for item in event.programme.all()] == ["Silence", "film screening"]
    cited = report.citations.exclude(participation=None).values_list("value", flat=True)
    assert list(cited) == ["chair of the society", "Jan Dekker"]


def test_drafts_of_a_reporter_leave_a_published_event_as_it_is():
    event = on_file()

    report = draft(plan_for(event), by=make_staff("Reporter"))

    assert report.events.get() == event
    assert [str(row) for row in event.participations.all()] == ["Marta Holm (chair)"]
    assert event.history.count() == 2
    assert set(report.mentions.exclude(person=None).values_list("person__name", flat=True)) == {
        "Marta Holm",
        "Jan Dekker",
    }


# --- What cannot become drafts --------------------------------------------------------------------


def test_drafts_shorten_what_is_too_long_at_a_word_and_lose_nothing():
    long = "deputy chair of the committee for dykes and " * 10
    plan = make_plan(
        headline="Flood " * 60, people=(person("Marta Holm", capacity=long, sentence=SPOKEN),)
    )

    report = draft(plan)

    assert report.headline == "Flood " * 49 + "Flood…"
    assert report.standfirst == ("Flood " * 60).strip()
    capacity = report.events.get().participations.get().capacity
    assert capacity == long[:299].rpartition(" ")[0] + "…"


def test_drafts_that_fail_in_the_middle_leave_nothing(monkeypatch):
    intake = make_intake()

    def fail(*_args, **_options):
        raise OSError("disk full")

    monkeypatch.setattr(Citation, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        make_drafts(intake, by=None)

    assert not any(
        model.objects.exists()
        for model in (Report, Event, Person, Organization, Occasion, Place, Work, Mention, Source)
    )
    assert Intake.objects.get().report is None


def test_drafts_are_made_once_though_two_editors_confirm_them():
    first, second = (Intake.objects.get(pk=pk) for pk in [make_intake().pk] * 2)
    report = make_drafts(first, by=None)

    with pytest.raises(AlreadyDrafted) as refusal:
        make_drafts(second, by=None)

    assert refusal.value.report == report
    assert Report.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_drafts_are_made_once_though_two_editors_confirm_them_at_the_same_moment():
    first, second = at_the_same_moment([make_intake()] * 2)

    assert first == second
    assert Report.objects.count() == Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_drafts_of_two_reports_at_the_same_moment_name_the_same_new_person():
    texts = ("One text.", "Another text.")
    first, second = at_the_same_moment([make_intake(make_plan(body=text)) for text in texts])

    assert first != second
    assert Person.objects.count() == 2
    assert Source.objects.count() == 1


def at_the_same_moment(intakes: list[Intake]) -> list[Report]:
    """What editors get who confirm these all at once."""

    def confirm(intake: Intake) -> Report:
        try:
            return make_drafts(Intake.objects.get(pk=intake.pk), by=None)
        except AlreadyDrafted as made:
            return made.report
        finally:
            connection.close()

    with ThreadPoolExecutor(len(intakes)) as editors:
        return list(editors.map(confirm, intakes))


def test_drafts_tell_who_made_them():
    reporter = make_staff("Reporter")

    report = draft(by=reporter)

    assert report.created_by == report.events.get().created_by == reporter
    assert report.history.earliest().history_user == reporter
    assert Person.objects.first().history.get().history_user == reporter


def test_drafts_use_what_came_on_file_after_the_plan_was_kept():
    intake = make_intake()
    late = draft(make_plan(headline="Another text", body="Another text.")).events.get()

    report = make_drafts(intake, by=None)

    assert Person.objects.count() == 2
    assert Organization.objects.count() == 2
    assert Source.objects.count() == Place.objects.filter(kind="city").count() == 1
    assert report.events.get() != late


def test_drafts_take_a_namesake_for_another_where_the_editor_says_so():
    make_organization("Harbour Society")

    draft()

    assert Organization.objects.filter(name="Harbour Society").count() == 2


def test_work_named_in_no_part_is_only_mentioned():
    plan = make_plan(works=(work("Songs of the Delta", "music"),), programme=(part("speech"),))

    report = draft(plan)

    assert report.mentions.filter(work__title="Songs of the Delta").exists()
    assert not report.events.get().programme.get().works.exists()
