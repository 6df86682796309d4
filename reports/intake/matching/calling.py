"""What an occasion is called: outlets differ in the word for what befell people. Pure."""

from functools import cache, lru_cache

from events.names import name_key, sound, words
from reports.intake.lexicon import languages, lexicon

# Words so usual in names that sharing them says nothing.
USUAL = frozenset("of the and for in to at on a an de la le les des du der die das und et".split())


def is_called_alike(one: str, other: str) -> bool:
    """Whether two names differ at most in the word for what befell people, or in the year."""
    return bool(_distinctive(one)) and _distinctive(one) == _distinctive(other)


@lru_cache(maxsize=4096)
def _distinctive(name: str) -> frozenset[str]:
    said = (word for word in words(name) if word not in USUAL and word not in _calamities())
    return frozenset(sound(word) for word in said if not word.isdecimal())


@cache
def _calamities() -> frozenset[str]:
    listed = (lexicon("calamity", language).get("words", ()) for language in languages())
    return frozenset(name_key(word) for each in listed for word in each)
