from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.base import LinkableAdmin
from events.admin.forms import NamedForm
from events.admin.inlines import NameRows
from events.models import Work


class WorkForm(NamedForm):
    named_by = "title"


@admin.register(Work)
class WorkAdmin(LinkableAdmin):
    form = WorkForm
    fieldsets = [
        (_("What"), {"fields": ("title", "kind", "year")}),
        (_("By whom"), {"fields": ("creators",)}),
        (_("Elsewhere"), {"fields": ("wikidata",)}),
    ]
    inlines = [NameRows]
    autocomplete_fields = ("creators",)
    list_display = ("title", "kind", "year", "modified_at")
    list_filter = ("kind",)
    search_help_text = _("Words of any title.")
    moves_listings = ("creators",)

    def with_choice_context(self, queryset):
        return queryset.prefetch_related("creators")

    def choice_context(self, record):
        return [record.get_kind_display(), record.year, *record.creators.all()]
