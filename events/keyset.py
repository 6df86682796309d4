"""Pages of a list by key: reading page 40,000 costs what reading the first one does.

A cursor is the place of one record in the order: its key, a dot, its id ("2026-02-23.17"). No
offset is counted off, and nothing is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import BooleanField, F, Func, QuerySet, Value

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

    def beyond(self, cursor: str, *, backwards: bool = False) -> "Beyond":
        """The condition of everything on the far side of the cursor."""
        key, pk = self.parse(cursor)
        sign = "<" if self.descending != backwards else ">"
        return Beyond(F(self.key), F(self.pk), Value(key), Value(pk), sign=sign)

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


class Beyond(Func):
    """Key and id of a record compared with those of a cursor as one value: (date, id) < (…, …).

    An index on both goes straight to the place, even among hundreds of records of one day, which it
    does not for "an earlier date, or the same date and a smaller id".
    """

    arity = 4
    output_field = BooleanField()

    def as_sql(self, compiler, connection, **options):
        key, pk, its_key, its_pk = map(compiler.compile, self.source_expressions)
        sql = f"({key[0]}, {pk[0]}) {self.extra['sign']} ({its_key[0]}, {its_pk[0]})"
        return sql, [*key[1], *pk[1], *its_key[1], *its_pk[1]]


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

    `segments` are querysets (or whatever can `read` as they are read) whose records follow one
    another in the order; the next is asked only when the page is not yet full.
    """
    backwards = before is not None
    cursor = before if backwards else after
    records: list = []
    for segment in reversed(segments) if backwards else segments:
        most = size + 1 - len(records)
        read = segment.read if hasattr(segment, "read") else partial(read_beyond, segment)
        records += read(order, cursor, backwards=backwards, most=most)
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


def read_beyond(records: QuerySet, order: Order, cursor: str | None, *, backwards: bool, most: int):
    """The records of a queryset that lie beyond a cursor."""
    ordered = records.order_by(*order.names(backwards=backwards))
    if order.pk != "pk":
        ordered = ordered.only(order.key, order.pk)  # a line leads to a record and is not shown
    if cursor is not None:
        ordered = ordered.filter(order.beyond(cursor, backwards=backwards))
    return ordered[:most]
