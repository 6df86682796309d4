import pytest

from reports.intake.separate import parts_of, separate

REPORT = (
    "Choir of fishermen sings in {0}\n\n"
    "The choir of fishermen from the islands sang on Friday evening in the old market hall of {0}, "
    "and some three hundred people came to listen.\n\n"
    "The mayor thanked the singers and the harbour master.\n"
)
TOWNS = ("Bergen", "Galway", "Trieste")
REPORTS = [REPORT.format(town) for town in TOWNS]


def first_lines(text: str) -> list[str]:
    return [part.strip().splitlines()[0] for part in separate(text)]


@pytest.mark.parametrize("between", ["\f", "\n---\n\n", "\n* * *\n", "\n=====\n", "\n###\n\n"])
def test_reports_are_separated_by_feeds_and_rules(between):
    assert first_lines(between.join(REPORTS)) == [
        f"Choir of fishermen sings in {town}" for town in TOWNS
    ]


def test_reports_are_separated_before_the_headline_over_their_date():
    stamped = "".join(report.replace("\n\n", "\n date 2026-05-01 ", 1) for report in REPORTS)

    assert first_lines(stamped) == [f"Choir of fishermen sings in {town}" for town in TOWNS]


def test_reports_are_separated_by_their_labels():
    labelled = "\n".join(f"Headline: {report}" for report in REPORTS)

    assert first_lines(labelled) == [
        f"Headline: Choir of fishermen sings in {town}" for town in TOWNS
    ]


def test_reports_are_separated_by_their_masthead():
    printed = "\n".join(f"THE HARBOUR HERALD\n\n{report}" for report in REPORTS)

    assert first_lines(printed) == ["THE HARBOUR HERALD"] * 3


@pytest.mark.parametrize(
    "text",
    [
        REPORTS[0],
        REPORTS[0] + "\n---\nFollow us on every channel\n",
        REPORTS[0].replace("\n\n", "\n\n***\n\n"),
        "\n---\n---\n",
        "",
    ],
    ids=["one", "footer", "ornaments", "rules", "empty"],
)
def test_one_report_stays_whole(text):
    assert separate(text) == [text]


def test_parts_are_places_in_the_text():
    text = "\f".join(REPORTS)

    assert [text[part.start : part.end] for part in parts_of(text)] == REPORTS
