"""A PostgreSQL server of our own, for as long as a `with` block lasts.

    with temporary_cluster() as url:
        run_something(env={"DATABASE_URL": url})

It listens on a socket in a temporary folder and nowhere else, never syncs to disk, and is gone
afterwards. `python -m tests.postgresql COMMAND …` runs a command with DATABASE_URL set to it.
"""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST_VERSION = 15
START_SECONDS = 30
# The socket is in the folder, and its path has 103 bytes at most (107 on Linux).
LONGEST_FOLDER = 85
# Quick and forgetful: nothing in this server outlives the tests.
SERVER_OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
}


class NoPostgreSQL(Exception):
    """There is no PostgreSQL server of a usable version on this machine."""


def find_programs() -> Path:
    """The folder with initdb and postgres: the newest of those Debian, PATH and pg_config name."""
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    versions = {_version(folder): folder for folder in folders if (folder / "postgres").exists()}
    newest = max(versions, default=0)
    if newest >= OLDEST_VERSION:
        return versions[newest]
    if newest:
        raise NoPostgreSQL(f"PostgreSQL {newest} is too old; {OLDEST_VERSION} or newer is needed")
    raise NoPostgreSQL("no PostgreSQL server is installed (on Debian: apt-get install postgresql)")


def _version(folder: Path) -> int:
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True)
    number = re.search(r"\d+", answer.stdout)
    return int(number[0]) if number else 0


@contextmanager
def temporary_cluster() -> Iterator[str]:
    """Start a server, yield its DATABASE_URL, stop it by its process and remove its files."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    server = None
    try:
        if len(os.fsencode(folder)) > LONGEST_FOLDER:
            raise NoPostgreSQL(f"{folder} is too long for a socket; set TMPDIR to a shorter folder")
        owner = _unprivileged(folder)
        _initialise(programs, folder, owner)
        server = _start(programs, folder, owner)
        _wait_until_ready(programs, folder, server)
        yield f"postgresql://dateline@/{folder}/dateline"
    finally:
        if server:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> dict:
    """How to start programs as somebody PostgreSQL accepts: it refuses root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    # Not from where we stand: that folder may be closed to everybody else.
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": folder}


def _initialise(programs: Path, folder: Path, owner: dict) -> None:
    locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    _run(
        [
            *(programs / "initdb", "--pgdata", folder / "data", "--username=dateline"),
            *("--auth=trust", "--encoding=UTF8", f"--locale={locale}", "--no-sync"),
        ],
        owner,
    )


def _start(programs: Path, folder: Path, owner: dict) -> subprocess.Popen:
    options = [f"--{name}={value}" for name, value in SERVER_OPTIONS.items()]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", "-k", folder, *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Ctrl-C is for the tests; the server is stopped after them.
            start_new_session=True,
            **owner,
        )


def _wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen) -> None:
    until = time.monotonic() + START_SECONDS
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder]).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            raise NoPostgreSQL("the server did not start:\n" + (folder / "log").read_text())
        time.sleep(0.1)
    # Its owner's own database, so that DATABASE_URL names one that exists.
    _run([programs / "createdb", "-h", folder, "-U", "dateline", "dateline"], {})


def _run(command: list, owner: dict) -> None:
    done = subprocess.run(command, capture_output=True, text=True, **owner)
    if done.returncode != 0:
        raise NoPostgreSQL(f"{command[0]} failed: {done.stderr or done.stdout}")


def _stop(server: subprocess.Popen) -> None:
    server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: it ends its clients
    try:
        server.wait(timeout=15)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)  # its immediate one
        server.wait(timeout=15)


def end_on_termination() -> None:
    """Let SIGTERM and SIGHUP leave `with` blocks in order, as Ctrl-C does."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: sys.exit(128 + number))


def main(command: list[str]) -> int:
    end_on_termination()
    with temporary_cluster() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except NoPostgreSQL as problem:
        sys.exit(str(problem))
