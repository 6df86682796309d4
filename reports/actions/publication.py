"""Publish and withdraw reports."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events.actions.listing import list_again, list_also, list_records
from events.actions.publication import Missing, make_private, make_public, missing_from_media
from events.models import Event, EventListing
from events.models.heading import noun_of, value_of
from events.models.listing import Line
from events.search.index import mark_also
from reports.models import Report


def missing_from_report(report: Report) -> list[Missing]:
    """What a report still needs before it can be published."""
    gaps = []
    if not report.headline:
        gaps.append(Missing(_("The report has no headline."), "headline"))
    if not report.source_id:
        gaps.append(Missing(_("The report has no source."), "source"))
    if not report.published_on:
        gaps.append(Missing(_("The report has no date of publication."), "published_on"))
    if not report.dateline_place_id and not report.events.filter(place__isnull=False).exists():
        sentence = _("The report has no place: neither a dateline nor an event with one.")
        gaps.append(Missing(sentence, "dateline_place"))
    return gaps + missing_from_media(report.media.select_related("item"))


def publish_report(report: Report) -> Report:
    """Open a report to the public; NotPublishable says what is missing."""
    with transaction.atomic():
        make_public(report, missing_from_report(report))
        list_report(report)
    return report


def withdraw_report(report: Report, *, reason: str = "") -> Report:
    """Take a report out of the public archive; its address answers with a notice."""
    with transaction.atomic():
        make_private(report, reason)
        list_report(report)
    return report


def list_report(report: Report) -> None:
    """Write the report's lines in the public index anew, and those of the events it covers.

    An event is also listed by the sources and languages of its reports. Where this one only lends
    it more, that is added; where it takes something back, the event is written anew, also one it
    no longer covers: the lines written before still tell.
    """
    with transaction.atomic(savepoint=False):
        before, after = map(_lent_to_events, list_again(report))
        if before == after:
            return
        headings = {key for key, *_ in before | after}
        events = [int(value_of(key)) for key in headings if noun_of(key) == "event"]
        if before <= after and all(is_open for *_, is_open in after):
            lent = {key for key, *_ in after if noun_of(key) != "event"}
            mark_also(
                Event, dict.fromkeys(list_also(EventListing, dict.fromkeys(events, lent)), lent)
            )
        else:
            list_records(Event.objects.filter(pk__in=events), reworded=False)


def _lent_to_events(lines: Iterable[Line]) -> set[tuple[str, datetime | None, bool]]:
    """What of a report's lines says which events it covers, and what it lends them."""
    return {
        (line.heading, line.since, line.counted)
        for line in lines
        if line.heading.startswith(("event:", "source:", "language:"))
    }
