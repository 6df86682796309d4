"""Sentences that leave the gathering for another town, country or year."""

import pytest

from reports.intake.mentions.elsewhere import elsewhere_in
from reports.intake.mentions.places import find_places
from reports.intake.mentions.tokens import lines_of
from tests.factories.copies import document_of

LEAD = "The mayor of Riga opened the day in Riga, the capital of Latvia. It rained a little. "


def words_left(sentence: str) -> str:
    """What of the last sentence is elsewhere."""
    document = document_of(LEAD + sentence, published="2024-05-09")
    line = lines_of(document)[-1]
    away = elsewhere_in(document, [line], find_places(document))[0]
    return " ".join(token.text for token in line.tokens[away.first :])


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("In Paris Jan Novak spoke", "In Paris Jan Novak spoke"),
        ("Meanwhile , in Paris Jan Novak spoke", "in Paris Jan Novak spoke"),
        ("Flags flew , and in Paris Jan Novak spoke", "in Paris Jan Novak spoke"),
        ("In Riga Jan Novak spoke", ""),
        ("Jan Novak , who was born in Paris , spoke", ""),
        ("In 1973 Jan Novak spoke", "In 1973 Jan Novak spoke"),
        ("In 2024 Jan Novak spoke", ""),
    ],
)
def test_elsewhere_begins_where_a_clause_names_another_place(sentence, left):
    assert words_left(sentence) == left
