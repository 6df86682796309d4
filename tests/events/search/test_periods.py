"""The periods a search is looked through in hold every day once, nearest first."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.search.periods import windows


def test_periods_grow_from_the_newest_month():
    found = [
        (str(window.first), str(window.last), len(window.marks))
        for window in windows(date(1996, 5, 3), date(2026, 2, 23))
    ]

    assert found == [
        ("2026-02-01", "2026-02-28", 1),
        ("2025-12-01", "2026-01-31", 2),
        ("2025-03-01", "2025-11-30", 9),
        ("2021-01-01", "2025-02-28", 5),
        ("1996-05-01", "2020-12-31", 0),
    ]


@pytest.mark.parametrize("ascending", [False, True])
@given(
    st.tuples(st.dates(), st.dates()).map(sorted)
    | st.sampled_from([[date.min, date.max], [date.min, date.min], [date.max, date.max]])
)
def test_periods_follow_one_another_without_a_gap(ascending, days):
    first, last = days

    found = list(windows(first, last, ascending=ascending))
    if not ascending:
        found.reverse()

    assert found[0].first <= first
    assert found[-1].last >= last
    for earlier, later in pairwise(found):
        assert later.first.toordinal() == earlier.last.toordinal() + 1
    for window in found:
        years = {mark[:5] for mark in window.marks}
        assert not years or {f":{day.year:04d}" for day in window[:2]} <= years
