"""Fields that lead to other records, and the shapes that are made of all fields."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from events.importers.entries import Refusal, text_in, wrong_type
from events.importers.fields import Draft, Field, Find, Schema, list_in


class Link(Field):
    """The reference of one other record."""

    def __init__(self, column: str, kind: str = "", *, required: bool = False):
        super().__init__(column, required=required)
        self.kind = kind or column

    def references(self, value):
        if isinstance(value, str):
            yield self.kind, value

    def put(self, draft, value, find):
        found = None if value is None else find(self.kind, text_in(value))
        if found is None or isinstance(found, models.Model):
            setattr(draft.record, self.columns[0], found)
        else:
            setattr(draft.record, f"{self.columns[0]}_id", found.pk)

    def schema(self):
        return {"type": "string", "minLength": 1}


class Links(Field):
    """The references of several other records: a relation of many to many."""

    def __init__(self, relation: str, kind: str):
        super().__init__()
        self.relation, self.kind = relation, kind

    def bind(self, model, name):
        self.through = model._meta.get_field(self.relation).remote_field.through

    def remembered(self, linked: list[models.Model]) -> dict[str, list[Any]]:
        if self.through._meta.auto_created:
            return {self.relation: linked}
        # Topics are asked for by the rows that link them.
        rows = self.through._meta.get_field("content_object").remote_field.get_accessor_name()
        return {rows: [SimpleNamespace(tag_id=topic.pk) for topic in linked]}

    def references(self, value):
        for ref in value if isinstance(value, list) else ():
            if isinstance(ref, str):
                yield self.kind, ref

    def put(self, draft, value, find):
        found = {}
        for position, ref in enumerate(list_in(value)):
            try:
                record = find(self.kind, text_in(ref))
            except Refusal as refusal:
                raise refusal.inside(f"[{position}]") from None
            found[record.pk] = record
        draft.links[self.relation] = list(found.values())

    def schema(self):
        return {"type": "array", "items": {"type": "string", "minLength": 1}}


class Rows(Field):
    """A list of objects that become rows belonging to the record.

    `identity` names what tells two rows apart. When an entry has changed, a row that is still the
    same one is mended in place, since other records may rest on it.
    """

    def __init__(self, relation: str, shape: "Shape", *identity: str, once: bool = False):
        super().__init__()
        self.relation, self.shape, self.identity, self.once = relation, shape, identity, once
        names = {each.name for each in shape.model._meta.fields}
        self.is_ordered = "order" in names

    def bind(self, model, name):
        self.parent = model._meta.get_field(self.relation).field.name

    def references(self, value):
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict):
                yield from self.shape.references(item)

    def put(self, draft, value, find):
        rows = draft.rows[self.relation] = []
        for position, item in enumerate(list_in(value)):
            row = Draft(self.shape.blank())
            setattr(row.record, self.parent, draft.record)
            if self.is_ordered:
                row.record.order = position
            try:
                self.shape.fill(row, item, find)
            except Refusal as refusal:
                raise refusal.inside(f"[{position}].") from None
            rows.append(row)
        if self.once and len({self.key_of(row.record) for row in rows}) < len(rows):
            raise Refusal("", _("the same stands here twice"))

    def key_of(self, row: models.Model) -> tuple:
        return tuple(getattr(row, name) for name in self.identity)

    def schema(self):
        return {"type": "array", "items": self.shape.schema()}


class Shape:
    """The fields of one kind of object, and the model whose rows they become."""

    def __init__(
        self,
        model: type[models.Model],
        fields: dict[str, Field],
        check: Callable[[Draft], None] | None = None,
    ):
        self.model, self.fields, self.check = model, fields, check
        for name, each in fields.items():
            each.bind(model, name)
        self.names = {column: name for name, each in fields.items() for column in each.columns}
        self.links = [each for each in fields.values() if isinstance(each, Links)]
        self.rows = [each for each in fields.values() if isinstance(each, Rows)]
        self._defaults = [column.get_default() for column in model._meta.concrete_fields]

    def blank(self) -> models.Model:
        """A new record with nothing but defaults, which are looked up once."""
        return self.model(*self._defaults)

    def references(self, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for name, each in self.fields.items():
            if name in data:
                yield from each.references(data[name])

    def fill(self, draft: Draft, data: Any, find: Find) -> None:
        """Take what an object holds into the draft, or raise Refusal."""
        if not isinstance(data, dict):
            raise Refusal("", wrong_type(data, _("a JSON object")))
        if unknown := data.keys() - self.fields.keys():
            raise Refusal(min(unknown)[:60], _("is no field of such an entry"))
        for name, each in self.fields.items():
            if each.required and data.get(name) in (None, ""):
                raise Refusal(name, _("is missing"))
            if name in data:
                try:
                    each.put(draft, data[name], find)
                except Refusal as refusal:
                    raise refusal.inside(name) from None
        try:
            draft.record.clean()
        except ValidationError as error:
            raise self._in_words_of_the_file(error) from None
        if self.check:
            self.check(draft)

    def _in_words_of_the_file(self, error: ValidationError) -> Refusal:
        problems = error.message_dict if hasattr(error, "error_dict") else {"entry": error.messages}
        column, sentences = next(iter(problems.items()))
        return Refusal(self.names.get(column, column), " ".join(sentences))

    def schema(self) -> Schema:
        properties = {
            name: each.schema() if each.required else _or_null(each.schema())
            for name, each in self.fields.items()
        }
        required = [name for name, each in self.fields.items() if each.required]
        found = {"type": "object", "properties": properties, "additionalProperties": False}
        return found | ({"required": required} if required else {})


def remember(draft: Draft, shape: "Shape") -> None:
    """Let the record say what it links to, as one loaded with its links does."""
    cache = draft.record._prefetched_objects_cache = {}
    is_new = draft.record._state.adding  # and has no other links than those given
    for each in shape.links:
        if is_new or each.relation in draft.links:
            cache |= each.remembered(draft.links.get(each.relation, []))
    for each in shape.rows:
        if is_new or each.relation in draft.rows:
            rows = draft.rows.get(each.relation, [])
            for row in rows:
                remember(row, each.shape)
            cache[each.relation] = [row.record for row in rows]


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return schema | {"type": [schema["type"], "null"]}
