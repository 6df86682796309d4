"""Kill an import at twenty random points, run it again, compare with an import nobody killed.

    python -m tests.reports.importers.killed EMPTY.sqlite3 SEED

A program of its own: it forks, and a fork needs a process without threads. Killed is for real, by
SIGKILL, before a statement of the database drawn by lot.
"""

import io
import os
import random
import shutil
import signal
import sqlite3
import sys
from importlib import import_module
from itertools import count
from pathlib import Path

import django
from django.conf import settings
from django.db import connection

POINTS = 20
# Moments, and keys that a chunk rolled back has used up or that nothing refers to.
PASSING = {"created_at", "modified_at", "public_since", "history_date"}
UNNAMED = {"events_eventlisting", "reports_reportlisting", "events_tally", "events_knownname"}


def entries() -> list[dict]:
    """A small archive in which everything leads to something."""
    numbers = range(5)
    return [
        {"kind": "place", "ref": "be", "name": "Belgium", "type": "country"},
        {"kind": "place", "ref": "brussels", "name": "Brussels", "type": "city", "parent": "be"},
        {"kind": "source", "ref": "wire", "name": "Wire", "language": "en"},
        {"kind": "topic", "ref": "music", "name": "Music"},
        *({"kind": "person", "ref": f"p{n}", "name": f"Anna {n}"} for n in numbers[:4]),
        *(
            {
                "kind": "event",
                "ref": f"e{n}",
                "title": f"Evening {n}",
                "start": f"2026-0{n + 1}",
                "place": "brussels",
                "topics": ["music"],
                "people": [{"person": f"p{n % 4}", "role": "speaker"}],
            }
            for n in numbers
        ),
        *(
            {
                "kind": "report",
                "ref": f"r{n}",
                "headline": f"Anna {n} spoke",
                "body": f"Words of report {n}.",
                "source": "wire",
                "language": "en",
                "published": f"2026-0{n + 1}-11",
                "events": [f"e{n % 5}"],
                "mentions": [{"person": f"p{n % 5 % 4}"}],
                "citations": [{"event": f"e{n % 5}", "person": f"p{n % 5 % 4}", "value": "Anna"}],
            }
            for n in range(8)
        ),
    ]


def take_in(database: Path, kill_at: int = 0) -> int:
    """Import in a process of its own; return how many statements it took, 0 if it was killed."""
    reader, writer = os.pipe()
    if child := os.fork():
        os.close(writer)
        with os.fdopen(reader) as answer:
            said = answer.read()
        _pid, status = os.waitpid(child, 0)
        assert said or os.WTERMSIG(status) == signal.SIGKILL, status
        return int(said or 0)
    os.close(reader)
    statements = count(1)

    def killing(execute, sql, params, many, context):
        if next(statements) == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    from reports.importers import archive
    from tests.factories.archive_files import lines

    archive.CHUNK_ENTRIES = 7
    connection.settings_dict["NAME"] = str(database)
    with connection.execute_wrapper(killing):
        for outcome in archive.import_archive([io.BytesIO(lines(*entries()))]):
            assert not outcome.refusal, outcome
    os.write(writer, str(next(statements) - 1).encode())
    os._exit(0)


def contents(database: Path) -> dict[str, list[str]]:
    """Every row of every table, but for what differs from one import to the next."""
    file = sqlite3.connect(database)
    tables = [
        name
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name.startswith(("events_", "reports_", "search_"))
        and not name.startswith(("events_edition", "search_text"))
    ]
    # The table of a full-text index can only be asked.
    asked = "SELECT rowid FROM search_text WHERE search_text MATCH ?"
    found = {
        word: [repr(row) for row in file.execute(f"{asked} ORDER BY rowid", (word,))]
        for word in ("anna", "evening", "words")
    }
    for table in tables:
        rows = file.execute(f"SELECT * FROM {table}")  # noqa: S608 -- a table of ours
        left_out = PASSING | ({"id"} if table in UNNAMED else set())
        kept = [at for at, column in enumerate(rows.description) if column[0] not in left_out]
        found[table] = sorted(repr([row[at] for at in kept]) for row in rows)
    file.close()
    return found


def main(empty: Path, seed: int) -> None:
    django.setup()
    # Loaded once, and not again after every fork.
    import_module(settings.ROOT_URLCONF)
    import_module("reports.importers.archive")
    folder = empty.parent
    clean = shutil.copy(empty, folder / "clean.sqlite3")
    statements = take_in(clean)
    expected = contents(clean)
    assert len(expected["reports_report"]) == len(expected["words"]) == 8
    for point in sorted(random.Random(seed).sample(range(1, statements + 1), POINTS)):
        killed = shutil.copy(empty, folder / f"killed-{point}.sqlite3")
        assert take_in(killed, kill_at=point) == 0
        assert take_in(killed) > 0
        found = contents(killed)
        differing = [table for table in expected if found[table] != expected[table]]
        assert not differing, f"killed before statement {point} of {statements}: {differing}"
    print(f"seed {seed}: killed at {POINTS} of {statements} statements")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
