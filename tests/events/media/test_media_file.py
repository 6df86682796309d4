"""Serving media: what the public, the staff and a player get by a stored name."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.actions.publication import withdraw_event
from events.media.intake import take_in
from events.media.renditions import renditions_in, shared_rendition
from events.models import EventMedia, MediaItem
from reports.models import ReportMedia
from tests.events.media.samples import MP3, PDF
from tests.factories import make_event, make_report, make_staff
from tests.factories.pictures import jpeg, make_picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


def address(name: str) -> str:
    return reverse("media_file", kwargs={"name": name})


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


def shown_picture(**fields) -> MediaItem:
    item = make_picture(jpeg(400, 300))
    EventMedia.objects.create(event=make_event(**fields), item=item, alt="A hall")
    return item


def recording(content=MP3, name="speech.mp3", **fields) -> MediaItem:
    item = take_in(MediaItem(file=upload(content, name), credit="Embassy"))
    EventMedia.objects.create(event=make_event(**fields), item=item, caption="A speech")
    return item


def test_media_file_serves_renditions_of_what_is_published(client):
    item = shown_picture()

    for rendition in item.renditions.all():
        response = client.get(rendition.url)
        content = body(response)
        assert response.status_code == 200
        assert response["Content-Type"] in ("image/webp", "image/jpeg")
        assert response["Content-Length"] == str(len(content))
        assert response["Cache-Control"] == "public, max-age=600"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_media_file_serves_pictures_of_reports(client):
    item = make_picture()
    ReportMedia.objects.create(report=make_report(), item=item, alt="A hall")

    assert body(client.get(shared_rendition(item).url))[:3] == b"\xff\xd8\xff"


def test_media_file_never_shows_the_original_of_a_picture(client):
    item = shown_picture()

    assert client.get(address(item.file.name)).status_code == 404

    # Not even if somebody calls the picture a document.
    MediaItem.objects.filter(pk=item.pk).update(kind="document")
    assert client.get(address(item.file.name)).status_code == 404


def test_media_file_of_an_unused_item_is_absent(client):
    item = make_picture()

    assert client.get(shared_rendition(item).url).status_code == 404


def test_media_file_hidden_answers_as_absent_does(client):
    now = timezone.now()
    hidden = [
        shown_picture(published=False),
        shown_picture(publish_at=now + timedelta(days=1)),
        shown_picture(embargo_until=now + timedelta(days=1)),
        recording(published=False),
    ]
    gone = shown_picture()
    withdraw_event(gone.eventmedia_set.get().event)
    names = [each.file.name for item in hidden for each in item.renditions.all()]
    names += [shared_rendition(gone).file.name, *(item.file.name for item in hidden)]
    absent = client.get(address("A" * 32 + ".jpg"))
    assert absent.status_code == 404

    for name in names:
        response = client.get(address(name))
        assert response.status_code == 404
        assert dict(response.headers) == dict(absent.headers)
        assert body(response).replace(name.encode(), b"") == body(absent).replace(
            b"A" * 32 + b".jpg", b""
        )


def test_media_file_shows_the_staff_everything_and_keeps_it_from_caches(client):
    item = shown_picture(published=False)
    client.force_login(make_staff("Reporter"))

    for name in (item.file.name, shared_rendition(item).file.name):
        response = client.get(address(name))
        assert body(response)[:3] == b"\xff\xd8\xff"
        assert response["Cache-Control"] == "private, no-store"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_media_file_shows_an_account_without_rights_nothing(client, django_user_model):
    item = shown_picture(published=False)
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))

    assert client.get(shared_rendition(item).url).status_code == 404


def test_media_file_serves_documents_to_be_saved(client):
    item = recording(PDF, "programme.pdf")

    response = client.get(address(item.file.name))

    assert body(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{item.file.name}"'


def test_media_file_lost_on_disk_is_absent(client):
    item = shown_picture()
    rendition = shared_rendition(item)
    rendition.file.storage.delete(rendition.file.name)

    assert client.get(rendition.url).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/media/../config/settings.py",
        "/media/..%2f..%2fconfig/settings.py",
        "/media/%2e%2e/%2e%2e/etc/passwd",
        "/media//etc/passwd",
        "/media/%00.jpg",
        "/media/a%00b.jpg",
        "/media/%ed%a0%80.jpg",
        "/media/" + "a" * 5000 + ".jpg",
        "/media/%ff.jpg",
        "/media/.htaccess",
        "/media/a%0d%0aSet-Cookie:x.jpg",
        "/media/٣.jpg",
    ],
)
def test_media_file_of_a_hostile_name_is_absent(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_media_file_is_only_read(client, method):
    assert getattr(client, method)(address("a.jpg")).status_code == 405


def test_media_file_answers_head_without_a_body(client):
    response = client.head(shared_rendition(shown_picture()).url)

    assert response.status_code == 200
    assert int(response["Content-Length"]) > 500
    assert body(response) == b""


def test_media_file_is_not_sent_twice(client):
    url = shared_rendition(shown_picture()).url
    first = client.get(url)
    body(first)

    by_tag = client.get(url, headers={"If-None-Match": first["ETag"]})
    by_date = client.get(url, headers={"If-Modified-Since": first["Last-Modified"]})

    for again in (by_tag, by_date):
        assert again.status_code == 304
        assert body(again) == b""
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == "public, max-age=600"


def test_media_file_is_not_compressed_again(client):
    response = client.get(
        shared_rendition(shown_picture()).url, headers={"Accept-Encoding": "gzip"}
    )

    assert "Content-Encoding" not in response
    assert response["ETag"].startswith('"')
    assert len(body(response)) == int(response["Content-Length"])


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, 1251),
        ("bytes=1250-", 1250, 1251),
        ("bytes=0-999999999999", 0, 1251),
        ("bytes=-51", 1200, 1251),
        ("bytes=-9999", 0, 1251),
    ],
)
def test_media_file_plays_a_part(client, asked, start, stop):
    url = address(recording().file.name)
    assert len(MP3) == 1251

    response = client.get(url, headers={"Range": asked})

    assert response.status_code == 206
    assert body(response) == MP3[start:stop]
    assert response["Content-Length"] == str(stop - start)
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/1251"
    assert response["Content-Type"] == "audio/mpeg"


@pytest.mark.parametrize("asked", ["bytes=1251-", "bytes=9999-10000", "bytes=-0"])
def test_media_file_has_nothing_beyond_its_end(client, asked):
    response = client.get(address(recording().file.name), headers={"Range": asked})

    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */1251"


@pytest.mark.parametrize(
    "asked",
    ["bytes=5-2", "bytes=-", "bytes=0-1,4-5", "items=0-5", "bytes=a-b", "bytes=" + "9" * 40 + "-"],
)
def test_media_file_answers_other_ranges_with_the_whole(client, asked):
    response = client.get(address(recording().file.name), headers={"Range": asked})

    assert response.status_code == 200
    assert body(response) == MP3


def test_media_file_part_of_another_file_is_sent_whole(client):
    url = address(recording().file.name)
    tag = f'"{url.rpartition("/")[2]}"'

    same = client.get(url, headers={"Range": "bytes=0-9", "If-Range": tag})
    other = client.get(url, headers={"Range": "bytes=0-9", "If-Range": '"another"'})

    assert (body(same), body(other)) == (MP3[:10], MP3)


def test_media_file_reads_the_database_once(client, django_assert_num_queries):
    item = shown_picture()
    url = renditions_in(item, "webp")[0].url

    with django_assert_num_queries(1):
        body(client.get(url))
