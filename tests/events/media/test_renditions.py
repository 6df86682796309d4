from datetime import date
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import ExifTags, Image, ImageCms

from events.media.intake import take_in
from events.media.renditions import make_renditions, renditions_in, shared_rendition
from events.models import MediaItem, Rendition
from tests.factories.pictures import (
    camera_exif,
    halves,
    jpeg,
    make_picture,
    picture_bytes,
    upload,
    with_iptc,
    xmp,
)

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


def opened(rendition: Rendition) -> Image.Image:
    with rendition.file.open() as file:
        return Image.open(BytesIO(file.read()))


def colour_at(picture: Image.Image, x: float, y: float) -> str:
    """The plainest name of the colour at a share of the width and height."""
    at = (int(x * (picture.width - 1)), int(y * (picture.height - 1)))
    red, green, blue = (value > 128 for value in picture.convert("RGB").getpixel(at))
    names = {
        (True, False, False): "red",
        (False, False, True): "blue",
        (True, True, True): "white",
        (False, False, False): "black",
    }
    return names.get((red, green, blue), "other")


def widest(item: MediaItem, name="jpeg") -> Image.Image:
    return opened(renditions_in(item, name)[-1])


def stored_files(settings) -> set[str]:
    return {path.name for path in settings.MEDIA_ROOT.iterdir()}


def test_make_renditions_in_both_formats_and_the_widths_there_are():
    item = make_picture(jpeg(1400, 700))

    assert set(item.renditions.values_list("spec", "width", "height")) == {
        ("webp-320", 320, 160),
        ("webp-640", 640, 320),
        ("webp-1280", 1280, 640),
        ("jpeg-320", 320, 160),
        ("jpeg-640", 640, 320),
        ("jpeg-1280", 1280, 640),
        ("fill-1200x630-050050", 1200, 630),
    }
    for rendition in item.renditions.all():
        assert opened(rendition).size == (rendition.width, rendition.height)


def test_make_renditions_writes_what_the_name_says():
    item = make_picture(jpeg(400, 300))

    for rendition in item.renditions.all():
        suffix = {"WEBP": ".webp", "JPEG": ".jpg"}[opened(rendition).format]
        assert rendition.file.name.endswith(suffix)


def test_make_renditions_of_a_tiny_picture_keeps_its_size():
    item = make_picture(picture_bytes(Image.new("RGB", (1, 1), "red")))

    assert {each.spec for each in item.renditions.all()} == {
        "webp-1",
        "jpeg-1",
        "fill-1200x630-050050",
    }


@pytest.mark.parametrize(
    ("orientation", "corners"),
    [  # red is left and blue is right before the camera's turn
        (1, {(0, 0.5): "red", (1, 0.5): "blue"}),
        (2, {(0, 0.5): "blue", (1, 0.5): "red"}),
        (3, {(0, 0.5): "blue", (1, 0.5): "red"}),
        (4, {(0, 0.5): "red", (1, 0.5): "blue"}),
        (5, {(0.5, 0): "red", (0.5, 1): "blue"}),
        (6, {(0.5, 0): "red", (0.5, 1): "blue"}),
        (7, {(0.5, 0): "blue", (0.5, 1): "red"}),
        (8, {(0.5, 0): "blue", (0.5, 1): "red"}),
        (99, {(0, 0.5): "red", (1, 0.5): "blue"}),
    ],
)
def test_make_renditions_bakes_the_orientation_in(orientation, corners):
    item = make_picture(jpeg(600, 400, orientation=orientation))

    shown = widest(item)
    assert shown.size == (item.width, item.height)
    assert shown.size == ((400, 600) if orientation in (5, 6, 7, 8) else (600, 400))
    assert {at: colour_at(shown, *at) for at in corners} == corners
    assert shown.getexif().get(ExifTags.Base.Orientation, 1) == 1


def test_make_renditions_drops_the_place_and_the_camera():
    content = jpeg(
        exif=camera_exif(),
        xmp=xmp("<dc:rights><rdf:Alt><rdf:li>Agency</rdf:li></rdf:Alt></dc:rights>"),
        comment=b"Canary comment",
    )
    assert b"GPSLatitude" in content
    assert b"Canary" in content

    item = make_picture(content)

    for rendition in item.renditions.all():
        with rendition.file.open() as file:
            stored = file.read()
        assert b"GPS" not in stored
        assert b"Canary" not in stored
        assert not opened(rendition).getexif().get_ifd(ExifTags.IFD.GPSInfo)


def test_make_renditions_keeps_credit_and_copyright_in_the_file():
    content = jpeg(exif=camera_exif(Copyright="© 2026 Report News Agency".encode()))

    item = make_picture(content, creator="Səbinə Əliyeva", credit="Photo: S. Əliyeva / Report")

    for rendition in item.renditions.all():
        picture = opened(rendition)
        exif = picture.getexif()
        packet = picture.info["xmp"].decode()
        assert exif[ExifTags.Base.Artist].encode("latin-1").decode() == "Səbinə Əliyeva"
        assert exif[ExifTags.Base.Copyright].encode("latin-1").decode().startswith("© 2026")
        assert "<rdf:li>Səbinə Əliyeva</rdf:li>" in packet
        assert "<photoshop:Credit>Photo: S. Əliyeva / Report</photoshop:Credit>" in packet
        assert "© 2026 Report News Agency" in packet


def test_make_renditions_of_iptc_credits_shows_them():
    content = with_iptc(jpeg(), (2, 80, b"Ann Lee"), (2, 110, b"Agency"), (2, 55, b"20260200"))

    item = make_picture(content, credit="")

    assert (item.creator, item.credit) == ("Ann Lee", "Agency")
    assert (item.taken_on, item.taken_precision) == (date(2026, 2, 1), "month")
    assert opened(shared_rendition(item)).getexif()[ExifTags.Base.Copyright] == "Agency"


@pytest.mark.parametrize(
    ("content", "left", "right"),
    [
        (picture_bytes(halves(mode="CMYK", left=(0, 255, 255, 0), right="black")), "red", "black"),
        (picture_bytes(halves(mode="L", left=250, right=3), "PNG"), "white", "black"),
        (picture_bytes(halves(mode="I;16", left=60_000, right=9_000), "PNG"), "white", "black"),
        (picture_bytes(halves(mode="1", left=1, right=0), "PNG"), "white", "black"),
        (picture_bytes(halves(mode="RGBA", left=(0, 0, 0, 0)), "PNG"), "white", "blue"),
        (picture_bytes(halves(mode="RGBA", left=(0, 0, 0, 0)), "WEBP"), "white", "blue"),
        (picture_bytes(halves(mode="LA", left=(0, 0), right=(0, 255)), "PNG"), "white", "black"),
        (picture_bytes(halves(), "PNG", transparency=(255, 0, 0)), "white", "blue"),
        (picture_bytes(halves(), "AVIF"), "red", "blue"),
    ],
)
def test_make_renditions_of_every_colour_mode(content, left, right):
    shown = widest(make_picture(content))

    assert shown.mode == "RGB"
    assert (colour_at(shown, 0.1, 0.5), colour_at(shown, 0.9, 0.5)) == (left, right)


def test_make_renditions_lays_a_transparent_palette_on_white():
    palette = halves().quantize(2)
    red = palette.getpixel((0, 0))

    shown = widest(make_picture(picture_bytes(palette, "PNG", transparency=red)))

    assert (colour_at(shown, 0.1, 0.5), colour_at(shown, 0.9, 0.5)) == ("white", "blue")


def test_make_renditions_converts_colours_to_srgb():
    # A profile whose red and blue are swapped cannot be had; Lab's white point shows as well.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    shown = widest(make_picture(jpeg(icc_profile=profile)))

    assert "icc_profile" not in shown.info
    assert colour_at(shown, 0.1, 0.5) == "red"


def test_make_renditions_survives_a_broken_profile():
    shown = widest(make_picture(jpeg(icc_profile=b"no profile at all")))

    assert colour_at(shown, 0.1, 0.5) == "red"


def test_make_renditions_shows_the_first_of_several_frames():
    frames = [halves(400, 300), halves(400, 300, "green", "green")]
    content = picture_bytes(frames[0], "WEBP", save_all=True, append_images=frames[1:])

    shown = widest(make_picture(content), "webp")

    assert getattr(shown, "n_frames", 1) == 1
    assert colour_at(shown, 0.1, 0.5) == "red"


def test_make_renditions_crops_around_the_focal_point():
    # Tall, so that the crop must leave out one of the two colours, turned on their side.
    content = jpeg(2000, 700, orientation=6)

    top = make_picture(content, focal_y=0.0)
    bottom = make_picture(content, focal_y=1.0)

    assert colour_at(opened(shared_rendition(top)), 0.5, 0.5) == "red"
    assert colour_at(opened(shared_rendition(bottom)), 0.5, 0.5) == "blue"
    assert shared_rendition(top).width == 700


def test_make_renditions_anew_only_where_the_focal_point_moved(
    settings, django_capture_on_commit_callbacks
):
    item = make_picture(jpeg(700, 700))
    before = {each.spec: each.file.name for each in item.renditions.all()}

    with django_capture_on_commit_callbacks(execute=True):
        item.focal_x = 0.25
        made = make_renditions(take_in(item))

    assert [each.spec for each in made] == ["fill-1200x630-025050"]
    after = {each.spec: each.file.name for each in item.renditions.all()}
    assert before.pop("fill-1200x630-050050") not in stored_files(settings)
    assert before.items() < after.items()


def test_make_renditions_twice_changes_nothing():
    item = make_picture()

    assert make_renditions(item) == []
    assert item.renditions.count() == 7


def test_make_renditions_again_when_the_credit_changed(
    settings, django_capture_on_commit_callbacks
):
    item = make_picture()
    before = stored_files(settings)

    with django_capture_on_commit_callbacks(execute=True):
        item.credit = "Photo: somebody else"
        make_renditions(take_in(item))

    assert "somebody else" in widest(item).info["xmp"].decode()
    assert stored_files(settings) & before == {item.file.name}


def test_make_renditions_does_not_trust_what_was_prefetched():
    pk = make_picture().pk
    item = MediaItem.objects.prefetch_related("renditions").get(pk=pk)

    item.credit = "Photo: somebody else"
    made = make_renditions(take_in(item))

    assert len(made) == 7


def test_take_in_another_file_removes_the_old_ones(settings, django_capture_on_commit_callbacks):
    item = make_picture(jpeg(900, 600))
    before = stored_files(settings)

    with django_capture_on_commit_callbacks(execute=True):
        item.file = upload(jpeg(400, 500))
        make_renditions(take_in(item))

    assert (item.width, item.height) == (400, 500)
    assert not stored_files(settings) & before
    assert {each.width for each in item.renditions.all()} == {320, 400}


def test_deleting_an_item_deletes_its_files_after_the_commit(
    settings, django_capture_on_commit_callbacks
):
    make_picture()
    kept = make_picture()

    with django_capture_on_commit_callbacks(execute=True):
        MediaItem.objects.exclude(pk=kept.pk).delete()
        assert len(stored_files(settings)) == 16

    assert stored_files(settings) == {
        kept.file.name,
        *(each.file.name for each in kept.renditions.all()),
    }


def test_make_renditions_of_a_lost_original_leaves_the_item_without(caplog):
    item = make_picture(rendered=False)
    item.file.storage.delete(item.file.name)

    assert make_renditions(item) == []
    assert f"No renditions of media item {item.pk}" in caplog.text


def test_make_renditions_of_a_recording_is_nothing_to_do():
    assert make_renditions(MediaItem(kind="video", address="https://example.org/")) == []


def test_render_media_makes_what_is_missing_and_names_what_it_cannot(capsys):
    make_picture()
    bare = make_picture(rendered=False)
    half = make_picture()
    half.file.storage.delete(half.renditions.first().file.name)
    broken = MediaItem(title="Broken one", width=9, height=9)
    broken.file.save("x.jpg", ContentFile(b"no picture"))

    call_command("render_media")

    told = capsys.readouterr()
    assert "8 renditions made." in told.out
    assert f"media item {broken.pk} (Broken one) is lost or damaged" in told.err
    assert bare.renditions.count() == half.renditions.count() == 7


def test_render_media_anew_makes_all_again():
    item = make_picture()
    before = set(item.renditions.values_list("file", flat=True))

    call_command("render_media", str(item.pk), "--anew")

    after = set(item.renditions.values_list("file", flat=True))
    assert len(after) == 7
    assert not after & before
