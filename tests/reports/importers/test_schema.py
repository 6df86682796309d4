"""The JSON Schema of an archive file says what the importer takes in, no more and no less."""

import json
from pathlib import Path

import jsonschema
import pytest

from reports.importers.schema import archive_schema
from reports.management.commands.load_demo import DEMO
from tests.factories.archive_files import refusals, take

ROOT = Path(__file__).resolve().parents[3]
PLACE = {"kind": "place", "ref": "be", "name": "Belgium", "type": "country"}
REPORT = {"kind": "report", "ref": "x", "headline": "H", "source": "wire", "published": "2026"}


@pytest.fixture(scope="module")
def validator():
    return jsonschema.Draft202012Validator(archive_schema())


def test_archive_schema_in_the_manual_is_the_importer_s_own():
    # `manage.py import_archive --schema > docs/archive.schema.json` writes it anew.
    written = json.loads((ROOT / "docs" / "archive.schema.json").read_text())

    assert written == archive_schema()
    jsonschema.Draft202012Validator.check_schema(written)


def test_archive_schema_accepts_the_demo(validator):
    lines = (DEMO / "archive.ndjson").read_text().splitlines()

    assert [
        error.message for line in lines for error in validator.iter_errors(json.loads(line))
    ] == []


@pytest.mark.parametrize(
    ("entry", "is_valid"),
    [
        (PLACE, True),
        (PLACE | {"wikidata": "Q31", "website": "x"}, False),
        (PLACE | {"wikidata": "31"}, False),
        (PLACE | {"wikidata": ""}, True),
        (PLACE | {"wikidata": None, "lat": None}, True),
        (PLACE | {"name": ""}, False),
        (PLACE | {"name": None}, False),
        (PLACE | {"type": "planet"}, False),
        (PLACE | {"lat": "50"}, False),
        (PLACE | {"lat": True}, False),
        (PLACE | {"geonames": 2802361.5}, False),
        (PLACE | {"names": [{"text": "Belgique", "language": "fr"}]}, True),
        (PLACE | {"names": [{"language": "fr"}]}, False),
        (PLACE | {"names": "Belgique"}, False),
        (PLACE | {"kind": "tag"}, False),
        (PLACE | {"ref": 7}, False),
        (REPORT, True),
        (REPORT | {"published": "2026-2"}, False),
        (REPORT | {"published_time": "24:00"}, False),
        (REPORT | {"published_time": "1:00"}, False),
        (REPORT | {"language": "English"}, False),
        (REPORT | {"url": "javascript:x"}, False),
        (REPORT | {"undated": 1}, False),
        (REPORT | {"dateline_date": "2026-02"}, False),
        (REPORT | {"events": [7]}, False),
        (REPORT | {"citations": [{"event": "x", "aspect": "colour"}]}, False),
    ],
)
def test_archive_schema_refuses_what_the_importer_refuses(validator, db, entry, is_valid):
    around = [
        {"kind": "place", "ref": "here", "name": "Here", "type": "city"},
        {"kind": "source", "ref": "wire", "name": "Wire"},
        {"kind": "event", "ref": "x", "title": "E", "start": "2026", "place": "here"},
    ]
    if entry["kind"] == "report":
        entry = {"dateline_place": "here"} | entry

    assert validator.is_valid(entry) == is_valid
    assert (not refusals(take(*around, entry))) == is_valid
