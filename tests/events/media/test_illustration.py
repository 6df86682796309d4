import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from events.media import illustration
from events.media.illustration import KINDS, SIZE, illustration_file, paint
from events.media.intake import check_file


@pytest.mark.parametrize("kind", KINDS)
def test_paint_is_the_same_for_the_same_seed(kind):
    first = paint(kind, "brussels-2026")

    assert first.size == SIZE
    assert first.tobytes() == paint(kind, "brussels-2026").tobytes()


def test_paint_differs_by_seed():
    pictures = {paint("candle", seed).tobytes() for seed in "abc"}

    assert len(pictures) == 3


def test_paint_of_an_unknown_kind_is_refused():
    with pytest.raises(KeyError):
        paint("photograph")


def test_illustration_file_is_taken_like_any_upload():
    assert check_file(illustration_file("wreath", "a")).size == SIZE


def test_illustrations_wear_the_colours_of_the_pages():
    stylesheet = Path(finders.find("css/tokens.css")).read_text()
    known = set(re.findall(r"#[0-9a-f]{6}", stylesheet))
    ours = {
        getattr(illustration, name)
        for name in "PAPER SHADE INK SOFT HAIRLINE EDGE ACCENT ACCENT_SHADE ALERT".split()
    }

    assert ours <= known
