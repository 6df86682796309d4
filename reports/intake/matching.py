"""Find on file whom and what a plan names."""

from dataclasses import dataclass

from events.models import Linkable
from reports.intake.plan import Plan


@dataclass(frozen=True)
class Candidate:
    """A record on file that a name of the report may mean."""

    record: Linkable
    name: str  # the name on file that is like it
    context: str  # what tells it from its namesakes: "First Secretary, Embassy of …"
    score: float  # 0 to 100
    certain: bool  # one record only, under just this name


def candidates(plan: Plan) -> dict[str, list[Candidate]]:
    """Records that the links of a plan may mean, the likest first.

    By the key of each link, and "place" and "source". A new record is always one more choice.
    """
    raise NotImplementedError


def with_matches(plan: Plan, found: dict[str, list[Candidate]]) -> Plan:
    """The plan with the record set wherever one is certain and nothing was decided."""
    raise NotImplementedError
