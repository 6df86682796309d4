"""The search page and its suggestions, as a reader meets them."""

from datetime import date

import pytest

from events.models import Name
from events.search.index import index_names
from reports.actions.publication import list_report
from reports.models import Mention
from tests.factories import make_brussels, make_event, make_person, make_report
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive():
    """Two reports and an event; a person with two names is tagged in one of the reports."""
    house = make_brussels()
    make_report("Anthem sung", dateline_place=house, published_on=date(2024, 5, 1))
    report = make_report(
        "Evening at the house",
        standfirst="Speeches & films.",
        body="Then **the anthem** was [sung](https://example.org) by Эмин Рустамов.",
        dateline_place=house,
        published_on=date(2026, 2, 23),
    )
    make_event("The Anthem", place=house, start_date=date(2026, 2, 20))
    person = make_person("Emin Rustamov")
    Name.objects.create(person=person, text="Rustamzade")
    Mention.objects.create(report=report, person=person)
    list_report(report)
    for named in (person, house, house.parent):
        index_names(named)
    return person


def titles(page) -> list[str]:
    return page.texts("entry-title")


def test_search_page_without_words_is_a_form(client):
    page = read(client, "/search/")

    assert page.heading == "Search"
    assert "Every word is looked for in titles and texts" in page.words
    assert page.meta("robots") == "noindex, nofollow"
    assert titles(page) == []


def test_search_page_shows_what_matched_best_first_or_newest(client):
    best = read(client, "/search/?q=Anthem")
    newest = read(client, "/search/?q=Anthem&order=newest")

    assert titles(best) == ["The Anthem", "Anthem sung", "Evening at the house"]
    assert titles(newest) == ["Evening at the house", "The Anthem", "Anthem sung"]
    assert best.heading == "Search: Anthem"
    marks = ["".join(mark.itertext()) for mark in newest.main.iter("mark")]
    assert marks == ["anthem", "Anthem", "Anthem"]
    assert newest.texts("entry-summary")[0] == "Then the anthem was sung by Эмин Рустамов."


def test_search_page_counts_each_noun_and_narrows_to_it(client):
    page = read(client, "/search/?q=anthem")

    assert {text: url for text, url in page.links.items() if "of=" in url} == {
        "Reports 2": "?q=anthem&of=report",
        "Events 1": "?q=anthem&of=event",
    }
    assert titles(read(client, "/search/?q=anthem&of=event")) == ["The Anthem"]
    assert titles(read(client, "/search/?q=anthem&from=2025&of=report")) == ["Evening at the house"]


def test_search_page_puts_names_on_top(client, archive):
    page = read(client, "/search/?q=rustamzade")

    assert page.section("By name") == "Emin Rustamov person · also Rustamzade"
    assert titles(page) == ["Evening at the house"]
    assert page.links["Emin Rustamov"] == archive.get_absolute_url()
    assert read(client, "/search/?q=brussels&of=place").texts("entry-title") == []
    assert "Brussels" in read(client, "/search/?q=brussels&of=place").links


def test_search_page_offers_what_may_have_been_meant(client):
    page = read(client, "/search/?q=Rustamof")

    assert page.texts("search-meant") == ["Did you mean rustamov?"]
    assert page.links["rustamov"] == "?q=rustamov"
    assert "Nothing in the archive answers to this" in page.words


def test_search_page_goes_on_from_page_to_page(client, monkeypatch):
    monkeypatch.setattr("config.views.search._PAGE", 2)

    first = read(client, "/search/?q=anthem")
    second = read(client, "/search/?q=anthem&page=2")

    assert len(titles(first)) == 2
    assert titles(second) == ["Evening at the house"]
    assert first.links["Further →"] == "?q=anthem&page=2"
    assert second.links["← Before"] == "?q=anthem"


def test_search_page_says_what_it_leaves_out(client):
    page = read(client, "/search/?q=" + "+".join("abcdefghijklmn"))

    assert page.texts("notice") == ["Only the first twelve words are looked for."]
    assert "Only the first" not in read(client, "/search/?q=anthem").words


@pytest.mark.parametrize("name", ["of", "order", "page", "place", "from"])
def test_search_page_refuses_what_it_does_not_know(client, name):
    response = client.get(f"/search/?q=anthem&{name}=nonsense")

    assert response.status_code == 400
    assert [problem[0] for problem in response.context["problems"]] == [name]


def test_search_suggestions_are_public_names(client, archive):
    answer = client.get("/search/suggest?q=rust")

    assert answer.json() == {
        "suggestions": [
            {
                "label": "Emin Rustamov",
                "otherName": "Rustamzade",
                "noun": "person",
                "url": archive.get_absolute_url(),
            }
        ]
    }
    assert answer.headers["X-Robots-Tag"] == "noindex"
    for typed in ("", "r", "%00", '"', "a" * 5000, "nobody"):
        assert client.get(f"/search/suggest?q={typed}").json() == {"suggestions": []}
