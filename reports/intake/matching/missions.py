"""Embassies go by many names: "Azerbaijani Embassy", "Embassy of Azerbaijan in Belgium and to …".

Two names are of the same mission where the same country sends it to the same countries. One that
does not tell where it is, is the mission to the country of the event. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from events.names import words
from reports.intake.gazetteer import LONGEST, country, country_of
from reports.intake.matching.calling import USUAL

# What is said of a state and of the union of states beside its name.
_OF_STATES = frozenset("republic kingdom state states federal democratic eu european union".split())


@dataclass(frozen=True)
class Mission:
    """Who sends it, where to, and what it is: an embassy, a permanent mission."""

    sender: str  # country code
    receivers: frozenset[str]
    sort: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Mission | None":
        """The mission that goes by all these names; None if no country is in the first."""
        found = [one for name in names if (one := _read(name))]
        same = [one for one in found if one[0][0] == found[0][0][0] and one[1] == found[0][1]]
        if not same:
            return None
        receivers = frozenset(code for codes, _sort in same for code in codes[1:])
        return cls(same[0][0][0], receivers, same[0][1])

    @property
    def usual_name(self) -> str:
        sender = country(self.sender)
        return f"{' '.join(sorted(self.sort))} of {sender.name}" if sender else ""

    def is_same(self, other: "Mission", held_in: str) -> bool:
        """Whether another name can be of it too, told of an event in the country of that code."""
        if (self.sender, self.sort) != (other.sender, other.sort):
            return False
        if not self.receivers or not other.receivers:
            return held_in in self.receivers | other.receivers
        return self.receivers <= other.receivers or other.receivers <= self.receivers


def _read(name: str) -> tuple[list[str], frozenset[str]] | None:
    """The countries in a name, in order, and the other words that say something."""
    left, codes, rest = words(name), [], set()
    while left:
        size = next(
            (n for n in range(min(LONGEST, len(left)), 0, -1) if country_of(" ".join(left[:n]))), 0
        )
        if size:
            codes.append(country_of(" ".join(left[:size])))
        elif left[0] not in USUAL | _OF_STATES:
            rest.add("embassy" if left[0] == "embassies" else left[0])
        left = left[max(size, 1) :]
    return (codes, frozenset(rest)) if codes and rest else None
