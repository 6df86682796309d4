import pytest

from reports.intake.document import Document, Sentence, Span, _sentences
from reports.intake.mentions.quotations import find_quotations


def document_of(*paragraphs: str) -> Document:
    clean, sentences = "\n\n".join(paragraphs), []
    for number, paragraph in enumerate(paragraphs):
        start = sum(len(earlier) + 2 for earlier in paragraphs[:number])
        for span in _sentences(clean, Span(start, start + len(paragraph)), "en"):
            sentences.append(Sentence(span, clean[span.start : span.end], number))
    return Document(clean, "en", None, None, None, tuple(sentences))


def quoted(*paragraphs: str) -> list[str]:
    document = document_of(*paragraphs)
    return [document.clean[one.inner.start : one.inner.end] for one in find_quotations(document)]


@pytest.mark.parametrize(
    "text",
    [
        'The film "Two Rivers" was shown.',
        "The film “Two Rivers” was shown.",
        "The film ‘Two Rivers’ was shown.",
        "The film 'Two Rivers' was shown.",
        "The film ''Two Rivers'' was shown.",
        "The film ``Two Rivers'' was shown.",
        "Le film « Two Rivers » a été projeté.",
        "J’ai vu le film « Two Rivers ».",
        "La película «Two Rivers» se proyectó.",
        "Der Film „Two Rivers“ wurde gezeigt.",
        "Der Film »Two Rivers« wurde gezeigt.",
        "Der Film ,,Two Rivers“ wurde gezeigt.",
        "Filmen ”Two Rivers” visades.",
        "Film „Two Rivers” został pokazany.",
        'The film “Two Rivers" was shown.',
        "The film (“Two Rivers”) was shown.",
        'The film " Two Rivers " was shown.',
    ],
)
def test_quotations_are_read_in_every_style(text):
    assert quoted(text) == ["Two Rivers"]


@pytest.mark.parametrize(
    "text",
    [
        "The country's guests, the victims' families and the '90s.",
        "The country’s guests, the victims’ families and the ’90s.",
        "Qur‘an readers and rock ’n’ roll",
        'A screen of 5" and one of 7.5".',
    ],
)
def test_apostrophes_are_no_quotations(text):
    assert quoted(text) == []


def test_a_possessive_does_not_end_a_title_in_single_quotes():
    assert quoted("They read ‘The Sailors’ Return’ aloud.") == ["The Sailors’ Return"]
    assert quoted("'It's the miners' day,' she said.") == ["It's the miners' day,"]


def test_a_quotation_may_begin_in_the_middle_of_what_was_said():
    assert quoted('He said: "...and we stayed."') == ["...and we stayed."]


def test_a_quotation_inside_another_comes_after_it():
    assert quoted("“We saw ‘Two Rivers’ twice,” he said.") == [
        "We saw ‘Two Rivers’ twice,",
        "Two Rivers",
    ]
    assert quoted('"We saw "Two Rivers" twice," he said.') == [
        'We saw "Two Rivers" twice,',
        "Two Rivers",
    ]


def test_two_halves_of_a_quotation_are_two():
    assert quoted('"We came," he said, "and we stayed."') == ["We came,", "and we stayed."]


def test_an_unclosed_quotation_ends_with_its_sentence():
    assert quoted('He said: "We came. The choir sang.') == ["We came."]
    assert quoted("He said “we came. She said “we stayed”.") == ["we came.", "we stayed"]


def test_a_list_of_points_ends_no_quotation():
    text = "She named “two rules: 1. The first rule and 2. The second."

    assert quoted(text) == ["two rules: 1. The first rule and 2. The second."]


def test_a_speech_that_goes_on_in_the_next_paragraph_has_a_quotation_in_each():
    assert quoted("He said: “We came. We saw.", "“We stayed,” he added.") == [
        "We came. We saw.",
        "We stayed,",
    ]


def test_quotations_have_the_place_with_and_without_marks():
    (found,) = find_quotations(document_of("Le film « Deux rives » plut."))

    assert found.inner == Span(10, 20)
    assert found.outer == Span(8, 22)
