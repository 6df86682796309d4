from reports.intake.wire import parse_wire


def test_a_sentence_ends_before_a_picture():
    copy = parse_wire(
        "Vigil in Ghent\n\nNeighbours lit candles in Ghent to remember them all. 🙏❤️\n"
    )

    assert copy.clean[slice(*copy.headline)] == "Vigil in Ghent"
    assert len(copy.paragraphs) == 1
