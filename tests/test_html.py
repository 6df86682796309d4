"""The markup of every kind of page: without a fault, without anything inline, nothing from afar."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import reverse

from config.middleware import POLICY
from events.actions.publication import withdraw_event
from tests.factories import make_event, make_staff
from tests.factories.canaries import our_models
from tests.factories.crowds import Crowd
from tests.test_query_counts import pages

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

NARROWED = ("event_list?from=2026-02", "report_list?from=2026-02", "search_page?q")


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker) -> dict[str, str]:
    """The HTML of every kind of page, by name, each with the policy that guards it."""
    with django_db_blocker.unblock(), transaction.atomic():
        crowd = Crowd()
        crowd.grow(2)
        found = dict(ask(Client(), public_pages(crowd)))
        editor = Client()
        editor.force_login(make_staff("Editor"))
        found |= dict(ask(editor, back_office_pages(crowd)))
        transaction.set_rollback(True)
    return found


def public_pages(crowd: Crowd) -> Iterator[tuple[str, str]]:
    # A list narrowed by one filter is made as by any other.
    yield from (page for page in pages(crowd) if "?" not in page[0] or page[0] in NARROWED)
    gone = withdraw_event(make_event("Withdrawn"))
    yield "400", "/events/?from=yesterday&place=nowhere"
    yield "404", "/nowhere/"
    yield "410", gone.get_absolute_url()
    yield "an empty list", "/reports/?from=1900&to=1900"
    yield "the door of the back office", reverse("admin:login")


def back_office_pages(crowd: Crowd) -> Iterator[tuple[str, str]]:
    yield "admin index", reverse("admin:index")
    yield "preview", make_event("Draft", published=False).get_absolute_url() + "?preview=1"
    for model in admin.site._registry:
        if model in our_models():
            label = f"{model._meta.app_label}_{model._meta.model_name}"
            yield f"admin {label} list", reverse(f"admin:{label}_changelist")
            yield f"admin {label} add", reverse(f"admin:{label}_add")
            first = model.objects.order_by("pk").first()
            if first:
                yield f"admin {label} change", reverse(f"admin:{label}_change", args=[first.pk])


def ask(client: Client, addresses) -> Iterator[tuple[str, str]]:
    for name, address in addresses:
        response = client.get(address)
        assert response.status_code in (200, 400, 404, 410), address
        assert response.headers["Content-Security-Policy"] == POLICY, address
        if "html" in response.headers["Content-Type"]:
            yield name, response.content.decode()


@cache
def elements(html: str) -> list[Element]:
    return list(html5lib.parse(html, namespaceHTMLElements=False).iter())


def faults_of_markup(html: str) -> list[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(html)
    return [f"line {line}: {code} {data}" for (line, _column), code, data in parser.errors]


def inline_things(html: str) -> list[str]:
    """What a strict policy refuses: scripts, styles and handlers in the page itself."""
    found = []
    for element in elements(html):
        if not isinstance(element.tag, str):
            continue
        if element.tag == "style" or (element.tag == "script" and runs_inline(element)):
            found.append(element.tag)
        found += [
            f"{element.tag} {name}"
            for name in element.attrib
            if name[:2] == "on" or name == "style"
        ]
    return found


def runs_inline(script: Element) -> bool:
    # A block of data is not run.
    return not script.get("src") and "json" not in script.get("type", "")


def things_from_afar(html: str) -> list[str]:
    """Whatever the browser would fetch by itself from another host."""
    fetched = [
        element.get(name)
        for element in elements(html)
        if element.tag in ("script", "img", "source", "link", "iframe", "video", "audio", "object")
        for name in ("src", "href", "srcset", "data", "poster")
        if element.get(name)
    ]
    return [address for address in fetched if "//" in address.replace("http://testserver/", "/")]


def repeated_ids(html: str) -> list[str]:
    ids = Counter(element.get("id") for element in elements(html) if element.get("id"))
    return [name for name, times in ids.items() if times > 1]


def pictures_without_size_or_words(html: str) -> list[dict]:
    """Those that move the page as they load; the thumbnails of the back office are sized by CSS."""
    needed = {"alt"} if 'id="user-tools"' in html else {"alt", "width", "height"}
    return [
        dict(element.attrib)
        for element in elements(html)
        if element.tag == "img" and not needed <= set(element.attrib)
    ]


def missing_landmarks(html: str) -> list[str]:
    tags = Counter(element.tag for element in elements(html))
    # Django's door has its name above a form and no heading of its own.
    once = ("main", "title") if 'id="login-form"' in html else ("h1", "main", "title")
    return [
        *([] if elements(html)[0].get("lang") else ["no language"]),
        *(f"{tags[tag]} {tag}" for tag in once if tags[tag] != 1),
    ]


@pytest.mark.parametrize(
    "faults",
    [
        faults_of_markup,
        inline_things,
        things_from_afar,
        repeated_ids,
        pictures_without_size_or_words,
        missing_landmarks,
    ],
)
def test_every_kind_of_page_is_without(answers, faults):
    assert {name: found for name, html in answers.items() if (found := faults(html))} == {}


def test_faults_are_noticed():
    html = (
        "<!doctype html><html><head><title>T</title><style>a{}</style></head><body onload=x>"
        "<h1 id=a>1</h1><h1 id=a>2</h1><p style='x'><img src=//afar.example/a.png></p></b>"
        "<script>1</script><script type='application/ld+json'>{}</script></body></html>"
    )

    assert faults_of_markup(html)
    assert inline_things(html) == ["style", "body onload", "p style", "script"]
    assert things_from_afar(html) == ["//afar.example/a.png"]
    assert repeated_ids(html) == ["a"]
    assert len(pictures_without_size_or_words(html)) == 1
    assert missing_landmarks(html) == ["no language", "2 h1", "0 main"]
