"""Places inside places."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Place
from tests.factories import make_brussels, make_place

pytestmark = pytest.mark.django_db


def problems(place) -> dict[str, list[str]]:
    try:
        place.clean()
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


def test_place_knows_what_is_around_it():
    house = make_brussels()

    assert house.full_name == "Azerbaijani House, Brussels, Belgium"
    assert house.country.name == "Belgium"
    assert str(house.zone) == "Europe/Brussels"
    assert make_place("Jerusalem").country is None
    assert make_place().zone is None


def test_place_inside_is_the_whole_tree_under_it():
    house = make_brussels()
    make_place("Elsewhere")

    assert {place.name for place in Place.objects.inside(house.parent.parent)} == {
        "Belgium",
        "Brussels",
        "Azerbaijani House",
    }


def test_place_cannot_be_inside_itself():
    house = make_brussels()
    belgium = house.parent.parent
    belgium.parent, belgium.kind, belgium.country_code = house, "city", ""

    assert problems(belgium) == {"parent": ["A place cannot be inside itself."]}
    with pytest.raises(IntegrityError, match="place_not_inside_itself"), transaction.atomic():
        Place.objects.filter(pk=house.pk).update(parent=house)


def test_place_can_only_be_inside_a_larger_kind():
    house = make_brussels()

    assert problems(Place(name="P", kind="city", parent=house)) == {
        "parent": ["A city can only be inside a larger kind of place."]
    }
    assert problems(Place(name="P", kind="region", parent=house.parent.parent)) == {}
    with pytest.raises(IntegrityError, match="country_inside_nothing"), transaction.atomic():
        make_place(kind="country", parent=house)


def test_place_cannot_become_smaller_than_what_is_inside_it():
    brussels = make_brussels().parent
    brussels.kind = "venue"

    assert problems(brussels) == {
        "parent": ["A place inside this one is of the same or a larger kind."]
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"kind": "city", "country_code": "BE"},
            {"country_code": ["Two letters of ISO 3166-1, and for countries only."]},
        ),
        (
            {"kind": "country", "country_code": "ÄÖ"},
            {"country_code": ["Two letters of ISO 3166-1, and for countries only."]},
        ),
        (
            {"time_zone": "Brussels"},
            {"time_zone": ["Not an IANA time zone. An example: Europe/Brussels."]},
        ),
        ({"latitude": 1.0}, {"longitude": ["Give both latitude and longitude, or neither."]}),
        (
            {"latitude": 91.0, "longitude": 0.0, "point_precision": "city"},
            {"latitude": ["Latitude is -90 to 90 and longitude -180 to 180 degrees."]},
        ),
        (
            {"latitude": 50.8, "longitude": 4.3},
            {"point_precision": ["Say what the point marks."]},
        ),
        ({"latitude": 50.8, "longitude": 4.3, "point_precision": "city"}, {}),
        ({"kind": "country", "country_code": "be"}, {}),
    ],
)
def test_place_clean_says_what_is_wrong_beside_the_field(fields, expected):
    assert problems(Place(**{"name": "P", "kind": "city", **fields})) == expected


def test_place_without_a_point_claims_no_precision():
    place = Place(name="P", kind="city", point_precision="city")

    place.clean()

    assert place.point_precision == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"latitude": 50.8},
        {"latitude": 50.8, "point_precision": "city"},
        {"latitude": 50.8, "longitude": 4.3},
        {"point_precision": "city"},
        {"latitude": 50.8, "longitude": 181.0, "point_precision": "city"},
    ],
)
def test_place_has_a_whole_point_on_earth_or_none(fields):
    with pytest.raises(IntegrityError, match="point_whole_and_on_earth"), transaction.atomic():
        make_place(**fields)
