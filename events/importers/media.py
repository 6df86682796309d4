"""Media that entries bring along: for now drawings made here, captioned as illustrations."""

from events.importers.entries import Entry
from events.models import MediaUse


def make_media(entry: Entry, uses: type[MediaUse], record) -> None:
    """The media an entry lists, each put on the record with caption and alternative text."""
    for part in entry.parts("media"):
        for name in ("illustration", "caption", "alt", "credit"):
            part.text(name)
        part.finish()
