from datetime import date

import pytest

from events.instruments.strip import scale_of, time_strip
from events.models.tally import Count


def address(first=None, last=None):
    return f"?from={first}&to={last or first}" if first else "?"


def strip(counts, first=None, last=None):
    counts = {iso: Count(number) for iso, number in counts.items()}
    return time_strip(counts, first=first, last=last, address=address)


def test_time_strip_of_the_whole_archive_has_a_bar_for_each_year_and_gaps():
    drawn = strip({"2023": 10, "2026": 1, "2025": 200})

    assert (drawn.scale, drawn.title, drawn.trail, drawn.wider) == ("year", "All years", [], "")
    assert [(bar.name, bar.count.number, bar.height) for bar in drawn.bars] == [
        ("2023", 10, 5),
        ("2024", 0, 0),
        ("2025", 200, 100),
        ("2026", 1, 5),
    ]
    assert drawn.bars[0].url == "?from=2023&to=2023"
    assert not any(bar.chosen for bar in drawn.bars)


def test_time_strip_of_a_year_has_twelve_months():
    drawn = strip({"2026-02": 3}, date(2026, 1, 1), date(2026, 12, 31))

    assert (drawn.scale, drawn.title) == ("month", "2026")
    assert [bar.label for bar in drawn.bars][:3] == ["Jan", "Feb", "Mar"]
    assert [bar.name for bar in drawn.bars if bar.count.number] == ["February 2026"]
    assert drawn.trail == [("All years", "?")]
    assert not any(bar.chosen for bar in drawn.bars)


def test_time_strip_of_some_months_marks_them_and_leads_back_to_the_year():
    drawn = strip({}, date(2026, 2, 10), date(2026, 3, 5))

    assert drawn.title == "10 February – 5 March 2026"
    assert [bar.iso for bar in drawn.bars if bar.chosen] == ["2026-02", "2026-03"]
    assert drawn.wider == "?from=2026&to=2026"


def test_time_strip_of_a_day_shows_its_month():
    drawn = strip({"2024-02-29": 3}, date(2024, 2, 29), date(2024, 2, 29))

    assert (drawn.scale, drawn.title, len(drawn.bars)) == ("day", "29 February 2024", 29)
    assert [(bar.label, bar.name) for bar in drawn.bars if bar.chosen] == [
        ("29", "29 February 2024")
    ]
    assert [label for label, _url in drawn.trail] == ["All years", "2024", "February 2024"]
    assert [bar.label for bar in drawn.bars if bar.tick] == ["5", "10", "15", "20", "25"]


def test_time_strip_of_some_years_marks_them():
    drawn = strip({"2020": 1, "2021": 1, "2022": 1}, date(2021, 1, 1), None)

    assert [bar.iso for bar in drawn.bars if bar.chosen] == ["2021", "2022"]
    assert (drawn.trail, drawn.title) == ([("All years", "?")], "from 2021 on")
    assert strip({}, date(2020, 1, 1), date(2021, 12, 31)).title == "2020–2021"


def test_time_strip_over_a_century_has_decades():
    drawn = strip({"1915": 1, "2019": 2, "2026": 3})

    assert len(drawn.bars) == 12
    assert (drawn.bars[0].label, drawn.bars[0].name) == ("1910s", "1910–1919")
    assert drawn.bars[-1].count == Count(3)
    assert drawn.bars[-1].url == "?from=2020&to=2029"


def test_time_strip_over_all_years_there_are_stays_small():
    drawn = strip({"0001": 1, "9999": 1})

    assert len(drawn.bars) == 100
    assert drawn.bars[0].url == "?from=0001&to=0099"


def test_time_strip_adds_up_a_capped_count_as_capped():
    counts = {"1915": Count(1), "2024": Count(1000, capped=True), "2026": Count(3)}

    drawn = time_strip(counts, first=None, last=None, address=address)

    assert drawn.bars[-1].count == Count(1003, capped=True)


def test_time_strip_of_nothing_has_no_bars():
    assert strip({}).bars == []


@pytest.mark.parametrize(
    ("first", "last", "scale"),
    [
        (None, None, "year"),
        (date(2026, 2, 1), None, "year"),
        (date(2025, 12, 1), date(2026, 1, 31), "year"),
        (date(2026, 1, 1), date(2026, 12, 31), "month"),
        (date(2026, 2, 1), date(2026, 2, 28), "day"),
        (date(2026, 2, 3), date(2026, 2, 3), "day"),
    ],
)
def test_scale_of_a_period(first, last, scale):
    assert scale_of(first, last) == scale
