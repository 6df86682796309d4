import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY to a long random text"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL must begin with"),
    ],
)
def test_settings_refuse_nonsense_with_a_sentence(tmp_path, environment, sentence):
    clean = {"PATH": os.environ["PATH"], "SECRET_KEY": "x", "VAR_DIR": str(tmp_path)}

    check = subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        env=clean | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert check.returncode == 1
    assert sentence in check.stderr
