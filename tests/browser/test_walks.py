"""What people come to do, done in a browser from beginning to end."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from reports.models import Report
from tests.factories import (
    make_brussels,
    make_event,
    make_place,
    make_report,
    make_source,
    make_staff,
)

pytestmark = pytest.mark.django_db(transaction=True)


VIENNA = {"latitude": 48.21, "longitude": 16.37, "point_precision": "city"}


@pytest.fixture
def archive():
    event = make_event(
        "Remembrance evening",
        place=make_brussels(),
        kind="commemoration",
        date_precision="reported",
    )
    make_report("An evening of remembrance in Brussels", events=[event])
    make_event(
        "Concert elsewhere", place=make_place("Vienna", **VIENNA), start_date=date(2024, 5, 28)
    )
    return event


def test_a_visitor_finds_an_event_by_its_date(visit, archive):
    window = visit()
    page = window.open("/")
    page.get_by_role("navigation", name="By date").get_by_role("link", name="2026").click()
    expect(page).to_have_url(f"{window.site}/events/2026/")

    page.locator("main").get_by_role("link", name="February", exact=False).first.click()
    page.locator("main").get_by_role("link", name="Remembrance evening").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Remembrance evening")
    expect(page.locator("main")).to_contain_text("reported 23 February 2026")
    expect(page.locator("main")).to_contain_text("An evening of remembrance in Brussels")
    assert window.check() == {}


def test_a_visitor_finds_an_event_by_its_place(visit, archive):
    window = visit()
    page = window.open("/")
    page.get_by_role("navigation", name="Countries").get_by_role("link", name="Belgium").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Belgium")
    expect(page.locator("main")).not_to_contain_text("Concert elsewhere")

    page.locator("main").get_by_role("link", name="Remembrance evening").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Remembrance evening")
    page.locator("main").get_by_role("link", name="An evening of remembrance").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "An evening of remembrance in Brussels"
    )
    assert window.check() == {}


def test_a_visitor_walks_by_keyboard_alone_and_without_script(visit, archive):
    window = visit(java_script_enabled=False)
    page = window.open("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.goto(f"{window.site}/events/?place={archive.place.parent.pk}&from=2026-02")
    expect(page.locator("main")).to_contain_text("Remembrance evening")
    expect(page.locator("main")).not_to_contain_text("Concert elsewhere")


def test_a_visitor_walks_along_the_bars_and_moves_the_map(visit, archive):
    window = visit()
    page = window.open("/events/")
    page.get_by_role("link", name="2024: 1 event").focus()
    page.keyboard.press("End")
    expect(page.get_by_role("link", name="2026: 1 event")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{window.site}/events/2024/")

    page.get_by_role("button", name="Move and zoom").click()
    page.get_by_role("button", name="Vienna").click()
    page.locator(".leaflet-popup").get_by_role("link", name="Vienna").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Events from Vienna, 2024")
    expect(page.locator("main")).to_contain_text("Concert elsewhere")
    assert window.check() == {}


def choose(page: Page, field: str, typed: str) -> None:
    """Type into a field with suggestions and take the one that was meant."""
    page.locator(f".field-{field} .select2-selection").first.click()
    page.locator(".select2-search__field").last.fill(typed)
    page.locator(".select2-results__option", has_text=typed).first.click()


def test_an_editor_enters_a_report_and_publishes_it(visit, archive):
    editor = make_staff("Editor")
    make_source("Report News Agency")
    window = visit()
    page = window.open("/admin/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Log in").click()
    page.goto(f"{window.site}/admin/reports/report/add/")

    page.get_by_label("Headline").fill("Ambassadors attend an evening in Brussels")
    choose(page, "source", "Report News Agency")
    page.locator("#id_published_on").fill("26 Feb 2026")
    choose(page, "events", "Remembrance evening")
    page.locator("#id_body").fill("The evening was held in Brussels.\n\nIt began with silence.")
    page.locator("input[name=_publish]").click()

    assert window.check() == {}
    report = Report.objects.published().get(headline__startswith="Ambassadors")
    for address in ("/", "/reports/2026/02/26/", archive.get_absolute_url()):
        window.open(address)
        expect(page.locator("main")).to_contain_text("Ambassadors attend an evening in Brussels")
    window.open(report.get_absolute_url())
    expect(page.locator("main")).to_contain_text("It began with silence.")
    expect(page.locator("main")).to_contain_text("Report News Agency")
    assert window.check() == {}


def test_an_editor_who_leaves_out_the_source_is_shown_the_field(visit, archive):
    editor = make_staff("Editor")
    window = visit()
    page = window.open("/admin/login/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Log in").click()
    page.goto(f"{window.site}/admin/reports/report/add/")

    page.get_by_label("Headline").fill("A report without a source")
    page.locator("input[name=_publish]").click()

    expect(page.locator("body")).to_contain_text("The report has no source.")
    assert not Report.objects.published().filter(headline="A report without a source").exists()
    assert Report.objects.filter(headline="A report without a source").count() <= 1
    assert window.check() == {}
