from django.contrib import admin
from django.db.models import Q
from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import LONGEST_QUERY, MOST_WORDS, with_context
from events.admin.filters import ChosenRecordFilter, PlaceFilter, StatusFilter
from events.admin.publication import PUBLICATION, PublishableAdmin, PublishableForm
from events.admin.topics import ChoosesTopics
from events.admin.writing import WrittenDates
from events.models import Place
from events.names import clean_text, words
from reports.actions.publication import list_report, publish_report, withdraw_report
from reports.admin.mention import MentionRows, find_mentionable
from reports.admin.report_rows import CitationRows, MediaRows, ReportCorrectionRows, StatementRows
from reports.models import Report, Source


class ReportForm(WrittenDates, PublishableForm):
    written_dates = {"published_on": "date_precision", "dateline_date": None}
    other_precisions = (Report.Precision.UNDATED,)
    needed_when_published = ("headline", "source", "published_on")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "body" in self.fields:
            self.fields["body"].widget.attrs["rows"] = 16
            self.fields["standfirst"].widget.attrs["rows"] = 2
            self.fields["published_on"].help_text = _(
                "As exactly as known: 26 February 2026, 26.2.2026, Feb 2026 or 2026."
            )

    def problems_when_published(self):
        yield from super().problems_when_published()
        places = self.cleaned_data.get("dateline_place") or any(
            event.place_id for event in self.cleaned_data.get("events") or ()
        )
        if not places:
            yield "dateline_place", _("A published report needs a place, here or on an event.")


class SourceFilter(ChosenRecordFilter):
    field_name = "source"


class DatelinePlaceFilter(PlaceFilter):
    field_name = "dateline_place"


class LanguageFilter(admin.SimpleListFilter):
    """The languages the sources write in: reading them off the reports would read all of them."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        tags = Source.objects.exclude(language="").order_by("language")
        return [(tag, tag) for tag in tags.values_list("language", flat=True).distinct()]

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


@admin.register(Report)
class ReportAdmin(ChoosesTopics, PublishableAdmin):
    form = ReportForm
    fieldsets = [
        (_("What it says"), {"fields": ("headline", "standfirst", "body")}),
        (_("What it is about"), {"fields": ("events", "topics")}),
        (
            _("Who published it, and when"),
            {
                "fields": (
                    "source",
                    ("bureau", "byline"),
                    ("section", "language"),
                    ("published_on", "published_time"),
                    "date_precision",
                    "source_url",
                    "cites",
                )
            },
        ),
        (_("Dateline"), {"fields": (("dateline_place", "dateline_date"),)}),
        PUBLICATION,
    ]
    inlines = [MentionRows, StatementRows, CitationRows, MediaRows, ReportCorrectionRows]
    autocomplete_fields = ("events", "source", "cites", "dateline_place")
    date_hierarchy = "published_on"
    list_display = ("headline", "date", "source", "dateline_place", "status", "modified_at")
    list_filter = (("status", StatusFilter), LanguageFilter, SourceFilter, DatelinePlaceFilter)
    list_select_related = ("source", "dateline_place")
    ordering = ("-published_on", "-pk")
    sortable_by = ("date", "modified_at")
    search_fields = ("headline",)
    search_help_text = _("Words of the headline, the source or the dateline place.")
    publish = staticmethod(publish_report)
    withdraw = staticmethod(withdraw_report)
    list_anew = staticmethod(list_report)

    def get_urls(self):
        view = self.admin_site.admin_view(self.mentionable_view)
        return [path("mentionable/", view, name="reports_report_mentionable"), *super().get_urls()]

    def mentionable_view(self, request):
        return find_mentionable(request, self.admin_site)

    def get_search_results(self, request, queryset, search_term):
        for word in clean_text(search_term[:LONGEST_QUERY]).split()[:MOST_WORDS]:
            found = Q(headline__icontains=word)
            for folded in words(word):
                named = {"name_key__contains": folded}
                places = Place.objects.filter(**named).order_by().values("pk")
                sources = Source.objects.filter(**named).order_by().values("pk")
                found |= Q(dateline_place__in=places) | Q(source__in=sources)
            queryset = queryset.filter(found)
        return queryset, False

    def with_choice_context(self, queryset):
        return queryset.select_related("source")

    def choice_label(self, record) -> str:
        return with_context(record.headline, record.source, record.date_label)

    @admin.display(description=_("date"), ordering="published_on", empty_value="")
    def date(self, record) -> str:
        return record.date_label if record.published_on else ""
