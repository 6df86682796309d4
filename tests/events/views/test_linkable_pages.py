"""The registers and pages of places, people, organizations, occasions, works and topics."""

from datetime import date

import pytest

from events.actions.listing import list_event
from events.models import Involvement, Name, Participation, ProgrammeItem
from reports.models import Mention, Statement
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


def test_place_detail_holds_what_happened_anywhere_inside(client):
    venue = make_brussels()
    make_event("Evening", place=venue)
    make_report("Report of the evening", dateline_place=venue.parent)
    belgium = venue.parent.parent

    page = read(client, belgium.get_absolute_url())

    assert "Evening" in page.section("Events")
    assert "Report of the evening" in page.section("Reports")
    assert page.section("Places inside") == "Brussels city"
    assert page.links["Brussels"] == venue.parent.get_absolute_url()


def test_place_detail_shows_the_way_up_names_and_point(client):
    venue = make_brussels()
    city = venue.parent
    city.latitude, city.longitude, city.point_precision = 50.85, 4.35, "city"
    city.wikidata, city.geonames = "Q239", 2800866
    city.save()
    Name.objects.create(place=city, text="Bruxelles", kind="translation", language="fr")
    make_event(place=venue)

    page = read(client, city.get_absolute_url())

    assert page.texts("trail") == ["Places Belgium Brussels"]
    assert page.texts("occasion-line")[0].startswith("Also: Bruxelles")
    assert "50.8500, 4.3500 The point marks the city." in page.words
    assert "Europe/Brussels" in page.words
    assert page.links["Wikidata Q239"] == "https://www.wikidata.org/wiki/Q239"
    assert page.links["GeoNames 2800866"] == "https://www.geonames.org/2800866"


def test_place_detail_shows_what_began_there_and_who_sits_there(client):
    city = make_place("Khojaly")
    organization = make_organization("Town council", seat=city)
    event = make_event(occasion=make_occasion("Khojaly, 1992", place=city))
    Involvement.objects.create(event=event, organization=organization)
    list_event(event)

    page = read(client, city.get_absolute_url())

    assert "Khojaly, 1992" in page.links
    assert "Town council" in page.links


def test_person_detail_shows_each_capacity_at_its_event(client):
    person, embassy = make_person("Emin Rustamov"), make_organization("Embassy")
    for year, capacity in ((2025, "Attaché"), (2026, "First Secretary")):
        event = make_event(
            f"Evening of {year}", start_date=date(year, 2, 23), place=make_place("B")
        )
        Participation.objects.create(
            event=event, person=person, capacity=capacity, organization=embassy
        )
        list_event(event)

    page = read(client, person.get_absolute_url())

    assert page.section("Took part in") == (
        "B, 23 February 2026 Evening of 2026 Speaker: First Secretary For Embassy"
        " B, 23 February 2025 Evening of 2025 Speaker: Attaché For Embassy"
    )


def test_person_detail_shows_statements_reports_programme_and_works(client):
    person, event = make_person("Abuzar Manafzada"), make_event("Evening")
    report = make_report("A report", events=[event], source=make_source("One Agency"))
    Mention.objects.create(report=report, person=person)
    Statement.objects.create(report=report, person=person, event=event, text="Music remembers.")
    item = ProgrammeItem.objects.create(event=event, kind="concert", title="A piece")
    item.people.add(person)
    work = make_work("Khojaly", kind="music")
    work.creators.add(person)
    item.works.add(work)
    Name.objects.create(person=person, text="Əbuzər Mənafzadə", kind="transliteration")
    list_event(event)

    page = read(client, person.get_absolute_url())

    assert "Concert: A piece, Khojaly" in page.section("In the programme")
    assert "Music remembers. Evening Paraphrased from One Agency" in page.section("Statements")
    assert "A report" in page.section("Reports")
    assert page.section("Works") == "Khojaly piece of music"
    assert "Əbuzər Mənafzadə" in page.texts("occasion-line")[0]
    assert page.links["All events"] == f"/events/?person={person.pk}"


def test_person_detail_leaves_hidden_events_out(client):
    person = make_person()
    shown, hidden = make_event("Shown"), make_event("Hidden", published=False)
    for event in (shown, hidden):
        Participation.objects.create(event=event, person=person)
    list_event(shown)

    assert "Hidden" not in read(client, person.get_absolute_url()).words


def test_organization_detail_shows_its_roles_people_parts_and_seat(client):
    venue = make_brussels()
    ministry = make_organization("Ministry")
    embassy = make_organization(
        "Embassy", kind="embassy", seat=venue.parent, parent=ministry, website="https://e.example/"
    )
    event = make_event("Evening", place=venue)
    for organization in (embassy, ministry):
        Involvement.objects.create(event=event, organization=organization, role="supporter")
    Participation.objects.create(
        event=event, person=make_person("Emin Rustamov"), organization=embassy, capacity="Secretary"
    )
    list_event(event)

    page = read(client, embassy.get_absolute_url())
    parent = read(client, ministry.get_absolute_url())

    assert page.texts("record-kicker") == ["Embassy or mission"]
    assert "Evening Supporter" in page.section("Part in events")
    assert "Emin Rustamov, speaker: Secretary" in page.section("Who spoke or came for it")
    assert page.links["Ministry"] == ministry.get_absolute_url()
    assert page.links["Brussels"] == venue.parent.get_absolute_url()
    assert page.links["Website"] == "https://e.example/"
    assert "Embassy" in parent.section("Parts of it")


def test_organization_detail_keeps_a_hidden_parent_to_itself(client):
    embassy = make_organization("Embassy", parent=make_organization("Hidden ministry"))
    event = make_event()
    Involvement.objects.create(event=event, organization=embassy)
    list_event(event)

    assert "Hidden ministry" not in read(client, embassy.get_absolute_url()).words


def test_occasion_detail_shows_its_original_date_place_and_events(client):
    town = make_place("Khojaly")
    occasion = make_occasion(
        "Khojaly, 1992", original_date=date(1992, 2, 26), place=town, description="*Words* differ."
    )
    event = make_event("Evening", occasion=occasion)
    make_report("A report", events=[event])

    page = read(client, occasion.get_absolute_url())

    assert "26 February 1992" in page.words
    assert page.links["Khojaly"] == town.get_absolute_url()
    assert "Words differ." in page.words
    assert "Evening" in page.section("Gatherings by year")
    assert "A report" in page.section("Reports")


def test_occasion_detail_tells_its_gatherings_by_year_and_when_it_returns(client, monkeypatch):
    occasion = make_occasion(original_date=date(1992, 2, 26))
    for day in (date(2024, 2, 25), date(2026, 2, 26), date(2026, 2, 23)):
        make_event(f"Held on {day}", occasion=occasion, start_date=day)

    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 22))
    page = read(client, occasion.get_absolute_url())

    by_year = page.texts("entries-of-year")
    assert [words[:4] for words in by_year] == ["2026", "2024"]
    assert by_year[0].index("Held on 2026-02-26") < by_year[0].index("Held on 2026-02-23")
    assert "Comes round again 26 February 2027 in 3 months" in page.words
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 2, 26))
    page = read(client, occasion.get_absolute_url())
    assert "Comes round again 26 February 2026 today" in page.words


@pytest.mark.parametrize(
    ("precision", "label"),
    [("month", "February 1988"), ("year", "1988"), ("day", "1 February 1988")],
)
def test_occasion_detail_gives_the_original_date_as_it_is_known(client, precision, label):
    occasion = make_occasion(original_date=date(1988, 2, 1), date_precision=precision)
    make_event(occasion=occasion)

    assert f"{label}" in read(client, occasion.get_absolute_url()).texts("facts")[0]


def test_work_detail_shows_creators_and_where_it_was_shown(client):
    work = make_work("Symbol of Khojaly", kind="short_film", year=2024)
    work.creators.add(make_person("Director"))
    event = make_event("Evening")
    ProgrammeItem.objects.create(event=event, kind="film_screening").works.add(work)
    list_event(event)

    page = read(client, work.get_absolute_url())

    assert page.heading == "Symbol of Khojaly"
    assert "Short film" in page.words
    assert "2024" in page.words
    assert "Director" in page.links
    assert "Evening" in page.links


def test_topic_detail_shows_events_and_reports(client):
    topic = make_topic("Film")
    make_report("A report", events=[make_event("Evening", topics=[topic])], topics=[topic])

    page = read(client, "/topics/film/")

    assert page.heading == "Film"
    assert "Evening" in page.section("Events")
    assert "A report" in page.section("Reports")


@pytest.mark.parametrize(
    "make", [make_place, make_person, make_organization, make_occasion, make_work]
)
def test_detail_of_what_nothing_public_links_to_is_absent(client, make):
    record = make("Unlinked")

    response = client.get(record.get_absolute_url())

    assert response.status_code == 404
    assert "Unlinked" not in Page(response).words


def test_topic_detail_without_public_records_is_absent(client):
    make_topic("Film")

    assert client.get("/topics/film/").status_code == 404


def test_detail_redirects_a_wrong_slug_for_good(client):
    place = make_event(place=make_place("Brussels")).place

    response = client.get(f"/places/{place.pk}-bruxelles/")

    assert (response.status_code, response["Location"]) == (301, place.get_absolute_url())


def test_detail_shows_an_editor_the_way_to_the_form(client):
    place = make_event(place=make_place("Brussels")).place
    client.force_login(make_staff("Editor"))

    page = read(client, place.get_absolute_url())

    assert page.links["Edit this place"] == f"/admin/events/place/{place.pk}/change/"


@pytest.fixture
def archive():
    """One public record of every kind, and none that nothing leads to."""
    event = make_event(
        place=make_place("Brussels"),
        occasion=make_occasion("Khojaly, 1992"),
        topics=[make_topic("Film")],
    )
    Participation.objects.create(event=event, person=make_person("Emin Rustamov"))
    Involvement.objects.create(event=event, organization=make_organization("Embassy"))
    item = ProgrammeItem.objects.create(event=event)
    item.works.add(make_work("Symbol"))
    list_event(event)
    for make in (make_place, make_person, make_organization, make_occasion, make_work, make_topic):
        make("Unlinked")


@pytest.mark.parametrize(
    ("address", "heading", "name"),
    [
        ("/places/", "Places", "Brussels"),
        ("/people/", "People", "Emin Rustamov"),
        ("/organizations/", "Organizations", "Embassy"),
        ("/occasions/", "Occasions", "Khojaly, 1992"),
        ("/works/", "Works", "Symbol"),
        ("/topics/", "Topics", "Film"),
    ],
)
def test_list_names_what_is_public_and_nothing_else(client, archive, address, heading, name):
    page = read(client, address)

    assert page.heading == heading
    assert name in page.links
    assert "Unlinked" not in page.words


def test_list_narrows_to_a_letter_of_the_sorting_name(client, archive):
    assert "Emin Rustamov" in read(client, "/people/?initial=r").links
    assert "Emin Rustamov" not in read(client, "/people/?initial=e").links


def test_list_speaks_where_a_letter_has_no_names(client, archive):
    assert read(client, "/people/?initial=x").texts("empty-title") == ["Nothing here yet"]


@pytest.mark.parametrize("query", ["initial=ab", "initial=%00", "initial=%27", "after=nothing"])
def test_list_refuses_nonsense_with_a_sentence(client, query):
    response = client.get(f"/people/?{query}")

    assert response.status_code == 400
    assert f"{query.partition('=')[0]}: " in Page(response).words


def test_list_pages_lead_to_each_other(client):
    event = make_event()
    for number in range(70):
        Participation.objects.create(event=event, person=make_person(f"Person {number:02}"))
    list_event(event)

    first = read(client, "/people/")
    second = read(client, f"/people/{first.links['Further →']}")

    assert len(first.parts("index")[0]) == 60
    assert len(second.parts("index")[0]) == 10
    assert "← Before" in second.links


def test_record_pages_show_when_and_where(client):
    point = {"latitude": 50.85, "longitude": 4.35, "point_precision": "city"}
    country = make_place("Belgium", kind="country")
    city = make_place("Brussels", parent=country, **point)
    for year in (2024, 2026):
        make_event(place=city, start_date=date(year, 2, 23))

    page = read(client, country.get_absolute_url())

    assert page.links["2024"] == f"/events/2024/?place={country.pk}"
    (dots,) = page.parts("map-dots")
    assert [(dot.get("href"), dot[0].text) for dot in dots] == [
        (city.get_absolute_url(), "Brussels: 2 events")
    ]
