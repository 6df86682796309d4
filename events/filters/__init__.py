"""GET parameters to querysets and a readable title: one form for every list of events.

`reports.filters` builds on the same form. Repeated values of one filter are alternatives;
different filters narrow.
"""

from events.filters.archive import ArchiveFilter, Chip
from events.filters.events import EventFilter, select_events
from events.filters.fields import PartialDateField, language_name

__all__ = [
    "ArchiveFilter",
    "Chip",
    "EventFilter",
    "PartialDateField",
    "language_name",
    "select_events",
]
