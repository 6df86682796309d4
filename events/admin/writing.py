"""Form fields that read what people write: dates in any usual shape, local times."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.dates import DatePrecision, PartialDate
from events.names import clean_text
from events.written_dates import UnreadableDate, read_date


class WrittenDateField(forms.CharField):
    """A day, month or year as people write it; what is typed sets the precision.

    Its value is a PartialDate. With `day_only` a month or a year alone is refused.
    """

    def __init__(self, *, day_only: bool = False, **options):
        options.setdefault("widget", forms.TextInput(attrs={"class": "vTextField vDateText"}))
        options.pop("max_length", None)
        self.day_only = day_only
        super().__init__(max_length=60, **options)

    def to_python(self, value) -> PartialDate | None:
        text = clean_text(super().to_python(value))
        if not text:
            return None
        try:
            written = read_date(text)
        except UnreadableDate as error:
            raise ValidationError(str(error), code="invalid") from error
        if self.day_only and written.precision != DatePrecision.DAY:
            raise ValidationError(_("Here the day is needed: 23 February 2026."), code="invalid")
        return written

    def run_validators(self, value):
        """Nothing to add: the length of the text was bounded by the widget and the grammar."""

    def prepare_value(self, value):
        return str(value) if isinstance(value, PartialDate) else value

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial or None)
        except ValidationError:
            return True


class WrittenDates:
    """A form that takes dates as written and stores each as its first day and its precision.

    `written_dates` names, for each date, the field that holds its precision (None: a day only).
    """

    written_dates: dict[str, str | None] = {}
    # Choices of the precision field that are not read off the text ("reported", "undated").
    other_precisions: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, precision in self.written_dates.items():
            if name not in self.fields:
                continue
            self.fields[name] = _as_written(self.fields[name], day_only=precision is None)
            stored = self.initial.get(name)
            if isinstance(stored, date):
                known = getattr(self.instance, precision, "") if precision else ""
                known = known if known in DatePrecision.values else DatePrecision.DAY
                self.initial[name] = PartialDate(stored, known)
            if precision in self.fields:
                self._offer_other_precisions(precision)

    def _offer_other_precisions(self, precision: str) -> None:
        field = self.fields[precision]
        kept = [(value, label) for value, label in field.choices if value in self.other_precisions]
        field.choices = [(AS_WRITTEN, _("what is written: a day, a month or a year")), *kept]
        if self.initial.get(precision) in DatePrecision.values:
            self.initial[precision] = AS_WRITTEN

    def clean(self):
        cleaned = super().clean()
        cleaned = self.cleaned_data if cleaned is None else cleaned
        for name, precision in self.written_dates.items():
            written = cleaned.get(name)
            if isinstance(written, PartialDate):
                cleaned[name] = written.first
            if precision and name in self.fields and name not in self.errors:
                self._set_precision(cleaned, name, precision, written)
        return cleaned

    def _set_precision(self, cleaned, name, precision, written) -> None:
        known = written.precision if written else DatePrecision.DAY
        other = cleaned.get(precision)
        if other in self.other_precisions:
            if known != DatePrecision.DAY:
                self.add_error(name, _("For this a day is needed: 23 February 2026."))
            return
        if precision in self.fields:
            cleaned[precision] = known
        setattr(self.instance, precision, known)


AS_WRITTEN = "written"


def _as_written(field, *, day_only: bool) -> WrittenDateField:
    return WrittenDateField(
        label=field.label, required=field.required, help_text=field.help_text, day_only=day_only
    )


class LocalTimeInput(forms.TimeInput):
    """The browser's own field for a time of day."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")


PLAIN_WIDGETS = {
    models.DateField: {"widget": forms.DateInput(attrs={"class": "vDateText"})},
    models.TimeField: {"widget": LocalTimeInput},
    models.DateTimeField: {"form_class": forms.DateTimeField, "widget": MomentInput},
    models.URLField: {"assume_scheme": "https"},
}
