"""The words that give an organization away, ready to be asked."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reports.intake.lexicon import USUAL, languages, lexicon
from reports.intake.mentions.cases import Cases, cases
from reports.intake.mentions.tokens import in_small

Phrase = tuple[str, ...]

_SMALL = ("after_country", "after_name", "of_place", "after_place")


@dataclass(frozen=True)
class Vocabulary:
    """Words about organizations in one language, in small letters."""

    heads: dict[Phrase, str]  # head → kind
    first_of_heads: frozenset[str]
    longest_head: int
    stems: tuple[tuple[str, str], ...]  # ending of a compound → kind
    small: dict[str, frozenset[Phrase]]
    known: dict[Phrase, tuple[str, str]]  # name → kind, fullest name
    first_of_known: frozenset[str]
    starts: frozenset[str]  # of heads and of known bodies
    longest_known: int
    of: frozenset[str]
    only_topics: frozenset[str]  # those of them that bring no proper name
    articles: frozenset[str]
    joining: frozenset[str]
    inside: frozenset[str]
    towards: frozenset[str]
    other: frozenset[str]
    modifiers: frozenset[str]
    after_head: frozenset[str]  # adjectives in small letters after the head
    in_bare_names: frozenset[str]
    topics: frozenset[str]
    named_after: frozenset[str]  # behind whose name a body bears, where the head comes last
    quarters: frozenset[str]  # of the world: "eastern europe"
    possessors: frozenset[str]
    before_of: frozenset[str]
    based: tuple[str, ...]  # endings of what only tells where a body is
    surroundings: frozenset[str]
    acting: frozenset[str]  # heads of bodies only where they act: "sponsored by the City of"
    indefinite: frozenset[str]
    outside: frozenset[str]
    calendar: frozenset[str]
    things: frozenset[str]
    plural_heads: frozenset[Phrase]
    singular: dict[Phrase, str]  # plural head → how each of the bodies begins
    reporting: frozenset[str]
    needs_left: frozenset[str]
    saints: frozenset[str]
    part_of_body: frozenset[str]
    run_by: frozenset[str]  # of another body: "board of the"
    staff: frozenset[str]
    no_acronyms: frozenset[str]
    no_body_ends: frozenset[str]
    no_body: frozenset[str]
    no_body_after: frozenset[str]
    before_names: dict[str, list[Phrase]]  # by first word
    before_actors: tuple[Phrase, ...]
    titles: frozenset[str]
    buildings: frozenset[Phrase]  # heads of what may be no more than a venue
    venue_at: frozenset[str]  # what stands before a venue
    cases: Cases
    head_first: bool  # "Association culturelle …": the head leads and small letters follow


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language; bodies that everybody knows are known in every language."""
    said, usual = lexicon("organizations", language), lexicon("organizations", USUAL)
    heads = _heads(language)
    known = _known(usual) | _known(said)
    grammar = said.get("grammar", {})

    def own(key: str) -> frozenset[str]:
        return frozenset(map(in_small, grammar.get(key, ())))

    def both(key: str) -> frozenset[str]:
        return own(key) | frozenset(map(in_small, usual["grammar"].get(key, ())))

    return Vocabulary(
        heads=heads,
        first_of_heads=frozenset(head[0] for head in heads),
        longest_head=max(map(len, heads)),
        stems=tuple(
            (stem + ending, kind)
            for kind, listed in said.get("stems", {}).items()
            for stem in listed
            for ending in ("", *grammar.get("genitive", ()))
        ),
        small={
            where: _declined(_phrases(said.get("small", {}).get(where, ())), language)
            for where in _SMALL
        },
        known=known,
        first_of_known=frozenset(name[0] for name in known),
        starts=frozenset(words[0] for words in (*heads, *known)),
        longest_known=max(map(len, known)),
        of=own("of"),
        only_topics=own("only_topics"),
        articles=own("articles"),
        joining=own("and"),
        inside=own("in"),
        towards=own("to"),
        other=own("other"),
        modifiers=own("modifiers"),
        after_head=own("after_head"),
        in_bare_names=both("in_bare_names"),
        topics=own("topics"),
        named_after=own("named_after"),
        quarters=both("quarters"),
        possessors=both("possessors"),
        before_of=own("before_of"),
        based=tuple(own("based")),
        surroundings=own("surroundings"),
        acting=own("acting"),
        indefinite=own("indefinite"),
        outside=own("outside"),
        calendar=both("calendar"),
        things=_things(language),
        plural_heads=_phrases(grammar.get("plural_heads", ())),
        singular={phrase_of(several): one for several, one in said.get("plural", {}).items()},
        reporting=both("reporting"),
        needs_left=both("needs_left"),
        saints=both("saints"),
        part_of_body=both("part_of_body"),
        run_by=own("run_by"),
        staff=own("staff"),
        no_acronyms=both("no_acronyms"),
        no_body_ends=both("no_body_ends"),
        no_body=both("no_body"),
        no_body_after=both("no_body_after"),
        before_names=_by_first(grammar.get("before_names", ())),
        before_actors=tuple(_phrases(grammar.get("before_actors", ()))),
        titles=_titles(language),
        buildings=_phrases(grammar.get("buildings", ())),
        venue_at=own("venue_at"),
        cases=cases(language),
        head_first=bool(grammar.get("head_first")),
    )


def _heads(language: str) -> dict[Phrase, str]:
    """The heads of a language, then those of others: names are often left untranslated."""
    heads: dict[Phrase, str] = {}
    for each in dict.fromkeys((language, USUAL, *languages())):
        only_here = lexicon("organizations", each).get("grammar", {}).get("only_here", ())
        for kind, listed in lexicon("organizations", each).get("heads", {}).items():
            for head in listed:
                if each in (language, USUAL) or head not in only_here:
                    heads.setdefault(phrase_of(head), kind)
    genitive = lexicon("organizations", language).get("grammar", {}).get("genitive", ())
    for head, kind in list(heads.items()):
        for ending in genitive:
            heads.setdefault((*head[:-1], head[-1] + ending), kind)
        for declined in _declined(frozenset({head}), language):
            heads.setdefault(declined, kind)
    return heads


def _declined(heads: frozenset[Phrase], language: str) -> frozenset[Phrase]:
    """With every head in every case."""
    endings = cases(language).after_head
    return heads | {(*head[:-1], head[-1] + ending) for head in heads for ending in endings}


def _things(language: str) -> frozenset[str]:
    listed = [lexicon("people", each).get("never", {}) for each in {USUAL, language}]
    return frozenset(in_small(word) for never in listed for word in never["things"].split())


def _titles(language: str) -> frozenset[str]:
    titles = lexicon("people", language)["titles"]
    words = {word for role in titles["roles"] for word in phrase_of(role)}
    words |= {in_small(word) for word in titles["honorifics"]}
    return frozenset(words - {in_small(word) for word in titles.get("in_names", ())} - {"’s"})


def _known(said: dict[str, Any]) -> dict[Phrase, tuple[str, str]]:
    return {
        phrase_of(name): (kind, names[0])
        for kind, bodies in said.get("known", {}).items()
        for names in bodies
        for name in names
    }


def _phrases(listed: list[str]) -> frozenset[Phrase]:
    return frozenset(map(phrase_of, listed))


def _by_first(listed: list[str]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(map(phrase_of, listed)):
        found.setdefault(phrase[0], []).append(phrase)
    return found


_ELIDED = re.compile(r"\b([ldnsjmtc]|qu)’(?=[^\W_])")


def phrase_of(words: str) -> Phrase:
    """A phrase as tokens come: "mayor's office" is three, "chargé d'affaires" too."""
    return tuple(_ELIDED.sub(r"\1’ ", in_small(words).replace("’s ", " ’s ")).split())
