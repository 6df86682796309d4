from datetime import date

import pytest

from reports.models import Report
from tests.back_office import Desk, page, page_of
from tests.factories import (
    make_event,
    make_organization,
    make_person,
    make_place,
    make_report,
    make_source,
)

pytestmark = pytest.mark.django_db


def test_editor_enters_a_report_tags_it_and_publishes():
    source, person, event = make_source(), make_person("Emin Rustamov"), make_event()

    saved = (
        Desk()
        .add("reports.report")
        .send(
            "_publish",
            headline="Luxembourg remembers",
            source=str(source.pk),
            published_on="26 Feb 2026",
            language="en",
            events=[str(event.pk)],
            mentions___0___subject=f"person:{person.pk}",
            mentions___0___words="Rustamov",
            **_rows("statements", person=str(person.pk), kind="quote", text="We remember."),
        )
    )

    report = Report.objects.get()
    assert saved.errors == []
    assert report.is_public
    assert report.published_on == date(2026, 2, 26)
    assert [(str(m.subject), m.words) for m in report.mentions.all()] == [
        ("Emin Rustamov", "Rustamov")
    ]
    assert report.statements.get().text == "We remember."
    assert report.listings.filter(heading=person.heading).exists()
    assert saved.form()["mentions-0-subject"] == [f"person:{person.pk}"]


def test_facts_to_cite_are_those_of_the_covered_events():
    event = make_event("Evening")
    part = event.participations.create(person=make_person("Emin Rustamov"))
    report = make_report(events=[event], published=False)
    sheet = Desk().change(report)

    wrong = sheet.send(**_rows("citations", fact="participation:999"))
    saved = sheet.send(
        **_rows("citations", fact=f"participation:{part.pk}", value="First Secretary")
    )
    dated = saved.send(**_rows("citations", 1, fact=f"event:{event.pk}:date", value="Thursday"))

    assert "Emin Rustamov (speaker)" in sheet.words
    assert saved.errors == dated.errors == []
    assert [(c.fact, c.aspect, c.value) for c in report.citations.all()] == [
        (part, "", "First Secretary"),
        (event, "date", "Thursday"),
    ]
    assert wrong.errors == [
        "Choose a fact of an event this report covers; save with its events first."
    ]


def test_one_field_finds_everything_a_report_can_name():
    person, place = make_person("Leyla Brussels"), make_place("Brussels")
    answer = Desk().client.get(page("reports.report", "mentionable"), {"term": "brussels"})

    assert answer.json()["results"] == [
        {"text": "People", "children": [{"id": f"person:{person.pk}", "text": "Leyla Brussels"}]},
        {"text": "Places", "children": [{"id": f"place:{place.pk}", "text": "Brussels (city)"}]},
    ]


def test_tagging_the_same_record_twice_is_refused_beside_the_row():
    person = make_person()
    report = make_report(published=False)
    report.mentions.create(person=person)

    back = (
        Desk()
        .change(report)
        .send(mentions___TOTAL_FORMS="2", mentions___1___subject=f"person:{person.pk}")
    )

    assert back.errors == ["It is tagged already, in a row above."]


def test_reporter_sees_tags_but_does_not_set_them():
    report = make_report(published=False)
    report.mentions.create(organization=make_organization("Embassy"))
    sheet = Desk("Reporter").change(report)

    saved = sheet.send(standfirst="A word", mentions___0___words="Forged")

    assert "Embassy" in sheet.words
    assert not {"mentions-0-subject", "mentions-0-words"} & set(sheet.form())
    assert saved.errors == []
    assert report.mentions.get().words == ""


def test_undated_copy_is_filed_under_the_day_of_the_event():
    saved = (
        Desk()
        .add("reports.report")
        .send(headline="Undated", published_on="23.2.2026", date_precision="undated")
    )

    assert Report.objects.get().date_precision == "undated"
    assert saved.form()["date_precision"] == ["undated"]


def test_corrections_are_for_what_has_been_public():
    public, draft = make_report(), make_report(published=False)
    event = make_event()
    desk = Desk()

    desk.change(public).send(
        **_rows("corrections", kind="correction", text="The hall was full.", date="1.3.2026")
    )
    desk.change(event).send(
        **_rows("corrections", kind="update", text="It began at six.", date="1.3.2026")
    )

    assert [str(note) for note in public.corrections.all()] == ["correction, 2026-03-01"]
    assert [note.text for note in event.corrections.all()] == ["It began at six."]
    assert "corrections-TOTAL_FORMS" not in desk.change(draft).form()


def test_a_published_report_keeps_a_place():
    report = make_report()

    back = Desk().change(report).send(dateline_place="", headline="")

    assert "A published report needs a place, here or on an event." in back.errors
    assert Report.objects.get().headline == report.headline


@pytest.mark.parametrize("rows", [1, 12])
def test_change_form_asks_the_same_few_times(rows, django_assert_max_num_queries):
    event = make_event()
    report = make_report(events=[event], published=False)
    for _row in range(rows):
        person = make_person()
        report.mentions.create(person=person)
        report.statements.create(person=person, event=event, text="Words")
        part = event.participations.create(person=person)
        report.citations.create(participation=part, value="Speaker")
    desk = Desk()
    desk.change(report)

    with django_assert_max_num_queries(21):
        desk.change(report)


@pytest.mark.parametrize("rows", [1, 12])
def test_list_asks_the_same_few_times(rows, django_assert_num_queries):
    for _row in range(rows):
        make_report(published=False)
    desk = Desk()
    desk.browse("reports.report")

    with django_assert_num_queries(9):
        desk.browse("reports.report")


def test_add_form_is_small():
    assert len(Desk().add("reports.report").response.content) <= 40_000


def test_list_is_narrowed_by_source_and_language():
    one, other = make_source("Report", language="en"), make_source("Azertag", language="az")
    make_report("First", source=one, language="en")
    make_report("Second", source=other, language="az")
    desk = Desk()

    for query in ({"source": one.pk}, {"language": "en"}, {"q": "repört"}):
        words = desk.browse("reports.report", **query).words
        assert "First" in words
        assert "Second" not in words


def test_withdrawn_report_says_so_and_can_be_published_again():
    report = make_report()
    desk = Desk()
    desk.client.post(page_of(report, "withdraw"), {"confirmed": "1", "reason": "Wrong"})

    sheet = desk.change(report)
    sheet.send("_publish")

    assert "withdrawn: Wrong" in sheet.words
    assert Report.objects.get().is_public


def _rows(prefix: str, before: int = 0, **typed) -> dict:
    """One more row of an inline, after those that are there."""
    return {f"{prefix}___TOTAL_FORMS": str(before + 1)} | {
        f"{prefix}___{before}___{name}": value for name, value in typed.items()
    }
