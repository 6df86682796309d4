"""Words in a sentence that tell what part a name takes: verbs, their objects, "guests included"."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from reports.intake.lexicon import lexicon
from reports.intake.mentions.organizations.vocabulary import Phrase, phrase_of
from reports.intake.mentions.tokens import NUMBER, SIGN, Line

_TO_OBJECT = 7  # tokens from "gave" to "lecture"
_TO_NOUN = 7  # tokens from "guests" to "included"
_FROM_AGENT = 10  # tokens from "prayer" to "given by"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in a sentence that tell a role."""

    first: int
    last: int
    role: str
    is_verb: bool = False  # leads only where nothing stands between it and the name


@dataclass(slots=True)
class Cues:
    """All cues that stand on one side of a name, by their first word."""

    phrases: dict[str, list[tuple[Phrase, str, bool]]] = field(default_factory=dict)
    # "gave a talk", "the talk was given by": the object tells, whatever the verb.
    verbs: frozenset[str] = frozenset()
    objects: dict[str, str] = field(default_factory=dict)
    # "Among the guests were", "the speakers included".
    listing: frozenset[str] = frozenset()
    nouns: dict[str, str] = field(default_factory=dict)
    agents: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
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
            cue = self._with_noun(low, at) or self._with_object(line, at)
            yield from (cue,) if cue else self._phrase(low, at)

    def _phrase(self, low: tuple[str, ...], at: int) -> Iterator[Cue]:
        for phrase, role, is_verb in self.phrases.get(low[at], ()):
            if low[at : at + len(phrase)] == phrase:
                yield Cue(at, at + len(phrase), role, is_verb)
                return

    def _with_noun(self, low: tuple[str, ...], at: int) -> Cue | None:
        if low[at] not in self.listing:
            return None
        for noun in range(at - 1, max(-1, at - _TO_NOUN), -1):
            if low[noun] in self.nouns:
                return Cue(noun, at + 1, self.nouns[low[noun]])
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
    before.listing = frozenset(said.get("listing", ()))
    before.nouns = _roles(own.get("listed", {}))
    if own.get("verbs_may_lead"):
        for word, phrases in after.phrases.items():
            leading = [(phrase, role, True) for phrase, role, _ in phrases]
            before.phrases.setdefault(word, []).extend(leading)
    for side in (after, before):
        side.starts = side.verbs.union(side.phrases, side.listing)
    return after, before


def _roles(listed: dict[str, list[str]]) -> dict[str, str]:
    return {word: role for role, words in listed.items() for word in words}


def _by_first(listed: dict[str, list[str]]) -> dict[str, list[tuple[Phrase, str, bool]]]:
    found: dict[str, list[tuple[Phrase, str, bool]]] = {}
    for role, phrases in listed.items():
        for written in phrases:
            for words in product(*(word.split("|") for word in written.split())):
                phrase = phrase_of(" ".join(words))
                found.setdefault(phrase[0], []).append((phrase, role, False))
    for phrases in found.values():
        phrases.sort(key=lambda one: -len(one[0]))
    return found
