"""Dates at the precision they are known to."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from events.dates import DatePrecision, PartialDate, format_date, format_period, last_day


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "label"),
    [
        ("2026-02-23", date(2026, 2, 23), date(2026, 2, 23), "day", "23 February 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month", "February 2024"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year", "2026"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year", "0001"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month", "December 9999"),
    ],
)
def test_partial_date_reads_a_day_a_month_or_a_year(text, first, last, precision, label):
    known = PartialDate.parse(text)

    assert (known.first, known.last, known.precision) == (first, last, precision)
    assert known.label == label
    assert str(known) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "2024-02-30", "2026-13", "2026-00", "2026-01-00", "0000", "99999", "26", "2026-2"),
        *(
            "2026-02-23T00:00",
            " 2026",
            "2026\n",
            "-2026",
            "２０２６",
            "٢٠٢٦",
            "1" * 5000,
            "2026-02-",
        ),
    ],
)
def test_partial_date_refuses_anything_else(text):
    with pytest.raises(ValueError, match=r"day|month|year|date"):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_partial_date_of_any_text_is_a_date_or_a_value_error(text):
    try:
        known = PartialDate.parse(text)
    except ValueError:
        return
    assert str(known) == text


@given(st.dates(), st.sampled_from(DatePrecision.values))
def test_partial_date_written_and_read_is_the_same(day, precision):
    written = str(PartialDate(day, precision))

    known = PartialDate.parse(written)

    assert known.precision == precision
    assert known.first <= day <= known.last


@pytest.mark.parametrize(
    ("first", "end", "precision", "last"),
    [
        (date(2026, 2, 23), None, "day", date(2026, 2, 23)),
        (date(2026, 2, 23), date(2026, 3, 1), "day", date(2026, 3, 1)),
        (date(2026, 2, 23), None, "reported", date(2026, 2, 23)),
        (date(2024, 2, 1), None, "month", date(2024, 2, 29)),
        (date(2024, 1, 1), date(2024, 2, 1), "month", date(2024, 2, 29)),
        (date(2024, 1, 1), date(2025, 1, 1), "year", date(2025, 12, 31)),
    ],
)
def test_last_day_is_the_last_it_can_have_lasted_to(first, end, precision, last):
    assert last_day(first, end, precision) == last


@pytest.mark.parametrize(
    ("first", "end", "precision", "text"),
    [
        (date(2018, 7, 23), None, "day", "23 July 2018"),
        (date(2018, 7, 23), date(2018, 7, 23), "day", "23 July 2018"),
        (date(2018, 7, 23), date(2018, 7, 27), "day", "23–27 July 2018"),
        (date(2018, 6, 30), date(2018, 7, 2), "day", "30 June – 2 July 2018"),
        (date(2018, 12, 30), date(2019, 1, 2), "day", "30 December 2018 – 2 January 2019"),
        (date(2018, 7, 1), None, "month", "July 2018"),
        (date(2018, 7, 1), date(2018, 7, 31), "month", "July 2018"),
        (date(2018, 7, 1), date(2018, 9, 1), "month", "July 2018 – September 2018"),
        (date(2018, 1, 1), date(2018, 12, 31), "year", "2018"),
        (date(2018, 1, 1), date(2019, 1, 1), "year", "2018–2019"),
        (date(476, 9, 4), None, "year", "0476"),
        (date(2018, 7, 23), date(2018, 7, 24), "reported", "23–24 July 2018"),
    ],
)
def test_format_period_says_nothing_twice(first, end, precision, text):
    assert format_period(first, end, precision) == text


def test_format_date_speaks_the_language_of_the_page():
    with translation.override("de"):
        assert format_date(date(2026, 2, 23)) == "23 Februar 2026"


@pytest.mark.parametrize(
    ("text", "around", "parts"),
    [
        ("2024", [], [f"2024-{month:02}" for month in range(1, 13)]),
        ("2024-02", ["2024"], [f"2024-02-{day:02}" for day in range(1, 30)]),
        ("2024-02-29", ["2024", "2024-02"], []),
    ],
)
def test_partial_date_knows_what_it_lies_in_and_holds(text, around, parts):
    date = PartialDate.parse(text)

    assert [str(each) for each in date.around] == around
    assert [str(each) for each in date.parts] == parts
