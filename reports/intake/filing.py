"""From the text of a report to its drafts in one step, as it is proposed and without a desk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from events.models import Event
from reports.intake.drafting import AlreadyDrafted, make_drafts
from reports.intake.pasting import current_plan, keep_plan, open_intake
from reports.intake.same_event import same_events
from reports.models import Report


@dataclass(frozen=True)
class Filed:
    """What a text became."""

    report: Report
    is_new: bool  # not made of the same text before
    like: tuple[Event, ...] = ()  # events on file that may be the same as the new one

    @property
    def events(self) -> Iterable[Event]:
        return self.report.events.order_by("pk")


def file_report(text: str, *, by=None, join: bool = False) -> Filed:
    """Make drafts of all that is likely in the text; UnreadablePaste or ValidationError if not.

    With `join` they belong to the likest event on file, where there is one; without, that is for
    an editor to say, and the event is a new draft.
    """
    with transaction.atomic():
        intake, _is_new = open_intake(text, by=by)
        if intake.report:
            return Filed(intake.report, is_new=False)
        plan, _proposal = current_plan(intake)
        like = () if plan.event else tuple(same.event for same in same_events(plan))
        if join and like:
            plan, like = replace(plan, event=like[0].pk), ()
        intake = keep_plan(intake, plan, by=by, version=intake.version)
        try:
            return Filed(make_drafts(intake, by=by), is_new=True, like=like)
        except AlreadyDrafted as made:
            return Filed(made.report, is_new=False)
