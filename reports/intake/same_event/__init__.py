"""Events on file that a plan may be about, and what its report adds or states differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from events.dates import PartialDate
from events.models import Event, Place, Publishable
from reports.intake.matching.on_file import names_on_file
from reports.intake.matching.places import asked_places, standing
from reports.intake.plan import MENTIONED, Plan, PlannedLink
from reports.intake.same_event.differences import Difference, differences_of

__all__ = ["Difference", "SameEvent", "likely_event", "same_events"]

SHOWN = 5
_LATE = timedelta(days=3)  # a report may come so long after its event
_LONGEST = timedelta(days=Event.LONGEST_DAYS)
_MOST_LOOKED_AT = 100
_LIKELY = 6  # the weight of an occasion with a name, or of three names


@dataclass(frozen=True)
class SameEvent:
    """An event on file that this report may be about."""

    event: Event
    why: str  # a sentence
    weight: int  # of what they have in common
    differences: list[Difference]


@dataclass(frozen=True)
class _Days:
    """When it was, as far as the report says."""

    first: date
    last: date
    is_stated: bool  # not only the day of the report

    @classmethod
    def of(cls, plan: Plan) -> "_Days | None":
        told = plan.start or plan.published
        if not told:
            return None
        first, last = PartialDate.parse(told), PartialDate.parse(plan.end or told)
        return cls(first.first, last.last, bool(plan.start))

    def meet(self, event: Event) -> bool:
        is_stated = self.is_stated and event.date_precision != Event.Precision.REPORTED
        late = timedelta(0) if is_stated else _LATE
        return event.start_date <= _after(self.last, late) and event.last_day >= _after(
            self.first, -late
        )


def _after(day: date, time: timedelta) -> date:
    """A day later or earlier, as far as there are years."""
    try:
        return day + time
    except OverflowError:
        return day


@dataclass(frozen=True)
class _Shared:
    """What an event has in common with a plan."""

    occasion: bool
    names: tuple[str, ...]  # of organizations and people
    kind: bool
    place: bool  # the very place, not one around or inside it

    @property
    def weight(self) -> int:
        return 4 * self.occasion + 2 * min(len(self.names), 3) + self.kind + self.place


def same_events(plan: Plan) -> list[SameEvent]:
    """Events of the same days and place with something else in common, the likest first."""
    days = _Days.of(plan)
    if days is None:
        return []
    place, is_known = _place_of(plan)
    found = [
        (shared, event)
        for event in _events_around(days, place, is_known=is_known)
        if days.meet(event) and (shared := _shared(event, plan, place))
    ]
    found.sort(key=lambda each: (-each[0].weight, -each[1].pk))
    return [
        SameEvent(
            event, _why(shared, event), shared.weight, list(differences_of(event, plan, place))
        )
        for shared, event in found[:SHOWN]
    ]


def likely_event(found: list[SameEvent]) -> Event | None:
    """The one of these, the likest first, that shares so much that it will be the same."""
    if not found or found[0].weight < _LIKELY:
        return None
    is_alone = len(found) == 1 or found[1].weight < found[0].weight
    return found[0].event if is_alone else None


def _place_of(plan: Plan) -> tuple[Place | None, bool]:
    """The smallest place of the plan that is on file; whether its town, or else country, is."""
    if plan.place.record:
        return Place.objects.with_lineage().filter(pk=plan.place.record).first(), True
    here = standing(plan.place, names_on_file(asked_places(plan.place)))
    if plan.place.city:
        return here.smallest, bool(here.city or here.venue)
    return here.smallest, bool(here.smallest or not plan.place.country)


def _events_around(days: _Days, place: Place | None, *, is_known: bool) -> QuerySet:
    """Events of about those days, at the place, inside it or around it.

    In a town that is not known nothing was held yet, but what has no more than its country.
    """
    events = Event.objects.exclude(status=Publishable.Status.WITHDRAWN).filter(
        start_date__range=(_after(days.first, -_LATE - _LONGEST), _after(days.last, _LATE)),
        last_day__gte=_after(days.first, -_LATE),
    )
    if place or not is_known:
        there = Q(place=None) | Q(place__in=[each.pk for each in place.lineage] if place else [])
        if place and is_known:
            there |= Q(place__in=Place.objects.inside(place).values("pk"))
        events = events.filter(there)
    return (
        events.with_dateline()
        .select_related("occasion")
        .prefetch_related(
            "involvements__organization", "participations__person", "programme__works"
        )
        .order_by("-start_date", "-pk")[:_MOST_LOOKED_AT]
    )


def _shared(event: Event, plan: Plan, place: Place | None) -> _Shared | None:
    """What the two have in common; None if that is too little."""
    occasion = plan.occasion if plan.occasion and plan.occasion.wanted else None
    organizations = {row.organization_id: row.organization for row in event.involvements.all()}
    people = {row.person_id: row.person for row in event.participations.all()}
    names = [
        str(there[link.record])
        for there, links in ((organizations, plan.organizations), (people, plan.people))
        for link in _taking_part(links)
        if link.record in there
    ]
    shared = _Shared(
        occasion=bool(occasion and occasion.record and occasion.record == event.occasion_id),
        names=tuple(dict.fromkeys(names)),
        kind=event.kind == plan.kind != Event.Kind.OTHER,
        place=place is not None and event.place_id == place.pk,
    )
    is_another_occasion = occasion and event.occasion_id and not shared.occasion
    if shared.occasion or shared.names:
        return shared
    # The kind alone says little: without a place, or on another occasion, nothing.
    return shared if shared.kind and place and not is_another_occasion else None


def _taking_part(links: tuple[PlannedLink, ...]) -> Iterator[PlannedLink]:
    return (link for link in links if link.wanted and link.record and link.role != MENTIONED)


def _why(shared: _Shared, event: Event) -> str:
    common = [*([str(event.occasion)] if shared.occasion else []), *shared.names[:4]]
    if shared.kind:
        common.append(event.get_kind_display())
    return _("Of the same days and place, and the same in this: %s.") % get_text_list(
        common, _("and")
    )
