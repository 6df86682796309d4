"""The rows of the intake desk: links, parts of the programme, statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import BigIntegerField, Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import with_context
from events.models import Involvement, Participation, ProgrammeItem, Work
from events.names import clean_text
from reports.intake.matching import Candidate
from reports.intake.plan import (
    Planned,
    PlannedOrganization,
    PlannedPart,
    PlannedPerson,
    PlannedStatement,
    PlannedWork,
)
from reports.intake.proposal import item_key
from reports.models import Statement

Candidates = Mapping[str, Sequence[Candidate]]

_ONLY_NAMED = ("mentioned", _("only named"))
BETWEEN = " ; "  # of several names or titles in one field


class LineInput(forms.CharField):
    """One line of text as the archive stores it."""

    def __init__(self, *, max_length: int = 300, **options):
        options = {"required": False, "widget": forms.TextInput()} | options
        super().__init__(max_length=max_length, **options)

    def to_python(self, value):
        return clean_text(super().to_python(value))


class LinesInput(forms.CharField):
    """Lines of text as the archive stores them."""

    def __init__(self, *, rows: int, **options):
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value):
        return clean_text(super().to_python(value), lines=True)


class RecordField(forms.IntegerField):
    """Which record on file is meant; nothing stands for a new one."""

    def __init__(self, **options):
        super().__init__(
            required=False,
            min_value=1,
            max_value=BigIntegerField.MAX_BIGINT,
            widget=forms.Select(),
            error_messages={"invalid": _("There is no such choice here.")},
            **options,
        )

    def offer(self, found: Sequence[Candidate], new: str) -> None:
        self.widget.choices = [
            ("", new),
            *((each.record.pk, with_context(each.name, each.context)) for each in found),
        ]

    def offers(self, key: str) -> bool:
        return any(str(value) == key for value, _name in self.widget.choices)

    def offer_too(self, record: Model) -> None:
        self.widget.choices = [*self.widget.choices, (record.pk, str(record))]


class RowForm(forms.Form):
    """One thing that may come out of the report."""

    key = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput())
    wanted = forms.BooleanField(label=_("keep"), required=False, initial=True)

    kind_of_row: type[Planned]
    noun: str
    name_field = "name"
    sentence = ""  # of the report, on which it rests

    def __init__(self, *args, candidates: Candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = candidates.get(self["key"].value() or "", ())
        if "record" in self.fields:
            new = gettext("new in the archive")
            self.fields["record"].offer(self.found, new)

    @property
    def words(self) -> str:
        """What the row is about, for its label."""
        return self[self.name_field].value() or ""

    @property
    def name_shown(self) -> forms.BoundField:
        return self[self.name_field]

    def told(self) -> Iterator[tuple[str, str]]:
        """The name of each field that is folded away, and what stands in it, in words."""
        shown = [
            one for one in self.visible_fields() if one.name not in ("wanted", self.name_field)
        ]
        for field in sorted(shown, key=lambda one: one.name == "record"):
            yield field.html_name, _in_words(field)

    def planned(self, kept: Mapping[str, Planned]) -> Planned | None:
        """The row as it is typed; None for one that was left empty.

        One that was emptied is dropped under the name it had, or it would be found again.
        """
        typed = dict(self.cleaned_data)
        key, name = typed.pop("key", ""), typed.get(self.name_field)
        if key in kept:
            return replace(kept[key], **typed) if name else replace(kept[key], wanted=False)
        if not name:
            return None
        return self.kind_of_row(key=item_key(self.noun, str(name))[:400], **typed)


class PersonRow(RowForm):
    kind_of_row, noun = PlannedPerson, "person"

    name = LineInput(label=_("name"), max_length=200)
    record = RecordField(label=_("on file"))
    role = forms.ChoiceField(label=_("role"), choices=[*Participation.Role.choices, _ONLY_NAMED])
    capacity = LineInput(label=_("capacity stated"))
    affiliation = LineInput(label=_("speaking for"))


class OrganizationRow(RowForm):
    kind_of_row, noun = PlannedOrganization, "organization"

    name = LineInput(label=_("name"))
    record = RecordField(label=_("on file"))
    role = forms.ChoiceField(label=_("role"), choices=[*Involvement.Role.choices, _ONLY_NAMED])


class WorkRow(RowForm):
    kind_of_row, noun = PlannedWork, "work"

    name = LineInput(label=_("title"))
    record = RecordField(label=_("on file"))
    kind = forms.ChoiceField(label=_("kind"), choices=Work.Kind.choices)
    creator = LineInput(label=_("made by"), max_length=200)


class PartRow(RowForm):
    kind_of_row, noun, name_field = PlannedPart, "part", "kind"

    kind = forms.ChoiceField(
        label=_("kind"), required=False, choices=[("", "–"), *ProgrammeItem.Kind.choices]
    )
    title = LineInput(label=_("title"))
    people = LineInput(label=_("people"), help_text=_("Several with “;” between them."))
    works = LineInput(label=_("works"), help_text=_("Several with “;” between them."))

    @property
    def words(self) -> str:
        return dict(ProgrammeItem.Kind.choices).get(self["kind"].value(), "")

    def clean_people(self) -> tuple[str, ...]:
        return _several(self.cleaned_data["people"])

    def clean_works(self) -> tuple[str, ...]:
        return _several(self.cleaned_data["works"])


class StatementRow(RowForm):
    kind_of_row, noun, name_field = PlannedStatement, "statement", "text"

    person = LineInput(label=_("said by"), max_length=200)
    kind = forms.ChoiceField(label=_("kind"), choices=Statement.Kind.choices)
    text = LinesInput(label=_("words"), max_length=5000, rows=3)


def _in_words(field: forms.BoundField) -> str:
    """What is typed or chosen in a field, as a reader sees it."""
    value = field.value()
    choices = getattr(field.field.widget, "choices", None)
    if choices is None:
        return value or ""
    chosen = "" if value is None else str(value)
    return str(next((name for key, name in choices if str(key) == chosen), ""))


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(BETWEEN.strip()))))


ROWS: dict[str, tuple[Any, type[RowForm]]] = {
    "people": (_("People"), PersonRow),
    "organizations": (_("Organizations"), OrganizationRow),
    "programme": (_("Programme"), PartRow),
    "works": (_("Works"), WorkRow),
    "statements": (_("Statements"), StatementRow),
}
