import pytest

from reports.intake.happening import where_held
from reports.intake.mentions.places import find_places
from reports.intake.reading import propose
from tests.factories.copies import document_of


def where(text: str, **around) -> tuple[str | None, ...]:
    document = document_of(text, **around)
    held = where_held(document, find_places(document), [])
    return tuple(one and one.value for one in (held.venue, held.city, held.country))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A vigil was held at the Danube House in Linz.", ("Danube House", "Linz", "Austria")),
        (
            "The evening was held at the Embassy of Georgia in Latvia.",
            ("Embassy of Georgia", None, "Latvia"),
        ),
        (
            "People gathered on Slavija Square in Belgrade. The roof had collapsed in Novi Sad.",
            ("Slavija Square", "Belgrade", "Serbia"),
        ),
        (
            "The march began at Rose Park and ended at Cedar Hall, where a concert took place.",
            ("Cedar Hall", None, None),
        ),
    ],
)
def test_the_place_is_that_of_the_gathering(text, place):
    assert where(text) == place


def test_the_commemorated_place_is_not_that_of_the_gathering():
    text = "An evening for the victims of the Srebrenica genocide was held in Graz."

    assert where(text) == (None, "Graz", "Austria")


def test_a_dateline_tells_the_town_unless_the_text_does():
    hosted = "A reception was given here on Tuesday."
    held = "A reception was held in Ottawa on Tuesday."

    assert where(hosted, dateline="ISLAMABAD") == (None, "Islamabad", "Pakistan")
    assert where(held, dateline="ISLAMABAD") == (None, "Ottawa", "Canada")


def test_a_town_in_headline_and_lead_beats_the_dateline():
    text = "A vigil at the Cultural Centre in Steyr on Tuesday brought many."

    held = where(text, dateline="WIEN", headline="In Steyr remembered", language="en")

    assert held[1] == "Steyr"


def test_the_town_has_its_point():
    document = document_of("A vigil was held in Linz.")

    held = where_held(document, find_places(document), [])

    assert (held.country_code, held.geonames, held.lat, held.lon) == ("AT", 2772400, 48.306, 14.286)


def test_a_dateline_beats_a_town_that_only_something_told_of_is_in():
    text = "Nurses gathered at Birch Hall to condemn the arrest of doctors in Minsk."

    assert where(text, dateline="LEICESTER") == ("Birch Hall", "Leicester", "United Kingdom")


@pytest.mark.parametrize(
    ("headline", "town"),
    [
        ("Photographs of reindeer come to Bergen", "Bergen"),
        ("“Nobody forgot”: Leeds marks 40 years since Bradford", "Leeds"),
        ("Leeds remembers the fire in Bradford", "Leeds"),
    ],
)
def test_a_headline_tells_the_town(headline, town):
    text = "Hundreds came on Sunday. Many had come from Hull. People died in Bradford."

    assert where(text, headline=headline)[1] == town


def test_an_agency_is_not_where_the_headline_is():
    text = "The month is sad in Malta. A concert was hosted in Luxembourg."

    held = where(text, headline="Dead remembered in Luxembourg", dateline="VALLETTA")

    assert held == (None, "Luxembourg", "Luxembourg")


def test_the_envoys_country_beats_a_dateline():
    text = "The ambassador to Austria opened a fair. The hall in Graz was full."

    assert where(text, dateline="LONDON")[1:] == ("Graz", "Austria")


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The week was opened in the Armenian capital.", ("Yerevan", "Armenia")),
        ("A fair was held in Hamburg-Altona.", ("Hamburg", "Germany")),
        ("The Tamil Association of Seville organised a march.", ("Seville", "Spain")),
        ("The mayor of Jena opened a show of prints.", ("Jena", "Germany")),
        ("Guests from Leeds and Hull met in Graz.", ("Graz", "Austria")),
        (
            "A concert was held in the Church of St Lawrence, Alton, England.",
            ("Alton", "United Kingdom"),
        ),
        ("The office in Rome opened a show in Linz’s Red Hall.", ("Linz", "Austria")),
        ("The Embassy of Malta, Oslo, took part in a fair in Bergen.", ("Bergen", "Norway")),
        ("The choir, which had met in Leeds, sang in Graz.", ("Graz", "Austria")),
        ("The mayor of Graz unveiled a bust on the Place de Paris.", ("Graz", "Austria")),
        (
            "Birches fell. The Graz rally was called by pupils. Rallies were also in Linz.",
            ("Graz", "Austria"),
        ),
        (
            "The London Birch Centre and the Malta Trust marked the day.",
            ("London", "United Kingdom"),
        ),
        ("A mass was held at the Church of the Kyiv Birch Friary.", ("Kyiv", "Ukraine")),
        ("A wake was held at Wayne’s Rest Cemetery in Nicosia.", ("Nicosia", "Cyprus")),
        (
            "A book was shown, with the consul of Malta in Oslo as guest, to pupils in Bergen.",
            ("Bergen", "Norway"),
        ),
        ("The Armenians of Lyon remembered. A choir from Nice sang.", ("Lyon", "France")),
        ("Graz: A show opened of pictures taken in Oslo and Bergen.", ("Graz", "Austria")),
        ("A wake was held in Leeds for the victims of Bradford.", ("Leeds", "United Kingdom")),
        ("A debate was held at Birch University Bochum.", ("Bochum", "Germany")),
        (
            "The Embassy of Peru in Rome, also accredited to Malta, met at Birch Hall in Birgu.",
            ("Birgu", "Malta"),
        ),
        ("They met in Listowel. Others met in Tralee and Dublin.", ("Listowel", "Ireland")),
        ("A mass was held in East London.", ("London", "United Kingdom")),
        ("A fair was held in Birch Village, on Sunday.", ("Birch Village", None)),
        (
            "Rallies were held in the districts of Gebze and Izmit in Istanbul.",
            ("Istanbul", "Turkey"),
        ),
    ],
)
def test_the_town_is_told_in_many_ways(text, town):
    assert where(text)[1:] == town


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Embassy of Paraguay in Ecuador celebrated. A harpist came from Lima.", "Ecuador"),
        ("The High Commission of Malta in Brunei Darussalam held a reception.", "Brunei"),
        ("Relations between Peru and Finland are good, the Ambassador of Peru said.", "Finland"),
        ("A show was opened at the National Library of Latvia.", "Latvia"),
        ("A rally was held in Cedar Camp, Malawi.", "Malawi"),
        ("The evening was held at the Malta Ambassador’s residence.", None),
        (
            """The Embassy of Peru held a fair on the anniversary of relations between Peru and
            Finland. In Peru such fairs are held in May.""",
            "Finland",
        ),
    ],
)
def test_the_country_is_that_of_the_hosts(text, country):
    assert where(text)[2] == country


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("The embassy had chosen the Birch Gallery as the venue.", "Birch Gallery"),
        ("The garden of the Embassy of Malta saw a book launch.", "garden of the Embassy of Malta"),
        (
            "A meeting opened at Cedar University. The staff is hosting the meeting at Birch Hall.",
            "Birch Hall",
        ),
        ("A march set out from Rose Park and ended at Cedar Hall.", "Cedar Hall"),
        (
            "People died in the Cedar mosque shootings. A vigil was held at Birch Hall.",
            "Birch Hall",
        ),
        ("The embassy, in collaboration with the Cedar Museum, held a fair.", "Cedar Museum"),
        ("A fair was organised by the Graz office of the Birch Society.", None),
        ("Words were said for those killed at Cedar Church. They met at Birch Hall.", "Birch Hall"),
        (
            "The Embassy of Malta held a fair. Flowers were laid at the Embassy building.",
            "Embassy of Malta",
        ),
        ("A consulate held a fair in association with the Embassy of Malta.", None),
    ],
)
def test_the_venue_is_told_in_many_ways(text, venue):
    assert where(text)[0] == venue


def test_towns_are_named_in_english():
    assert where("Die Feier fand in Köln statt.", language="de")[1:] == ("Cologne", "Germany")


def test_a_house_called_after_its_town_tells_it():
    assert where("Die Schau wurde in der Stadtbibliothek Bremen eröffnet.", language="de") == (
        "Stadtbibliothek Bremen",
        "Bremen",
        "Germany",
    )


def test_small_towns_at_home_are_known_with_their_endings():
    assert where("Salyanda tədbir keçirilib.", language="az")[1:] == ("Salyan", "Azerbaijan")


def test_a_city_state_is_its_own_town():
    assert where("A reception was held in Singapore.") == (None, "Singapore", "Singapore")


def test_a_part_of_a_town_stands_for_it():
    assert where("A rally was held in Brooklyn.")[1:] == ("New York", "United States")


def test_a_hall_without_a_name_is_no_venue():
    assert where("A film was shown in the hall. The evening was held in Graz.")[0] is None


def test_a_spelling_tells_which_of_several_towns_is_meant():
    assert where("Şuşada konsert keçirilib.", language="az")[1:] == ("Shusha", "Azerbaijan")
    assert where("A concert was held in Susa.")[1:] == ("Susa", "Tunisia")


def test_no_family_is_called_like_a_town_on_a_river():
    text = "La salle des fêtes de Villars-sur-Glâne a accueilli la soirée."

    assert where(text, language="fr")[1] == "Villars-sur-Glâne"


def test_a_part_of_town_is_not_the_town():
    assert where("A vigil was held on Civic Plaza in Downtown Graz.")[1] == "Graz"


def test_initials_are_no_town():
    assert where("A concert for NATO’s 60th anniversary was held in Kyiv.")[1] == "Kyiv"


def test_the_address_under_a_report_tells_the_town_where_nothing_else_does():
    copy = """Book presented at the library

On 2 June the National Library of Azerbaijan hosted the presentation of a book, and many came.

57 Rose street, Baku, AZ1005, Azerbaijan"""

    assert propose(copy).where.city.value == "Baku"
    assert propose(copy.replace("many came", "then in Ganja")).where.city.value == "Ganja"


def test_the_outlet_tells_the_town_that_its_report_names_as_well():
    report = (
        "Marblehead observes remembrance day\n\nResidents stood in the rain as Marblehead observed "
        "the day. Many came."
    )

    assert propose(report).where.city is None
    assert propose(f"Marblehead Current\n\n{report}").where.city.value == "Marblehead"


def test_where_people_were_killed_is_not_where_they_are_remembered():
    text = "Neighbours gathered in Rotary Park for those killed that morning at Sandy Hook School."

    assert where(text)[0] == "Rotary Park"


def test_where_several_were_killed_is_no_town_of_the_gathering():
    text = "The flag was lowered for all who were killed in New York, Washington and Boston."

    assert where(text)[1] is None


def test_a_town_that_a_calamity_is_named_after_is_not_its_place_in_any_case():
    held = propose(
        "Londonun Siti Universitetində Xocalı qurbanlarının xatirəsi anılıb\n\nLondonun Siti "
        "Universitetində Xocalı soyqırımının 34-cü ildönümünə həsr olunmuş tədbir keçirilib."
    ).where

    assert held.city.value == "London"


def test_nothing_told_is_nothing_placed():
    assert where("The choir sang five songs.") == (None, None, None)
