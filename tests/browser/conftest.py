"""A browser that notices what a visitor would not see: refusals, shifts, strangers, faults."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

# Playwright's loop runs in the thread of the test, where Django then suspects a mistake.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

FLAGS = [
    *("--no-sandbox", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-gpu", "--force-color-profile=srgb"),
]
# Fonts in, and what they moved drawn.
SETTLED = """() => document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))
)"""
WATCH = (Path(__file__).parent / "watch.js").read_text()
# Milliseconds until what does not appear is missed: a busy machine takes its time over a page.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        pytest.skip("no Chromium is installed (or set CHROMIUM to its path)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """A visitor's window on the site, and what went wrong in it."""

    def __init__(self, browser: Browser, site: str, **options):
        self.site = site
        self.context: BrowserContext = browser.new_context(**options)
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.strangers: list[str] = []
        self.faults: list[str] = []
        self.context.on("request", self._look_at)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _look_at(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.strangers.append(request.url)

    def _hear(self, message) -> None:
        # Pages that say 404 or 410 on purpose are also reported as failed loads.
        if message.type in ("error", "warning") and "the server responded with" not in message.text:
            self.faults.append(message.text)

    def open(self, address: str) -> Page:
        self.page.goto(self.site + address)
        return self.page

    def check(self) -> dict[str, object]:
        """What is wrong with the page that is open: nothing, if all is well."""
        self.page.evaluate(SETTLED)
        seen = self.page.evaluate("window.watched")
        found = {
            "refused by the policy": seen["refused"],
            "shifted": seen["shifted"],
            "from afar": list(self.strangers),
            "said by the browser": list(self.faults),
        }
        self.strangers.clear()
        self.faults.clear()
        return {name: thing for name, thing in found.items() if thing}


@pytest.fixture
def visit(chromium, live_server) -> Iterator:
    """Open a window: `visit()`, or with the options of a Playwright context: a colour scheme."""
    windows: list[Visit] = []

    def opened(**options) -> Visit:
        windows.append(Visit(chromium, live_server.url, **options))
        return windows[-1]

    yield opened
    for window in windows:
        window.context.close()
