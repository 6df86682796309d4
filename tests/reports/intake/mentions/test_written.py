"""The day a report was written where only its dateline tells, and the year by what else is told."""

import pytest

from reports.intake.reading import propose

COUNTED = """\
25 years since the fire of Lund

LUND, February 24, EXA

25 years ago the mill of Lund burnt down. The fire of 26 February 1992 was remembered in the park.
"""
COUNTED_IN_GERMAN = """\
Minute des Schweigens

Berlin, den 22. Januar (EXA). Mit einer Feier wurde in Berlin des 21. Jahrestages des Brandes \
gedacht. Das Feuer des Jahres 1990 bleibe unvergessen, sagte Anna Nowak.
"""
RIGHTS = """\
Photographs shown in Lund

LUND, Sept. 23 (EXA) -- A photo exhibition opened at the Museum of Salt on Monday.

It was opened by Anna Nowak, head of the museum, in the presence of many guests.

Copyright © 2024 The Example. All Rights Reserved
"""
OF_A_MONTH = """\
date 2020-02

Fire of Lund remembered

Malmo, February 25, EXA

The fire was remembered in the park by many.
"""
BESIDE_A_TAG = """\
Fire of Lund remembered

The fire was remembered in the park by many, and no one had forgotten it.

20 January 2016-01-19 11:08:00
"""
OF_TWO_FIRES = """\
Fires of Lund remembered

LUND, February 24, EXA

The 25th anniversary of the fire was marked in the park. It burnt in 1992 and again in 1998.
"""

TODAY = """\
Films at the Institute

Today, on the 18th of December 2019, the Institute of Lund showed a film about the harbour to its
students. They spoke about it for an hour.
"""


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (COUNTED, "2017-02-24"),
        (COUNTED_IN_GERMAN, "2011-01-22"),
        (RIGHTS, "2024-09-23"),
        (OF_A_MONTH, "2020-02-25"),
        (BESIDE_A_TAG, "2016-01-19"),
        (OF_TWO_FIRES, "None"),
        (TODAY, "2019-12-18"),
    ],
)
def test_the_year_of_a_dateline_follows_from_the_report(text, published):
    assert str(propose(text).copy.published) == published
