"""Files as the programs read them that people point at an archive: strictly."""

import csv
import json
from io import StringIO
from pathlib import Path

import feedparser
from icalendar import Calendar
from jsonschema import Draft202012Validator

from events.serializers.formats import CONTENT_TYPES

SCHEMA = json.loads(Path("docs/formats.schema.json").read_text())


def fetch(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    extension = address.partition("?")[0].rpartition(".")[2]
    assert response.headers["Content-Type"] == CONTENT_TYPES[extension]
    return b"".join(response).decode()


def feed(client, address: str):
    found = feedparser.parse(fetch(client, address))
    assert not found.bozo, found.get("bozo_exception")
    return found


def calendar(client, address: str) -> list:
    """The entries of a calendar; nothing in it may be wrong."""
    text = fetch(client, address)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found = Calendar.from_ical(text)
    assert not found.errors
    assert all(not event.errors for event in found.events)
    assert found.to_ical()
    return found.events


def plain(client, address: str) -> dict:
    found = json.loads(fetch(client, address))
    kind = "record" if "id" in found else "list"
    Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{kind}"}).validate(found)
    return found


def rows(client, address: str) -> list[dict]:
    text = fetch(client, address)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def features(client, address: str) -> dict:
    return json.loads(fetch(client, address))
