"""Bring a record that has changed at its sender's up to date; its history keeps what it was."""

from collections import defaultdict

from django.db import models

from events.importers.fields import Draft
from events.importers.linking import Rows, Shape
from events.importers.writing import CHANGE_REASON


def revise(before: models.Model, draft: Draft, shape: Shape) -> None:
    """Write what differs between the record as it was and as its entry has it now."""
    _save_if_changed(before, draft.record)
    _set_links(draft)
    for field in shape.rows:
        if field.relation in draft.rows:
            _revise_rows(draft, field)


def _revise_rows(draft: Draft, field: Rows) -> None:
    """Mend the rows that are still there, add the new ones, take away the rest."""
    there: defaultdict[tuple, list[models.Model]] = defaultdict(list)
    for row in getattr(draft.record, field.relation).all():
        there[field.key_of(row)].append(row)
    matched = []
    for each in draft.rows[field.relation]:
        if each.brings:
            each.brings.save()
            each.record.item = each.brings
        same = there[field.key_of(each.record)]
        matched.append((same.pop(0) if same else None, each))
    for left in there.values():
        for row in left:
            row._change_reason = CHANGE_REASON
            row.delete()
    for before, each in matched:
        if before:
            each.record.pk, each.record._state.adding = before.pk, False
        _save_if_changed(before, each.record)
        _set_links(each)


def _set_links(draft: Draft) -> None:
    for relation, records in draft.links.items():
        model = draft.record._meta.get_field(relation).related_model
        others = model.objects.filter(pk__in=[record.pk for record in records])
        getattr(draft.record, relation).set(others)


def _save_if_changed(before: models.Model | None, record: models.Model) -> None:
    if before is None or _values(before) != _values(record):
        record._change_reason = CHANGE_REASON
        record.save()


def _values(record: models.Model) -> dict[str, object]:
    if derive := getattr(record, "derive", None):
        derive()
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
