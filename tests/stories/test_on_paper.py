"""What goes on paper: the words, in the light of dawn, and nothing of this program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import running_house

SAID = "he read the paper the whole breakfast"
PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example


@pytest.fixture
def kept(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """Give the page of a moment, in a home of its own."""
    with running_house(tmp_path, {}) as house:
        page = browser.new_page(base_url=house.url, color_scheme="dark")
        page.goto(house.way_in())
        page.wait_for_url(f"{house.url}/")
        page.goto("/moments/new/3/")
        page.fill("#words", SAID)
        page.get_by_role("button", name="Enough for now").click()
        page.get_by_role("button", name="Keep this").click()
        page.fill("#passphrase", PASSPHRASE)
        page.fill("#again", PASSPHRASE)
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Another day").click()
        page.wait_for_url("**/moments/*/")
        yield page
        page.close()


def test_a_moment_prints_in_dawn_without_a_form(kept: Page) -> None:
    kept.get_by_role("link", name="How it rests with me today").click()
    kept.get_by_label("Grieved").check()
    kept.get_by_role("button", name="Keep this answer").click()
    kept.get_by_role("link", name="Back to it").click()

    kept.emulate_media(media="print")

    expect(kept.get_by_text(SAID)).to_be_visible()
    expect(kept.get_by_text("Grieved").first).to_be_visible()
    for gone in ("button:visible", "input:visible", "header:visible", "footer:visible"):
        expect(kept.locator(gone)).to_have_count(0)
    colour = kept.locator("body").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    assert colour == "rgb(251, 245, 238)"


def test_one_page_of_chosen_lines_holds_them_and_nothing_else(kept: Page) -> None:
    kept.goto(f"{kept.url}page/")
    kept.get_by_label(SAID).check()
    kept.get_by_role("button", name="Look at the page").click()
    with kept.expect_download() as saving:
        kept.get_by_role("link", name="Save it as a file").click()

    kept.emulate_media(media="print")

    assert saving.value.suggested_filename == "notes.md"
    seen = kept.locator("main").inner_text().splitlines()
    day, label, words = (line.strip() for line in seen if line.strip())
    assert day[-4:].isdecimal()
    assert label.startswith("What happened")
    assert words == SAID
    assert kept.locator("body").inner_text().strip() == (
        kept.locator("main").inner_text().strip()
    )
