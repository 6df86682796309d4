"""What was typed becomes words and phrases, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.search.query import MOST_WORDS, parse_query

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Xocalı faciəsi", ["xocali", "faciasi"]),
        ("O’Brien's  speech", ["obriens", "speech"]),
        ("NEAR(a b) OR c* -d ^e f:g {h}", ["near", "a", "b", "or", "c", "d", "e", "f", "g", "h"]),
        ('"minute of silence" Brussels', ["minute of silence", "brussels"]),
        ("„Ходжалы“ «a b»", ["khodzhaly", "a b"]),
        ('unclosed "quote here', ["unclosed", "quote", "here"]),
        ('""" " ', []),
        ("' OR 1=1 --\0\ud800", ["or", "1", "1"]),
        ("!!! …", []),
    ],
)
def test_parse_query_reads_words_and_phrases(typed, words):
    query = parse_query(typed)

    assert [" ".join(part.words) for part in query.parts] == words
    assert not query.is_cut


def test_parse_query_keeps_twelve_words_and_says_so():
    query = parse_query(" ".join("abcdefghijklmnop"))

    assert query.words == tuple("abcdefghijkl")
    assert query.is_cut
    assert parse_query('"' + "word " * 20 + '"').words == ("word",) * MOST_WORDS
    assert parse_query("a" * 100_000).words == ("a" * 60,)


@pytest.mark.parametrize(
    ("typed", "unfinished"),
    [("emin rus", "rus"), ("emin ru", ""), ('"emin rus"', ""), ('"emin" rus', "rus"), ("", "")],
)
def test_last_word_may_be_half_typed(typed, unfinished):
    assert parse_query(typed).unfinished == unfinished


@given(ANYTHING)
def test_parse_query_takes_anything(text):
    query = parse_query(text)

    assert len(query.words) <= MOST_WORDS
    assert all(word and word == word.casefold() for word in query.words)
    for word in query.words:
        word.encode()
