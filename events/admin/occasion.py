from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.base import LinkableAdmin
from events.admin.forms import NamedForm
from events.admin.inlines import NameRows
from events.admin.writing import WrittenDates
from events.models import Occasion


class OccasionForm(WrittenDates, NamedForm):
    written_dates = {"original_date": "date_precision"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "original_date" in self.fields:
            self.fields["original_date"].help_text = _(
                "When it happened, as exactly as known: 26 February 1992, Feb 1992 or 1992."
            )


@admin.register(Occasion)
class OccasionAdmin(LinkableAdmin):
    form = OccasionForm
    fieldsets = [
        (_("What"), {"fields": ("name", "description")}),
        (_("When and where it happened"), {"fields": ("original_date", "place")}),
        (_("Elsewhere"), {"fields": ("wikidata",)}),
    ]
    inlines = [NameRows]
    autocomplete_fields = ("place",)
    list_display = ("name", "date", "place", "modified_at")
    list_select_related = ("place",)
    search_help_text = _("Words of any name.")
    moves_listings = ("place",)

    def with_choice_context(self, queryset):
        return queryset.select_related("place")

    def choice_context(self, record):
        return [self.date(record), record.place]

    @admin.display(description=_("original date"))
    def date(self, record) -> str:
        return record.original.label if record.original else ""
