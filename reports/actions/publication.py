"""Publish and withdraw reports."""

from django.db import transaction
from django.utils.translation import gettext as _

from events.actions.listing import list_records
from events.actions.publication import Missing, make_private, make_public, missing_from_media
from events.models import Event
from reports.models import Report, ReportListing


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

    An event is also listed by the sources and languages of its reports; of one the report no
    longer covers, the lines written before still tell.
    """
    covered = ReportListing.objects.filter(report=report, heading__startswith="event:")
    events = {int(line.heading.partition(":")[2]) for line in covered}
    events |= set(report.events.values_list("pk", flat=True))
    list_records(Report.objects.filter(pk=report.pk))
    list_records(Event.objects.filter(pk__in=events))
