"""manage.py rebuild_search mends the index, and goes on where it was interrupted."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from events.search import index
from events.search.index import store, unindex
from events.search.matches import matches
from events.search.query import parse_query
from reports.models import Report
from tests.factories import make_event, make_report

pytestmark = pytest.mark.django_db


def found() -> int:
    return matches(parse_query("evening")).count().number


def rebuild(**options) -> str:
    out = StringIO()
    call_command("rebuild_search", stdout=out, **options)
    return out.getvalue().strip()


def test_rebuild_search_shows_progress_and_adds_what_lacks(capsys):
    reports = [make_report("Evening", published_on=date(2001, 1, day)) for day in (1, 2, 3)]
    make_event("Evening")
    unindex(Report, [report.pk for report in reports[1:]])

    said = rebuild()

    assert found() == 4
    assert said == "2 records added."
    assert "4/4" in capsys.readouterr().err
    assert rebuild(anew=True) == "4 records added."


def test_rebuild_search_goes_on_after_an_interruption(monkeypatch):
    for day in (1, 2, 3):
        make_report("Evening", published_on=date(2001, 1, day))
    monkeypatch.setattr(index, "_CHUNK", 1)
    monkeypatch.setattr(store(), "load", interrupted_after(2, store().load))
    with pytest.raises(KeyboardInterrupt):
        rebuild(anew=True, verbosity=0)
    monkeypatch.undo()

    assert rebuild() == "1 records added."
    assert found() == 3


def interrupted_after(times: int, load):
    calls = []

    def interrupted(entries):
        calls.append(entries)
        if len(calls) > times:
            raise KeyboardInterrupt
        load(entries)

    return interrupted
