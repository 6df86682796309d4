from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from events.models import Event, Organization, Person, Place
from reports.models import Report

pytestmark = pytest.mark.alike


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo archive, loaded once for the tests of this module and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def archive(demo, db):
    """The demo archive, open to one test."""


def test_load_demo_tells_the_two_seed_events(archive):
    brussels = Event.objects.get(ref="khojaly-brussels-2026")
    luxembourg = Event.objects.get(ref="khojaly-luxembourg-2026")

    assert brussels.date_label == "reported 23 February 2026"
    assert luxembourg.date_label == "reported 26 February 2026"
    assert brussels.place.full_name == "Azerbaijani House, Brussels, Belgium"
    assert luxembourg.place.full_name == "Luxembourg"
    assert brussels.occasion == luxembourg.occasion
    assert brussels.ordinal == luxembourg.ordinal == 34


def test_load_demo_shares_one_speaker_with_two_capacities(archive):
    speaker = Person.objects.get(name="Emin Rustamov")

    capacities = speaker.participations.order_by("event__start_date")

    assert [part.event.ref for part in capacities] == [
        "khojaly-brussels-2026",
        "khojaly-luxembourg-2026",
    ]
    assert len({part.capacity for part in capacities}) == 2


def test_load_demo_knows_the_association_by_three_names(archive):
    association = (
        Event.objects.get(ref="khojaly-luxembourg-2026")
        .involvements.get(role="organizer")
        .organization
    )

    assert {association.name, *association.names.values_list("text", flat=True)} >= {
        "Luxembourg-Azerbaijan Friendship Association",
        "Azerbaijan-Luxembourg Friendship Association",
        "LuxAz",
    }


def test_load_demo_names_the_absent_without_making_them_take_part(archive):
    absent = Person.objects.get(name="Leyla Aliyeva")
    foundation = Organization.objects.get(name="Heydar Aliyev Foundation")

    assert absent.mentions.exists()
    assert not absent.participations.exists()
    assert foundation.mentions.exists()
    assert not foundation.involvements.exists()


def test_load_demo_gives_a_city_no_country_where_the_facts_have_none(archive):
    assert Place.objects.get(name="Jerusalem").parent is None


def test_load_demo_attributes_every_report(archive):
    assert Event.objects.published().count() == 40
    assert Report.objects.published().count() == 78
    assert not Report.objects.filter(source=None).exists()
    assert not Event.objects.published().filter(reports=None).exists()


@pytest.mark.parametrize(
    ("ref", "headline", "people", "capacities"),
    [
        (
            "khojaly-brussels-2026",
            "Khojaly anniversary marked at the Azerbaijani House in Brussels",
            ["Aliagha Sultanov", "Emin Aliyev", "Emin Rustamov"],
            [
                "First Secretary of the Azerbaijani Embassy in Belgium",
                "head of the MADANI compatriots' platform",
                "co-founder of the Azerbaijani Cultural Association BUTAM",
            ],
        ),
        (
            "khojaly-luxembourg-2026",
            "Ceremony in Luxembourg recalls Khojaly",
            ["Emin Rustamov", "Seymur Ahmadov"],
            [
                "chairman of the Luxembourg-Azerbaijan Friendship Association",
                "first secretary of the Azerbaijani Embassy",
            ],
        ),
    ],
)
def test_load_demo_files_pasted_text_under_the_event_on_file(
    archive, ref, headline, people, capacities
):
    report = Report.objects.get(source__name="Dateline Demo Digest", headline=headline)

    named = report.mentions.exclude(person=None).order_by("person__name")
    stated = report.citations.exclude(participation=None)

    assert report.events.get().ref == ref
    assert report.events.get().history.count() == 1
    assert list(named.values_list("person__name", flat=True)) == people
    assert list(stated.values_list("value", flat=True)) == capacities
    assert report.mentions.get(occasion__isnull=False).occasion.ref == "khojaly"


def test_load_demo_adds_no_record_twice(archive):
    assert not Person.objects.filter(ref=None).exists()
    assert not Organization.objects.filter(ref=None).exists()
    assert not Place.objects.filter(ref=None).exists()


def test_load_demo_a_second_time_changes_nothing(archive):
    out = StringIO()

    call_command("load_demo", stdout=out)

    assert out.getvalue() == "Nothing new.\n"


@pytest.mark.django_db
def test_load_demo_names_the_fault_of_a_broken_file(tmp_path):
    file = tmp_path / "broken.ndjson"
    file.write_text('{"kind": "place", "ref": "x", "name": "X", "type": "planet"}\n')

    with pytest.raises(CommandError, match=r"broken.ndjson, line 1 \(place 'x'\), type: 'planet'"):
        call_command("load_demo", file)

    assert not Place.objects.filter(ref="x").exists()
