"""Rows into tables by the thousand: COPY on PostgreSQL, fifty a statement on SQLite."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django.db import connection, models

Rows = Iterable[Sequence[Any]]


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Rows) -> None:
    """Insert rows of clean values under these attribute names; `save()` is not asked.

    Columns left out get what the database gives them, such as a key.
    """
    quote = connection.ops.quote_name
    columns = ", ".join(quote(model._meta.get_field(name).column) for name in names)
    target = f"{quote(model._meta.db_table)} ({columns})"
    if connection.vendor == "sqlite":
        insert_values(f"INSERT INTO {target} VALUES", len(names), rows)
        return
    # Django does not translate the errors of a COPY by itself.
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(f"COPY {target} FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def insert_values(insert: str, width: int, rows: Rows) -> None:
    """Insert rows of so many values on SQLite, where a statement for each takes twice as long."""
    rows = list(rows)
    together = min(_TOGETHER, connection.features.max_query_params // width)
    whole = len(rows) // together * together
    row = f"({', '.join(['%s'] * width)})"
    with connection.cursor() as cursor:
        for some, size in ((rows[:whole], together), (rows[whole:], 1)):
            if some:
                values = (_of_sqlite(some[at : at + size]) for at in range(0, len(some), size))
                cursor.executemany(f"{insert} {', '.join([row] * size)}", values)


_TOGETHER = 50  # rows of one statement


def _of_sqlite(rows: Rows) -> list[Any]:
    """The values as SQLite keeps them: it has no types for dates and moments."""
    return [
        _AS_TEXT[type(value)](value) if type(value) in _AS_TEXT else value
        for row in rows
        for value in row
    ]


_AS_TEXT = {
    date: date.isoformat,
    time: time.isoformat,
    datetime: lru_cache(lambda moment: connection.ops.adapt_datetimefield_value(moment)),
}
