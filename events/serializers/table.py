"""Plain data as a table: CSV (RFC 4180) that a spreadsheet opens and does not obey."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from events.serializers.noun import Plain

# A cell that begins so is a formula to some spreadsheet.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def table(columns: Sequence[str], pages: Iterable[list[Plain]]) -> Iterator[str]:
    """The head and then the rows of each page; only one page is held at a time."""
    # With the mark by which spreadsheets know UTF-8.
    yield "\ufeff" + _lines([[path.replace(".", "_") for path in columns]])
    paths = [path.split(".") for path in columns]
    for records in pages:
        yield _lines([_cell(record, path) for path in paths] for record in records)


def _lines(rows: Iterable[list]) -> str:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _cell(record: Plain, path: list[str]) -> Any:
    value: Any = record
    for step in path:
        value = value and value.get(step)
    if isinstance(value, list):
        value = "; ".join(each.get("name") or each["title"] for each in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
