"""`make test`: the suite on SQLite, then on PostgreSQL, then the browser tests, and a summary.

`python -m tests.run sqlite` runs one part (or `postgresql`, `browser`). Whatever cannot be run here
is named at the end with the reason.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from tests.postgresql import NoPostgreSQL, end_on_termination, find_programs, temporary_cluster

ROOT = Path(__file__).resolve().parent.parent
WITHOUT_BROWSER = ["tests", "--ignore=tests/browser", "-n", "2", "--dist", "loadscope"]


@dataclass
class Outcome:
    """What became of one part of the tests, in the numbers and words of the summary."""

    part: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    notes: list[str] = field(default_factory=list)
    not_run: str = ""

    def __str__(self) -> str:
        if self.not_run:
            return f"{self.part}: not run: {self.not_run}"
        counts = f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
        first = f"{self.part}: {counts} in {self.seconds:.0f} s"
        return "\n    ".join([first, *self.notes])


# --- The three parts --------------------------------------------------------------------------


def run_sqlite() -> Outcome:
    return run_pytest("SQLite", WITHOUT_BROWSER)


def run_postgresql() -> Outcome:
    try:
        prepare(find_programs, "postgresql")
        with temporary_cluster() as url:
            return run_pytest("PostgreSQL", WITHOUT_BROWSER, DATABASE_URL=url)
    except NoPostgreSQL as problem:
        return Outcome("PostgreSQL", not_run=str(problem))


def run_browser() -> Outcome:
    try:
        chromium = prepare(find_chromium, "chromium", "libatomic1")
    except NoChromium as problem:
        return Outcome("Browser", not_run=str(problem))
    return run_pytest("Browser", ["tests/browser", "-n", "2"], CHROMIUM=chromium)


PARTS = {"sqlite": run_sqlite, "postgresql": run_postgresql, "browser": run_browser}


# --- What the parts need ------------------------------------------------------------------------


class NoChromium(Exception):
    """There is no Chromium on this machine, or nothing to drive it with."""


def find_chromium() -> str:
    # Playwright brings a program of its own, which a minimal Debian has too few libraries for.
    driver = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True
    )
    if driver.returncode != 0:
        raise NoChromium(f"Playwright does not start: {driver.stderr.strip()}")
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and (found := shutil.which(name)):
            return found
    raise NoChromium("no Chromium is installed (on Debian: apt-get install chromium)")


def prepare(find, *packages: str):
    """What `find` finds, after installing Debian's packages where that is ours to do."""
    try:
        return find()
    except (NoPostgreSQL, NoChromium):
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            raise
    print(f"Installing Debian's {' and '.join(packages)} …", flush=True)
    apt_get("update")
    apt_get("install", "--yes", "--no-install-recommends", *packages)
    return find()


def apt_get(*arguments: str) -> None:
    done = subprocess.run(
        ["apt-get", "-qq", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr, flush=True)


# --- Running and telling ------------------------------------------------------------------------


def run_pytest(part: str, arguments: list[str], **environment: str) -> Outcome:
    print(f"\n=== {part} ===", flush=True)
    # A DATABASE_URL of the person at the keyboard is not for tests. Six processes would compile
    # the same files where Python is told to write no bytecode.
    left_out = {"DATABASE_URL", "PYTHONDONTWRITEBYTECODE"}
    inherited = {name: value for name, value in os.environ.items() if name not in left_out}
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dateline-report-") as folder:
        report = Path(folder) / "report.xml"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments, f"--junit-xml={report}"],
            cwd=ROOT,
            env={**inherited, **environment},
        )
        outcome = read_report(part, report)
    outcome.seconds = time.monotonic() - started
    if done.returncode != 0 and not outcome.failed:
        outcome.failed = 1
        outcome.notes.append(f"pytest stopped with exit code {done.returncode}")
    return outcome


def read_report(part: str, report: Path) -> Outcome:
    if not report.exists():
        return Outcome(part)
    # Written by pytest a moment ago: nothing hostile is in it.
    tree = ElementTree.parse(report)  # noqa: S314 -- see the line above
    skips = Counter(skip.get("message", "") for skip in tree.iter("skipped"))
    total = len(list(tree.iter("testcase")))
    failed = sum(
        1
        for case in tree.iter("testcase")
        if case.find("failure") is not None or case.find("error") is not None
    )
    return Outcome(
        part,
        passed=total - failed - skips.total(),
        failed=failed,
        skipped=skips.total(),
        notes=[f"{times} skipped: {reason}" for reason, times in skips.most_common()],
    )


def summarise(outcomes: list[Outcome]) -> None:
    print("\n=== Summary ===")
    for outcome in outcomes:
        print(outcome)
    passed, failed, skipped = (
        sum(getattr(outcome, name) for outcome in outcomes)
        for name in ("passed", "failed", "skipped")
    )
    print(f"\nTests: {passed} passed, {failed} failed, {skipped} skipped", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.run")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    chosen = parser.parse_args().parts or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    end_on_termination()
    outcomes = [PARTS[name]() for name in chosen]
    summarise(outcomes)
    ran = sum(outcome.passed for outcome in outcomes)
    return 0 if ran and not any(outcome.failed for outcome in outcomes) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
