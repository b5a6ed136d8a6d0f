"""A real house, and a real browser in front of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from hearthside.cli import home as homes
from hearthside.cli.serving import address_from

COMMAND = Path(sys.executable).with_name("hearthside")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    # Whatever isn't this computer can't be found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
AS_ROOT = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
PATIENCE = 10_000  # milliseconds
expect.set_options(timeout=PATIENCE)


collect_ignore = ["on_a_day.py", "short_house.py"]  # programs, and no tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every story as one that needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


@dataclass
class House:
    """A running server, its home, and what it has said in its terminal."""

    home: Path
    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def way_in(self) -> str:
        """Return a fresh address that lets one browser in, as a launcher would."""
        address = address_from(homes.noted_server(self.home))
        assert address, "the house doesn't answer"
        return address


@contextmanager
def running_house(
    place: Path,
    surroundings: dict[str, str],
    *,
    command: Sequence[str | Path] = (COMMAND,),
    options: Sequence[str] = (),
) -> Iterator[House]:
    """Give a house with its home in *place*, and close it afterwards."""
    place.mkdir(parents=True, exist_ok=True)
    log = place / "terminal.log"
    with log.open("wb") as terminal:
        process = subprocess.Popen(
            [*command, *options, "--no-browser", "--home", place / "home"],
            stdout=subprocess.PIPE,
            stderr=terminal,
            start_new_session=True,
            env={**os.environ, **surroundings},
        )
        try:
            assert process.stdout
            address = process.stdout.readline().decode().strip()
            assert address, log.read_text()
            yield House(place / "home", address.split("/open/")[0], process, log)
            with suppress(ProcessLookupError):  # a story may have killed it
                process.send_signal(signal.SIGTERM)
            rest, _ = process.communicate(timeout=30)
            log.write_bytes(rest + log.read_bytes())
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout and process.stdout.close()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return the house that stories share; each is let in by a way of its own."""
    with running_house(tmp_path_factory.mktemp("house"), {}) as built:
        yield built
    assert built.log.read_text() == "", "the terminal was told something"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return what drives the browser."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def launching() -> dict[str, Any]:
    """Return how a browser is started: the system's where there is one."""
    named = [os.environ.get("TEST_BROWSER"), *map(shutil.which, BROWSERS)]
    found = next(filter(None, named), None)
    return {"executable_path": found, "args": QUIET + AS_ROOT}


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> BrowserType:
    """Return the kind of browser that stories are told in."""
    return playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType, launching: dict[str, Any]) -> Iterator[Browser]:
    """Return one browser for all stories; each has a profile of its own in it."""
    with chromium.launch(**launching) as started:
        yield started


@dataclass
class Watch:
    """Every request that went anywhere but this computer."""

    elsewhere: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> BrowserContext:
        """Return *context*, watched from now on."""
        context.on("request", self._note)
        context.set_default_timeout(PATIENCE)
        return context

    def _note(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and address.hostname != "127.0.0.1":
            self.elsewhere.append(request.url)


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Return a watch that fails the story if anything left this computer."""
    kept = Watch()
    yield kept
    assert kept.elsewhere == []


MakePage = Callable[..., Page]


@pytest.fixture
def make_page(house: House, browser: Browser, watch: Watch) -> Iterator[MakePage]:
    """Return what makes a page of a new browser, let in unless told otherwise.

    What it takes besides (``javascript``, ``let_in``) is passed to the browser:
    ``color_scheme="dark"``, ``viewport={"width": 320, "height": 640}``.
    """
    with ExitStack() as closing:

        def make(*, javascript: bool = True, let_in: bool = True, **how: Any) -> Page:
            context = browser.new_context(java_script_enabled=javascript, **how)
            closing.enter_context(watch.over(context))
            page = context.new_page()
            page.goto(house.way_in())
            page.wait_for_url(f"{house.url}/")
            if not let_in:
                context.clear_cookies()
                page.goto(house.url)
            return page

        yield make


@pytest.fixture
def page(make_page: MakePage) -> Page:
    """Return a page at the threshold, let in."""
    return make_page()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def someone(
    make_page: MakePage, house_url: str, request: pytest.FixtureRequest
) -> Page:
    """Return a page at the threshold, in a browser with and without scripts."""
    page = make_page(javascript=request.param, base_url=house_url)
    page.goto("/")
    return page


@pytest.fixture
def house_url(house: House) -> str:
    """Return where the house stands."""
    return house.url


@pytest.fixture
def way_in(house: House) -> Callable[[], str]:
    """Return what asks the house for a fresh way in."""
    return house.way_in


def go_on(page: Page) -> None:
    """Send the form, and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()


def see_more(page: Page) -> None:
    """Ask to see the marks, under the answer."""
    with page.expect_navigation():
        page.get_by_role("link", name="See what these words turn toward").click()


def choose(page: Page, answer: str) -> None:
    """Choose *answer* on the page, and go on."""
    page.get_by_label(answer, exact=True).check()
    go_on(page)


def press(page: Page, name: str) -> None:
    """Press the button or follow the link called *name*, and wait for its page."""
    button = page.get_by_role("button", name=name, exact=True)
    link = page.get_by_role("link", name=name, exact=True)
    with page.expect_navigation():
        button.or_(link).first.click()
