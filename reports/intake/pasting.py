"""Open a pasted report, and keep what the staff has decided of it."""

from reports.intake.plan import Plan
from reports.intake.proposal import Proposal
from reports.models import Intake


class UnreadablePaste(ValueError):
    """What was pasted is no report; the sentence says why."""


class OutdatedPlan(Exception):
    """A colleague has saved the plan since it was opened."""


def open_intake(text: str, *, by=None, source_url: str = "") -> tuple[Intake, bool]:
    """The work on a pasted report, and whether it is new.

    The same words or the same address open the first again. UnreadablePaste says in a sentence
    what is wrong with the text.
    """
    raise NotImplementedError


def current_plan(intake: Intake) -> tuple[Plan, Proposal]:
    """The plan as it was kept, with what a fresh reading adds; and that reading."""
    raise NotImplementedError


def keep_plan(intake: Intake, plan: Plan, *, by, version: int) -> Intake:
    """Save the plan; OutdatedPlan if a colleague saved since `version`, ValidationError for nonsense."""
    raise NotImplementedError
