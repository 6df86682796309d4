"""What a reader finds on the pages of reports and their sources."""

from datetime import date, time

import pytest

from events.actions.listing import list_records
from reports.actions.publication import withdraw_report
from reports.models import Correction, Mention, Report, Statement
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_report,
    make_source,
    make_staff,
    make_topic,
    make_work,
)
from tests.reading import Page, read

pytestmark = pytest.mark.django_db


def test_report_detail_opens_with_dateline_headline_and_credit(client):
    source = make_source("Report News Agency")
    report = make_report(
        "Brussels remembers",
        standfirst="People met.",
        dateline_place=make_brussels(),
        source=source,
        bureau="European bureau",
        section="Foreign policy",
        byline="A. Writer",
        published_time=time(20, 1),
        source_url="https://report.example/1",
        language="az",
    )

    page = read(client, report.get_absolute_url())

    assert page.texts("dateline")[0] == "Brussels, 23 February 2026"
    assert page.heading == "Brussels remembers"
    assert page.texts("standfirst") == ["People met."]
    (note,) = page.texts("register-note")
    assert note == (
        "Report News Agency European bureau A. Writer Foreign policy"
        " 23 February 2026, 20:01 in Azerbaijani At the source"
    )
    assert page.links["Report News Agency"] == source.get_absolute_url()
    assert page.links["At the source"] == "https://report.example/1"
    assert page.links["23 February 2026"] == "/reports/2026/02/23/"
    assert page.meta("description") == "People met."
    assert page.canonical() == f"http://testserver{report.get_absolute_url()}"


@pytest.mark.parametrize(
    ("precision", "label"),
    [
        ("day", "23 February 2026"),
        ("month", "February 2026"),
        ("year", "2026"),
        ("undated", "undated, filed under 23 February 2026"),
    ],
)
def test_report_detail_gives_its_date_as_it_is_known(client, precision, label):
    report = make_report(dateline_place=make_place("Brussels"), date_precision=precision)

    page = read(client, report.get_absolute_url())

    assert page.texts("dateline")[0] == f"Brussels, {label}"


def test_report_detail_links_each_name_in_its_text_once(client):
    person = make_person("Emin Rustamov")
    report = make_report(body="Emin Rustamov spoke.\n\nThen Emin Rustamov left.")
    Mention.objects.create(report=report, person=person, words="Emin Rustamov")

    html = client.get(report.get_absolute_url()).content.decode()

    link = f'<a href="{person.get_absolute_url()}"'
    text = html.partition('<div class="prose">')[2].partition("</div>")[0]
    assert text.count(link) == 1
    assert "<p>Then Emin Rustamov left.</p>" in text


def test_report_detail_sorts_what_it_names(client):
    report = make_report(topics=[make_topic("Film")])
    named = {
        "person": make_person("Emin Rustamov"),
        "organization": make_organization("Embassy"),
        "place": make_place("Khojaly"),
        "work": make_work("Symbol of Khojaly"),
        "occasion": make_occasion("Khojaly, 1992"),
    }
    for noun, subject in named.items():
        Mention.objects.create(report=report, **{noun: subject})
    Mention.objects.filter(occasion__isnull=False).update(words="the Khojaly tragedy")

    page = read(client, report.get_absolute_url())

    (facts,) = page.texts("facts")
    assert facts == (
        "People Emin Rustamov Organizations Embassy Places Khojaly Works Symbol of Khojaly"
        " Occasions Khojaly, 1992 here: the Khojaly tragedy Topics Film"
    )
    for subject in named.values():
        assert page.links[str(subject)] == subject.get_absolute_url()


def test_report_detail_leads_to_its_public_events(client):
    shown, hidden = make_event("Evening"), make_event("Hidden evening", published=False)

    page = read(client, make_report(events=[shown, hidden]).get_absolute_url())

    assert "Evening" in page.section("What it reports")
    assert page.links["Evening"] == shown.get_absolute_url()
    assert "Hidden evening" not in page.words


def test_report_detail_shows_corrections_above_its_text(client):
    report = make_report(body="The text.")
    Correction.objects.create(report=report, date=date(2026, 3, 1), text="A name was wrong.")

    words = read(client, report.get_absolute_url()).words

    assert "Correction, 1 March 2026. A name was wrong." in words
    assert words.index("A name was wrong.") < words.index("The text.")


def test_report_detail_shows_statements_and_cited_sources(client):
    report, cited = make_report(), make_source("Press office")
    report.cites.add(cited)
    Statement.objects.create(
        report=report,
        person=make_person("Emin Rustamov"),
        capacity="First Secretary",
        text="Said so.",
    )
    list_records(Report.objects.all())

    page = read(client, report.get_absolute_url())

    assert page.section("Statements") == "Said so. Emin Rustamov, First Secretary"
    assert page.links["Press office"] == cited.get_absolute_url()


def test_report_detail_says_when_it_has_no_text(client):
    page = read(client, make_report().get_absolute_url())

    assert "The archive holds no text of this report" in page.words


def test_report_detail_redirects_a_wrong_slug_for_good(client):
    report = make_report("Brussels remembers")

    response = client.get(f"/reports/{report.pk}-old/")

    assert (response.status_code, response["Location"]) == (301, report.get_absolute_url())


def test_report_detail_answers_404_hidden_and_410_withdrawn(client):
    hidden, withdrawn = make_report("Draft", published=False), make_report("Taken back")
    withdraw_report(withdrawn)

    assert client.get(hidden.get_absolute_url()).status_code == 404
    response = client.get(withdrawn.get_absolute_url())
    assert response.status_code == 410
    assert Page(response).heading == "This page has been withdrawn"
    assert "Taken back" not in Page(response).words


def test_report_detail_previews_a_draft_for_staff_only(client):
    report = make_report("A draft", published=False)
    address = f"{report.get_absolute_url()}?preview=1"

    refused = client.get(address)
    client.force_login(make_staff("Editor"))
    page = read(client, address)

    assert refused.status_code == 404
    assert page.heading == "A draft"
    assert page.links["Edit this report"] == f"/admin/reports/report/{report.pk}/change/"


def test_report_list_shows_each_report_with_its_source(client):
    make_report(
        "Brussels remembers",
        standfirst="People met.",
        dateline_place=make_place("Brussels"),
        source=make_source("Report News Agency"),
        bureau="European bureau",
    )

    (entry,) = read(client, "/reports/").texts("entry")

    assert entry == (
        "Brussels, 23 February 2026 Brussels remembers People met."
        " Report News Agency, European bureau"
    )


def test_report_list_takes_the_place_of_the_event_where_no_dateline_is_stated(client):
    make_report(events=[make_event(place=make_brussels())], dateline_place=None)

    assert read(client, "/reports/").texts("dateline") == ["Brussels, 23 February 2026"]


@pytest.fixture
def found():
    """A report that every filter can find, and another that none should."""
    event = make_event(place=make_brussels(), kind="vigil", occasion=make_occasion("Khojaly, 1992"))
    report = make_report(
        "Found",
        events=[event],
        source=make_source("One Agency"),
        language="az",
        topics=[make_topic("Film")],
    )
    Mention.objects.create(report=report, person=make_person("Emin Rustamov"))
    Mention.objects.create(report=report, organization=make_organization("Embassy"))
    list_records(Report.objects.all())
    make_report("Other", published_on=date(2020, 5, 5), language="pt")
    return report


# What is asked, and what the heading says of it.
NARROWED = {
    "from=2026-02&to=2026-02": "Reports, February 2026",
    "kind=vigil": "Reports: vigil",
    "topic=film": "Reports, about Film",
    "language=az": "Reports, in Azerbaijani",
    "place={country}": "Reports from Belgium",
    "person={person}": "Reports, naming Emin Rustamov",
    "organization={organization}": "Reports, naming Embassy",
    "occasion={occasion}": "Reports, on Khojaly, 1992",
    "source={source}": "Reports, by One Agency",
    "place={country}&from=2026-02&to=2026-02&person={person}": (
        "Reports from Belgium, February 2026, naming Emin Rustamov"
    ),
}


def test_report_list_narrows_by_each_parameter_and_says_so(client, found):
    event = found.events.get()
    ids = {
        "country": event.place.parent.parent_id,
        "person": found.mentions.get(person__isnull=False).person.permalink,
        "organization": found.mentions.get(organization__isnull=False).organization_id,
        "occasion": event.occasion_id,
        "source": found.source.permalink,
    }

    for query, title in NARROWED.items():
        page = read(client, "/reports/?" + query.format(**ids))
        assert page.texts("entry-title") == ["Found"], query
        assert page.heading == title


@pytest.mark.parametrize("query", ["from=x", "when=past&to=2026-13", "source=none", "language=!!"])
def test_report_list_refuses_nonsense_with_a_sentence(client, query):
    response = client.get(f"/reports/?{query}")

    assert response.status_code == 400
    assert f"{query.partition('&')[2][:2] or query.partition('=')[0]}: " in Page(response).words


def test_report_archive_skips_empty_neighbours(client):
    for day in (date(2011, 2, 28), date(2026, 2, 23), date(2026, 2, 26)):
        make_report(published_on=day)

    page = read(client, "/reports/2026/02/")

    assert page.heading == "Reports, February 2026"
    assert page.links["← February 2011"] == "/reports/2011/02/"
    assert page.texts("trail") == ["Reports 2026 February 2026"]


def test_source_detail_shows_its_reports_and_who_cites_it(client):
    source = make_source(
        "One Agency", kind="agency", language="az", website="https://one.example/", also_called="1A"
    )
    make_report("Its own", source=source)
    citing = make_report("Citing it", source=make_source("Another"))
    citing.cites.add(source)
    list_records(Report.objects.all())

    page = read(client, source.get_absolute_url())

    assert page.texts("record-kicker") == ["News agency"]
    assert "Its own" in page.section("Its reports")
    assert "Citing it" in page.section("Cited in")
    assert page.links["Website"] == "https://one.example/"
    assert "Also: 1A" in page.words
    assert "Azerbaijani" in page.words


def test_source_list_names_sources_of_public_reports_only(client):
    make_report(source=make_source("One Agency", kind="agency"))
    make_report(source=make_source("Hidden Agency"), published=False)

    page = read(client, "/sources/")

    assert "One Agency" in page.links
    assert "Hidden Agency" not in page.words
