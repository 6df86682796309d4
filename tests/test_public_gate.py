"""The public gate, proven: an archive full of secrets, asked for at every address.

`tests.factories.canaries` puts one record of every model in every hidden state with a word of its
own in every text field. Nobody may meet such a word in public; an editor must meet every one, or
this test would be blind.
"""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib import admin
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from django.urls import reverse

from events.filters import EventFilter
from events.models import Event, MediaItem, Rendition
from events.search.index import index_in_bulk
from reports.filters import ReportFilter
from reports.models import Report
from tests.addresses import arguments_of, model_of, one_of_each_state, public_routes
from tests.factories import make_staff
from tests.factories.canaries import (
    HIDDEN_STATES,
    HIDDEN_YEAR,
    Archive,
    Planted,
    make_archive_of_secrets,
    our_models,
)

CANARY = re.compile(r"zq[0-9]{5}x")
OLD_YEAR = re.compile(rf"\b{HIDDEN_YEAR}\b")
ABSENT = 999_999_999
LINK = re.compile(r'(?:href|src|srcset|action)="([^"]*)"')


@pytest.fixture(scope="module", autouse=True)
def media_root():
    """One folder for all tests here, as they share one archive."""
    return settings.MEDIA_ROOT


@pytest.fixture(scope="module")
def shared_archive(django_db_setup, django_db_blocker):
    """Made once: every test only asks."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_archive_of_secrets()
        transaction.set_rollback(True)


@pytest.fixture
def archive(shared_archive, db) -> Archive:
    return shared_archive


def everything_in(response) -> str:
    """Status line, headers and body as one text."""
    headers = "".join(f"{name}: {value}\n" for name, value in response.headers.items())
    return headers + b"".join(response).decode(errors="replace")


# --- The archive of secrets is complete ----------------------------------------------------------


def test_archive_of_secrets_holds_every_model_in_every_hidden_state(archive):
    planted = {(row.state, type(row.record)) for row in archive.secrets.records}
    by_links = {"EventTopic", "ReportTopic"}  # made by setting the topics of a record

    lacking = [
        (state, model.__name__)
        for state in HIDDEN_STATES
        for model in our_models()
        if (state, model) not in planted and model.__name__ not in by_links
    ]

    assert lacking == []
    for state, (event, report) in archive.by_state.items():
        for record in (event, report):
            record.refresh_from_db()
            assert not record.is_public, state
            assert not type(record).objects.published().filter(pk=record.pk).exists(), state


def test_archive_of_secrets_sets_every_link_between_our_models(archive):
    ours = set(our_models())

    links = {
        f"{model.__name__}.{link.name}"
        for model in ours
        for link in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if link.related_model in ours and model.__name__ not in ("EventTopic", "ReportTopic")
    }

    assert links - set(archive.secrets.linked) == set()


# --- Every address there is ----------------------------------------------------------------------


def addresses(archive: Archive) -> list[str]:
    """All addresses, those of hidden records too, with the queries that could tell of them."""
    found = [
        reverse(route.name, kwargs=arguments)
        for route in public_routes()
        for arguments in arguments_of(route, archive)
    ]
    previews = [
        record.get_absolute_url() + "?preview=1"
        for model in (Event, Report)
        for record in model.objects.all()
    ]
    return [*found, *previews, *filter_queries(), *cursor_queries()]


def filter_queries() -> Iterator[str]:
    """Each list by every public record and every choice; hidden ones have their own test."""
    for name, form in (("event_list", EventFilter), ("report_list", ReportFilter)):
        for filter_name, field in form({}).fields.items():
            for value in values_of(field):
                yield f"{reverse(name)}?{filter_name}={value}"


def values_of(field) -> Iterator:
    if model := getattr(field, "model", None):
        yield from model.objects.published().values_list("pk", flat=True)
    elif choices := getattr(field, "choices", None):
        yield from dict(choices)
    else:
        yield from (HIDDEN_YEAR, f"{HIDDEN_YEAR}-03-05", 2026, "en", "x")


def cursor_queries() -> Iterator[str]:
    for name, model in (("event_list", Event), ("report_list", Report)):
        for pk in (1, model.objects.latest("pk").pk):
            yield f"{reverse(name)}?after={HIDDEN_YEAR}-03-06.{pk}"
            yield f"{reverse(name)}?before={HIDDEN_YEAR}-03-04.{pk}"


def links_on(address: str, page: str) -> Iterator[str]:
    """Where a page leads within the archive, files and static assets left out."""
    for target in LINK.findall(page):
        # A srcset holds several addresses, each followed by a width.
        for part in target.split(","):
            whole = urlsplit(urljoin(address, unescape(part.strip().partition(" ")[0])))
            if not whole.netloc and whole.scheme == "" and not whole.path.startswith("/static/"):
                yield whole._replace(fragment="").geturl()


def shape_of(address: str) -> str:
    """Links that differ only in their date or the values of their query are one: they multiply."""
    parts = urlsplit(address)
    path = re.sub(r"/[0-9]+(?=/)", "/0", parts.path)
    # Files are found by what their page is found by, and those of records are asked for above.
    file = re.sub(r"[^/]+\.(?=[a-z]+$)", "0.", path)
    if file != path:
        return file
    names = sorted(parse_qs(parts.query))
    # Facets lead on to every combination; two filters together are asked for once on each path.
    return f"{path}?{names[0] if len(names) == 1 else len(names)}"


def leaks_in(address: str, response, archive: Archive) -> list[str]:
    """What the answer tells that nobody should know."""
    # What was asked for may be said back: who asks knows it.
    text = everything_in(response).replace(address, "")
    asked = set(CANARY.findall(unquote(address)))
    told = set(CANARY.findall(unquote(text))) - asked
    leaks = [f"{archive.secrets.canaries[word]} ({word})" for word in sorted(told)]
    if str(HIDDEN_YEAR) not in address and OLD_YEAR.search(text):
        leaks.append(f"the year {HIDDEN_YEAR}")
    return leaks


def crawl(client: Client, archive: Archive) -> tuple[dict[str, list[str]], dict[str, int]]:
    """Ask every address, and all that the answers link to: (leaks by address, dead links)."""
    waiting, seen, leaks, dead = addresses(archive), set(), {}, {}
    linked_from: dict[str, str] = {}
    while waiting:
        address = waiting.pop()
        shape = shape_of(address) if address in linked_from else address
        if {address, shape} & seen or address.startswith("/admin/"):
            continue
        seen |= {address, shape}
        response = client.get(address)
        assert response.status_code < 500, address
        if found := leaks_in(address, response, archive):
            leaks[address] = found
        if address in linked_from and response.status_code >= 400:
            dead[f"{linked_from[address]} -> {address}"] = response.status_code
        if response.status_code == 200 and "html" in response.headers["Content-Type"]:
            for target in links_on(address, response.content.decode()):
                linked_from.setdefault(target, address)
                waiting.append(target)
    return leaks, dead


def test_the_public_meets_no_canary_at_any_address(client, archive):
    leaks, dead = crawl(client, archive)

    assert leaks == {}
    assert dead == {}


def test_staff_without_permissions_meet_no_canary_in_previews(client, archive, django_user_model):
    guest = django_user_model.objects.create_user("guest", is_staff=True)
    client.force_login(guest)

    for model in (Event, Report):
        for record in model.objects.exclude(pk__in=model.objects.published().values("pk")):
            address = record.get_absolute_url() + "?preview=1"
            assert leaks_in(address, client.get(address), archive) == []


# --- Hidden is the same as absent ----------------------------------------------------------------


def hidden_pages(archive: Archive) -> Iterator[tuple[str, Planted]]:
    """The addresses that would be pages if what they are about were not hidden."""
    public = {}
    for row in archive.secrets.records:
        model = type(row.record)
        if not hasattr(model, "get_absolute_url"):
            continue
        if model not in public:
            public[model] = set(model.objects.published().values_list("pk", flat=True))
        if row.record.pk not in public[model]:
            yield row.record.get_absolute_url(), row


def answer_without_address(client: Client, address: str) -> tuple[int, str]:
    """Status and everything else, save the address itself and how long that makes the answer."""
    response = client.get(address)
    text = everything_in(response).replace(address, "").replace(quote(address), "")
    return response.status_code, re.sub(r"Content-Length: \d+\n", "", text)


def test_hidden_answers_exactly_as_absent_and_withdrawn_answers_410(client, archive):
    absent, wrong = {}, []
    for address, row in hidden_pages(archive):
        model = type(row.record)
        status, text = answer_without_address(client, address)
        if row.state == "withdrawn" and model in (Event, Report):
            if status != 410 or CANARY.search(text):
                wrong.append((address, status))
            continue
        if model not in absent:
            nowhere = f"/{address.split('/')[1]}/{ABSENT}-x/"
            absent[model] = answer_without_address(client, nowhere)
        if (status, text) != absent[model] or status != 404:
            wrong.append((address, status))

    assert wrong == []
    assert {model.__name__ for model in absent} == {
        *("Event", "Report", "Place", "Person", "Organization", "Occasion", "Work"),
        *("Topic", "Source"),
    }


@pytest.mark.parametrize("method", ["head", "post", "put", "options"])
def test_other_methods_tell_no_more(client, archive, method):
    for state, records in archive.by_state.items():
        for record in records:
            response = getattr(client, method)(record.get_absolute_url())
            assert CANARY.search(everything_in(response)) is None
            if method == "head":
                assert response.status_code == (410 if state == "withdrawn" else 404)
                assert response.content == b""


@pytest.mark.parametrize("name", ["event_list", "report_list"])
def test_filtering_by_a_hidden_record_is_filtering_by_an_absent_one(client, archive, name):
    for noun in ("place", "person", "organization", "occasion", "source", "topic"):
        absent = client.get(reverse(name), {noun: ABSENT})
        assert absent.status_code == 400
        hidden = one_of_each_state(archive, model_of(noun))
        assert len(hidden) > len(HIDDEN_STATES)
        for record in hidden:
            answer = client.get(reverse(name), {noun: record.pk})
            assert (answer.status_code, answer.content) == (400, absent.content)


def stored_files() -> list[str]:
    return [
        name
        for model in (MediaItem, Rendition)
        for name in model.objects.exclude(file="").values_list("file", flat=True)
    ]


def served_files(client: Client) -> dict[str, str]:
    """The stored files that are served, each with how long it may be kept and by whom."""
    served = {}
    for name in stored_files():
        response = client.get(reverse("media_file", kwargs={"name": name}))
        # To its end, or the connection to the database would be closed with it.
        assert b"".join(response)
        if response.status_code == 200:
            served[name] = response.headers["Cache-Control"]
    return served


def public_files() -> set[str]:
    """The renditions of public pictures; never an original, which tells where it was taken."""
    renditions = Rendition.objects.filter(item__in=MediaItem.objects.published())
    return set(renditions.values_list("file", flat=True))


def test_files_of_hidden_records_and_originals_of_pictures_are_not_served(client, archive):
    assert set(served_files(client)) == public_files()
    assert public_files()
    assert all(default_storage.exists(name) for name in stored_files())


# --- The test is not blind -----------------------------------------------------------------------


@pytest.mark.alike
def test_an_editor_meets_every_canary(client, archive):
    client.force_login(make_staff("Editor"))
    # All states are planted alike: to meet one of them whole shows that none is planted in vain.
    others, secrets = tuple(HIDDEN_STATES[:-1]), archive.secrets
    unmet = {word for word, what in secrets.canaries.items() if not what.endswith(others)}
    unmet -= secrets.unseen

    def ask(address: str) -> None:
        response = client.get(address)
        assert response.status_code == 200, address
        unmet.difference_update(CANARY.findall(unescape(everything_in(response))))

    public = (archive.event, archive.report, archive.lonely_report)
    for record in (*public, *archive.by_state[HIDDEN_STATES[-1]]):
        ask(record.get_absolute_url() + "?preview=1")
        ask(change_address(record))
    for row in secrets.records:
        if unmet & set(row.words) and type(row.owner) in admin.site._registry:
            ask(change_address(row.owner))
    for record in archive.public.item, archive.public.organization:
        ask(change_address(record))

    assert {secrets.canaries[word] for word in unmet} == set()


def change_address(record) -> str:
    """The page of the back office where a record is edited."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def test_an_editor_may_open_every_file_and_keeps_none_for_others(client, archive):
    client.force_login(make_staff("Editor"))

    served = served_files(client)

    assert set(served) == set(stored_files())
    kept = {name for name, cache_control in served.items() if "no-store" not in cache_control}
    assert kept == public_files()


# --- Search ---------------------------------------------------------------------------------------


def test_search_neither_finds_nor_suggests_what_is_hidden(client, archive):
    index_in_bulk()
    first, *_, last = archive.secrets.canaries
    misspelt = [f"{word[:-1]}y" for word in (first, last)]

    for typed in ("zq", "zq000", first, last, *misspelt):
        search = client.get(f"/search/?q={typed}").context["search"]
        suggested = client.get(f"/search/suggest?q={typed}").json()

        assert (search.counts, search.known, search.meant) == ({}, [], ""), typed
        assert suggested == {"suggestions": []}
