import pytest
from django.contrib.admin.models import LogEntry

from events.models import Event
from tests.back_office import Desk, page, page_of
from tests.factories import make_event, make_place, make_topic

pytestmark = pytest.mark.django_db


def test_reporter_enters_a_draft_and_submits_it():
    place = make_place("Brussels")
    desk = Desk("Reporter")

    saved = desk.add("events.event").send(
        "_submit", title="Remembrance evening", start_date="23.2.2026", place=str(place.pk)
    )

    event = Event.objects.get()
    assert (event.status, event.created_by) == ("in_review", desk.user)
    assert saved.messages == ["Remembrance evening: Now in review."]
    assert saved.buttons == ["Save", "Save and continue editing", "Save and return to draft"]
    assert [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")] == [
        "Added.",
        "Now in review.",
    ]


def test_editor_saves_and_publishes_in_one_go():
    place = make_place("Brussels")

    saved = (
        Desk()
        .add("events.event")
        .send("_publish", title="Remembrance evening", start_date="2026-02-23", place=str(place.pk))
    )

    event = Event.objects.get()
    assert event.is_public
    assert event.listings.filter(heading=place.heading).exists()
    assert "View on site" in saved.links
    assert "Save and publish" not in saved.buttons


def test_what_is_missing_leads_to_the_very_field():
    saved = Desk().add("events.event").send("_publish", title="Remembrance evening")

    event = Event.objects.get()
    assert event.status == "draft"
    assert saved.links["The event has no date."] == f"{page_of(event)}#id_start_date"
    assert saved.links["The event has no place."] == f"{page_of(event)}#id_place"


def test_reporter_can_neither_publish_nor_tag():
    event = make_event(published=False, topics=[make_topic("Remembrance")])
    sheet = Desk("Reporter").change(event)

    forged = sheet.send("_publish", topics=[])

    assert "Save and publish" not in sheet.buttons
    assert "topics" not in sheet.form()
    assert "Topics: Remembrance" in sheet.words
    assert forged.status == 403
    assert Event.objects.get().status == "draft"
    assert [topic.name for topic in event.topics.all()] == ["Remembrance"]


def test_reporter_only_looks_at_what_is_published():
    event = make_event("Remembrance evening")
    sheet = Desk("Reporter").change(event)

    answer = sheet.desk.client.post(page_of(event), {"title": "Changed"})

    assert sheet.buttons == []
    assert "Remembrance evening" in sheet.words
    assert answer.status_code == 403


def test_editor_withdraws_with_a_reason():
    event = make_event("Remembrance evening")
    desk = Desk()
    asked = desk.open(desk.change(event).links["Withdraw …"])

    answer = desk.client.post(
        page_of(event, "withdraw"), {"confirmed": "1", "reason": "Not held"}, follow=True
    )

    event.refresh_from_db()
    assert "Whoever opens its address reads that it was withdrawn" in asked.words
    assert (event.status, event.withdrawal_reason) == ("withdrawn", "Not held")
    assert not event.listings.exists()
    assert "withdrawn: Not held" in answer.content.decode()


def test_withdrawing_without_a_reason_asks_again():
    event = make_event()

    answer = Desk().client.post(page_of(event, "withdraw"), {"confirmed": "1", "reason": " \0 "})

    event.refresh_from_db()
    assert answer.status_code == 200
    assert event.status == "published"


def test_withdrawing_is_for_editors():
    event = make_event()

    assert Desk("Reporter").client.get(page_of(event, "withdraw")).status_code == 403


def test_what_the_public_has_seen_is_not_deleted():
    event, draft = make_event(), make_event(published=False)
    desk = Desk()

    assert desk.client.post(page_of(event, "delete"), {"post": "yes"}).status_code == 403
    assert desk.client.post(page_of(draft, "delete"), {"post": "yes"}).status_code == 302
    assert Event.objects.get() == event


def test_list_actions_publish_what_can_be_and_say_what_cannot():
    ready, lacking = (
        make_event("Ready", published=False),
        make_event("Lacking", published=False, place=None),
    )
    desk = Desk()

    answer = desk.client.post(
        page("events.event", "changelist"),
        {"action": "publish_selected", "_selected_action": [ready.pk, lacking.pk]},
        follow=True,
    )

    assert sorted(Event.objects.values_list("title", "status")) == [
        ("Lacking", "draft"),
        ("Ready", "published"),
    ]
    assert f"{page_of(lacking)}#id_place" in answer.content.decode()


def test_list_actions_withdraw_after_asking():
    events = [make_event("First"), make_event("Second")]
    chosen = {"action": "withdraw_selected", "_selected_action": [event.pk for event in events]}
    desk = Desk()

    asked = desk.client.post(page("events.event", "changelist"), chosen)
    desk.client.post(
        page("events.event", "changelist"), chosen | {"confirmed": "1", "reason": "Wrong"}
    )

    assert "Withdraw these records?" in asked.content.decode()
    assert set(Event.objects.values_list("status", flat=True)) == {"withdrawn"}


def test_reporters_are_not_offered_what_they_may_not_do():
    make_event(published=False)

    shown = Desk("Reporter").browse("events.event")

    actions = next(s for s in shown.root.iter("select") if s.get("name") == "action")
    assert [o.get("value") for o in actions.iter("option")] == [
        "",
        "submit_selected",
        "return_selected",
    ]


def test_a_published_event_keeps_what_the_public_page_needs():
    event = make_event("Remembrance evening")

    back = Desk().change(event).send(title="", start_date="", place="")

    event.refresh_from_db()
    assert event.title == "Remembrance evening"
    assert "A published record cannot do without it." in back.errors
    assert "This field is required." in back.errors


def test_moving_a_place_moves_its_events_in_the_index():
    belgium = make_place("Belgium", "country")
    house = make_place("House", "city")
    event = make_event(place=house)

    Desk().change(house).send(parent=str(belgium.pk))

    assert event.listings.filter(heading=belgium.heading).exists()


def test_preview_is_offered_before_and_the_page_after_publication():
    draft, public = make_event(published=False), make_event()
    desk = Desk()

    assert desk.change(draft).links["Preview"] == f"{draft.get_absolute_url()}?preview=1"
    assert desk.change(public).links["View on site"] == public.get_absolute_url()
