from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.base import LinkableAdmin
from events.admin.forms import NamedForm
from events.admin.inlines import NameRows
from events.models import Place


class PlaceForm(NamedForm):
    def may_be_same(self, record) -> bool:
        """Two cities may each have a Town Hall."""
        parent = self.cleaned_data.get("parent")
        elsewhere = parent and record.parent_id and record.parent_id != parent.pk
        return not (elsewhere and record.kind == Place.Kind.VENUE)


@admin.register(Place)
class PlaceAdmin(LinkableAdmin):
    form = PlaceForm
    fieldsets = [
        (_("What"), {"fields": ("name", "kind", "parent", "country_code")}),
        (
            _("Where on the map"),
            {
                "fields": (("latitude", "longitude"), "point_precision", "time_zone"),
                "description": _("Only where known: no point is better than an invented one."),
            },
        ),
        (_("Elsewhere"), {"fields": ("wikidata", "geonames")}),
    ]
    inlines = [NameRows]
    autocomplete_fields = ("parent",)
    list_display = ("name", "kind", "inside", "modified_at")
    list_filter = ("kind",)
    list_select_related = ("parent__parent__parent",)
    search_help_text = _("Words of any name: brussels, bruxelles.")
    moves_listings = ("parent",)

    def with_choice_context(self, queryset):
        return queryset.with_lineage()

    def choice_label(self, record) -> str:
        return f"{record.full_name} ({record.get_kind_display()})"

    @admin.display(description=_("inside"))
    def inside(self, record) -> str:
        return record.parent.full_name if record.parent else ""
