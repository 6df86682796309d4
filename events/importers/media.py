"""Media that entries bring along: for now drawings made here, captioned as illustrations."""

from functools import partial

from django.db import transaction

from events.importers.entries import Entry, save
from events.media.illustration import KINDS, SIZE, illustration_file
from events.media.renditions import make_renditions
from events.models import MediaItem, MediaUse
from events.models.media import unguessable_name


def make_media(entry: Entry, uses: type[MediaUse], record) -> None:
    """The media an entry lists, each put on the record with caption and alternative text."""
    for order, part in enumerate(entry.parts("media")):
        drawing = part.text("illustration", required=True)
        if drawing not in KINDS:
            raise part.refuse("illustration", f"{drawing!r:.80} is none of {', '.join(KINDS)}")
        item = MediaItem(
            title=f"Illustration: {drawing}",
            credit=part.text("credit", required=True),
            width=SIZE.width,
            height=SIZE.height,
        )
        item.file = unguessable_name(item, "drawing.png")
        words = {name: part.text(name, required=True) for name in ("caption", "alt")}
        save(part, item)
        save(part, uses(item=item, order=order, **words, **{uses.record_name: record}))
        part.finish()
        # Drawn when all entries are in: a file refused half-way leaves nothing behind.
        transaction.on_commit(partial(_draw, item, drawing, entry.ref))


def _draw(item: MediaItem, drawing: str, seed: str) -> None:
    item.file.storage.save(item.file.name, illustration_file(drawing, seed))
    make_renditions(item)
