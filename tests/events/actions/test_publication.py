"""The life of an event: submitted, published, withdrawn; and what publishing asks for."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.actions.publication import (
    NotPublishable,
    publish_event,
    return_to_draft,
    submit,
    withdraw_event,
)
from events.models import Event, EventListing, EventMedia, MediaItem
from tests.factories import make_event, make_place

pytestmark = pytest.mark.django_db


def hour(hours: int):
    return timezone.now() + timedelta(hours=hours)


def missing(event) -> list[tuple[str, str]]:
    with pytest.raises(NotPublishable) as refusal:
        publish_event(event)
    return [(gap.field, gap.sentence) for gap in refusal.value.missing]


def test_submit_and_return_move_a_draft_to_review_and_back():
    event = make_event(published=False)

    assert submit(event).status == "in_review"
    with pytest.raises(ValidationError, match="is in review"):
        submit(event)
    assert return_to_draft(event).status == "draft"
    with pytest.raises(ValidationError, match="is draft"):
        return_to_draft(event)


def test_publish_event_opens_it_and_says_since_when():
    before = timezone.now()
    event = publish_event(submit(make_event(published=False)))

    event.refresh_from_db()

    assert event.status == "published"
    assert event.is_public
    assert before <= event.public_since <= timezone.now()
    assert list(Event.objects.published()) == [event]


def test_publish_event_names_everything_that_is_missing():
    event = Event.objects.create(title="")

    assert missing(event) == [
        ("title", "The event has no title."),
        ("start_date", "The event has no date."),
        ("place", "The event has no place."),
    ]
    event.refresh_from_db()
    assert event.status == "draft"
    assert not EventListing.objects.exists()


def test_publish_event_asks_for_alternative_text_and_credit_of_each_photo():
    event = make_event(published=False)
    for caption, alt, credit in [("Good", "A hall", "Photo: A"), ("Bare", "", "")]:
        item = MediaItem.objects.create(file="a.jpg", credit=credit)
        EventMedia.objects.create(event=event, item=item, caption=caption, alt=alt)
    # A recording is heard, not seen: it needs no alternative text.
    film = MediaItem.objects.create(kind="video", title="Film", address="https://example.org/film")
    EventMedia.objects.create(event=event, item=film)

    with pytest.raises(NotPublishable) as refusal:
        publish_event(event)

    assert [(gap.field, gap.sentence, gap.item) for gap in refusal.value.missing] == [
        ("media-1-alt", "“Bare” has no alternative text.", None),
        ("credit", "“Bare” has no credit.", item),
        ("credit", "“Film” has no credit.", film),
    ]


def test_publish_event_refuses_one_that_is_published():
    with pytest.raises(ValidationError, match="is already published"):
        publish_event(make_event())


@pytest.mark.parametrize("field", ["publish_at", "embargo_until"])
def test_publish_event_before_its_time_keeps_it_hidden_until_then(field):
    moment = hour(2)

    event = make_event(**{field: moment})

    assert not event.is_public
    assert event.public_since == event.visible_from == moment
    assert not Event.objects.published().exists()
    assert list(Event.objects.published(at=moment)) == [event]
    assert not Event.objects.published(at=moment - timedelta(seconds=1)).exists()


def test_publish_event_opens_at_the_later_of_time_and_embargo():
    event = make_event(publish_at=hour(1), embargo_until=hour(3))

    assert event.visible_from == event.embargo_until
    assert not Event.objects.published(at=hour(2)).exists()
    assert Event.objects.published(at=hour(4)).exists()


def test_rescheduling_moves_the_moment_until_it_has_come():
    event = make_event(publish_at=hour(2))
    event.publish_at = hour(5)

    event.save()

    assert event.public_since == event.publish_at

    opened = make_event()
    since = opened.public_since
    opened.embargo_until = hour(1)
    opened.save()
    assert opened.public_since == since


def test_withdraw_event_leaves_a_notice_where_the_public_has_seen_it():
    event = withdraw_event(make_event(), reason="Wrong place")

    event.refresh_from_db()

    assert (event.status, event.withdrawal_reason) == ("withdrawn", "Wrong place")
    assert event.withdrawn_at is not None
    assert not event.is_public
    assert list(Event.objects.gone()) == [event]
    assert not Event.objects.published().exists()
    assert not EventListing.objects.exists()


def test_withdraw_event_nobody_has_seen_makes_it_a_draft_again():
    event = withdraw_event(make_event(publish_at=hour(2)))

    event.refresh_from_db()

    assert (event.status, event.public_since, event.withdrawn_at) == ("draft", None, None)
    assert not Event.objects.gone().exists()


def test_withdraw_event_refuses_what_is_not_published():
    with pytest.raises(ValidationError, match="is not published"):
        withdraw_event(make_event(published=False))


def test_publish_event_again_after_withdrawal_forgets_the_notice():
    event = withdraw_event(make_event(), reason="Wrong place")
    since = event.public_since

    publish_event(event)

    assert (event.withdrawn_at, event.withdrawal_reason) == (None, "")
    assert event.public_since == since
    assert list(Event.objects.published()) == [event]


def test_publish_event_lists_it_under_its_place():
    place = make_place()

    event = make_event(place=place)

    assert EventListing.objects.get(heading=place.heading).event == event
