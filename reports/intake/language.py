"""Which language a text is written in, told by its small words and its letters. Pure."""

import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import NamedTuple

from reports.intake.lexicon import languages, lexicon

ENOUGH = 250  # words that are looked at
LEAST = 0.09  # share of small words below which nothing is said
A_LETTER = 0.3  # what a word with a letter of one language alone tells, beside a small word
_WORD = re.compile(r"[^\W\d_]+(?:[’'‘ʻ][^\W\d_]+)*")


class _Marks(NamedTuple):
    """What gives languages away, for all of them at once."""

    words: dict[str, tuple[str, ...]]  # a small word → the languages that have it
    letters: dict[str, frozenset[str]]  # a language → its letters beyond a to z
    only: dict[str, str]  # a letter → the one language that has it


@cache
def _marks() -> _Marks:
    words: dict[str, tuple[str, ...]] = {}
    letters = {}
    for language in languages():
        entry = lexicon("language", language)
        letters[language] = frozenset(entry.get("letters", ""))
        for word in entry.get("words", "").split():
            words[word] = (*words.get(word, ()), language)
    count = Counter(letter for alphabet in letters.values() for letter in alphabet)
    only = {
        letter: language
        for language, alphabet in letters.items()
        for letter in alphabet
        if count[letter] == 1
    }
    return _Marks(words, letters, only)


def letters_of(language: str) -> frozenset[str]:
    """The small letters of a language beyond a to z."""
    return _marks().letters.get(language, frozenset())


def is_small_word(word: str) -> bool:
    """Whether it is a small word in a language or more: "the", "und", "de la"."""
    return word.islower() and word in _marks().words


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language, empty when nothing is convincing.

    A small word counts less the more languages have it; a word with a letter that a language
    does not have counts against that language.
    """
    marks = _marks()
    found: dict[str, float] = {}
    odd: dict[frozenset[str], int] = {}
    words = [match.group() for match in islice(_WORD.finditer(text), ENOUGH)]
    plain = (word.replace("İ", "i").lower().replace("’", "'") for word in words)
    for word, times in Counter(plain).items():
        having = marks.words.get(word, ())
        for language in having:
            weight = 1.0 if len(having) < 3 else 0.7
            found[language] = found.get(language, 0.0) + weight * times
        if not word.isascii():
            strange = frozenset(letter for letter in word if letter > "\x7f" and letter != "ʻ")
            odd[strange] = odd.get(strange, 0) + times
            for language in {marks.only[letter] for letter in strange if letter in marks.only}:
                found[language] = found.get(language, 0.0) + A_LETTER * times
    return _best(found, odd, len(words), marks)


def _best(
    found: dict[str, float], odd: dict[frozenset[str], int], total: int, marks: _Marks
) -> str:
    scores = {}
    for language, weight in found.items():
        letters = marks.letters[language]
        foreign = sum(count for word, count in odd.items() if letters and not word <= letters)
        scores[language] = (weight - 0.8 * foreign) / total
    # At one score the order of the alphabet, so that the same text is always read the same.
    ranked = sorted(scores, key=lambda language: (-scores[language], language))
    if not ranked or scores[ranked[0]] < LEAST or (total >= 4 and found[ranked[0]] < 2):
        return ""
    return ranked[0]
