"""Events on file that a plan may be about, and what its report adds or states differently."""

from dataclasses import dataclass

from events.models import Event
from reports.intake.plan import Plan


@dataclass(frozen=True)
class Difference:
    """One fact as it stands on file, and as this report has it."""

    what: str  # "Date", "Emin Rustamov" …
    on_file: str
    here: str
    kind: str  # "adds", "differs" or "same"


@dataclass(frozen=True)
class SameEvent:
    """An event on file that this report may be about."""

    event: Event
    why: str  # a sentence
    differences: list[Difference]


def same_events(plan: Plan) -> list[SameEvent]:
    """Events of the same days and place with something else in common, the likest first."""
    raise NotImplementedError
