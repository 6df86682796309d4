"""A record on file that a name of the report may mean, with what tells it from its namesakes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import ExtractYear

from events.models import (
    Event,
    Linkable,
    Occasion,
    Organization,
    Participation,
    Person,
    Place,
    Work,
)
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
    records = _people(company) if noun == "person" else _QUERIES[noun]
    return records.order_by().in_bulk(wanted)


_QUERIES: dict[str, QuerySet] = {
    "organization": Organization.objects.select_related("seat").only("name", "kind", "seat__name"),
    "occasion": Occasion.objects.select_related("place")
    .only(*Occasion.of_link, "place__name")
    .annotate(
        counted_from=Subquery(
            Event.objects.filter(occasion=OuterRef("pk"), ordinal__gt=0)
            .order_by("start_date")
            .values(year=ExtractYear("start_date") - F("ordinal"))[:1]
        )
    ),
    "work": Work.objects.prefetch_related("creators").as_links(),
    "source": Source.objects.select_related("country").only("name", "kind", "country__name"),
}


def _people(company: Company) -> QuerySet:
    """With the capacity stated last, and whether they acted in such company before."""
    parts = Participation.objects.filter(person=OuterRef("pk")).order_by()
    latest = parts.exclude(capacity="").order_by("-event__start_date", "-pk").values("capacity")
    return Person.objects.as_links().annotate(
        stated_capacity=Subquery(latest[:1]),
        acted_for=Exists(parts.filter(organization__in=company.organizations)),
        acted_at=Exists(parts.filter(event__occasion__in=company.occasions)),
    )


def context_of(record: Linkable) -> str:
    """What a list to choose from shows beside the name."""
    return ", ".join(str(part) for part in _parts_of(record) if part)


def _parts_of(record: Linkable) -> list:
    match record:
        case Person():
            return [record.stated_capacity]
        case Organization():
            return [record.get_kind_display(), record.seat]
        case Place():
            return [record.get_kind_display(), *(place.name for place in record.lineage[1:])]
        case Occasion():
            return [record.original and record.original.label, record.place]
        case Work():
            return [record.get_kind_display(), record.year, *record.creators.all()]
        case Source():
            return [record.get_kind_display(), record.country]
    return []
