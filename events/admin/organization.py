from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.base import LinkableAdmin
from events.admin.inlines import NameRows
from events.models import Organization


@admin.register(Organization)
class OrganizationAdmin(LinkableAdmin):
    fieldsets = [
        (_("What"), {"fields": ("name", "kind")}),
        (_("Where it belongs"), {"fields": ("seat", "parent")}),
        (_("Elsewhere"), {"fields": ("website", "wikidata")}),
    ]
    inlines = [NameRows]
    autocomplete_fields = ("seat", "parent")
    list_display = ("name", "kind", "seat", "modified_at")
    list_filter = ("kind",)
    list_select_related = ("seat",)
    search_help_text = _("Words of any name, or an acronym: friendship luxembourg.")

    def with_choice_context(self, queryset):
        return queryset.select_related("seat")

    def choice_context(self, record):
        return [record.get_kind_display(), record.seat]
