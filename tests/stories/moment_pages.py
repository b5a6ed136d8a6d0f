"""Every page of a home where something is kept, and how one comes to it."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .conftest import press

PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example
LONG_WORD = "seeyouatsixbythebigbluebridge" * 2
WORDS = f"i kept looking at the gate. then i stopped looking\n\n{LONG_WORD}"
DYING = "i don't want to live anymore"
PARTS = (
    "form pace bond whose structure story needed my_part title words happened body"
).split()
ENDINGS = ("mended", "open", "grieved", "let_go", "carried")
RETURNS = (
    ("2026-03-01", "them", "written", "i said i’d come and i didn’t", ("part",)),
    ("2026-03-10", "me", "said", LONG_WORD, ("landed", "tolerated")),
    ("2026-03-28", "them", "gesture", "", ("not",)),
    ("2026-04-19", "them", "written", "how did you get home", ("later", "not")),
)
LOCKED = {"lock": "/lock/", "lock-words": "/lock/words/"}
"""What someone sees in a browser that hasn't opened the lock."""

OPEN = (
    *("known", "door 1", "door 2", "door 3", "door 4", "where", "how_much", "words"),
    *("body again", "too long", "given", "given about dying", "room", "room and back"),
    *("nothing begun", "recovery", "check", "arrived", "moment", "moment and returns"),
    *("softened", "not here", "list", "found", "not found", "with", "with all", "bond"),
    *("forget bond", "return", "return again", "felt", "rests", "promise", "earlier"),
    *("name again", "forget", "changed elsewhere"),
    *(f"part {part}" for part in PARTS),
    *(f"rested {ending}" for ending in ENDINGS),
)


def addresses(page: Page) -> dict[str, str]:
    """Live a little in a new home; return the address of every page of ``OPEN``."""
    set_up(page)
    found = {"recovery": page.url, "check": f"{page.url}check/"}
    found |= dict(before_keeping(page)) | dict(kept(page)) | dict(gone_by(page))
    found |= {f"door {door}": f"/moments/new/{door}/" for door in range(1, 5)}
    found |= {"known": "/", "room": "/moments/room/", "list": "/moments/"}
    found |= {"with": "/moments/with/", "with all": "/moments/with/?all"}
    found |= {"nothing begun": "/moments/begun/none/", "not here": "/moments/none/"}
    found["arrived"] = arrived(page)
    return found


def set_up(page: Page) -> None:
    page.goto("/keep/")
    page.locator("#passphrase").fill(PASSPHRASE)
    page.locator("#again").fill(PASSPHRASE)
    press(page, "Keep it")


def before_keeping(page: Page) -> Iterator[tuple[str, str]]:
    """Begin a moment, and stop at each question."""
    page.goto("/moments/new/1/")
    page.get_by_label("Freeze").check()
    for name in ("where", "how_much", "words"):
        press(page, "Go on")
        yield name, page.url
        page.locator("textarea").fill(WORDS)
    press(page, "Go on")
    yield "given", page.url
    yield "body again", f"{page.url}body/"
    yield "room and back", f"/moments/room/?back={page.url.split('/')[-2]}"
    yield "given about dying", begun(page, DYING)
    yield "too long", begun(page, "so much " * 3_000)


def begun(page: Page, words: str) -> str:
    page.goto("/moments/new/2/")
    page.get_by_label("Flight").check()
    for _ in range(3):
        press(page, "Go on")
    page.locator("textarea").fill(words)
    press(page, "Go on")
    return page.url


def kept(page: Page) -> Iterator[tuple[str, str]]:
    """Keep moments, and name what belongs to them."""
    yield "softened", keep(page, "they waited for me to finish", door=4)
    plain = keep(page, WORDS)
    yield "moment", plain
    yield from ((f"part {part}", f"{plain}parts/{part}/") for part in PARTS)
    for name, where in (
        *(("return", "returns"), ("rests", "rests"), ("promise", "promises")),
        *(("earlier", "earlier"), ("forget", "forget"), ("name again", "namings")),
    ):
        yield name, f"{plain}{where}/"
    page.goto(f"{plain}parts/story/")
    page.locator("#story").fill("that i ask for too much")
    page.locator("[name=seen]").first.evaluate("one => one.value = '7'")
    press(page, "Keep this")
    yield "changed elsewhere", page.url
    for ending in ENDINGS:
        page.goto(f"{keep(page, f'something that rests {ending}')}rests/")
        page.locator(f"[value={ending}]").check()
        press(page, "Keep this answer")
        yield f"rested {ending}", page.url


def gone_by(page: Page) -> Iterator[tuple[str, str]]:
    """Keep what is longer ago, with a name, its returns and all that was said of it."""
    told = keep(page, WORDS)
    yield "moment and returns", told
    page.goto(f"{told}parts/bond/")
    page.locator("#name").fill(f"Mika {LONG_WORD}")
    press(page, "Keep this")
    page.get_by_role("link", name="Mika").click()
    page.wait_for_url("**/with/*/")
    yield "bond", page.url
    yield "forget bond", f"{page.url}forget/"
    for part, words in (("story", WORDS), ("needed", "to be asked"), ("title", WORDS)):
        page.goto(f"{told}parts/{part}/")
        page.locator(f"#{part}").fill(words)
        press(page, "Keep this")
    for day, by, how, words, felt in RETURNS:
        page.goto(f"{told}returns/")
        page.locator(f"[name=by][value={by}]").check()
        page.locator(f"[name=how][value={how}]").check()
        page.locator("#words").fill(words)
        page.locator("#on").fill(day)
        press(page, "Keep this")
        answering = page.url
        for one in felt:
            page.goto(answering)
            page.locator(f"[name=felt][value={one}]").check()
            press(page, "Keep this")
    yield "felt", answering
    yield "return again", answering.removesuffix("felt/")
    page.goto(f"{told}namings/")
    page.locator("#words").fill("i said it again")
    page.locator("#came_back").fill("a shrug")
    press(page, "Keep this")
    for name, words in (("found", "gate"), ("not found", "zebra")):
        page.goto("/moments/")
        page.locator("summary", has_text="Find again").click()
        page.locator("#sought").fill(words)
        press(page, "Find")
        yield name, page.url


def keep(page: Page, words: str, *, door: int = 3) -> str:
    """Keep *words* as a moment; return its address."""
    page.goto(f"/moments/new/{door}/")
    page.locator("#words").fill(words)
    press(page, "Enough for now")
    return page.url


def arrived(page: Page) -> str:
    """Let words arrive, as a page sends them that closes itself."""
    page.goto("/")
    page.evaluate(
        "words => { const told = new FormData(); told.append('words', words);"
        "told.append('csrfmiddlewaretoken',"
        " document.querySelector('[name=csrfmiddlewaretoken]').value);"
        "return fetch('/arrived/new/', {method: 'POST', body: told}); }",
        WORDS,
    )
    return "/arrived/"
