"""How each language speaks of venues."""

import re
from dataclasses import dataclass
from functools import cache

from reports.intake.document import Span
from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.wording import Phrasebook, Worded, any_of


@dataclass(frozen=True)
class Venue:
    """A venue by the name the report gives it, without the town."""

    span: Span
    name: str
    lead: str  # "at", "in front of" …; empty for one that is only named
    noun: str  # what it is: "hall"; empty where only its lead makes it a venue
    confidence: float


@dataclass(frozen=True)
class VenueWords:
    """What venues are called in a language, and what stands before and in their names."""

    lead: Phrasebook
    articles: Phrasebook
    nouns: frozenset[str]
    all_nouns: frozenset[str]  # with those of other languages
    noun_endings: tuple[str, ...]
    houses: frozenset[str]
    links: frozenset[str]
    never: frozenset[str]
    firm: frozenset[str]
    weak: frozenset[str]
    alone: frozenset[str]
    not_where: frozenset[str]
    subjects: bool  # whether a venue may be known without a word such as "at" before it
    after_link: int  # so many words in small letters may follow "de"
    inside_endings: tuple[str, ...]  # of the town a venue is in
    final: dict[str, str]  # nouns that end a name, with the ending of a place and without
    foreign: frozenset[str]  # what venues are called elsewhere, when it has a capital
    stops: frozenset[str]  # weekdays and months: they end a name
    ties: dict[str, list[str]]  # a word that a name goes on with after such a noun
    gatherings: frozenset[str]  # what is held is no venue
    indefinite: frozenset[str]
    before: frozenset[str]  # nouns that stand before a name: "Hotel"
    street: re.Pattern[str]  # told after a comma: "…, quai de la Fosse"
    joined: re.Pattern[str]  # a second house under one roof: "Museum and Art Gallery"
    attributes: frozenset[str]  # what may stand after it, as the adjective of a country may
    owners: frozenset[str]  # whose a house may be: "community"

    def are_in(self, line: Worded) -> bool:
        """Whether a word of a sentence says what kind of venue something is."""
        return not line.known.isdisjoint(self.all_nouns) or any(
            word.endswith(self.noun_endings) for word in line.known
        )

    def is_noun(self, word: str) -> bool:
        return word in self.nouns or word in self.houses or word.endswith(self.noun_endings)


@cache
def venue_words(language: str) -> VenueWords:
    book, dates = lexicon("places", language)["venue"], lexicon("dates", language)
    phrase = lexicon("occasion", language)["phrase"]
    return VenueWords(
        lead=Phrasebook(book["lead"]),
        articles=Phrasebook(book["articles"]),
        nouns=frozenset(book["nouns"]),
        all_nouns=frozenset(
            [*book["nouns"], *book["houses"], *lexicon("places", USUAL)["venue"]["foreign"]]
        ),
        noun_endings=tuple(book.get("noun_endings", ())),
        houses=frozenset(book["houses"]),
        links=frozenset(book["links"]),
        never=frozenset(book["never"]),
        firm=frozenset(book["firm"]),
        weak=frozenset(book["weak"]),
        alone=frozenset(book["alone"]),
        not_where=frozenset(book["not_where"]),
        subjects=book.get("subjects", True),
        after_link=book.get("after_link", 0),
        inside_endings=tuple(lexicon("places", language).get("inside_endings", ())),
        final=book.get("final", {}),
        foreign=frozenset(lexicon("places", USUAL)["venue"]["foreign"]),
        stops=frozenset(name for names in (*dates["weekdays"], *dates["months"]) for name in names),
        ties=book.get("ties", {}),
        indefinite=frozenset(book["indefinite"]),
        before=frozenset(book.get("before", ())),
        street=re.compile(rf",\s+((?:{any_of(book['streets'])})\s)"),
        joined=re.compile(
            rf"\s+(?:[A-Z][a-z]+ )?(?:{any_of(book.get('joined', ()))})\b(?! (?:of|in)\b)"
        ),
        attributes=frozenset(book.get("attributes", ())),
        owners=frozenset(book.get("owners", ())),
        gatherings=frozenset(
            word.casefold()
            for words in (
                lexicon("happening", language)["gathering"],
                phrase["kinds"],
                phrase["misfortunes"],
            )
            for word in words
        ),
    )
