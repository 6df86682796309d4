import pytest

from reports.intake import gazetteer


@pytest.mark.parametrize(
    ("name", "english", "code"),
    [
        ("Brussels", "Brussels", "BE"),
        ("Bruxelles", "Brussels", "BE"),
        ("Köln", "Cologne", "DE"),
        ("KYIV", "Kyiv", "UA"),
        ("Kiev", "Kyiv", "UA"),
        ("Xocalı", "Khojaly", "AZ"),
        ("Ağdam", "Aghdam", "AZ"),
        ("Gabala", "Qabala", "AZ"),
        ("Buenos Aires", "Buenos Aires", "AR"),
        ("Washington DC", "Washington", "US"),
        ("Brooklyn", "New York", "US"),
    ],
)
def test_a_town_is_found_by_each_of_its_names(name, english, code):
    town = next(place for place in gazetteer.places_named(name) if place.kind == "city")

    assert (town.name, town.country_code) == (english, code)


def test_towns_of_one_name_come_the_largest_first():
    codes = [place.country_code for place in gazetteer.places_named("London")]

    assert codes[:2] == ["GB", "CA"]


def test_a_country_comes_before_a_region_of_its_name():
    kinds = [(place.kind, place.country_code) for place in gazetteer.places_named("Georgia")]

    assert kinds[:2] == [("country", "GE"), ("region", "US")]


def test_names_are_asked_for_in_words_as_well():
    assert gazetteer.places_named(("buenos", "aires")) == gazetteer.places_named("Buenos Aires")


def test_a_town_has_its_point_and_its_number():
    town = gazetteer.places_named("Ljubljana")[0]

    assert (town.geonames, town.lat, town.lon, town.capital) == (3196359, 46.051, 14.505, True)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Azerbaijani", "AZ"),
        ("Azeris", "AZ"),
        ("azerbaïdjanaise", "AZ"),
        ("aserbaidschanischen", "AZ"),
        ("azerbaiyanos", "AZ"),
        ("Armenian", "AM"),
        ("italiennes", "IT"),
        ("española", "ES"),
        ("Türkiye", "TR"),
        ("UK", "GB"),
        ("Ruritanian", ""),
        ("ceremony", ""),
    ],
)
def test_adjectives_and_inhabitants_tell_the_country(word, code):
    assert gazetteer.country_of(word) == code


def test_what_no_place_is_called_is_no_place():
    assert [gazetteer.is_place(name) for name in ("Vilnius", "Peru", "Commemoration")] == [
        True,
        True,
        False,
    ]


def test_a_country_goes_by_names_in_each_language():
    assert gazetteer.is_name_in("Allemagne", "DE", "fr")
    assert not gazetteer.is_name_in("Allemagne", "DE", "es")
    assert gazetteer.is_name_in("Germany", "DE", "es")


def test_usual_names_are_those_of_english_papers():
    names = [gazetteer.country(code).name for code in ("BA", "CZ", "TR", "GB", "CI")]

    assert names == [
        "Bosnia and Herzegovina",
        "Czech Republic",
        "Turkey",
        "United Kingdom",
        "Ivory Coast",
    ]


def test_a_country_has_a_capital():
    assert gazetteer.capital_of("AM").name == "Yerevan"
    assert gazetteer.capital_of("XX") is None


def test_a_land_tells_its_country():
    land = gazetteer.places_named("Bavaria")[0]

    assert (land.kind, land.country_code) == ("region", "DE")
