import pytest

from reports.intake.mentions.organizations import find_organizations
from reports.intake.mentions.people import find_people
from reports.intake.mentions.statements import find_statements
from tests.factories.copies import document_of


def said_in(text: str) -> list[tuple[str, str, str]]:
    document = document_of(text)
    people = find_people(document, find_organizations(document))
    return [(one.person, one.kind, one.text) for one in find_statements(document, people)]


@pytest.mark.parametrize(
    "text",
    [
        "“We remember every lorry,” said Anna Nowak.",
        "“We remember every lorry,” said Mayor Anna Nowak, who opened the day.",
        "“We remember every lorry,” Anna Nowak said.",
        "Anna Nowak said: “We remember every lorry,”",
        "Anna Nowak opened the day. “We remember every lorry,” she said.",
        "Mayor Anna Nowak opened the day. “We remember every lorry,” the mayor added.",
    ],
)
def test_statements_have_their_speaker(text):
    assert said_in(text) == [("Anna Nowak", "quote", "We remember every lorry,")]


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
