"""manage.py intake reads files of reports and says what is in them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from events.models import Event
from reports.intake.pasting import LONGEST
from reports.models import Report
from tests.intake_score import SAMPLES

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "intake.schema.json").read_text())
REPORT = """Choir sings for the lost ferry in Tallinn

TALLINN, 29 September 2025 (Gulf Wire) – A concert in memory of the victims of the ferry disaster \
was held at the Harbour Chapel in Tallinn on Sunday.

"We sing the names," said Ülle Randmaa, chairwoman of the Society of Seafarers' Families.

The choir performed "Salt and Light" by the composer Toomas Lepik, and a minute of silence was \
observed.
"""


def read(*files, **options) -> str:
    out = io.StringIO()
    call_command("intake", *map(str, files), stdout=out, **options)
    return out.getvalue()


def read_json(*files, **options) -> list[dict]:
    return [json.loads(line) for line in read(*files, json=True, **options).splitlines()]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_intake_prints_one_object_a_report(file):
    (found,) = read_json(file)

    assert found["title"] == "Choir sings for the lost ferry in Tallinn"
    assert found["published"] == "2025-09-29"
    assert found["event_start"] == "2025-09-28"
    assert (found["city"], found["country"]) == ("Tallinn", "Estonia")
    assert found["kind"] == "concert"
    assert found["programme"] == ["concert", "speech", "minute_of_silence"]
    assert found["works"] == [
        {"title": "Salt and Light", "kind": "music", "creator": "Toomas Lepik"}
    ]


def test_intake_keeps_to_its_schema(file):
    samples = sorted(SAMPLES.glob("*.txt"))[::6]

    errors = [
        error.message
        for found in read_json(file, *samples)
        for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(found)
    ]

    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert errors == []


def test_intake_says_the_same_every_time(file):
    assert read(file, json=True) == read(file, json=True)


def test_intake_writes_json_where_few_letters_can_be_written(file):
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")

    call_command("intake", str(file), json=True, stdout=out)

    out.seek(0)
    assert json.load(out)["people"][0]["name"] == "Ülle Randmaa"


def test_intake_reads_files_of_old_machines(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(REPORT.encode("cp1252"))

    (found,) = read_json(path)

    assert found["people"][0]["name"] == "Ülle Randmaa"


def test_intake_reads_pages(tmp_path):
    path = tmp_path / "saved"
    paragraphs = "".join(f"<p>{line}</p>" for line in REPORT.splitlines()[1:] if line)
    path.write_text(
        f"<!DOCTYPE html><html><head><title>x</title><script>1 < 2</script></head><body>"
        f"<h1>{REPORT.splitlines()[0]}</h1>{paragraphs}</body></html>"
    )

    (found,) = read_json(path)

    assert found["title"] == "Choir sings for the lost ferry in Tallinn"
    assert found["works"][0]["title"] == "Salt and Light"


def test_intake_reads_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))

    (found,) = read_json("-")

    assert found["city"] == "Tallinn"


def test_intake_is_told_the_date_of_a_text_without_one(tmp_path):
    path = tmp_path / "undated.txt"
    path.write_text(REPORT.replace("TALLINN, 29 September 2025 (Gulf Wire) – ", ""))

    assert read_json(path)[0]["event_start"] is None
    (found,) = read_json(path, "--published=2025-09-29")

    assert (found["published"], found["event_start"]) == ("2025-09-29", "2025-09-28")


def test_intake_goes_on_after_a_file_it_cannot_read(file, tmp_path, capsys):
    binary = tmp_path / "photo.jpg"
    binary.write_bytes(bytes(range(256)) * 20)
    out, err = io.StringIO(), io.StringIO()

    with pytest.raises(SystemExit) as end:
        call_command(
            "intake", str(tmp_path / "absent"), str(binary), str(file), json=True,
            stdout=out, stderr=err,
        )  # fmt: skip

    assert end.value.code == 1
    assert len(out.getvalue().splitlines()) == 1
    assert err.getvalue().splitlines() == [
        f"{tmp_path / 'absent'}: No such file or directory",
        f"{binary}: This is no text file: it holds bytes that no text has.",
    ]


def test_intake_says_that_a_page_of_menus_is_no_report(tmp_path):
    path = tmp_path / "menu.txt"
    path.write_text("Home\nNews\nSport\nContact\n")
    out, err = io.StringIO(), io.StringIO()

    with pytest.raises(SystemExit):
        call_command("intake", str(path), json=True, stdout=out, stderr=err)

    assert err.getvalue() == f"{path}: No sentences of a report are in it.\n"
    assert json.loads(out.getvalue())["programme"] == []


def test_intake_refuses_what_is_longer_than_a_report(tmp_path):
    path = tmp_path / "book.txt"
    path.write_text("One long word after another. " * (LONGEST // 20))
    err = io.StringIO()

    with pytest.raises(SystemExit):
        call_command("intake", str(path), stdout=io.StringIO(), stderr=err)

    told = f"A report is no longer than {LONGEST // 1000} kB; this is."
    assert err.getvalue() == f"{path}: {told}\n"


def test_intake_tells_people_what_it_read(file):
    told = read(file).splitlines()

    assert told[0] == "Choir sings for the lost ferry in Tallinn"
    assert "When           2025-09-28" in told
    assert "Programme      concert, speech, minute of silence" in told
    assert "Works          Salt and Light, Toomas Lepik [music]" in told


def test_intake_refuses_a_date_that_is_none(file):
    with pytest.raises(CommandError, match="not a date: 'yesterday'"):
        call_command("intake", str(file), "--published", "yesterday")


@pytest.mark.django_db
def test_intake_makes_drafts_once(file):
    first = read(file, save=True)
    second = read(file, save=True)

    report = Report.objects.get()
    assert first == f"Drafts made: {report}\n"
    assert second == f"There are drafts of it already: {report}\n"
    assert Event.objects.count() == 1
    assert Event.objects.published().count() == 0


def test_intake_ends_quietly_when_nobody_listens_any_more(file):
    listening, speaking = os.pipe()
    os.close(listening)

    ended = subprocess.run(
        [sys.executable, "manage.py", "intake", "--json", file],
        stdout=speaking,
        stderr=subprocess.PIPE,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr) == (1, b"")
