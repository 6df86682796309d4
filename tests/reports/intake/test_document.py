"""Sentences of a report."""

from reports.intake.document import LONGEST, Document
from reports.intake.wire import parse_wire


def test_document_cuts_what_nobody_ended_between_words():
    text = "Vigil in Ghent\n\n12 May 2024\n\n" + "A vigil was held on the quay " * 200

    sentences = Document.of(parse_wire(text)).body

    assert max(len(one.text) for one in sentences) <= LONGEST
    assert " ".join(one.text for one in sentences) == "A vigil was held on the quay " * 199 + (
        "A vigil was held on the quay"
    )


def test_document_parts_sentences_that_a_page_has_glued_together():
    text = (
        "Guests came, Wire.Az reports, citing the harbour.Ann Low of the U.S.A. sang.J.Moss "
        "thanked her at example.com."
    )

    sentences = Document.of(parse_wire(text)).body

    assert [one.text for one in sentences] == [
        "Guests came, Wire.Az reports, citing the harbour.",
        "Ann Low of the U.S.A. sang.",
        "J.Moss thanked her at example.com.",
    ]
