"""Write new records in bulk, with their rows, links and history, in one way for both databases.

Keys are taken first, so that everything can point at everything before anything is written; then
each table is one COPY on PostgreSQL, one prepared statement on SQLite.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Any

from django.db import connection, models
from django.utils import timezone
from simple_history.exceptions import NotHistoricalModelError
from simple_history.utils import get_history_manager_for_model

from events.importers.fields import Draft
from events.models.bulk import insert_rows

CHANGE_REASON = "archive file"  # in the history of what was taken in

Values = dict[str, Any]  # of one row, by attribute name


def take_keys(model: type[models.Model], number: int) -> Iterator[int]:
    """So many primary keys that nobody has; on SQLite only within the transaction."""
    with connection.cursor() as cursor:
        table, column = model._meta.db_table, model._meta.pk.column
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [connection.ops.quote_name(table), column, number],
            )
            return iter([key for (key,) in cursor.fetchall()])
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or [0])[0]
    return iter(range(last + 1, last + 1 + number))


def write_new(drafts: Iterable[Draft]) -> None:
    """Write records that are new, each with its key already, and all that belongs to them."""
    every = [each for draft in drafts for each in _with_rows(draft)]
    by_model: defaultdict[type[models.Model], list[models.Model]] = defaultdict(list)
    for draft in every:
        if draft.brings and draft.brings._state.adding:
            by_model[type(draft.brings)].append(draft.brings)
        by_model[type(draft.record)].append(draft.record)
    for model, records in by_model.items():
        keyless = [record for record in records if record.pk is None]
        for record, key in zip(keyless, take_keys(model, len(keyless)), strict=True):
            record.pk = key
    versions: dict[models.Model, int] = {}
    now = timezone.now()
    for model, records in by_model.items():
        rows = [_values_of(record, now) for record in records]
        _insert(model, rows)
        versions |= zip(records, _write_versions(model, rows, now), strict=False)
    _write_links(every, versions)
    for records in by_model.values():
        for record in records:
            record._state.adding = False


def _with_rows(draft: Draft) -> Iterator[Draft]:
    yield draft
    for rows in draft.rows.values():
        for row in rows:
            yield from _with_rows(row)


def _values_of(record: models.Model, now: datetime) -> Values:
    """What save() would write; the values themselves are clean."""
    if derive := getattr(record, "derive", None):
        derive()
    names, fields = _columns_of(type(record))
    values = {name: record.__dict__[name] for name in names}
    for field in fields:
        value = values[field.attname]
        if field.is_relation:
            if value is None and field.is_cached(record):
                # It had no key yet when it was put there.
                other = field.get_cached_value(record)
                values[field.attname] = other and other.pk
        else:
            values[field.attname] = str(value) if isinstance(field, models.FileField) else now
    return values


@cache
def _columns_of(model: type[models.Model]) -> tuple[list[str], list[models.Field]]:
    """The names of all columns, and those that are not always written as they are."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields], [
        field
        for field in fields
        if field.is_relation
        or isinstance(field, models.FileField)
        or getattr(field, "auto_now_add", False)
        or getattr(field, "auto_now", False)
    ]


def _write_versions(model: type[models.Model], rows: list[Values], now: datetime) -> list[int]:
    """The first version of each row in the history of its model, if it keeps one; their keys."""
    try:
        history = get_history_manager_for_model(model).model
    except NotHistoricalModelError:
        return []
    keys = list(take_keys(history, len(rows)))
    version = {
        "history_date": now,
        "history_type": "+",
        "history_change_reason": CHANGE_REASON,
        "history_user_id": None,
    }
    _insert(
        history,
        [row | version | {"history_id": key} for row, key in zip(rows, keys, strict=True)],
    )
    return keys


def _write_links(drafts: list[Draft], versions: dict[models.Model, int]) -> None:
    """The rows of many-to-many relations, and what the history keeps of them."""
    links: defaultdict[Any, list[tuple[models.Model, models.Model]]] = defaultdict(list)
    for draft in drafts:
        for relation, others in draft.links.items():
            field = draft.record._meta.get_field(relation)
            links[field] += [(draft.record, other) for other in others]
    for field, pairs in links.items():
        through = field.remote_field.through
        here, there = field.m2m_column_name(), field.m2m_reverse_name()
        keys = take_keys(through, len(pairs))
        rows = [
            {"id": key, here: record.pk, there: other.pk}
            for key, (record, other) in zip(keys, pairs, strict=True)
        ]
        _insert(through, rows)
        if remembered := _history_of_links(field):
            keys = take_keys(remembered, len(pairs))
            _insert(
                remembered,
                [
                    row | {"m2m_history_id": key, "history_id": versions[record]}
                    for row, key, (record, _other) in zip(rows, keys, pairs, strict=True)
                ],
            )


def _history_of_links(field) -> type[models.Model] | None:
    try:
        history = get_history_manager_for_model(field.model).model
    except NotHistoricalModelError:
        return None
    kept = field in history._history_m2m_fields
    return getattr(history, field.name).model if kept else None


def _insert(model: type[models.Model], rows: list[Values]) -> None:
    if rows:
        names = [field.attname for field in model._meta.concrete_fields]
        pick = itemgetter(*names)
        insert_rows(model, names, map(pick, rows))
