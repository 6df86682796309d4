"""The site map of the reports app, grouped by noun."""

from events.urls import archive, pages
from reports.views import report, source

urlpatterns = [
    # /reports/
    *archive("report", "reports", report),
    # /sources/
    *pages("source", "sources", source),
]
