import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.intake.mending import legible, mended


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("the countryâ€™s day", "the country’s day"),
        ("MÃ¼ller in KÃ¶ln", "Müller in Köln"),
        ("AzÉ™rbaycan ÅŸÉ™hidlÉ™ri", "Azərbaycan şəhidləri"),
        ("&quot;A&quot; &amp; B&#39;s", '"A" & B\'s'),
        ("&amp;quot;A&amp;quot;", '"A"'),
        ("comme\u00admora\u200btion\0", "commemoration"),
        ("ﬁre bri­gade", "fire brigade"),
        ("cafe\u0301", "café"),
        ("ÉTÉ – 2026", "ÉTÉ – 2026"),
    ],
)
def test_text_is_made_legible(damaged, whole):
    assert legible(damaged) == whole


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ('the country"s day', "the country’s day"),
        ("people´s and don?t", "people’s and don’t"),
        ("l`ambassade", "l’ambassade"),
        ('the "Novella"s reader', 'the "Novella"s reader'),
        ('"Report"un xəbəri', '"Report"un xəbəri'),
        ("a\xa0b\tc\x96d\x92", "a b c–d’"),
        ("Really? So", "Really? So"),
    ],
)
def test_damaged_marks_are_mended_one_for_one(damaged, whole):
    assert mended(damaged) == whole


@given(st.text())
def test_mending_keeps_the_length(text):
    assert len(mended(text)) == len(text)
