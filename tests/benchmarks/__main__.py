"""`make bench`: time and rows read of every kind of page, by size of the archive, as tables.

    python -m tests.benchmarks --size 1000 10000 --database sqlite

Archives are built anew in a temporary folder, the largest in ten minutes or so; `--keep FOLDER`
keeps them for the next time.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgresql import end_on_termination, temporary_cluster

SIZES = [1_000, 10_000, 100_000]
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main() -> None:
    chosen = arguments()
    end_on_termination()
    names = list(DATABASES) if chosen.database == "both" else [chosen.database]
    with folder_for(chosen.keep) as folder:
        found = {name: {} for name in names}
        for size in sorted(chosen.size):
            archive = folder / f"{size}.sqlite3"
            # PostgreSQL gets a copy of what was built here.
            on_sqlite = measured(archive, size, f"sqlite:///{archive}")
            if "sqlite" in names:
                found["sqlite"][size] = on_sqlite
            if "postgresql" in names:
                with temporary_cluster() as url:
                    found["postgresql"][size] = measured(archive, size, url)
    for name in names:
        print_table(DATABASES[name], found[name])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--size", type=int, nargs="+", default=SIZES, help="reports in the archive")
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where archives stay")
    return parser.parse_args()


@contextmanager
def folder_for(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
            yield Path(folder)


def measured(archive: Path, size: int, url: str) -> dict:
    """What one archive costs on one database, found out by a process of its own."""
    print(f"{size:,} reports on {url.partition(':')[0]} …", file=sys.stderr, flush=True)
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.measure", archive, str(size)],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        sys.exit(done.stderr)
    print(f"  in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return json.loads(done.stdout)


def print_table(database: str, by_size: dict[int, dict]) -> None:
    """One line a page; for each size milliseconds (median), lines of the index, rows in all."""
    sizes = list(by_size)
    columns = [f"{size:,}: ms | lines | rows" for size in sizes]
    print(f"\n### {database}\n\n| Page | queries | {' | '.join(columns)} |")
    print("|---|" + "--:|" * (1 + 3 * len(sizes)))
    names = [page["name"] for page in by_size[sizes[0]]["pages"]]
    for position, name in enumerate(names):
        pages = [by_size[size]["pages"][position] for size in sizes]
        cells = [
            f"{page['milliseconds']:.0f} | {page['lines']:,} | {page['rows']:,}" for page in pages
        ]
        # Indented names stand for "of the above".
        shown = name.replace("  ", "&ensp;… ")
        print(f"| {shown} | {pages[-1]['queries']} | {' | '.join(cells)} |")
    speeds = [f"{by_size[size]['listing']:,.0f} at {size:,}" for size in sizes]
    print(f"\nReports put in the public index in a second of computing: {', '.join(speeds)}.")


if __name__ == "__main__":
    main()
