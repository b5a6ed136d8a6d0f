"""The lock falls by itself: seen in a real browser, with and without scripts."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import PATIENCE, House, Watch, running_house

PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example
KEPT = "The porch light was on for once."
TYPED = "And nobody had said a word about it."
WARNING = "This locks itself in a minute."


@dataclass
class Lock:
    """A house whose lock a story hurries along."""

    house: House
    place: Path
    passed: float = 0.0

    def pass_by(self, seconds: float, *pages: Page) -> None:
        """Let *seconds* pass in the house, and on *pages*."""
        self.passed += seconds
        (self.place / "time").write_text(str(self.passed))
        for page in pages:
            page.clock.fast_forward(int(seconds * 1000))

    def idle_for(self, seconds: float) -> None:
        """Have the lock fall so many seconds after the next use."""
        (self.place / "idle").write_text(str(seconds))

    def hold_up(self) -> None:
        """Hold up whatever is kept from now on."""
        (self.place / "hold").touch()

    def is_held_up(self) -> bool:
        """Return whether something is being kept, and waits."""
        return (self.place / "hold.begun").exists()

    def go_on(self) -> None:
        """Let it be kept."""
        (self.place / "hold").unlink()


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[Lock]:
    """Return the lock of a house of its own."""
    command = (sys.executable, Path(__file__).with_name("short_house.py"))
    told = {"STORY": str(tmp_path)}
    with running_house(tmp_path / "house", told, command=command) as house:
        yield Lock(house, tmp_path)


@pytest.fixture
def new_context(browser: Browser, watch: Watch) -> Iterator[NewContext]:
    """Return what begins a browser of its own, whose clock a story can move."""
    with ExitStack() as closing:

        def new(lock: Lock, *, script: bool = True) -> BrowserContext:
            context = browser.new_context(
                java_script_enabled=script, base_url=lock.house.url
            )
            closing.enter_context(watch.over(context))
            if script:
                context.clock.install()
            return context

        yield new


def set_up(context: BrowserContext, lock: Lock) -> Page:
    """Come in, keep one moment, and return its page."""
    page = context.new_page()
    page.goto(lock.house.way_in())
    page.wait_for_url(f"{lock.house.url}/")
    page.goto("/keep/")
    for name in ("passphrase", "again"):
        page.locator(f"input[name={name}]").fill(PASSPHRASE)
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Another day").click()
    page.goto("/moments/new/4/")
    page.locator("textarea").fill(KEPT)
    page.get_by_role("button", name="Enough for now").click()
    expect(page.locator("main")).to_contain_text(KEPT)
    return page


def write(page: Page, address: str, words: str = TYPED) -> None:
    """Open a page with a field, and type into it as a person does."""
    page.goto(f"{address}parts/story/")
    page.locator("textarea").click()
    page.keyboard.type(words)


def unlock(page: Page) -> None:
    """Open the lock."""
    page.goto("/lock/")
    page.locator("input[name=passphrase]").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    page.wait_for_url(lambda address: not address.endswith("/lock/"))


def left(page: Page) -> int:
    """Return the seconds that the lock stays open, as a page asks for them."""
    asked = "fetch('/lock/left/').then((answer) => answer.json())"
    found: int = page.evaluate(asked)["left"]
    return found


def is_locked(page: Page) -> None:
    """See the lock page, and nothing that is kept or was typed."""
    expect(page.get_by_role("heading", name="This is locked")).to_be_visible()
    for words in (KEPT, TYPED):
        expect(page.locator("html")).not_to_contain_text(words)


def until(done: Callable[[], bool]) -> None:
    """Wait until something is *done*."""
    last = time.monotonic() + PATIENCE / 1000
    while not done():
        assert time.monotonic() < last
        time.sleep(0.05)


def test_a_page_warns_stays_when_asked_and_then_leaves_with_what_was_typed(
    lock: Lock, new_context: NewContext
) -> None:
    page = set_up(new_context(lock), lock)
    moment = page.url
    write(page, moment)
    warning = page.get_by_role("status").get_by_text(WARNING)
    expect(warning).to_be_hidden()

    lock.pass_by(541, page)
    expect(warning).to_be_visible()
    page.get_by_role("button", name="Stay").click()
    expect(warning).to_be_hidden()
    assert left(page) > 590
    lock.pass_by(541, page)
    expect(warning).to_be_visible()
    assert [left(page) <= 60 for _ in range(3)] == [True] * 3  # asking is no use
    lock.pass_by(60, page)
    is_locked(page)
    page.go_back()
    is_locked(page)
    page.goto(moment)
    is_locked(page)

    unlock(page)
    page.goto("/")
    page.get_by_role("link", name="Something came while this was locked").click()
    expect(page.locator(".came")).to_have_count(1)
    expect(page.locator(".came")).to_contain_text(TYPED)


def test_typing_is_use(lock: Lock, new_context: NewContext) -> None:
    page = set_up(new_context(lock), lock)
    page.goto(f"{page.url}parts/story/")
    page.locator("textarea").click()

    for _ in range(3):
        lock.pass_by(400)
        page.clock.fast_forward(30_000)
        with page.expect_response("**/lock/stay/"):
            page.keyboard.type("It went on. ")

    assert left(page) > 590


def test_a_computer_that_slept_wakes_up_locked(
    lock: Lock, new_context: NewContext
) -> None:
    page = set_up(new_context(lock), lock)

    lock.pass_by(8 * 60 * 60)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    is_locked(page)


def test_a_house_that_is_gone_is_waited_for_and_then_the_page_goes_blank(
    lock: Lock, new_context: NewContext
) -> None:
    page = set_up(new_context(lock), lock)
    write(page, page.url)
    page.wait_for_load_state("networkidle")

    os.killpg(lock.house.process.pid, signal.SIGKILL)
    with page.expect_event("requestfailed"):
        page.clock.fast_forward(541_000)
    expect(page.locator("textarea")).to_have_value(TYPED)
    page.clock.fast_forward(60_000)

    expect(page.locator("textarea")).to_have_count(0)


def test_two_tabs_close_together_and_neither_loses_what_was_typed(
    lock: Lock, new_context: NewContext
) -> None:
    context = new_context(lock)
    one = set_up(context, lock)
    moment = one.url
    other = context.new_page()
    write(one, moment)
    write(other, moment, "Then it was quiet.")

    lock.pass_by(541)
    one.clock.fast_forward(541_000)
    warning = one.get_by_role("status").get_by_text(WARNING)
    expect(warning).to_be_visible()
    other.reload()  # use, in the other tab
    expect(warning).to_be_hidden()
    write(other, moment, "Then it was quiet.")
    other.get_by_role("button", name="Lock", exact=True).click()
    is_locked(other)
    is_locked(one)

    unlock(one)
    one.goto("/arrived/")
    for words in (TYPED, "Then it was quiet."):
        expect(one.locator(".came", has_text=words)).to_have_count(1)


def test_what_was_begun_before_the_lock_is_kept_and_answered_by_it(
    lock: Lock, new_context: NewContext
) -> None:
    context = new_context(lock)
    page = set_up(context, lock)
    moment = page.url
    other = context.new_page()
    other.goto("/")
    write(page, moment)

    lock.hold_up()
    page.get_by_role("button", name="Keep this").click(no_wait_after=True)
    until(lock.is_held_up)
    other.get_by_role("button", name="Lock", exact=True).click()
    is_locked(other)
    lock.go_on()
    is_locked(page)

    unlock(page)
    page.goto(moment)
    expect(page.locator("main")).to_contain_text(TYPED)


def test_without_a_script_the_pages_leave_too_and_keep_nothing_open(
    lock: Lock, new_context: NewContext
) -> None:
    context = new_context(lock, script=False)
    page = set_up(context, lock)
    expect(page.locator("#lock-soon noscript p")).to_be_visible()

    lock.idle_for(3)
    other = context.new_page()
    other.goto(page.url)
    page.reload()
    is_locked(page)
    is_locked(other)

    page.go_back()
    is_locked(page)


def test_without_a_script_what_is_sent_to_a_fallen_lock_is_offered_later(
    lock: Lock, new_context: NewContext
) -> None:
    page = set_up(new_context(lock, script=False), lock)
    page.goto(f"{page.url}parts/story/")
    page.locator("textarea").fill(TYPED)

    lock.pass_by(601)
    page.get_by_role("button", name="Keep this").click()
    is_locked(page)

    unlock(page)
    page.goto("/arrived/")
    expect(page.locator(".came")).to_contain_text(TYPED)
