"""What all record pages of the back office share."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import connections, router
from django.http import Http404
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from events.actions.edition import new_edition
from events.actions.listing import forget_heading, relist, rename_heading
from events.admin.choosing import Choosable, ChoosesByTyping, FoundByName
from events.admin.forms import ArchiveForm, NamedForm, differences
from events.admin.listing import ArchiveChangeList, CappedPaginator
from events.admin.writing import PLAIN_WIDGETS


class ArchiveAdmin(ChoosesByTyping, Choosable, admin.ModelAdmin):
    """A record page: quick in a large archive, and safe for two people at once."""

    form = ArchiveForm
    formfield_overrides = PLAIN_WIDGETS
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # each count would read the whole table
    list_per_page = 50
    list_max_show_all = 50
    save_as = False
    change_form_template = "admin/record_form.html"

    def get_changelist(self, request, **kwargs):
        return ArchiveChangeList

    def get_object(self, request, object_id, from_field=None):
        """The record; for a save it is locked first, so that no other save slips in between."""
        record = super().get_object(request, object_id, from_field)
        connection = connections[router.db_for_write(self.model)]
        if record and request.method == "POST" and connection.in_atomic_block:
            locked = self.model._base_manager.select_for_update().filter(pk=record.pk)
            if connection.features.has_select_for_update and locked.exists():
                record = super().get_object(request, object_id, from_field)
        return record

    def render_change_form(self, request, context, *args, **kwargs):
        form = context["adminform"].form
        if getattr(form, "is_outdated", False):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["differences"] = differences(form, formsets)
        context["similar"] = [
            (record, self.choice_label(record), self._change_address(record))
            for record in self._loaded_for_choice(getattr(form, "similar", ()))
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def _loaded_for_choice(self, records) -> list:
        if not records:
            return []
        loaded = self.with_choice_context(self.model._default_manager.order_by())
        loaded = loaded.in_bulk([record.pk for record in records])
        return [loaded[record.pk] for record in records if record.pk in loaded]

    def _change_address(self, record) -> str:
        opts = self.opts
        route = f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_change"
        return reverse(route, args=(record.pk,))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.tell_public(form.instance)

    def tell_public(self, record) -> None:
        """Let the public archive know of a saved record: its pages are made anew."""
        new_edition()

    def get_view_on_site_url(self, obj=None):
        """Only what the public sees has a page to view."""
        return obj.get_absolute_url() if obj and self.is_public(obj) else None

    def is_public(self, record) -> bool:
        return False


class HistoryPages(SimpleHistoryAdmin):
    """The pages that show who changed what; going back is a verb of its own, not a button here."""

    history_list_per_page = 50

    def revert_disabled(self, request, obj=None) -> bool:
        return True

    def history_view(self, request, object_id, extra_context=None):
        self._only_numbers(unquote(object_id))
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        self._only_numbers(unquote(object_id), version_id)
        if request.method == "POST":
            raise Http404
        return super().history_form_view(request, object_id, version_id, extra_context)

    def _only_numbers(self, *keys: str) -> None:
        """The pages look records up by whatever stands in the address."""
        if not all(key.isascii() and key.isdecimal() and len(key) < 19 for key in keys):
            raise Http404


class LinkableAdmin(FoundByName, HistoryPages, ArchiveAdmin):
    """A person, place, organization …: found by name, public when something published links it."""

    form = NamedForm
    ordering = ("sort_key", "pk")
    list_display = ("__str__", "modified_at")
    sortable_by = ()
    # Fields by which published records are listed under this one, or under those around it.
    moves_listings: tuple[str, ...] = ()

    def is_public(self, record) -> bool:
        return type(record).objects.published().filter(pk=record.pk).exists()

    def tell_public(self, record):
        rename_heading(record)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and set(self.moves_listings) & set(form.changed_data):
            relist(form.instance)

    def delete_model(self, request, obj):
        key = obj.pk
        super().delete_model(request, obj)
        forget_heading(obj, key)

    def delete_queryset(self, request, queryset):
        for record in queryset:
            self.delete_model(request, record)
