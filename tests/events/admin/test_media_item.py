from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from events.admin.stash import stash, stashed_file
from events.models import MediaItem
from tests.back_office import Desk, page
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def photo(name="evening.jpg", size=(640, 480)) -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", size, "slateblue").save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def test_a_photo_is_taken_in_with_its_renditions(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Desk("Reporter").add("events.mediaitem").send(
            "_save", file=photo(), credit="Photo: A. Name"
        )

    item = MediaItem.objects.get()
    assert (item.width, item.height, item.credit) == (640, 480, "Photo: A. Name")
    assert item.renditions.exists()


def test_a_refused_upload_keeps_everything_typed():
    page_in_disguise = SimpleUploadedFile("photo.jpg", b"<html><script>1</script>", "image/jpeg")

    back = (
        Desk("Reporter")
        .add("events.mediaitem")
        .send("_save", file=page_in_disguise, credit="Photo: A. Name", note="From the embassy")
    )

    assert back.errors == ["This is a web page or a drawing in SVG; save it as PNG or JPEG."]
    assert back.form()["credit"] == ["Photo: A. Name"]
    assert back.form()["note"] == ["From the embassy"]
    assert back.form()["stashed"] == [""]


def test_a_good_upload_outlives_a_mistake_elsewhere(media_root):
    back = (
        Desk("Reporter").add("events.mediaitem").send("_save", file=photo(), taken_on="02/03/2026")
    )

    assert "Your file “evening.jpg” is kept" in back.words

    again = back.send("_save", taken_on="31.12.9999x")
    again.send("_save", taken_on="2.3.2026")

    item = MediaItem.objects.get()
    assert (item.width, item.title) == (640, "evening")
    assert list((media_root / "stash").iterdir()) == []


def test_only_the_signed_word_brings_a_file_back():
    token = stash(photo())

    brought_back = stashed_file(token)
    brought_back.close()

    assert brought_back.name == "evening.jpg"
    assert stashed_file(token[:-1]) is None
    assert stashed_file("../../etc/passwd") is None


def test_a_photo_on_a_published_event_needs_its_words():
    event = make_event()
    item = MediaItem.objects.create(file=photo(), credit="Photo: A. Name")
    typed = {"media___TOTAL_FORMS": "1", "media___0___item": str(item.pk)}

    sheet = Desk().change(event)
    back = sheet.send(**typed)
    saved = sheet.send(**typed, media___0___alt="Candles")

    assert back.errors == ["A photo on a published record needs it."]
    assert saved.errors == []
    assert event.media.get().alt == "Candles"


def test_what_a_photo_lacks_is_named_with_a_link_to_the_field():
    event = make_event(published=False)
    item = MediaItem.objects.create(file=photo(), title="Candles")
    event.media.create(item=item)

    saved = Desk().change(event).send("_publish")

    item_page = page("events.mediaitem", "change", item.pk)
    assert saved.links["“Candles” has no alternative text."].endswith("#id_media-0-alt")
    assert saved.links["“Candles” has no credit."] == f"{item_page}#id_credit"
