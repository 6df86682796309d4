"""What matched is marked as it is written, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from events.search.highlight import marked, snippet, words_of
from events.search.query import All, Either, Mark, Phrase


def test_marked_marks_words_as_they_are_written():
    wanted = {"xocali", "obriens", "34th"}

    assert marked("Xocalı – the 34th: O’Brien's <b>", wanted) == (
        "<mark>Xocalı</mark> – the <mark>34th</mark>: <mark>O’Brien&#x27;s</mark> &lt;b&gt;"
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_marked_changes_nothing_but_the_marks(text):
    shown = str(marked(text, {"a", "b"}))

    assert shown.replace("<mark>", "").replace("</mark>", "") == str(marked(text, set()))


def test_snippet_shows_where_most_of_the_words_stand():
    text = (
        "silence " + "word " * 100 + "**A minute** of [silence](https://example.org) was held." * 2
    )

    piece = snippet(text, {"minute", "silence"})

    assert piece.startswith("… word word")
    assert "A <mark>minute</mark> of <mark>silence</mark> was held." in piece
    assert "example.org" not in piece


def test_snippet_of_a_text_without_the_words_is_empty():
    assert snippet("Nothing here", {"silence"}) == ""
    assert snippet("", {"silence"}) == ""


def test_words_of_a_question_are_those_of_its_phrases():
    wanted = All((Phrase(("a", "b")), Either((Phrase(("c",)), Mark(":place:1")))))

    assert words_of(wanted) == {"a", "b", "c"}
