import pytest

from reports.intake.mentions.organizations import find_organizations
from tests.factories.copies import document_of


def named_in(text: str, language: str = "en") -> list[str]:
    return [one.name for one in find_organizations(document_of(text, language=language))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was held at the Embassy of Georgia in Latvia.", "Embassy of Georgia in Latvia"),
        ("It was held at the Georgian embassy in Riga.", "Georgian embassy in Riga"),
        ("Georgia’s Foreign Ministry said so.", "Georgia’s Foreign Ministry"),
        (
            "The Permanent Mission of Chad to the United Nations in Geneva agreed.",
            "Permanent Mission of Chad to the United Nations in Geneva",
        ),
        (
            "It was held by the Embassy of Chad in Belgium, Luxembourg and to the EU.",
            "Embassy of Chad in Belgium, Luxembourg and to the EU",
        ),
        ("She heads the Ministry of Culture and Sport.", "Ministry of Culture and Sport"),
        (
            "He is from the Ministry of Education, Science and Culture.",
            "Ministry of Education, Science and Culture",
        ),
        ("They met at the Institute for Memory and Records.", "Institute for Memory and Records"),
        ("The Kolo compatriots’ platform joined.", "Kolo compatriots’ platform"),
        ("The youth choir, Varpa, sang.", "Varpa"),
        ("The society “Vatra” sang.", "Vatra"),
        ("It was read by the Writers’ House of Georgia.", "Writers’ House of Georgia"),
        ("The 2nd High School of Kalamaria sang.", "2nd High School of Kalamaria"),
        ("A guard of the Baltic Battalion fired.", "Baltic Battalion"),
        ("He left the Tree of Life Synagogue early.", "Tree of Life Synagogue"),
        ("The Congregation Beth Emek sang.", "Congregation Beth Emek"),
        (
            "She leads the Friendship Group of the People’s Council of Chad.",
            "Friendship Group of the People’s Council of Chad",
        ),
        (
            "He founded the National Council on Polish Foreign Policy.",
            "National Council on Polish Foreign Policy",
        ),
        ("She sits on the Commission of Finnish writers.", "Commission of Finnish writers"),
        ("The 1902 Memory Council paid for it.", "1902 Memory Council"),
        ("The Embassy of Malta, Accra, invited them.", "Embassy of Malta, Accra"),
        ("It was sold by the Narva Jewish Community.", "Narva Jewish Community"),
        ("She is president of the Nagar Zila Sahitya Sabha.", "Nagar Zila Sahitya Sabha"),
        ("The Kolo Emre Vakfı paid for it.", "Kolo Emre Vakfı"),
        (
            "She knows the Friends of the “Vecriga” Reserve Association.",
            "Friends of the “Vecriga” Reserve Association",
        ),
        ("He spoke for the State Migration Service.", "State Migration Service"),
        (
            "It was paid for by the State Committee on Work with the Diaspora of Selpia.",
            "State Committee on Work with the Diaspora of Selpia",
        ),
        (
            "She is from the Institute for Democracy in Eastern Europe.",
            "Institute for Democracy in Eastern Europe",
        ),
        (
            "He chairs the Institute for Baltic and Pontic Studies.",
            "Institute for Baltic and Pontic Studies",
        ),
        (
            "It was paid for by the National Council for Culture, Arts and Letters (NCCAL).",
            "National Council for Culture, Arts and Letters",
        ),
        ("It was sung in the Fox and Lion Theatre.", "Fox and Lion Theatre"),
        (
            "The head of the Council of the Kolo Youth Assembly Andrej Kolovic came.",
            "Council of the Kolo Youth Assembly",
        ),
        (
            "The secretary of the Ministry of Foreign Affairs Andrejs Kolovičs came.",
            "Ministry of Foreign Affairs",
        ),
        (
            "It was shown by the Centre for Transit and Port Records (CTPR).",
            "Centre for Transit and Port Records",
        ),
        (
            "They thanked the Narva Friends of the Silk Road (NFSR).",
            "Narva Friends of the Silk Road",
        ),
        ("Anna Nowak, Regional Manager, NVB, spoke.", "NVB"),
        ("It was led by bishops of the KOC of the USA and others.", "KOC of the USA"),
        ("A dozen RNVA volunteers came.", "RNVA"),
        ("It was organized by the Benelux office of the Kolo Society.", "Kolo Society"),
        ("He works for the Kolo Foundation’s Representative Office.", "Kolo Foundation"),
        ("She is deputy mayor of the City of Debrecen.", "City of Debrecen"),
        (
            "He is chairman of the Board of the “Vecriga” Reserve Administration.",
            "“Vecriga” Reserve Administration",
        ),
        ("She is CEO of Nordbalt Energy.", "Nordbalt Energy"),
        ("TEAS France is led by the head of TEAS France.", "TEAS France"),
        (
            "He praised the University of Ghana Ariel Mensah attended.",
            "University of Ghana",
        ),
    ],
)
def test_organizations_reach_as_far_as_their_names(text, name):
    assert named_in(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The embassy was closed.",
        "Several associations and embassies took part.",
        "They walked from Cathedral Square to the Grand Hotel Union.",
        "He won the Academy Award in the Russian Federation.",
        "On Monday the Ambassador spoke of the First World War.",
    ],
)
def test_organizations_are_not_made_of_other_things(text):
    assert named_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Ministry of Culture and the Polish Embassy helped.",
            ["Ministry of Culture", "Polish Embassy"],
        ),
        (
            "It was organized by Ibuka Nord, the Kolo Foundation and Vatra.",
            ["Ibuka Nord", "Kolo Foundation", "Vatra"],
        ),
        ("It was organized by Anna Nowak.", []),
    ],
)
def test_organizations_are_told_apart_in_lists(text, names):
    assert named_in(text) == names


def test_organizations_take_their_acronym_and_are_found_by_it():
    text = "The Federation of Baltic Choirs (FBC) sang. Later FBC left."

    (found,) = find_organizations(document_of(text))

    assert (found.name, found.aliases) == ("Federation of Baltic Choirs", ("FBC",))
    assert len(found.spans) == 3


def test_organizations_named_in_another_order_are_one():
    text = (
        "It was held by the Malta-Chad Friendship Association. The chair of the Chad-Malta"
        " Friendship Association (MaChad) spoke. The Association thanked all."
    )

    (found,) = find_organizations(document_of(text))

    assert found.aliases == ("Chad-Malta Friendship Association", "MaChad")
    assert len(found.spans) == 4


def test_organizations_named_with_another_ending_are_one():
    assert named_in("The Kolo Trade and Cultural Center is the Kolo Trade and Culture Centre.") == [
        "Kolo Trade and Cultural Center"
    ]


def test_organizations_go_by_their_fullest_name():
    text = "The Chadian Embassy helped. The Embassy of Chad in Malta thanked them."

    (found,) = find_organizations(document_of(text))

    assert (found.name, found.surface) == ("Embassy of Chad in Malta", "Chadian Embassy")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Embassy of Chad helped.", "embassy"),
        ("UNESCO helped.", "international"),
        ("The Kolo Foundation helped.", "foundation"),
        ("The Riga Chamber Choir sang.", "ensemble"),
        ("It was held by the Jewish Community of Riga.", "community"),
    ],
)
def test_organizations_are_of_a_kind(text, kind):
    assert [one.kind for one in find_organizations(document_of(text))] == [kind]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "L’Association culturelle de Namur a chanté.", "Association culturelle de Namur"),
        ("fr", "Le ministère de la Culture y était.", "ministère de la Culture"),
        (
            "es",
            "La Embajada de Angola en Uruguay ayudó.",
            "Embajada de Angola en Uruguay",
        ),
        ("de", "Die Botschaft von Malta in Berlin half.", "Botschaft von Malta in Berlin"),
        (
            "fr",
            "Avec l’Association Dialogue France-Ghana (ADFG), il a chanté.",
            "Association Dialogue France-Ghana",
        ),
        ("fr", "L’ambassade française du Ghana a aidé.", "ambassade française du Ghana"),
        ("de", "Die Kolo-Stiftung half.", "Kolo-Stiftung"),
        ("de", "Das Kulturforum Narva half.", "Kulturforum Narva"),
        ("fr", "Elle a loué l’association Mémoire et Partage ici.", "Mémoire et Partage"),
        (
            "fr",
            "Il y a le Comité de coordination des jeunes de Kolo (CCJK).",
            "Comité de coordination des jeunes de Kolo",
        ),
        ("az", "Tədbirə İşlə İş üzrə Dövlət Komitəsi kömək edib.", "İşlə İş üzrə Dövlət Komitəsi"),
        (
            "az",
            "Azərbaycanın Qazandakı (Rusiya) Konsulluğu kömək edib.",
            "Azərbaycanın Qazandakı (Rusiya) Konsulluğu",
        ),
        ("az", "Konsert Gənclər Evində keçirilib.", "Gənclər Evi"),
        (
            "az",
            "Tofiq Vahid adına Musiqi Məktəbi Novruz konserti verib.",
            "Tofiq Vahid adına Musiqi Məktəbi",
        ),
    ],
)
def test_organizations_are_found_in_other_languages(language, text, name):
    assert named_in(text, language) == [name]


def test_a_plural_names_each_of_the_bodies():
    text = "Diplomats of the embassies of Peru and Chile and of the Ministries of Culture came."

    assert named_in(text) == ["Embassy of Peru", "Embassy of Chile", "Ministry of Culture"]


def test_a_consulate_general_is_the_consulate():
    text = "They met at the Consulate General of India. The Indian Consulate was closed."

    assert named_in(text) == ["Consulate General of India"]


def test_a_name_in_quotation_marks_is_a_name_of_the_body():
    (found,) = find_organizations(document_of("She leads the Association “Jews of Vilnius”."))

    assert found.aliases == ("Jews of Vilnius",)


def test_a_name_in_another_case_is_the_same_body():
    text = "Mədəniyyət Mərkəzinin sədri danışıb. Tədbiri Mədəniyyət Mərkəzi təşkil edib."

    (found,) = find_organizations(document_of(text, language="az"))

    assert (found.name, found.surface) == ("Mədəniyyət Mərkəzi", "Mədəniyyət Mərkəzinin")


def test_a_church_is_a_body_only_where_it_is_more_than_a_venue():
    assert named_in("The concert was held at St Brendan’s Church.") == []
    assert named_in("St Brendan’s Church held a concert.") == ["St Brendan’s Church"]
