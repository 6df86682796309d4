"""Words in a sentence that tell what part a name takes: verbs, their objects, "guests included"."""

from collections.abc import Iterable, Iterator
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
_TO_CHOSEN = 9  # tokens from "guests" to "such as"
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

    @property
    def is_open(self) -> bool:
        """Whether the name may have a verb besides: "guest of honour Anna Ek spoke"."""
        return self.manner in (LABEL, LIST)


class _Told(NamedTuple):
    """What a phrase tells."""

    role: str
    manner: str = ""


@dataclass(slots=True)
class Cues:
    """All cues that stand on one side of a name."""

    phrases: dict[Phrase, _Told] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)  # by the first word
    # "gave a talk", "the talk was given by": the object tells, whatever the verb.
    verbs: frozenset[str] = frozenset()
    objects: dict[str, str] = field(default_factory=dict)
    # "Among the guests were", "the speakers included".
    listing: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()  # those that name some of many: "guests such as"
    nouns: dict[str, str] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()  # those of the nouns that tell least: "among"
    ensembles: frozenset[str] = frozenset()  # "the Lund Youth Orchestra under"
    agents: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    words: PeopleWords | None = None
    is_before: bool = False
    starts: frozenset[str] = frozenset()  # the first words of them all
    participles: dict[str, str] = field(default_factory=dict)  # "held" of "held by", with the role

    def found(self, line: Line, *, nouns: bool) -> Iterator[Cue]:
        """The cues of a sentence; words with a capital are names, unless all nouns have one."""
        low = line.lows
        starts = self.starts
        if starts.isdisjoint(low):
            return
        end = 0
        for at in [at for at, word in enumerate(low) if word in starts]:
            if at < end:
                continue  # no "under" of "the orchestra under" for itself
            name = at > 0 and line.tokens[at].capital and low[at] not in self.ensembles
            if name and not nouns:
                continue
            if self.words and self.words.is_adjective(low[at], line.low(at + 1)):
                continue
            cue = (
                self._with_noun(low, at)
                or self._with_object(line, at)
                or self._phrase(low, at)
                or self._by_source(line, at)
            )
            if cue:
                end = cue.last
                yield cue

    def _phrase(self, low: tuple[str, ...], at: int) -> Cue | None:
        for length in self.lengths.get(low[at], ()):
            told = self.phrases.get(low[at : at + length])
            if told:
                return Cue(at, at + length, *told)
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
        near = [noun for noun in range(at - 1, max(-1, at - most), -1) if low[noun] in self.nouns]
        told = next((noun for noun in near if low[noun] not in self.vague), near[0] if near else -1)
        return Cue(told, at + 1, self.nouns[low[told]], manner) if near else None

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
    labels = _phrases(own.get("labels", {}), LABEL)
    verbs = own.get("after", {})
    leading = _phrases(verbs, VERB) if own.get("verbs_may_lead") else {}
    after = Cues(_phrases(verbs), words=people_words(language))
    before = Cues({**leading, **labels, **_phrases(own.get("before", {}))}, is_before=True)
    after.agents = before.agents = frozenset(said.get("agents", ()))
    before.sources = before.agents.union(said.get("sources", ()))
    after.verbs = before.verbs = frozenset(own.get("done", ()))
    after.objects = before.objects = _roles(own.get("objects", {}))
    before.ensembles = frozenset(own.get("ensembles", ()))
    before.choosing = frozenset(said.get("choosing", ()))
    before.listing = before.choosing.union(said.get("listing", ()))
    before.vague = frozenset(said.get("vague", ()))
    before.nouns = _roles(own.get("listed", {}))
    for side in (after, before):
        side.lengths = _lengths(side.phrases)
        side.starts = side.verbs.union(side.lengths, side.listing)
    before.participles = {
        phrase[0]: told.role
        for phrase, told in before.phrases.items()
        if len(phrase) == 2 and phrase[1] in before.agents
    }
    before.starts |= {noun for noun, role in before.objects.items() if role in _HEARD}
    return after, before


def _roles(listed: dict[str, list[str]]) -> dict[str, str]:
    return {word: role for role, words in listed.items() for word in words}


def _phrases(listed: dict[str, list[str]], manner: str = "") -> dict[Phrase, _Told]:
    """Every phrase with what it tells; one that stands under two roles tells the first."""
    found: dict[Phrase, _Told] = {}
    for role, phrases in listed.items():
        for written in phrases:
            for words in product(*(word.split("|") for word in written.split())):
                found.setdefault(phrase_of(" ".join(words)), _Told(role, manner))
    return found


def _lengths(phrases: Iterable[Phrase]) -> dict[str, tuple[int, ...]]:
    """How long the phrases are that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
