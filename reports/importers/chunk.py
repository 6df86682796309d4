"""Some entries of an archive file, taken in together in one transaction."""

import copy
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from events.actions.edition import new_edition
from events.importers.entries import Entry, Refusal
from events.importers.fields import Draft
from events.importers.known import Known, by_reference, reference_field_of
from events.importers.linking import remember
from events.importers.revising import revise
from events.importers.writing import take_keys, write_new
from events.models import Publishable
from events.models.bulk import insert_rows
from reports.importers.listing import list_drafts, list_revised
from reports.importers.notebook import Notebook
from reports.importers.shapes import SHAPES
from reports.models import ArchiveEntry

_NOBODY = 10**15  # the first of the keys on a dry run


class Deed(StrEnum):
    """What became of an entry, or on a dry run would."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Manner:
    """How to go about an import."""

    dry_run: bool = False  # write nothing
    stop_at_first: bool = False  # take in nothing after a faulty entry
    keep_records: bool = False  # leave whatever is on record as it is
    tally_at_once: bool = True  # count each record as it comes, not all of them at the end


@dataclass(frozen=True)
class Outcome:
    """One entry and what became of it."""

    entry: Entry
    deed: Deed
    refusal: Refusal | None = None

    def __str__(self) -> str:
        return f"{self.entry}, {self.refusal}" if self.refusal else f"{self.entry}: {self.deed}"


class Chunk:
    """Entries taken in together; what they refer to is looked up for all of them at once."""

    def __init__(self, manner: Manner, notebook: Notebook):
        self.manner, self.notebook = manner, notebook
        self.known = Known(SHAPES, notebook.keys)
        self.new: list[Draft] = []  # not yet written

    def take(self, entries: list[Entry]) -> list[Outcome]:
        self._look_up([entry for entry in entries if not entry.refusal and entry.kind in SHAPES])
        outcomes = []
        for entry in entries:
            outcomes.append(self._outcome(entry))
            if self.manner.stop_at_first and outcomes[-1].refusal:
                break
        self._write_new()
        if not self.manner.dry_run:
            self._note(outcomes)
        return outcomes

    def _look_up(self, entries: list[Entry]) -> None:
        on_file = ArchiveEntry.objects.filter(pk__among=[entry.key for entry in entries])
        self.digests = {key: bytes(each) for key, each in on_file.values_list("key", "digest")}
        self.unchanged = {e.key for e in entries if self.digests.get(e.key) == e.digest}
        changed = [entry for entry in entries if entry.key not in self.unchanged]
        if changed and not self.manner.dry_run:
            new_edition()  # first, so that all who write the public index wait in one queue
        refs = defaultdict(list)
        for entry in changed:
            refs[entry.kind].append(entry.ref)
        self.on_record = {
            (kind, ref): record
            for kind, wanted in refs.items()
            for ref, record in by_reference(kind, SHAPES[kind].model.objects.all(), wanted).items()
        }
        pairs = {pair for each in changed for pair in SHAPES[each.kind].references(each.data)}
        self.known.load(pairs)
        if any("citations" in entry.data for entry in changed):
            self.known.load_facts()
        if self.manner.dry_run:
            self.known.load_from(self.notebook, pairs)
        self.keys = {kind: self._take_keys(kind, len(wanted)) for kind, wanted in refs.items()}

    def _take_keys(self, kind: str, number: int) -> Iterator[int]:
        return count(_NOBODY) if self.manner.dry_run else take_keys(SHAPES[kind].model, number)

    def _outcome(self, entry: Entry) -> Outcome:
        """Draft the record of an entry; an old one is brought up to date at once."""
        if entry.key in self.unchanged:
            return Outcome(entry, Deed.UNCHANGED)
        before = self.on_record.get((entry.kind, entry.ref))
        if before and self.manner.keep_records:
            return Outcome(entry, Deed.UNCHANGED)
        try:
            draft = self._draft(entry, before)
        except Refusal as refusal:
            return Outcome(entry, Deed.REFUSED, refusal)
        if self.manner.dry_run:
            self.notebook.keep(entry.key, draft.record)
        elif before:
            self._write_new()  # it may point at what comes before it
            revise(before, draft, SHAPES[entry.kind])
            list_revised(before, draft)
        else:
            self.new.append(draft)
        self.known.add(entry.kind, entry.ref, draft.record)
        return Outcome(entry, Deed.UPDATED if before else Deed.CREATED)

    def _draft(self, entry: Entry, before: models.Model | None) -> Draft:
        if entry.refusal:
            raise entry.refusal
        if entry.kind not in SHAPES:
            raise Refusal("kind", _("is none of %s") % ", ".join(SHAPES))
        shape = SHAPES[entry.kind]
        record = copy.copy(before) if before else self._new_record(entry)
        draft = Draft(record)
        shape.fill(draft, entry.data, self.known.find)
        if self.manner.dry_run or not before:
            remember(draft, shape)
        return draft

    def _new_record(self, entry: Entry) -> models.Model:
        record = SHAPES[entry.kind].blank()
        record.pk = next(self.keys[entry.kind])
        column = record._meta.get_field(reference_field_of(entry.kind))
        try:
            setattr(record, column.name, column.clean(entry.ref, record))
        except ValidationError as error:
            raise Refusal("ref", " ".join(error.messages)) from None
        if isinstance(record, Publishable):
            record.status = Publishable.Status.PUBLISHED
        return record

    def _write_new(self) -> None:
        write_new(self.new)
        list_drafts(self.new, tallied=self.manner.tally_at_once)
        self.new = []

    def _note(self, outcomes: list[Outcome]) -> None:
        """Note what has been taken in, to know it again."""
        taken = [each.entry for each in outcomes if each.deed in (Deed.CREATED, Deed.UPDATED)]
        for entry in taken:
            if entry.key in self.digests:
                ArchiveEntry.objects.filter(pk=entry.key).update(digest=entry.digest)
        new = [(each.key, each.digest) for each in taken if each.key not in self.digests]
        insert_rows(ArchiveEntry, ["key", "digest"], new)
