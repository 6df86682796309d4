"""Names in other cases than the first, in languages that decline them: "Heydər Əliyevin"."""

from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import lexicon

_VOWELS = frozenset("aeəıioöuü")


@dataclass(frozen=True)
class Cases:
    """The endings of one language; of most there are none."""

    surnames: tuple[str, ...]
    after_surname: tuple[str, ...]
    after_vowel: tuple[str, ...]
    after_head: tuple[str, ...]
    after_place: tuple[str, ...]
    no_first: tuple[str, ...]
    possessor: tuple[str, ...]
    no_possessor: frozenset[str]

    def surname(self, word: str) -> str:
        """A surname in the first case."""
        if not self.surnames or word.endswith(self.surnames):
            return word
        for ending in self.after_surname:
            stem = word.removesuffix(ending)
            if stem != word and stem.endswith(self.surnames):
                return stem
        ending = next((one for one in self.after_vowel if word.endswith(one)), "")
        stem = word.removesuffix(ending)
        return stem if ending and stem[-1:] in _VOWELS else word

    def head(self, name: str) -> str:
        """The name of an organization whose head, its last word, is in the first case."""
        for ending in sorted(self.after_head, key=len, reverse=True):
            stem = name.removesuffix(ending)
            if stem != name and stem[-1:] in _VOWELS:
                return stem
        return name

    def stems(self, word: str) -> tuple[str, ...]:
        """What a place may be called in the first case: of "Azərbaycanın", "Frankreichs"."""
        return tuple(word.removesuffix(one) for one in self.after_place if word.endswith(one))

    def possesses(self, low: str) -> bool:
        """Whether the word stands before what belongs to it."""
        return low.endswith(self.possessor) and low not in self.no_possessor


@cache
def cases(language: str) -> Cases:
    book = lexicon("cases", language)

    def endings(key: str) -> tuple[str, ...]:
        return tuple(book.get(key, ()))

    return Cases(
        surnames=endings("surnames"),
        after_surname=endings("after_surname"),
        after_vowel=endings("after_vowel"),
        after_head=endings("after_head"),
        after_place=endings("after_place"),
        no_first=endings("no_first"),
        possessor=endings("possessor"),
        no_possessor=frozenset(endings("no_possessor")),
    )
