import pytest

from reports.intake.mentions.organizations import find_organizations
from reports.intake.mentions.people import find_people
from reports.intake.mentions.statements import find_statements
from tests.factories.copies import document_of


def said_in(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    document = document_of(text, language=language)
    people = find_people(document, find_organizations(document))
    return [(one.person, one.kind, one.text) for one in find_statements(document, people)]


@pytest.mark.parametrize(
    "text",
    [
        "“We remember every lorry,” said Anna Nowak.",
        "“We remember every lorry,” said Mayor Anna Nowak, who opened the day.",
        "“We remember every lorry,” Anna Nowak said.",
        "Anna Nowak said: “We remember every lorry,”",
        "Anna Nowak told the guests:\n\n“We remember every lorry,”",
        "Anna Nowak opened the day. “We remember every lorry,” she said.",
        "Mayor Anna Nowak opened the day. “We remember every lorry,” the mayor added.",
    ],
)
def test_statements_have_their_speaker(text):
    assert said_in(text) == [("Anna Nowak", "quote", "We remember every lorry,")]


def test_nobody_named_in_a_quotation_says_it():
    text = (
        "Minister Emin Duran spoke. “Our Prime Minister Anna Nowak gave us the house, "
        "and we thank her for it,” the minister said."
    )

    assert [person for person, _, _ in said_in(text)] == ["Emin Duran"]


def test_statements_broken_by_their_attribution_are_one():
    text = "“We remember every lorry,” said Anna Nowak. “And we will not forget it.”"

    assert said_in(text) == [
        ("Anna Nowak", "quote", "We remember every lorry, And we will not forget it.")
    ]


def test_statements_of_several_sentences_belong_to_who_closes_them():
    text = "“We came by lorry. We remember it well,” said Anna Nowak."

    assert said_in(text) == [("Anna Nowak", "quote", "We came by lorry. We remember it well,")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Nowak noted that the river was low.",
        "According to Anna Nowak, the river was low.",
        "Emin Duran and the poet sang before Mayor Anna Nowak. The mayor said the river was low.",
    ],
)
def test_statements_are_reported_without_quotation_marks(text):
    ((person, kind, _),) = said_in(text)

    assert (person, kind) == ("Anna Nowak", "paraphrase")


@pytest.mark.parametrize(
    "text",
    [
        "The film “Two Rivers” was shown.",
        "The campaign “Justice for Rivers” goes on.",
        "A message of Anna Nowak was shown.",
    ],
)
def test_statements_are_not_titles_or_slogans(text):
    assert said_in(text) == []


def test_statements_of_a_quotation_that_goes_on_are_of_who_began_it():
    text = "Anna Nowak explained: “The river is low today. It will rise again in spring.”"

    assert said_in(text) == [
        ("Anna Nowak", "quote", "The river is low today. It will rise again in spring.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The day was opened by Anna Nowak, who said that the river was low.",
        "After a song, performed by Emin Duran, Mayor Anna Nowak said that the river was low.",
        "Anna Nowak met Emin Duran. Then she said that the river was low.",
        "The mayor, Anna Nowak, met Emin Duran. The mayor made a speech, where she recalled him.",
        "Anna Nowak spoke briefly about the river.",
        "As noted by Anna Nowak, the river was low.",
        "Anna Nowak said by telephone that the river was low.",
    ],
)
def test_statements_are_of_the_subject_of_the_verb(text):
    assert [person for person, _kind, _text in said_in(text)] == ["Anna Nowak"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Nowak spoke first.",
        "Father Emin Duran said grace.",
        "There was a play entitled “It was a night of rain,” which reflected on Anna Nowak.",
        "Anna Nowak laid roses at the bust of Emin Duran, who came to Bonn, where he praised it.",
    ],
)
def test_statements_are_no_formulas_titles_or_history(text):
    assert said_in(text) == []


def test_statements_need_no_speaker_where_a_language_drops_it():
    text = "La alcaldesa Anna Nowak abrió el acto. «El río está bajo este año», expresó."

    assert said_in(text, "es")[-1] == ("Anna Nowak", "quote", "El río está bajo este año")


def test_statements_are_read_behind_a_compound_verb():
    text = "« La rivière est basse cette année », a déclaré Anna Nowak."

    assert said_in(text, "fr") == [("Anna Nowak", "quote", "La rivière est basse cette année")]
