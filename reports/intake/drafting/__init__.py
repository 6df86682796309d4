"""Make drafts of a confirmed plan: report, event and every link, in one transaction."""

from django.db import transaction

from reports.intake.drafting.event import event_of
from reports.intake.drafting.records import Records
from reports.intake.drafting.report import report_of
from reports.intake.fitness import refuse_unfit
from reports.intake.pasting import current_plan
from reports.intake.plan import Plan
from reports.models import Intake, Report

__all__ = ["AlreadyDrafted", "make_drafts"]


class AlreadyDrafted(Exception):
    """The drafts were made before, perhaps by a colleague; `report` is what was made."""

    def __init__(self, report: Report):
        self.report = report
        super().__init__(str(report))


def make_drafts(intake: Intake, *, by, add_to_event: bool = True) -> Report:
    """Write what is wanted in the kept plan, and no more; return the draft report.

    An event that is on file gets what it lacks; without `add_to_event`, or where `by` may not
    change it because it is public, it is only linked. AlreadyDrafted for the second of two editors;
    ValidationError, by field, for what is missing.
    """
    with transaction.atomic():
        # Drafts are made one after another, or two reports would each bring the same new person:
        # whoever comes second waits here, and then finds the records and the report of the first.
        Intake.objects.select_for_update().earliest("pk")
        locked = Intake.objects.select_for_update().get(pk=intake.pk)
        if locked.report:
            raise AlreadyDrafted(locked.report)
        plan = current_plan(locked)[0] if locked.plan is None else Plan.from_json(locked.plan)
        refuse_unfit(plan)
        records = Records(plan, by=by, since=locked.modified_at)
        event = event_of(plan, records, add=add_to_event)
        locked.report = report_of(plan, event, records)
        locked.changed_by = by
        locked.save(update_fields=["report", "changed_by", "modified_at"])
    intake.report = locked.report
    return locked.report
