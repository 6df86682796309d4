"""Countries, peoples and towns as they stand in the names of people and organizations."""

from functools import cache, lru_cache

from events.names import fold
from reports.intake.gazetteer import country_of, places_named
from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.cases import Cases

_A_TOWN = 15_000  # inhabitants; smaller ones share their names with half the world's families


@lru_cache(maxsize=20_000)
def nation_of(word: str) -> str:
    """One word for a country, its people and its adjectives; empty if it means no nation."""
    return country_of(word) or (fold(word) if word.casefold() in peoples() else "")


def nation_in(word: str, cases: Cases) -> str:
    """The same of a word in any case: "Frankreichs", "Gürcüstandakı"."""
    return nation_of(word) or next(filter(None, map(nation_of, cases.stems(word))), "")


@cache
def peoples() -> frozenset[str]:
    """Peoples and faiths that are no country's, in small letters."""
    names = lexicon("people", USUAL)["never"]["peoples"].split()
    return frozenset(name.casefold() for name in names) | {f"{name.casefold()}s" for name in names}


@lru_cache(maxsize=20_000)
def is_country(name: str) -> bool:
    """Whether it names a country or a region of one."""
    return any(place.kind != "city" for place in places_named(name))


@lru_cache(maxsize=20_000)
def is_well_known(name: str, inhabitants: int = _A_TOWN) -> bool:
    """Whether it names a country or a town of some size."""
    return any(
        place.kind != "city" or place.capital or place.population >= inhabitants
        for place in places_named(name)
    )
