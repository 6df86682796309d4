"""What a report and its rows may never be, and what they say of themselves."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from reports.models import Citation, Correction, Mention, Report, Statement
from tests.factories import make_event, make_person, make_place, make_report, make_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("absent", ["headline", "source", "published_on"])
def test_report_published_without_headline_source_or_date_is_refused_by_the_database(absent):
    fields = {"headline": "H", "source": make_source(), "published_on": date(2026, 2, 26)}
    fields[absent] = "" if absent == "headline" else None

    with pytest.raises(IntegrityError, match="report_published_with"), transaction.atomic():
        Report.objects.create(status="published", **fields)


def test_report_time_needs_its_day():
    report = Report(
        published_on=date(2026, 2, 1), date_precision="month", published_time=time(20, 1)
    )

    with pytest.raises(ValidationError) as refusal:
        report.clean()

    assert refusal.value.message_dict == {
        "published_time": ["A time of publication needs its day."]
    }


@pytest.mark.parametrize(
    ("fields", "label", "iso"),
    [
        ({}, "23 February 2026", "2026-02-23"),
        ({"date_precision": "month"}, "February 2026", "2026-02"),
        ({"date_precision": "year"}, "2026", "2026"),
        ({"date_precision": "undated"}, "undated, filed under 23 February 2026", "2026-02-23"),
        ({"published_on": None}, "date not known", ""),
    ],
)
def test_report_is_dated_no_more_exactly_than_it_is_known(fields, label, iso):
    report = make_report(published=False, **fields)

    assert (report.date_label, report.date_iso) == (label, iso)


def test_report_credits_source_and_bureau():
    source = make_source("Report News Agency")

    assert make_report(source=source, bureau="European bureau").credit == (
        "Report News Agency, European bureau"
    )
    assert make_report(source=source).credit == "Report News Agency"


def test_report_stands_at_its_dateline_or_else_where_its_public_event_was():
    house, elsewhere = make_place("Azerbaijani House"), make_place("Elsewhere")
    hidden = make_event(published=False, place=elsewhere, start_date=date(2020, 1, 1))
    shown = make_event(place=house)
    make_report(events=[hidden, shown], dateline_place=None)

    (loaded,) = Report.objects.with_public_events()

    assert loaded.place == house
    assert loaded.public_events == [shown]


def test_mention_names_exactly_one_record_and_each_once():
    report, person = make_report(), make_person()
    mention = Mention.objects.create(report=report, person=person)

    assert (mention.subject, mention.heading) == (person, person.heading)
    with pytest.raises(IntegrityError, match="mention_of_exactly_one"), transaction.atomic():
        Mention.objects.create(report=report)
    with pytest.raises(IntegrityError, match="mention_of_exactly_one"), transaction.atomic():
        Mention.objects.create(report=report, person=make_person(), place=make_place())
    with pytest.raises(IntegrityError), transaction.atomic():
        Mention.objects.create(report=report, person=person)


def test_citation_is_of_exactly_one_fact_and_names_the_aspect_of_an_event():
    report, event = make_report(), make_event()
    citation = Citation.objects.create(report=report, event=event, aspect="date", value="Monday")

    assert citation.fact == event
    assert str(citation) == "Monday"
    with pytest.raises(IntegrityError, match="citation_of_exactly_one_fact"), transaction.atomic():
        Citation.objects.create(report=report)
    with pytest.raises(IntegrityError, match="citation_aspect_is_of_event"), transaction.atomic():
        Citation.objects.create(report=report, event=event)


def test_correction_is_of_an_event_or_a_report():
    with pytest.raises(IntegrityError, match="correction_of_exactly_one"), transaction.atomic():
        Correction.objects.create(date=date(2026, 3, 1), text="T")
    with pytest.raises(IntegrityError, match="correction_of_exactly_one"), transaction.atomic():
        Correction.objects.create(
            date=date(2026, 3, 1), text="T", event=make_event(), report=make_report()
        )


def test_rows_of_a_report_are_public_with_it():
    shown, hidden = make_report(), make_report(published=False)
    for report in (shown, hidden):
        Statement.objects.create(report=report, text="Words")
        Mention.objects.create(report=report, person=make_person())
        Citation.objects.create(report=report, event=make_event(), aspect="date")

    for rows in (Statement, Mention, Citation):
        assert [row.report for row in rows.objects.published()] == [shown]


def test_source_keeps_its_other_names_a_line_each():
    assert make_source(also_called="AZERTAC\nAzertag").other_names == ["AZERTAC", "Azertag"]


def test_every_version_of_a_report_keeps_the_links_it_had():
    event, cited = make_event(), make_source()
    report = make_report(events=[event])
    report.cites.add(cited)
    report.events.clear()

    *_, before, last = report.history.order_by("pk")

    assert [link.event for link in before.events.all()] == [event]
    assert [link.source for link in before.cites.all()] == [cited]
    assert [link.source for link in last.cites.all()] == [cited]
    assert not last.events.exists()
