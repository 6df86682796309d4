"""List filters that stay small: a record is chosen by typing, never from 20,000 options."""

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import ContextSelect, is_key
from events.models import Place, Publishable


class ChosenRecordFilter(admin.SimpleListFilter):
    """Show the rows that belong to one record, which is found by typing its name."""

    template = "admin/chosen_record_filter.html"
    # The relation of the listed noun by which the record is chosen.
    field_name = ""

    def __init__(self, request, params, model, model_admin):
        self.title = model._meta.get_field(self.field_name).verbose_name
        self.parameter_name = self.field_name
        super().__init__(request, params, model, model_admin)
        if self.value() and not is_key(self.value()):
            raise IncorrectLookupParameters
        relation = model._meta.get_field(self.field_name)
        field = forms.ModelChoiceField(
            relation.remote_field.model.objects.all(),
            required=False,
            widget=ContextSelect(relation, model_admin.admin_site),
            label=self.title,
        )
        self.form = type("ChosenRecordForm", (forms.Form,), {self.parameter_name: field})(
            {self.parameter_name: self.value() or ""}, auto_id="filter_%s"
        )
        # What else narrows the list, carried along by the filter's own form.
        self.others = [
            (name, value)
            for name, values in request.GET.lists()
            if name not in (self.parameter_name, "p", "e")
            for value in values
        ]

    def lookups(self, request, model_admin):
        return [("", _("All"))]

    def choices(self, changelist):
        yield {
            "bound": self.form[self.parameter_name],
            "others": self.others,
            "chosen": bool(self.value()),
            "all": changelist.get_query_string(remove=[self.parameter_name]),
        }

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return self.narrow(queryset, int(self.value()))

    def narrow(self, queryset, key: int):
        return queryset.filter(**{self.field_name: key})


class PlaceFilter(ChosenRecordFilter):
    """A place and everything inside it."""

    field_name = "place"

    def narrow(self, queryset, key):
        places = Place.objects.inside(Place(pk=key))
        return queryset.filter(**{f"{self.field_name}__in": places.order_by().values("pk")})


class OccasionFilter(ChosenRecordFilter):
    field_name = "occasion"


class StatusFilter(admin.ChoicesFieldListFilter):
    """By publication; what was never public or is withdrawn is found by its own small index."""

    def queryset(self, request, queryset):
        queryset = super().queryset(request, queryset)
        asked = set(self.lookup_val or ())
        if asked and asked <= set(NEVER_PUBLIC):
            return queryset.filter(public_since__isnull=True)
        if asked == {Publishable.Status.WITHDRAWN}:
            return queryset.filter(withdrawn_at__isnull=False)
        return queryset


NEVER_PUBLIC = (Publishable.Status.DRAFT, Publishable.Status.IN_REVIEW)
