"""What a view must know of a noun to hand its records out as files."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

Plain = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """Where the archive stands: its address without a last slash, and its name in permanent ids."""

    address: str
    host: str


@dataclass(frozen=True)
class Noun:
    """How the records of one noun are loaded and told as plain data.

    Every file is written from that plain data, so no format can tell more than another.
    """

    model: type[Model]
    records: Callable[[], QuerySet]
    # A page of records at once, as all that is linked to them is read together.
    as_plain: Callable[[Sequence, Site, Collection[str]], list[Plain]]
    # Paths into the plain data, one for each column of a table.
    columns: tuple[str, ...]
    # What is linked to a record and read only for the files that show it.
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()  # all parts, for the file of one record
    # The title, author and text of an entry in a feed.
    as_entry: Callable[[Plain], Plain] | None = None

    @property
    def name(self) -> str:
        return self.model._meta.model_name
