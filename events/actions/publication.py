"""The verbs of a publishable record's life, the same for admin, importer and shell."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.actions.listing import list_event
from events.models import Event, MediaItem, Publishable

Status = Publishable.Status


@dataclass(frozen=True)
class Missing:
    """What stands between a record and the public, and the field where it is entered."""

    sentence: str
    field: str  # the name of the form field, "media-0-alt" for one in a list
    item: MediaItem | None = None  # where the field is on the page of a media item


class NotPublishable(ValidationError):
    """The record lacks something the public needs; `missing` says what and where."""

    def __init__(self, missing: list[Missing]):
        self.missing = missing
        super().__init__([gap.sentence for gap in missing])


def missing_from_event(event: Event) -> list[Missing]:
    """What an event still needs before it can be published."""
    gaps = []
    if not event.title:
        gaps.append(Missing(_("The event has no title."), "title"))
    if not event.start_date:
        gaps.append(Missing(_("The event has no date."), "start_date"))
    if not event.place_id:
        gaps.append(Missing(_("The event has no place."), "place"))
    return gaps + missing_from_media(event.media.select_related("item"))


def missing_from_media(uses: models.QuerySet) -> list[Missing]:
    """What photos and other media still need: words for those who cannot see, and a credit."""
    gaps = []
    for position, use in enumerate(uses):
        name = use.caption or str(use.item)
        if not use.alt and use.item.kind == MediaItem.Kind.PHOTO:
            sentence = _("“%(name)s” has no alternative text.") % {"name": name}
            gaps.append(Missing(sentence, f"media-{position}-alt"))
        if not use.item.credit:
            sentence = _("“%(name)s” has no credit.") % {"name": name}
            gaps.append(Missing(sentence, "credit", use.item))
    return gaps


def submit(record: Publishable) -> Publishable:
    """Hand a draft to the editors."""
    return _change_status(record, {Status.DRAFT}, Status.IN_REVIEW)


def return_to_draft(record: Publishable) -> Publishable:
    """Give a record back to the reporters."""
    return _change_status(record, {Status.IN_REVIEW}, Status.DRAFT)


def publish_event(event: Event) -> Event:
    """Open an event to the public; NotPublishable says what is missing."""
    with transaction.atomic():
        make_public(event, missing_from_event(event))
        list_event(event)
    return event


def withdraw_event(event: Event, *, reason: str = "") -> Event:
    """Take an event out of the public archive; its address answers with a notice."""
    with transaction.atomic():
        make_private(event, reason)
        list_event(event)
    return event


def make_public(record: Publishable, missing: list[Missing]) -> None:
    """The part of publishing that events and reports share; the caller lists the record."""
    if record.status == Status.PUBLISHED:
        raise ValidationError(_("“%(record)s” is already published.") % {"record": record})
    if missing:
        raise NotPublishable(missing)
    record.withdrawn_at, record.withdrawal_reason = None, ""
    record.status = Status.PUBLISHED
    record.save()


def make_private(record: Publishable, reason: str) -> None:
    """The part of withdrawing that events and reports share; the caller lists the record.

    What the public never saw goes back to draft: a notice would tell that it existed.
    """
    now = timezone.now()
    if record.status != Status.PUBLISHED:
        raise ValidationError(_("“%(record)s” is not published.") % {"record": record})
    if record.public_since <= now:
        record.status, record.withdrawn_at = Status.WITHDRAWN, now
    else:
        record.status, record.public_since = Status.DRAFT, None
    record.withdrawal_reason = reason
    record.save()


def _change_status(record: Publishable, allowed: set[str], status: str) -> Publishable:
    if record.status not in allowed:
        raise ValidationError(
            _("“%(record)s” is %(status)s.")
            % {"record": record, "status": record.get_status_display()}
        )
    record.status = status
    record.save()
    return record
