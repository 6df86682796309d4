"""The index on SQLite: an FTS5 table whose row number is the place in the order of lists.

`search_entry` keeps the words of each row compressed, because FTS5 forgets a text only when told
what it was.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from events.models.bulk import insert_values
from events.search.entry import IDENTITY, MARK, Entry
from events.search.query import All, Either, Except, Mark, Phrase, Wanted
from events.search.rows import Row, packed, row_of_texts, texts_of, unpacked

row_of = row_of_texts  # what `load` takes
_BYTES_HELD, _BYTES_HELD_IN_BULK = 1 << 20, 32 << 20  # the first is what FTS5 does by itself


def keys_of(
    questions: Sequence[Wanted], lowest: int, highest: int, most: int, *, ascending: bool
) -> list[int]:
    """The numbers of the records that answer, newest or oldest first, those of one question first.

    In one query, which asks the second question only if the first has not filled the page.
    """
    order = " ORDER BY rowid LIMIT %s" if ascending else " ORDER BY rowid DESC LIMIT %s"
    parts = [f"SELECT rowid FROM ({_MATCHING}{order})"] * len(questions)  # noqa: S608 -- constants
    params = [each for wanted in questions for each in (written(wanted), lowest, highest, most)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts) + " LIMIT %s", [*params, most])
        return [key for (key,) in cursor]


def numbers_of(questions: Sequence[Wanted], lowest: int, highest: int, most: int) -> list[int]:
    """How many records answer each question, counted up to a number."""
    parts = [f"(SELECT count(*) FROM ({_MATCHING} LIMIT %s))"] * len(questions)  # noqa: S608 -- above
    params = [each for wanted in questions for each in (written(wanted), lowest, highest, most)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        return list(cursor.fetchone())


_MATCHING = "SELECT rowid FROM search_text WHERE search_text MATCH %s AND rowid BETWEEN %s AND %s"


def written(wanted: Wanted) -> str:
    """The question in the language of FTS5, every word in quotes."""
    match wanted:
        case Phrase(found):
            return f'"{" ".join(found)}"'
        case Mark(text):
            return f'"{text}"'
        case All(parts):
            return f"({' AND '.join(map(written, parts))})"
        case Either(parts):
            return f"({' OR '.join(map(written, parts))})"
        case Except(asked, unwanted):
            return f"({written(asked)} NOT {written(unwanted)})"


def write(entries: Iterable[Entry]) -> None:
    """Put these records into the index, in place of what it held of them; unchanged ones stay."""
    new = {entry.identity: (entry.key, texts_of(entry)) for entry in entries}
    # Not as a savepoint, here and below: FTS5 writes a segment at each.
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        old = _stored(cursor, new)
        same = {identity for identity in old if old[identity] == new[identity]}
        _remove(cursor, {key: old[key] for key in old.keys() - same})
        _insert(cursor, _rows(new[identity] for identity in new.keys() - same))


def remove(identities: Collection[int]) -> None:
    """Take these records out of the index, if they are in it."""
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        _remove(cursor, _stored(cursor, identities))


def mark_also(marks: dict[int, list[str]]) -> None:
    """Let these of the records bear more marks, if they are in the index."""
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        old = _stored(cursor, marks)
        new = {each: _with_marks(texts, marks[each]) for each, (_, texts) in old.items()}
        differing = {key: old[key] for key in old if old[key][1] != new[key]}
        _remove(cursor, differing)
        _insert(cursor, _rows((old[key][0], new[key]) for key in differing))


def _with_marks(texts: list[str], marks: Iterable[str]) -> list[str]:
    *parts, last = texts
    words = last.split()
    upfront = [word for word in words if not word.startswith(MARK)]
    marks = {*marks, *(word for word in words if word.startswith(MARK))}
    return [*parts, " ".join([*upfront, *sorted(marks)])]


def _stored(cursor, identities: Iterable[int]) -> dict[int, tuple[int, list[str]]]:
    """The key and texts the index holds of each of these."""
    cursor.execute(
        "SELECT identity, key, words FROM search_entry"
        " WHERE identity IN (SELECT value FROM json_each(%s))",
        [json.dumps(list(identities))],
    )
    return {identity: (key, unpacked(words)) for identity, key, words in cursor}


def _remove(cursor, stored: dict[int, tuple[int, list[str]]]) -> None:
    # In ascending order: FTS5 writes a segment whenever a row number is not the highest so far.
    for key, texts in sorted(stored.values()):
        cursor.execute(
            "INSERT INTO search_text (search_text, rowid, title, lead, body, marks)"
            " VALUES ('delete', %s, %s, %s, %s, %s)",
            [key, *texts],
        )
        cursor.execute("DELETE FROM search_entry WHERE key = %s", [key])


def _rows(entries: Iterable[tuple[int, list[str]]]) -> list[Row]:
    return [(key, texts, packed(texts)) for key, texts in sorted(entries)]


def _insert(cursor, rows: list[Row]) -> None:
    cursor.executemany(
        "INSERT INTO search_text (rowid, title, lead, body, marks) VALUES (%s, %s, %s, %s, %s)",
        ([key, *texts] for key, texts, _packed in rows),
    )
    cursor.executemany(
        "INSERT INTO search_entry (key, identity, words) VALUES (%s, %s, %s)",
        ([key, key & IDENTITY, packed] for key, _texts, packed in rows),
    )


def words_from(start: str, most: int) -> list[str]:
    """The shortest words known that begin so."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM search_word WHERE word >= %s AND word < %s"
            " ORDER BY length(word), word LIMIT %s",
            [start, start + chr(0x10FFFF), most],
        )
        return [word for (word,) in cursor]


def learn(words: Collection[str]) -> None:
    """Remember these words, for those that are typed half."""
    insert_values(
        "INSERT OR IGNORE INTO search_word (word) VALUES", 1, ([word] for word in sorted(words))
    )


def indexed_among(keys: Sequence[int]) -> set[int]:
    """Those of these numbers that the index holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key FROM search_entry WHERE key IN (SELECT value FROM json_each(%s))",
            [json.dumps(list(keys))],
        )
        return {key for (key,) in cursor}


def some_keys(after: int, most: int) -> list[int]:
    """The next of all numbers the index holds, in ascending order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key FROM search_entry WHERE key > %s ORDER BY key LIMIT %s", [after, most]
        )
        return [key for (key,) in cursor]


def forget_everything() -> None:
    """Empty the index."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")
        cursor.execute("DELETE FROM search_entry")
        cursor.execute("DELETE FROM search_word")


@contextmanager
def loading(*, much: bool) -> Iterator[None]:
    """While much is loaded FTS5 holds more words before it writes them: less is merged then."""
    _hold(_BYTES_HELD_IN_BULK if much else _BYTES_HELD)
    yield
    _hold(_BYTES_HELD)


def _hold(size: int) -> None:
    with connection.cursor() as cursor:
        command = "INSERT INTO search_text (search_text, rank) VALUES ('hashsize', %s)"
        cursor.execute(command, [size])


def load(rows: list[Row]) -> None:
    """Put in records of which the index holds nothing yet, in ascending order."""
    with transaction.atomic(), connection.cursor() as cursor:
        _insert(cursor, rows)
