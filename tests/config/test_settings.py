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
        ({"INTAKE_NLP": "no_such_model"}, "INTAKE_NLP must name an installed spaCy model"),
        ({"INTAKE_NLP": "https://models.example/"}, "INTAKE_NLP must name an installed"),
        ({"INTAKE_NLP": "django"}, "INTAKE_NLP must name an installed"),
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


def test_settings_take_a_language_model_that_is_installed(tmp_path):
    about = tmp_path / "some_model-1.0.dist-info"  # as pip leaves it behind
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: some_model\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[spacy_models]\nsome_model = some_model\n")
    environment = {"PYTHONPATH": str(tmp_path), "VAR_DIR": str(tmp_path), "SECRET_KEY": "x"}

    check = subprocess.run(
        [sys.executable, "-c", "from config.settings import INTAKE_NLP; print(INTAKE_NLP)"],
        env={"PATH": os.environ["PATH"], "INTAKE_NLP": "some_model"} | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert (check.stdout, check.stderr) == ("some_model\n", "")
