"""The least that taking in an archive can cost: its texts written in bulk and made searchable.

On PostgreSQL COPY, then tsvector and GIN over all rows at once; on SQLite plain inserts, then FTS5.
No links, no history, no checks, no public index.
"""

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

Text = tuple[str, str]

_ROWS = 1000  # inserted at once


def rate(entries: Path, folder: Path) -> float:
    """Reports a second, loaded beside the archive by the database in use."""
    seconds = 0.0
    reports = 0
    load = _Postgresql() if connection.vendor == "postgresql" else _Sqlite(folder / "floor.sqlite3")
    for texts, many in _chunks(entries):
        reports += many
        started = time.perf_counter()
        load.write(texts)
        seconds += time.perf_counter() - started
    started = time.perf_counter()
    load.index()
    seconds += time.perf_counter() - started
    load.remove()
    return reports / seconds


def _chunks(entries: Path) -> Iterator[tuple[list[Text], int]]:
    """Titles and bodies of events and reports, and how many of them are of reports."""
    texts: list[Text] = []
    reports = 0
    with entries.open("rb") as lines:
        for line in lines:
            entry = json.loads(line)
            if entry["kind"] == "event":
                texts.append((entry["title"], entry.get("description") or ""))
            elif entry["kind"] == "report":
                texts.append((entry["headline"], entry.get("body") or ""))
                reports += 1
            if len(texts) == _ROWS:
                yield texts, reports
                texts, reports = [], 0
    yield texts, reports


class _Postgresql:
    def __init__(self):
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE floor (id bigserial PRIMARY KEY, title text, body text)")

    def write(self, texts: list[Text]) -> None:
        copying = "COPY floor (title, body) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(copying) as copy:
            for row in texts:
                copy.write_row(row)

    def index(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TABLE floor_words AS"
                " SELECT id, to_tsvector('simple', title || ' ' || body) AS words FROM floor"
            )
            cursor.execute("CREATE INDEX ON floor_words USING gin (words)")

    def remove(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE floor, floor_words")


class _Sqlite:
    def __init__(self, path: Path):
        self.path = path
        self.file = sqlite3.connect(path, isolation_level=None)
        # As config/settings.py has it.
        self.file.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;"
            "CREATE TABLE floor (id integer PRIMARY KEY, title text, body text);"
            "CREATE VIRTUAL TABLE words USING fts5 (title, body, content = 'floor',"
            " content_rowid = 'id');"
        )

    def write(self, texts: list[Text]) -> None:
        self.file.execute("BEGIN")
        self.file.executemany("INSERT INTO floor (title, body) VALUES (?, ?)", texts)
        self.file.execute("COMMIT")

    def index(self) -> None:
        self.file.execute("INSERT INTO words (words) VALUES ('rebuild')")

    def remove(self) -> None:
        self.file.close()
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()
