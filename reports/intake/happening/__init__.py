"""When and where the gathering was held, of all the dates and places that a report names. Pure.

The date of what is commemorated is not the date of the event, and the country that is written
about not its place. What is not told stays empty.
"""

from reports.intake.happening.when import when_held
from reports.intake.happening.where import where_held

__all__ = ["when_held", "where_held"]
