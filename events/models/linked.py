"""What a loaded record leads to."""

from collections.abc import Iterable

from django.db import models


def linked(record: models.Model, relation: str) -> Iterable[models.Model]:
    """The records behind a relation to many; of those loaded already no manager is made.

    Making one takes longer than reading what it holds, and a list or an import asks thousands.
    """
    loaded = getattr(record, "_prefetched_objects_cache", {})
    return loaded[relation] if relation in loaded else getattr(record, relation).all()
