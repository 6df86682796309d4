"""Media that entries bring along: for now drawings made here, captioned as illustrations."""

from django.utils.translation import gettext as _

from events.importers.entries import LONGEST_REFERENCE, Refusal
from events.importers.fields import Aside, Column, Draft
from events.importers.linking import Shape
from events.media.illustration import KINDS, SIZE, illustration_file
from events.media.renditions import make_renditions
from events.models import EventMedia, MediaItem
from events.models.media import unguessable_name

_PREFIX = "illustration"  # of the reference of a drawing, which says what to draw


def _choose_drawing(draft: Draft) -> None:
    drawing = draft.aside["illustration"]
    use = draft.record
    # Its reference says what is to be drawn, should this be interrupted.
    ref = f"{_PREFIX}:{drawing}:{use.order}:{use.event.ref}"
    if len(ref) > LONGEST_REFERENCE:
        raise Refusal("illustration", _("needs an entry with a shorter reference"))
    item = MediaItem.objects.filter(ref=ref).first() or MediaItem(
        ref=ref, title=f"Illustration: {drawing}", width=SIZE.width, height=SIZE.height
    )
    item.credit = draft.aside["credit"]
    item.file = item.file or unguessable_name(item, "drawing.png")
    use.item = draft.brings = item


ILLUSTRATION = Shape(
    EventMedia,
    {
        "illustration": Aside(choices=KINDS, required=True),
        "caption": Column("caption", required=True),
        "alt": Column("alt", required=True),
        "credit": Aside(required=True),
    },
    check=_choose_drawing,
)


def draw_illustrations() -> None:
    """Draw what has come in and is not drawn yet: slow, so after the rows and by themselves."""
    drawn = MediaItem.objects.filter(ref__startswith=f"{_PREFIX}:", renditions=None)
    for item in drawn.order_by("pk"):
        _prefix, drawing, _order, seed = item.ref.split(":", 3)
        if not item.file.storage.exists(item.file.name):
            item.file.storage.save(item.file.name, illustration_file(drawing, seed))
        make_renditions(item)
