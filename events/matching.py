"""Find records whose name is very like a new one, before it is entered a second time.

Word order, marks, spelling systems ("Əhmədov", "Akhmedov"), initials and acronyms do not hide a
likeness. Everything is compared in memory: 20,000 names are read and weighed in about 0.1 s.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process

from events.models import Linkable, Name
from events.names import name_key, sound, sounds, words

SHOWN = 8
# Below this, two keys of equal length differ in more than one letter of nine.
LIKENESS = 88
# From here on, a difference is a letter or a space.
CERTAIN = 95
WORD_LIKENESS = 72
# Endings and joints that say nothing: "Foundation of the …" has the acronym "F…".
_SMALL_WORDS = frozenset("of the and for in to de la le du des der die das und et".split())

_INITIAL = re.compile(r"(?:^| )\w(?: |$)")


class Known(NamedTuple):
    """One name under which a record is known, reduced to what is compared."""

    pk: int
    key: str  # folded words in alphabetical order
    ordered: str  # the same words as they are written; empty where that is not known


def similar_records(model: type[Linkable], name: str, *, but: int | None = None) -> list[Linkable]:
    """Records of the model whose name is very like this one, the likest first.

    `but` is the record that is being renamed.
    """
    asked = name_key(name)
    if not asked:
        return []
    known = [one for one in _known_names(model) if one.pk != but]
    likeness: dict[int, float] = {}
    for pk, score in [
        *_spelled_alike(asked, known),
        *_shortened(name, known),
        *_by_acronym(name, known),
    ]:
        likeness[pk] = max(score, likeness.get(pk, 0))
    best = sorted(likeness, key=lambda pk: (-likeness[pk], pk))[:SHOWN]
    records = model.objects.in_bulk(best)
    return [records[pk] for pk in best if pk in records]


def _known_names(model: type[Linkable]) -> Iterable[Known]:
    yield from map(Known._make, model.objects.order_by().values_list("pk", "name_key", "sort_key"))
    noun = model._meta.model_name
    if any(field.name == noun for field in Name._meta.fields):
        others = Name.objects.filter(**{f"{noun}__isnull": False}).order_by()
        for pk, key in others.values_list(f"{noun}_id", "name_key"):
            yield Known(pk, key, "")


def _spelled_alike(asked: str, known: list[Known]) -> Iterable[tuple[int, float]]:
    """The same words but for a letter, or the same sounds in another spelling."""
    for reduce in (str, sounds):
        reduced = reduce(asked)
        found = process.extract(
            reduced,
            [reduce(one.key) for one in known],
            scorer=fuzz.ratio,
            score_cutoff=LIKENESS,
            limit=SHOWN * 2,
        )
        for key, score, position in found:
            if score >= CERTAIN or words_agree(reduced, key):
                yield known[position].pk, score


def words_agree(one: str, other: str) -> bool:
    """Whether each word of the shorter name is like one of the other: Ali is not Emin."""
    short, long = sorted((one.split(), other.split()), key=len)
    left = list(long)
    for word in short:
        score, best = max((fuzz.ratio(word, candidate), candidate) for candidate in left)
        if score < WORD_LIKENESS:
            return False
        left.remove(best)
    return True


def _shortened(name: str, known: list[Known]) -> Iterable[tuple[int, float]]:
    """ "E. Rustamov" and "Emin Rustamov", whichever of them came first."""
    asked = words(name)
    long = [sound(word) for word in asked if len(word) > 1]
    with_initials = any(len(word) == 1 for word in asked)
    if not long or len(asked) < 2:
        return
    for one in known:
        if not with_initials and not _INITIAL.search(one.key):
            continue
        heard = sounds(one.key)
        if any(word in heard for word in long) and is_short_for(asked, one.key.split()):
            yield one.pk, 90


def is_short_for(one: list[str], other: list[str]) -> bool:
    """Whether every word of the shorter name stands in the longer, written out or as an initial."""
    short, long = sorted((one, other), key=len)
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        match = next((candidate for candidate in left if _abbreviates(word, candidate)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _abbreviates(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return sound(one) == sound(other)


def _by_acronym(name: str, known: list[Known]) -> Iterable[tuple[int, float]]:
    """ "OSCE" and the words it is made of; an acronym on file as another name is found by that."""
    asked = acronym(words(name))
    lone = name_key(name) if len(words(name)) == 1 and len(name.strip()) > 2 else ""
    for one in known:
        if (one.key == asked and len(asked) > 2) or (
            lone and one.ordered[:1] == lone[0] and acronym(one.ordered.split()) == lone
        ):
            yield one.pk, 89


def acronym(parts: list[str]) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in parts if word not in _SMALL_WORDS)
