"""Someone has received a message, and opens the house with it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from .conftest import MakePage, choose, go_on, see_more

WORDS = (
    "ok so friday\n\nI'm sorry I didn't text. I'm sorry if you were upset\n\n"
    "see you at six"
)
DYING = "I don't want to live anymore. I'm sorry I didn't text."


def bring(page: Page, words: str) -> None:
    page.get_by_role("link", name="I have words here").click()
    page.get_by_role("link", name="Words I received").click()
    page.get_by_label("The message, as it came").fill(words)
    go_on(page)


def bring_and_see_marks(page: Page, landed: str) -> None:
    bring(page, WORDS)
    choose(page, landed)
    see_more(page)


def test_first_how_it_landed_and_only_if_asked_what_the_words_turn_toward(
    someone: Page,
) -> None:
    bring(someone, WORDS)
    expect(someone.get_by_role("group", name="How did it land in you?")).to_be_visible()
    expect(someone.locator("mark, :checked")).to_have_count(0)

    choose(someone, "Part of it")
    expect(someone.locator("mark")).to_have_count(0)
    see_more(someone)

    expect(someone.get_by_role("heading", level=1)).to_have_text(
        "What these words turn toward"
    )
    said = someone.get_by_text("You said part of it landed.")
    assert top(said) < top(someone.locator("mark").first)


def test_one_can_stop_before_anything_is_marked(someone: Page) -> None:
    bring(someone, WORDS)
    address = someone.url
    choose(someone, "It didn’t")

    someone.get_by_role("button", name="Stop here").click()

    expect(someone.get_by_role("link", name="I have words here")).to_be_visible()
    someone.goto(address)
    expect(someone.get_by_role("heading", level=1)).to_have_text(
        "These words aren’t here any more"
    )


def test_a_number_leads_to_its_note_and_the_note_back(someone: Page) -> None:
    bring_and_see_marks(someone, "Not yet")

    someone.get_by_role("link", name="2 note: A sorry with an if in it").click()
    expect(someone).to_have_url(re.compile("#note-2$"))
    expect(someone.locator("#note-2")).to_be_in_viewport()

    someone.get_by_role("link", name="2 back to the words").click()
    expect(someone).to_have_url(re.compile("#words-2$"))


def test_a_note_begins_with_a_heading_and_the_words_it_is_about(someone: Page) -> None:
    bring_and_see_marks(someone, "Not yet")

    notes = someone.locator(".note").all()
    assert len(notes) == 2
    for note in notes:
        heading, quote = note.get_by_role("heading"), note.locator(".quote")
        assert top(heading) < top(quote)
        assert quote.inner_text() in WORDS


def test_the_answer_can_be_changed_from_above_the_marks(someone: Page) -> None:
    bring_and_see_marks(someone, "It landed")

    someone.get_by_role("link", name="Change it").first.click()
    expect(someone.locator(":checked")).to_have_count(0)
    choose(someone, "I felt tolerated, not met")

    expect(someone.locator(".kept")).to_contain_text("tolerated, not met")


def test_what_came_after_such_words_is_put_beside_them(someone: Page) -> None:
    bring_and_see_marks(someone, "I don’t know")

    someone.get_by_text("Answer, if you want to").click()
    someone.get_by_label("Often").check()
    someone.get_by_label("It went on as before").check()
    someone.get_by_label("In your own words, if you like").fill("twice in may")
    someone.get_by_role("button", name="Put it beside these words").click()

    beside = someone.get_by_role(
        "region", name="Have you heard words like these before?"
    )
    expect(beside).to_contain_text("You have heard them often.")
    expect(beside).to_contain_text("twice in may")


def test_words_about_dying_meet_one_quiet_block_that_blocks_nothing(
    someone: Page,
) -> None:
    bring(someone, DYING)
    block = someone.get_by_role(
        "region", name="Someone may be saying here that they want to die"
    )
    assert top(block) < top(someone.get_by_role("heading", level=1))
    expect(block.get_by_role("link", name="Show numbers")).to_be_visible()

    choose(someone, "Skip this")

    expect(someone.get_by_role("heading", level=1)).to_have_text("You can stop here")


def test_it_is_not_that_takes_the_block_away(someone: Page) -> None:
    bring(someone, DYING)

    someone.get_by_role("button", name="It isn’t that").click()

    expect(someone.locator(".danger")).to_have_count(0)
    expect(someone.get_by_text("I don't want to live anymore.")).to_be_visible()


def test_nothing_typed_is_lost_when_it_cannot_be_taken(someone: Page) -> None:
    long = "so much to say " * 1_500

    bring(someone, long)

    expect(
        someone.get_by_text("One message can have 20,000 characters")
    ).to_be_visible()
    expect(someone.get_by_label("The message, as it came")).to_have_value(long)


def test_on_a_phone_a_note_follows_its_own_paragraph(
    make_page: MakePage, house_url: str
) -> None:
    page = make_page(base_url=house_url, viewport={"width": 320, "height": 640})
    page.goto("/")
    bring_and_see_marks(page, "Part of it")

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
