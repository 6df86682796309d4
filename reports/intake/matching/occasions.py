"""One and the same occasion by its several names: outlets differ in what they call a calamity."""

from events.dates import PartialDate
from events.models import Occasion
from reports.intake.matching.calling import is_called_alike
from reports.intake.plan import Plan, PlannedOccasion


def is_certainly(plan: Plan, link: PlannedOccasion, record: Occasion, name: str) -> bool:
    """Whether a name on file is for what happened there in that year, whatever it is called."""
    told, on_file = _year_told(plan, link), year_of(record)
    is_same_year = told is not None and told == on_file
    return is_same_year and any(is_called_alike(name, own) for own in (link.name, link.words))


def may_be(plan: Plan, link: PlannedOccasion, record: Occasion) -> bool:
    """Whether an anniversary of that number falls in the year of the report; silence agrees."""
    told, on_file = _year_told(plan, link), year_of(record)
    return told is None or on_file is None or abs(told - on_file) <= 1


def year_of(record: Occasion) -> int | None:
    """When it happened: as it is on file, or as the events on file count."""
    if record.original_date:
        return record.original_date.year
    # Read past Django, where SQLite gives dates as text.
    counted_on, counted = record.counted_on, record.counted
    return int(str(counted_on)[:4]) - counted if counted_on and counted else None


def _year_told(plan: Plan, link: PlannedOccasion) -> int | None:
    if link.original:
        return PartialDate.parse(link.original).first.year
    told = plan.start or plan.published
    return PartialDate.parse(told).first.year - link.ordinal if told and link.ordinal else None
