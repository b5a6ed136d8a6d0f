"""Every field of the app that someone types into, and a visit that types into each.

``TYPED`` names them by the template they stand in; a test holds it to the templates.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from .conftest import House, go_on

TYPED = {
    "copies/forget.html": ("passphrase",),
    "copies/restore.html": ("passphrase",),
    "keeping/choose.html": ("passphrase", "again"),
    "keeping/lock.html": ("passphrase",),
    "keeping/lock_words.html": ("recovery",),
    "keeping/passphrase.html": ("old",),
    "keeping/recovery.html": ("old",),
    "keeping/words_check.html": ("word{{ place }}",),
    "moments/bonds/bond.html": ("name",),
    "moments/name_again.html": ("words", "came_back", "on"),
    "moments/new/how_much.html": ("how_much",),
    "moments/new/where.html": ("where",),
    "moments/new/words.html": ("words",),
    "moments/parts/body.html": ("where", "how_much"),
    "moments/parts/bond.html": ("name",),
    "moments/parts/form.html": ("form",),
    "moments/parts/happened.html": ("happened",),
    "moments/parts/my_part.html": ("my_part",),
    "moments/parts/needed.html": ("needed",),
    "moments/parts/story.html": ("story",),
    "moments/parts/title.html": ("title",),
    "moments/parts/words.html": ("words",),
    "moments/promise.html": ("due",),
    "moments/returns/new.html": ("words", "on"),
    "moments/seek.html": ("words", "bond", "form", "since", "until"),
    "moments/together/name.html": ("name",),
    "words/drafts/form.html": ("words",),
    "words/received/form.html": ("words", "before"),
    "words/received/heard_form.html": ("told",),
}
"""Template: the names of the fields that words, days, or a choice are put into."""

PASSPHRASE = "gallowquince tarnish-wimple osierbrook"  # noqa: S105 - an example
SECOND = "ferrowmantle undersedge quillhaven"
AROUND = {  # what a message has to say to be read
    "words/received/form.html": "You're right, I missed that.",
    "words/drafts/form.html": "I'm sorry I was late.",
}


def word_for(template: str, name: str) -> str:
    """Return a word that nobody ever wrote, for one field of one template."""
    chance = random.Random(f"{template} {name}")
    return "".join(
        chance.choice("bdfgklmnprtvz") + chance.choice("aeiou") for _ in "123456789"
    )


def day_for(template: str, name: str) -> str:
    """Return a day that nothing else names, for one field of one template."""
    chance = random.Random(f"{template} {name}")
    year, month, day = map(chance.randint, (1910, 1, 1), (1939, 12, 28))
    return f"{year}-{month:02}-{day:02}"


def rare() -> tuple[str, ...]:
    """Return everything that a visit types and that nothing else would hold."""
    made = [
        (make, template, name)
        for template, names in TYPED.items()
        for name in names
        for make in (word_for, day_for)
    ]
    secrets = f"{PASSPHRASE} {SECOND}".split()
    return (*(make(template, name) for make, template, name in made), *secrets)


@dataclass
class Visit:
    """Someone who goes through every form, and either sends it or goes away."""

    page: Page
    house: House
    sends: bool
    filled: set[tuple[str, str]] = field(default_factory=set)
    recovery: list[str] = field(default_factory=list)
    moment: str = ""

    def fill(self, template: str, *, passphrase: str = PASSPHRASE) -> None:
        """Put something into each field of *template*, on the page that is open."""
        for name in TYPED[template]:
            self.filled.add((template, name))
            if name.startswith("word{"):
                self._fill_checked_words()
                continue
            place = self.page.locator(
                f'main [name="{name}"]:not([type=hidden], [type=radio])'
            )
            kind = place.evaluate("(one) => one.type")
            if kind == "select-one":
                place.select_option(index=1)
            elif kind == "date":
                place.fill(day_for(template, name))
            else:
                place.click()
                self.page.keyboard.type(self._said(template, name, kind, passphrase))

    def _said(self, template: str, name: str, kind: str, passphrase: str) -> str:
        if kind == "password":
            return passphrase
        if name == "recovery":
            return " ".join(self.recovery)
        return f"{AROUND.get(template, '')} {word_for(template, name)} ".lstrip()

    def _fill_checked_words(self) -> None:
        self.page.wait_for_url("**/check/")
        for place in self.page.locator("main input[name^=word]").all():
            place.click()
            number = int((place.get_attribute("name") or "").removeprefix("word"))
            self.page.keyboard.type(self.recovery[number - 1])

    def go(self, address: str) -> None:
        """Open a page of the house."""
        self.page.goto(f"{self.house.url}{address}")

    def press(self, name: str) -> None:
        """Press a button, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def ask(
        self, template: str, address: str, button: str, *, opened: bool = True
    ) -> None:
        """Fill the form of *template*; send it, where this visit does."""
        self.go(address)
        if not opened:
            self.page.locator("main summary").last.click()
        self.fill(template)
        if self.sends:
            self.press(button)

    def begin(self) -> None:
        """Come in, say something, and keep it: a passphrase, and its words."""
        self.page.goto(self.house.way_in())
        self.page.wait_for_url(f"{self.house.url}/")
        self.go("/moments/new/1/")
        self.page.locator("input[name=did]").first.check()
        self.press("Go on")
        begun = self.page.url.removeprefix(self.house.url).removesuffix("where/")
        for step in ("where", "how_much", "words"):
            self.ask(f"moments/new/{step}.html", f"{begun}{step}/", "Go on")
        self.go(begun)
        self.press("Keep this")
        self.fill("keeping/choose.html")
        self.press("Keep it")
        self.recovery = self.page.locator(".recovery li").all_inner_texts()
        self.page.get_by_role("link", name="I have them on paper").click()
        self.fill("keeping/words_check.html")
        self.press("These are they")
        expect(self.page.get_by_text("Kept. It is here")).to_be_visible()
        self.moment = self.page.url.removeprefix(self.house.url)

    def say_more(self) -> None:
        """Fill every form that belongs to the moment, and to the one it was with."""
        for part in PARTS:
            self.ask(
                f"moments/parts/{part}.html", f"{self.moment}parts/{part}/", "Keep this"
            )
        if not self.sends:
            self.page.get_by_role(
                "button", name="Keep this"
            ).click()  # a name: the last
            self.page.wait_for_url(f"{self.house.url}{self.moment}")
        self.go("/moments/with/")
        self.page.locator(".lines-kept a").first.click()
        bond = self.page.url.removeprefix(self.house.url)
        self.ask("moments/bonds/bond.html", bond, "Keep this", opened=False)
        self.ask("moments/returns/new.html", f"{self.moment}returns/", "Keep this")
        if self.sends:
            self.page.locator("input[name=felt]").first.check()
            self.press("Keep this")
        self.ask("moments/promise.html", f"{self.moment}promises/", "Keep this")
        self.ask("moments/name_again.html", f"{self.moment}namings/", "Keep this")
        self.ask("moments/seek.html", "/moments/", "Find", opened=False)

    def bring_words(self) -> None:
        """Bring a message and a draft; the first is sent, as the next form needs it."""
        self.go("/words/received/")
        self.page.locator("main summary").click()
        self.fill("words/received/form.html")
        self.press("Go on")
        self.page.get_by_label("Part of it").check()
        go_on(self.page)
        self.page.get_by_role("link", name="See what these words turn toward").click()
        self.page.locator("#after summary").click()
        self.fill("words/received/heard_form.html")
        if self.sends:
            self.press("Put it beside these words")
        self.ask("words/drafts/form.html", "/words/drafts/", "Go on")

    def tend_the_lock(self) -> None:
        """Type the passphrase wherever it is asked for again; forget nothing."""
        self.ask(
            "moments/together/name.html", "/moments/together/", "Choose its moments"
        )
        self.go("/keep/passphrase/")
        self.fill("keeping/passphrase.html")
        self.fill("keeping/choose.html")
        if self.sends:
            self.press("Change it")
        self.ask("keeping/recovery.html", "/keep/recovery/", "Show me new ones")
        for page in ("restore", "forget"):
            self.go(f"/keep/{page}/")
            self.fill(f"copies/{page}.html")

    def lock_and_open(self) -> None:
        """Lock while something is being typed, and open it by both ways."""
        self.go(f"{self.moment}parts/story/")
        self.fill("moments/parts/story.html")
        self.press("Lock")
        self.page.wait_for_url("**/lock/")
        self.fill("keeping/lock.html")
        if self.sends:
            self.press("Open")
            self.go("/arrived/")
            self.press("Keep it as a moment")
            self.press("Lock")
            self.page.wait_for_url("**/lock/")
        self.go("/lock/words/")
        self.fill("keeping/lock_words.html")
        self.fill("keeping/choose.html", passphrase=SECOND)
        if self.sends:
            self.press("Open")
            self.go(self.moment)
            for part in ("title", "words", "story"):
                word = word_for(f"moments/parts/{part}.html", part)
                expect(self.page.locator("main")).to_contain_text(word)

    def found_again(self) -> Iterator[str]:
        """Yield what was typed of the recovery words, in runs nobody else has."""
        for at in range(len(self.recovery) - 2):
            yield " ".join(self.recovery[at : at + 3])


PARTS = (
    "title",
    "words",
    "story",
    "needed",
    "my_part",
    "form",
    "body",
    "happened",
    "bond",
)


def through_every_form(page: Page, house: House, *, sends: bool) -> tuple[str, ...]:
    """Type into every form there is; return what was typed and would give it away."""
    visit = Visit(page, house, sends)
    visit.begin()
    visit.say_more()
    visit.bring_words()
    visit.tend_the_lock()
    visit.lock_and_open()
    assert visit.filled == {
        (one, name) for one, names in TYPED.items() for name in names
    }
    return (*rare(), *visit.found_again())
