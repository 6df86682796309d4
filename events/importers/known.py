"""The records that entries refer to, found by kind and reference."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from events.importers.entries import Refusal, check_reference, shown
from events.importers.linking import Shape
from events.models import Event, Occasion, Place, Work

_MOST_KEYS = 100_000  # kept; some 20 MB


@dataclass(frozen=True)
class Key:
    """A record of which only its key is known, which is all that a link needs."""

    pk: int


class Known:
    """The records that a few entries refer to, with what headings and citations need of them.

    Of people, topics and the like the key is enough, and kept from one chunk to the next; places
    and events are looked up anew each time, since somebody may have moved them.
    """

    # Not joined: many share few places.
    queries: dict[str, models.QuerySet] = {
        "place": Place.objects.prefetch_related("parent__parent__parent"),
        "occasion": Occasion.objects.prefetch_related("place__parent__parent__parent"),
        "work": Work.objects.prefetch_related("creators"),
        "event": Event.objects.defer("summary", "description").prefetch_related(
            "place__parent__parent__parent"
        ),
    }

    def __init__(self, shapes: dict[str, Shape], keys: dict[tuple[str, str], Key]):
        self.shapes, self._keys = shapes, keys
        self._records: dict[tuple[str, str], models.Model | Key] = {}

    def load(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Look up all of these (kind, reference), in few queries."""
        by_kind = defaultdict(set)
        if len(self._keys) > _MOST_KEYS:
            self._keys.clear()
        for kind, ref in wanted:
            if (kind, ref) not in self._keys and _is_reference(ref):
                by_kind[kind].add(ref)
        for kind, refs in by_kind.items():
            if kind in self.queries:
                for ref, record in by_reference(kind, self.queries[kind], refs).items():
                    self.add(kind, ref, record)
            else:
                self._load_keys(kind, refs)

    def _load_keys(self, kind: str, refs: Iterable[str]) -> None:
        records = self.shapes[kind].model.objects
        name = reference_field_of(kind)
        found = records.filter(**{f"{name}__among": refs}).values_list(name, "pk")
        self._keys |= {(kind, ref): Key(pk) for ref, pk in found}

    def load_facts(self) -> None:
        """Look up what took place at the known events, and who took part: citations point there."""
        events = [record for (kind, _ref), record in self._records.items() if kind == "event"]
        models.prefetch_related_objects(events, "participations", "involvements", "programme")

    def load_from(self, notebook, wanted: Iterable[tuple[str, str]]) -> None:
        """Look up what a dry run would have made of entries before."""
        for kind, ref in wanted:
            if record := notebook.kept(f"{kind}:{ref}"):
                self.add(kind, ref, record)

    def add(self, kind: str, ref: str, record: models.Model) -> None:
        self._records[kind, ref] = record

    def find(self, kind: str, ref: str) -> models.Model | Key:
        found = self._records.get((kind, ref)) or self._keys.get((kind, ref))
        if found is None:
            problem = _("no %(kind)s has the reference %(ref)s") % {"kind": kind, "ref": shown(ref)}
            raise Refusal("", problem)
        return found


def reference_field_of(kind: str) -> str:
    """The field that holds the reference; a topic's is its slug, which is its address."""
    return "slug" if kind == "topic" else "ref"


def by_reference(
    kind: str, records: models.QuerySet, refs: Iterable[str]
) -> dict[str, models.Model]:
    """The records of one kind that have these references."""
    name = reference_field_of(kind)
    found = records.filter(**{f"{name}__among": refs})
    return {getattr(record, name): record for record in found}


def _is_reference(ref: str) -> bool:
    try:
        check_reference("", ref)
    except Refusal:
        return False
    return True
