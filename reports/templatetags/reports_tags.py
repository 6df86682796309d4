"""Reports on the pages of events, people, organizations, places, occasions, works and topics.

These pages live in the events app, which knows no reports; the tags bring them there.
"""

from itertools import groupby

from django import template
from django.db.models import Q, QuerySet

from events.models import Event, Person
from events.models.listing import newest_under
from reports.models import Citation, Report

register = template.Library()

MOST = 20  # the list behind the heading holds the rest


@register.inclusion_tag("reports/_reports_about.html")
def reports_about(event: Event) -> dict:
    """The reports about an event, side by side with source and date."""
    return {"reports": public_reports(event)}


@register.inclusion_tag("reports/_reports_under.html")
def reports_under(subject) -> dict:
    """The newest reports that stand under a place, person, topic …"""
    reports = Report.objects.with_dateline().defer("body")
    return {"reports": newest_under(reports, subject.heading, MOST), "subject": subject}


@register.inclusion_tag("reports/_statements.html")
def statements_at(event: Event) -> dict:
    """What was said at an event, each with the report that says so."""
    return {"statements": _with_report(event.statements.published())}


@register.inclusion_tag("reports/_statements.html")
def statements_by(person: Person) -> dict:
    """What a person said, each with the event and the report."""
    statements = _with_report(person.statements.published()).order_by(
        "-report__published_on", "-report_id", "order", "pk"
    )
    return {"statements": statements[:50], "person": person}


@register.inclusion_tag("reports/_citations.html")
def citations_about(event: Event) -> dict:
    """What the reports state of an event, fact by fact and report by report."""
    citations = (
        Citation.objects.published()
        .filter(_any_fact_of(event))
        .select_related(
            "report__source",
            "participation__person",
            "involvement__organization",
            "programme_item",
        )
        .order_by("aspect", "participation", "involvement", "programme_item", "pk")
    )
    facts = [
        {"fact": name, "citations": list(group)} for name, group in groupby(citations, _fact_name)
    ]
    return {"facts": facts}


@register.inclusion_tag("reports/_corrections.html")
def corrections_of(record) -> dict:
    """The dated public notes on an event or report, newest first."""
    return {"corrections": record.corrections.all()}


def public_reports(event: Event) -> list[Report]:
    """The public reports about an event, earliest first; asked for once on its page."""
    if not hasattr(event, "public_reports"):
        reports = event.reports.published().with_dateline().with_public_events().defer("body")
        event.public_reports = list(reports.order_by("published_on", "published_time", "pk")[:100])
    return event.public_reports


def _with_report(statements: QuerySet) -> QuerySet:
    """Statements with who said them, and at which event if that is public."""
    return statements.select_related("person", "report__source", "event")


def _any_fact_of(event: Event) -> Q:
    """Of the event or one of its rows, each by its own key: no index serves a joined OR."""
    return (
        Q(event=event)
        | Q(participation__in=[row.pk for row in event.participations.all()])
        | Q(involvement__in=[row.pk for row in event.involvements.all()])
        | Q(programme_item__in=[row.pk for row in event.programme.all()])
    )


def _fact_name(citation: Citation) -> str:
    """The fact in a reader's words: its aspect, or the person, organization or part it is of."""
    if citation.event_id:
        return citation.get_aspect_display()
    if citation.participation:
        return str(citation.participation.person)
    if citation.involvement:
        return str(citation.involvement.organization)
    return str(citation.programme_item)
