"""How like a name of a report is to one on file, from 0 to 100. Pure."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from events.matching import CERTAIN, LIKENESS, acronym, is_short_for, words_agree
from events.names import sound, sounds, words
from reports.intake.matching.calling import USUAL, is_called_alike

SAME = 100  # the same words, in whatever order and marks
SAME_BY_ALIAS = 98  # by another name that the report gives
SPELT_ALIKE = 97  # the same sounds, and but a letter differs
SAME_SOUNDS = 96  # another spelling of the same name
CLOSE = 94  # at most, where a letter differs
BY_ACRONYM = 89
SHORTENED = 86  # "E. Rustamov"
WITH_MORE_WORDS = 80  # a second given name, a town: each word of one is in the other
CALLED_OTHERWISE = 70  # an occasion by another outlet
FAMILY_NAME_ONLY = 60


class Asked(NamedTuple):
    """One name that the report uses for something."""

    link: str  # the key of the planned link
    noun: str
    text: str
    key: str  # its folded words in alphabetical order
    is_main: bool  # the name itself, not an alias or the words used


class Heard(NamedTuple):
    """An asked name with what it is compared by."""

    asked: Asked
    written: list[str]  # its folded words in their order
    parts: list[str]  # those that say something
    sounds: str
    parts_heard: frozenset[str]
    acronym: str

    @classmethod
    def of(cls, asked: Asked) -> "Heard":
        written, parts = words(asked.text), parts_of(asked.key)
        short = acronym(written) if len(written) > 2 else ""
        heard = frozenset(map(sound, parts))
        return cls(asked, written, parts, sounds(asked.key), heard, short if short[2:] else "")


def parts_of(key: str) -> list[str]:
    """The words of a name that say something."""
    found = key.split()
    return [word for word in found if word not in USUAL] or found


def likeness(heard: Heard, key: str) -> float:
    """How like the asked name is to the one of this key."""
    asked = heard.asked
    if asked.key == key:
        return SAME if asked.is_main else SAME_BY_ALIAS
    if heard.acronym == key:
        return BY_ACRONYM
    on_file, parts = _heard(key)
    spelled = fuzz.ratio(asked.key, key)
    if heard.sounds == on_file:
        return SPELT_ALIKE if spelled >= CERTAIN else SAME_SOUNDS
    if spelled >= LIKENESS and _is_close(asked.key, key, spelled):
        return min(spelled, CLOSE)
    spoken = fuzz.ratio(heard.sounds, on_file)
    if spoken >= LIKENESS and _is_close(heard.sounds, on_file, spoken):
        return min(spoken, CLOSE)
    return _in_part(heard, key, parts)


@lru_cache(maxsize=20_000)
def _heard(key: str) -> tuple[str, frozenset[str]]:
    return sounds(key), frozenset(map(sound, parts_of(key)))


def _is_close(one: str, other: str, ratio: float) -> bool:
    return ratio >= CERTAIN or words_agree(one, other)


def _in_part(heard: Heard, key: str, there: frozenset[str]) -> float:
    """Where one of the two names has words that the other lacks."""
    short, long = sorted((heard.parts_heard, there), key=len)
    of_person = heard.asked.noun == "person"
    if heard.asked.noun == "occasion" and is_called_alike(heard.asked.key, key):
        return CALLED_OTHERWISE
    if short <= long:
        if len(short) > 1:
            return WITH_MORE_WORDS * (0.75 + 0.25 * len(short) / len(long))
        return FAMILY_NAME_ONLY if of_person else 0
    return SHORTENED if of_person and _is_initialled(heard.written, key.split()) else 0


def _is_initialled(asked: list[str], there: list[str]) -> bool:
    """Whether one has initials for words of the other: "E. Rustamov"."""
    if min(len(asked), len(there)) < 2 or all(len(word) > 1 for word in (*asked, *there)):
        return False
    return is_short_for(asked, there)
