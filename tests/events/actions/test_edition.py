"""Every public change begins a new edition; what the public cannot see does not."""

import pytest

from events.actions.publication import publish_event, withdraw_event
from events.models import Edition, Heading
from tests.back_office import Desk
from tests.factories import make_event, make_source, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def begins():
    """Whether a deed begins a new edition."""

    def begins(deed, *arguments, **options) -> bool:
        before = Edition.current().number
        deed(*arguments, **options)
        return Edition.current().number > before

    return begins


def test_publishing_and_withdrawing_begin_an_edition(begins):
    event = make_event(published=False)

    assert begins(publish_event, event)
    assert begins(withdraw_event, event)


def test_saving_a_public_event_begins_an_edition_and_a_draft_does_not(begins):
    public, draft = make_event(), make_event(published=False)
    desk = Desk()

    assert begins(desk.change(public).send, title="Another title")
    assert not begins(desk.change(draft).send, title="Another title")


def test_renaming_a_record_begins_an_edition_and_enters_the_directory(begins):
    topic, source, desk = make_topic("Remembrance"), make_source(), Desk()
    make_event(topics=[topic])

    assert begins(desk.change(topic).send, name="Memory")
    assert begins(desk.change(source).send, name="Another name")
    assert Heading.objects.get(key=topic.heading).label == "Memory"
    assert not Heading.objects.filter(key=source.heading).exists()
