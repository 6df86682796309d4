"""What a report adds to an event on file, and what it states differently, fact by fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.dates import PartialDate, format_period
from events.models import Event, Involvement, Participation, Place, ProgrammeItem
from events.names import name_key
from reports.intake.plan import MENTIONED, Plan, PlannedLink, PlannedPerson

ADDS, DIFFERS, SAME = "adds", "differs", "same"


@dataclass(frozen=True)
class Difference:
    """One fact as it stands on file, and as this report has it."""

    what: str  # "date", "Emin Rustamov" …
    on_file: str
    here: str
    kind: str  # "adds", "differs" or "same"

    @classmethod
    def between(cls, what: str, on_file: str, here: str, *, same: bool | None = None):
        """What is not on file is added; what is written alike is the same, unless said."""
        if same is None:
            same = name_key(on_file) == name_key(here)
        return cls(what, on_file, here, SAME if same else DIFFERS if on_file else ADDS)


def differences_of(event: Event, plan: Plan, place: Place | None) -> Iterator[Difference]:
    """The facts of the plan beside those on file; of what the report is silent nothing is said."""
    yield from _of_date(event, plan)
    yield from _of_place(event, plan, place)
    kind = Event.Kind(plan.kind).label if plan.kind in Event.Kind.values else plan.kind
    if plan.kind != Event.Kind.OTHER:
        yield Difference.between(_("kind"), event.get_kind_display(), str(kind))
    yield from _of_occasion(event, plan)
    yield from _of_organizations(event, plan)
    yield from _of_people(event, plan)
    yield from _of_programme(event, plan)


def _of_date(event: Event, plan: Plan) -> Iterator[Difference]:
    if not plan.start:
        return
    start = PartialDate.parse(plan.start)
    end = PartialDate.parse(plan.end).first if plan.end else None
    here = format_period(start.first, end, start.precision)
    if event.date_precision == Event.Precision.REPORTED:
        yield Difference(_("date"), event.date_label, here, ADDS)
    else:
        yield Difference.between(_("date"), event.date_label, here)


def _of_place(event: Event, plan: Plan, place: Place | None) -> Iterator[Difference]:
    named = (plan.place.venue, plan.place.city, plan.place.country)
    here = ", ".join(filter(None, named))
    if not here:
        return
    on_file = event.place.full_name if event.place else ""
    smallest = next(filter(None, named))
    if place and event.place and place.name_key == name_key(smallest):
        # As exact as on file or less: nothing new. More exact: that is added.
        same = place in event.place.lineage
        kind = SAME if same else ADDS if event.place in place.lineage else DIFFERS
        yield Difference(_("place"), on_file, here, kind)
    elif event.place and event.place.kind != Place.Kind.VENUE and plan.place.venue:
        yield Difference(_("place"), on_file, here, ADDS)
    else:
        yield Difference.between(_("place"), on_file, here)


def _of_occasion(event: Event, plan: Plan) -> Iterator[Difference]:
    occasion = plan.occasion
    if not (occasion and occasion.wanted):
        return
    on_file = str(event.occasion) if event.occasion else ""
    yield Difference.between(_("occasion"), on_file, occasion.words or occasion.name)
    if occasion.ordinal:
        number = str(event.ordinal) if event.ordinal else ""
        yield Difference.between(_("which anniversary"), number, str(occasion.ordinal))


def _of_organizations(event: Event, plan: Plan) -> Iterator[Difference]:
    rows = {row.organization_id: row for row in event.involvements.all()}
    for link in _taking_part(plan.organizations):
        row = rows.get(link.record)
        on_file = row.get_role_display() if row else ""
        yield Difference.between(link.name, str(on_file), _label(Involvement.Role, link.role))


def _of_people(event: Event, plan: Plan) -> Iterator[Difference]:
    rows = {row.person_id: row for row in event.participations.all()}
    for link in _taking_part(plan.people):
        row = rows.get(link.record)
        on_file = (row.capacity or str(row.get_role_display())) if row else ""
        if row and row.capacity and not link.capacity:
            yield Difference(link.name, on_file, _here(link), SAME)
        else:
            yield Difference.between(link.name, on_file, _here(link))


def _here(link: PlannedPerson) -> str:
    return link.capacity or _label(Participation.Role, link.role)


def _of_programme(event: Event, plan: Plan) -> Iterator[Difference]:
    kinds = {item.kind for item in event.programme.all()}
    for kind in dict.fromkeys(part.kind for part in plan.programme if part.wanted):
        label = _label(ProgrammeItem.Kind, kind)
        yield Difference.between(_("programme"), label if kind in kinds else "", label)
    works = {work.pk for item in event.programme.all() for work in item.works.all()}
    for link in plan.works:
        if link.wanted:
            on_file = link.name if link.record in works else ""
            yield Difference.between(_("programme"), on_file, link.name)


def _taking_part(links: tuple[PlannedLink, ...]) -> Iterator[PlannedLink]:
    return (link for link in links if link.wanted and link.role != MENTIONED)


def _label(choices, value: str) -> str:
    return str(choices(value).label) if value in choices.values else value
