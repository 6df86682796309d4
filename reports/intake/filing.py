"""From the text of a report to its drafts in one step, as it is proposed and without a desk."""

from dataclasses import dataclass, replace

from django.db import transaction

from events.models import Event
from reports.intake.drafting import AlreadyDrafted, make_drafts
from reports.intake.matching import match
from reports.intake.pasting import current_plan, keep_plan, open_intake
from reports.intake.plan import Plan, PlannedLink
from reports.intake.same_event import same_events
from reports.models import Report

_LINKS = ("organizations", "people", "works")


@dataclass(frozen=True)
class Filed:
    """What a text became."""

    report: Report
    is_new: bool  # not made of the same text before
    like: tuple[Event, ...] = ()  # events on file that the new one may be


def file_report(text: str, *, by=None) -> Filed:
    """Make drafts of all that is likely in a text; UnreadablePaste or ValidationError if it cannot.

    Its event is a new draft: whether it is one on file, an editor says.
    """
    return _file(text, by, lambda plan: plan)


def file_about_known(text: str, *, by=None) -> Filed:
    """The same of a text about what is on file: nothing but the report is new.

    It is linked to the likest event, which stays as it is, and to records on file.
    """
    return _file(text, by, _of_known)


def _file(text: str, by, confirmed) -> Filed:
    with transaction.atomic():
        intake, _is_new = open_intake(text, by=by)
        if intake.report:
            return Filed(intake.report, is_new=False)
        plan = confirmed(current_plan(intake)[0])
        like = () if plan.event else tuple(same.event for same in same_events(plan))
        intake = keep_plan(intake, plan, by=by, version=intake.version)
        try:
            report = make_drafts(intake, by=by, add_to_event=False)
        except AlreadyDrafted as made:
            return Filed(made.report, is_new=False)
        return Filed(report, is_new=True, like=like)


def _of_known(plan: Plan) -> Plan:
    """The plan without what is not on file."""
    found, cited = same_events(plan), match(plan).cited

    def known(row: PlannedLink) -> PlannedLink:
        return replace(row, wanted=row.wanted and bool(row.record or row.key in cited))

    rows = {name: tuple(map(known, getattr(plan, name))) for name in _LINKS}
    event = found[0].event if found else None
    occasion = plan.occasion if plan.occasion and plan.occasion.record else None
    place = replace(plan.place, record=plan.place.record or (event and event.place_id))
    return replace(plan, **rows, event=event and event.pk, occasion=occasion, place=place)
