"""The mission or ministry in a report to which an ambassador, an attaché or a minister belongs."""

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
    return missions[0].name if missions and (country or len(missions) == 1) else ""


def ministry_of(title: str, organizations: Sequence[ProposedOrganization], language: str) -> str:
    """The ministry that is about what a minister is for; of a mere minister, the only one."""
    said, envoys = folded(title), _envoys(language)
    if not envoys["minister"] & set(said) or envoys["no_longer"] & set(said):
        return ""
    first = next(at for at, word in enumerate(said) if word in envoys["minister"])
    about = {word for word in said[first + 1 :] if len(word) > 3 and not country_of(word)}
    found = [
        one.name
        for one in organizations
        if one.kind == "government" and _is_ministry(one.name, about, envoys["ministry"])
    ]
    return found[0] if len(found) == 1 else ""


def _is_ministry(name: str, about: set[str], heads: frozenset[str]) -> bool:
    said = set(folded(name))
    return bool(said & heads) and about <= said


@lru_cache(maxsize=2000)
def _kind_of_mission(title: str, language: str) -> str:
    said, envoys = set(folded(title)), _envoys(language)
    if said & envoys["no_longer"]:
        return ""
    return next((kind for kind in _MISSIONS if said & envoys[kind]), "")


@cache
def _envoys(language: str) -> dict[str, frozenset[str]]:
    listed = lexicon("people", language).get("envoys", {})
    keys = (*_MISSIONS, "minister", "ministry", "no_longer")
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
