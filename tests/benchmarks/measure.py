"""One archive on one database: take it in, ask for every page, do what staff do; tell the cost.

`DATABASE_URL` chooses the database, as everywhere. What was measured goes to standard output as
JSON, for `tests.benchmarks` to put in tables.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

TIMES = 9  # each page; the median is told


@dataclass
class Measured:
    """What one page costs."""

    milliseconds: float
    queries: int
    lines: int  # of the public index
    rows: int  # of all tables, the index included
    sent: int  # bytes of the answer, compressed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=Path, help="the archive as NDJSON")
    parser.add_argument("home", type=Path, help="the folder of this database")
    parser.add_argument("requests", type=int, help="of the mixed load")
    parser.add_argument("times", type=int, help="that every report stands in the archive")
    chosen = parser.parse_args()

    from tests.benchmarks import deeds

    done = deeds.prepare(chosen.entries, chosen.home, chosen.times)
    pages = {name: asdict(measured) for name, measured in measure_pages()}
    done |= deeds.measure(chosen.requests)
    done["list page, bytes sent"] = f"{pages['reports, newest']['sent']:,}"
    json.dump({"pages": pages, "deeds": done}, sys.stdout)


def measure_pages() -> Iterator[tuple[str, Measured]]:
    from django.contrib.auth.models import User
    from django.test import Client

    from tests.benchmarks.pages import requests

    visitor, editor = Client(), Client()
    someone = {"is_staff": True, "is_superuser": True}
    editor.force_login(User.objects.get_or_create(username="bench", defaults=someone)[0])
    for request in requests():
        print(f"  {request.name}", file=sys.stderr, flush=True)
        yield request.name, measure(request, editor if request.is_for_staff else visitor)


def measure(request, client) -> Measured:
    from tests.benchmarks.rows import queries_kept, reading_of

    with queries_kept() as queries:
        answer = client.get(request.address, headers={"Accept-Encoding": "gzip"})
    if answer.status_code != 200:
        raise SystemExit(f"{request.address} answers {answer.status_code}")
    readings = [reading_of(*query) for query in queries] if request.is_flat else []
    return Measured(
        milliseconds=statistics.median(seconds(client, request.address)) * 1000,
        queries=len(queries),
        lines=sum(reading.lines for reading in readings),
        rows=sum(reading.total for reading in readings),
        sent=0 if answer.streaming else len(answer.content),
    )


def seconds(client, address: str) -> Iterator[float]:
    for _ in range(TIMES):
        started = time.perf_counter()
        client.get(address)
        yield time.perf_counter() - started


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    main()
