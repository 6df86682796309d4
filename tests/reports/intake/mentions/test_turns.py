import pytest

from reports.intake.lexicon import languages, lexicon
from reports.intake.mentions.turns import Turns, turns_of, words_by_sentence
from tests.reports.intake.mentions.test_quotations import document_of

TOPICS = ("programme", "works", "kinds")
LANGUAGES = ("az", "de", "en", "es", "fr")


def has(turn: str, text: str, **groups: list[str]) -> bool:
    (words,) = words_by_sentence(document_of(text))
    return any(Turns({"it": [turn]}, groups).of(words))


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        ("minute of silence", "A minute of silence was observed"),
        ("minute|moment of silence", "a Moment of Silence"),
        ("minute of .. silence", "one minute of complete silence"),
        ("wreath* … laid", "wreaths of white and red flowers were laid"),
        ("minute's silence", "a minute’s silence"),
        ("flag raising", "the flag-raising"),
        ("@lay wreath*", "they laid wreaths"),
        ("film “” by", 'the film "Two Rivers, One Town" by a novice'),
        ("# minutes", "for 16 minutes"),
        ("the .. 14 july", "the night of 14 July"),
        ("xatirəsi ed*", "Xatirəsi edilib"),
        ("^ the vigil", "The vigil ended"),
        ("şam*", "Şamlar yandırıldı"),
        ("istiqlal", "İstiqlal günü"),
    ],
)
def test_turns_are_found(turn, text):
    assert has(turn, text, lay=["laid"])


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        ("minute of silence", "a minute of noise, then silence"),
        ("minute of .. silence", "a minute of long and quite complete silence"),
        ("wreath laid", "wreaths laid"),
        ("^ the vigil", "At the vigil"),
        ("film", 'They sang "A film".'),
    ],
)
def test_other_words_are_no_turns(turn, text):
    assert not has(turn, text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_turns_in_the_data_are_well_written(topic, language):
    words = lexicon(topic, language)
    groups = words.get("groups", {})
    lines = [
        line
        for name, table in words.items()
        if isinstance(table, dict) and name != "groups"
        for turns in table.values()
        for line in turns
    ]
    steps = [line.strip("^$ ").split() for line in lines]
    choices = [choice for line in steps for step in line for choice in step.split("|")]
    first = [choice for line in steps for choice in line[0].split("|")]
    first += [word for one in first if one.startswith("@") for word in groups[one[1:]]]

    assert language in languages()
    assert [one for one in choices if one.startswith("@") and one[1:] not in groups] == []
    assert [one for one in choices if not one or one != one.lower()] == []
    # Turns are looked up by the first three letters of their first word.
    assert [one for one in first if one.endswith("*") and len(one) < 4] == []
    for table in words:
        if isinstance(words[table], dict):
            turns_of(topic, table, language)


def test_a_table_without_sentences_is_read_in_part():
    document = document_of("word " * 5000)

    assert max(len(words.texts) for words in words_by_sentence(document)) == 400
