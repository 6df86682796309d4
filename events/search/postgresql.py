"""The index on PostgreSQL: a narrow table of word vectors under a GIN index.

Words become vectors here and not by `to_tsvector`, whose parser and dictionaries would find other
words than SQLite does.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from django.db import connection

from events.search.entry import Entry, day_of
from events.search.periods import Window, windows
from events.search.query import All, Either, Except, Mark, Phrase, Wanted
from events.search.rows import Row, row_of_vector

row_of = row_of_vector  # what `load` takes
_MAKE_INDEX = (
    "CREATE INDEX {how} IF NOT EXISTS search_entry_words ON search_entry USING gin (words)"
    " WITH (fastupdate = off)"
)


def keys_of(
    questions: Sequence[Wanted], lowest: int, highest: int, most: int, *, ascending: bool
) -> list[int]:
    """The numbers of the records that answer, newest or oldest first, those of one question first.

    In one query, which asks the second question only if the first has not filled the page.
    """
    with connection.cursor() as cursor:
        looked_through = _looked_through(cursor, lowest, highest, ascending=ascending)
        params = [[written(wanted), *looked_through, most] for wanted in questions]
        parts = [f"SELECT key FROM {_MATCHING}"] * len(questions)  # noqa: S608 -- constants
        cursor.execute(" UNION ALL ".join(parts) + " LIMIT %s", [*chain(*params), most])
        return [key for (key,) in cursor]


def numbers_of(questions: Sequence[Wanted], lowest: int, highest: int, most: int) -> list[int]:
    """How many records answer each question, counted up to a number."""
    with connection.cursor() as cursor:
        periods = list(_windows(cursor, lowest, highest, ascending=False))
        near = _either([mark for period in periods[:2] for mark in period.marks])
        params = [[written(wanted), near, lowest, highest, most] for wanted in questions]
        parts = ["search_number(%s::tsquery, %s::tsquery, %s, %s, %s)"] * len(questions)
        cursor.execute(f"SELECT {', '.join(parts)}", [*chain(*params)])
        return list(cursor.fetchone())


_MATCHING = "search_keys(%s::tsquery, %s::tsquery[], %s::bigint[], %s::bigint[], %s, %s) AS key"


def _looked_through(cursor, lowest: int, highest: int, *, ascending: bool) -> list:
    """How `search_keys` is to go through the time between two numbers."""
    periods = list(_windows(cursor, lowest, highest, ascending=ascending))
    return [
        [_either(period.marks) for period in periods],
        [max(period.lowest, lowest) for period in periods],
        [min(period.highest, highest) for period in periods],
        -1 if ascending else 1,
    ]


def _windows(cursor, lowest: int, highest: int, *, ascending: bool) -> Iterable[Window]:
    """Periods to look through one after the other, from one end of what the index holds."""
    cursor.execute("SELECT min(key), max(key) FROM search_entry")
    first, last = cursor.fetchone()
    if first is None or lowest > last or highest < first:
        return ()
    first, last = day_of(max(first, lowest)), day_of(min(last, highest))
    return windows(first, last, ascending=ascending)


def written(wanted: Wanted) -> str:
    """The question as a tsquery, every word in quotes."""
    match wanted:
        case Phrase(found):
            return "(" + " <-> ".join(f"'{word}'" for word in found) + ")"
        case Mark(text):
            return f"'{text}'"
        case All(parts):
            return f"({' & '.join(map(written, parts))})"
        case Either(parts):
            return f"({' | '.join(map(written, parts))})"
        case Except(asked, unwanted):
            return f"({written(asked)} & !{written(unwanted)})"


def _either(marks: Sequence[str]) -> str:
    return " | ".join(f"'{mark}'" for mark in marks)


def write(entries: Iterable[Entry]) -> None:
    """Put these records into the index, in place of what it held of them; unchanged ones stay."""
    rows = [row_of(entry) for entry in entries]
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_entry (key, identity, words)"
            " SELECT key, identity, words::tsvector"
            " FROM unnest(%s::bigint[], %s::bigint[], %s::text[]) AS new (key, identity, words)"
            " ON CONFLICT (identity) DO UPDATE SET key = excluded.key, words = excluded.words"
            " WHERE (search_entry.key, search_entry.words) <> (excluded.key, excluded.words)",
            [list(column) for column in zip(*rows, strict=True)],
        )


def remove(identities: Collection[int]) -> None:
    """Take these records out of the index, if they are in it."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_entry WHERE identity = ANY(%s)", [list(identities)])


def mark_also(marks: dict[int, list[str]]) -> None:
    """Let these of the records bear more marks, if they are in the index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_entry SET words = search_entry.words || new.marks::tsvector"
            " FROM unnest(%s::bigint[], %s::text[]) AS new (identity, marks)"
            " WHERE search_entry.identity = new.identity",
            [list(marks), [" ".join(f"'{mark}'" for mark in each) for each in marks.values()]],
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
    with connection.cursor() as cursor:
        # In one order, so that two who learn at the same time wait for each other only once.
        cursor.execute(
            "INSERT INTO search_word (word) SELECT unnest(string_to_array(%s, ' '))"
            " ON CONFLICT DO NOTHING",
            [" ".join(sorted(words))],
        )


def indexed_among(keys: Sequence[int]) -> set[int]:
    """Those of these numbers that the index holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM search_entry WHERE key = ANY(%s)", [list(keys)])
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
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_entry, search_word")


@contextmanager
def loading(*, much: bool) -> Iterator[None]:
    """While much is loaded there is no index to keep: made at the end, it takes a tenth of it.

    Until then a search finds nothing. An interrupted load leaves it so; the next one mends it.
    """
    with connection.cursor() as cursor:
        if much or not _is_complete(cursor):
            cursor.execute("DROP INDEX IF EXISTS search_entry_words")
        yield
        cursor.execute("ANALYZE search_entry")
        # Built beside the writers where that can be, which is outside of a transaction.
        how = "" if connection.in_atomic_block else "CONCURRENTLY"
        cursor.execute("SET maintenance_work_mem = '256MB'")
        cursor.execute(_MAKE_INDEX.format(how=how))
        cursor.execute("RESET maintenance_work_mem")


def _is_complete(cursor) -> bool:
    """Whether there is an index, and the making of it was not interrupted."""
    cursor.execute(
        "SELECT FROM pg_index WHERE indexrelid = to_regclass('search_entry_words') AND indisvalid"
    )
    return cursor.rowcount > 0


def load(rows: list[Row]) -> None:
    """Put in records of which the index holds nothing yet."""
    copying = "COPY search_entry (key, identity, words) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(copying) as copy:
        for row in rows:
            copy.write_row(row)
