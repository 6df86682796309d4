import pytest

from reports.intake.mentions.dates import find_dates
from tests.factories.copies import document_of

FRIDAY = "2026-02-27"


def dates_in(text: str, language: str = "en", published: str | None = FRIDAY) -> list[str]:
    found = find_dates(document_of(text, published=published, language=language))
    return [f"{date.first}/{date.last}" if date.last else str(date.first) for date in found]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("on 23 February 2026", "2026-02-23"),
        ("on Feb. 23", "2026-02-23"),
        ("on February 23rd", "2026-02-23"),
        ("on the 23rd of February", "2026-02-23"),
        ("on the 21-st of January, 2026", "2026-01-21"),
        ("on 23.02.2026", "2026-02-23"),
        ("on 2026-02-23", "2026-02-23"),
        ("on 25/02/2026", "2026-02-25"),
        ("in February 2026", "2026-02"),
        ("in 1992", "1992"),
        ("on 19–20 September 2023", "2023-09-19/2023-09-20"),
        ("on September 19-20, 2023", "2023-09-19/2023-09-20"),
        ("from 3 to 5 February", "2026-02-03/2026-02-05"),
        ("from 30 January to 2 February", "2026-01-30/2026-02-02"),
        ("on 3, 4 and 5 February", "2026-02-03/2026-02-05"),
        ("on the night of February 25-26, 1992", "1992-02-25/1992-02-26"),
        ("in 1941–1945", "1941/1945"),
        ("of 1932-33", "1932/1933"),
        ("on Saturday, November 28", "2025-11-28"),
        ("on Tuesday 10th April 2018", "2018-04-10"),
        ("at 11:25 on April 24, 2008", "2008-04-24"),
    ],
)
def test_dates_are_read_as_they_are_written(written, read):
    assert dates_in(f"The evening was held {written} in Ghent.") == [read]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("on Tuesday", "2026-02-24"),
        ("on Friday", "2026-02-27"),
        ("last Saturday", "2026-02-21"),
        ("on Monday evening", "2026-02-23"),
        ("today", "2026-02-27"),
        ("yesterday", "2026-02-26"),
        ("last night", "2026-02-26"),
        ("three days ago", "2026-02-24"),
    ],
)
def test_days_are_told_from_the_day_of_publication(told, day):
    assert dates_in(f"Hundreds gathered {told} in Ghent.") == [day]


def test_days_still_to_come_are_told_by_the_words_around_them():
    assert dates_in("A concert will be held on Tuesday.") == ["2026-03-03"]
    assert dates_in("A concert will be held on 5 May.") == ["2026-05-05"]
    assert dates_in("A concert was held on 5 May.") == ["2025-05-05"]


def test_the_next_day_follows_the_one_before_it():
    assert dates_in("It fell on 8 February. The following day we met.") == [
        "2026-02-08",
        "2026-02-09",
    ]
    assert dates_in("We met the next day.") == []
    assert dates_in("On 31 December 9999 or the next day.") == ["9999-12-31"]


def test_years_ago_name_a_year_and_how_many():
    (date,) = find_dates(document_of("The flood came thirty-four years ago."))

    assert (str(date.first), date.ago) == ("1992", 34)


@pytest.mark.parametrize(
    "text",
    [
        "Some 1500 guests came to the hall.",
        "They meet every Tuesday in the hall.",
        "The feast falls on the last Saturday of November.",
        "He spoke of Bloody Sunday.",
        "March with us, said the banner.",
        "It was the music of the 1990s.",
        "Sun Li danced for the guests.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert [date for date in dates_in(text) if len(date) > 7] == []
    assert "1500" not in dates_in(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSLO, Feb. 25: A fair opened today.", "2026-02-25"),
        ("Oslo, 25 February (Wire) – A fair opened today.", "2026-02-25"),
        # A day so long before publication is no dateline’s.
        ("Oslo, 5 January – A fair opened today.", "2026-02-27"),
        ("In Oslo, a fair opened today.", "2026-02-27"),
    ],
)
def test_today_is_the_day_of_the_dateline(text, day):
    assert dates_in(text)[-1] == day


def test_without_a_day_of_publication_a_named_year_counts():
    assert "2015-03-06" in dates_in("Harvest Day 2015 was kept on March 6.", published=None)


def test_without_a_day_of_publication_nothing_is_told_from_it():
    text = "On Tuesday and on 3 May, 34 years ago, and on 7 April 1984."

    assert dates_in(text, published=None) == ["1984-04-07"]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("fr", "La cérémonie a eu lieu mardi 3 février 2026 à Lyon.", ["2026-02-03"]),
        ("fr", "Le 1er février et hier soir, il y a 34 ans.", ["2026-02-01", "2026-02-26", "1992"]),
        ("fr", "Lundi soir, puis du 3 au 5 février.", ["2026-02-23", "2026-02-03/2026-02-05"]),
        ("de", "Die Feier fand am 23. Februar 2026 statt.", ["2026-02-23"]),
        ("de", "Vom 3. bis 5. Februar, am Mittwochabend.", ["2026-02-03/2026-02-05", "2026-02-25"]),
        ("de", "Gestern und vor 34 Jahren.", ["2026-02-26", "1992"]),
        ("es", "Se celebró el martes 24 de febrero de 2026.", ["2026-02-24"]),
        ("es", "Ayer, hace 34 años, del 3 al 5.", ["2026-02-26", "1992"]),
        ("az", "Tədbir fevralın 26-da keçirilib.", ["2026-02-26"]),
        ("az", "İyulun 12-də tədbir keçirilib.", ["2025-07-12"]),
        ("es", "Se celebró este mediodía.", ["2026-02-27"]),
        ("az", "2026-cı il fevralın 23-də və 34 il əvvəl.", ["2026-02-23", "1992"]),
    ],
)  # fmt: skip
def test_dates_are_read_in_other_languages(language, text, read):
    assert dates_in(text, language) == read


def test_spans_are_places_in_the_document():
    document = document_of("The evening was held on 23 February 2026.", headline="An evening")

    (date,) = find_dates(document)

    assert document.words_of(date.span) == "23 February 2026"
