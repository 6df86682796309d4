"""Which outlet or agency published a report."""

import pytest

from reports.intake.wire import parse_wire


@pytest.mark.parametrize(
    ("above", "below", "source"),
    [
        ("The Harbour Ledger", "", "The Harbour Ledger"),
        ("ST MARK'S NEWSLETTER", "", "ST MARK'S NEWSLETTER"),
        ("Embassy of Japan in Croatia – Press Office", "", "Embassy of Japan in Croatia"),
        ("THE LANTERN No. 31 (spring 2026)", "", ""),
        ("Newsletter of the Friends of Split, No. 4", "", "Newsletter of the Friends of Split"),
        ("La Voz del Puerto – Diario digital", "", "La Voz del Puerto"),
        ("The Lantern – Bulletin of the Friends of Split", "", "The Lantern"),
        ("PRESS NOTE", "", ""),
        ("By Chief Editor", "", ""),
        ("Harbour and Hill – all the town reads", "", "Harbour and Hill"),
        ("AXN  Adriatic Exchange", "", "AXN"),
        ("Our lanterns, and yours", "", ""),
        ("Split", "", ""),
        ("", "Source: www.example.org (23.02.2026)", "www.example.org"),
        ("", "The lanterns were made at the schools of the town. -AXN", "AXN"),
        ("", "It went well, the mayor told The Harbour Courier on Sunday.", "The Harbour Courier"),
        ("", "It went well, the mayor told her friends.", ""),
        ("", "next news prev news", ""),
    ],
)
def test_source_is_read_where_pages_print_it(above, below, source):
    copy = parse_wire(
        f"{above}\n\nLanterns float in the harbour of Split\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n\n"
        f"The evening ended with songs on the quay.\n\n{below}\n"
    )

    assert copy.clean[slice(*copy.headline)] == "Lanterns float in the harbour of Split"
    assert copy.source == source


def test_who_stands_right_over_a_headline_is_no_source():
    copy = parse_wire(
        "Ana Reyes\nLanterns float in the harbour of Split\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n"
    )

    assert copy.source == ""


@pytest.mark.parametrize(
    ("desk", "source"),
    [("The Adriatic Bureau", "The Adriatic"), ("AXN Split Desk", "AXN"), ("Split Desk", "")],
)
def test_desk_under_the_headline_tells_the_source(desk, source):
    copy = parse_wire(
        f"Lanterns float in the harbour of Split\n{desk}\n\n"
        "Several hundred people floated lanterns in the harbour of Split on Sunday evening.\n"
    )

    assert copy.source == source
