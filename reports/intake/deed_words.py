"""The words by which a sentence tells what somebody did, of one language."""

from dataclasses import dataclass
from functools import cache

from reports.intake.cues import Cues, cues_of
from reports.intake.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class DeedWords:
    """What tells of people, or of organizations."""

    sides: dict[str, Cues]  # cues behind and in front of a name, of absence, and of openings
    # "held by" tells as much where "in Lund on 4 May" stands between: participles, with the role.
    done_by: dict[str, str]
    capital_nouns: bool
    past: tuple[str, ...]
    agents: frozenset[str]
    beside: frozenset[str]
    recipients: frozenset[str]
    copulas: frozenset[str]
    awarding: frozenset[str]
    adding: frozenset[str]
    acting: frozenset[str]
    passing: frozenset[str]
    adverbs: frozenset[str]
    patients: frozenset[str]
    groups: frozenset[str]
    with_others: frozenset[str]
    shared: frozenset[str]

    def is_past(self, word: str) -> bool:
        """Whether it looks like a verb that tells of the day, and of no other."""
        ends = bool(self.past) and word.endswith(self.past)
        return (ends or word in self.acting) and word not in self.passing


_OF_ALL = ("agents", "beside", "recipients", "copulas", "awarding", "adding")
_OWN = (
    *("acting", "passing", "adverbs", "patients", "groups"),
    *("with_others", "shared"),
)


@cache
def deed_words(language: str, noun: str) -> DeedWords:
    """The words that tell of a noun: people or organizations."""
    said = lexicon("roles", language)
    own = said.get(noun, {})
    past = tuple(own.get("past", ()))
    after, before = cues_of(language, noun)
    sides = {"after": after, "before": before}
    if noun == "people":
        sides["behind"] = cues_of(language, "absent")[0]
        sides["first"] = cues_of(language, "opening")[1]
    participles = frozenset(said.get("participles", ()))
    return DeedWords(
        sides=sides,
        done_by={
            word: role
            for word, role in before.participles.items()
            if word in participles or (past and word.endswith(past))
        },
        capital_nouns=bool(said.get("capital_nouns")),
        past=past,
        **{name: frozenset(said.get(name, ())) for name in _OF_ALL},
        **{name: frozenset(own.get(name, ())) for name in _OWN},
    )
