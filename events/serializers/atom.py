"""Plain data as an Atom feed (RFC 4287), in pages (RFC 5005, 3)."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from events.serializers.noun import Noun, Plain, Site

# XML 1.0, 2.2: no document may hold these, however they are written.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _PagedFeed(Atom1Feed):
    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for rel, address in self.feed["pages"].items():
            if address:
                handler.addQuickElement("link", "", {"rel": rel, "href": address})


def feed(
    records: Sequence[Plain],
    noun: Noun,
    site: Site,
    *,
    title: str,
    author: str,
    address: str,
    feed_address: str,
    pages: dict[str, str | None],
) -> str:
    """The feed of these records; `pages` leads to the next and previous ones."""
    atom = _PagedFeed(
        title=_safe(title),
        link=address,
        description=None,
        feed_url=feed_address,
        author_name=_safe(author),
        pages=pages,
    )
    for record in records:
        entry = noun.as_entry(record)
        atom.add_item(
            title=_safe(entry["title"]),
            link=record["address"],
            # Readers take a summary for HTML.
            description=escape(_safe(entry["text"])),
            author_name=_safe(entry["author"]) or None,
            categories=_all_safe(entry["categories"]),
            unique_id=permanent_id(record, noun.name, site),
            # Not the day of the event: when the public could first read of it here.
            pubdate=datetime.fromisoformat(record["published"]),
            updateddate=datetime.fromisoformat(max(record["published"], record["modified"])),
        )
    return atom.writeString("utf-8")


def permanent_id(record: Plain, noun: str, site: Site) -> str:
    """A name for good, whatever becomes of title and address (RFC 4151)."""
    return f"tag:{site.host},{record['published'][:10]}:{noun}-{record['id']}"


def _safe(text: str) -> str:
    return _NOT_XML.sub("", str(text))


def _all_safe(texts: Iterable[str]) -> list[str]:
    return [_safe(text) for text in texts]
