import pytest

from events.importers.media import draw_illustrations
from events.models import Event, MediaItem
from tests.factories.archive_files import take

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

CANDLE = {
    "illustration": "candle",
    "caption": "Illustration: a candle; not a photograph of the event",
    "alt": "Drawing of a lit candle",
    "credit": "Demo archive",
}


def take_event(**media) -> list:
    """Take in an event with one picture."""
    return take(
        {"kind": "place", "ref": "brussels", "name": "Brussels", "type": "city"},
        {
            "kind": "event",
            "ref": "evening",
            "title": "An evening",
            "start": "2026",
            "place": "brussels",
            "media": [CANDLE | media],
        },
    )


def test_an_illustration_is_drawn_for_its_event(client):
    take_event()

    use = Event.objects.get().media.get()
    assert (use.alt, use.item.credit) == ("Drawing of a lit candle", "Demo archive")
    response = client.get(use.item.renditions.get(spec="webp-1280").url)
    assert b"".join(response)[8:12] == b"WEBP"


def test_an_illustration_stays_the_same_item_when_its_words_change():
    take_event()
    item = MediaItem.objects.get()

    take_event(caption="Illustration: a light", credit="The archive")

    use = Event.objects.get().media.get()
    assert (use.item, use.caption) == (item, "Illustration: a light")
    assert MediaItem.objects.get().credit == "The archive"


def test_an_illustration_not_drawn_yet_is_drawn_later(settings, monkeypatch):
    monkeypatch.setattr("reports.importers.archive.draw_illustrations", lambda: None)
    take_event()
    assert not settings.MEDIA_ROOT.exists()

    draw_illustrations()

    assert MediaItem.objects.get().renditions.exists()


def test_an_illustration_refused_leaves_no_file(settings):
    outcomes = take_event(alt=None)

    assert "media[0].alt: is missing" in str(outcomes[-1])
    assert not settings.MEDIA_ROOT.exists()
    assert not MediaItem.objects.exists()
