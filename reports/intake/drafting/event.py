"""The event of a plan: a new draft, or one on file with what it lacks."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from events.actions.listing import list_event
from events.dates import DatePrecision, PartialDate
from events.models import Event, Involvement, Participation, Place, Publishable
from reports.intake.drafting.programme import programme_of
from reports.intake.drafting.records import Records
from reports.intake.plan import MENTIONED, Plan, Planned, PlannedOrganization, PlannedPerson
from reports.intake.shortening import shortened

_OPEN = (Publishable.Status.DRAFT, Publishable.Status.IN_REVIEW)
Facts = list[tuple[Planned, models.Model]]  # what the plan says, and the row that holds it


@dataclass
class Happening:
    """An event, with those of its facts that the report states."""

    event: Event
    place: Place | None
    facts: Facts = field(default_factory=list)


def event_of(plan: Plan, records: Records, *, add: bool) -> Happening:
    """The event on file that the plan means, or a new draft; with its facts."""
    place = records.place()
    if plan.event:
        # No two editors add to it at once.
        event = Event.objects.select_for_update().get(pk=plan.event)
    else:
        event = Event(created_by=records.by, **_told(plan))
    may_add = event.pk is None or (add and _may_change(event, records.by))
    if may_add:
        _fill(event, plan, place, records)
    happening = Happening(event, place)
    for noun in ("organization", "person"):
        happening.facts += _parts_in(event, noun, records, may_add=may_add)
    happening.facts += programme_of(event, plan, records, may_add=may_add)
    if event.public_since and may_add:
        list_event(event)
    return happening


def _may_change(event: Event, by) -> bool:
    return event.status in _OPEN or by is None or by.has_perm("events.publish_event")


def _told(plan: Plan) -> dict[str, Any]:
    """Title, kind and dates of a new event; without its own, the day of the report stands in."""
    start, end = (PartialDate.parse(day) if day else None for day in (plan.start, plan.end))
    published = PartialDate.parse(plan.published) if plan.published else None
    title = shortened(plan.event_title or plan.headline, Event, "title")
    told = {"title": title, "kind": plan.kind}
    if start:
        told |= {"start_date": start.first, "date_precision": start.precision}
        if end and end != start:
            told["end_date"] = end.first
        if published and start.first > published.last:
            told["status_in_world"] = Event.WorldStatus.SCHEDULED
    elif published and published.precision == DatePrecision.DAY:
        told |= {"start_date": published.first, "date_precision": Event.Precision.REPORTED}
    return told


def _fill(event: Event, plan: Plan, place: Place | None, records: Records) -> None:
    """Write place and occasion where the event has none, and the event itself if it is new."""
    occasion = next((record for _link, record in records.of("occasion")), None)
    lacks = {}
    if place and not event.place_id:
        lacks["place"] = place
    if occasion and not event.occasion_id:
        lacks["occasion"] = occasion
    if occasion and event.occasion_id in (None, occasion.pk) and event.ordinal is None:
        lacks["ordinal"] = plan.occasion.ordinal
    for name, value in lacks.items():
        setattr(event, name, value)
    if event.pk is None or any(lacks.values()):
        records.save(event)


def _parts_in(event: Event, noun: str, records: Records, *, may_add: bool) -> Facts:
    """Who took part in the event as the plan says, each with the row that holds it.

    Whoever has a part on file keeps that one, whatever this report calls it.
    """
    new_row = {"organization": _involvement, "person": _participation}[noun]
    rows = {"organization": event.involvements, "person": event.participations}[noun]
    before, made, facts = list(rows.all()), {}, []
    order = max((row.order for row in before), default=-1)
    for link, record in records.of(noun):
        if link.role == MENTIONED:
            continue
        known = [row for row in before if getattr(row, f"{noun}_id") == record.pk]
        row = min(
            known, key=lambda row, role=link.role: (row.role != role, row.order), default=None
        )
        row = row or made.get((record.pk, link.role))
        if row is None and may_add:
            order += 1
            row = made[record.pk, link.role] = new_row(event, link, record, records)
            row.order = order
            records.save(row)
        if row:
            facts.append((link, row))
    return facts


def _involvement(event: Event, link: PlannedOrganization, record, _records) -> Involvement:
    return Involvement(event=event, organization=record, role=link.role)


def _participation(event: Event, link: PlannedPerson, record, records: Records) -> Participation:
    return Participation(
        event=event,
        person=record,
        role=link.role,
        capacity=shortened(link.capacity, Participation, "capacity"),
        organization=records.named("organization", link.affiliation),
    )
