import pytest

from reports.intake.mentions.organizations import find_organizations
from reports.intake.mentions.people import find_people
from reports.intake.proposal import ProposedPerson
from tests.factories.copies import document_of


def people_in(text: str, language: str = "en") -> list[ProposedPerson]:
    document = document_of(text, language=language)
    return find_people(document, find_organizations(document))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Inês Pacheco da Silva spoke.", "Inês Pacheco da Silva"),
        ("Foreign Minister Jānis Ozols spoke.", "Jānis Ozols"),
        ("H.E. Ambassador Kofi Mensah-Boateng spoke.", "Kofi Mensah-Boateng"),
        ("Prof. K.M Rahman spoke.", "K.M Rahman"),
        ("Yaqub Emin oğlu Nəbizadə spoke.", "Yaqub Emin oğlu Nəbizadə"),
        ("The actor Dragan Petrović Jr. read.", "Dragan Petrović Jr."),
        ("Ambassador of Chad to Malta Polad Duraner spoke.", "Polad Duraner"),
        ("Minister for Culture K. M. Rahman spoke.", "K. M. Rahman"),
        ("Rabbi Osman Babiker el-Tayeb prayed.", "Osman Babiker el-Tayeb"),
        ("Seymur VALIYEV spoke.", "Seymur VALIYEV"),
    ],
)
def test_people_have_their_whole_name_without_a_title(text, name):
    assert [one.name for one in people_in(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Participants walked along Victor Hugo Street to Independence Square.",
        "The Heydar Aliyev Foundation and the Anna Frank School helped.",
        "On Liberation Day the National Anthem was sung in Los Angeles.",
        "The film “Two Rivers” was shown on Monday in New Delhi.",
        "Photo",
    ],
)
def test_people_are_not_made_of_other_things(text):
    assert [one.name for one in people_in(text)] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Foreign Minister Jānis Ozols spoke.", "Foreign Minister"),
        ("Chad’s Ambassador Jānis Ozols spoke.", "Chad’s Ambassador"),
        ("Jānis Ozols, head of the Kolo Foundation, spoke.", "head of the Kolo Foundation"),
        ("Jānis Ozols (director) spoke.", "director"),
        ("Jānis Ozols, 79, a baker from Riga, spoke.", "a baker from Riga"),
        ("The mayor of Riga, Jānis Ozols, spoke.", "mayor of Riga"),
        (
            "A work by pianist, conductor, and composer Jānis Ozols followed.",
            "pianist, conductor, and composer",
        ),
        ("Jānis Ozols spoke.", ""),
    ],
)
def test_people_have_their_capacity_as_stated(text, title):
    assert [one.title for one in people_in(text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Jānis Ozols, head of the Kolo Foundation, spoke.",
        "Jānis Ozols of the Kolo Foundation spoke.",
        "Jānis Ozols, who heads the Kolo Foundation, spoke.",
        "Kolo Foundation director Jānis Ozols spoke.",
        "The Kolo Foundation’s director Jānis Ozols spoke.",
    ],
)
def test_people_have_their_affiliation(text):
    assert [one.affiliation for one in people_in(text)] == ["Kolo Foundation"]


def test_people_in_a_list_keep_their_own_capacity():
    text = "Mayor Jānis Ozols, Senator Anna Nowak and writer Emin Duran spoke."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Jānis Ozols", "Mayor"),
        ("Anna Nowak", "Senator"),
        ("Emin Duran", "writer"),
    ]


def test_people_named_by_surname_later_are_one():
    text = "Jānis Ozols spoke. Mr. Ozols thanked all. Then Ozols left."

    (found,) = people_in(text)

    assert [text[span.start : span.end] for span in found.spans] == [
        "Jānis Ozols",
        "Ozols",
        "Ozols",
    ]


def test_people_named_by_surname_only_need_an_honorific():
    assert [one.name for one in people_in("President Ozols spoke. Later Kalnins left.")] == [
        "Ozols"
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le maire Gérard Monnet a parlé.", "Gérard Monnet"),
        ("de", "Der frühere Pfarrer Christoph Wendt sprach.", "Christoph Wendt"),
        ("es", "La cantante Rosa Méndez de los Santos cantó.", "Rosa Méndez de los Santos"),
        ("az", "Baş konsul Emin Duran çıxış edib.", "Emin Duran"),
    ],
)
def test_people_are_found_in_other_languages(language, text, name):
    assert [one.name for one in people_in(text, language)] == [name]
