from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.admin.base import LinkableAdmin
from reports.models import Source


@admin.register(Source)
class SourceAdmin(LinkableAdmin):
    fieldsets = [
        (_("What"), {"fields": ("name", "kind", "also_called")}),
        (_("Where and in which language"), {"fields": ("country", "language")}),
        (_("Elsewhere"), {"fields": ("website", "wikidata")}),
    ]
    autocomplete_fields = ("country",)
    list_display = ("name", "kind", "country", "language", "modified_at")
    list_filter = ("kind",)
    list_select_related = ("country",)
    search_help_text = _("Words of the name.")

    def is_named(self, word):
        return super().is_named(word) | Q(also_called__icontains=word)

    def with_choice_context(self, queryset):
        return queryset.select_related("country")

    def choice_context(self, record):
        return [record.get_kind_display(), record.country]
