"""Organizations that a report names: embassies, ministries, associations, choirs, churches …"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.intake.document import Document
from reports.intake.mentions.organizations.bodies import bodies_of, refer_back
from reports.intake.mentions.organizations.grammar import Grammar
from reports.intake.mentions.organizations.heads import Name
from reports.intake.mentions.organizations.listed import (
    acronyms_in,
    acting_acronyms,
    each_of,
    listed_in,
    spelled_in,
)
from reports.intake.mentions.organizations.vocabulary import Vocabulary, vocabulary
from reports.intake.mentions.tokens import Line, lines_of
from reports.intake.proposal import ProposedOrganization

__all__ = ["find_organizations"]


def find_organizations(document: Document) -> list[ProposedOrganization]:
    """Every organization that is named, once, under its fullest name."""
    words = vocabulary(document.language)
    lines = lines_of(document)
    names = [one for name in _names(lines, words) for one in _single(name, words)]
    bodies = bodies_of(document, names, words)
    refer_back(bodies, lines, words)
    acting = (body.proposed() for body in bodies if not body.is_only_venue)
    return sorted(acting, key=lambda one: one.span)


def _single(name: Name, words: Vocabulary) -> Iterable[Name]:
    """The name itself, or each of the bodies that it means."""
    return each_of(name, words) if name.head in words.plural_heads else (name,)


def _names(lines: Sequence[Line], words: Vocabulary) -> list[Name]:
    found = {id(line): _as_spelled(list(_with_heads(line, words)), line, words) for line in lines}
    acronyms = _acronyms(name for names in found.values() for name in names)
    for line in lines:
        names = found[id(line)]
        names += _apart(acting_acronyms(line, words), names)
        if acronyms:
            names += _apart(acronyms_in(line, acronyms), names)
        taken = {name.first: name.last for name in names}
        names += _apart(listed_in(line, words, taken), names)
    return [name for line in lines for name in sorted(found[id(line)], key=lambda one: one.first)]


def _with_heads(line: Line, words: Vocabulary) -> Iterator[Name]:
    """Names with a head; of a headline that gives every word a capital, only missions abroad."""
    unsure = line.sentence.paragraph < 0 and line.is_in_title_case
    for name in Grammar(line, words).names():
        if not unsure or name.kind in ("embassy", "consulate"):
            yield name


def _as_spelled(names: list[Name], line: Line, words: Vocabulary) -> list[Name]:
    """The names, each as far as the acronym behind it says that it reaches."""
    if "(" not in line.lows:
        return names
    for spelled in spelled_in(line, words):
        inside = [one for one in names if spelled.first < one.last and one.first < spelled.last]
        names = [one for one in names if one not in inside]
        told = next((one for one in reversed(inside) if one.head), spelled)
        names.append(replace(spelled, kind=told.kind, head=told.head))
    return names


def _acronyms(names: Iterable[Name]) -> dict[str, str]:
    """What stood in brackets after a name, and what the capitals of a name spell."""
    acronyms: dict[str, str] = {}
    for name in names:
        if len(name.initials) > 2:
            acronyms[name.initials] = name.kind
        if name.acronym:
            acronyms[name.acronym] = name.kind
    return acronyms


def _apart(more: Iterable[Name], names: list[Name]) -> list[Name]:
    """Those that share no word with names already found, nor with each other."""
    taken = {at for name in names for at in range(name.first, name.last)}
    apart = []
    for name in more:
        places = set(range(name.first, name.last))
        if not places & taken:
            apart.append(name)
            taken |= places
    return apart
