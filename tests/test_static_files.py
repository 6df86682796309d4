"""The files browsers fetch: complete when collected, and ours to hand on."""

import json
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.management import call_command

from config.static import STYLESHEET, joined

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


def test_the_stylesheet_is_collected_in_one_piece():
    styles = ROOT / "static"
    imported = re.findall(r'@import "([^"]+)"', (styles / STYLESHEET).read_text())

    text = joined(STYLESHEET, lambda name: (styles / name).read_text())

    assert "@import" not in text
    assert "/*" not in text
    assert text.startswith("@layer tokens, base, layout, components, pages, print;")
    assert text.count("{") == text.count("}")
    assert "@media print {\n@layer print {" in text
    # Whatever all pages wear is in it; the rest is fetched by the few that need it.
    others = {"css/components/map.css", STYLESHEET}
    found = {path.relative_to(styles / "css").as_posix() for path in styles.glob("css/**/*.css")}
    assert {name for name in found if not name.startswith(("admin/", "pages/"))} - {
        name.removeprefix("css/") for name in others
    } == set(imported)


def test_the_moving_map_fetches_files_that_are_there():
    scripts = ROOT / "static" / "js"
    named = re.findall(r'"(\.\./[^"]+)"', (scripts / "moving_map.js").read_text())

    assert len(named) == 6
    assert [name for name in named if not (scripts / name).exists()] == []


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
