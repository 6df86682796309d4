from events.models import Place
from events.models.listing import newest_under
from events.views.base import LinkableList, RecordDetail
from reports.models import Report, Source


class SourceList(LinkableList):
    template_name = "reports/source_list.html"
    model = Source


class SourceDetail(RecordDetail):
    model = Source

    def get_context_data(self, **kwargs):
        source = self.object
        reports = Report.objects.with_dateline().with_public_events().defer("body")
        return super().get_context_data(
            **kwargs,
            country=Place.objects.published().filter(pk=source.country_id).first(),
            reports=newest_under(reports, source.heading, 30),
            cited_in=newest_under(reports, f"cited:{source.pk}", 30),
        )
