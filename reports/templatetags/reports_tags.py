"""Reports on the pages of events, people, organizations, places, occasions, works and topics.

These pages live in the events app, which knows no reports; the tags bring them there.
"""

from itertools import groupby

from django import template
from django.db.models import Q

from events.models import Event, Person
from events.models.listing import newest_under
from reports.models import Citation, Report, Statement
from reports.models.citation import FACTS

register = template.Library()

MOST = 20  # the list behind the heading holds the rest


@register.inclusion_tag("reports/_reports_about.html")
def reports_about(event: Event) -> dict:
    """The reports about an event, side by side with source and date."""
    return {"reports": public_reports(event)}


@register.inclusion_tag("reports/_reports_under.html")
def reports_under(subject) -> dict:
    """The newest reports that stand under a place, person, topic …"""
    reports = newest_under(Report.objects.as_entries(), subject.heading, MOST)
    return {"reports": reports, "subject": subject}


@register.inclusion_tag("reports/_statements.html")
def statements_at(event: Event) -> dict:
    """What was said at an event, each with the report that says so."""
    statements = Statement.objects.published().filter(event=event).with_report("person__name")
    # Sorted here: Django words an order by looking at each column, and there are few rows.
    said = sorted(statements.order_by(), key=lambda statement: (statement.order, statement.pk))
    return {"statements": said}


@register.inclusion_tag("reports/_statements.html")
def statements_by(person: Person) -> dict:
    """What a person said, each with the event and the report."""
    statements = Statement.objects.published().filter(person=person)
    event = (f"event__{name}" for name in ("title", "status", "publish_at", "embargo_until"))
    newest_first = ("-report__published_on", "-report_id", "order", "pk")
    said = statements.with_report(*event).order_by(*newest_first)[:50]
    return {"statements": said, "person": person}


@register.inclusion_tag("reports/_citations.html")
def citations_about(event: Event) -> dict:
    """What the reports state of an event, fact by fact and report by report."""
    names = _facts_of(event)
    order = {fact: number for number, fact in enumerate(names)}
    stated = Citation.objects.published().with_report().filter(_any_fact_of(event))
    citations = sorted(stated.order_by(), key=lambda each: (order[_fact_of(each)], each.pk))
    facts = [
        {"fact": name, "citations": list(group)}
        for name, group in groupby(citations, lambda citation: names[_fact_of(citation)])
    ]
    of_event = [fact for fact in facts if fact["citations"][0].event_id]
    return {"of_event": of_event, "of_parts": facts[len(of_event) :]}


@register.inclusion_tag("reports/_corrections.html")
def corrections_of(record) -> dict:
    """The dated public notes on an event or report, newest first."""
    return {"corrections": record.corrections.all()}


def public_reports(event: Event) -> list[Report]:
    """The public reports about an event, earliest first; asked for once on its page."""
    if not hasattr(event, "public_reports"):
        reports = Report.objects.published().as_clippings().filter(events=event)
        event.public_reports = list(reports.order_by("published_on", "published_time", "pk")[:100])
    return event.public_reports


def _any_fact_of(event: Event) -> Q:
    """Of the event or one of its rows, each by its own key: no index serves a joined OR."""
    return (
        Q(event=event)
        | Q(participation__in=[row.pk for row in event.sheet.participations])
        | Q(involvement__in=[row.pk for row in event.sheet.involvements])
        | Q(programme_item__in=[row.pk for row in event.sheet.programme])
    )


Fact = tuple[str, str | int]  # "event" and an aspect, or what kind of row and its id


def _fact_of(citation: Citation) -> Fact:
    """What a citation is of."""
    if citation.event_id:
        return "event", citation.aspect
    name = next(name for name in FACTS if getattr(citation, f"{name}_id"))
    return name, getattr(citation, f"{name}_id")


def _facts_of(event: Event) -> dict[Fact, str]:
    """What can be stated of an event in a reader's words, in the order of its page."""
    rows = {
        "participation": {row.pk: str(row.person) for row in event.sheet.participations},
        "involvement": {row.pk: str(row.organization) for row in event.sheet.involvements},
        "programme_item": {row.pk: str(row) for row in event.sheet.programme},
    }
    aspects = sorted(Citation.Aspect.choices)
    return {("event", aspect): str(label) for aspect, label in aspects} | {
        (noun, pk): name for noun, named in rows.items() for pk, name in named.items()
    }
