"""People, places and the like as plain data: what the alphabetical lists are written from."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Model

from events.models import Occasion, Organization, Person, Place, Topic, Work
from events.models.linkable import PublicWhenLinked
from events.serializers.noun import Noun, Plain, Site

# What a noun may have besides its name; a place also says what it is in.
_FIELDS = (
    "kind", "country_code", "time_zone", "latitude", "longitude", "point_precision",
    "year", "language", "website", "wikidata", "geonames",
)  # fmt: skip


def linkables_as_plain(
    records: Sequence[PublicWhenLinked], site: Site, parts: Collection[str] = ()
) -> list[Plain]:
    return [linkable_as_plain(record, site) for record in records]


def linkable_as_plain(record: Any, site: Site) -> Plain:
    """One record with its fields; an empty text means that nothing is known."""
    plain = {
        "id": record.pk,
        "name": record.display_name,
        "address": site.address + record.get_absolute_url(),
    }
    plain |= {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
    if isinstance(record, Place):
        plain["within"] = [
            {"id": place.pk, "name": place.name, "kind": place.kind} for place in record.lineage[1:]
        ]
    if isinstance(record, Occasion):
        plain["date"] = str(record.original) if record.original else None
    if isinstance(record, Work):
        plain["creators"] = [
            {"id": person.pk, "name": person.name} for person in record.creators.all()
        ]
    return plain


def noun_of(model: type[Model], *more: str) -> Noun:
    """How the records of a linkable model are written; `more`: what it has besides its fields."""
    has = {field.name for field in model._meta.get_fields()}
    return Noun(
        model=model,
        records=model._default_manager.all,
        as_plain=linkables_as_plain,
        columns=("id", "address", "name", *more, *(name for name in _FIELDS if name in has)),
    )


PLACE = noun_of(Place, "within")
PERSON = noun_of(Person)
ORGANIZATION = noun_of(Organization)
OCCASION = noun_of(Occasion, "date")
WORK = noun_of(Work, "creators")
TOPIC = noun_of(Topic)
