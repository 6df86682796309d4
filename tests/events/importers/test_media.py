import pytest

from events.importers.entries import BadEntry, Entry
from events.importers.media import make_media
from events.models import EventMedia, MediaItem
from tests.factories import make_event

pytestmark = pytest.mark.django_db

CANDLE = {
    "illustration": "candle",
    "caption": "Illustration: a candle; not a photograph of the event",
    "alt": "Drawing of a lit candle",
    "credit": "Demo archive",
}


def entry(**media) -> Entry:
    return Entry({"kind": "event", "ref": "brussels-2026", "media": [CANDLE | media]}, 7)


def test_make_media_draws_the_illustration(client, django_capture_on_commit_callbacks):
    event = make_event()

    with django_capture_on_commit_callbacks(execute=True):
        make_media(entry(), EventMedia, event)

    use = event.media.get()
    assert (use.alt, use.item.credit) == ("Drawing of a lit candle", "Demo archive")
    shown = use.item.renditions.get(spec="webp-1280")
    response = client.get(shown.url)
    assert b"".join(response)[8:12] == b"WEBP"


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ({"illustration": "photograph"}, "line 7 .*'brussels-2026'.*illustration.*candle, wreath"),
        ({"alt": None}, "alt: is missing"),
        ({"credit": 5}, "credit: 5 is of the wrong type"),
        ({"size": "large"}, "size: is no field"),
    ],
)
def test_make_media_refused_leaves_no_file(media, words, settings):
    with pytest.raises(BadEntry, match=words):
        make_media(entry(**media), EventMedia, make_event())

    assert not settings.MEDIA_ROOT.exists()
    assert not MediaItem.objects.filter(renditions__isnull=False).exists()
