"""Words narrow a list like every other filter: on its page, in its numbers and in its files."""

from datetime import date

import pytest

from tests.factories import make_brussels, make_event, make_place, make_report
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reports():
    house = make_brussels()
    for day, body in enumerate(("A minute of silence.", "Silence, and a film.", "A film."), 1):
        make_report(
            f"Report {day}", body=body, dateline_place=house, published_on=date(2026, 2, day)
        )
    make_report("Report 4", body="Silence.", dateline_place=make_place())
    make_report("Report 5", body="Silence.", published=False)
    return house


def titles(client, address: str) -> list[str]:
    return [record.headline for record in client.get(address).context["page"].records]


def test_a_list_is_narrowed_by_words_and_by_other_filters(client, reports):
    assert titles(client, "/reports/?q=silence") == ["Report 4", "Report 2", "Report 1"]
    assert titles(client, f"/reports/?q=silence&place={reports.pk}") == ["Report 2", "Report 1"]
    assert titles(client, "/reports/?q=silence+film") == ["Report 2"]
    assert titles(client, "/reports/2026/02/01/?q=silence") == ["Report 1"]


def test_a_list_by_words_is_counted_and_says_what_was_looked_for(client):
    answer = client.get("/reports/?q=silence&from=2026-02-01&to=2026-02-02")

    assert answer.context["total"].number == 2
    assert answer.context["title"].startswith("Reports with “silence”")
    assert next(iter(answer.context["form"].chips())).label == "“silence”"


def test_pages_of_a_list_by_words_follow_one_another(client, monkeypatch):
    monkeypatch.setattr("events.views.files.MOST", 2)

    first = client.get("/reports.json?q=silence").json()
    rest = client.get(first["next"]).json()

    found = [report["headline"] for page in (first, rest) for report in page["items"]]
    assert found == ["Report 4", "Report 2", "Report 1"]


def test_events_are_found_by_words_before_and_after_today(client):
    make_event("An evening of silence", start_date=date(2020, 1, 1))

    assert len(client.get("/events/?q=silence&when=past").context["page"].records) == 1
    assert len(client.get("/events/?q=silence&when=upcoming").context["page"].records) == 0


@pytest.mark.parametrize("words", ["%00", '"', "* OR NEAR(", "%F0%9F%98%80", "a" * 5000, "ə'"])
def test_nothing_typed_is_wrong(client, words):
    page = read(client, f"/reports/?q={words}")

    assert page is not None
