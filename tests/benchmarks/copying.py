"""The same archive in PostgreSQL: rows carried over from the SQLite file it was built in."""

import sqlite3

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection


def copy_from(path: str) -> None:
    """Replace what the database holds by the rows of a SQLite file with the same tables."""
    source = sqlite3.connect(path)
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no foreign keys meanwhile
        cursor.execute(f"TRUNCATE {', '.join(map(connection.ops.quote_name, tables))} CASCADE")
        for table in tables:
            _copy_table(source, cursor, connection.ops.quote_name(table))
        cursor.execute("SET session_replication_role = DEFAULT")
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE")
    source.close()


def _copy_table(source: sqlite3.Connection, cursor, table: str) -> None:
    rows = source.execute(f"SELECT * FROM {table}")  # noqa: S608 -- a table of ours, quoted
    columns = ", ".join(connection.ops.quote_name(column[0]) for column in rows.description)
    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
