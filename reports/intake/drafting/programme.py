"""The parts of an event in the order of the report, with the people and works in them."""

from collections.abc import Iterator

from events.models import Event, Person, ProgrammeItem, Work
from reports.intake.drafting.records import Records
from reports.intake.plan import SHOWN_IN, Plan, PlannedPart
from reports.intake.shortening import shortened


def programme_of(
    event: Event, plan: Plan, records: Records, *, may_add: bool
) -> list[tuple[PlannedPart, ProgrammeItem]]:
    """Each wanted part with the item that holds it: one on file, or a new one at the end."""
    before = list(event.programme.prefetch_related("works", "people"))
    shown = {work for item in before for work in item.works.all()}
    facts, order = [], max((item.order for item in before), default=-1)
    for part, works in _with_works(plan, records):
        new = [work for work in works if work not in shown]
        same = [item for item in before if item.kind == part.kind]
        if same and not new:
            item = _the_one(same, works, _people_of(part, records))
        elif may_add:
            order += 1
            item = _new_item(event, part, new, records, order)
            shown.update(new)
        else:
            item = None
        if item:
            facts.append((part, item))
    return facts


def _with_works(plan: Plan, records: Records) -> Iterator[tuple[PlannedPart, list[Work]]]:
    """The wanted parts, each with its works; those told apart from it in the first that fits."""
    parts = [part for part in plan.programme if part.wanted]
    named = {
        part.key: [work for title in part.works if (work := records.named("work", title))]
        for part in parts
    }
    placed = {work for works in named.values() for work in works}
    for _link, work in records.of("work"):
        fitting = (part for part in parts if part.kind in SHOWN_IN.get(work.kind, ()))
        if work not in placed and (part := next(fitting, None)):
            named[part.key].append(work)
            placed.add(work)
    for part in parts:
        yield part, list(dict.fromkeys(named[part.key]))


def _the_one(
    same: list[ProgrammeItem], works: list[Work], people: list[Person]
) -> ProgrammeItem | None:
    """Which of the items of a kind is told of; None where that may be any of several."""
    told = [
        item for item in same if {*works, *people} & {*item.works.all(), *item.people.all()}
    ] or same
    return told[0] if len(told) == 1 or works else None


def _people_of(part: PlannedPart, records: Records) -> list[Person]:
    return [person for name in part.people if (person := records.named("person", name))]


def _new_item(
    event: Event, part: PlannedPart, works: list[Work], records: Records, order: int
) -> ProgrammeItem:
    title = shortened(part.title, ProgrammeItem, "title")
    item = records.save(ProgrammeItem(event=event, kind=part.kind, title=title, order=order))
    if people := _people_of(part, records):
        item.people.add(*people)
    if works:
        item.works.add(*works)
    return item
