from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.actions.listing import forget_heading, rename_heading
from events.admin.base import ArchiveAdmin
from events.admin.choosing import LONGEST_QUERY, MOST_WORDS
from events.models import Topic
from events.names import clean_text, words


@admin.register(Topic)
class TopicAdmin(ArchiveAdmin):
    """Subject headings; the address of a topic stays when its name changes."""

    fields = ("name",)
    list_display = ("name", "slug")
    ordering = ("name", "pk")
    sortable_by = ()
    search_fields = ("name",)
    search_help_text = _("A word of the topic.")

    def get_search_results(self, request, queryset, search_term):
        for word in clean_text(search_term[:LONGEST_QUERY]).split()[:MOST_WORDS]:
            found = Q(name__icontains=word)
            for folded in words(word):
                found |= Q(slug__contains=folded)
            queryset = queryset.filter(found)
        return queryset, False

    def likest_first(self, queryset, search_term):
        return queryset.order_by("name", "pk")

    def is_public(self, record) -> bool:
        return Topic.objects.published().filter(pk=record.pk).exists()

    def tell_public(self, record):
        rename_heading(record)

    def delete_model(self, request, obj):
        key = obj.pk
        super().delete_model(request, obj)
        forget_heading(obj, key)

    def delete_queryset(self, request, queryset):
        for topic in queryset:
            self.delete_model(request, topic)
