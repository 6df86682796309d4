from datetime import date

import pytest

from events.models import Event, Person
from events.search.index import index_in_bulk
from reports.intake.filing import file_about_known, file_report
from reports.models import Report
from tests.factories import make_event, make_occasion, make_person, make_place

pytestmark = pytest.mark.django_db

TEXT = """Great Flood remembered in Ghent

Source: Delta Wire
2 February 2026

A ceremony to mark the 73rd anniversary of the Great Flood was held in Ghent on 1 February 2026.
The Harbour Society organized it.

Marta Holm, chair of the Harbour Society, spoke about the volunteers. A minute of silence was held.
"""


def on_file() -> Event:
    """A public event in Ghent on that day, for which Marta Holm spoke."""
    ghent = make_place("Ghent", parent=make_place("Belgium", "country", country_code="BE"))
    flood = make_occasion("Great Flood", original_date=date(1953, 2, 1))
    event = make_event(
        place=ghent, occasion=flood, start_date=date(2026, 2, 1), kind="commemoration"
    )
    event.participations.create(person=make_person("Marta Holm"))
    index_in_bulk()
    return event


def test_report_is_filed_with_a_draft_event():
    filed = file_report(TEXT)

    event = filed.report.events.get()
    assert (filed.is_new, filed.like) == (True, ())
    assert (filed.report.status, event.status) == ("draft", "draft")
    assert filed.report.source.name == "Delta Wire"
    assert (event.date_label, event.place.full_name) == ("1 February 2026", "Ghent, Belgium")
    assert [str(part) for part in event.participations.all()] == ["Marta Holm (speaker)"]


def test_report_is_filed_once():
    first = file_report(TEXT)

    again = file_report(TEXT)

    assert (again.report, again.is_new) == (first.report, False)
    assert Report.objects.count() == Event.objects.count() == 1


def test_report_is_filed_apart_from_the_event_it_may_be_about():
    known = on_file()

    filed = file_report(TEXT)

    assert filed.like == (known,)
    assert filed.report.events.get() != known


def test_report_about_what_is_known_adds_nothing_but_itself():
    known = on_file()

    filed = file_about_known(TEXT)

    assert filed.report.events.get() == known
    assert Event.objects.count() == Person.objects.count() == 1
    assert known.history.count() == 2
    assert not known.programme.exists()
    assert [str(row.subject) for row in filed.report.mentions.all()] == [
        "Marta Holm",
        "Great Flood",
        "Ghent",
    ]
