"""Lists stay flat: what is read for a page does not grow with the archive."""

import json
import re
from io import BytesIO

import pytest
from django.db import connection

from reports.importers.archive import import_archive
from tests.benchmarks.archive import entries
from tests.benchmarks.pages import requests
from tests.benchmarks.rows import counting, queries_kept, reading_of

pytestmark = pytest.mark.django_db

# Pages of several lists, which once read the whole archive.
OTHERS = {"home": 300, "people": 300, "an event": 300}


@pytest.fixture
def archive(db):
    lines = b"\n".join(json.dumps(entry).encode() for entry in entries(600))
    assert not [outcome for outcome in import_archive([BytesIO(lines)]) if outcome.refusal]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def test_lists_by_date_and_place_read_few_rows(archive, client, monkeypatch):
    # What facets count is bounded by this, whatever the size: here it must not hide the rest.
    monkeypatch.setattr("events.facets.CAP", 20)
    too_much = {}
    for request in requests():
        most = 200 if request.is_flat else OTHERS.get(request.name)
        if most is None:
            continue
        with queries_kept() as queries:
            assert client.get(request.address).status_code == 200
        if (rows := rows_of(queries)) > most:
            too_much[request.name] = rows
    assert too_much == {}


def rows_of(queries) -> int:
    """Rows read to find the records and, where it goes by key at this size, to load them.

    Of a few hundred reports PostgreSQL rather reads all than twenty by their ids.
    """
    readings = [reading_of(*query) for query in queries]
    if connection.vendor == "postgresql":
        return sum(reading.lines for reading in readings)
    return sum(
        size
        for reading in readings
        for table, size in reading.rows.items()
        if table != "events_place"  # up to four for each record, however many there are
    )


@pytest.mark.parametrize(
    ("sql", "counted"),
    [
        (
            'SELECT 1 FROM "a" WHERE "x" = %s ORDER BY "x" LIMIT 2',
            'SELECT 1 FROM "a" WHERE [a "a"] AND ("x" = %s) ORDER BY "x" LIMIT 2',
        ),
        (
            'SELECT 1 FROM "a" WHERE "x" IN (SELECT 1 FROM "b")',
            'SELECT 1 FROM "a" WHERE [a "a"] AND ("x" IN (SELECT 1 FROM "b" WHERE [b "b"]))',
        ),
        (
            'SELECT 1 FROM "a" JOIN "b" U0 ON ("x" = "y") LIMIT 2',
            'SELECT 1 FROM "a" JOIN "b" U0 ON ("x" = "y") WHERE [a "a"] AND [b U0] LIMIT 2',
        ),
    ],
)
def test_counting_calls_for_every_table_of_every_part(sql, counted):
    called = re.sub(r"\[(\w+) (\S+)\]", r"looked_at('\1', \2.rowid)", counted)

    assert counting(sql) == called
