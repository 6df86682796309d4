"""Whatever a visitor types is answered: never with a fault, and a refusal names the parameter."""

from collections.abc import Iterator
from itertools import cycle
from urllib.parse import quote, quote_from_bytes

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from events.filters import EventFilter, select_events
from events.keyset import Order, page_of
from events.models import Involvement, Participation
from reports.filters import ReportFilter, select_reports
from reports.models import Mention
from tests.addresses import public_routes
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_report,
    make_topic,
)

pytestmark = pytest.mark.django_db

ANSWERS = {200, 301, 302, 400, 404, 410}
FILTERS = sorted({*EventFilter({}).fields, *ReportFilter({}).fields})
# Read by some page, though no filter.
OTHERS = ["after", "before", "initial", "preview"]
LISTS = [
    (EventFilter, select_events, "event_id"),
    (ReportFilter, select_reports, "report_id"),
]
# Already percent-encoded: what cannot be typed can still be sent.
AWKWARD = [
    *("%00", "1%00", "%ED%A0%80", "%FF%FE", "%EF%BF%BE", "%1B", "%E2%80%AE", "%", "%zz", "%20"),
    *("9" * 5000, "9" * 19, "9" * 18, "0", "-1", "1.5", "1e9", "%C2%B2", "%D9%A1", "1_0", "0x1"),
    *("99999", "0000", "0001", "9999", "9999-12-31", "2024-02-30", "2026-13", "2026-W01-1"),
    *("20260223", "2026-2-3", "%EF%BC%92026", "2026-02-23T00:00", "2026-02-23.1", "0001-01-01.1"),
    *("9999-12-31.999999999999999999", "2026-02-30.1", "a.1", ".1", ".", "2026-02-23.", "1.9e9"),
    *("'", "%22", "%22)--", "%3Cscript%3E", "..%2F..%2F", "upcoming", "concert", "en", "xx-"),
    *("1-anything", "-", "%F0%9F%95%AF", "a" * 3000, "%27%20OR%201%3D1", "", "None", "null"),
]
SENT = st.one_of(
    st.sampled_from(AWKWARD),
    st.binary(max_size=20).map(quote_from_bytes),
    st.text(st.characters(exclude_categories=()), max_size=20).map(
        lambda text: quote(text.encode("utf-8", "surrogatepass"))
    ),
    st.integers(-(10**20), 10**20).map(str),
    st.dates().map(str),
)


@pytest.fixture
def archive(db) -> None:
    """Something to be found by each filter."""
    event = make_event(place=make_brussels(), occasion=make_occasion(), topics=[make_topic("T")])
    Participation.objects.create(event=event, person=make_person())
    Involvement.objects.create(event=event, organization=make_organization())
    report = make_report(events=[event], language="en")
    Mention.objects.create(report=report, person=make_person())


def list_addresses() -> list[str]:
    """The pages that read parameters: all that need no argument, and some date archives."""
    plain = [reverse(route.name) for route in public_routes() if not route.pattern.regex.groups]
    archives = ["/events/2026/", "/events/2026/02/23/", "/reports/2026/02/", "/events/0001/"]
    files = ["/events.ics", "/reports.atom", "/events/2026.csv", "/people.json", "/places.geojson"]
    return [*plain, *archives, *files]


def check(client: Client, address: str, given_names=()) -> None:
    """Answered in one of the ways there are; a refusal names a parameter that was given."""
    response = client.get(address)
    assert response.status_code in ANSWERS, (response.status_code, address)
    if response.status_code != 400:
        return
    if response.headers["Content-Type"] in ("application/json", "text/plain; charset=utf-8"):
        assert any(name in response.content.decode() for name in given_names), address
        return
    problems = response.context["problems"]
    assert problems, address
    for name, sentence in problems:
        assert name in given_names, address
        assert f"<code>{name}</code>" in response.content.decode()
        assert str(sentence).endswith("."), (sentence, address)


def test_awkward_values_of_a_filter_are_read_or_refused_by_name(archive):
    for turn, name in enumerate(FILTERS):
        # Two fields of a kind take every value between them.
        values = zip(AWKWARD[turn % 2 :: 2], cycle(LISTS), strict=False)
        for value, (form_class, select, record) in values:
            form = form_class(QueryDict(f"{name}={value}"))
            if form.is_valid():
                assert form.title("Records")
                page_of(select(form), Order(key="date", pk=record))
            else:
                assert [given for given, _sentence in form.problems] == [name], value


def test_awkward_values_of_a_parameter_are_answered(client, archive):
    for name in [*FILTERS, *OTHERS]:
        # Of what a form reads, some are enough to show that pages speak of it.
        values = AWKWARD if name in ("after", "initial") else AWKWARD[len(name) % 6 :: 6]
        for value, page in zip(values, cycle(["/events/", "/reports/"]), strict=False):
            check(client, f"{page}?{name}={value}", [name])


@settings(max_examples=50)
@given(
    page=st.sampled_from(list_addresses()),
    query=st.lists(st.tuples(st.sampled_from([*FILTERS, *OTHERS]), SENT), max_size=4),
)
def test_any_query_is_answered(client, archive, page, query):
    sent = "&".join(f"{name}={value}" for name, value in query)

    check(client, f"{page}?{sent}", [name for name, _value in query])


def addresses_of(parts: list[str]) -> Iterator[str]:
    """Every route with these texts where it takes arguments."""
    for route in public_routes():
        for name in route.pattern.regex.groupindex or [None]:
            if name is None:
                continue
            prefix = str(route.pattern).lstrip("^").partition("(")[0].partition("<")[0]
            yield f"/{prefix}{'/'.join(parts)}"
            yield f"/{prefix}{'/'.join(parts)}/"
            break


@settings(max_examples=8)
@given(st.lists(SENT, min_size=1, max_size=3))
def test_any_address_is_answered(client, archive, parts):
    for address in set(addresses_of(parts)):
        check(client, address)


@pytest.mark.parametrize("turn", range(3))
def test_awkward_addresses_are_answered(client, archive, turn):
    nouns = ("events", "reports", "people", "topics", "media")
    # A third of the values for each noun: their routes are built by the same three functions.
    for value, noun in zip(AWKWARD[turn::3], cycle(nouns), strict=False):
        check(client, f"/{noun}/{value}/")
        check(client, f"/{noun}/1-{value}/?preview={value}")
        check(client, f"/events/2026/{value}/")
        check(client, f"/{value}")


def test_a_thousand_parameters_are_refused_in_words(client):
    response = client.get("/events/?" + "&".join(f"place={n}" for n in range(1000)))

    assert response.status_code == 400
    assert response.context["problems"] == [("place", "Give at most 10 values.")]
    for number in (3001, 5000):
        response = client.get("/events/?" + "&".join(f"a{n}=1" for n in range(number)))
        assert response.status_code == 400
        assert "asks for more than a page can answer" in response.content.decode()


def test_a_period_of_all_time_is_a_list_like_any_other(client, archive):
    for query in ("from=0001", "to=9999", "from=0001-01-01&to=9999-12-31", "from=9999-12-31"):
        assert client.get(f"/events/?{query}").status_code == 200
        assert client.get(f"/reports/?{query}").status_code == 200
    for address in (
        "/events/0001/",
        "/events/9999/",
        "/events/9999/12/31/",
        "/reports/0001/01/01/",
    ):
        assert client.get(address).status_code == 200
    assert client.get("/events/0000/").status_code == 404


@settings(max_examples=10)
@given(SENT)
def test_odd_headers_are_answered(client, archive, value):
    for name in ("Accept-Language", "If-Modified-Since", "If-None-Match", "Range", "Cookie"):
        response = client.get("/events/", headers={name: value[:200]})
        assert response.status_code == 200
