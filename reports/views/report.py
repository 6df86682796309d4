from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from events.models.place import locations
from events.views.base import DateArchive, FilteredList, RecordDetail
from events.views.files import record_file
from reports.filters import ReportFilter, select_reports
from reports.models import Mention, Report, ReportMedia, Source, Statement
from reports.serializers.report import REPORT


class ReportList(FilteredList):
    template_name = "reports/report_list.html"
    extensions = ("atom", "json", "csv", "geojson")
    written_as = REPORT
    model = Report
    form_class = ReportFilter
    select = select_reports
    noun = _("Reports")

    def load(self, records: QuerySet) -> QuerySet:
        return records.as_entries()


class ReportArchiveYear(DateArchive, ReportList):
    template_name = "reports/report_archive_year.html"


class ReportArchiveMonth(DateArchive, ReportList):
    template_name = "reports/report_archive_month.html"


class ReportArchiveDay(DateArchive, ReportList):
    template_name = "reports/report_archive_day.html"


class ReportDetail(RecordDetail):
    extensions = ("json", "geojson")
    model = Report

    def records(self):
        return Report.objects.select_related("source").with_public_events()

    def parts(self):
        return (
            locations("dateline_place"),
            "topics",
            Prefetch("cites", Source.objects.as_links()),
            "corrections",
            Prefetch("mentions", Mention.objects.with_names()),
            Prefetch("statements", Statement.objects.with_names()),
            Prefetch("media", ReportMedia.objects.with_renditions()),
        )

    def as_file(self, extension):
        return record_file(self.request, REPORT, self.object, extension)

    def get_context_data(self, **kwargs):
        report = self.object
        mentions = list(report.mentions.all())
        return super().get_context_data(
            **kwargs,
            mentions=mentions,
            # The words to link in the body, and where each leads.
            links={
                words: mention.subject.get_absolute_url()
                for mention in mentions
                for words in (mention.words, str(mention.subject))
                if words
            },
        )
