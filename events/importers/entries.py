"""Entries of an archive file: one JSON object a line, read field by field, errors named exactly."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from events.dates import PartialDate


class BadEntry(ValueError):
    """An entry cannot be taken in; the message names its line, its reference and the field."""

    def __init__(self, entry: "Entry", field: str, sentence: str):
        self.line, self.ref, self.field, self.sentence = entry.line, entry.ref, field, sentence
        super().__init__(f"line {entry.line} ({entry.kind} {entry.ref!r}), {field}: {sentence}")


class Entry:
    """One JSON object of the file, or one inside it, that knows where it stands.

    Each reading method takes the field's name, returns None (or an empty list) where the field
    is absent, and raises BadEntry for a value of another shape.
    """

    def __init__(self, data: Any, line: int, within: "Entry | None" = None):
        self.line, self.data = line, data
        self.kind = self.ref = "?"
        if not isinstance(data, dict):
            raise BadEntry(within or self, "entry", "should be a JSON object")
        self.read: set[str] = {"kind", "ref"}
        self.kind = within.kind if within else str(data.get("kind", "?"))
        self.ref = within.ref if within else str(data.get("ref", "?"))

    def refuse(self, field: str, sentence: str) -> BadEntry:
        return BadEntry(self, field, sentence)

    def value(self, name: str, kind: type | tuple[type, ...], *, required: bool = False):
        self.read.add(name)
        value = self.data.get(name)
        if value is None and required:
            raise self.refuse(name, "is missing")
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise self.refuse(name, f"{value!r:.80} is of the wrong type")
        return value

    def text(self, name: str, *, required: bool = False) -> str:
        return self.value(name, str, required=required) or ""

    def number(self, name: str) -> float | int | None:
        return self.value(name, (int, float))

    def whole(self, name: str) -> int | None:
        return self.value(name, int)

    def flag(self, name: str) -> bool:
        self.read.add(name)
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            raise self.refuse(name, "should be true or false")
        return value

    def choice(self, name: str, choices: type[models.TextChoices], default: str = "") -> str:
        value = self.text(name, required=not default) or default
        if value not in choices.values:
            raise self.refuse(name, f"{value!r:.80} is none of {', '.join(choices.values)}")
        return value

    def partial_date(self, name: str, *, required: bool = False) -> PartialDate | None:
        text = self.text(name, required=required)
        try:
            return PartialDate.parse(text) if text else None
        except ValueError:
            raise self.refuse(name, f"{text!r:.80} is no date such as 2026-02-23") from None

    def day(self, name: str) -> date | None:
        given = self.partial_date(name)
        return given and given.first

    def clock(self, name: str) -> time | None:
        text = self.text(name)
        try:
            return time.fromisoformat(text) if text else None
        except ValueError:
            raise self.refuse(name, f"{text!r:.80} is no time such as 18:30") from None

    def parts(self, name: str) -> list["Entry"]:
        """The JSON objects in a list."""
        return [Entry(part, self.line, self) for part in self.value(name, list) or []]

    def refs(self, name: str) -> list[str]:
        """References of other entries."""
        refs = self.value(name, list) or []
        if not all(isinstance(ref, str) for ref in refs):
            raise self.refuse(name, "should be a list of references")
        return refs

    def finish(self) -> None:
        """Refuse fields nobody has read: a mistyped one would be lost in silence."""
        if unknown := sorted(self.data.keys() - self.read):
            raise self.refuse(unknown[0], "is no field of such an entry")


def read_entries(lines: Iterable[bytes]) -> Iterator[Entry]:
    """The entries of a file of UTF-8 lines; BadEntry for a line that is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        blank = Entry({}, number)
        try:
            yield Entry(json.loads(line.decode("utf-8")), number)
        except UnicodeDecodeError as error:
            raise blank.refuse("entry", f"is not UTF-8 at byte {error.start}") from None
        except (json.JSONDecodeError, RecursionError) as error:
            raise blank.refuse("entry", f"is not JSON: {error}") from None


def save(entry: Entry, record: models.Model) -> models.Model:
    """Save a record after the checks of its fields; BadEntry names the field that fails.

    What it links to has just been found, so links are not looked up again.
    """
    try:
        record.clean_fields(
            exclude={field.name for field in record._meta.fields if field.is_relation}
        )
        record.clean()
    except ValidationError as error:
        problems = error.message_dict if hasattr(error, "error_dict") else {"entry": error.messages}
        field, sentences = next(iter(problems.items()))
        raise entry.refuse(field, " ".join(sentences)) from None
    record.save()
    return record
