"""The rows of a report: what was said, what it states, its media, its corrections."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.admin.event_rows import UsesOfMedia
from events.admin.inlines import OrderedRows, RowForm, StackOfRows
from events.admin.writing import WrittenDates
from reports.admin.citing import CitationForm, CitationFormSet
from reports.models import Citation, Correction, ReportMedia, Statement


class StatementForm(RowForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "text" in self.fields:
            self.fields["text"].widget.attrs["rows"] = 3


class StatementRows(StackOfRows):
    model = Statement
    form = StatementForm
    formset = OrderedRows
    fields = (("person", "capacity"), ("kind", "event", "order"), "text")
    autocomplete_fields = ("person", "event")
    loads = ("person", "event__place__parent__parent__parent")
    verbose_name_plural = _("Statements: who said what")


class CitationRows(StackOfRows):
    model = Citation
    form = CitationForm
    formset = CitationFormSet
    fields = ("fact", "value", "sentence")
    loads = (
        "event",
        "participation__person",
        "involvement__organization",
        "programme_item",
    )
    verbose_name_plural = _("What the report states: facts and the sentences they stand in")

    def get_fields(self, request, obj=None):
        may = self.has_change_permission(request, obj) or self.has_add_permission(request, obj)
        return self.fields if may else ("value", "sentence")


class MediaRows(UsesOfMedia):
    model = ReportMedia


class CorrectionForm(WrittenDates, forms.ModelForm):
    written_dates = {"date": None}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "date" in self.fields and not self.instance.pk:
            self.initial["date"] = timezone.localdate().isoformat()
        if "text" in self.fields:
            self.fields["text"].widget.attrs["rows"] = 3


class CorrectionRows(StackOfRows):
    """Public notes on what was changed after publication."""

    after_publication = True
    model = Correction
    form = CorrectionForm
    fields = (("kind", "date"), "text")
    verbose_name_plural = _("Corrections, shown to everybody")


class ReportCorrectionRows(CorrectionRows):
    exclude = ("event",)


class EventCorrectionRows(CorrectionRows):
    exclude = ("report",)
