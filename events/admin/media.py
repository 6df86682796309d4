from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.admin.base import ArchiveAdmin
from events.admin.choosing import LONGEST_QUERY, MOST_WORDS
from events.admin.event_rows import thumbnail
from events.admin.forms import ArchiveForm
from events.admin.writing import WrittenDates
from events.models import MediaItem
from events.names import clean_text


class MediaItemForm(WrittenDates, ArchiveForm):
    written_dates = {"taken_on": "taken_precision"}


@admin.register(MediaItem)
class MediaItemAdmin(ArchiveAdmin):
    form = MediaItemForm
    fieldsets = [
        (_("What"), {"fields": ("file", "address", "kind", "title")}),
        (_("By whom"), {"fields": ("creator", "credit", ("licence", "licence_url"))}),
        (_("When"), {"fields": ("taken_on",)}),
        (_("For crops"), {"fields": (("focal_x", "focal_y"),)}),
        (_("For the staff"), {"fields": ("note",)}),
    ]
    list_display = ("__str__", "picture", "kind", "credit", "created_at")
    list_filter = ("kind",)
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("title", "credit", "creator")
    search_help_text = _("Words of the title or the credit.")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("renditions")

    def get_search_results(self, request, queryset, search_term):
        for word in clean_text(search_term[:LONGEST_QUERY]).split()[:MOST_WORDS]:
            found = Q(title__icontains=word) | Q(credit__icontains=word)
            queryset = queryset.filter(found | Q(creator__icontains=word))
        return queryset, False

    def choice_context(self, record):
        return [record.get_kind_display(), record.title and record.credit]

    def is_public(self, record) -> bool:
        return False

    @admin.display(description=_("picture"))
    def picture(self, record):
        return thumbnail(record)
