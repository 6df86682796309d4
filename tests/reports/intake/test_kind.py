from dataclasses import replace

import pytest

from reports.intake.kind import what_kind
from reports.intake.mentions.programme import find_programme
from reports.intake.proposal import Value
from tests.reports.intake.mentions.test_quotations import document_of


def kind(headline: str, *body: str, language: str = "en") -> str:
    document = replace(document_of(headline, *body), language=language)
    top = document.sentences[0]._replace(paragraph=-1)
    document = replace(document, sentences=(top, *document.sentences[1:]))
    return what_kind(document, find_programme(document, []), None).value


@pytest.mark.parametrize(
    ("headline", "lead", "expected"),
    [
        ("City remembers flood victims", "A ceremony was held on Sunday.", "commemoration"),
        ("Embassy marks Independence Day", "Guests filled the hall.", "national_day"),
        ("Exhibition on bridges opens", "It shows forty models of bridges.", "exhibition_opening"),
        ("Ana Reyes launches new novel", "Readers filled the library.", "book_presentation"),
        ("Documentary on salt screened", "Students filled the cinema.", "film_screening"),
        ("Basque Cinema Days open", "They are for the years of independence.", "film_screening"),
        ("Vigil for miners", "Forty people came to the square.", "vigil"),
        ("Archivists meet in Oslo", "A conference on paper began today.", "conference"),
        ("Hundreds rally for clean water", "They demanded new pipes.", "protest"),
        ("Evening of cello music", "A concert filled the old hall.", "concert"),
        ("Town celebrates Novruz", "There were dances and sweets.", "cultural_celebration"),
        ("Consul gives dinner", "Forty guests came to the reception.", "reception"),
        ("Bridge closed for repairs", "Cars take the road by the river.", "other"),
        ("Nurses on the streets", "They marched on the health ministry.", "protest"),
        ("Neighbours mourn two boys", "They gathered with candles on Sunday.", "vigil"),
        (
            "Consul meets readers",
            "The Basque translation of her novel was launched.",
            "book_presentation",
        ),
        ("Mayor at the Concert Hall", "He met forty pupils from six schools.", "other"),
        ("A fado night in Oslo", "Guests filled the hall on Friday.", "concert"),
        ("“Salt and Snow” presented in Hungarian", "Readers filled the hall.", "book_presentation"),
        ("Flood victims honoured in Oslo", "Guests filled the hall.", "commemoration"),
    ],
)
def test_kind_follows_from_headline_and_lead(headline, lead, expected):
    assert kind(headline, lead) == expected


def test_a_commemoration_with_a_film_is_a_commemoration():
    assert (
        kind(
            "Victims of the flood remembered",
            "A commemorative evening was held in the town hall.",
            "A film was shown and a choir sang.",
        )
        == "commemoration"
    )


def test_a_reception_on_a_national_day_is_a_national_day():
    lead = "The embassy gave a reception on the occasion of the Independence Day of the republic."

    assert kind("Reception at the embassy", lead) == "national_day"
    assert kind("Reception at the embassy", "The embassy gave a reception.") == "reception"


def test_a_concert_for_the_dead_is_a_concert():
    lead = "Guests filled the hall for a concert to commemorate the victims of the flood."

    assert kind("Flood victims remembered", lead) == "concert"


def test_a_concert_on_a_national_day_is_a_concert_by_its_headline():
    lead = "A concert was held on the occasion of the Independence Day of the republic."

    assert kind("Concert at the embassy", lead) == "concert"


def test_what_the_report_calls_a_vigil_further_down_is_one():
    assert (
        kind(
            "City remembers the miners",
            "Hundreds came to the square to honour the victims.",
            "The vigil was organized by the union.",
            "The vigil ended at nine.",
        )
        == "vigil"
    )


def test_a_quotation_or_title_tells_no_kind():
    assert kind("Book “The Last Concert” presented", "Readers came.") == "book_presentation"


def test_the_programme_tells_where_the_opening_does_not():
    assert (
        kind("An evening in June", "Ana Reyes was there.", "Guests saw an exhibition.") == "other"
    )
    assert (
        kind("An evening in June", "Wreaths were laid.", "A minute of silence was observed.")
        == "commemoration"
    )


def test_an_empty_text_is_of_no_kind():
    assert what_kind(replace(document_of("-"), sentences=()), [], None) == Value(
        "other", confidence=0.2
    )


@pytest.mark.parametrize(
    ("language", "headline", "expected"),
    [
        ("fr", "Hommage aux fusillés", "commemoration"),
        ("fr", "Vernissage de l’exposition à Lyon", "exhibition_opening"),
        ("de", "Gedenkfeier in Ulm", "commemoration"),
        ("de", "Empfang zum Nationalfeiertag", "national_day"),
        ("es", "Presentan la novela en Quito", "book_presentation"),
        ("es", "Marcha contra la violencia", "protest"),
        ("az", "İzmirdə Novruz şənliyi", "cultural_celebration"),
        ("de", "Feier zum Tag der Baskischen Einheit", "national_day"),
    ],
)
def test_kind_is_read_in_other_languages(language, headline, expected):
    assert kind(headline, language=language) == expected
