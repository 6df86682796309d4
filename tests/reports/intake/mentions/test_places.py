import pytest

from reports.intake.document import Span
from reports.intake.mentions.places import find_places
from tests.factories.copies import document_of


def places_in(text: str, language: str = "en", *kinds: str) -> list[tuple[str, str]]:
    found = find_places(document_of(text, language=language))
    return [(one.english, one.country_code) for one in found if one.kind in kinds]


def towns_in(text: str, language: str = "en") -> list[tuple[str, str]]:
    return places_in(text, language, "city")


def venues_in(text: str, language: str = "en") -> list[str]:
    return [name for name, _code in places_in(text, language, "venue")]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A vigil was held in Brussels.", ("Brussels", "BE")),
        ("A vigil was held in London, Ontario.", ("London", "CA")),
        ("A vigil was held in Paris, Texas.", ("Paris", "US")),
        ("The band came to Lviv, Ukraine.", ("Lviv", "UA")),
        ("In Canada, people met in Hamilton.", ("Hamilton", "CA")),
        ("Guests from Frankfurt came.", ("Frankfurt", "DE")),
        ("They met in Brooklyn.", ("New York", "US")),
        ("A fair was held in Xi’an.", ("Xi’an", "CN")),
        ("A fair was held in St John’s.", ("St. John's", "CA")),
        ("They met in the Georgian capital.", ("Tbilisi", "GE")),
        ("They met in Virginia Beach on 3 May.", ("Virginia Beach", "US")),
        ("They met in Newtown, Conn.", ("Newtown", "US")),
        ("They met in New Delhi.", ("New Delhi", "IN")),
    ],
)
def test_towns_are_chosen_by_what_stands_around_them(text, town):
    assert towns_in(text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "The March of the Living began.",
        "In May the Republic was founded.",
        "Memorial speeches were read by Independence Hall pupils.",
        "Salt and bread were offered.",
        "A rally was held outside the UN office.",
        "The Institute of Oral History said so.",
    ],
)
def test_everyday_words_are_no_towns(text):
    assert towns_in(text) == []


def test_countries_are_named_in_the_language_of_the_report():
    assert places_in("The delegation of Côte d’Ivoire", "en", "country") == [("Ivory Coast", "CI")]
    assert places_in("Die Gäste aus Österreich kamen.", "de", "country") == [("Austria", "AT")]
    # In Azerbaijani this is Yemen; in English a surname.
    assert places_in("The raga of Yaman", "en", "country") == []


def test_names_in_what_is_taken_are_marked():
    text = "The Vienna Choir sang in Vienna."
    document = document_of(text)

    inside = [place.inside for place in find_places(document, [Span(4, 16)])]

    assert inside == [True, False]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("It was held at the Danube House in Linz.", "Danube House"),
        ("It was held at the Museum of Glass in Lisbon.", "Museum of Glass"),
        ("They met on Independence Square.", "Independence Square"),
        ("They met in front of the Cathedral of St. Sava.", "Cathedral of St. Sava"),
        ("It opened at the Cultural and Educational Center.", "Cultural and Educational Center"),
        ("It was held at the Embassy of Georgia in Latvia.", "Embassy of Georgia"),
        ("It was held at the Georgian embassy in Riga.", "Georgian embassy"),
        ("They gathered at Maison de la Paix.", "Maison de la Paix"),
        ("They gathered at the old railway station in Graz.", "old railway station"),
        ("Balloons rose over Thessaloniki’s White Tower today.", "White Tower"),
        ("Crowds filled the Orpheum Hall in Graz.", "Orpheum Hall"),
        ("It took place at the Writers’ House of Georgia.", "Writers’ House of Georgia"),
        ("They met in the house of the Riga community.", "house of the Riga community"),
        ("It was held at the Rotunda.", "Rotunda"),
        ("Candles burned on Y Street.", "Y Street"),
        ("A fair opened at Hotel Southern Star today.", "Hotel Southern Star"),
        ("It was given in the “Grand Birch” hotel in Sofia.", "“Grand Birch” hotel"),
        ("It was held in the splendid Salle Berlioz in Graz.", "Salle Berlioz"),
        ("It was held in the Salon des roses on Friday.", "Salon des roses"),
        ("It opened at Perth Museum and Art Gallery.", "Perth Museum and Art Gallery"),
        ("It is on the ground floor of the Birch House.", "Birch House"),
        ("It unfolded within the walls of the Red Palace of Culture.", "Red Palace of Culture"),
    ],
)  # fmt: skip
def test_venues_are_known_by_their_make(text, venue):
    assert venue in venues_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was held at a local hotel in Ghent.",
        "It was held at a Ghent hotel.",
        "It was held in association with the mayor.",
        "They met at the ceremony on Friday.",
        "He spoke at the General Assembly.",
    ],
)
def test_what_is_no_certain_place_is_no_venue(text):
    assert venues_in(text) == []


@pytest.mark.parametrize(
    ("language", "text", "venue"),
    [
        ("fr", "La cérémonie a eu lieu devant le monument aux morts.", "monument aux morts"),
        ("fr", "Il a eu lieu à la Maison des Associations à Lyon.", "Maison des Associations"),
        ("de", "Die Lesung fand im Literaturhaus Salzburg statt.", "Literaturhaus Salzburg"),
        ("de", "Die Feier fand im Roten Rathaus statt.", "Roten Rathaus"),
        ("es", "El acto se celebró en la plaza Zitarrosa de Montevideo.", "plaza Zitarrosa"),
        ("es", "Se leyó en el Teatro Alba de Quito la antología.", "Teatro Alba"),
        ("fr", "Il est au Centre culturel coréen de Paris.", "Centre culturel coréen de Paris"),
        ("fr", "Une plaque a été dévoilée, quai de la Fosse.", "quai de la Fosse"),
        ("az", "Gecə \"Lalə\" Konsert Salonunda keçirilib.", '"Lalə" Konsert Salonu'),
        ("az", "Gecə “Lalə” Mərkəzinin böyük zalında olub.", "“Lalə” Mərkəzi"),
        ("az", "Gecə “Lalə” kitab evində olub.", "“Lalə” kitab evi"),
        ("az", "Tədbir Bakıda Opera və Balet Teatrında keçirilib.", "Opera və Balet Teatrı"),
    ],
)  # fmt: skip
def test_venues_are_read_in_other_languages(language, text, venue):
    assert venues_in(text, language) == [venue]


def test_towns_are_read_with_the_endings_of_their_language():
    assert towns_in("Tədbir Brüsseldə keçirilib.", "az") == [("Brussels", "BE")]
    assert towns_in("Die Feier fand im Berliner Rathaus statt.", "de") == [("Berlin", "DE")]


def test_a_park_tells_its_town_only_where_that_is_named_elsewhere():
    assert towns_in("They met in Jackson Park.") == []
    assert ("Jackson", "US") in towns_in("They met in Jackson Park. People in Jackson came.")
