"""What the archive knows by name: other spellings, suggestions, and what may have been meant.

Names of hidden records are among those that are looked up; none of them leaves this module.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db import models
from django.db.models import Q
from rapidfuzz import fuzz

from events.models import Heading, KnownName, Tally
from events.names import sound
from events.search.entry import NOUNS
from events.search.index import named_models, store
from events.search.query import All, Either, Mark, Phrase, Query, Wanted

_LONGEST_NAME = 8  # words of a name that is understood in the middle of a question
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
    rows = _public(KnownName.objects.filter(key__in=set(runs.values()), is_whole=True)[:200])
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


def _public(rows: Iterable[KnownName]) -> list[KnownName]:
    """Those of these names whose records the public may see."""
    rows = list(rows)
    public = _tallies(rows)
    return [row for row in rows if (row.noun, row.record) in public]


def _tallies(rows: Iterable[KnownName]) -> Counter[tuple[str, int]]:
    """How much leads to the record of each name; what is hidden has no tally."""
    records = {
        f"{noun}:{row.record}": (row.noun, row.record)
        for row in rows
        for noun in _headings_of(row.noun)
    }
    tallies = Tally.objects.filter(noun__in=NOUNS[1:], heading_id__in=records, scale="", period="")
    found: Counter[tuple[str, int]] = Counter()
    for heading, count in tallies.values_list("heading_id", "count"):
        found[records[heading]] += count
    return found


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
    rows = KnownName.objects.filter(_beginning("turned", longest))
    for word in words:
        if word != longest:
            rows = rows.filter(key__contains=word)
    fitting = [row for row in rows[:_MOST_CANDIDATES] if _holds(row.key.split(), whole, last)]
    written_about = _tallies(fitting)
    typed, key = " ".join(words), " ".join(sorted(words))

    def order(row: KnownName) -> tuple:
        begins = row.is_whole and row.turned.startswith(typed)
        about = written_about[row.noun, row.record]
        return row.key != key, not begins, -about, row.noun, row.record, row.pk

    best: dict[tuple[str, int], KnownName] = {}
    for row in sorted(fitting, key=order):
        if written_about[row.noun, row.record]:
            best.setdefault((row.noun, row.record), row)
    return _shown(list(best.values())[:most])


def _shown(rows: list[KnownName]) -> list[Known]:
    """What the directory of the public index says of the records of these names."""
    keys = {f"{noun}:{row.record}" for row in rows for noun in _headings_of(row.noun)}
    directory = Heading.objects.in_bulk(keys)
    shown = []
    for row in rows:
        found = (directory.get(f"{noun}:{row.record}") for noun in _headings_of(row.noun))
        if heading := next(filter(None, found), None):
            shown.append(Known(row.noun, heading.label, heading.address, row.name))
    return shown


def _holds(name: list[str], whole: set[str], last: str) -> bool:
    return whole <= set(name) and any(word.startswith(last) for word in name)


def _beginning(column: str, start: str) -> Q:
    """As a range, which both databases find in an index."""
    return Q(**{f"{column}__gte": start, f"{column}__lt": start + chr(0x10FFFF)})


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
    begins = _beginning("sound", heard[:2]) | _beginning("turned", word[:2])
    best: dict[str, tuple[float, list[KnownName]]] = {}
    for row in KnownName.objects.filter(begins)[: _MOST_CANDIDATES * 10]:
        first = row.turned.partition(" ")[0]
        likeness = max(fuzz.ratio(word, first), fuzz.ratio(heard, row.sound))
        if likeness >= _LIKE_ENOUGH:
            best.setdefault(first, (likeness, []))[1].append(row)
    for first in sorted(best, key=lambda first: (-best[first][0], first))[:10]:
        if _public(best[first][1][:20]):
            return first
    return ""
