"""Rows into tables by the thousand: one COPY on PostgreSQL, one prepared statement on SQLite."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django.db import connection, models


def insert_rows(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows of clean values under these attribute names; `save()` is not asked.

    Columns left out get what the database gives them, such as a key.
    """
    quote = connection.ops.quote_name
    columns = ", ".join(quote(model._meta.get_field(name).column) for name in names)
    target = f"{quote(model._meta.db_table)} ({columns})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Django does not translate the errors of a COPY by itself.
            with connection.wrap_database_errors, cursor.copy(f"COPY {target} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(names))
            # Names of our own tables and columns; the values are passed beside them.
            statement = f"INSERT INTO {target} VALUES ({places})"  # noqa: S608 -- see above
            cursor.executemany(statement, map(_of_sqlite, rows))


def _of_sqlite(row: Sequence[Any]) -> list[Any]:
    """A row as SQLite keeps it: it has no types for dates and moments."""
    return [_AS_TEXT[type(value)](value) if type(value) in _AS_TEXT else value for value in row]


_AS_TEXT = {
    date: date.isoformat,
    time: time.isoformat,
    datetime: lru_cache(lambda moment: connection.ops.adapt_datetimefield_value(moment)),
}
