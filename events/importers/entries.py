"""Entries of an archive file: one JSON object a line, what is none named by its line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePath
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from events.names import clean_text

LONGEST_LINE = 5_000_000  # bytes; a long report has ten thousand
LONGEST_REFERENCE = 200
_HUGE = 10**18  # beyond it no database has a whole number


class Refusal(ValueError):
    """A value that cannot be taken in: the field it stands in, and why."""

    def __init__(self, field: str, sentence: str):
        self.field, self.sentence = field, sentence
        super().__init__(f"{field}: {sentence}")

    def inside(self, place: str) -> "Refusal":
        """The same, seen from the object around it."""
        return Refusal(place + self.field, self.sentence)


@dataclass(frozen=True)
class Entry:
    """One line of an archive file; `refusal` instead of data where it cannot be read."""

    file: str
    line: int
    size: int  # in bytes
    kind: str = "?"
    ref: str = "?"
    data: dict[str, Any] = field(default_factory=dict)  # without kind and reference
    digest: bytes = b""
    refusal: Refusal | None = None

    def __str__(self) -> str:
        return f"{self.place} ({self.kind} {self.ref!r})"

    @property
    def place(self) -> str:
        return place_in_words(self.file, self.line)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.ref}"


def place_in_words(file: str, line: int) -> str:
    return _("%(file)s, line %(line)s") % {"file": file, "line": line}


def read_entries(file: BinaryIO) -> Iterator[Entry]:
    """The entries of a file, in order and one at a time; empty lines are passed over."""
    name = PurePath(getattr(file, "name", "") or "-").name
    for number, line, size in _lines(file):
        if line.strip():
            yield _entry(name, number, line, size)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes, int]]:
    """(number, line, bytes it takes up in the file); of an endless line only the beginning."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number, size, rest = number + 1, len(line), line
        while len(line) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE)
            size += len(rest)
            if not rest:
                break
        yield number, line, size


def _entry(file: str, number: int, line: bytes, size: int) -> Entry:
    kind = ref = "?"
    try:
        data = _object(line)
        kind, ref = (_taken_out(data, name) for name in ("kind", "ref"))
        check_reference("kind", kind)
        check_reference("ref", ref)
    except Refusal as refusal:
        return Entry(file, number, size, kind, ref, refusal=refusal)
    return Entry(
        file, number, size, kind, ref, data, blake2b(line.strip(), digest_size=16).digest()
    )


def _taken_out(data: dict[str, Any], name: str) -> str:
    value = data.pop(name, None)
    return value if isinstance(value, str) else "?"


def check_reference(field: str, ref: str) -> None:
    """Refuse what cannot be a reference: it has to come out of the database as it went in."""
    if ref == "?":
        raise Refusal(field, _("is missing, or is no text"))
    if not ref or len(ref) > LONGEST_REFERENCE or clean_text(ref) != ref:
        raise Refusal(field, _("should be a line of 1 to %s characters") % LONGEST_REFERENCE)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise Refusal("entry", _("is longer than %s bytes") % LONGEST_LINE)
    try:
        data = json.loads(
            line.decode("utf-8-sig"),
            object_pairs_hook=_without_repetition,
            parse_constant=_no_number,
        )
    except UnicodeDecodeError as error:
        raise Refusal("entry", _("is not UTF-8 at byte %s") % (error.start + 1)) from None
    except json.JSONDecodeError as error:
        raise Refusal("entry", _not_json(line, error)) from None
    except RecursionError:
        raise Refusal("entry", _("is nested too deeply")) from None
    except ValueError as error:
        if isinstance(error, Refusal):
            raise
        raise Refusal("entry", _("holds a number nobody can mean")) from None
    if not isinstance(data, dict):
        raise Refusal("entry", _("should be a JSON object"))
    return data


def _not_json(line: bytes, error: json.JSONDecodeError) -> str:
    sentence = _("is not JSON at character %(place)s: %(problem)s") % {
        "place": error.pos + 1,
        "problem": error.msg.removesuffix(" at"),
    }
    if not line.endswith(b"\n"):
        sentence += " " + _("(The file ends here: it may be cut off.)")
    return sentence


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refusal(twice[:60], _("stands twice in one object"))
    return found


def _no_number(name: str) -> float:
    raise Refusal("entry", _("%s is no number") % name)


def text_in(value: Any) -> str:
    """A JSON string without what no database can hold."""
    if not isinstance(value, str):
        raise Refusal("", wrong_type(value, _("text")))
    if "\0" in value:
        raise Refusal("", _("holds a NUL character"))
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Refusal("", _("holds half a character")) from None
    return value


def number_in(value: Any, *, whole: bool) -> int | float:
    kinds = int if whole else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or abs(value) > _HUGE:
        raise Refusal("", wrong_type(value, _("a whole number") if whole else _("a number")))
    return value


def wrong_type(value: Any, wanted: str) -> str:
    return _("%(value)s should be %(wanted)s") % {"value": shown(value), "wanted": wanted}


def shown(value: Any) -> str:
    """A value as a message can hold it."""
    try:
        return f"{value!r:.80}"
    except ValueError:  # a number of more digits than Python writes
        return "…"
