"""Archive files for tests: entries in, and what became of them."""

import io
import json

from reports.importers.archive import import_archive
from reports.importers.chunk import Manner, Outcome


def lines(*entries: dict) -> bytes:
    return b"".join(json.dumps(entry).encode() + b"\n" for entry in entries)


def take(*entries: dict | bytes, **manner: bool) -> list[Outcome]:
    """What became of every entry of a file, given as entries or as it is."""
    file = b"".join(each if isinstance(each, bytes) else lines(each) for each in entries)
    return list(import_archive([io.BytesIO(file)], Manner(**manner)))


def deeds(outcomes: list[Outcome]) -> list[str]:
    return [str(outcome.deed) for outcome in outcomes]


def refusals(outcomes: list[Outcome]) -> list[str]:
    return [str(outcome) for outcome in outcomes if outcome.refusal]
