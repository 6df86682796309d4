"""Given names that are frequent somewhere in the world."""

from functools import cache, lru_cache

from events.names import fold
from reports.intake.lexicon import USUAL, lexicon


@lru_cache(maxsize=20_000)
def is_given(word: str) -> bool:
    """Whether it is a frequent given name; of "Jean-Luc", whether the first half is."""
    known = given_names()
    return word in known or fold(word) in known or word.split("-")[0] in known


@cache
def given_names() -> frozenset[str]:
    """The names as written, and folded."""
    names = lexicon("given_names", USUAL)["names"].split()
    return frozenset(names) | {fold(name) for name in names}
