"""Names on file that are like those of a report: all of them looked up in two questions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from django.db import connection

from events.models import KnownName
from events.names import sound
from reports.intake.matching.calling import USUAL
from reports.intake.matching.likeness import Asked, Heard, likeness

_TABLE = KnownName._meta.db_table
# A word in more names than this finds names only together with the beginning of another.
_RARE = 24
_MOST_OF_A_PAIR = 24
_LETTERS = 2
_MOST_WAYS = 400  # SQLite puts no more than 500 together


class Found(NamedTuple):
    """A name on file like one that was asked for."""

    noun: str
    record: int
    name: str
    score: float
    words: int  # of the name it was found by


class Row(NamedTuple):
    """A name on file that is worth a comparison."""

    noun: str
    record: int
    name: str
    key: str
    sound: str  # of the word it was found by; empty: it was found by its whole key


def names_on_file(asked: Iterable[Asked]) -> dict[str, list[Found]]:
    """By the key of each planned link, the names on file that are like one of its names."""
    heard = [Heard.of(one) for one in dict.fromkeys(asked) if one.key]
    if not heard:
        return {}
    by_key, by_sound = defaultdict(list), defaultdict(list)
    for one in heard:
        for key in filter(None, (one.asked.key, one.acronym)):
            by_key[one.asked.noun, key].append(one)
        for part in dict.fromkeys(one.parts):
            by_sound[one.asked.noun, sound(part)[:60]].append(one)
    pairs = [
        (one, row)
        for row in _rows(heard)
        for one in (
            by_sound.get((row.noun, row.sound), ())
            if row.sound
            else by_key.get((row.noun, row.key), ())
        )
    ]
    return likest(pairs)


def likest(pairs: Iterable[tuple[Heard, Row]]) -> dict[str, list[Found]]:
    """By link, each record once, with its likest name; the likest first."""
    best: dict[tuple[str, int], Found] = {}
    for one, row in pairs:
        score = likeness(one, row.key)
        known = best.get((one.asked.link, row.record))
        if score and (known is None or score > known.score):
            length = one.asked.key.count(" ") + 1
            found = Found(row.noun, row.record, row.name, score, length)
            best[one.asked.link, row.record] = found
    result = defaultdict(list)
    for (link, _record), found in best.items():
        result[link].append(found)
    for names in result.values():
        names.sort(key=lambda name: (-name.score, name.record))
    return result


def _rows(heard: Sequence[Heard]) -> list[Row]:
    """The names that are worth a comparison, each by what it was found by."""
    names = [[sound(part)[:60] for part in one.parts] for one in heard]
    spread = _how_often(sorted(set(chain.from_iterable(names))))
    telling = [_telling(parts, spread) for parts in names]
    ask = _Question()
    ask.whole(sorted({key for one in heard for key in (one.asked.key, one.acronym) if key}))
    ask.sounding(sorted(set(chain.from_iterable(telling))))
    usual = [one for one, rare in zip(heard, telling, strict=True) if not rare]
    for beginning in sorted({each for one in usual for each in _beginnings(one)}):
        ask.beginning(beginning)
    return ask.answer()


def _how_often(sounds: list[str]) -> dict[str, int]:
    """In how many names on file a word sounds so, counted no further than matters."""
    asked = ", ".join(["(%s)"] * len(sounds))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH asked (sound) AS (VALUES {asked}) SELECT sound,"  # noqa: S608 -- a table of ours
            f" (SELECT count(*) FROM (SELECT 1 FROM {_TABLE} k WHERE k.sound = asked.sound"
            f" LIMIT {_RARE + 1}) AS found) FROM asked",
            sounds,
        )
        return dict(cursor.fetchall())


def _telling(parts: list[str], spread: dict[str, int]) -> list[str]:
    """The rarest words of a name that are on file: two, as one of them may be misspelt."""
    return sorted((part for part in parts if 0 < spread[part] <= _RARE), key=spread.__getitem__)[:2]


def _beginnings(heard: Heard) -> Iterable[str]:
    """How names go on after each word of this one, up to the first letters of the next."""
    written = heard.written
    if len(heard.parts) < 2:
        return
    for start, word in enumerate(written):
        if word in USUAL:
            continue
        beginning = [word]
        for following in (*written[start + 1 :], *written[:start]):
            if following not in USUAL:
                yield " ".join((*beginning, following[:_LETTERS]))
                break
            beginning.append(following)


class _Question:
    """Names looked up in several ways, each by an index: in one statement if they are not many."""

    def __init__(self) -> None:
        self.ways: list[tuple[str, list[str]]] = []

    def whole(self, keys: list[str]) -> None:
        places = ", ".join(["%s"] * len(keys))
        self._add("''", f"is_whole AND key IN ({places})", keys)

    def sounding(self, sounds: list[str]) -> None:
        if sounds:
            places = ", ".join(["%s"] * len(sounds))
            self._add("sound", f"sound IN ({places})", sounds)

    def beginning(self, turned: str) -> None:
        values = [turned, turned + chr(0x10FFFF)]
        self._add("sound", "turned >= %s AND turned < %s", values, most=_MOST_OF_A_PAIR)

    def _add(self, by: str, condition: str, values: list[str], most: int = 0) -> None:
        limit = f" ORDER BY turned, id LIMIT {most}" if most else ""
        statement = (
            f"SELECT * FROM (SELECT noun, record, name, key, {by} FROM {_TABLE}"  # noqa: S608 -- as above
            f" WHERE {condition}{limit}) way{len(self.ways)}"
        )
        self.ways.append((statement, values))

    def answer(self) -> list[Row]:
        found = []
        for start in range(0, len(self.ways), _MOST_WAYS):
            statements, values = zip(*self.ways[start : start + _MOST_WAYS], strict=True)
            with connection.cursor() as cursor:
                cursor.execute(" UNION ALL ".join(statements), list(chain.from_iterable(values)))
                found += [Row._make(row) for row in cursor.fetchall()]
        return found
