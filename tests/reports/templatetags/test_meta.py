"""What machines read in the head of a page."""

from datetime import date, time

import pytest
from django.utils import timezone

from events.actions.publication import publish_event
from events.models import Event, EventMedia, Involvement, Name, Participation, ProgrammeItem
from reports.actions.publication import publish_report
from reports.models import Correction
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
from tests.reading import Page, read

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

SITE = "http://testserver"


def subject(client, record) -> dict:
    return read(client, record.get_absolute_url()).subject


def ref(kind: str, record) -> dict:
    return {"@type": kind, "@id": SITE + record.get_absolute_url(), "name": str(record)}


# --- Dates and places: never more than is known ---------------------------------------------------


@pytest.mark.parametrize(
    ("known", "start", "end"),
    [
        ({}, "2026-02-23", None),
        ({"end_date": date(2026, 2, 25)}, "2026-02-23", "2026-02-25"),
        ({"date_precision": "month"}, "2026-02", None),
        ({"date_precision": "year", "end_date": date(2027, 1, 1)}, "2026", "2027"),
        ({"date_precision": "reported"}, None, None),
        (
            {"start_time": time(18, 30), "end_time": time(20)},
            "2026-02-23T18:30+01:00",
            "2026-02-23T20:00+01:00",
        ),
    ],
)
def test_an_event_begins_and_ends_no_more_exactly_than_is_known(client, known, start, end):
    event = make_event(place=make_brussels(), **known)

    node = subject(client, event)

    assert (node.get("startDate"), node.get("endDate")) == (start, end)


def test_a_time_without_a_zone_has_no_offset(client):
    event = make_event(place=make_place(), start_time=time(18))

    assert subject(client, event)["startDate"] == "2026-02-23T18:00"


@pytest.mark.parametrize(
    ("status", "term"),
    [
        ("held", "EventScheduled"),
        ("scheduled", "EventScheduled"),
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
    ],
)
def test_an_event_says_what_became_of_it(client, status, term):
    node = subject(client, make_event(status_in_world=status))

    assert node["eventStatus"] == f"https://schema.org/{term}"


def test_a_place_has_a_point_only_if_the_point_is_its_own(client):
    point = {"latitude": 50.85, "longitude": 4.35}
    venue = make_brussels()
    city = venue.parent
    for place, marks in ((venue, "city"), (city, "city")):
        vars(place).update(point, point_precision=marks)
        place.save()
    make_event(place=venue)

    house, town = subject(client, venue), subject(client, city)

    assert "geo" not in house
    assert house["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Brussels",
        "addressCountry": "BE",
    }
    assert house["containedInPlace"]["containedInPlace"]["@type"] == "Country"
    assert town["geo"] == {"@type": "GeoCoordinates", **point}


# --- Who, what, and by whom it is said ------------------------------------------------------------


def test_an_event_names_everybody_in_the_part_and_capacity_of_then(client):
    event = make_event(published=False)
    house, embassy, guests = make_organization(), make_organization(kind="embassy"), make_person()
    speaker, pianist = make_person(), make_person()
    for organization, role in ((house, "organizer"), (embassy, "supporter"), (house, "host")):
        Involvement.objects.create(event=event, organization=organization, role=role)
    for person, role, more in (
        (speaker, "speaker", {"capacity": "First Secretary", "organization": embassy}),
        (pianist, "performer", {}),
        (guests, "attendee", {"capacity": "Mayor"}),
    ):
        Participation.objects.create(event=event, person=person, role=role, **more)

    node = subject(client, publish_event(event))

    assert node["organizer"] == [ref("Organization", house)]
    assert node["sponsor"] == [ref("GovernmentOrganization", embassy)]
    assert node["contributor"] == [
        {"@type": "Role", "contributor": ref("Organization", house), "roleName": "host"}
    ]
    spoke, played = node["performer"]
    assert spoke["roleName"] == ["speaker", "First Secretary"]
    assert spoke["performer"]["affiliation"] == {
        "@type": "OrganizationRole",
        "affiliation": ref("GovernmentOrganization", embassy),
        "roleName": "First Secretary",
    }
    assert played == {
        "@type": "PerformanceRole",
        "performer": ref("Person", pianist),
        "roleName": "performer",
    }
    assert node["attendee"][0]["roleName"] == ["attendee", "Mayor"]


def test_an_event_has_its_programme_works_occasion_and_topics(client):
    occasion, work, topic = (
        make_occasion(original_date=date(1992, 2, 26)),
        make_work(),
        make_topic(),
    )
    work.creators.add(maker := make_person())
    event = make_event(published=False, occasion=occasion, topics=[topic])
    item = ProgrammeItem.objects.create(
        event=event, kind="film_screening", time=time(19), is_cancelled=True
    )
    item.works.add(work)

    node = subject(client, publish_event(event))

    assert node["about"] == [
        ref("Event", occasion) | {"startDate": "1992-02-26"},
        ref("DefinedTerm", topic),
    ]
    assert node["workFeatured"] == [ref("CreativeWork", work) | {"creator": [ref("Person", maker)]}]
    assert node["subEvent"] == [
        {
            "@type": "Event",
            "name": "film screening",
            "startDate": "2026-02-23T19:00",
            "eventStatus": "https://schema.org/EventCancelled",
            "workFeatured": [ref("CreativeWork", work)],
        }
    ]


def test_a_picture_is_credited_and_shared(client):
    item = make_picture(credit="Photo: A. Name", licence_url="https://example.org/by")
    event = make_event(published=False, summary="People met.")
    EventMedia.objects.create(event=event, item=item, alt="A hall", caption="The hall")

    page = read(client, publish_event(event).get_absolute_url())

    (image,) = page.subject["image"]
    assert (image["caption"], image["creditText"]) == ("The hall", "Photo: A. Name")
    assert image["license"] == "https://example.org/by"
    assert "creator" not in image
    assert page.meta("twitter:card") == "summary_large_image"
    assert page.meta("og:image").startswith(f"{SITE}/media/")
    assert page.meta("og:description") == page.meta("description") == "People met."
    assert page.meta("og:type") == "article"


def test_a_report_names_its_source_and_what_it_is_about(client):
    source, cited = make_source(kind="agency"), make_source(kind="press_office")
    event, person = make_event(), make_person()
    hidden = make_event(published=False)
    report = make_report(
        "A headline",
        published=False,
        source=source,
        events=[event, hidden],
        published_time=time(20, 1),
        source_url="https://example.org/1",
        body="A long text.",
    )
    report.cites.add(cited)
    report.mentions.create(person=person)
    Correction.objects.create(report=report, date=date(2026, 3, 1), text="The name was wrong.")

    node = subject(client, publish_report(report))

    agency = ref("NewsMediaOrganization", source)
    assert node["headline"] == "A headline"
    assert node["datePublished"] == "2026-02-23T20:01"
    assert node["author"] == node["publisher"] == node["sourceOrganization"] == agency
    assert node["isBasedOn"] == "https://example.org/1"
    assert node["about"] == [ref("Event", event) | {"startDate": "2026-02-23"}]
    assert node["mentions"] == [ref("Person", person)]
    assert node["citation"] == [{"@type": "CreativeWork", "publisher": ref("Organization", cited)}]
    assert node["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The name was wrong.",
            "datePublished": "2026-03-01",
        }
    ]
    assert "articleBody" not in node


def test_an_event_is_the_subject_of_its_public_reports(client):
    event = make_event()
    told = make_report("Told", events=[event], date_precision="undated")
    make_report("Hidden", events=[event], embargo_until=timezone.now() + timezone.timedelta(1))

    assert subject(client, event)["subjectOf"] == [
        {
            "@type": "NewsArticle",
            "@id": SITE + told.get_absolute_url(),
            "headline": "Told",
            "publisher": ref("NewsMediaOrganization", told.source) | {"@type": "Organization"},
        }
    ]


def test_a_person_has_other_names_and_the_same_item_elsewhere(client):
    person = make_person(wikidata="Q42")
    for text, language in (("Xocalı", "az"), ("A. Person", "")):
        Name.objects.create(person=person, text=text, language=language)
    event = make_event(published=False)
    Participation.objects.create(event=event, person=person)
    publish_event(event)

    assert subject(client, person) == ref("Person", person) | {
        "alternateName": [{"@value": "Xocalı", "@language": "az"}, "A. Person"],
        "sameAs": ["https://www.wikidata.org/entity/Q42"],
    }


# --- Pages ----------------------------------------------------------------------------------------


def test_a_list_names_its_records_and_the_way_to_it(client):
    event = make_event()

    graph = read(client, "/events/2026/02/").graph

    assert graph["CollectionPage"]["@id"] == f"{SITE}/events/2026/02/"
    assert graph["CollectionPage"]["mainEntity"]["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "url": SITE + event.get_absolute_url(),
            "name": event.title,
        }
    ]
    steps = graph["BreadcrumbList"]["itemListElement"]
    assert [(step["name"], step.get("item")) for step in steps] == [
        ("Events", f"{SITE}/events/"),
        ("2026", f"{SITE}/events/2026/"),
        ("February 2026", None),
    ]


def test_home_tells_how_to_search(client):
    action = read(client, "/").graph["WebSite"]["potentialAction"]

    assert action["target"]["urlTemplate"] == f"{SITE}/search/?q={{search_term_string}}"


def test_words_cannot_end_the_block_they_stand_in(client):
    event = make_event("</script><!-- & \"'", summary="One\u2028two")

    answer = client.get(event.get_absolute_url())

    assert Page(answer).subject["name"] == event.title
    _, _, block = answer.content.decode().partition('ld+json">')
    assert not set("<>&\u2028") & set(block.partition("</script>")[0])


def test_previews_are_not_for_search_engines(client):
    client.force_login(make_staff("Editor"))
    draft: Event = make_event(published=False, start_date=None, start_time=time(18))

    page = read(client, draft.get_absolute_url() + "?preview=1")

    assert page.meta("robots") == "noindex, nofollow"
