"""The one address of a list, and which lists search engines keep."""

import pytest

from events.actions.publication import publish_event
from tests.factories import make_event, make_person, make_report, make_topic
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture
def ids() -> dict[str, int]:
    """A place and a person that are public, and a topic."""
    topic = make_topic("Remembrance")
    event = make_event(published=False, topics=[topic])
    person = event.participations.create(person=make_person()).person
    make_report(events=[publish_event(event)], topics=[topic])
    return {"place": event.place_id, "person": person.pk}


# What is asked, and the one address that answers for it.
CANONICAL = {
    "/events/": "/events/",
    "/events/?utm_source=mail&after=2026-03-01.9": "/events/",
    "/events/?place={place}-brussels&place={place}": "/events/?place={place}",
    "/events/?person={person}&place={place}": "/events/?place={place}&person={person}",
    "/reports/?topic=remembrance": "/reports/?topic=remembrance",
    "/events/?from=2026-02&to=2026-02": "/events/2026/02/",
    "/events/?from=2026&to=2026&place={place}": "/events/2026/?place={place}",
    "/events/2026/02/?before=2026-02-01.1": "/events/2026/02/",
    "/events/?q=two+words&x=1": "/events/?q=two+words",
    "/events/?to=2026-03&from=2026-02": "/events/?from=2026-02&to=2026-03",
    "/people/?before=a.1": "/people/",
    "/people/?initial=p&x=1": "/people/?initial=p",
}
WORTH_FINDING = [
    *("/events/", "/events/2026/02/", "/events/?place={place}", "/events/?when=past"),
    "/reports/?place={place}&from=2026-02&to=2026-02",
]
FOR_READERS_ONLY = [
    "/events/?place={place}&person={person}",
    "/events/?kind=vigil&kind=rally",
    *("/events/?from=2026-02", "/events/?from=2026-02&to=2026-03", "/events/?q=words"),
    *("/events/?after=2026-03-01.9", "/people/?after=a.1"),
]


def test_a_list_has_one_address(client, ids):
    for asked, canonical in CANONICAL.items():
        page = read(client, asked.format(**ids))

        assert page.canonical() == f"http://testserver{canonical.format(**ids)}"
        assert page.meta("og:url") == page.canonical()


def test_search_engines_keep_lists_of_one_filter_and_one_period(client, ids):
    for address in WORTH_FINDING:
        assert read(client, address.format(**ids)).meta("robots") is None, address
    for address in FOR_READERS_ONLY:
        assert read(client, address.format(**ids)).meta("robots") == "noindex, nofollow", address
