"""The words that give an organization away, ready to be asked."""

from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.tokens import in_small

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Words about organizations in one language, in small letters."""

    heads: dict[Phrase, str]  # head → kind
    longest_head: int
    stems: tuple[tuple[str, str], ...]  # ending of a compound → kind
    small: dict[str, frozenset[Phrase]]
    known: dict[Phrase, tuple[str, str]]  # name → kind, fullest name
    longest_known: int
    of: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    inside: frozenset[str]
    towards: frozenset[str]
    other: frozenset[str]
    modifiers: frozenset[str]
    after_head: frozenset[str]  # adjectives in small letters after the head
    topics: frozenset[str]
    indefinite: frozenset[str]
    outside: frozenset[str]
    before_names: tuple[Phrase, ...]
    titles: frozenset[str]
    head_first: bool  # "Association culturelle …": the head leads and small letters follow


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language; bodies that everybody knows are known in every language."""
    said = lexicon("organizations", language)
    usual = lexicon("organizations", USUAL)
    heads = {
        phrase_of(head): kind for kind, listed in said.get("heads", {}).items() for head in listed
    }
    if language != USUAL:  # names of bodies are often left in English
        for kind, listed in usual["heads"].items():
            for head in listed:
                heads.setdefault(phrase_of(head), kind)
    known = _known(usual) | _known(said)
    grammar = said.get("grammar", {})
    people = lexicon("people", language)
    return Vocabulary(
        heads=heads,
        longest_head=max(map(len, heads)),
        stems=tuple(
            (stem, kind) for kind, listed in said.get("stems", {}).items() for stem in listed
        ),
        small={
            where: frozenset(map(phrase_of, listed))
            for where, listed in said.get("small", {}).items()
        },
        known=known,
        longest_known=max(map(len, known)),
        of=frozenset(grammar.get("of", ())),
        articles=frozenset(grammar.get("articles", ())),
        joining=frozenset(grammar.get("and", ())),
        inside=frozenset(grammar.get("in", ())),
        towards=frozenset(grammar.get("to", ())),
        other=frozenset(grammar.get("other", ())),
        modifiers=frozenset(grammar.get("modifiers", ())),
        after_head=frozenset(grammar.get("after_head", ())),
        topics=frozenset(word.casefold() for word in grammar.get("topics", ())),
        indefinite=frozenset(grammar.get("indefinite", ())),
        outside=frozenset(word.casefold() for word in grammar.get("outside", ())),
        before_names=tuple(map(phrase_of, grammar.get("before_names", ()))),
        titles=frozenset(
            word
            for role in (*people["titles"]["roles"], *people["titles"]["honorifics"])
            for word in role.split()
        )
        - frozenset(people["titles"].get("in_names", ())),
        head_first=bool(grammar.get("head_first")),
    )


def _known(said: dict) -> dict[Phrase, tuple[str, str]]:
    return {
        phrase_of(name): (kind, names[0])
        for kind, bodies in said.get("known", {}).items()
        for names in bodies
        for name in names
    }


def phrase_of(words: str) -> Phrase:
    """A phrase as tokens come: "mayor's office" is three."""
    return tuple(in_small(words).replace("’s ", " ’s ").split())
