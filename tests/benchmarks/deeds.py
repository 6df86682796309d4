"""What is done to an archive rather than asked of it, and what answering costs apart from pages."""

import resource
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from events.models import Edition
from reports.actions.publication import list_report, publish_report, withdraw_report
from reports.importers.archive import import_archive
from reports.models import Report
from tests.benchmarks import floor, pages
from tests.benchmarks.growth import grow
from tests.benchmarks.serving import serving

Deeds = dict[str, str]


def prepare(entries: Path, home: Path, times: int) -> Deeds:
    """Take the archive in, unless the database holds it, and let it grow; say at what pace."""
    call_command("migrate", verbosity=0)
    if Report.objects.exists():
        return {}
    print("  import", file=sys.stderr, flush=True)
    started = time.perf_counter()
    with entries.open("rb") as file:
        many = sum(1 for _ in import_archive([file]))
    taken = time.perf_counter() - started
    pace = Report.objects.count() / taken
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    least = floor.rate(entries, home)
    if times > 1:
        print("  growth", file=sys.stderr, flush=True)
        grow(times)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
    return {
        "import, reports a second": f"{pace:,.0f}",
        "&ensp;… the same bodies in bulk": f"{least:,.0f}",
        "&ensp;… ratio": f"{pace / least:.2f}",
        "&ensp;… memory, MB": f"{most} ({many:,} entries)",
    }


def measure(requests: int) -> Deeds:
    return {**_changes(), **_kept_pages(), **_memory(requests)}


# --- Changing one record --------------------------------------------------------------------------


def _changes(times: int = 15) -> Deeds:
    """Publish, edit and withdraw reports of the archive's middle, each by its verb."""
    some = list(Report.objects.filter(status="published", events__isnull=False)[100 : 100 + times])
    spent: dict[str, list[float]] = {"withdraw": [], "publish": [], "edit": []}
    for report in some:
        with _timed(spent["withdraw"]):
            withdraw_report(report)
        with _timed(spent["publish"]):
            publish_report(report)
        report.headline += " again"
        with _timed(spent["edit"]):
            report.save()
            list_report(report)
    return {
        f"{deed} a report, ms": f"{statistics.median(taken) * 1000:.1f}"
        for deed, taken in spent.items()
    }


@contextmanager
def _timed(taken: list[float]) -> Iterator[None]:
    started = time.perf_counter()
    yield
    taken.append(time.perf_counter() - started)


# --- A worker that serves -------------------------------------------------------------------------


def _kept_pages() -> Deeds:
    """The CPU of a kept page and of a 304, beside that of a view that returns a constant."""
    # Long enough ago for a date to tell.
    Edition.objects.update(changed_at=timezone.now() - timedelta(days=1))
    with serving("tests.benchmarks.constant") as worker:
        constant = worker.cpu("/")
    with serving("tests.benchmarks.served") as worker:
        page = {"Accept-Encoding": "gzip"}
        tag = worker.get("/reports/", **page).headers["ETag"]
        kept = worker.cpu("/reports/", **page)
        unchanged = worker.cpu("/reports/", **page, **{"If-None-Match": tag})
    return {
        "a constant, ms of CPU": f"{constant:.2f}",
        "a kept page, ms of CPU": f"{kept:.2f} ({kept / constant:.2f} ×)",
        "304, ms of CPU": f"{unchanged:.2f} ({unchanged / constant:.2f} ×)",
    }


def _memory(requests: int) -> Deeds:
    """What a worker holds after all kinds of pages, most of them made anew."""
    addresses = [each.address for each in pages.requests() if not each.is_for_staff]
    with serving("tests.benchmarks.served") as worker:
        before, own_before = worker.megabytes()
        for number in range(requests):
            address = addresses[number % len(addresses)]
            # An unknown parameter makes it a page of its own.
            worker.get(f"{address}{'&' if '?' in address else '?'}n={number}")
        after, own = worker.megabytes()
    return {
        f"memory of a worker after {requests:,} requests, MB": f"{after} (from {before})",
        "&ensp;… its own, without the files of programs, MB": f"{own} (from {own_before})",
    }
