"""Someone is about to send words, and brings them first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

WORDS = "I'm sorry if you were upset. work was a lot"
MakePage = Callable[..., Page]


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def writer(make_page: MakePage, house_url: str, request: pytest.FixtureRequest) -> Page:
    """Return a page at the threshold, in a browser with and without scripts."""
    page = make_page(javascript=request.param, base_url=house_url)
    page.goto("/")
    return page


def go_on(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()


def bring(page: Page, words: str) -> None:
    page.get_by_role("link", name="I have words here").click()
    page.get_by_role("link", name="Words I may send").click()
    page.get_by_label("Your words, as they are now").fill(words)
    go_on(page)


def say(page: Page, purpose: str) -> None:
    page.get_by_label(purpose, exact=True).check()
    go_on(page)


def test_whoever_hurt_someone_gets_three_places_to_think_in_and_no_field(
    writer: Page,
) -> None:
    bring(writer, WORDS)
    expect(writer.locator(":checked")).to_have_count(0)

    say(writer, "I hurt them")

    expect(writer.locator(".place")).to_have_count(3)
    expect(writer.locator(".place").first).to_contain_text(
        "“I'm sorry if you were upset”"
    )
    expect(writer.locator("main textarea, main mark")).to_have_count(0)


@pytest.mark.parametrize(
    "purpose", ["I want it to be calm again", "I’m afraid of them"]
)
def test_whoever_is_afraid_or_wants_calm_gets_the_numbers(
    writer: Page, purpose: str
) -> None:
    bring(writer, WORDS)

    say(writer, purpose)

    expect(writer.locator(".place")).to_have_count(0)
    if not writer.locator("details[open]").count():
        writer.get_by_text("United Kingdom").click()
    expect(writer.locator("a[href^='tel:']").locator("visible=true")).not_to_have_count(
        0
    )


def test_keep_writing_leads_back_to_the_words_and_starts_anew(writer: Page) -> None:
    bring(writer, WORDS)
    say(writer, "I hurt them")

    writer.get_by_role("link", name="Keep writing").click()
    field = writer.get_by_label("Your words, as they are now")
    expect(field).to_have_value(WORDS)
    field.fill("I said I'd come and I didn't.")
    go_on(writer)

    expect(
        writer.get_by_role("group", name="What are these words for?")
    ).to_be_visible()
    expect(writer.locator("main")).not_to_contain_text("upset")


def test_ones_own_words_about_dying_can_be_written_on_at_once(writer: Page) -> None:
    bring(writer, "I don't want to live anymore.")
    block = writer.locator(".danger")
    expect(block).to_have_count(1)

    block.get_by_role("link", name="Keep writing").click()

    expect(writer.get_by_label("Your words, as they are now")).to_have_value(
        "I don't want to live anymore."
    )


def test_a_blank_draft_is_answered_with_one_sentence(writer: Page) -> None:
    bring(writer, "   ")

    expect(writer.get_by_text("There are no words here yet.")).to_be_visible()
