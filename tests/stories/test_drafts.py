"""Someone is about to send words, and brings them first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import choose, go_on

WORDS = "I'm sorry if you were upset. work was a lot"


def bring(page: Page, words: str) -> None:
    page.get_by_role("link", name="I have words here").click()
    page.get_by_role("link", name="Words I may send").click()
    page.get_by_label("Your words, as they are now").fill(words)
    go_on(page)


def test_whoever_hurt_someone_gets_three_places_to_think_in_and_no_field(
    someone: Page,
) -> None:
    bring(someone, WORDS)
    expect(someone.locator(":checked")).to_have_count(0)

    choose(someone, "I hurt them")

    expect(someone.locator(".place")).to_have_count(3)
    expect(someone.locator(".place").first).to_contain_text(
        "“I'm sorry if you were upset”"
    )
    expect(someone.locator("main textarea, main mark")).to_have_count(0)


@pytest.mark.parametrize(
    "purpose", ["I want it to be calm again", "I’m afraid of them"]
)
def test_whoever_is_afraid_or_wants_calm_gets_the_numbers(
    someone: Page, purpose: str
) -> None:
    bring(someone, WORDS)

    choose(someone, purpose)

    expect(someone.locator(".place")).to_have_count(0)
    if not someone.locator("details[open]").count():
        someone.get_by_text("United Kingdom").click()
    expect(
        someone.locator("a[href^='tel:']").locator("visible=true")
    ).not_to_have_count(0)


def test_keep_writing_leads_back_to_the_words_and_starts_anew(someone: Page) -> None:
    bring(someone, WORDS)
    choose(someone, "I hurt them")

    someone.get_by_role("link", name="Keep writing").click()
    field = someone.get_by_label("Your words, as they are now")
    expect(field).to_have_value(WORDS)
    field.fill("I said I'd come and I didn't.")
    go_on(someone)

    expect(
        someone.get_by_role("group", name="What are these words for?")
    ).to_be_visible()
    expect(someone.locator("main")).not_to_contain_text("upset")


def test_ones_own_words_about_dying_can_be_written_on_at_once(someone: Page) -> None:
    bring(someone, "I don't want to live anymore.")
    block = someone.locator(".danger")
    expect(block).to_have_count(1)

    block.get_by_role("link", name="Keep writing").click()

    expect(someone.get_by_label("Your words, as they are now")).to_have_value(
        "I don't want to live anymore."
    )


def test_a_blank_draft_is_answered_with_one_sentence(someone: Page) -> None:
    bring(someone, "   ")

    expect(someone.get_by_text("There are no words here yet.")).to_be_visible()
