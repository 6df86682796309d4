"""What every form of the back office guards: two people at once, and names entered twice."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import lend_known_rows
from events.matching import similar_records
from events.names import clean_text


class ArchiveForm(forms.ModelForm):
    """A form that notices when somebody else saved the record since it was opened."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    # Fields of the page, not of the record: they never count as a change.
    page_fields = ("version", "save_anyway", "stashed")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_outdated = False
        self.initial["version"] = version_of(self.instance)
        if not self.initial["version"]:
            del self.fields["version"]
        lend_known_rows(self)

    @property
    def changed_data(self):
        return [name for name in super().changed_data if name not in self.page_fields]

    def clean(self):
        cleaned = super().clean()
        current = version_of(self.instance)
        opened = self.cleaned_data.get("version")
        if current and opened and opened != current:
            self.is_outdated = True
            self.add_error(
                None,
                _(
                    "Somebody else saved this record while you were at it. What you typed is kept"
                    " below; compare the two versions and save again to keep yours."
                ),
            )
            # The next save is made in knowledge of theirs.
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = current
        return cleaned


def version_of(record) -> str:
    """The moment the record was last saved, for the page to remember."""
    modified_at = getattr(record, "modified_at", None) if record.pk else None
    return modified_at.isoformat() if modified_at else ""


class NamedForm(ArchiveForm):
    """A form that asks before a second record of nearly the same name is made."""

    save_anyway = forms.BooleanField(required=False, label=_("It is another one: save anyway"))

    # The field that holds the usual name.
    named_by = "name"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.similar = []

    def clean(self):
        cleaned = super().clean()
        name = self.cleaned_data.get(self.named_by)
        if name and self.named_by in self.changed_data and not self._is_confirmed:
            found = similar_records(type(self.instance), clean_text(name), but=self.instance.pk)
            self.similar = [record for record in found if self.may_be_same(record)]
        if self.similar:
            self.add_error(
                None, _("A record of a very similar name is here already. Is it the same one?")
            )
        return cleaned

    @property
    def _is_confirmed(self) -> bool:
        return bool(self.cleaned_data.get("save_anyway"))

    def may_be_same(self, record) -> bool:
        """Whether a record of a similar name could be the one that is being entered."""
        return True


@dataclass(frozen=True)
class Difference:
    """One field as it stands in the archive now and as it was typed."""

    label: str
    theirs: str
    yours: str


def differences(form, formsets) -> list[Difference]:
    """What differs between the form as typed and the record as somebody else saved it."""
    found = list(_form_differences(form))
    for formset in formsets:
        for row in formset.initial_forms:
            found += _form_differences(row, of=str(row.instance))
    return found


def _form_differences(form, of: str = ""):
    for name in form.changed_data:
        if name not in form.fields or form.fields[name].widget.is_hidden or name == "DELETE":
            continue
        label = str(form[name].label)
        yield Difference(
            label=f"{of}: {label}" if of else label,
            theirs=shown(form, name, form.get_initial_for_field(form.fields[name], name)),
            yours=shown(form, name, form[name].value()),
        )


def shown(form, name: str, value) -> str:
    """A value of a field as a person reads it."""
    field = form.fields[name]
    if value in (None, "", []):
        return "–"
    if isinstance(field, forms.ModelChoiceField):
        values = value if isinstance(value, list | tuple) else [value]
        keys = [str(getattr(one, "pk", one)) for one in values]
        # Through the widget: it asks only for keys that can be keys.
        widget = getattr(field.widget, "widget", field.widget)
        options = [option for _group, some, _i in widget.optgroups(name, keys) for option in some]
        return ", ".join(str(option["label"]) for option in options if option["selected"])
    if isinstance(field, forms.BooleanField):
        return str(_("yes") if value else _("no"))
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, field.prepare_value(value)))
