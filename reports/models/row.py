from datetime import datetime

from django.db import models

from events.models import public

_OF_REPORT = (
    "report__headline", "report__published_on", "report__date_precision", "report__source__name",
)  # fmt: skip


class ReportRowQuerySet(models.QuerySet):
    """Rows that belong to a report: mentions, citations, statements."""

    def published(self, at: datetime | None = None):
        """Those of published reports."""
        return self.filter(public(at, "report__"))

    def with_report(self, *others: str):
        """Loaded with headline, date and source of the report, and with these columns of others."""
        own = (field.name for field in self.model._meta.concrete_fields)
        joined = {name.partition("__")[0] for name in others}
        rows = self.select_related("report__source", *joined)
        return rows.only(*own, *_OF_REPORT, *others)
