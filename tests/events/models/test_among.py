import pytest

from events.models import Place
from reports.models import Report
from tests.factories import make_place, make_report

pytestmark = pytest.mark.django_db


def test_records_among_many_keys():
    wanted = [make_place("Baku", ref="b'a\"ku"), make_place("Brüssel", ref="brüssel")]
    make_place("Paris", ref="paris")

    assert set(Place.objects.filter(ref__among={place.ref for place in wanted})) == set(wanted)
    assert set(Place.objects.filter(pk__among=[place.pk for place in wanted])) == set(wanted)
    assert not Place.objects.filter(ref__among=[]).exists()


def test_records_among_many_they_lead_to():
    place = make_place("Baku")
    report = make_report("Evening", dateline_place=place)
    make_report("Morning", dateline_place=make_place("Paris"))

    assert Report.objects.get(dateline_place__among=[place.pk]) == report
