"""A sample file for every oddity of pasted pages, in tests/samples/wire/."""

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.dates import PartialDate
from reports.intake.document import Span
from reports.intake.wire import WireCopy, parse_wire

SAMPLES = Path(__file__).parents[2] / "samples" / "wire"
PAGES = sorted(SAMPLES.glob("*.txt"))
PARTS = ("headline", "standfirst", "dateline", "dateline_date", "byline", "section")


def sample(name: str) -> WireCopy:
    return parse_wire((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))


def words(copy: WireCopy, span: Span | None) -> str | None:
    return span and " ".join(copy.clean[span.start : span.end].split())


def read(name: str) -> dict[str, object]:
    """What was found, without what was not."""
    copy = sample(name)
    found = {part: words(copy, getattr(copy, part)) for part in PARTS}
    found |= {"published": copy.published and str(copy.published), "language": copy.language}
    found |= {"source": copy.source, "paragraphs": len(copy.paragraphs), "photos": copy.photos}
    return {part: value for part, value in found.items() if value}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "prefix_and_menu",
            {
                "headline": "Riga marks 40 years of the Daugava bridge collapse",
                "section": "Society",
                "published": "2026-03-04",
                "source": "Amber Wire",
                "language": "en",
                "paragraphs": 3,
                "photos": 2,
            },
        ),
        (
            "no_headline",
            {
                "published": "2026-05",
                "source": "Nordlys Agency",
                "language": "en",
                "paragraphs": 3,
            },
        ),
        (
            "press_release",
            {
                "headline": "Exhibition on the flood of 1970 opens in Cluj",
                "published": "2025-05-14",
                "source": "Two Rivers Foundation",
                "language": "en",
                "paragraphs": 3,
            },
        ),
        (
            "broken_lines",
            {
                "headline": "Concert In Valparaiso Remembers The Sailors Of The Training Ship "
                "Aurora",
                "published": "2023-07-19",
                "source": "PACWIRE",
                "language": "en",
                "paragraphs": 3,
            },
        ),
        (
            "whole_page",
            {
                "headline": "Lantern procession in Hoi An remembers the great typhoon",
                "standfirst": "Eight hundred lanterns, one for every family that lost a roof",
                "dateline": "HOI AN",
                "byline": "Minh Chau Tran",
                "section": "Culture",
                "published": "2025-10-12",
                "source": "The Delta Courier",
                "language": "en",
                "paragraphs": 3,
                "photos": 1,
            },
        ),
        (
            "agency_dateline",
            {
                "headline": "Alpine villages ring bells for avalanche victims",
                "dateline": "BERN",
                "dateline_date": "3 June 2024",
                "published": "2024-06-03",
                "source": "Alpine Wire",
                "language": "en",
                "paragraphs": 2,
            },
        ),
        (
            "today_on_top",
            {
                "headline": "Farmers hold vigil at Lusaka parliament",
                "byline": "Thandiwe Mwale",
                "published": "2025-09-09",
                "source": "The Savanna Herald",
                "language": "en",
                "paragraphs": 2,
            },
        ),
        (
            "signed_off",
            {
                "headline": "Polish school in Reykjavik celebrates Constitution Day",
                "published": "2025-05-05",
                "source": "Embassy of Poland in Reykjavik",
                "language": "en",
                "paragraphs": 2,
            },
        ),
        (
            "notes_before",
            {
                "headline": "Bell of the lost lifeboat returns to Cork",
                "byline": "Niamh Corcoran",
                "published": "2025-04-07",
                "language": "en",
                "paragraphs": 3,
            },
        ),
        (
            "standfirst",
            {
                "headline": "Sculptor's last work unveiled in Plovdiv",
                "standfirst": "A bronze tree with three hundred leaves recalls the textile workers "
                "who died in the fire of 1965.",
                "section": "Culture",
                "published": "2024-10-03",
                "language": "en",
                "paragraphs": 2,
            },
        ),
        (
            "french_page",
            {
                "headline": "Grenoble rend hommage aux alpinistes disparus",
                "dateline": "GRENOBLE",
                "byline": "Solange Perrachon",
                "section": "Mémoire",
                "published": "2025-08-06",
                "source": "Le Quotidien des Alpes",
                "language": "fr",
                "paragraphs": 2,
            },
        ),
        (
            "azerbaijani_page",
            {
                "headline": "Tbilisidə şair Nigar Rəfibəylinin xatirə gecəsi keçirilib",
                "dateline": "Tbilisi",
                "dateline_date": "24 iyun",
                "published": "2025-06-24",
                "source": "Körpü Xəbər Agentliyi",
                "language": "az",
                "paragraphs": 2,
                "photos": 1,
            },
        ),
        (
            "right_to_left",
            {
                "headline": "أمسية موسيقية في عمّان تكريماً لضحايا الزلزال",
                "published": "2024-02-12",
                "language": "ar",
                "paragraphs": 2,
            },
        ),
        ("only_menu", {}),
    ],
)
def test_page_is_read(name, found):
    assert read(name) == found


def test_every_sample_is_tried():
    tried = {
        mark.args[1][number][0] for mark in test_page_is_read.pytestmark for number in range(14)
    }

    assert {page.stem for page in PAGES} == tried


def test_menu_and_repeated_headline_are_shed_with_the_reason():
    copy = sample("prefix_and_menu")

    assert [(words(copy, shed.span), shed.reason) for shed in copy.shed] == [
        ("date", "date line"),
        ("Harbour plan Grain prices Winter games 2026", "menu"),
        ("•", "mark"),
        ("4 March, 2026", "date line"),
        ("•", "mark"),
        ("18:45", "mark"),
        ("Riga marks 40 years of the Daugava bridge collapse", "repeated headline"),
        ("Photo", "photo"),
        ("Photo", "photo"),
    ]


def test_bureau_and_time_are_read_where_they_stand_apart():
    copy = sample("prefix_and_menu")

    assert (copy.bureau, copy.published_time) == ("Baltic bureau", time(18, 45))


def test_damaged_apostrophe_is_mended_in_the_clean_copy_only():
    copy = sample("prefix_and_menu")
    second = copy.paragraphs[1]

    assert copy.text[second.start : second.end].endswith('city"s fire brigade.')
    assert copy.clean[second.start : second.end].endswith("city’s fire brigade.")


def test_paragraph_begins_after_its_dateline():
    copy = sample("agency_dateline")

    assert words(copy, copy.paragraphs[0]).startswith("Church bells rang")


def test_an_agency_may_stand_behind_its_town_alone():
    copy = parse_wire(
        "Lanterns in Split\n\nSPLIT. ADRIAFORM – Hundreds floated lanterns on Sunday.\n"
    )

    assert (words(copy, copy.dateline), copy.source) == ("SPLIT", "ADRIAFORM")
    assert words(copy, copy.paragraphs[0]) == "Hundreds floated lanterns on Sunday."


LEAD = "Hundreds of people floated lanterns on Sunday in the harbour of Split."


@pytest.mark.parametrize(
    "opening", ["Split, Feb 23 (ADF) ", "SPLIT (AFP) ", "Split, Feb 23 (ADF) – "]
)
def test_no_dash_need_stand_behind_an_agency_in_brackets(opening):
    copy = parse_wire(f"Lanterns in Split\n\n{opening}{LEAD}\n")

    assert words(copy, copy.paragraphs[0]) == LEAD


def test_initials_in_brackets_after_a_name_are_no_dateline():
    copy = parse_wire("Lanterns in Split\n\nThe Split (SLF) Festival floated lanterns on Sunday.\n")

    assert words(copy, copy.paragraphs[0]).startswith("The Split (SLF)")


def test_a_date_known_from_elsewhere_wins():
    known = PartialDate.parse("2025-10-14")

    copy = parse_wire((SAMPLES / "whole_page.txt").read_text(), published=known)

    assert (copy.published, copy.published_span) == (known, None)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Date: Feb - 23 - 2026, 20:01", "2026-02-23"),
        ("Published: 23.02.2026, 20:01", "2026-02-23"),
        ("Posted on Monday, February 23, 2026 at 8:01 PM", "2026-02-23"),
        ("2026-02-23T20:01:00+04:00", "2026-02-23"),
        ("02/03/2026 8:01 PM", "2026-02-03"),
        ("02/03/2026", "2026-03-02"),
        ("02/23/2026", "2026-02-23"),
        ("Jo Example February 23, 2026", "2026-02-23"),
        ("General News of Monday, 23 February 2026", "2026-02-23"),
        ("23 февраля 2026 г., 20:01", "2026-02-23"),
        ("Lundi 23 février 2026 à 20h01", "2026-02-23"),
        ("4 de diciembre de 2025 - 10:15", "2025-12-04"),
        ("2026-cı il 23 fevral", "2026-02-23"),
        ("9 İyun , 2026 13:08", "2026-06-09"),
        ("Ledger.- 2026.- 28 may.- S. 11.", "2026-05-28"),
        ("16/SEP/2026", "2026-09-16"),
        ("21 Şubat 2026 Cumartesi 10:20", "2026-02-21"),
        ("2026年2月23日", "2026-02-23"),
        ("Feb 23, 2026 | 3 min read | 120 views", "2026-02-23"),
        ("Author: Jo Example — Mon 23 Feb 2026, 20:01", "2026-02-23"),
        ("Split – Monday 23 February 2026", "2026-02-23"),
        ("Harbour Ledger, 23 February 2026", "2026-02-23"),
        ("PUBLISHED: 18:47 23 February 2026", "2026-02-23"),
        ("Split: February 23rd ,2026", "2026-02-23"),
        ("Time:2026-02-23Editor:Jo ExampleSize:LargeSmall", "2026-02-23"),
        ("23 February, 20:01", None),
        ("© 2026 The Example", None),
        ("Published: 31 February 2026", None),
    ],
)
def test_publication_date_is_read_as_pages_print_it(line, published):
    copy = parse_wire(
        f"Lanterns float in the harbour of Split\n{line}\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n"
    )

    assert (copy.published and str(copy.published)) == published


def test_a_date_said_to_be_of_publication_tells_more_than_the_one_in_front():
    copy = parse_wire(
        "date 2026-01-07 Search\n\nLanterns float in the harbour of Split\n\n"
        "Published: 20:01 23 February 2026\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n"
    )

    assert str(copy.published) == "2026-02-23"


def test_a_day_in_a_headline_is_no_date_of_the_page():
    copy = parse_wire(
        "Le 23 février à Split\n\n"
        "Plusieurs centaines de personnes ont porté des lampions dans le port de Split lundi.\n"
    )

    assert words(copy, copy.headline) == "Le 23 février à Split"


def test_minutes_beside_a_day_are_when_it_was_published():
    copy = parse_wire(
        "Harbour affairs, 2/23/2026 11:20 AM\n\nLanterns float in the harbour of Split\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n"
    )

    assert str(copy.published) == "2026-02-23"
    assert words(copy, copy.headline) == "Lanterns float in the harbour of Split"


def test_the_day_of_a_gathering_is_not_that_of_publication():
    copy = parse_wire(
        "Evening of Basque songs in Oslo\n\nDate: 12 May 2026\nVenue: House of Letters\n\n"
        "The Basque choir of Oslo invites its friends to an evening of songs by the sea.\n"
    )

    assert copy.published is None


def parts_of(copy: WireCopy) -> list[Span]:
    return sorted([*copy.kept, *(shed.span for shed in copy.shed)])


def assert_nothing_is_lost(copy: WireCopy) -> None:
    at = 0
    for span in parts_of(copy):
        assert span.start >= at, "spans overlap"
        assert not copy.clean[at : span.start].strip(), "neither kept nor shed"
        at = span.end
    assert not copy.clean[at:].strip()
    assert len(copy.clean) == len(copy.text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_character_of_a_page_is_kept_or_shed(page):
    assert_nothing_is_lost(sample(page.stem))


LINES = sorted({line for page in PAGES for line in page.read_text(encoding="utf-8").split("\n")})


@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=40)), max_size=25))
def test_every_character_of_any_text_is_kept_or_shed(lines):
    assert_nothing_is_lost(parse_wire("\n".join(lines)))


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_reading_a_text_again_finds_the_same(lines):
    once = parse_wire("\n".join(lines))

    assert parse_wire(once.text) == once


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "\0\0", "Home\n" * 5000, "(" * 20_000, "23 May 2026\n" * 3000, "a | " * 20_000],
    ids=["empty", "blank", "zeros", "menu", "brackets", "dates", "pipes"],
)
def test_a_text_that_is_no_report_is_all_shed_or_kept(text):
    copy = parse_wire(text)

    assert_nothing_is_lost(copy)
    assert copy.headline is None
