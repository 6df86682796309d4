"""One archive on one database: build or copy it, ask for every page, tell time and rows.

`DATABASE_URL` chooses the database, as everywhere. What was measured goes to standard output as
JSON, for `tests.benchmarks` to put in tables.
"""

import argparse
import json
import os
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

TIMES = 3  # each page; the median is told, and rows tell more


@dataclass
class Measured:
    """What one page costs."""

    name: str
    milliseconds: float
    queries: int
    lines: int  # of the public index
    rows: int  # of all tables, the index included


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="a SQLite file, built if it is not there")
    parser.add_argument("size", type=int, help="reports in it")
    chosen = parser.parse_args()
    prepare(chosen.archive, chosen.size)
    pages = [asdict(measured) for measured in measure_pages()]
    json.dump({"pages": pages, "listing": measure_listing()}, sys.stdout)


def prepare(archive: Path, size: int) -> None:
    """Bring the database of the settings to hold the archive."""
    from django.core.management import call_command
    from django.db import connection

    from tests.benchmarks.archive import build_archive
    from tests.benchmarks.copying import copy_from

    is_new = connection.vendor == "sqlite" and not archive.exists()
    call_command("migrate", verbosity=0)
    if connection.vendor == "postgresql":
        copy_from(str(archive))
    elif is_new:
        build_archive(size)


def measure_pages():
    from django.contrib.auth.models import User
    from django.test import Client

    from tests.benchmarks.pages import requests

    visitor, editor = Client(), Client()
    someone = {"is_staff": True, "is_superuser": True}
    editor.force_login(User.objects.get_or_create(username="bench", defaults=someone)[0])
    for request in requests():
        print(request.name, file=sys.stderr, flush=True)
        yield measure(request, editor if request.is_for_staff else visitor)


def measure(request, client) -> Measured:
    from tests.benchmarks.rows import queries_kept, reading_of

    with queries_kept() as queries:
        answer = client.get(request.address)
    if answer.status_code != 200:
        raise SystemExit(f"{request.address} answers {answer.status_code}")
    readings = [reading_of(*query) for query in queries]
    return Measured(
        name=request.name,
        milliseconds=statistics.median(seconds(client, request.address)) * 1000,
        queries=len(queries),
        lines=sum(reading.lines for reading in readings),
        rows=sum(reading.total for reading in readings),
    )


def seconds(client, address: str):
    for _ in range(TIMES):
        started = time.perf_counter()
        client.get(address)
        yield time.perf_counter() - started


def measure_listing(many: int = 1000) -> float:
    """Reports a second whose lines of the public index are written anew, all of them missing."""
    from django.db import transaction

    from events.actions.listing import list_records
    from reports.models import Report, ReportListing

    reports = Report.objects.filter(pk__lte=many)
    with transaction.atomic():
        ReportListing.objects.filter(report__in=reports).delete()
        started = time.process_time()
        read = list_records(reports)
        taken = time.process_time() - started
        transaction.set_rollback(True)
    return read / taken


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    main()
