"""`make bench`: what every kind of page and deed costs, by size of the archive, as tables.

    python -m tests.benchmarks --size 10000 100000 --database sqlite

Archives are invented and taken in by `import_archive`, whose pace is the first thing measured.
`--data FOLDER` takes the files of another generator (see convert.py); `--keep FOLDER` keeps what
was built for the next time; `--times 10` lets each report stand there ten times (see growth.py).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.postgresql import end_on_termination, temporary_cluster

SIZES = [10_000, 100_000]
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main() -> None:
    chosen = arguments()
    end_on_termination()
    names = list(DATABASES) if chosen.database == "both" else [chosen.database]
    with folder_for(chosen.keep) as folder:
        for name in names:
            sizes = sorted(chosen.size)
            print_tables(
                DATABASES[name],
                {size * chosen.times: measured(name, size, folder, chosen) for size in sizes},
            )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--size", type=int, nargs="+", default=SIZES, help="reports in the archive")
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="files of another generator")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where archives stay")
    parser.add_argument(
        "--times", type=int, default=1, help="let every report stand in the archive so many times"
    )
    parser.add_argument("--requests", type=int, default=3000, help="of the mixed load for memory")
    return parser.parse_args()


@contextmanager
def folder_for(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
            yield Path(folder)


def measured(name: str, size: int, folder: Path, chosen: argparse.Namespace) -> dict:
    """What one archive costs on one database, found out by a process of its own."""
    entries = folder / f"{size}.ndjson"
    if not entries.exists():
        write_entries(entries, size, chosen.data)
    home = folder / f"{name}-{size}x{chosen.times}"
    home.mkdir(exist_ok=True)
    print(f"{size * chosen.times:,} reports on {DATABASES[name]} …", file=sys.stderr, flush=True)
    started = time.monotonic()
    with ExitStack() as stack:
        url = f"sqlite:///{home / 'archive.sqlite3'}"
        if name == "postgresql":
            url = stack.enter_context(temporary_cluster())
        numbers = (str(chosen.requests), str(chosen.times))
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.measure", entries, home, *numbers],
            env={**os.environ, "DATABASE_URL": url},
            stdout=subprocess.PIPE,
            text=True,
        )
    if done.returncode != 0:
        sys.exit("the measurement stopped; see above")
    print(f"  in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return json.loads(done.stdout)


def write_entries(path: Path, size: int, data: Path | None) -> None:
    """The entries of an archive of this size, invented here or by another generator."""
    from tests.benchmarks import archive, convert

    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for entry in convert.entries(data, size) if data else archive.entries(size):
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    part.rename(path)


def print_tables(database: str, by_size: dict[int, dict]) -> None:
    """Pages with milliseconds (median), queries and rows read; then deeds with their figures."""
    sizes = list(by_size)
    print(f"\n### {database}")
    print_table(
        ["Page", "queries", *(f"{size:,}: ms | lines | rows" for size in sizes), "growth"],
        page_rows(by_size),
        columns=2 + 3 * len(sizes) + 1,
    )
    print_table(["Deed", *(f"{size:,}" for size in sizes)], deed_rows(by_size), 1 + len(sizes))


def page_rows(by_size: dict[int, dict]) -> Iterator[list[str]]:
    smallest, largest = (by_size[size]["pages"] for size in (min(by_size), max(by_size)))
    for name in largest:
        # A page far back is not there in a small archive.
        cells = []
        for found in by_size.values():
            page = found["pages"].get(name)
            rows = (
                [f"{page['lines']:,}", f"{page['rows']:,}"] if page and page["rows"] else ["–"] * 2
            )
            cells += [f"{page['milliseconds']:.1f}" if page else "–", *rows]
        first = smallest.get(name)
        growth = f"{largest[name]['milliseconds'] / first['milliseconds']:.1f}" if first else "–"
        # Indented names stand for "of the above".
        yield [name.replace("  ", "&ensp;… "), str(largest[name]["queries"]), *cells, growth]


def deed_rows(by_size: dict[int, dict]) -> Iterator[list[str]]:
    for name in by_size[max(by_size)]["deeds"]:
        yield [name, *(found["deeds"].get(name, "–") for found in by_size.values())]


def print_table(head: list[str], rows: Iterable[list[str]], columns: int) -> None:
    print(f"\n| {' | '.join(head)} |\n|---|{'--:|' * (columns - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
