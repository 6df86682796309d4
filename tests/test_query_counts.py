"""No page asks the database more often for thirty linked rows than for one."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse

from events.serializers.formats import CONTENT_TYPES
from tests.addresses import public_routes
from tests.factories.crowds import Crowd

pytestmark = pytest.mark.django_db

# What a page may ask at most, by the kind of page.
MOST = {
    "home": 15,
    "list": 9,
    "archive": 7,
    "detail": 15,
    "file": 10,
    "month": 9,
    "map": 8,
    "search_page": 11,
    "suggestions": 3,
}
# Whose files are counted: the others are made by the same functions.
WITH_FILES = {"event_list", "event_detail", "report_list", "report_detail", "place_list"}
WITH_FILES |= {"source_detail", "work_list"}
# Not pages.
FILES = {
    *("media_file", "robots_txt", "security_txt", "calendar"),
    *("sitemap_index", "sitemap_news", "sitemap_section"),
}


def kind_of(name: str) -> str:
    if name.rpartition("_")[2] in CONTENT_TYPES:
        return "file"
    return name if name in MOST else name.split("_")[1]


def pages(crowd: Crowd) -> Iterator[tuple[str, str]]:
    """(route name and query, address) of every public page of the crowd."""
    date = {"year": 2026, "month": 2, "day": 23}
    for route in public_routes():
        if route.name in FILES:
            continue
        names = set(route.pattern.regex.groupindex)
        subject = getattr(crowd, route.name.partition("_")[0], None)
        options = {"permalink": getattr(subject, "permalink", ""), **date}
        options["slug"] = getattr(subject, "slug", "")
        if "extension" in names:
            if route.name in WITH_FILES:
                yield from files(route, names, options)
            continue
        yield route.name, reverse(route.name, kwargs={name: options[name] for name in names})
        if route.name in ("search_page", "search_suggestions"):
            # Nothing is found, so that other words and names are looked for too.
            yield f"{route.name}?q", f"{reverse(route.name)}?q=report+person+misspelt"
        if route.name in ("event_list", "report_list"):
            for query in queries(crowd):
                yield f"{route.name}?{query}", f"{reverse(route.name)}?{query}"


def files(route: URLPattern, names: set[str], options: dict) -> Iterator[tuple[str, str]]:
    for extension in route.callback.view_class.extensions:
        kwargs = {name: options.get(name, extension) for name in names}
        yield f"{route.name}_{extension}", reverse(route.name, kwargs=kwargs)


def queries(crowd: Crowd) -> Iterator[str]:
    """Lists by one filter, and by two at once."""
    yield from (f"{noun}={record.pk}" for noun, record in crowd.nouns.items() if noun != "work")
    yield f"topic={crowd.topic.slug}"
    yield f"source={crowd.source.pk}"
    yield "from=2026-02"
    yield f"place={crowd.place.country.pk}&person={crowd.person.pk}&from=2026"


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
        b"".join(response)  # what is streamed asks while it is read
    assert response.status_code == 200, address
    return len(asked)


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker) -> dict[str, list[int]]:
    """How often each page asks with 1 and 30 rows of every kind linked to its subject."""
    found: dict[str, list[int]] = {}
    with django_db_blocker.unblock(), transaction.atomic():
        crowd, client = Crowd(), Client()
        for size in (1, 30):
            crowd.grow(size)
            for name, address in pages(crowd):
                found.setdefault(name, []).append(count_queries(client, address))
        transaction.set_rollback(True)
    return found


def test_pages_ask_no_more_often_for_thirty_rows_than_for_one(counts):
    # Less often is well: a page that one question fills needs no second.
    growing = {name: asked for name, asked in counts.items() if max(asked) > asked[0]}

    assert growing == {}


def test_pages_ask_no_more_than_is_allowed(counts):
    too_many = {
        name: asked
        for name, asked in counts.items()
        if max(asked) > MOST[kind_of(name.partition("?")[0])]
    }

    assert too_many == {}


def test_every_kind_of_page_is_counted(counts):
    assert {kind_of(name.partition("?")[0]) for name in counts} == set(MOST)
