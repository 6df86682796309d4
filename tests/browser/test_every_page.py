"""Every kind of page in a browser: accessible, still, light, and nobody else is asked."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.urls import reverse

from config.static import STYLESHEET, joined
from events.actions.publication import withdraw_event
from events.models import EventMedia
from reports.intake.pasting import open_intake
from tests.factories import make_event, make_staff
from tests.factories.crowds import Crowd
from tests.factories.pictures import jpeg, make_picture
from tests.test_query_counts import kind_of, pages

pytestmark = pytest.mark.django_db(transaction=True)

PASTED = Path(__file__).resolve().parents[2] / "reports" / "demo" / "brussels-khojaly.txt"
# WCAG 2.2 AA, with all it is built on.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
MOST_BYTES = 60 * 1024
# Status line and headers of one answer, at a guess on the high side.
HEADERS = 400
# The narrowest window there is, and a common one.
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture
def crowd():
    crowd = Crowd()
    crowd.grow(2)
    crowd.event.media.all().delete()
    crowd.report.media.all().delete()
    picture = make_picture(jpeg(1600, 1067))
    EventMedia.objects.create(
        event=crowd.event, item=picture, alt="A hall in red and blue", caption="The hall"
    )
    return crowd


def is_a_page(name: str) -> bool:
    """Neither a narrowed list, which is made as the whole one, nor a file."""
    return "?" not in name and kind_of(name) not in ("file", "suggestions")


def public_addresses(crowd) -> dict[str, str]:
    found = {name: address for name, address in pages(crowd) if is_a_page(name)}
    found["a filtered list"] = f"/reports/?place={crowd.place.pk}&from=2026-02&kind=other"
    found["an empty list"] = "/events/?from=1900&to=1900"
    found["400"] = "/events/?from=yesterday"
    found["404"] = "/nowhere/"
    found["410"] = withdraw_event(make_event("Withdrawn")).get_absolute_url()
    return found


def staff_addresses(crowd) -> dict[str, str]:
    draft = make_event("Draft", published=False)
    found = {
        "admin index": reverse("admin:index"),
        "preview": f"{draft.get_absolute_url()}?preview=1",
    }
    for label, record in (("events_event", crowd.event), ("reports_report", crowd.report)):
        found[f"{label} list"] = reverse(f"admin:{label}_changelist")
        found[f"{label} add"] = reverse(f"admin:{label}_add")
        found[f"{label} change"] = reverse(f"admin:{label}_change", args=[record.pk])
        found[f"{label} history"] = reverse(f"admin:{label}_history", args=[record.pk])
    pasted, _is_new = open_intake(PASTED.read_text())
    for name, arguments in (("changelist", []), ("add", []), ("change", [pasted.pk])):
        found[f"pasted report {name}"] = reverse(f"admin:reports_intake_{name}", args=arguments)
    found["person change"] = reverse("admin:events_person_change", args=[crowd.person.pk])
    return found


def violations(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA: rule, first culprit and why."""
    # Without preload: imported stylesheets would be put inline, which the policy refuses late
    # enough to be taken for a fault of the next page.
    options = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options)
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:120]} ({len(fault['nodes'])}) "
        f"{fault['nodes'][0]['failureSummary'][:300]}"
        for fault in found.response["violations"]
    ]


def faults_of(window, addresses: dict[str, str], *, still: bool = True) -> dict[str, dict]:
    """Page by page, what is wrong with it; `still` pages may not shift while they load."""
    found = {}
    for name, address in addresses.items():
        page = window.open(address)
        faults = window.check()
        if not still:
            faults.pop("shifted", None)
        if breaches := violations(page):
            faults["not accessible"] = breaches
        # Axe tries styles of its own, which the policy refuses too.
        window.faults.clear()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults["wider than the window"] = True
        if faults:
            found[name] = faults
    return found


def test_every_public_page_is_without_fault(visit, crowd):
    addresses = public_addresses(crowd)

    for scheme, size in (("light", DESK), ("dark", PHONE)):
        window = visit(color_scheme=scheme, viewport=size)
        assert faults_of(window, addresses) == {}, scheme


def in_pieces(site: Callable) -> Callable:
    """The site on a slow line: its pages come a few hundred bytes at a time."""

    def slow(environ: dict, start_response: Callable) -> Iterator[bytes]:
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        answer = site(environ, start_response)
        whole = b"".join(answer)
        answer.close()
        size = len(whole) if environ["PATH_INFO"].startswith("/static/") else 500
        for start in range(0, len(whole), size):
            yield whole[start : start + size]
            time.sleep(0.03)  # two frames: what has come is drawn

    return slow


def test_nothing_moves_while_a_page_comes_in_pieces(visit, crowd, live_server, monkeypatch):
    server = live_server.thread.httpd
    monkeypatch.setattr(server, "application", in_pieces(server.get_app()))
    window = visit(viewport=DESK)

    for address in ("/reports/2026/02/23/", "/events/2026/", "/calendar/2026/02/"):
        window.open(address)
        assert window.check() == {}, address


def test_every_page_of_the_back_office_is_without_fault(visit, crowd, client):
    client.force_login(make_staff("Editor"))
    addresses = staff_addresses(crowd)

    for scheme in ("light", "dark"):
        window = visit(color_scheme=scheme, viewport=DESK)
        assert faults_of(window, {"login": reverse("admin:login")}) == {}
        session = client.cookies["sessionid"].value
        window.context.add_cookies([{"name": "sessionid", "value": session, "url": window.site}])
        # Django's own scripts turn lists of choices into fields to type in once they have run.
        assert faults_of(window, addresses, still=False) == {}, scheme


def weight_on_the_wire(response) -> int:
    """The bytes of one answer as a site in production sends it."""
    body = response.body()
    path = response.url.partition("/static/")[2]
    if path.endswith(".css") and response.request.headers.get("referer", "").endswith(STYLESHEET):
        return 0  # collected into that
    if path == STYLESHEET:
        body = joined(path, lambda name: Path(finders.find(name)).read_text()).encode()
    elif path and (file := finders.find(path)):
        body = Path(file).read_bytes()
    packed = re.search(r"html|css|javascript|svg|json", response.headers.get("content-type", ""))
    return (len(brotli.compress(body)) if packed else len(body)) + HEADERS


def weights_of(window, address: str) -> dict[str, int]:
    """What a first visit to a page fetches, photos left out, and how heavy each part is."""
    answers = []
    window.page.on("response", lambda response: answers.append(response))
    window.open(address).wait_for_load_state("networkidle")
    return {
        response.url.removeprefix(window.site): weight_on_the_wire(response)
        for response in answers
        if "/media/" not in response.url
    }


def test_a_list_page_is_light(visit, crowd):
    crowd.grow(22)

    for address in ("/events/", "/reports/"):
        sent = weights_of(visit(), address)
        assert address in sent
        assert sum(sent.values()) < MOST_BYTES, sorted(sent.items(), key=lambda item: -item[1])


def test_a_window_notices_what_goes_wrong(visit):
    window = visit()
    page = window.open("/")
    assert window.check() == {}

    page.evaluate(
        """document.body.insertAdjacentHTML(
          "afterbegin", "<p style='color: red'>Pushed down</p><img src='https://afar.example/a.png'>"
        )"""
    )

    faults = window.check()
    assert faults["from afar"] == ["https://afar.example/a.png"]
    assert {"shifted", "said by the browser"} < set(faults)
    assert {refusal.partition(":")[0] for refusal in faults["refused by the policy"]} == {
        "style-src-attr",
        "img-src",
    }
    assert [breach.partition(":")[0] for breach in violations(page)] == ["image-alt"]
