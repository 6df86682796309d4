"""An import that is killed, wherever it stands, is finished by the next one."""

import os
import secrets
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="an import is killed once, on an SQLite file of its own"
)
def test_import_archive_killed_and_run_again_gives_the_same_archive(db, tmp_path):
    empty = tmp_path / "empty.sqlite3"
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as ours:
        ours.execute("VACUUM INTO ?", (str(empty),))
    seed = secrets.randbelow(10**6)

    done = subprocess.run(
        [sys.executable, "-m", "tests.reports.importers.killed", empty, str(seed)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{empty}"},
        capture_output=True,
        text=True,
    )

    print(f"seed {seed}")
    assert done.returncode == 0, done.stderr
