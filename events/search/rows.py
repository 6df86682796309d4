"""Pure: an entry as the index of each database keeps it, and the words it teaches."""

import zlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from events.search.entry import Entry, Wording

Row = tuple[Any, ...]


class Lacking(NamedTuple):
    """What the index lacks of the records of these numbers, as they were in one edition."""

    keys: list[int]
    edition: int
    wordings: list[Wording]


class Rows(NamedTuple):
    """What many records add to the index."""

    rows: list[Row]  # in ascending order of their numbers
    words: set[str]


def rows_of(make: Callable[[Entry], Row], lacking: Lacking) -> Rows:
    """The rows of these records, each made by the way of one database."""
    found = Rows([], set())
    # One by one: a thousand texts taken apart are a lot of memory.
    for wording in sorted(lacking.wordings):
        entry = Entry.of(*wording)
        found.rows.append(make(entry))
        found.words.update(*entry.texts)
    return found._replace(words=worth_learning(found.words))


def worth_learning(words: Iterable[str]) -> set[str]:
    """Those of these words that a half-typed one may become."""
    return {word for word in words if len(word) > 2 and not word.isdigit()}


# --- SQLite ---------------------------------------------------------------------------------------


def texts_of(entry: Entry) -> list[str]:
    """The columns of a record: title, lead, body, and what is asked for by itself."""
    title, lead = entry.upfront
    return [" ".join(part) for part in (*entry.texts, [*title, *lead, *entry.marks])]


def packed(texts: list[str]) -> bytes:
    return zlib.compress("\n".join(texts).encode(), 1)


def unpacked(packed: bytes) -> list[str]:
    return zlib.decompress(packed).decode().split("\n")


def row_of_texts(entry: Entry) -> Row:
    """Its number, its texts, and these once more as FTS5 is told to forget them."""
    texts = texts_of(entry)
    return entry.key, texts, packed(texts)


# --- PostgreSQL -----------------------------------------------------------------------------------


def vector_of(entry: Entry) -> str:
    """The words with their places; a gap keeps phrases from running from one part into the next."""
    lexemes, place = [f"'{mark}'" for mark in entry.marks], 1
    for part in (*entry.upfront, *entry.texts):
        lexemes += [f"'{word}':{at}" for at, word in enumerate(part, place)]
        place += len(part) + 1
    return " ".join(lexemes)


def row_of_vector(entry: Entry) -> Row:
    return entry.key, entry.identity, vector_of(entry)
