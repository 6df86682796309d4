"""What reading a pasted report and matching it costs in a large archive: `make bench`.

    python -m tests.benchmarks.intake

An SQLite archive of 20,000 people, 5,000 organizations and 10,000 places with invented names is
made for it; the reports are those of tests/samples/intake. Milliseconds are of CPU, with the index
warm; memory is what the process holds at the end, and what it held before it read anything.
"""

import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PEOPLE, ORGANIZATIONS, PLACES = 20_000, 5_000, 10_000
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
TIMES = 5


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/archive.sqlite3"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
        import django

        django.setup()
        fill(Path(folder) / "names.ndjson")
        before = resident()
        rows = measured()
        print(f"\n### Intake, {len(rows)} reports\n\n| What | median | highest |\n|---|--:|--:|")
        names = ("read, ms of CPU", "match, ms of CPU", "both")
        for name, column in zip(names, zip(*rows, strict=True), strict=True):
            print(f"| {name} | {statistics.median(column):.1f} | {max(column):.1f} |")
        print(f"| memory, MB | {resident()} | from {before} |")


def fill(path: Path) -> None:
    """An archive of names alone."""
    from django.core.management import call_command

    from reports.importers.archive import import_archive

    call_command("migrate", verbosity=0)
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries()))
    with path.open("rb") as file:
        for outcome in import_archive([file]):
            assert not outcome.refusal, outcome


def entries() -> Iterator[dict]:
    from tests.benchmarks.archive import word

    chance = random.Random(4)

    def name(words: int) -> str:
        return " ".join(word(chance.randrange(200, 8_000)).capitalize() for _ in range(words))

    yield {"kind": "place", "ref": "country", "type": "country", "name": "Belgium"}
    for number in range(PLACES):
        yield {
            "kind": "place",
            "ref": f"place-{number}",
            "type": "city",
            "name": name(1 + number % 2),
            "parent": "country",
        }
    for number in range(ORGANIZATIONS):
        kind = ("Association", "Embassy", "University", "Foundation")[number % 4]
        yield {
            "kind": "organization",
            "ref": f"organization-{number}",
            "name": f"{kind} of {name(2)}",
        }
    for number in range(PEOPLE):
        yield {"kind": "person", "ref": f"person-{number}", "name": name(2)}


def measured() -> list[tuple[float, float, float]]:
    """Of each sample the milliseconds to read it, to match it, and both."""
    from reports.intake.matching import candidates
    from reports.intake.plan import plan_of
    from reports.intake.reading import propose

    rows = []
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        candidates(plan_of(propose(text)))  # warms what is kept
        read = _milliseconds(propose, text)
        match = _milliseconds(candidates, plan_of(propose(text)))
        rows.append((read, match, read + match))
    return rows


def _milliseconds(deed: Callable[[Any], Any], given: Any) -> float:
    """The median of the CPU it takes."""
    times = []
    for _ in range(TIMES):
        started = time.thread_time()
        deed(given)
        times.append(time.thread_time() - started)
    return statistics.median(times) * 1000


def resident() -> int:
    """Megabytes the process holds."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


if __name__ == "__main__":
    main()
