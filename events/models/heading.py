"""The directory of the public index: what each heading is called and where it leads."""

from collections.abc import Iterable
from functools import cache

from django.apps import apps
from django.db import models

# The headings by which a list is narrowed; `at` is the place itself, without those around it.
FACETS = (
    "place", "person", "organization", "occasion", "topic", "kind", "source", "language",
)  # fmt: skip
# Nouns of headings that are records, and the model of each where its name is another.
_MODELS = {"at": "place", "creator": "person", "origin": "place", "cited": "source"}


class HeadingQuerySet(models.QuerySet):
    def published(self):
        """Those under which something public stands; in two rows if events and reports do."""
        # The nouns are named because the index of the tallies begins with them.
        return self.filter(tallies__noun__in=("event", "report"), tallies__scale="")


class Heading(models.Model):
    """What facets and maps show of a heading without loading its record.

    Values that are no records ("kind:concert", "language:en") have a row without a label.
    """

    key = models.CharField(primary_key=True, max_length=60)
    label = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=200, blank=True)
    parent = models.CharField(max_length=60, blank=True)  # the key of the place around it
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    objects = HeadingQuerySet.as_manager()

    def __str__(self) -> str:
        return self.label or self.key


def noun_of(key: str) -> str:
    """The facet a heading belongs to: "place:12" -> "place"."""
    return key.partition(":")[0]


def value_of(key: str) -> str:
    """What a filter writes for a heading in an address: "place:12" -> "12"."""
    return key.partition(":")[2]


def headings_for(keys: Iterable[str]) -> list[Heading]:
    """Directory rows for these headings, with the records' names as they are now."""
    wanted: dict[str, set[int]] = {}
    for key in keys:
        noun, _, value = key.partition(":")
        if model := _model_of(noun):
            wanted.setdefault(model._meta.label, set()).add(int(value))
    records = {label: apps.get_model(label).objects.in_bulk(pks) for label, pks in wanted.items()}
    found = []
    for key in keys:
        noun, _, value = key.partition(":")
        model = _model_of(noun)
        record = model and records[model._meta.label].get(int(value))
        found.append(heading_for(key, record) if record else Heading(key=key))
    return found


def heading_for(key: str, record: models.Model) -> Heading:
    """The directory row of a record under one of its headings."""
    parent = getattr(record, "parent_id", None)
    return Heading(
        key=key,
        label=str(record)[:300],
        address=record.get_absolute_url(),
        parent=f"{noun_of(key)}:{parent}" if parent else "",
        latitude=getattr(record, "latitude", None),
        longitude=getattr(record, "longitude", None),
    )


@cache  # the models do not change, and every heading of a published record asks
def _model_of(noun: str) -> type[models.Model] | None:
    from events.models.linkable import PublicWhenLinked  # it builds on the listing, as this does

    name = _MODELS.get(noun, noun)
    for model in apps.get_models():
        if model._meta.model_name == name and issubclass(model, PublicWhenLinked):
            return model
    return None
