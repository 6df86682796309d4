"""The intake desk: paste a report, confirm what is proposed, make drafts."""

from reports.admin.intake.desk import IntakeAdmin

__all__ = ["IntakeAdmin"]
