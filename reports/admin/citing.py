"""Which fact a citation is about: one list of the facts of the covered events."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import is_key
from events.admin.inlines import RowSet
from reports.models import Citation
from reports.models.citation import FACTS

# How the events app calls the rows that hold each kind of fact.
_ROWS = {
    "participation": ("participations", _("people taking part")),
    "involvement": ("involvements", _("organizations")),
    "programme_item": ("programme", _("programme")),
}


def key_of(citation: Citation) -> str:
    """ "participation:12", or "event:3:date" for what is stated of the event itself."""
    for noun in FACTS:
        number = getattr(citation, f"{noun}_id")
        if number:
            return f"event:{number}:{citation.aspect}" if noun == "event" else f"{noun}:{number}"
    return ""


def facts_of(report) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every fact of the events a report covers, grouped to choose from."""
    if report.pk is None:
        return []
    events = report.events.order_by("start_date", "pk").prefetch_related(
        "participations__person", "involvements__organization", "programme"
    )
    groups = []
    for event in events:
        aspects = [
            (f"event:{event.pk}:{value}", capfirst(label))
            for value, label in Citation.Aspect.choices
        ]
        groups.append((event.title, aspects))
        for noun, (rows, title) in _ROWS.items():
            facts = [(f"{noun}:{row.pk}", str(row)) for row in getattr(event, rows).all()]
            if facts:
                groups.append((f"{event.title}: {title}", facts))
    return groups


class CitationForm(forms.ModelForm):
    fact = forms.CharField(label=_("What is stated"), widget=forms.Select)

    class Meta:
        model = Citation
        fields = ("value", "sentence")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "sentence" in self.fields:
            self.fields["sentence"].widget.attrs["rows"] = 2
        if "fact" in self.fields and self.instance.pk:
            self.initial["fact"] = key_of(self.instance)

    def offer(self, groups, known: set[str]) -> None:
        """The facts to choose from; one that is no longer covered stays where it was chosen."""
        if "fact" not in self.fields:
            return
        choices = [("", "---------"), *groups]
        current = self.initial.get("fact")
        if current and current not in known:
            choices.append((current, str(self.instance.fact)))
        self.fields["fact"].widget.choices = choices

    def clean_fact(self):
        key = self.cleaned_data["fact"]
        noun, _colon, rest = key.partition(":")
        number, _colon, aspect = rest.partition(":")
        offered = {value for value, _label in self._flat_choices()}
        if key not in offered or noun not in FACTS or not is_key(number):
            raise ValidationError(
                _("Choose a fact of an event this report covers; save with its events first.")
            )
        for other in FACTS:
            setattr(self.instance, f"{other}_id", int(number) if other == noun else None)
        self.instance.aspect = aspect
        return key

    def _flat_choices(self):
        for value, label in self.fields["fact"].widget.choices:
            yield from label if isinstance(label, list) else [(value, label)]


class CitationFormSet(RowSet):
    """All rows offer the same facts, read once."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.offer(*self._facts)
        return form

    @cached_property
    def empty_form(self):
        form = super().empty_form
        form.offer(*self._facts)
        return form

    @property
    def _facts(self):
        if not hasattr(self, "_facts_read"):
            groups = facts_of(self.instance)
            known = {key for _title, facts in groups for key, _label in facts}
            self._facts_read = groups, known
        return self._facts_read
