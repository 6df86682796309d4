from pathlib import Path

import pytest

from reports.intake.html import is_html, text_of_html
from reports.intake.wire import parse_wire

PAGE = (Path(__file__).parents[2] / "samples" / "wire" / "page.html").read_text(encoding="utf-8")


def test_html_becomes_paragraphs_without_scripts_and_navigation():
    assert text_of_html(PAGE) == (
        "Hundreds light candles in Graz\n\n"
        "2025-06-11 19:05\n\n"
        "Several hundred people gathered on the main square of Graz on Wednesday evening & lit "
        "candles for the victims of the flood.\n\n"
        "The bells of the cathedral rang\nfor ten minutes.\n\n"
        "• Mayor Helga Fuchs spoke first and thanked the fire brigade for its help.\n\n"
        "Photo: Candles on the square\n\n"
        "Source: Steirer Post"
    )


def test_html_is_read_as_a_report():
    copy = parse_wire(text_of_html(PAGE))

    assert copy.clean[slice(*copy.headline)] == "Hundreds light candles in Graz"
    assert (str(copy.published), copy.source, copy.photos) == ("2025-06-11", "Steirer Post", 1)
    assert len(copy.paragraphs) == 3


def test_html_without_a_heading_has_its_title():
    text = text_of_html(
        "<title>Vigil in Tampere | Kuvalehti</title><p>About fifty people came.</p>"
    )

    assert text == "Vigil in Tampere | Kuvalehti\n\nAbout fifty people came."


def test_html_tells_the_day_that_only_machines_are_told():
    page = '<meta property="article:published_time" content="2026-02-03T08:00Z"><h1>A</h1><p>B</p>'

    assert text_of_html(page) == "Published: 2026-02-03 08:00\n\nA\n\nB"


def test_html_nested_without_end_is_read_without_its_tags():
    assert text_of_html("<div>" * 20_000 + "<script>x</script>One<b>two") == "One\n\ntwo"


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!DOCTYPE html><title>A</title>", True),
        ("<p>One paragraph</p>", True),
        ("Copied\n<p>One</p><p>Two</p>", True),
        ("Attendance < 200 and > 100", False),
        ("<Embargoed> until Friday", False),
        ("", False),
    ],
)
def test_markup_is_told_from_text(text, markup):
    assert is_html(text) is markup
