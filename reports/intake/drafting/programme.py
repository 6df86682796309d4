"""The parts of an event in the order of the report, with the people and works in them."""

from collections.abc import Iterator

from events.models import Event, ProgrammeItem, Work
from reports.intake.drafting.records import Records
from reports.intake.plan import Plan, PlannedPart
from reports.intake.shortening import shortened

_Part = ProgrammeItem.Kind
# The parts of a programme in which works of a kind are shown.
_SHOWN_IN = {
    **dict.fromkeys(("film", "documentary", "short_film", "video"), (_Part.FILM_SCREENING,)),
    "music": (_Part.CONCERT, _Part.PERFORMANCE),
    "book": (_Part.BOOK_PRESENTATION, _Part.READING),
    "poem": (_Part.READING, _Part.PERFORMANCE),
    "exhibition": (_Part.EXHIBITION, _Part.PHOTO_EXHIBITION),
    "performance": (_Part.PERFORMANCE, _Part.CONCERT),
}


def programme_of(
    event: Event, plan: Plan, records: Records, *, may_add: bool
) -> list[tuple[PlannedPart, ProgrammeItem]]:
    """Each wanted part with the item that holds it: one on file, or a new one at the end."""
    before = list(event.programme.prefetch_related("works"))
    shown = {work for item in before for work in item.works.all()}
    facts, order = [], max((item.order for item in before), default=-1)
    for part, works in _with_works(plan, records):
        new = [work for work in works if work not in shown]
        item = _on_file(before, part, works, new)
        if item is None and may_add:
            order += 1
            item = _new_item(event, part, new, records, order)
            shown.update(new)
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
        fitting = (part for part in parts if part.kind in _SHOWN_IN.get(work.kind, ()))
        if work not in placed and (part := next(fitting, None)):
            named[part.key].append(work)
            placed.add(work)
    for part in parts:
        yield part, list(dict.fromkeys(named[part.key]))


def _on_file(
    before: list[ProgrammeItem], part: PlannedPart, works: list[Work], new: list[Work]
) -> ProgrammeItem | None:
    """The item that tells of the part already: of the same kind, and with no work missing."""
    same = [item for item in before if item.kind == part.kind]
    for item in same:
        if set(works) & set(item.works.all()):
            return item
    return None if new else next(iter(same), None)


def _new_item(
    event: Event, part: PlannedPart, works: list[Work], records: Records, order: int
) -> ProgrammeItem:
    title = shortened(part.title, ProgrammeItem, "title")
    item = records.save(ProgrammeItem(event=event, kind=part.kind, title=title, order=order))
    people = [person for name in part.people if (person := records.named("person", name))]
    if people:
        item.people.add(*people)
    if works:
        item.works.add(*works)
    return item
