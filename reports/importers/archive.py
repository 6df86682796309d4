"""Take in archive files: entries by the thousand, each chunk whole or not at all.

An entry whose reference is new makes a record; one that is as it was is passed over; one that has
changed brings its record up to date. What is taken in is noted in the transaction that writes it,
so a run that was cut off, however hard, is finished by the next one.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import BinaryIO

from django.db import DataError, IntegrityError, reset_queries, transaction
from django.utils.translation import gettext as _

from events.actions.counting import count_everything, is_counted
from events.importers.entries import Entry, Refusal, read_entries
from events.importers.media import draw_illustrations
from events.search.index import index_in_bulk
from reports.importers.chunk import Chunk, Deed, Manner, Outcome
from reports.importers.notebook import Notebook

NORMALLY = Manner()
CHUNK_ENTRIES = 1000  # in one transaction
CHUNK_BYTES = 8_000_000


def import_archive(
    files: Iterable[BinaryIO],
    manner: Manner = NORMALLY,
    indexed: Callable[[int], None] = lambda number: None,
) -> Iterator[Outcome]:
    """Take in the entries of these files; tell what became of each, in their order.

    The search index follows at the end; `indexed` is told how many more records it has looked at.
    """
    # Of a whole archive no record is counted by itself.
    manner = replace(manner, tally_at_once=is_counted())
    with closing(Notebook()) as notebook, _garbage_left_lying():
        for outcome in _outcomes(files, manner, notebook):
            yield outcome
            if outcome.refusal and manner.stop_at_first:
                break
    if not manner.dry_run:
        # What a run that was cut off has left undone is done here as well.
        if not manner.tally_at_once:
            count_everything()
        draw_illustrations()
        index_in_bulk(indexed)


def _outcomes(files: Iterable[BinaryIO], manner: Manner, notebook: Notebook) -> Iterator[Outcome]:
    for file in files:
        for entries in _chunks(_once_each(read_entries(file), notebook)):
            reset_queries()  # which Django would remember while DEBUG is on
            yield from _take(entries, manner, notebook)
            gc.collect()


@contextmanager
def _garbage_left_lying() -> Iterator[None]:
    """Collect garbage once a chunk only, and without looking at the program itself."""
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _once_each(entries: Iterable[Entry], notebook: Notebook) -> Iterator[Entry]:
    """The entries, those refused that stand in the files a second time."""
    for entry in entries:
        before = "" if entry.refusal else notebook.note(entry)
        if before:
            refusal = Refusal("ref", _("stands in %s already") % before)
            entry = replace(entry, refusal=refusal)
        yield entry


def _chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    chunk: list[Entry] = []
    size = 0
    for entry in entries:
        chunk.append(entry)
        size += entry.size
        if len(chunk) >= CHUNK_ENTRIES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _take(entries: list[Entry], manner: Manner, notebook: Notebook) -> list[Outcome]:
    """Take in some entries in one transaction."""
    try:
        with transaction.atomic():
            return Chunk(manner, notebook).take(entries)
    except (IntegrityError, DataError) as error:
        if len(entries) == 1:
            sentence = _("the database refuses it: %s") % str(error).partition("\n")[0]
            return [Outcome(entries[0], Deed.REFUSED, Refusal("entry", sentence))]
    # One of them breaks a rule that only the database knows: it is found by halving.
    half = len(entries) // 2
    first = _take(entries[:half], manner, notebook)
    if manner.stop_at_first and any(outcome.refusal for outcome in first):
        return first
    return first + _take(entries[half:], manner, notebook)
