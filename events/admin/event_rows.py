"""The rows of an event: who called it, who took part, what happened, what was photographed."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.admin.inlines import OrderedRows, StackOfRows, TableOfRows
from events.media.renditions import renditions_in
from events.models import (
    EventMedia,
    Involvement,
    MediaItem,
    Participation,
    ProgrammeItem,
    Publishable,
)


class InvolvementRows(TableOfRows):
    model = Involvement
    formset = OrderedRows
    fields = ("organization", "role", "order")
    autocomplete_fields = ("organization",)
    loads = ("organization__seat",)
    verbose_name_plural = _("Who: organizations")


class ParticipationRows(TableOfRows):
    model = Participation
    formset = OrderedRows
    fields = ("person", "role", "capacity", "organization", "order")
    autocomplete_fields = ("person", "organization")
    loads = ("person", "organization__seat")
    extra = 1
    verbose_name_plural = _("Who: people taking part")


class ProgrammeRows(StackOfRows):
    model = ProgrammeItem
    formset = OrderedRows
    fields = (("kind", "time", "order"), "title", "people", "works", "note", "is_cancelled")
    autocomplete_fields = ("people", "works")
    prefetches = ("people", "works__creators")
    verbose_name = _("part of the programme")
    verbose_name_plural = _("Programme")


class FitForPublic(OrderedRows):
    """Rows of media; on a published record each has its words and its credit."""

    def clean(self):
        super().clean()
        if self.instance.status != Publishable.Status.PUBLISHED:
            return
        for form in self.forms:
            item = getattr(form, "cleaned_data", {}).get("item")
            if item is None or self._should_delete_form(form):
                continue
            if item.kind == MediaItem.Kind.PHOTO and not form.cleaned_data.get("alt"):
                form.add_error("alt", _("A photo on a published record needs it."))
            if not item.credit:
                form.add_error("item", _("It has no credit; give it one before it is shown."))


class UsesOfMedia(TableOfRows):
    """Photos and other media, with the words that belong to each use."""

    formset = FitForPublic
    fields = ("item", "picture", "caption", "alt", "order")
    readonly_fields = ("picture",)
    autocomplete_fields = ("item",)
    loads = ("item",)
    prefetches = ("item__renditions",)
    verbose_name = _("photo or other media")
    verbose_name_plural = _("Media")

    @admin.display(description=_("picture"))
    def picture(self, use):
        return thumbnail(use.item) if use.item_id else ""


class MediaRows(UsesOfMedia):
    model = EventMedia


def thumbnail(item):
    """The smallest rendition; the words for it stand beside it, so it says nothing itself."""
    renditions = renditions_in(item, "webp")
    if not renditions:
        return ""
    return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', renditions[0].url)
