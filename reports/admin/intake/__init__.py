"""The intake desk: paste a report, confirm what is proposed, make drafts."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import is_key
from events.admin.listing import ArchiveChangeList, CappedPaginator
from reports.models import Intake

__all__ = ["IntakeAdmin"]


class OpenFilter(admin.SimpleListFilter):
    """Whether drafts were made."""

    title = _("drafts")
    parameter_name = "drafted"

    def lookups(self, request, model_admin):
        return [("no", _("not made yet")), ("yes", _("made"))]

    def queryset(self, request, queryset):
        if self.value() not in ("no", "yes"):
            return queryset
        return queryset.filter(report__isnull=self.value() == "no")


@admin.register(Intake)
class IntakeAdmin(admin.ModelAdmin):
    """Pasted reports: the list of them, the page to paste one, and the desk of each."""

    list_display = ("named", "state", "begun_by", "changed_by", "modified_at")
    list_filter = (OpenFilter,)
    list_select_related = ("begun_by", "changed_by", "report")
    list_per_page = 50
    ordering = ("-modified_at", "-pk")
    sortable_by = ("modified_at",)
    search_fields = ("headline",)
    search_help_text = _("Words of the headline.")
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request, **kwargs):
        return ArchiveChangeList

    def get_queryset(self, request):
        return super().get_queryset(request).defer("plan")

    @admin.display(description=_("pasted report"))
    def named(self, intake) -> str:
        return str(intake)

    @admin.display(description=_("drafts"))
    def state(self, intake) -> str:
        if not intake.report:
            return gettext("not made yet")
        page = reverse("admin:reports_report_change", args=(intake.report_id,))
        return format_html('<a href="{}">{}</a>', page, gettext("open the report"))

    def _desk(self):
        # Only now: the finders are megabytes that a worker who reads no report need not hold.
        from reports.admin.intake.desk import Desk

        return Desk(self)

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        return self._desk().paste(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url="", extra_context=None
    ) -> HttpResponse:
        intake = self.get_object(request, object_id) if is_key(object_id) else None
        if intake is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return self._desk().confirm(request, intake)
