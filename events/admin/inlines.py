"""Rows inside a record's form: in the order they are shown, with links chosen by typing."""

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import ChoosesByTyping, lend_known_rows
from events.admin.writing import PLAIN_WIDGETS
from events.models import Name


class RowForm(forms.ModelForm):
    """A row; an order left empty means after the others."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        lend_known_rows(self)
        if "order" in self.fields:
            self.fields["order"].required = False
            self.fields["order"].widget.attrs["class"] = "vOrder"
            if not self.instance.pk:
                self.initial["order"] = None


class RowSet(BaseInlineFormSet):
    """The rows of one record as its form asks for them, which it does a dozen times."""

    def get_queryset(self):
        # Even for no rows Django words the question.
        return super().get_queryset() if self.instance.pk else []

    @cached_property
    def empty_form(self):
        return super().empty_form


class OrderedRows(RowSet):
    """Rows that follow one another: an empty order becomes the next number."""

    def clean(self):
        super().clean()
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        taken = [row.cleaned_data.get("order") or 0 for row in rows if hasattr(row, "cleaned_data")]
        last = max(taken, default=0)
        for row in rows:
            if hasattr(row, "cleaned_data") and row.cleaned_data.get("order") is None:
                last += 1
                row.instance.order = row.cleaned_data["order"] = last


class Rows(ChoosesByTyping):
    """What tables and stacks of rows share."""

    form = RowForm
    formset = RowSet
    formfield_overrides = PLAIN_WIDGETS
    extra = 0
    # The related rows that fields of each row show, loaded once for all.
    loads: tuple[str, ...] = ()
    prefetches: tuple[str, ...] = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(getattr(field, "widget", None), "can_change_related"):
            # Rows are many: what is chosen is mended on its own page.
            field.widget.can_change_related = False
        return field

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if self.loads:
            queryset = queryset.select_related(*self.loads)
        return queryset.prefetch_related(*self.prefetches)


class TableOfRows(Rows, admin.TabularInline):
    pass


class StackOfRows(Rows, admin.StackedInline):
    pass


class NameRows(TableOfRows):
    """The other names of a record; subclasses say of which noun."""

    model = Name
    fields = ("text", "kind", "language")
    extra = 1
    verbose_name = _("other name")
    verbose_name_plural = _("other names: short forms, acronyms, other spellings and languages")
