"""The words that give a person away, and those that no person is called."""

from dataclasses import dataclass
from functools import cache

from reports.intake.lexicon import USUAL, lexicon
from reports.intake.mentions.cases import Cases, cases
from reports.intake.mentions.organizations.vocabulary import Phrase, phrase_of, vocabulary
from reports.intake.mentions.tokens import in_small


@dataclass(frozen=True)
class PeopleWords:
    """Words about people in one language, in small letters."""

    honorifics: frozenset[str]
    roles: frozenset[Phrase]
    first_of_roles: frozenset[str]
    last_of_roles: frozenset[str]
    longest_role: int
    in_titles: frozenset[str]  # every word that stands in a noun of office
    offices: frozenset[str]  # those of them that nobody is called
    role_endings: tuple[str, ...]
    has_compounds: bool  # "Generalkonsul": a role may end a longer word
    no_trades: frozenset[str]
    modifiers: frozenset[str]
    links: frozenset[str]
    particles: frozenset[str]
    patronymics: frozenset[str]
    suffixes: frozenset[str]
    surname_endings: tuple[str, ...]
    saying: frozenset[str]
    doing: frozenset[str]
    acting: frozenset[str]  # verbs of what people do at gatherings
    breaking: frozenset[str]
    unnamed: frozenset[str]
    capacity_verbs: frozenset[str]
    before_name: frozenset[str]
    surely_before: frozenset[Phrase]
    belonging: frozenset[str]
    of: frozenset[str]
    towards: frozenset[str]
    praise: frozenset[str]
    instruments: frozenset[str]
    no_subject: frozenset[str]
    agents: frozenset[str]
    determiners: frozenset[str]
    before_capacity: frozenset[str]
    in_lists: frozenset[str]
    others: frozenset[str]
    introducing: frozenset[str]
    one_of: frozenset[str]
    past_endings: tuple[str, ...]
    kin: frozenset[str]  # as written
    retired: frozenset[str]
    telling: frozenset[str]
    explaining: frozenset[str]
    relative: frozenset[str]
    pronouns: frozenset[str]
    adjectives: frozenset[str]
    that: frozenset[str]
    copulas: frozenset[str]
    ends_capacity: frozenset[str]
    plainly_at: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    outside: frozenset[str]
    things: frozenset[str]
    nobody: frozenset[str]  # words that alone are nobody’s name
    topics: frozenset[str]
    of_places: frozenset[str]
    also_surnames: frozenset[str]
    calamities: tuple[str, ...]  # how the words for what befell people begin
    composers: frozenset[str]  # as written, known by one word
    cases: Cases
    needed: float  # how much must speak for a name

    def is_adjective(self, word: str, following: str) -> bool:
        """Whether what looks like a verb belongs to a noun of office: "noted poet"."""
        return word in self.adjectives and following in self.in_titles


@cache
def people_words(language: str) -> PeopleWords:
    """The words of a language; what no person is called counts in all of them."""
    said, usual = lexicon("people", language), lexicon("people", USUAL)
    organizations, roles_of = vocabulary(language), lexicon("roles", language)
    titles, grammar, never = said["titles"], said["grammar"], usual["never"]
    roles = frozenset(phrase_of(role) for role in titles["roles"])
    roles |= {
        (prefix + role[0],)
        for role in roles
        for prefix in titles.get("prefixes", ())
        if len(role) == 1
    }
    roles |= {(one, "player") for one in _set(titles.get("instruments", ()))}
    roles |= {phrase_of(plural) for role in titles["roles"] for plural in _plurals(role, said)}
    in_titles = frozenset(word for role in roles for word in role)
    in_titles -= _set(titles["links"]) | {"’s"}
    own_things = said.get("never", {}).get("things", "")
    things = _set(never["things"].split()) | _set(own_things.split())

    def both(key: str) -> frozenset[str]:
        return _set(usual["grammar"].get(key, ())) | _set(grammar.get(key, ()))

    return PeopleWords(
        honorifics=_set(titles["honorifics"]) | _set(usual["titles"]["honorifics"]),
        roles=roles,
        first_of_roles=frozenset(role[0] for role in roles),
        last_of_roles=frozenset(role[-1] for role in roles),
        longest_role=max(map(len, roles)),
        in_titles=in_titles,
        offices=in_titles - _set(titles.get("kin", ())),
        role_endings=tuple(titles.get("endings", ())) + _compounded(titles),
        has_compounds=bool(titles.get("compounds")),
        no_trades=_set(titles.get("no_trades", ())),
        modifiers=_set(titles["modifiers"]),
        links=_set(titles["links"]),
        particles=both("particles"),
        patronymics=both("patronymics"),
        suffixes=both("suffixes"),
        surname_endings=tuple(usual["grammar"]["surname_endings"]),
        saying=_set(grammar["saying"]),
        doing=_set(grammar["doing"]),
        acting=_first_words(roles_of.get("people", {}).get("after", {})),
        breaking=frozenset(roles_of.get("breaking", ())),
        unnamed=frozenset(roles_of.get("unnamed", ())),
        capacity_verbs=_set(grammar.get("capacity_verbs", ())),
        before_name=_set(grammar["before_name"]),
        surely_before=frozenset(map(phrase_of, grammar.get("surely_before", ()))),
        belonging=_set(grammar.get("belonging", ())),
        of=organizations.of | organizations.towards | {"&"},
        towards=organizations.towards,
        praise=_set(titles.get("praise", ())),
        instruments=_set(titles.get("instruments", ())) | _set(usual["titles"]["instruments"]),
        no_subject=both("no_subject"),
        agents=frozenset(roles_of.get("agents", ())),
        adjectives=frozenset(roles_of.get("adjectives", ())),
        that=frozenset(roles_of.get("that", ())),
        copulas=frozenset(roles_of.get("copulas", ())),
        determiners=both("determiners"),
        before_capacity=both("determiners") | both("before_capacity"),
        in_lists=both("in_lists"),
        others=_set(grammar.get("others", ())),
        past_endings=tuple(grammar.get("past_endings", ())),
        kin=frozenset(titles.get("kin", ())),
        one_of=_set(grammar.get("one_of", ())),
        introducing=_set(grammar.get("introducing", ())),
        retired=both("retired"),
        telling=both("telling"),
        explaining=both("explaining"),
        relative=_set(grammar.get("relative", ())),
        pronouns=_set(grammar.get("pronouns", ())),
        ends_capacity=_set(grammar.get("ends_capacity", ())),
        plainly_at=_set(grammar.get("plainly_at", ())),
        articles=organizations.articles,
        joining=organizations.joining,
        outside=organizations.outside,
        things=things,
        nobody=things | organizations.outside | organizations.articles | in_titles,
        topics=organizations.topics,
        of_places=_set(never["before_names_of_places"]),
        also_surnames=_set(never["also_surnames"]),
        calamities=tuple(map(in_small, lexicon("calamity", language).get("words", ()))),
        composers=frozenset(lexicon("composers", USUAL)["names"]),
        cases=cases(language),
        needed=grammar.get("needed", 1.5),
    )


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(map(in_small, words))


def _compounded(titles: dict) -> tuple[str, ...]:
    """Roles that may end a longer word, in any case, where the language makes such words."""
    if not titles.get("compounds"):
        return ()
    roles = [in_small(role) for role in titles["roles"] if len(role) > 3 and " " not in role]
    return tuple(role + case for role in roles for case in ("", *titles["cases"]))


def _plurals(role: str, said: dict) -> list[str]:
    ending = said["titles"].get("plural", "")
    if not ending:
        return []
    first, _, rest = role.partition(" of ")
    if first.endswith("man"):
        plural = first[:-2] + "en"
    elif first.endswith("y") and first[-2] not in "aeo":
        plural = first[:-1] + "ies"
    else:
        plural = first + ending
    return [f"{plural} of {rest}" if rest else plural]


def _first_words(listed: dict[str, list[str]]) -> frozenset[str]:
    """The words that phrases begin with."""
    return frozenset(
        word for phrases in listed.values() for one in phrases for word in one.split()[0].split("|")
    )
