from datetime import datetime

from django.db import models

from events.models import public


class ReportRowQuerySet(models.QuerySet):
    """Rows that belong to a report: mentions, citations, statements."""

    def published(self, at: datetime | None = None):
        """Those of published reports."""
        return self.filter(public(at, "report__"))
