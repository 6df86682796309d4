"""The extra finder, on a pipeline of spaCy's that knows the names of a list: no model is needed."""

from dataclasses import replace

import pytest

from reports.intake.document import Document, Span
from reports.intake.nlp import second_reader, with_model
from reports.intake.plan import LIKELY
from reports.intake.proposal import (
    Proposal,
    ProposedOrganization,
    ProposedPerson,
    ProposedWork,
    Value,
    Where,
)
from reports.intake.wire import WireCopy

HEADLINE = "Harbour Singers Open The Season"
BODY = (
    "The Harbour Singers’s season was opened by Ida Lund in Oslo. Lund thanked the Quay Trust, "
    "and Per Holm, who leads Quay, read from “Ida Lund at Sea”."
)
TEXT = f"{HEADLINE}\n\n{BODY}"
NAMES = [
    ("ORG", "The Harbour Singers’s"),
    ("ORG", "Harbour Singers"),
    ("ORG", "Quay Trust"),
    ("ORG", "Quay"),
    ("ORG", "Oslo"),
    ("PERSON", "Ida Lund"),
    ("PERSON", "Lund"),
    ("PERSON", "Per Holm"),
    ("DATE", "season"),
]


def span_of(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


COPY = WireCopy(
    text=TEXT, clean=TEXT, headline=span_of(HEADLINE), language="en", paragraphs=[span_of(BODY)]
)
DOCUMENT = Document.of(COPY)
NOTHING = Proposal(copy=COPY)
QUAY_TRUST = ProposedOrganization("Quay Trust", span_of("Quay Trust"), "Quay Trust", "supporter")
PER_HOLM = ProposedPerson("Per Holm", span_of("Per Holm"), "Per Holm", "speaker")


def pipeline(language: str = "en"):
    spacy = pytest.importorskip(
        "spacy", reason="spaCy is an extra that is not installed here: make nlp"
    )
    model = spacy.blank(language)
    model.add_pipe("entity_ruler").add_patterns(
        [{"label": label, "pattern": name} for label, name in NAMES]
    )
    return model


def named(proposal: Proposal) -> tuple[list[str], list[str]]:
    return [one.name for one in proposal.organizations], [one.name for one in proposal.people]


def test_names_come_without_article_and_possessive():
    found = with_model(pipeline(), DOCUMENT, NOTHING).organizations[0]

    assert found.name == found.surface == "Harbour Singers"
    assert found.span == span_of("Harbour Singers", after=len(HEADLINE))


def test_places_and_other_entities_are_left_out():
    assert named(with_model(pipeline(), DOCUMENT, NOTHING)) == (
        ["Harbour Singers", "Quay Trust"],
        ["Ida Lund", "Per Holm"],
    )


def test_a_part_of_a_name_is_the_same_name_again():
    found = with_model(pipeline(), DOCUMENT, NOTHING)

    assert found.organizations[1].spans == (
        span_of("Quay Trust"),
        span_of("Quay", after=TEXT.index("leads")),
    )
    assert [TEXT[slice(*span)] for span in found.people[0].spans] == [
        "Ida Lund",
        "Lund",
        "Ida Lund",
    ]


def test_an_editor_sees_what_the_model_found_unticked_and_as_only_mentioned():
    found = with_model(pipeline(), DOCUMENT, NOTHING)

    assert {one.role for one in (*found.organizations, *found.people)} == {"mentioned"}
    assert all(one.confidence < LIKELY for one in (*found.organizations, *found.people))


def test_what_the_rules_found_stays_and_comes_first():
    rules = replace(NOTHING, organizations=(QUAY_TRUST,), people=(PER_HOLM,))

    found = with_model(pipeline(), DOCUMENT, rules)

    assert found.organizations[0] is QUAY_TRUST
    assert found.people[0] is PER_HOLM
    assert named(found) == (["Quay Trust", "Harbour Singers"], ["Per Holm", "Ida Lund"])


def test_a_place_in_the_text_where_the_rules_found_something_is_taken():
    rules = replace(
        NOTHING,
        organizations=(
            replace(QUAY_TRUST, name="Old Quay", spans=(span_of("thanked the Quay Trust"),)),
        ),
        where=Where(venue=Value("Holm", span_of("Holm"))),
        works=(ProposedWork("Ida Lund at Sea", "book", span_of("Ida Lund at Sea")),),
    )

    found = with_model(pipeline(), DOCUMENT, rules)

    assert named(found) == (["Old Quay", "Harbour Singers"], ["Ida Lund"])
    assert len(found.people[0].spans) == 2


def test_a_model_reads_only_its_own_language():
    french = replace(DOCUMENT, language="fr")

    assert with_model(pipeline(), french, NOTHING) == NOTHING
    assert with_model(pipeline("xx"), french, NOTHING) != NOTHING


def test_what_is_too_long_for_a_sentence_is_not_read():
    text = "Ida Lund and " + "so on and " * 200
    copy = WireCopy(text=text, clean=text, language="en", paragraphs=[Span(0, len(text))])

    assert with_model(pipeline(), Document.of(copy), Proposal(copy=copy)).people == ()


def test_without_a_model_there_is_no_second_reader(settings):
    settings.INTAKE_NLP = ""

    assert second_reader() is None


def test_the_model_is_the_one_the_site_names(settings, tmp_path):
    model = pipeline()
    model.to_disk(tmp_path / "model")
    settings.INTAKE_NLP = str(tmp_path / "model")  # a folder will do where settings.py is past

    assert second_reader()(DOCUMENT, NOTHING) == with_model(model, DOCUMENT, NOTHING)
