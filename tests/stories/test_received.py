"""Someone has received a message, and opens the house with it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

WORDS = (
    "ok so friday\n\nI'm sorry I didn't text. I'm sorry if you were upset\n\n"
    "see you at six"
)
DYING = "I don't want to live anymore. I'm sorry I didn't text."
MakePage = Callable[..., Page]


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def reader(make_page: MakePage, house_url: str, request: pytest.FixtureRequest) -> Page:
    """Return a page at the threshold, in a browser with and without scripts."""
    page = make_page(javascript=request.param, base_url=house_url)
    page.goto("/")
    return page


def go_on(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()


def see_more(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name="See what these words turn toward").click()


def bring(page: Page, words: str) -> None:
    page.get_by_role("link", name="I have words here").click()
    page.get_by_role("link", name="Words I received").click()
    page.get_by_label("The message, as it came").fill(words)
    go_on(page)


def answer(page: Page, how: str) -> None:
    page.get_by_label(how, exact=True).check()
    go_on(page)


def test_first_how_it_landed_and_only_if_asked_what_the_words_turn_toward(
    reader: Page,
) -> None:
    bring(reader, WORDS)
    expect(reader.get_by_role("group", name="How did it land in you?")).to_be_visible()
    expect(reader.locator("mark, :checked")).to_have_count(0)

    answer(reader, "Part of it")
    expect(reader.locator("mark")).to_have_count(0)
    see_more(reader)

    expect(reader.get_by_role("heading", level=1)).to_have_text(
        "What these words turn toward"
    )
    said = reader.get_by_text("You said part of it landed.")
    assert top(said) < top(reader.locator("mark").first)


def test_one_can_stop_before_anything_is_marked(reader: Page) -> None:
    bring(reader, WORDS)
    address = reader.url
    answer(reader, "It didn’t")

    reader.get_by_role("button", name="Stop here").click()

    expect(reader.get_by_role("link", name="I have words here")).to_be_visible()
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text(
        "These words aren’t here any more"
    )


def test_a_number_leads_to_its_note_and_the_note_back(reader: Page) -> None:
    bring(reader, WORDS)
    answer(reader, "Not yet")
    see_more(reader)

    reader.get_by_role("link", name="2 note: A sorry with an if in it").click()
    expect(reader).to_have_url(re.compile("#note-2$"))
    expect(reader.locator("#note-2")).to_be_in_viewport()

    reader.get_by_role("link", name="2 back to the words").click()
    expect(reader).to_have_url(re.compile("#words-2$"))


def test_a_note_begins_with_a_heading_and_the_words_it_is_about(reader: Page) -> None:
    bring(reader, WORDS)
    answer(reader, "Not yet")
    see_more(reader)

    notes = reader.locator(".note").all()
    assert len(notes) == 2
    for note in notes:
        heading, quote = note.get_by_role("heading"), note.locator(".quote")
        assert top(heading) < top(quote)
        assert quote.inner_text() in WORDS


def test_the_answer_can_be_changed_from_above_the_marks(reader: Page) -> None:
    bring(reader, WORDS)
    answer(reader, "It landed")
    see_more(reader)

    reader.get_by_role("link", name="Change it").first.click()
    expect(reader.locator(":checked")).to_have_count(0)
    answer(reader, "I felt tolerated, not met")

    expect(reader.locator(".kept")).to_contain_text("tolerated, not met")


def test_what_came_after_such_words_is_put_beside_them(reader: Page) -> None:
    bring(reader, WORDS)
    answer(reader, "I don’t know")
    see_more(reader)

    reader.get_by_text("Answer, if you want to").click()
    reader.get_by_label("Often").check()
    reader.get_by_label("It went on as before").check()
    reader.get_by_label("In your own words, if you like").fill("twice in may")
    reader.get_by_role("button", name="Put it beside these words").click()

    beside = reader.get_by_role(
        "region", name="Have you heard words like these before?"
    )
    expect(beside).to_contain_text("You have heard them often.")
    expect(beside).to_contain_text("twice in may")


def test_words_about_dying_meet_one_quiet_block_that_blocks_nothing(
    reader: Page,
) -> None:
    bring(reader, DYING)
    block = reader.get_by_role(
        "region", name="Someone may be saying here that they want to die"
    )
    assert top(block) < top(reader.get_by_role("heading", level=1))
    expect(block.get_by_role("link", name="Show numbers")).to_be_visible()

    answer(reader, "Skip this")

    expect(reader.get_by_role("heading", level=1)).to_have_text("You can stop here")


def test_it_is_not_that_takes_the_block_away(reader: Page) -> None:
    bring(reader, DYING)

    reader.get_by_role("button", name="It isn’t that").click()

    expect(reader.locator(".danger")).to_have_count(0)
    expect(reader.get_by_text("I don't want to live anymore.")).to_be_visible()


def test_nothing_typed_is_lost_when_it_cannot_be_taken(reader: Page) -> None:
    long = "so much to say " * 1_500

    bring(reader, long)

    expect(reader.get_by_text("One message can have 20,000 characters")).to_be_visible()
    expect(reader.get_by_label("The message, as it came")).to_have_value(long)


def test_on_a_phone_a_note_follows_its_own_paragraph(
    make_page: MakePage, house_url: str
) -> None:
    page = make_page(base_url=house_url, viewport={"width": 320, "height": 640})
    page.goto("/")
    bring(page, WORDS)
    answer(page, "Part of it")
    see_more(page)

    marked, note = page.locator("mark").first, page.locator("#note-1")
    last = page.get_by_text("see you at six")

    assert top(marked) < top(note) < top(last)


def test_the_whole_way_can_be_gone_with_the_keyboard_alone(page: Page) -> None:
    press_on(page, page.get_by_role("link", name="I have words here"))
    press_on(page, page.get_by_role("link", name="Words I received"))
    reach(page, page.get_by_label("The message, as it came"))
    page.keyboard.type("I'm sorry I didn't text.")
    press_on(page, page.get_by_role("button", name="Go on"))
    reach(page, page.get_by_label("It landed", exact=True))
    page.keyboard.press("ArrowDown")
    press_on(page, page.get_by_role("button", name="Go on"))
    press_on(page, page.get_by_role("link", name="See what these words turn toward"))
    press_on(page, page.get_by_role("link", name="1 note: Says sorry"))

    expect(page).to_have_url(re.compile("#note-1$"))
    expect(page.locator(".kept")).to_contain_text("You said part of it landed.")


def top(one: Locator) -> float:
    """Return how far down the page *one* begins, in pixels."""
    box = one.bounding_box()
    assert box is not None
    return box["y"]


def reach(page: Page, one: Locator) -> None:
    """Press Tab until *one* has the focus, and see that the focus shows."""
    expect(one).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if one.evaluate("one => one === document.activeElement"):
            break
    expect(one).to_be_focused()
    assert one.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def press_on(page: Page, one: Locator) -> None:
    """Reach *one* with Tab, and press Enter."""
    reach(page, one)
    page.keyboard.press("Enter")
