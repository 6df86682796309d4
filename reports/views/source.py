from events.models import Place
from events.models.listing import newest_under
from events.views.base import LinkableList, RecordDetail
from reports.models import Report, Source
from reports.serializers.report import REPORT, SOURCE


class SourceList(LinkableList):
    template_name = "reports/source_list.html"
    written_as = SOURCE
    model = Source


class SourceDetail(RecordDetail):
    extensions = ("atom", "json", "csv", "geojson")
    written_as = REPORT
    model = Source

    def get_context_data(self, **kwargs):
        source = self.object
        reports = Report.objects.as_entries()
        return super().get_context_data(
            **kwargs,
            country=Place.objects.published().filter(pk=source.country_id).first(),
            reports=newest_under(reports, source.heading, 30),
            cited_in=newest_under(reports, f"cited:{source.pk}", 30),
        )
