"""What an object of an archive file may hold: each field reads its value and tells its schema.

A shape is declared once, beside its model; importing, the schema and the manual follow from it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import gettext as _

from events.dates import DatePrecision, PartialDate
from events.importers.entries import Refusal, number_in, shown, text_in, wrong_type
from events.models.fields import LanguageField

Schema = dict[str, Any]
Find = Callable[[str, str], models.Model]  # the record of a kind and reference, or Refusal


@dataclass(eq=False)
class Draft:
    """A record as an entry tells it, or a row that belongs to one; not yet written."""

    record: models.Model
    links: dict[str, list[models.Model]] = field(default_factory=dict)
    rows: dict[str, list["Draft"]] = field(default_factory=dict)
    # What the shape's own check makes sense of.
    aside: dict[str, Any] = field(default_factory=dict)
    # A record that comes along with it and has to be there first.
    brings: models.Model | None = None


class Field:
    """One name in an object of the file. A name that is absent leaves the record as it is."""

    columns: tuple[str, ...] = ()  # the model's fields it fills

    def __init__(self, *columns: str, required: bool = False):
        self.columns, self.required = columns, required

    def bind(self, model: type[models.Model], name: str) -> None:
        """Get to know the model the field belongs to, and its name in the file."""
        self.name = name

    def references(self, value: Any) -> Iterator[tuple[str, str]]:
        """The (kind, reference) of everything the value names, however ill-shaped it is."""
        return iter(())

    def put(self, draft: Draft, value: Any, find: Find) -> None:
        """Take a value into the draft, or raise Refusal."""
        raise NotImplementedError

    def schema(self) -> Schema:
        raise NotImplementedError


class Column(Field):
    """A value for one field of the model, under the rules of that field."""

    def bind(self, model, name):
        self.column = model._meta.get_field(self.columns[0])
        self.is_text = isinstance(self.column, models.CharField | models.TextField)
        self.choices = [key for key, _label in self.column.choices or ()]
        self.range = BaseDatabaseOperations.integer_field_ranges.get(
            self.column.get_internal_type()
        )

    def put(self, draft, value, find):
        if value is None:
            value = self.column.get_default()
        else:
            value = self._read(value)
        try:
            value = self.column.clean(value, draft.record)
        except ValidationError as error:
            raise Refusal("", " ".join(error.messages)) from None
        setattr(draft.record, self.column.attname, value)

    def _read(self, value: Any):
        if self.is_text:
            value = text_in(value)
            if self.choices:
                check_choice(value, self.choices)
        elif isinstance(self.column, models.BooleanField):
            value = flag_in(value)
        else:
            value = number_in(value, whole=bool(self.range))
            if self.range and not self.range[0] <= value <= self.range[1]:
                raise Refusal("", _("%s is out of range") % shown(value))
        return value

    def schema(self):
        if isinstance(self.column, models.BooleanField):
            return {"type": "boolean"}
        if self.range:
            return {"type": "integer", "minimum": self.range[0], "maximum": self.range[1]}
        if not self.is_text:
            return {"type": "number"}
        if self.choices:
            return {"enum": self.choices}
        found: Schema = {"type": "string"}
        if self.required:
            found["minLength"] = 1
        if self.column.max_length:
            found["maxLength"] = self.column.max_length
        return found | self._schema_of_rules()

    def _schema_of_rules(self) -> Schema:
        if isinstance(self.column, LanguageField):
            return {"pattern": "^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"}
        for rule in self.column.validators:
            if isinstance(rule, URLValidator):
                return {"pattern": "^((https?|ftps?)://.+)?$"}
            if isinstance(rule, RegexValidator) and rule.regex.pattern.startswith("^Q"):
                return {"pattern": "^(Q[1-9][0-9]*)?$"}
        return {}


class Flag(Field):
    """true sets one field of the model to one value; false says nothing."""

    def __init__(self, column: str, value: str):
        super().__init__(column)
        self.value = value

    def put(self, draft, value, find):
        if value is not None and flag_in(value):
            setattr(draft.record, self.columns[0], self.value)

    def schema(self):
        return {"type": "boolean"}


class Date(Field):
    """A date, as exact as it is written: a year, a month or a day.

    With a second column for its precision; without one of its own it has to be a day, unless it
    is `loose`, as the end of a period whose beginning says how exactly both are known.
    """

    def __init__(self, *columns: str, required: bool = False, loose: bool = False):
        super().__init__(*columns, required=required)
        self.partial = loose or len(columns) == 2

    def put(self, draft, value, find):
        date = None if value is None else self._read(text_in(value))
        first, *precision = self.columns
        setattr(draft.record, first, date and date.first)
        if precision:
            setattr(draft.record, precision[0], date.precision if date else DatePrecision.DAY)

    def _read(self, text: str) -> PartialDate:
        try:
            date = PartialDate.parse(text)
        except ValueError:
            raise Refusal("", _("%s is no date such as 2026-02-23") % shown(text)) from None
        if not self.partial and date.precision != DatePrecision.DAY:
            raise Refusal("", _("%s is no day such as 2026-02-23") % shown(text))
        return date

    def schema(self):
        rest = "(-[0-9]{2}(-[0-9]{2})?)?" if self.partial else "-[0-9]{2}-[0-9]{2}"
        return {"type": "string", "pattern": f"^[0-9]{{4}}{rest}$"}


class Clock(Field):
    """A time of day: HH:MM."""

    PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$"

    def put(self, draft, value, find):
        if value is not None and not re.fullmatch(self.PATTERN, text_in(value)):
            raise Refusal("", _("%s is no time such as 18:30") % shown(value))
        setattr(draft.record, self.columns[0], value and time.fromisoformat(value))

    def schema(self):
        return {"type": "string", "pattern": self.PATTERN}


class Aside(Field):
    """A value that is no field of the model: the shape's own check makes sense of it."""

    def __init__(
        self, kind: str = "", *, choices: Iterable[str] = (), whole=False, required: bool = False
    ):
        super().__init__(required=required)
        self.kind, self.choices, self.whole = kind, list(choices), whole

    def references(self, value):
        if self.kind and isinstance(value, str):
            yield self.kind, value

    def put(self, draft, value, find):
        if value is None:
            return
        value = number_in(value, whole=True) if self.whole else text_in(value)
        if self.choices:
            check_choice(value, self.choices)
        draft.aside[self.name] = find(self.kind, value) if self.kind else value

    def schema(self):
        if self.choices:
            return {"enum": self.choices}
        if self.whole:
            return {"type": "integer", "minimum": 1}
        return {"type": "string"} | ({"minLength": 1} if self.kind or self.required else {})


def flag_in(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Refusal("", wrong_type(value, _("true or false")))
    return value


def list_in(value: Any) -> list:
    if value is not None and not isinstance(value, list):
        raise Refusal("", wrong_type(value, _("a list")))
    return value or []


def check_choice(value: str, choices: list[str]) -> None:
    if value not in choices:
        given = {"value": shown(value), "choices": ", ".join(choices)}
        raise Refusal("", _("%(value)s is none of %(choices)s") % given)
