"""A record on file that a name of the report may mean, with what tells it from its namesakes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Model

from events.models import Linkable, Occasion, Organization, Person, Place, Work
from reports.models import Source


@dataclass(frozen=True)
class Candidate:
    """A record on file that a name of the report may mean."""

    record: Linkable
    name: str  # the name on file that is like it
    context: str  # what tells it from its namesakes: "First Secretary, Embassy of …"
    score: float  # 0 to 100
    certain: bool  # one record only, under just this name


@dataclass(frozen=True)
class Company:
    """For whom and on which occasion the people of a report act, as far as that is on file."""

    organizations: Collection[int] = ()
    occasions: Collection[int] = ()


def loaded(noun: str, pks: Iterable[int], company: Company) -> dict[int, Linkable]:
    """Records of a noun with all that `context_of` reads."""
    wanted = sorted(set(pks))
    if not wanted:
        return {}
    if noun == "work":
        return Work.objects.prefetch_related("creators").as_links().order_by().in_bulk(wanted)
    if noun == "person":
        groups = (company.organizations, company.occasions, wanted)
        return in_sql(Person, _PEOPLE, *(sorted(each) for each in groups))
    model, statement = _STATEMENTS[noun]
    return in_sql(model, statement, wanted)


def in_sql(model: type[Model], statement: str, *groups: list[int]) -> dict[int, Model]:
    """Records read by a statement with a group of keys for each of its gaps.

    As SQL: for every report five nouns are asked for, and wording takes Django as long as the rest.
    """
    gaps = (", ".join(["%s"] * len(group)) or "NULL" for group in groups)
    keys = [key for group in groups for key in group]
    return {record.pk: record for record in model.objects.raw(statement.format(*gaps), keys)}


# With the capacity stated last, and whether they acted in such company before.
_PEOPLE = """
    SELECT id, name,
        (SELECT capacity FROM events_participation p JOIN events_event e ON e.id = p.event_id
         WHERE p.person_id = events_person.id AND capacity <> ''
         ORDER BY e.start_date DESC, p.id DESC LIMIT 1) AS stated_capacity,
        EXISTS (SELECT 1 FROM events_participation p
                WHERE p.person_id = events_person.id AND p.organization_id IN ({})) AS acted_for,
        EXISTS (SELECT 1 FROM events_participation p JOIN events_event e ON e.id = p.event_id
                WHERE p.person_id = events_person.id AND e.occasion_id IN ({})) AS acted_at
    FROM events_person WHERE id IN ({})
"""
_STATEMENTS: dict[str, tuple[type[Linkable], str]] = {
    "organization": (
        Organization,
        """
        SELECT o.id, o.name, o.kind, p.name AS around
        FROM events_organization o LEFT JOIN events_place p ON p.id = o.seat_id
        WHERE o.id IN ({})
        """,
    ),
    # With the first event that counts its anniversaries.
    "occasion": (
        Occasion,
        """
        SELECT o.id, o.name, o.original_date, o.date_precision, p.name AS around,
            e.start_date AS counted_on, e.ordinal AS counted
        FROM events_occasion o LEFT JOIN events_place p ON p.id = o.place_id
        LEFT JOIN events_event e ON e.id = (
            SELECT min(id) FROM events_event WHERE occasion_id = o.id AND ordinal > 0
        )
        WHERE o.id IN ({})
        """,
    ),
    "source": (
        Source,
        """
        SELECT s.id, s.name, s.kind, p.name AS around
        FROM reports_source s LEFT JOIN events_place p ON p.id = s.country_id
        WHERE s.id IN ({})
        """,
    ),
}


def context_of(record: Linkable) -> str:
    """What a list to choose from shows beside the name."""
    return ", ".join(str(part) for part in _parts_of(record) if part)


def _parts_of(record: Linkable) -> list:
    match record:
        case Person():
            return [record.stated_capacity]
        case Organization() | Source():
            return [record.get_kind_display(), record.around]
        case Place():
            return [record.get_kind_display(), *(place.name for place in record.lineage[1:])]
        case Occasion():
            return [record.original and record.original.label, record.around]
        case Work():
            return [record.get_kind_display(), record.year, *record.creators.all()]
    return []
