"""Pages of a list by key: reading page 40,000 costs what reading the first one does.

A cursor is the place of one record in the order: its key, a dot, its id ("2026-02-23.17"). No
offset is counted off, and nothing is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from events.names import clean_text


class BadCursor(ValueError):
    """The text names no place in a list."""


@dataclass(frozen=True)
class Order:
    """The order of a list: the fields of its key and its id, and which way it runs."""

    key: str
    pk: str = "pk"
    descending: bool = True
    is_date: bool = True

    def names(self, *, backwards: bool = False) -> list[str]:
        sign = "-" if self.descending != backwards else ""
        return [f"{sign}{self.key}", f"{sign}{self.pk}"]

    def beyond(self, cursor: str, *, backwards: bool = False) -> Q:
        """Everything on the far side of the cursor. The first term is what an index can use."""
        key, pk = self.parse(cursor)
        below = self.descending != backwards
        reach, past = ("lte", "lt") if below else ("gte", "gt")
        return Q(**{f"{self.key}__{reach}": key}) & (
            Q(**{f"{self.key}__{past}": key}) | Q(**{f"{self.pk}__{past}": pk})
        )

    def cursor(self, record) -> str:
        """The place of a record in the order."""
        return f"{getattr(record, self.key)}.{getattr(record, self.pk)}"

    def parse(self, cursor: str) -> tuple[Any, int]:
        key, dot, pk = clean_text(cursor).rpartition(".")
        if not (dot and pk.isascii() and pk.isdigit() and len(pk) <= 18 and len(key) <= 300):
            raise BadCursor(cursor[:40])
        if not self.is_date:
            return key, int(pk)
        try:
            return date.fromisoformat(key), int(pk)
        except ValueError:
            raise BadCursor(cursor[:40]) from None


@dataclass(frozen=True)
class Page:
    """One page of a list and the cursors of its neighbours, None where there are none."""

    records: list
    before: str | None
    after: str | None

    @property
    def is_whole_list(self) -> bool:
        return not (self.before or self.after)


def page_of(
    segments: Sequence[QuerySet],
    order: Order,
    *,
    size: int = 20,
    after: str | None = None,
    before: str | None = None,
) -> Page:
    """The page after or before a cursor, or the first one; BadCursor for nonsense.

    `segments` are querysets whose records follow one another in the order; the next is asked
    only when the page is not yet full.
    """
    backwards = before is not None
    cursor = before if backwards else after
    records: list = []
    for segment in reversed(segments) if backwards else segments:
        ordered = segment.order_by(*order.names(backwards=backwards))
        if cursor is not None:
            ordered = ordered.filter(order.beyond(cursor, backwards=backwards))
        records += ordered[: size + 1 - len(records)]
        if len(records) > size:
            break
    more = len(records) > size
    records = records[:size]
    if backwards:
        records.reverse()
    has_before = more if backwards else cursor is not None
    has_after = cursor is not None if backwards else more
    return Page(
        records=records,
        before=order.cursor(records[0]) if records and has_before else None,
        after=order.cursor(records[-1]) if records and has_after else None,
    )
