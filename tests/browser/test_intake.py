"""From a pasted text to a published report and event, in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from events.models import Event, Occasion, Organization, Person
from reports.models import Intake, Report
from tests.factories import make_staff

pytestmark = pytest.mark.django_db(transaction=True)

DEMO = Path(__file__).resolve().parents[2] / "reports" / "demo"
BRUSSELS, LUXEMBOURG = (
    (DEMO / f"{name}-khojaly.txt").read_text() for name in ("brussels", "luxembourg")
)

# Whether the row at hand begins above the bar of buttons.
UNCOVERED = """document.activeElement.getBoundingClientRect().bottom
  <= document.querySelector(".submit-row").getBoundingClientRect().top + 1"""


def begin(window) -> Page:
    """An editor at the back office."""
    editor = make_staff("Editor")
    page = window.open("/admin/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(f"{window.site}/admin/")
    return page


def paste(window, page: Page, text: str) -> None:
    page.goto(f"{window.site}/admin/reports/intake/add/")
    page.get_by_label("text of the report").fill(text)
    page.get_by_role("button", name="Read it").click()


def test_two_pasted_reports_are_published_by_three_deeds_each(visit):
    window = visit()
    page = begin(window)

    for text in (BRUSSELS, LUXEMBOURG):
        paste(window, page, text)
        assert window.check() == {}
        page.get_by_role("button", name="Make drafts and publish").click()
        expect(page.locator(".messagelist .success")).to_have_count(2)

    assert Report.objects.published().count() == Event.objects.published().count() == 2
    assert Person.objects.filter(name="Emin Rustamov").count() == 1
    assert Organization.objects.filter(kind="embassy").count() == 1
    assert Occasion.objects.count() == 1
    for event in Event.objects.published():
        window.open(event.get_absolute_url())
        expect(page.locator("main")).to_contain_text("Emin Rustamov")
        expect(page.locator("main")).to_contain_text("34th anniversary")
    assert window.check() == {}


def test_the_desk_works_by_keyboard_alone(visit):
    window = visit()
    page = begin(window)
    paste(window, page, BRUSSELS)
    expect(page.get_by_text("j and k go from row to row")).to_be_visible()

    page.keyboard.press("j")
    expect(page.locator("#row-people-0")).to_be_focused()
    expect(page.locator(".found-person.lit").first).to_have_text("Emin Rustamov")
    page.keyboard.press("Enter")
    expect(page.locator("[name=people-0-name]")).to_be_focused()
    page.locator("[name=people-0-capacity]").fill("Second Secretary")
    page.keyboard.press("Escape")
    expect(page.locator("[name=people-0-capacity]")).to_be_hidden()
    expect(page.locator("#row-people-0 summary")).to_contain_text("Second Secretary")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#row-people-1 [type=checkbox]")).not_to_be_checked()
    for _row in range(12):
        page.keyboard.press("j")
        assert page.evaluate(UNCOVERED)
    page.keyboard.press("Control+Enter")

    expect(page.locator(".messagelist")).to_contain_text("Report:")
    event = Event.objects.get()
    assert event.status == "draft"
    assert not event.participations.filter(person__name="Emin Aliyev").exists()
    assert event.participations.get(person__name="Emin Rustamov").capacity == "Second Secretary"
    assert window.check() == {}


def test_the_desk_works_without_script(visit):
    window = visit(java_script_enabled=False)
    page = begin(window)
    paste(window, page, LUXEMBOURG)

    page.locator(".given").get_by_role("link", name="Seymur Ahmadov").first.click()
    assert "#row-people-" in page.url
    page.locator("[name=event_title]").fill("Ceremony in Luxembourg")
    page.get_by_role("button", name="Keep for later").click()
    expect(page.locator(".messagelist")).to_contain_text("Nothing is in the archive yet.")
    page.get_by_role("button", name="Make drafts", exact=True).click()

    assert Event.objects.get().title == "Ceremony in Luxembourg"
    assert Intake.objects.get().report == Report.objects.get()
