"""Looking around first: an example that a page opens, and that ends apart from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import House, Watch, running_house


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the temporary homes of these stories lie."""
    made = tmp_path / "temporary"
    made.mkdir()
    return made


@pytest.fixture
def own(tmp_path: Path, place: Path) -> Iterator[House]:
    """Return a house of its own, since these stories leave it."""
    with running_house(tmp_path, {"TMPDIR": str(place)}) as built:
        yield built


@pytest.fixture
def page(own: House, browser: Browser, watch: Watch) -> Iterator[Page]:
    """Return a page in the example that the threshold opened."""
    with browser.new_context() as context:
        page = watch.over(context).new_page()
        page.goto(own.way_in())
        page.get_by_role("link", name="Look around first").click()
        page.get_by_role("button", name="Open the example").click()
        page.wait_for_selector(".example")
        yield page


def test_someone_looks_around_and_comes_back_to_their_own_start(
    page: Page, own: House, place: Path
) -> None:
    assert not page.url.startswith(own.url)
    expect(page.get_by_text("This is an example.")).to_be_visible()
    page.get_by_role("link", name="One moment, and what came after").click()
    expect(page.locator("figure.strands")).to_be_visible()
    expect(page.get_by_text("This is an example.")).to_be_visible()
    assert len(list(place.glob("notes-*"))) == 1

    page.get_by_role("button", name="Close the example").click()
    page.get_by_role("link", name="Back to the start").click()

    page.wait_for_url(f"{own.url}/")
    expect(page.get_by_role("link", name="Look around first")).to_be_visible()
    page.wait_for_timeout(2500)
    assert list(place.iterdir()) == []


def test_what_is_written_in_it_never_reaches_ones_own_home(
    page: Page, own: House
) -> None:
    before = (own.home / "kept.sqlite3").read_bytes()
    page.get_by_role("link", name="What is kept here").click()
    page.locator(".lines-kept a").first.click()
    page.get_by_role("link", name="Someone came back to it").click()
    page.fill("#words", "tried it out")
    page.get_by_role("button", name="Keep this").click()
    page.wait_for_selector("input[name=felt]")

    assert (own.home / "kept.sqlite3").read_bytes() == before
    page.goto(own.url)
    expect(page.get_by_role("link", name="Look around first")).to_be_visible()


def test_leaving_the_example_leaves_the_house_too(page: Page, own: House) -> None:
    page.get_by_role("button", name="Leave this page").click()
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    page.wait_for_timeout(500)

    page.goto(own.url)

    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
