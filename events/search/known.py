"""What the archive knows by name: other spellings, suggestions, and what may have been meant.

Names of hidden records are among those that are looked up; none of them leaves this module.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from django.db import connection, models
from django.db.models import Q
from rapidfuzz import fuzz

from events.models import KnownName
from events.names import sound
from events.search.index import named_models, store
from events.search.query import All, Either, Mark, Phrase, Query, Wanted

_LONGEST_NAME = 8  # words of a name that is understood in the middle of a question
_MOST_NAMESAKES = 200
_MOST_NAMES = 20  # other names of one run of words
_MOST_ENDINGS = 20  # words that a half-typed one may become
_MOST_CANDIDATES = 300
_LIKE_ENOUGH = 75  # of a hundred: two letters of eight may differ


@dataclass(frozen=True)
class Known:
    """A public person, place, topic …, and the name it was found by."""

    noun: str
    title: str
    url: str
    name: str

    @property
    def label(self) -> str:
        """What it is, in the reader's word."""
        return str(_models()[self.noun]._meta.verbose_name)

    @property
    def other_name(self) -> str:
        """The name that was asked for, where it is not the usual one."""
        return "" if self.name == self.title else self.name


# --- Other spellings ------------------------------------------------------------------------------


def understood(query: Query) -> Wanted:
    """The question, with other names beside those in it and endings for a half-typed word."""
    names = _names_in(query)
    parts: list[Wanted] = []
    start = 0
    while start < len(query.parts):
        end = next((e for s, e in names if s == start), start + 1)
        typed = All(tuple(_endings(query, place) for place in range(start, end)))
        known = names.get((start, end), ())
        parts.append(Either((typed, *known)) if known else typed)
        start = end
    return All(tuple(parts))


def _endings(query: Query, place: int) -> Wanted:
    """A part as it was typed; the last word also as the words it may become."""
    part = query.parts[place]
    if place < len(query.parts) - 1 or not query.unfinished:
        return Phrase(part.words)
    words = store().words_from(query.unfinished, _MOST_ENDINGS)
    return Either(tuple(Phrase((word,)) for word in dict.fromkeys([*part.words, *words])))


def _names_in(query: Query) -> dict[tuple[int, int], list[Wanted]]:
    """The runs of words that are names on record, none within another, and what they stand for."""
    runs = {}
    for start in range(len(query.parts)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(query.parts)) + 1):
            if not any(part.is_quoted for part in query.parts[start:end]):
                words = [word for part in query.parts[start:end] for word in part.words]
                runs[start, end] = " ".join(sorted(words))
    keys = sorted(set(runs.values()))
    where = f"is_whole AND key IN ({', '.join(['%s'] * len(keys))})"
    rows = _public(_rows(where, keys, "id", _MOST_NAMESAKES)) if keys else []
    found = {}
    taken: set[int] = set()
    for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
        records = {(row.noun, row.record) for row in rows if row.key == runs[start, end]}
        if records and not taken & set(range(start, end)):
            taken |= set(range(start, end))
            found[start, end] = list(_stands_for(records))
    return found


def _stands_for(records: set[tuple[str, int]]) -> Iterable[Wanted]:
    """Every name of these records, and the headings under which they are listed."""
    here = Q(pk__in=())
    for noun, pk in records:
        here |= Q(noun=noun, record=pk)
    names = KnownName.objects.filter(here, is_whole=True).order_by("pk")
    for turned in dict.fromkeys(names.values_list("turned", flat=True)[:_MOST_NAMES]):
        yield Phrase(tuple(turned.split()))
    for noun, pk in sorted(records):
        yield Mark(f":{noun}:{pk}")


class _Row(NamedTuple):
    """A known name as it is compared."""

    pk: int
    noun: str
    record: int
    name: str
    key: str
    turned: str
    sound: str
    is_whole: bool


def _rows(where: str, params: list[str], order: str, most: int) -> list[_Row]:
    """The first known names that meet a condition.

    As SQL: every search and every letter typed asks, and wording takes Django as long as the rest.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ROWS % (where, order), [*params, most])
        return [_Row._make(row) for row in cursor.fetchall()]


_ROWS = """
    SELECT id, noun, record, name, key, turned, sound, is_whole
    FROM events_knownname WHERE %s ORDER BY %s LIMIT %%s
"""


def _public(rows: list[_Row]) -> list[_Row]:
    """Those of these names whose records the public may see."""
    public = _standing(rows)
    return [row for row in rows if (row.noun, row.record) in public]


class _Standing(NamedTuple):
    """What the public index says of a record: its name, its address, how much leads to it."""

    title: str
    url: str
    count: int


def _standing(rows: Iterable[_Row]) -> dict[tuple[str, int], _Standing]:
    """Those of the records of these names that the public may see: what is hidden has no tally."""
    records = {
        f"{noun}:{row.record}": (row.noun, row.record)
        for row in rows
        for noun in _headings_of(row.noun)
    }
    if not records:
        return {}
    found: dict[tuple[str, int], _Standing] = {}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING % ", ".join(["%s"] * len(records)), list(records))
        for heading, title, url, count in cursor.fetchall():
            record = records[heading]
            more = found[record].count if record in found else 0
            found[record] = _Standing(title, url, count + more)
    return found


# Written as SQL: of three hundred names the wording alone would take Django longer.
_STANDING = """
    SELECT h.key, h.label, h.address, t.count
    FROM events_heading h JOIN events_tally t ON t.heading_id = h.key
    WHERE t.noun IN ('event', 'report') AND t.scale = '' AND t.period = '' AND h.key IN (%s)
"""


def _headings_of(noun: str) -> tuple[str, ...]:
    """The nouns of the headings that make a record of this noun public."""
    return _models()[noun].heading_nouns or (noun,)


@cache
def _models() -> dict[str, type[models.Model]]:
    return {model._meta.model_name: model for model in named_models()}


# --- Suggestions ----------------------------------------------------------------------------------


def known_by(query: Query, most: int) -> list[Known]:
    """What is known by a name that holds all these words, the last perhaps half typed.

    Names that begin so come first, then what more is written about; of one record its usual name.
    """
    words = query.words
    if not words:
        return []
    whole, last = set(words[:-1]), words[-1]
    longest = max(words, key=len)
    others = [word for word in words if word != longest]
    where = _BEGINNING.format("turned") + _HOLDING * len(others)
    params = [*_range(longest), *(f"%{word.replace('_', '!_')}%" for word in others)]
    # In the order of the index, so that both databases look at the same.
    candidates = _rows(where, params, "turned, id", _MOST_CANDIDATES)
    fitting = [row for row in candidates if _holds(row.key.split(), whole, last)]
    standing = _standing(fitting)
    typed, key = " ".join(words), " ".join(sorted(words))

    def order(row: _Row) -> tuple:
        begins = row.is_whole and row.turned.startswith(typed)
        about = standing[row.noun, row.record].count
        return row.key != key, not begins, -about, row.noun, row.record, row.pk

    best: dict[tuple[str, int], Known] = {}
    for row in sorted((row for row in fitting if (row.noun, row.record) in standing), key=order):
        record = row.noun, row.record
        title, url, _ = standing[record]
        best.setdefault(record, Known(row.noun, title, url, row.name))
    return list(best.values())[:most]


def _holds(name: list[str], whole: set[str], last: str) -> bool:
    return whole <= set(name) and any(word.startswith(last) for word in name)


# As a range, which both databases find in an index.
_BEGINNING = "{0} >= %s AND {0} < %s"
_HOLDING = " AND key LIKE %s ESCAPE '!'"


def _range(start: str) -> tuple[str, str]:
    """Between what all that begins so is sorted."""
    return start, start + chr(0x10FFFF)


# --- What may have been meant ---------------------------------------------------------------------


def meant(query: Query) -> str:
    """The same words with those put right that are like a name on record; empty if none is."""
    right = tuple(word if _is_word(word) else _likest(word) or word for word in query.words)
    return " ".join(right) if right != query.words else ""


def _is_word(word: str) -> bool:
    """Whether it stands in some text, or is too short to tell what else it could be."""
    return len(word) < 4 or word in store().words_from(word, 1)


def _likest(word: str) -> str:
    """The word of a public name that is most like this one in writing or in sound."""
    heard = sound(word)
    where = f"({_BEGINNING.format('sound')}) OR ({_BEGINNING.format('turned')})"
    params = [*_range(heard[:2]), *_range(word[:2])]
    best: dict[str, tuple[float, list[_Row]]] = {}
    for row in _rows(where, params, "id", _MOST_CANDIDATES * 10):
        first = row.turned.partition(" ")[0]
        likeness = max(fuzz.ratio(word, first), fuzz.ratio(heard, row.sound))
        if likeness >= _LIKE_ENOUGH:
            best.setdefault(first, (likeness, []))[1].append(row)
    for first in sorted(best, key=lambda first: (-best[first][0], first))[:10]:
        if _public(best[first][1][:20]):
            return first
    return ""
