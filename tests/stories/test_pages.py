"""Every page, for every eye and hand: in dusk and dawn, on a phone, with no mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import House, MakePage, go_on, running_house, see_more
from .moment_pages import LOCKED, OPEN, addresses

MIXED = (
    "I'm sorry I didn't text. I'm sorry if you were upset\n\n"
    "forget it, I'm done talking\n\nseeyouatsixbythebigbluebridge" * 2
)
DYING = "I don't want to live anymore. I'm sorry I didn't text."
GERMAN = (
    "Es tut mir leid, dass ich gestern nicht gekommen bin, ich habe es vergessen und"
    " das war nicht in Ordnung von mir."
)
Scheme = Literal["dark", "light"]


def given(kind: str, words: str) -> Callable[[Page], None]:
    """Return what brings *words* to the form for *kind*."""

    def bring(page: Page) -> None:
        page.goto(f"/words/{kind}/")
        page.locator("#words").fill(words)
        go_on(page)

    return bring


def chosen(kind: str, words: str, value: str) -> Callable[[Page], None]:
    """Return what also chooses *value* on the page that follows."""

    def choose(page: Page) -> None:
        given(kind, words)(page)
        page.locator(f"[value={value}]").check()
        go_on(page)

    return choose


def marked(words: str) -> Callable[[Page], None]:
    """Return what goes on to the marks on *words*."""

    def see(page: Page) -> None:
        chosen("received", words, "part")(page)
        see_more(page)

    return see


def at(address: str) -> Callable[[Page], None]:
    """Return what goes to *address*."""

    def go(page: Page) -> None:
        page.goto(address)

    return go


def unchosen(page: Page) -> None:
    """Go on without an answer."""
    given("received", MIXED)(page)
    go_on(page)


PAGES = {
    "threshold": at("/"),
    "keep": at("/keep/"),
    "words": at("/words/"),
    "numbers": at("/numbers/"),
    "gone": at("/words/received/gone/"),
    "receive": at("/words/received/"),
    "receive nothing": given("received", " "),
    "message": given("received", MIXED),
    "message about dying": given("received", DYING),
    "message unanswered": unchosen,
    "answered": chosen("received", MIXED, "tolerated"),
    "marks": marked(MIXED),
    "marks beside dying": marked(f"{DYING}\n{MIXED}"),
    "nothing marked": marked("see you at six"),
    "unread": marked(GERMAN),
    "write": at("/words/drafts/"),
    "draft": given("drafts", MIXED),
    "draft about dying": given("drafts", DYING),
    "questions to mend": chosen("drafts", MIXED, "i-hurt-them"),
    "questions to say it": chosen("drafts", MIXED, "i-was-hurt"),
    "no questions, calm": chosen("drafts", MIXED, "calm-again"),
    "no questions, afraid": chosen("drafts", MIXED, "afraid"),
}
every_page = pytest.mark.parametrize("name", [*PAGES, *OPEN, *LOCKED])
SHOWN = """all => {
    const one = document.activeElement, stone = one.querySelector(".stone");
    const shows = stone ? getComputedStyle(stone).strokeWidth === "4px"
        : getComputedStyle(one).outlineStyle === "solid";
    return [all.indexOf(one), shows];
}"""
"""Where the focus is among all, and whether it shows: a stone has a rim, not a ring."""


@dataclass
class Walk:
    """Browsers that have been on every page, and where each is."""

    places: dict[str, tuple[Page, str]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def with_page(self, house: House, context: BrowserContext) -> Page:
        """Return a page in front of *house*, let in; note what it asks for."""
        context.on("request", lambda request: self.requests.append(request.url))
        page = context.new_page()
        page.goto(house.way_in())
        page.wait_for_url(f"{house.url}/")
        return page

    def at(self, name: str, *, width: int = 1200, scheme: Scheme = "dark") -> Page:
        """Return the page called *name*, with everything on it unfolded."""
        page, address = self.places[name]
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        page.locator("details").evaluate_all(
            "all => all.forEach(one => one.open = true)"
        )
        return page


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Return a house where something is kept; the other one stays new."""
    with running_house(tmp_path_factory.mktemp("lived in"), {}) as built:
        yield built


@pytest.fixture(scope="module")
def walk(house: House, lived_in: House, browser: Browser) -> Iterator[Walk]:
    """Return browsers that have gone to every page once."""
    walked = Walk()
    with ExitStack() as closing:
        contexts = [
            closing.enter_context(browser.new_context(base_url=one.url))
            for one in (house, lived_in, lived_in)
        ]
        page = walked.with_page(house, contexts[0])
        for name, reach in PAGES.items():
            reach(page)
            walked.places[name] = page, page.url.split("#")[0]
        page = walked.with_page(lived_in, contexts[1])
        for name, address in addresses(page).items():
            walked.places[name] = page, address
        page = walked.with_page(lived_in, contexts[2])
        for name, address in LOCKED.items():
            walked.places[name] = page, address
        yield walked


def test_every_page_is_walked_to(walk: Walk) -> None:
    assert set(walk.places) == {*PAGES, *OPEN, *LOCKED}


@every_page
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing(walk: Walk, name: str, scheme: Scheme) -> None:
    page = walk.at(name, scheme=scheme)

    found = Axe().run(page).response["violations"]

    assert [(one["id"], one["help"]) for one in found] == []


@every_page
def test_a_page_fits_320_pixels_without_scrolling_sideways(
    walk: Walk, name: str
) -> None:
    page = walk.at(name, width=320)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


@every_page
def test_a_page_has_one_first_heading_a_neutral_name_and_a_way_out(
    walk: Walk, name: str
) -> None:
    page = walk.at(name)

    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page).to_have_title("Notes")
    expect(page.get_by_role("button", name="Leave this page")).to_be_visible()
    numbers = page.get_by_role("link", name="Not safe, or not wanting to live? Numbers")
    expect(numbers).to_be_visible()


@every_page
def test_everything_to_press_is_reached_with_tab_and_shows_it(
    walk: Walk, name: str
) -> None:
    page = walk.at(name)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    to_press = page.locator(
        "a:visible, button:visible, summary:visible, textarea:visible"
    )
    wanted = to_press.count()

    reached = set()
    for _ in range(3 * wanted):
        page.keyboard.press("Tab")
        index, shows = to_press.evaluate_all(SHOWN)
        if index >= 0:
            assert shows
            reached.add(index)

    assert reached == set(range(wanted))


def test_no_page_asks_for_anything_from_elsewhere(
    walk: Walk, house: House, lived_in: House
) -> None:
    for name in walk.places:
        walk.at(name)

    assert len(walk.requests) > len(walk.places)
    ours = (house.url, lived_in.url)
    assert [url for url in walk.requests if not url.startswith(ours)] == []


@pytest.mark.parametrize(("light", "ground"), [("Dusk", 0x17), ("Dawn", 0xFB)])
def test_dusk_or_dawn_is_chosen_without_a_script_and_stays(
    make_page: MakePage, house_url: str, light: str, ground: int
) -> None:
    page = make_page(
        base_url=house_url,
        javascript=False,
        color_scheme="light" if light == "Dusk" else "dark",
    )
    page.goto("/words/")

    with page.expect_navigation():
        page.get_by_role("button", name=light).click()

    assert page.url.endswith("/words/")
    page.goto("/numbers/")
    colour = page.locator("body").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    assert colour.startswith(f"rgb({ground},")


def test_the_serif_comes_from_this_computer(page: Page) -> None:
    loaded = page.evaluate(
        "document.fonts.ready.then(() =>"
        " [...document.fonts].filter(one => one.status === 'loaded')"
        ".map(one => one.family))"
    )

    assert [family.strip('"') for family in loaded] == ["Literata Variable"]


def test_forced_colours_keep_every_line_under_the_marks(
    make_page: MakePage, house_url: str
) -> None:
    page = make_page(base_url=house_url, forced_colors="active")
    marked(MIXED)(page)

    styles = page.locator("mark").evaluate_all(
        "all => all.map(one => getComputedStyle(one).textDecorationStyle)"
    )

    assert {"solid", "wavy"} <= set(styles)


def test_print_is_dawn_with_the_words_and_without_the_buttons(
    make_page: MakePage, house_url: str
) -> None:
    page = make_page(base_url=house_url, color_scheme="dark")
    marked(MIXED)(page)

    page.emulate_media(media="print")

    expect(page.locator("mark").first).to_be_visible()
    expect(page.locator("button:visible")).to_have_count(0)
    colour = page.locator("body").evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )
    assert colour == "rgb(251, 245, 238)"


def test_nothing_on_a_page_moves_by_itself(make_page: MakePage, house_url: str) -> None:
    page = make_page(base_url=house_url)
    marked(MIXED)(page)

    assert page.evaluate("document.getAnimations().length") == 0
