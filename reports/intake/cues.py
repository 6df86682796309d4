"""Words in a sentence that tell what part a name takes: verbs, their objects, "guests included"."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import NamedTuple

from reports.intake.lexicon import lexicon
from reports.intake.mentions.organizations.vocabulary import Phrase, phrase_of
from reports.intake.mentions.people.vocabulary import PeopleWords, people_words
from reports.intake.mentions.tokens import NUMBER, SIGN, Line

_TO_OBJECT = 7  # tokens from "gave" to "lecture"
_TO_NOUN = 9  # tokens from "guests" to "included"
_TO_CHOSEN = 5  # tokens from "guests" to "such as"
_HEARD = ("speaker", "performer")  # "flowers from" does not tell that the giver was there
_FROM_AGENT = 10  # tokens from "prayer" to "given by"


# How words lead to a name: a verb only where nothing stands between, a label such as "keynote
# speaker" to one name alone, and "guests including" to a list that may have a verb of its own.
VERB, LABEL, LIST = "verb", "label", "list"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in a sentence that tell a role."""

    first: int
    last: int
    role: str
    manner: str = ""  # of those that lead in a way of their own

    def leads(self, *, reach: int, strict: int, begin: int, name: int) -> bool:
        """Whether it leads to a name, from which so much of the sentence only leads on."""
        if self.manner == LABEL:
            return begin - 1 <= self.last <= name
        return (strict if self.manner == VERB else reach) <= self.last <= name

    @property
    def is_open(self) -> bool:
        """Whether the name may have a verb besides: "guest of honour Anna Ek spoke"."""
        return self.manner in (LABEL, LIST)


class _Kept(NamedTuple):
    """A phrase that tells a role."""

    words: Phrase
    role: str
    manner: str = ""


@dataclass(slots=True)
class Cues:
    """All cues that stand on one side of a name, by their first word."""

    phrases: dict[str, list[_Kept]] = field(default_factory=dict)
    # "gave a talk", "the talk was given by": the object tells, whatever the verb.
    verbs: frozenset[str] = frozenset()
    objects: dict[str, str] = field(default_factory=dict)
    # "Among the guests were", "the speakers included".
    listing: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()  # those that name some of many: "guests such as"
    nouns: dict[str, str] = field(default_factory=dict)
    agents: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    words: PeopleWords | None = None
    is_before: bool = False
    starts: frozenset[str] = frozenset()  # the first words of them all

    def found(self, line: Line, *, nouns: bool) -> Iterator[Cue]:
        """The cues of a sentence; words with a capital are names, unless all nouns have one."""
        low = line.lows
        starts = self.starts
        for at, word in enumerate(low):
            if word not in starts:
                continue
            if at > 0 and not nouns and line.tokens[at].capital:
                continue
            if self.words and self.words.is_adjective(word, line.low(at + 1)):
                continue
            cue = (
                self._with_noun(low, at)
                or self._with_object(line, at)
                or self._phrase(low, at)
                or self._by_source(line, at)
            )
            if cue:
                yield cue

    def _phrase(self, low: tuple[str, ...], at: int) -> Cue | None:
        for words, role, manner in self.phrases.get(low[at], ()):
            if low[at : at + len(words)] == words:
                return Cue(at, at + len(words), role, manner)
        return None

    def _by_source(self, line: Line, at: int) -> Cue | None:
        """As in "remarks by", "prayers from": whose speech it is."""
        if not self.is_before or line.low(at + 1) not in self.sources:
            return None
        role = self.objects.get(line.lows[at])
        return Cue(at, at + 2, role) if role in _HEARD else None

    def _with_noun(self, low: tuple[str, ...], at: int) -> Cue | None:
        if low[at] not in self.listing:
            return None
        manner, most = (LIST, _TO_CHOSEN) if low[at] in self.choosing else ("", _TO_NOUN)
        for noun in range(at - 1, max(-1, at - most), -1):
            if low[noun] in self.nouns:
                return Cue(noun, at + 1, self.nouns[low[noun]], manner)
        return None

    def _with_object(self, line: Line, at: int) -> Cue | None:
        low = line.lows
        if low[at] not in self.verbs:
            return None
        if not self.is_before:
            for noun in range(at + 1, min(at + _TO_OBJECT, len(low))):
                shape = line.tokens[noun].shape
                if shape in (SIGN, NUMBER) or low[noun] in self.agents:
                    break
                if low[noun] in self.objects:
                    return Cue(at, noun + 1, self.objects[low[noun]])
        elif line.low(at + 1) in self.sources:
            for noun in range(at - 1, max(-1, at - _FROM_AGENT), -1):
                if low[noun] in self.objects:
                    return Cue(at, at + 2, self.objects[low[noun]])
        return None


@cache
def cues_of(language: str, noun: str) -> tuple[Cues, Cues]:
    """The cues behind and in front of a name. Where verbs may come first, they count on both."""
    said = lexicon("roles", language)
    own = said.get(noun, {})
    after = Cues(_by_first(own.get("after", {})))
    before = Cues(_by_first(own.get("before", {})), is_before=True)
    after.agents = before.agents = frozenset(said.get("agents", ()))
    before.sources = before.agents.union(said.get("sources", ()))
    after.verbs = before.verbs = frozenset(own.get("done", ()))
    after.objects = before.objects = _roles(own.get("objects", {}))
    before.choosing = frozenset(said.get("choosing", ()))
    before.listing = before.choosing.union(said.get("listing", ()))
    before.nouns = _roles(own.get("listed", {}))
    after.words = people_words(language)
    for word, labels in _by_first(own.get("labels", {})).items():
        before.phrases.setdefault(word, []).extend(one._replace(manner=LABEL) for one in labels)
    if own.get("verbs_may_lead"):
        for word, phrases in after.phrases.items():
            before.phrases.setdefault(word, []).extend(one._replace(manner=VERB) for one in phrases)
    for side in (after, before):
        side.starts = side.verbs.union(side.phrases, side.listing)
    before.starts |= before.objects.keys()
    return after, before


def _roles(listed: dict[str, list[str]]) -> dict[str, str]:
    return {word: role for role, words in listed.items() for word in words}


def _by_first(listed: dict[str, list[str]]) -> dict[str, list[_Kept]]:
    found: dict[str, list[_Kept]] = {}
    for role, phrases in listed.items():
        for written in phrases:
            for words in product(*(word.split("|") for word in written.split())):
                phrase = phrase_of(" ".join(words))
                found.setdefault(phrase[0], []).append(_Kept(phrase, role))
    for phrases in found.values():
        phrases.sort(key=lambda one: -len(one.words))
    return found
