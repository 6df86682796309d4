"""What a reader finds on the page of an event."""

from datetime import date, time

import pytest

from events.actions.publication import withdraw_event
from events.models import Event, EventMedia, Involvement, Name, Participation, ProgrammeItem
from reports.models import Citation, Correction, Statement
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
from tests.factories.pictures import make_picture
from tests.reading import Page

pytestmark = pytest.mark.django_db


def read(client, event: Event) -> Page:
    return Page(client.get(event.get_absolute_url()))


@pytest.mark.parametrize(
    ("precision", "label", "address"),
    [
        ("day", "23 February 2026", "/events/2026/02/23/"),
        ("month", "February 2026", "/events/2026/02/"),
        ("year", "2026", "/events/2026/"),
        ("reported", "reported 23 February 2026", "/events/2026/02/23/"),
    ],
)
def test_event_detail_opens_with_the_date_as_it_is_known(client, precision, label, address):
    event = make_event(place=make_brussels(), date_precision=precision)

    page = read(client, event)

    assert page.texts("dateline")[0] == f"Brussels, {label}"
    assert page.links[label] == address


def test_event_detail_leads_to_the_town_of_its_venue(client):
    venue = make_brussels()

    page = read(client, make_event(place=venue))

    assert page.links["Brussels"] == venue.parent.get_absolute_url()
    assert page.links["Azerbaijani House"] == venue.get_absolute_url()
    assert page.links["Belgium"] == venue.parent.parent.get_absolute_url()


def test_event_detail_says_that_only_the_day_of_the_report_is_known(client):
    page = read(client, make_event(date_precision="reported"))

    assert "No report states the day itself" in page.words


def test_event_detail_says_that_the_venue_is_not_stated(client):
    page = read(client, make_event(place=make_place("Luxembourg", "country")))

    assert "No report states the town or the venue." in page.words


def test_event_detail_shows_several_days_once(client):
    event = make_event(start_date=date(2018, 7, 23), end_date=date(2018, 7, 27))

    assert "23–27 July 2018" in read(client, event).texts("dateline")[0]


def test_event_detail_shows_local_time_and_its_zone(client):
    event = make_event(place=make_brussels(), start_time=time(18, 30), end_time=time(20, 0))

    words = read(client, event).words

    assert "18:30–20:00" in words
    assert "Europe/Brussels" in words


@pytest.mark.parametrize("status", ["postponed", "rescheduled", "cancelled"])
def test_event_detail_says_when_the_event_did_not_go_as_announced(client, status):
    page = read(client, make_event(status_in_world=status))

    assert page.texts("dateline-status") == [status]


def test_event_detail_counts_the_anniversary(client):
    occasion = make_occasion("Khojaly, 1992", original_date=date(1992, 2, 26))

    page = read(client, make_event(occasion=occasion, ordinal=34))

    assert page.texts("occasion-line") == ["34th anniversary: Khojaly, 1992"]
    assert page.links["Khojaly, 1992"] == occasion.get_absolute_url()


def test_event_detail_counts_editions_of_a_day_that_is_younger_than_what_it_recalls(client):
    occasion = make_occasion("Remembrance Day", original_date=date(1945, 1, 27))

    page = read(client, make_event(occasion=occasion, ordinal=1))

    assert page.texts("occasion-line") == ["Remembrance Day, the 1st"]


def test_event_detail_shows_each_capacity_as_stated_then(client):
    event = make_event()
    person, embassy = make_person("Emin Rustamov"), make_organization("Embassy of Azerbaijan")
    Participation.objects.create(
        event=event, person=person, capacity="First Secretary", organization=embassy
    )

    page = read(client, event)

    assert page.section("People").startswith(
        "Emin Rustamov speaker First Secretary For Embassy of Azerbaijan"
    )
    assert page.links["Emin Rustamov"] == person.get_absolute_url()
    assert page.links["Embassy of Azerbaijan"] == embassy.get_absolute_url()


def test_event_detail_groups_organizations_by_their_role(client):
    event = make_event()
    for order, (name, role) in enumerate(
        [("House", "organizer"), ("Communities", "organizer"), ("Embassy", "supporter")]
    ):
        Involvement.objects.create(
            event=event, organization=make_organization(name), role=role, order=order
        )

    page = read(client, event)

    assert page.section("Organizations") == ("Organized by House Communities Supported by Embassy")


def test_event_detail_lists_the_programme_in_order(client):
    event = make_event()
    film = make_work("Symbol of Khojaly", kind="short_film", year=2026)
    film.creators.add(make_person("Director"))
    silence = {"kind": "minute_of_silence", "order": 1}
    screening = {"kind": "film_screening", "title": "A film", "order": 2, "time": time(19, 5)}
    ProgrammeItem.objects.create(event=event, **screening).works.add(film)
    ProgrammeItem.objects.create(event=event, **silence)
    ProgrammeItem.objects.create(event=event, kind="concert", order=3, is_cancelled=True)

    page = read(client, event)

    assert page.texts("programme-title") == ["Minute of silence", "A film", "Concert"]
    assert "19:05 Film screening" in page.section("Programme")
    assert page.links["Symbol of Khojaly"] == film.get_absolute_url()
    assert "Director" in page.links
    assert "did not take place" in page.section("Programme")


def test_event_detail_puts_its_reports_side_by_side(client):
    event = make_event()
    source = make_source("Report News Agency")
    report = make_report(
        "Brussels remembers", events=[event], source=source, bureau="European bureau"
    )
    make_report("A hidden draft", events=[event], published=False)

    page = read(client, event)

    assert page.section("Reports about it") == (
        "Report News Agency, European bureau, 23 February 2026 Brussels remembers"
    )
    assert page.links["Brussels remembers"] == report.get_absolute_url()
    assert "A hidden draft" not in page.words


def test_event_detail_says_that_no_report_is_linked_yet(client):
    page = read(client, make_event())

    assert page.section("Reports about it") == ("No published report is linked to this event yet.")


def test_event_detail_gives_statements_with_speaker_capacity_and_report(client):
    event, person = make_event(), make_person("Emin Rustamov")
    report = make_report(events=[event], source=make_source("Report News Agency"))
    Statement.objects.create(
        report=report,
        event=event,
        person=person,
        capacity="First Secretary",
        kind="quote",
        text="The world should not forget.",
    )

    page = read(client, event)

    assert page.section("Statements") == (
        "“The world should not forget.” Emin Rustamov, First Secretary"
        " Quoted by Report News Agency, 23 February 2026"
    )


def test_event_detail_keeps_both_wordings_where_reports_differ(client):
    event = make_event()
    for name, value in (("One agency", "genocide"), ("Another agency", "tragedy")):
        report = make_report(events=[event], source=make_source(name))
        Citation.objects.create(report=report, event=event, aspect="wording", value=value)

    section = read(client, event).section("As each report states it")

    assert "Words used genocide One agency tragedy Another agency" in section


def test_event_detail_shows_its_corrections(client):
    event = make_event()
    Correction.objects.create(event=event, date=date(2026, 3, 1), text="The hall was another.")

    page = read(client, event)

    assert page.section("Corrections") == "Correction, 1 March 2026. The hall was another."


def test_event_detail_leads_to_the_same_occasion_and_to_this_place_before_and_after(client):
    occasion, place = make_occasion(), make_brussels()
    make_event("In Luxembourg", occasion=occasion)
    make_event("The year before", place=place, start_date=date(2025, 2, 23))
    make_event("The year after", place=place, start_date=date(2027, 2, 23))
    make_event("A hidden one", place=place, occasion=occasion, published=False)

    page = read(client, make_event(occasion=occasion, place=place))

    assert "In Luxembourg" in page.section("The same occasion")
    assert "The year before" in page.section("Before at this place")
    assert "The year after" in page.section("Later at this place")
    assert "A hidden one" not in page.words


def test_event_detail_leads_to_its_topics_and_kind(client):
    topic = make_topic("Remembrance")

    page = read(client, make_event(kind="vigil", topics=[topic]))

    assert page.links["Remembrance"] == "/topics/remembrance/"
    assert page.links["Vigil"] == "/events/?kind=vigil"


def test_event_detail_shows_pictures_with_caption_and_credit(client):
    event = make_event()
    for order, caption in enumerate(("The hall", "The speakers")):
        EventMedia.objects.create(
            event=event, item=make_picture(), caption=caption, alt="Rows of chairs", order=order
        )

    page = read(client, event)

    credit = "Credit: Photo: A. Photographer / Agency"
    assert page.texts("figure") == [f"The hall {credit}", f"The speakers {credit}"]
    assert page.section("Pictures") == f"The speakers {credit}"
    assert [image.get("alt") for image in page.main.iter("img")] == ["Rows of chairs"] * 2
    assert all(image.get("width") and image.get("height") for image in page.main.iter("img"))


def test_event_detail_keeps_the_caption_where_the_picture_is_missing(client):
    event = make_event()
    EventMedia.objects.create(event=event, item=make_picture(rendered=False), caption="The hall")

    page = read(client, event)

    assert page.texts("figure") == ["The hall Credit: Photo: A. Photographer / Agency"]
    assert list(page.main.iter("img")) == []


def test_event_detail_renders_markdown_and_no_html(client):
    event = make_event(description="*Known* <script>alert(1)</script>")

    html = client.get(event.get_absolute_url()).content.decode()

    assert "<em>Known</em>" in html
    assert "<script>alert" not in html


def test_event_detail_names_its_permanent_address(client):
    event = make_event("Evening", summary="People met.")

    page = read(client, event)

    assert page.title == "Evening – Dateline"
    assert page.meta("description") == "People met."
    assert page.canonical() == f"http://testserver{event.get_absolute_url()}"
    assert f"http://testserver{event.get_absolute_url()}" in page.section("Cite this page")


def test_event_detail_lets_right_to_left_names_stand(client):
    place = make_place("القدس")
    Name.objects.create(place=place, text="ירושלים", kind="translation", language="he")

    page = read(client, make_event("أمسية ذكرى", place=place))

    assert page.heading == "أمسية ذكرى"
    assert page.texts("dateline")[0] == "القدس, 23 February 2026"


@pytest.mark.parametrize("slug", ["", "-", "-another-slug", "-%C4%99", "-<b>"])
def test_event_detail_redirects_a_wrong_slug_for_good(client, slug):
    event = make_event("Evening in Brussels")

    response = client.get(f"/events/{event.pk}{slug}/?a=1")

    assert response.status_code == 301
    assert response["Location"] == f"/events/{event.pk}-evening-in-brussels/?a=1"


def test_event_detail_answers_the_same_for_hidden_and_absent(client):
    hidden = client.get(make_event(published=False).get_absolute_url())
    absent = client.get("/events/999999/")

    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content == absent.content
    assert Page(absent).heading == "There is no page at this address"


def test_event_detail_says_when_it_was_withdrawn(client):
    event = make_event("Evening")
    withdraw_event(event, reason="Not for readers")
    Event.objects.update(withdrawn_at="2026-03-02T10:00:00Z")

    response = client.get(event.get_absolute_url())

    assert response.status_code == 410
    page = Page(response)
    assert page.heading == "This page has been withdrawn"
    assert "Withdrawn on 2 March 2026." in page.words
    assert "Evening" not in page.words
    assert "Not for readers" not in page.words


def test_event_detail_shows_an_editor_the_way_to_the_form(client):
    event = make_event()
    client.force_login(make_staff("Editor"))

    page = read(client, event)

    assert page.links["Edit this event"] == f"/admin/events/event/{event.pk}/change/"


def test_event_detail_shows_readers_no_way_to_the_form(client):
    assert "Edit this event" not in read(client, make_event()).links


def test_event_detail_previews_a_draft_for_staff_only(client):
    event = make_event("A draft", published=False)
    address = f"{event.get_absolute_url()}?preview=1"

    refused = client.get(address)
    client.force_login(make_staff("Editor"))
    response = client.get(address)

    assert refused.status_code == 404
    page = Page(response)
    assert page.heading == "A draft"
    assert page.texts("notice")[0].startswith("Preview.")
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
