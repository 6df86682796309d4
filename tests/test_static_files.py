"""The files browsers fetch: complete when collected, and ours to hand on."""

import json
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent


def test_static_files_name_no_file_that_is_missing(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    collected = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    ours = {
        path
        for finder in finders.get_finders()
        for path, storage in finder.list([])
        if storage.location == str(ROOT / "static")
    }
    assert ours
    assert ours <= collected.keys()


def test_vendored_folders_are_those_package_json_names():
    package = json.loads((ROOT / "package.json").read_text())
    named = {
        f"{Path(name).name}-{package['devDependencies'][name]}": {
            # Without the folder they are packed in: dist/images/layers.png.
            file.partition("/")[2] or file
            for file in files
        }
        for name, files in package["vendored"].items()
    }

    found = {
        folder.name: {
            file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()
        }
        for folder in (ROOT / "static" / "vendor").iterdir()
    }

    assert found == named


def test_every_vendored_folder_holds_its_licence():
    for folder in (ROOT / "static" / "vendor").iterdir():
        assert list(folder.glob("*LICEN*")), f"{folder.name} has no licence"
