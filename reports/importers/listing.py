"""Bring what was taken in before the public: the lines and tallies of the public index."""

from collections import defaultdict

from django.db import models

from events.actions.listing import list_also, list_event, list_new, relist, rename_heading
from events.importers.fields import Draft
from events.models import Event, EventListing, Occasion, Place, Work
from events.models.linkable import PublicWhenLinked
from events.search.index import unindex
from reports.actions.publication import list_report
from reports.models import Report

# What has to change for everything under a record to be listed elsewhere.
_PLACE_OF = {Place: "parent_id", Occasion: "place_id"}


def list_drafts(drafts: list[Draft], *, tallied: bool) -> None:
    """List new records, by what their drafts know: nothing is read back."""
    for draft in drafts:
        if isinstance(draft.record, Event):
            draft.record._prefetched_objects_cache["reports"] = []  # they are listed after it
    for model in (Event, Report):
        records = [draft.record for draft in drafts if isinstance(draft.record, model)]
        if records:
            list_new(records, tallied=tallied)
    lent = defaultdict(set)
    for draft in drafts:
        if isinstance(draft.record, Report):
            for event in draft.links.get("events", ()):
                lent[event.pk] |= _lent_by(draft.record)
    if lent:
        # The search index gets them back, with what else is new, at the end of the import.
        unindex(Event, list_also(EventListing, lent, tallied=tallied))


def list_revised(before: models.Model, draft: Draft) -> None:
    """List anew what has changed, as its admin page would."""
    record = draft.record
    if isinstance(record, Event):
        list_event(record)
    elif isinstance(record, Report):
        list_report(record)
    elif isinstance(record, PublicWhenLinked):
        rename_heading(record)
        place = _PLACE_OF.get(type(record))
        moved = place and getattr(before, place) != getattr(record, place)
        if moved or isinstance(record, Work):
            relist(record)


def _lent_by(report: Report) -> set[str]:
    """The headings under which a report's events stand as well."""
    found = {f"source:{report.source_id}"}
    return found | {f"language:{report.language}"} if report.language else found
