"""Leaving, as the person at the keyboard and the next one there see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

WORDS = "You said the kettle mattered more than me."
PLAIN = "Nothing here yet."
MakePage = Callable[..., Page]


def read_words(page: Page) -> str:
    """Have WORDS read on *page*; return the address that shows them."""
    page.goto("/words/received/")
    page.locator("textarea[name=words]").fill(WORDS)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("main")).to_contain_text(WORDS)
    return page.url


def is_plain(page: Page) -> None:
    """Claim that *page* is the plain page and nothing else."""
    expect(page.locator("body")).to_contain_text(PLAIN)
    assert page.title() == "Notes"
    assert "kettle" not in page.content()
    assert "Hearthside" not in page.content()
    assert page.locator("a").count() == 0


def leave(page: Page) -> None:
    """Press the button that is on every page."""
    page.get_by_role("button", name="Leave this page").click()


@pytest.fixture
def reader(make_page: MakePage, house_url: str) -> Callable[..., Page]:
    """Return what gives a page with words read on it."""

    def give(*, javascript: bool = True) -> Page:
        page = make_page(javascript=javascript, base_url=house_url)
        read_words(page)
        return page

    return give


@pytest.mark.parametrize("javascript", [True, False])
def test_back_twice_shows_the_plain_page(
    reader: Callable[..., Page], javascript: bool
) -> None:
    page = reader(javascript=javascript)

    leave(page)
    expect(page.locator("h1")).to_have_text("Notes")

    for _ in range(2):
        page.go_back()
        is_plain(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_address_from_before_shows_the_plain_page(
    reader: Callable[..., Page], javascript: bool
) -> None:
    page = reader(javascript=javascript)
    address = page.url

    leave(page)
    expect(page.locator("h1")).to_have_text("Notes")

    for again in (address, "/", "/words/", "/numbers/", "/away/"):
        page.goto(again)
        is_plain(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_reloading_shows_the_plain_page(
    reader: Callable[..., Page], javascript: bool
) -> None:
    page = reader(javascript=javascript)

    leave(page)
    expect(page.locator("h1")).to_have_text("Notes")
    page.reload()

    is_plain(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_sending_an_old_form_again_shows_the_plain_page(
    reader: Callable[..., Page], javascript: bool
) -> None:
    page = reader(javascript=javascript)
    other = page.context.new_page()
    other.goto("/words/received/")
    other.locator("textarea[name=words]").fill(WORDS)

    if javascript:
        other.evaluate("document.addEventListener = null")
        page.request.post("/leave/")
    else:
        leave(page)
        expect(page.locator("h1")).to_have_text("Notes")
    other.get_by_role("button", name="Go on").click()

    is_plain(other)


def test_other_tabs_go_blank_by_themselves(reader: Callable[..., Page]) -> None:
    page = reader()
    other = page.context.new_page()
    read_words(other)

    leave(page)

    is_plain(other)
    is_plain(page)


def test_another_tab_without_a_script_shows_nothing_once_it_is_touched(
    reader: Callable[..., Page],
) -> None:
    page = reader(javascript=False)
    other = page.context.new_page()
    read_words(other)

    leave(page)
    expect(page.locator("h1")).to_have_text("Notes")
    other.reload()

    is_plain(other)


def test_without_a_script_the_page_says_what_stays(
    reader: Callable[..., Page],
) -> None:
    page = reader(javascript=False)

    leave(page)

    expect(page.locator("main")).to_contain_text("history")
    expect(page.locator("main")).to_contain_text("other tabs")
    assert "kettle" not in page.content()
    page.get_by_role("link", name="Go on").click()
    is_plain(page)


def test_leaving_from_the_keyboard(reader: Callable[..., Page]) -> None:
    page = reader()

    page.get_by_role("button", name="Leave this page").focus()
    page.keyboard.press("Enter")

    is_plain(page)


def test_shift_three_times_leaves_even_while_writing(
    make_page: MakePage, house_url: str
) -> None:
    page = make_page(base_url=house_url)
    page.goto("/words/received/")
    page.locator("textarea[name=words]").fill(WORDS)
    page.locator("textarea[name=words]").focus()

    for _ in range(3):
        page.keyboard.press("Shift")

    is_plain(page)
    page.go_back()
    is_plain(page)


def test_capital_letters_are_not_a_wish_to_leave(page: Page, house_url: str) -> None:
    page.goto(f"{house_url}/words/received/")
    field = page.locator("textarea[name=words]")
    field.focus()

    page.keyboard.press("Shift")
    for letter in ("A", "B", "C", "D"):
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(300)

    expect(field).to_have_value("ABCD")


def test_shift_three_times_slowly_stays(page: Page, house_url: str) -> None:
    page.goto(f"{house_url}/words/received/")

    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(5200)
    page.keyboard.press("Shift")
    page.wait_for_timeout(300)

    expect(page.locator("textarea[name=words]")).to_be_visible()


def test_the_page_is_blank_before_the_server_has_answered(
    reader: Callable[..., Page],
) -> None:
    page = reader()
    seen: list[str] = []

    def never_answered(route: Route) -> None:
        seen.append(page.content())
        route.abort()

    page.route("**/leave/", never_answered)

    leave(page)

    is_plain(page)
    assert seen
    assert "kettle" not in seen[0]


def test_a_page_kept_whole_by_the_browser_asks_before_it_is_shown(
    reader: Callable[..., Page],
) -> None:
    page = reader()
    page.request.post("/leave/")

    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )

    is_plain(page)


def test_a_page_kept_whole_is_shown_to_someone_still_let_in(
    reader: Callable[..., Page],
) -> None:
    page = reader()

    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )

    expect(page.locator("main")).to_contain_text(WORDS)
    expect(page.locator("main")).to_be_visible()


def test_the_launcher_brings_one_back(
    reader: Callable[..., Page], way_in: Callable[[], str]
) -> None:
    page = reader()
    leave(page)
    is_plain(page)

    page.goto(way_in())

    expect(page.locator("h1")).not_to_have_text("Notes")


def test_a_way_in_followed_from_another_page_lets_one_in(
    make_page: MakePage, way_in: Callable[[], str]
) -> None:
    page = make_page(let_in=False)
    page.goto("data:text/html,<a href='" + way_in() + "'>in</a>")

    page.locator("a").click()

    expect(page.get_by_role("button", name="Leave this page")).to_be_visible()


def test_the_plain_page_leads_to_the_numbers_while_nobody_left(
    make_page: MakePage,
) -> None:
    page = make_page(let_in=False)

    page.get_by_role("link", name="Numbers").click()

    expect(page.locator("h1")).to_be_visible()
    assert "/numbers/" in page.url
    assert "Hearthside" not in page.content()
