"""People, organizations, occasions, works, topics, names and media: what they keep true."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from events.models import (
    EventMedia,
    Involvement,
    MediaItem,
    Name,
    Occasion,
    Organization,
    Participation,
    Rendition,
    Work,
)
from events.models.fields import validate_language
from tests.factories import (
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_topic,
    make_work,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "sort_name", "sorted_as"),
    [("Emin Rüstəmov", "", "rustamov emin"), ("Ban Ki-moon", "Ban Ki-moon", "ban ki moon")],
)
def test_person_is_filed_under_the_family_name(name, sort_name, sorted_as):
    assert make_person(name, sort_name=sort_name).sort_key == sorted_as


def test_person_saved_in_part_keeps_its_keys_true():
    person = make_person("Emin Rustamov")
    person.name = "Emin Əliyev"

    person.save(update_fields=["name"])

    person.refresh_from_db()
    assert (person.sort_key, person.name_key) == ("aliyev emin", "aliyev emin")


def test_name_saved_in_part_keeps_its_key_true():
    name = Name.objects.create(text="LuxAz", person=make_person())
    name.text = "Luks Az"

    name.save(update_fields=["text"])

    name.refresh_from_db()
    assert name.name_key == "az luks"


@pytest.mark.parametrize("links", [{}, {"person": make_person, "place": make_place}])
def test_name_belongs_to_exactly_one_record(links):
    with pytest.raises(IntegrityError, match="name_of_exactly_one"), transaction.atomic():
        Name.objects.create(text="N", **{noun: make() for noun, make in links.items()})


def test_text_is_normalised_wherever_it_enters():
    person = make_person("Ge\u0301rard\x00  Ke\u0301vorkian\u202e")
    event = make_event(description="one\r\n\r\ntwo\x1b")

    person.refresh_from_db()
    event.refresh_from_db()

    assert person.name == "Gérard Kévorkian"
    assert event.description == "one\n\ntwo"


def test_organization_is_not_part_of_itself():
    organization = make_organization()

    with pytest.raises(IntegrityError, match="organization_not_part_of_itself"):
        Organization.objects.filter(pk=organization.pk).update(parent=organization)


def test_occasion_with_a_precision_needs_a_date():
    with pytest.raises(ValidationError, match="Give the date this precision is about"):
        Occasion(name="O", date_precision="year").clean()
    with pytest.raises(IntegrityError, match="occasion_precision_needs_date"), transaction.atomic():
        make_occasion(date_precision="year")
    known = make_occasion(original_date=date(1992, 2, 26))
    assert known.original.label == "26 February 1992"
    assert make_occasion().original is None


def test_participation_and_involvement_stand_once_for_each_role():
    event, person, organization = make_event(), make_person(), make_organization()
    Participation.objects.create(event=event, person=person)
    Involvement.objects.create(event=event, organization=organization)

    Participation.objects.create(event=event, person=person, role="chair")
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(event=event, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Involvement.objects.create(event=event, organization=organization)


def test_topic_keeps_its_address_when_it_is_renamed():
    topic = make_topic("Xocalı")
    topic.name = "Khojaly"

    topic.save()

    assert topic.get_absolute_url() == "/topics/xocali/"
    assert make_topic("東京").slug == "topic"
    assert make_topic("京都").slug == "topic-1"


def test_topic_is_translated_text_free():
    with translation.override("de"):
        assert make_topic("Genocide memorial").slug == "genocide-memorial"


def test_work_is_filed_under_its_title():
    assert make_work("“13”").sort_key == "13"


@pytest.mark.parametrize(
    "fields", [{}, {"file": "a.jpg", "address": "https://example.org/"}], ids=["neither", "both"]
)
def test_media_item_is_a_file_or_an_address(fields):
    with pytest.raises(ValidationError, match="Give either a file or an address elsewhere"):
        MediaItem(**fields).clean()
    with pytest.raises(IntegrityError, match="media_is_file_or_address"), transaction.atomic():
        MediaItem.objects.create(**fields)


def test_media_item_keeps_its_focal_point_inside():
    with pytest.raises(IntegrityError, match="focal_point_inside"), transaction.atomic():
        MediaItem.objects.create(file="a.jpg", focal_x=1.5)


def test_media_item_is_public_only_while_a_public_record_uses_it():
    item = MediaItem.objects.create(file="a.jpg", credit="Photo: A")
    EventMedia.objects.create(event=make_event(published=False), item=item, alt="A hall")
    assert not MediaItem.objects.published().exists()

    EventMedia.objects.create(event=make_event(), item=item, alt="A hall")

    assert list(MediaItem.objects.published()) == [item]


def test_media_item_file_name_cannot_be_guessed_and_tells_nothing():
    names = {MediaItem._meta.get_field("file").upload_to(None, "../Secret Draft.JPG") for _ in "ab"}

    assert len(names) == 2
    for name in names:
        assert name.endswith(".jpg")
        assert "Secret" not in name
        assert "/" not in name


def test_rendition_is_made_once():
    item = MediaItem.objects.create(file="a.jpg")
    size = {"item": item, "width": 1, "height": 1}
    Rendition.objects.create(spec="webp-320", file="b.webp", **size)

    with pytest.raises(IntegrityError), transaction.atomic():
        Rendition.objects.create(spec="webp-320", file="c.webp", **size)


@pytest.mark.parametrize("tag", ["en", "az", "pt-BR", "az-Cyrl", "sgn-be-fr"])
def test_language_is_a_short_tag(tag):
    validate_language(tag)


@pytest.mark.parametrize("tag", ["EN", "e", "english", "en_GB", "en-", "en-x", "жа", "en-\n"])
def test_language_refuses_anything_else(tag):
    with pytest.raises(ValidationError, match="Write the language as a short code"):
        validate_language(tag)


# --- Choices --------------------------------------------------------------------------------------


def test_a_choice_is_shown_by_its_label_and_an_unknown_one_as_it_is():
    assert Work(kind="short_film").get_kind_display() == "short film"
    assert Work(kind="opera").get_kind_display() == "opera"
