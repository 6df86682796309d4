from datetime import date

import pytest
from django.utils import translation

from events.dates import PartialDate
from events.written_dates import UnreadableDate, read_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-02-23", "2026-02-23"),
        ("2026-2-3", "2026-02-03"),
        ("2026/02/23", "2026-02-23"),
        ("23.2.2026", "2026-02-23"),
        ("2.3.2026", "2026-03-02"),
        ("23. 2. 2026", "2026-02-23"),
        ("23/02/2026", "2026-02-23"),
        ("02/23/2026", "2026-02-23"),
        ("02/02/2026", "2026-02-02"),
        ("23 February 2026", "2026-02-23"),
        ("23 feb. 2026", "2026-02-23"),
        ("23rd of February, 2026", "2026-02-23"),
        ("February 23, 2026", "2026-02-23"),
        ("Monday, 23 February 2026", "2026-02-23"),
        ("Sept 2026", "2026-09"),
        ("Feb 2026", "2026-02"),
        ("2026-02", "2026-02"),
        ("2/2026", "2026-02"),
        ("2026", "2026"),
    ],
)
def test_read_date_takes_what_people_write(text, iso):
    assert read_date(text) == PartialDate.parse(iso)


def test_read_date_refuses_what_could_be_two_days():
    with pytest.raises(UnreadableDate, match=r"This could be two days.*2026-03-02"):
        read_date("02/03/2026")


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2026",
        "2026-13",
        "2026-00",
        "99999",
        "tomorrow",
        "23",
        "Feb",
        "31.4.2026",
        "٢٠٢٦",
    ],
)
def test_read_date_refuses_what_is_no_date(text):
    with pytest.raises(UnreadableDate):
        read_date(text)


def test_read_date_knows_the_months_of_the_page():
    with translation.override("fr"):
        assert read_date("23 février 2026").first == date(2026, 2, 23)
        assert read_date("23 February 2026").first == date(2026, 2, 23)
