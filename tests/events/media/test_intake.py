import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from events.media.intake import check_file, take_in
from events.models import MediaItem
from tests.events.media.samples import HEIC, HTML, M4A, MP3, MP4, OGG, PDF, SVG, WEBM
from tests.factories.pictures import (
    bomb_png,
    camera_exif,
    halves,
    jpeg,
    make_picture,
    picture_bytes,
    upload,
)


def animated(form: str) -> bytes:
    frames = [halves(60, 40), halves(60, 40, "green", "white")]
    return picture_bytes(frames[0], form, save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("content", "kind", "content_type"),
    [
        (jpeg(), "photo", "image/jpeg"),
        (picture_bytes(halves(), "PNG"), "photo", "image/png"),
        (picture_bytes(halves(), "WEBP"), "photo", "image/webp"),
        (picture_bytes(halves(), "AVIF"), "photo", "image/avif"),
        (picture_bytes(halves(mode="CMYK", left=0, right=90)), "photo", "image/jpeg"),
        (picture_bytes(Image.new("I;16", (40, 30), 40_000), "PNG"), "photo", "image/png"),
        (picture_bytes(halves().quantize(8), "PNG", transparency=0), "photo", "image/png"),
        (picture_bytes(Image.new("RGB", (1, 1))), "photo", "image/jpeg"),
        (animated("WEBP"), "photo", "image/webp"),
        (animated("PNG"), "photo", "image/png"),
        (PDF, "document", "application/pdf"),
        (MP3, "audio", "audio/mpeg"),
        (b"ID3\x04" + MP3, "audio", "audio/mpeg"),
        (M4A, "audio", "audio/mp4"),
        (OGG, "audio", "audio/ogg"),
        (OGG.replace(b"\x01vorbis", b"\x80theora"), "video", "video/ogg"),
        (MP4, "video", "video/mp4"),
        (WEBM, "video", "video/webm"),
    ],
)
def test_check_file_knows_a_file_by_its_content(content, kind, content_type):
    filetype = check_file(upload(content, "whatever.bin", "text/plain")).filetype

    assert (filetype.kind, filetype.content_type) == (kind, content_type)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (HTML, "web page"),
        (SVG, "SVG"),
        (b"\xef\xbb\xbf  \n<svg>", "SVG"),
        (SVG.decode().encode("utf-16"), "SVG"),
        (HEIC, "HEIC"),
        (b"", "empty"),
        (picture_bytes(halves(), "GIF"), "JPEG, PNG, WebP"),
        (picture_bytes(halves(), "TIFF"), "JPEG, PNG, WebP"),
        (b"PK\x03\x04" + b"\0" * 80, "whatever its name says"),
        (b"MZ" + b"\0" * 80, "whatever its name says"),
        (b"\xff\xfe<\0h\0t\0m\0l\0", "web page"),
        (b"\xff\xfb\x90\x00 two bytes of MP3 and then <script>", "whatever its name says"),
        (jpeg()[:2000], "damaged"),
        (jpeg()[:-200], "damaged"),
        (picture_bytes(halves(), "PNG")[:-40], "damaged"),
        (picture_bytes(halves(), "WEBP")[:200], "damaged"),
        (picture_bytes(halves(), "AVIF")[:300], "damaged"),
        (b"\xff\xd8\xff" + HTML, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + SVG, "damaged"),
    ],
)
def test_check_file_refuses_with_a_sentence(content, words):
    with pytest.raises(ValidationError, match=words):
        check_file(upload(content, "picture.jpg", "image/jpeg"))


def test_check_file_refuses_a_bomb_by_its_header():
    bomb = bomb_png(9_600)

    assert len(bomb) < 25_000
    with pytest.raises(ValidationError, match=r"92.2 million pixels; the most is 80.0 million"):
        check_file(upload(bomb, "small.png"))


def test_check_file_allows_a_webp_a_quarter_of_the_pixels(settings):
    settings.MEDIA_MAX_PIXELS = 540_000

    assert check_file(upload(jpeg(900, 600))).size == (900, 600)
    with pytest.raises(ValidationError, match=r"0\.5 million pixels; the most is 0\.1 million"):
        check_file(upload(picture_bytes(halves(900, 600), "WEBP")))


def test_check_file_refuses_more_bytes_than_the_settings_allow(settings):
    settings.MEDIA_MAX_BYTES = 2048

    with pytest.raises(ValidationError, match=r"has 2\.1.+KB; the most is 2\.0.+KB"):
        check_file(upload(b"\0" * 2100))


def test_check_file_leaves_the_upload_ready_to_be_read():
    content = jpeg()
    file = upload(content)

    check_file(file)

    assert file.read() == content


def test_check_file_measures_the_upright_picture():
    assert check_file(upload(jpeg(300, 200, orientation=6))).size == (200, 300)


@pytest.mark.django_db
def test_take_in_stores_under_a_name_that_tells_nothing():
    item = make_picture(jpeg(), rendered=False)

    assert (item.kind, item.width, item.height) == ("photo", 900, 600)
    assert item.title == "IMG_2041"
    assert "IMG" not in item.file.name
    assert item.file.name.endswith(".jpg")
    assert len(item.file.name) > 30


@pytest.mark.django_db
def test_take_in_names_the_file_by_its_content_not_its_claim():
    item = take_in(MediaItem(file=upload(PDF, "holiday.jpg"), credit="Embassy"))

    assert item.kind == "document"
    assert item.file.name.endswith(".pdf")


@pytest.mark.django_db
def test_take_in_fills_only_what_is_empty():
    exif = camera_exif(
        Artist="Ann Lee", Copyright="Agency 2026", DateTimeOriginal="2026:02:23 20:01:00"
    )

    item = make_picture(jpeg(exif=exif), credit="Photo: A. Lee", rendered=False)

    assert item.creator == "Ann Lee"
    assert item.credit == "Photo: A. Lee"
    assert item.taken.label == "23 February 2026"


@pytest.mark.django_db
def test_take_in_refused_stores_nothing(settings):
    with pytest.raises(ValidationError):
        take_in(MediaItem(file=upload(HTML, "picture.jpg")))

    assert not MediaItem.objects.exists()
    assert not list(settings.MEDIA_ROOT.glob("*"))


@pytest.mark.django_db
def test_take_in_keeps_an_item_elsewhere():
    item = take_in(MediaItem(kind="video", address="https://example.org/film", credit="Agency"))

    assert MediaItem.objects.get() == item
