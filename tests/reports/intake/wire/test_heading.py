"""Which line over a report is its headline."""

import pytest

from reports.intake.document import Span
from reports.intake.wire import parse_wire
from tests.reports.intake.test_wire import words


def test_first_of_two_lines_of_words_is_the_headline():
    copy = parse_wire(
        "Lanterns float in the harbour of Split\n"
        "Several hundred people were there on Sunday evening\n"
        "May 2, 2026\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n"
    )

    assert words(copy, copy.headline) == "Lanterns float in the harbour of Split"


def test_one_paragraph_has_no_headline():
    text = "The embassy marked Independence Day with a reception for two hundred guests on Friday."

    copy = parse_wire(text)

    assert (copy.headline, copy.paragraphs) == (None, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Lantern evening in Split, 2 May 2026\n\nPosted by: Ana Reyes", 0),
        ("Record 341\n\nTitle\nLantern evening of the town", 3),
        ("Lanterns float in Split\n\nMay 2, 11:20 UTC+1 SPLIT", 0),
        ("The Lantern – Bulletin of the Friends of Split\n\nLantern evening in Split", 2),
        ("The Split Lantern\nNews · Sport · Sea\n\nLanterns float by night\nMay 2, 2026", 3),
        ("The Lantern\nHarbour news from near and far\n\nFriends float lanterns\nMay 2, 2026", 3),
    ],
)
def test_headline_is_told_from_what_stands_beside_it(above, headline):
    copy = parse_wire(
        f"{above}\n\nSeveral hundred people floated lanterns in the harbour of Split on Sunday.\n"
    )

    assert words(copy, copy.headline) == above.split("\n")[headline]


def test_a_sentence_whose_end_is_missing_is_no_headline():
    begun = (
        "An evening for the crew of the lifeboat that was lost in the great storm off the coast of "
    )
    begun += "Split in the winter of the year"

    copy = parse_wire(
        f"{begun}\n\nGuests came from the islands. Mayor Ana Reyes spoke.\n\nTea was served.\n"
    )

    assert copy.headline is None
    assert words(copy, copy.paragraphs[0]) == begun


def test_headline_is_kept_without_what_announces_pictures():
    copy = parse_wire(
        "Wreaths laid at the Danube memorial in Novi Sad (PHOTOS)\n\n"
        "Wreaths were laid on Friday at the Danube memorial in Novi Sad by several embassies.\n"
    )

    assert words(copy, copy.headline) == "Wreaths laid at the Danube memorial in Novi Sad"
    assert copy.photos == 1
