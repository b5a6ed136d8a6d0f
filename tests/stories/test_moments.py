"""Someone names what broke, keeps it, and comes back to it over weeks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import House, MakePage, press, running_house

SAID = "i kept looking at the gate.\n\nthen i stopped looking"
PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example
ON_A_DAY = (sys.executable, Path(__file__).with_name("on_a_day.py"))
BEGUN = date(2026, 5, 3)


@dataclass
class Calendar:
    """The day it is in this story, for the house too."""

    file: Path

    def turn_to(self, day: date) -> None:
        """Let it be *day*."""
        self.file.write_text(day.isoformat())


@pytest.fixture
def calendar(tmp_path: Path) -> Calendar:
    found = Calendar(tmp_path / "day")
    found.turn_to(BEGUN)
    return found


@pytest.fixture
def house(tmp_path: Path, calendar: Calendar) -> Iterator[House]:
    """Return a house of this story's own, on its own day, with nothing kept yet."""
    day = {"STORY_DAY": str(calendar.file)}
    with running_house(tmp_path, day, command=ON_A_DAY) as built:
        yield built
    assert built.log.read_text() == "", "the terminal was told something"


@pytest.fixture
def at_home(someone: Page) -> Page:
    """Return a page at the threshold of someone who keeps things here."""
    someone.goto("/keep/")
    choose_passphrase(someone)
    press(someone, "Another day")
    return someone


# --- writing, keeping, locking ------------------------------------------------


def test_written_first_kept_locked_and_opened_again(someone: Page) -> None:
    press(someone, "Something hurt, or feels off")
    someone.get_by_label("Freeze").check()
    press(someone, "Go on")
    say(someone, "Where in your body?", "my jaw")
    say(someone, "How strong was it, in your own words?", "all of it")
    say(someone, "What happened?", SAID)
    expect(someone.get_by_text("Here it is, as you said it.")).to_be_visible()
    expect(someone.get_by_text("It isn’t kept yet.")).to_be_visible()

    press(someone, "Keep this")
    press(someone, "Not now")
    expect(someone.get_by_text("Here it is, as you said it.")).to_be_visible()
    press(someone, "Keep this")
    choose_passphrase(someone)
    write_the_words_down(someone)
    shows_what_was_said(someone)
    expect(someone.locator("main")).to_contain_text("my jaw")

    press(someone, "Lock")
    hides_what_was_said(someone)
    unlock(someone, "porch ladder seven cats")
    expect(someone.get_by_text("Nothing is lost; try again.")).to_be_visible()
    unlock(someone)
    press(someone, "What is kept here")
    press(someone, "i kept looking at the gate.")
    shows_what_was_said(someone)


def test_a_moment_is_three_taps(at_home: Page) -> None:
    at_home.get_by_role("link", name="Something hurt, or feels off").click()
    at_home.get_by_label("Fawn").click()
    at_home.get_by_role("button", name="Enough for now").click()

    expect(at_home.locator("main")).to_contain_text("Fawn: smoothing it over")
    press(at_home, "Hearthside")
    press(at_home, "What is kept here")
    expect(at_home.locator(".lines-kept li")).to_have_count(1)


def test_three_taps_and_a_lock_go_without_a_mouse(make_page: MakePage) -> None:
    page = make_page()
    tab_to(page, "link", "Something hurt, or feels off")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moments/new/1/")
    tab_to(page, "checkbox", "Bracing: waiting for the next one")
    page.keyboard.press("Space")
    tab_to(page, "button", "Enough for now")
    page.keyboard.press("Enter")
    tab_to(page, "button", "Keep this")
    page.keyboard.press("Enter")
    type_into(page, "A passphrase: some words that only you would put together")
    type_into(page, "The same once more")
    page.keyboard.press("Enter")
    tab_to(page, "button", "Another day")
    page.keyboard.press("Space")
    expect(page.locator(".body-said")).to_contain_text("Bracing")

    tab_to(page, "button", "Lock")
    page.keyboard.press("Space")
    type_into(page, "Your passphrase")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("You are back.")


def test_back_shows_nothing_once_it_is_locked(at_home: Page) -> None:
    keep(at_home, SAID)
    shows_what_was_said(at_home)

    press(at_home, "Lock")

    for _ in range(3):
        at_home.go_back()
        hides_what_was_said(at_home)


# --- over weeks ---------------------------------------------------------------


def test_a_felt_answer_changes_a_week_later_and_both_stay(
    at_home: Page, calendar: Calendar
) -> None:
    keep(at_home, SAID)
    press(at_home, "Someone came back to it")
    at_home.get_by_label("Them", exact=True).check()
    at_home.get_by_label("Written", exact=True).check()
    at_home.get_by_label("What was said or done").fill("we’re fine though, right?")
    press(at_home, "Keep this")
    feel(at_home, "It landed")
    expect(at_home.locator(".strands-table")).to_contain_text("It landed")

    calendar.turn_to(BEGUN + timedelta(weeks=1))
    press(at_home, "Feels different now (1)")
    feel(at_home, "I felt tolerated, not met")

    answers = at_home.locator(".strands-table td + td p:not(.quiet)")
    expect(answers).to_have_text(["It landed 3 May", "Tolerated, not met 10 May"])
    drawing = at_home.get_by_role("group", name="Said and felt, through one return")
    expect(drawing.locator(".ring")).to_have_count(1)
    expect(drawing.locator(".knot")).to_have_count(1)


def test_a_promise_waits_until_its_day_and_is_put_down(
    at_home: Page, calendar: Calendar
) -> None:
    keep(at_home, SAID)
    promise(at_home, BEGUN + timedelta(days=3))
    expect(at_home.get_by_text("you said you would come back")).to_be_visible()
    at_home.goto("/")
    expect(at_home.get_by_text("You said you would come back")).to_have_count(0)

    calendar.turn_to(BEGUN + timedelta(days=3))
    at_home.goto("/")
    press(at_home, "You said you would come back to something")
    press(at_home, "Put this down")

    expect(at_home.get_by_text("you said you would come back")).to_have_count(0)
    at_home.goto("/")
    expect(at_home.get_by_text("You said you would come back")).to_have_count(0)


def test_grieved_takes_every_reminder_away(at_home: Page, calendar: Calendar) -> None:
    keep(at_home, SAID)
    promise(at_home, BEGUN + timedelta(days=1))

    press(at_home, "How it rests with me today")
    at_home.get_by_label("Grieved").check()
    press(at_home, "Keep this answer")
    expect(at_home.get_by_text("It mattered, and it still may.")).to_be_visible()
    press(at_home, "Back to it")
    expect(at_home.get_by_text("you said you would come back")).to_have_count(0)

    for days in (1, 7, 40):
        calendar.turn_to(BEGUN + timedelta(days=days))
        at_home.goto("/")
        expect(at_home.locator("main .kept")).to_have_count(0)


def test_forgotten_is_gone_from_every_page(at_home: Page) -> None:
    keep(at_home, SAID)
    address = at_home.url
    unfold(at_home, "Change, print or forget")
    press(at_home, "Forget it")
    expect(at_home.get_by_text("We keep no copy.")).to_be_visible()

    press(at_home, "Forget it")

    expect(at_home.get_by_text("Nothing is kept yet.")).to_be_visible()
    at_home.goto(address)
    hides_what_was_said(at_home)


def test_put_away_is_out_of_sight_until_it_is_asked_for(at_home: Page) -> None:
    keep(at_home, SAID)
    unfold(at_home, "Change, print or forget")
    press(at_home, "With whom")
    at_home.get_by_label("What you call them here").fill("Mika")
    press(at_home, "Keep this")
    press(at_home, "Mika")
    unfold(at_home, "Change, put away or forget")
    at_home.get_by_label("Put away").check()
    press(at_home, "Keep this")

    for address in ("/", "/moments/", "/moments/with/"):
        at_home.goto(address)
        hides_what_was_said(at_home)
        expect(at_home.get_by_text("Mika")).to_have_count(0)

    press(at_home, "Show what I put away too")
    press(at_home, "Mika")
    expect(at_home.get_by_role("link", name="i kept looking")).to_be_visible()


def test_of_two_tabs_the_second_is_told_and_loses_nothing(at_home: Page) -> None:
    keep(at_home, SAID)
    story = f"{at_home.url}parts/story/"
    other = at_home.context.new_page()
    for tab in (at_home, other):
        tab.goto(story)
    at_home.locator("#story").fill("that i ask for too much")
    press(at_home, "Keep this")

    other.locator("#story").fill("that i am easy to leave")
    press(other, "Keep this")

    expect(other.locator("#trouble")).to_contain_text("changed in another tab")
    expect(other.locator("#story")).to_have_value("that i am easy to leave")
    expect(other.locator(".given")).to_have_text("that i ask for too much")
    press(other, "Keep this")
    expect(other.locator("main")).to_contain_text("that i am easy to leave")
    other.goto(f"{other.url}earlier/")
    expect(other.locator("main")).to_contain_text("that i ask for too much")


# --- what someone does --------------------------------------------------------


def choose_passphrase(page: Page) -> None:
    page.locator("#passphrase").fill(PASSPHRASE)
    page.locator("#again").fill(PASSPHRASE)
    press(page, "Keep it")


def write_the_words_down(page: Page) -> None:
    """Copy the recovery words, and type those that are asked for."""
    paper = page.locator(".recovery li").all_inner_texts()
    assert len(paper) == 24
    press(page, "I have them on paper")
    for field in page.locator("main .labelled").all():
        place = int(field.locator("label").inner_text().split()[-1])
        field.locator("input").fill(paper[place - 1])
    press(page, "These are they")


def unlock(page: Page, passphrase: str = PASSPHRASE) -> None:
    page.get_by_label("Your passphrase").fill(passphrase)
    press(page, "Open")


def say(page: Page, question: str, words: str) -> None:
    page.get_by_label(question).fill(words)
    press(page, "Go on")


def keep(page: Page, words: str) -> None:
    """Keep *words* as a moment, and stand on its page."""
    page.goto("/moments/new/3/")
    page.locator("#words").fill(words)
    press(page, "Enough for now")


def feel(page: Page, how: str) -> None:
    page.get_by_label(how, exact=True).check()
    press(page, "Keep this")


def promise(page: Page, day: date) -> None:
    press(page, "Not now: I’ll come back on a day")
    page.locator("#due").fill(day.isoformat())
    press(page, "Keep this")


def unfold(page: Page, what: str) -> None:
    page.locator("summary", has_text=what).click()


def shows_what_was_said(page: Page) -> None:
    words = page.locator(".first-words")
    expect(words.locator("p")).to_have_text(SAID.split("\n\n"))


def hides_what_was_said(page: Page) -> None:
    expect(page.locator("h1, main p").first).to_be_visible()
    assert "gate" not in page.content()


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the focus is on what is called *name*, and shows there."""
    wanted = page.get_by_role(role, name=name)  # type: ignore[arg-type]
    expect(wanted).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            break
    expect(wanted).to_be_focused()
    assert wanted.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def type_into(page: Page, label: str) -> None:
    """Reach the field with Tab, and type the passphrase."""
    field = page.get_by_label(label)
    expect(field).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if field.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.type(PASSPHRASE)
