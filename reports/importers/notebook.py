"""What one run of an import remembers: on disk, so that memory stays bounded at any size."""

import pickle
import sqlite3

from django.db import models

from events.importers.entries import Entry, place_in_words
from events.importers.known import Key


class Notebook:
    """The references read so far, and, on a dry run, the records that would have been made.

    A private file that SQLite removes when the notebook is closed, or the program gone.
    """

    def __init__(self):
        self.keys: dict[tuple[str, str], Key] = {}
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE entry (key TEXT PRIMARY KEY, file TEXT, line INTEGER, record BLOB)"
            " WITHOUT ROWID"
        )

    def note(self, entry: Entry) -> str:
        """Note where an entry stands; return where one of the same key stood before, or ""."""
        key = entry.key
        added = self._file.execute(
            "INSERT INTO entry (key, file, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (key, entry.file, entry.line),
        )
        if added.rowcount:
            return ""
        rows = self._file.execute("SELECT file, line FROM entry WHERE key = ?", (key,))
        return place_in_words(*rows.fetchone())

    def keep(self, key: str, record: models.Model) -> None:
        """Keep a record for the entries that refer to it, without its long texts."""
        for field in record._meta.concrete_fields:
            if isinstance(field, models.TextField):
                setattr(record, field.attname, "")
        written = pickle.dumps(record)
        self._file.execute("UPDATE entry SET record = ? WHERE key = ?", (written, key))

    def kept(self, key: str) -> models.Model | None:
        try:
            row = self._file.execute("SELECT record FROM entry WHERE key = ?", (key,)).fetchone()
        except UnicodeEncodeError:
            return None  # no entry has a reference of such characters
        # Written by this very process, into a file that has no name.
        return pickle.loads(row[0]) if row and row[0] else None  # noqa: S301 -- see above

    def close(self) -> None:
        self._file.close()
