"""What stands on the page of an event besides its own row: who, what and by whom, by name.

Written as SQL, since Django takes four times as long to word such a question and to join the names
as a database to answer it, and a page has five of them.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from events.models.event import Event
from events.models.organization import Organization
from events.models.participation import Involvement, Participation
from events.models.person import Person
from events.models.programme import ProgrammeItem
from events.models.topic import Topic
from events.models.work import Work


@dataclass
class EventSheet:
    """The linked rows of one event, each list in its order.

    Items of the programme have `shown_people` and `shown_works`, works have `shown_creators`.
    """

    topics: list[Topic]
    involvements: list[Involvement]
    participations: list[Participation]
    programme: list[ProgrammeItem]

    @classmethod
    def of(cls, event: Event) -> "EventSheet":
        return cls(
            topics=list(Topic.objects.raw(_TOPICS, [event.pk])),
            involvements=_involvements(event),
            participations=_participations(event),
            programme=_programme(event),
        )


_TOPICS = """
    SELECT topic.id, topic.name, topic.slug
    FROM events_eventtopic link JOIN events_topic topic ON topic.id = link.tag_id
    WHERE link.content_object_id = %s ORDER BY topic.id
"""

_INVOLVEMENTS = """
    SELECT part.id, part.event_id, part.role, part."order", part.organization_id,
        organization.name AS organization_name, organization.kind AS organization_kind
    FROM events_involvement part
    JOIN events_organization organization ON organization.id = part.organization_id
    WHERE part.event_id = %s ORDER BY part."order", part.id
"""


def _involvements(event: Event) -> list[Involvement]:
    rows = list(Involvement.objects.raw(_INVOLVEMENTS, [event.pk]))
    for row in rows:
        row.organization = _organization(row)
    return rows


_PARTICIPATIONS = """
    SELECT part.id, part.event_id, part.role, part.capacity, part."order", part.organization_id,
        organization.name AS organization_name, organization.kind AS organization_kind,
        part.person_id, person.name AS person_name
    FROM events_participation part
    JOIN events_person person ON person.id = part.person_id
    LEFT JOIN events_organization organization ON organization.id = part.organization_id
    WHERE part.event_id = %s ORDER BY part."order", part.id
"""


def _participations(event: Event) -> list[Participation]:
    rows = list(Participation.objects.raw(_PARTICIPATIONS, [event.pk]))
    for row in rows:
        row.person = _known(Person, id=row.person_id, name=row.person_name)
        if row.organization_id:
            row.organization = _organization(row)
    return rows


_PROGRAMME = """
    SELECT item.id, item.event_id, item.kind, item.title, item."order", item.time, item.note,
        item.is_cancelled, person.id AS person_id, person.name AS person_name
    FROM events_programmeitem item
    LEFT JOIN events_programmeitem_people link ON link.programmeitem_id = item.id
    LEFT JOIN events_person person ON person.id = link.person_id
    WHERE item.event_id = %s ORDER BY item."order", item.id, person.sort_key, person.id
"""
_WORKS = """
    SELECT work.id, work.title, work.kind, work.year, work.wikidata, item.id AS item_id,
        person.id AS person_id, person.name AS person_name
    FROM events_programmeitem item
    JOIN events_programmeitem_works shown ON shown.programmeitem_id = item.id
    JOIN events_work work ON work.id = shown.work_id
    LEFT JOIN events_work_creators link ON link.work_id = work.id
    LEFT JOIN events_person person ON person.id = link.person_id
    WHERE item.event_id = %s ORDER BY work.sort_key, work.id, person.sort_key, person.id
"""


def _programme(event: Event) -> list[ProgrammeItem]:
    """A row for each person of an item, and for each creator of a work in it."""
    items: dict[int, Any] = {}
    for row in ProgrammeItem.objects.raw(_PROGRAMME, [event.pk]):
        item = items.setdefault(row.pk, row)
        if item is row:
            item.shown_people, item.shown_works = [], []
        if row.person_id:
            item.shown_people.append(_known(Person, id=row.person_id, name=row.person_name))
    works: dict[tuple[int, int], Any] = {}
    for row in Work.objects.raw(_WORKS, [event.pk]) if items else ():
        work = works.setdefault((row.item_id, row.pk), row)
        if work is row:
            work.shown_creators = []
            items[row.item_id].shown_works.append(work)
        if row.person_id:
            work.shown_creators.append(_known(Person, id=row.person_id, name=row.person_name))
    return list(items.values())


def _organization(row) -> Organization:
    name, kind = row.organization_name, row.organization_kind
    return _known(Organization, id=row.organization_id, name=name, kind=kind)


def _known(model: type[Model], **values) -> Any:
    """A record of which only these columns are loaded."""
    return model.from_db("default", tuple(values), tuple(values.values()))
