"""The figure of a media use, as a page shows it."""

import re

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from events.media.intake import take_in
from events.models import EventMedia, MediaItem
from tests.events.media.samples import MP3, MP4, PDF
from tests.factories import make_event
from tests.factories.pictures import jpeg, make_picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


def shown(uses) -> str:
    page = Template("{% load pictures %}{% for use in uses %}{% figure use %}{% endfor %}")
    return page.render(Context({"uses": uses}))


def use_of(item: MediaItem, **words) -> EventMedia:
    return EventMedia.objects.create(event=make_event(), item=item, **words)


def recording(content: bytes, name: str) -> MediaItem:
    return take_in(MediaItem(file=upload(content, name), credit="Embassy"))


def test_figure_offers_every_size_with_words_and_credit():
    item = make_picture(jpeg(1400, 700), credit="Photo: A. Lee", licence="CC BY 4.0")

    html = shown([use_of(item, caption="The <hall>", alt='A "hall"')])

    addresses = {each.spec: each.url for each in item.renditions.all()}
    assert f'<source type="image/webp" srcset="{addresses["webp-320"]} 320w, ' in html
    assert f"{addresses['jpeg-1280']} 1280w" in html
    assert f'src="{addresses["jpeg-1280"]}"' in html
    assert 'width="1280" height="640"' in html
    assert 'alt="A &quot;hall&quot;"' in html
    assert "The &lt;hall&gt;" in html
    assert "Photo: A. Lee" in html
    assert "CC BY 4.0" in html
    assert item.file.name not in html


def test_figure_without_renditions_leaves_caption_and_credit():
    html = shown([use_of(make_picture(rendered=False), caption="The hall")])

    assert "<img" not in html
    assert "The hall" in html
    assert "Photo: A. Photographer" in html


def test_figure_plays_recordings_and_links_documents():
    html = shown(
        [
            use_of(recording(MP3, "a.mp3"), caption="A speech"),
            use_of(recording(MP4, "b.mp4"), caption="A march"),
            use_of(recording(PDF, "c.pdf"), caption="The programme"),
        ]
    )

    assert '<audio controls preload="none" src="/media/' in html
    assert '<video controls preload="metadata" src="/media/' in html
    assert '.pdf">Fetch the document</a>' in html
    assert all(words in html for words in ("A speech", "A march", "The programme"))


def test_figure_of_something_elsewhere_links_there():
    item = MediaItem.objects.create(kind="video", address="https://example.org/film", credit="A")

    assert 'href="https://example.org/film"' in shown([use_of(item, caption="The film")])


def test_figure_of_thirty_photos_asks_no_more_than_of_one():
    event = make_event()
    item = make_picture()
    copies = [MediaItem(file=f"{number}.jpg", credit="C") for number in range(29)]
    items = [item, *MediaItem.objects.bulk_create(copies)]
    EventMedia.objects.bulk_create(EventMedia(event=event, item=each) for each in items)
    uses = event.media.select_related("item").prefetch_related("item__renditions")

    with CaptureQueriesContext(
        connection,
    ) as of_thirty:
        shown(uses.all())
    with CaptureQueriesContext(connection) as of_one:
        shown(uses.filter(item=item))

    assert len(of_thirty) == len(of_one) == 2


def test_shared_picture_is_the_crop_of_the_first_picture():
    event = make_event()
    for item in (recording(MP3, "a.mp3"), make_picture(jpeg(1400, 900))):
        EventMedia.objects.create(event=event, item=item)
    page = Template("{% load pictures %}{% shared_picture uses as shared %}{{ shared.url }}")

    html = page.render(Context({"uses": event.media.all()}))

    crop = event.media.last().item.renditions.get(spec="fill-1200x630-050050")
    assert html == crop.url
    assert (crop.width, crop.height) == (1200, 630)


def test_thumbnail_offers_no_size_a_line_of_a_list_cannot_show():
    item = make_picture(jpeg(1400, 900))

    html = Template('{% load pictures %}{% thumbnail use sizes="10vw" %}').render(
        Context({"use": use_of(item, alt="A red field")})
    )

    assert re.findall(r" ([0-9]+)w", html) == ["320", "640", "320", "640"]
    assert 'width="640"' in html
