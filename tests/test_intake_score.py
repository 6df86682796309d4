"""The scorer of intake: what it takes for the same, what it counts; and that the samples hold."""

import re

import pytest

from events.names import words
from reports.intake.proposal import KINDS, PARTS
from tests.intake_score import (
    SAMPLES,
    Miss,
    Sample,
    Tally,
    count_list,
    count_value,
    same_capacity,
    same_country,
    same_name,
    same_organization,
    same_phrase,
    same_statement,
    same_words,
    samples_in,
)

ORG_ROLES = {"organizer", "host", "supporter", "participant", "mentioned"}
PERSON_ROLES = {"speaker", "host", "performer", "attendee", "mentioned"}
WORK_KINDS = {"film", "music", "book", "poem", "exhibition", "performance"}
SINGLE = {
    "title", "language", "published", "source", "kind", "event_start", "event_end",
    "date_precision", "city", "country", "venue", "occasion",
}  # fmt: skip
SEVERAL = {"orgs", "people", "programme", "works", "statements"}


# --- The same or not -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Hague", "Hague"),
        ("Elşad Quliyev", "Elsad Quliyev"),
        ("Prof. Dr. Anna Example", "Anna Example"),
        ("“Kitchen Light”", "Kitchen Light"),
        (None, ""),
    ],
)
def test_same_words_looks_past_marks_quotes_and_honorifics(one, other):
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kino Bosna cinema", "Kino Bosna", True),
        ("the hall of the Union", "hall of the Union", True),
        ("Great Hall of the Old Town Library", "Great Hall", False),
        ("City Hall", "Hall", True),
        ("City Hall", "Old Hall", False),
        (None, None, True),
        (None, "City Hall", False),
    ],
)
def test_same_phrase_wants_half_of_the_words(one, other, same):
    assert same_phrase(one, other) is same


def test_same_country_goes_by_any_of_its_names():
    assert same_country("Turkey", "Türkiye")
    assert not same_country("Turkey", "Greece")
    assert not same_country("Atlantis", "Lemuria")
    assert not same_country("Turkey", None)


def test_same_capacity_is_more_than_a_form_of_address():
    assert same_capacity("Fr.", None)
    assert same_capacity("poet", "Ukrainian poet")
    assert not same_capacity("Rabbi", None)


def test_same_name_knows_no_order():
    assert same_name({"name": "Takenouchi Hiroshi"}, {"name": "H.E. Hiroshi Takenouchi"})


def test_same_organization_meets_by_any_name():
    ours = {"name": "Institute for Memory and Records", "aliases": ["IMR"]}

    assert same_organization(ours, {"name": "The IMR", "aliases": []})
    assert not same_organization(ours, {"name": "Institute for Memory", "aliases": []})


def test_same_statement_shares_half_of_its_words():
    ours = {"person": "Anna Example", "kind": "quote", "text": "We remember every lorry"}

    assert same_statement(ours, {**ours, "text": "every lorry"})
    assert not same_statement(ours, {**ours, "text": "lorry"})
    assert not same_statement(ours, {**ours, "kind": "paraphrase"})
    assert not same_statement(ours, {**ours, "person": None})


# --- Counting ------------------------------------------------------------------------------------


def test_value_is_counted_once_a_report():
    tally = Tally()

    count_value(tally, Sample("a", "", {"city": "Lisbon"}), {"city": "LISBON"}, "city")
    count_value(tally, Sample("b", "", {"city": None}), {"city": "Lisbon"}, "city")

    assert (tally.hits, tally.expected) == (1, 2)
    assert tally.misses == [Miss("b", None, "“Lisbon”")]


def test_list_counts_what_was_missed_and_what_was_invented():
    tally = Tally()
    ours = {"people": [{"name": "A B", "role": "speaker"}, {"name": "C D", "role": "host"}]}
    theirs = {"people": [{"name": "A B", "role": "speaker"}, {"name": "E F", "role": "host"}]}

    count_list(tally, Sample("a", "", ours), theirs, "people")

    assert (tally.hits, tally.expected, tally.found) == (1, 2, 2)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)
    assert tally.misses == [Miss("a", "C D", None), Miss("a", None, "E F")]


def test_list_with_role_counts_another_role_as_a_miss():
    tally = Tally()
    ours = {"people": [{"name": "A B", "role": "speaker"}]}

    count_list(
        tally, Sample("a", "", ours), {"people": [{"name": "A B", "role": "host"}]}, "people_role"
    )

    assert (tally.hits, tally.misses) == (0, [Miss("a", "A B [speaker]", "[host]")])


# --- The samples ---------------------------------------------------------------------------------


def parametrized_samples():
    return [pytest.param(sample, id=sample.name) for sample in samples_in(SAMPLES)]


def test_samples_show_every_kind_of_event():
    assert {sample.expected["kind"] for sample in samples_in(SAMPLES)} == set(KINDS)


@pytest.mark.parametrize("sample", parametrized_samples())
def test_sample_is_labelled_in_the_words_of_the_schema(sample):
    expected = sample.expected

    assert set(expected) == SINGLE | SEVERAL
    assert expected["kind"] in KINDS
    assert set(expected["programme"]) <= set(PARTS)
    assert {one["role"] for one in expected["orgs"]} <= ORG_ROLES
    assert {one["role"] for one in expected["people"]} <= PERSON_ROLES
    assert {one["kind"] for one in expected["works"]} <= WORK_KINDS
    assert {one["kind"] for one in expected["statements"]} <= {"quote", "paraphrase"}
    assert (expected["event_start"] is None) == (expected["date_precision"] == "reported")


@pytest.mark.parametrize("sample", parametrized_samples())
def test_sample_is_labelled_in_the_words_of_its_text(sample):
    text = " ".join(words(re.sub(r'(?<=\w)"(?=\w)', "'", sample.text)))

    absent = [name for name in names_labelled(sample.expected) if spelled(name) not in text]

    assert absent == []


def spelled(name):
    return " ".join(words(name))


def names_labelled(expected):
    """What is labelled as printed; a quotation that its speaker's name interrupts is checked by
    its beginning."""
    yield from filter(None, (expected["title"], expected["source"], expected["venue"]))
    if expected["occasion"]:
        yield expected["occasion"]["what"]
    for one in expected["orgs"]:
        yield from (one["name"], *one["aliases"])
    for one in expected["people"]:
        yield one["name"]
    for one in expected["works"]:
        yield one["title"]
    for one in expected["statements"]:
        yield " ".join(words(one["text"])[:4])
