"""The addresses of reports and sources, and of the news among the reports."""

from datetime import timedelta

from django.contrib.sitemaps import Sitemap
from django.utils import timezone

from events.models.listing import in_order
from events.sitemaps import PublishableSitemap, RecordSitemap
from reports.models import Report, ReportListing, Source

MOST_NEWS = 1000


class ReportSitemap(PublishableSitemap):
    model, fields = Report, ("headline", "modified_at", "public_since")


class SourceSitemap(RecordSitemap):
    model, fields = Source, ("name",)


class NewsSitemap(Sitemap):
    """What sources published yesterday and today, where the day itself is known."""

    def items(self) -> list[Report]:
        today = timezone.localdate()
        lines = ReportListing.objects.published().under()
        lines = lines.between(today - timedelta(days=1), today).newest_first()
        fields = ("headline", "language", "published_on", "date_precision")
        pks = lines.values_list("report_id", flat=True)[:MOST_NEWS]
        reports = in_order(list(pks), Report.objects.only(*fields))
        return [each for each in reports if each.date_precision == Report.Precision.DAY]


SECTIONS = {"reports": ReportSitemap, "sources": SourceSitemap}
