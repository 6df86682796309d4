from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from events.admin.base import LinkableAdmin
from events.admin.inlines import NameRows
from events.models import Participation, Person


@admin.register(Person)
class PersonAdmin(LinkableAdmin):
    fieldsets = [
        (_("Who"), {"fields": ("name", "sort_name")}),
        (_("Elsewhere"), {"fields": ("wikidata",)}),
    ]
    inlines = [NameRows]
    list_display = ("name", "latest_capacity", "modified_at")
    search_help_text = _("Words of any name, in any order and spelling: rustamov emin.")

    def get_queryset(self, request):
        return self.with_choice_context(super().get_queryset(request))

    def with_choice_context(self, queryset):
        stated = Participation.objects.filter(person=OuterRef("pk")).exclude(capacity="")
        latest = stated.order_by("-event__start_date", "-pk").values("capacity")[:1]
        return queryset.annotate(stated_capacity=Subquery(latest))

    def choice_context(self, record):
        return [getattr(record, "stated_capacity", None)]

    @admin.display(description=_("capacity stated last"), empty_value="")
    def latest_capacity(self, record):
        return record.stated_capacity
