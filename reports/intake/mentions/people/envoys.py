"""The embassy or consulate in a report to which an ambassador, a consul or an attaché belongs."""

from collections.abc import Sequence
from functools import cache, lru_cache

from events.names import words as folded
from reports.intake.gazetteer import LONGEST, country_of
from reports.intake.lexicon import lexicon
from reports.intake.proposal import ProposedOrganization

_MISSIONS = ("embassy", "consulate")


def mission_of(title: str, organizations: Sequence[ProposedOrganization], language: str) -> str:
    """The mission of an envoy's own country; of an envoy of nowhere, the only one there is."""
    kind = _kind_of_mission(title, language)
    missions = [one for one in organizations if kind and one.kind == kind]
    if not missions:
        return ""
    country = _first_country(title)
    if country:
        missions = [one for one in missions if _first_country(one.name) == country]
    return missions[0].name if len(missions) == 1 else ""


@lru_cache(maxsize=2000)
def _kind_of_mission(title: str, language: str) -> str:
    said, envoys = set(folded(title)), _envoys(language)
    if said & envoys["no_longer"]:
        return ""
    return next((kind for kind in _MISSIONS if said & envoys[kind]), "")


@cache
def _envoys(language: str) -> dict[str, frozenset[str]]:
    listed = lexicon("people", language).get("envoys", {})
    keys = (*_MISSIONS, "no_longer")
    return {key: frozenset(w for one in listed.get(key, ()) for w in folded(one)) for key in keys}


@lru_cache(maxsize=2000)
def _first_country(name: str) -> str:
    """The code of the country that is named first: the one that sends the envoy."""
    said = folded(name)
    for at in range(len(said)):
        for end in range(min(at + LONGEST, len(said)), at, -1):
            if code := country_of(" ".join(said[at:end])):
                return code
    return ""
