"""Make drafts of a confirmed plan: report, event and every link, in one transaction."""

from reports.models import Intake, Report


class AlreadyDrafted(Exception):
    """The drafts were made before, perhaps by a colleague; `report` is what was made."""

    def __init__(self, report: Report):
        self.report = report
        super().__init__(str(report))


def make_drafts(intake: Intake, *, by) -> Report:
    """Write what is wanted in the kept plan, and no more; return the draft report.

    AlreadyDrafted for the second of two editors; ValidationError, by field, for what is missing.
    """
    raise NotImplementedError
