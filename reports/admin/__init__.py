"""The back office of the reports app, and what reports add to the page of an event."""

from events.admin import EventAdmin
from reports.admin.intake import IntakeAdmin
from reports.admin.report import ReportAdmin
from reports.admin.report_rows import EventCorrectionRows
from reports.admin.source import SourceAdmin

# Corrections are rows of this app, so the page of an event learns of them from here.
if EventCorrectionRows not in EventAdmin.inlines:
    EventAdmin.inlines = [*EventAdmin.inlines, EventCorrectionRows]

__all__ = ["IntakeAdmin", "ReportAdmin", "SourceAdmin"]
