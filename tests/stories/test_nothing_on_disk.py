"""Nothing a person types reaches the disk, however the browser ends.

A real browser with a profile that it keeps is killed outright at each step;
then every byte it and the house left anywhere is searched.
"""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from .conftest import PATIENCE, House, running_house
from .every_form import through_every_form

# Rare words, so that any of them alone gives a page away.
MESSAGE = ("quillwortish", "zephyrlantern", "mossgatherer")
BEFORE = "brindlethimble"
DRAFT = "pewterfoxglove"
CONTROL = "vesperplanted"
ALL = (*MESSAGE, BEFORE, DRAFT)
# A browser writes what it means to keep a few seconds late: sessions after 2.5,
# history after 10 (Chromium's own figures).
TO_BE_WRITTEN = 12  # seconds


def forms_of(word: str | bytes) -> Iterator[bytes]:
    """Yield *word* as bytes in every form it could lie on a disk."""
    if isinstance(word, bytes):
        yield from coded(word)
        yield from (
            form for text in (word.hex(), word.hex().upper()) for form in forms_of(text)
        )
        return
    for plain in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
        yield from coded(plain)


def coded(plain: bytes) -> Iterator[bytes]:
    """Yield *plain*, and what base64 makes of it wherever it begins."""
    yield plain
    for before in range(3):  # where in base64's groups of three it may begin
        for code in (base64.b64encode, base64.urlsafe_b64encode):
            made = code(b"\0" * before + plain)
            whole = (len(plain) + before) // 3 * 4  # the rest depends on what follows
            yield made[4 if before else 0 : whole]


def lying_about(
    words: Iterable[str | bytes], *places: Path
) -> set[tuple[str | bytes, str]]:
    """Return each of *words* found in a file, or a file's name, under *places*."""
    sought = [(word, form) for word in words for form in forms_of(word)]
    found = set()
    for place in places:
        for file in place.rglob("*"):
            data = str(file.relative_to(place)).encode()
            with suppress(OSError):
                if file.is_file():
                    data += file.read_bytes()
            found |= {(word, file.name) for word, form in sought if form in data}
    return found


@contextmanager
def real_browser(
    chromium: BrowserType, launching: dict[str, Any], profile: Path, tmp: Path
) -> Iterator[tuple[Page, Callable[[], None]]]:
    """Give a page in a browser that keeps *profile*, and what kills it outright."""
    command = launching["executable_path"] or chromium.executable_path
    options = ["--headless=new", "--remote-debugging-port=0"]
    process = subprocess.Popen(
        [command, *launching["args"], *options, f"--user-data-dir={profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(tmp), "HOME": str(tmp)},
        start_new_session=True,
    )

    def kill() -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    try:
        port = profile / "DevToolsActivePort"
        until = time.monotonic() + PATIENCE / 1000
        while not (port.exists() and port.read_text()):
            assert time.monotonic() < until, "the browser didn't start"
            time.sleep(0.1)
        browser = chromium.connect_over_cdp(
            f"http://127.0.0.1:{port.read_text().split()[0]}"
        )
        browser.contexts[0].set_default_timeout(PATIENCE)
        yield browser.contexts[0].pages[0], kill
    finally:
        kill()


def type_words(page: Page, house: House) -> None:
    """Type a message, and what it answers, as a person would."""
    page.goto(house.way_in())
    page.wait_for_url(f"{house.url}/")
    page.goto(f"{house.url}/words/received/")
    page.locator("textarea[name=words]").click()
    page.keyboard.type(f"You're right, I missed that. {' '.join(MESSAGE)}")
    page.locator("summary").click()
    page.locator("textarea[name=before]").click()
    page.keyboard.type(f"That hurt. {BEFORE}")


def send_words(page: Page, house: House) -> None:
    """Send what was typed; see it alone."""
    type_words(page, house)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("main")).to_contain_text(MESSAGE[0])


def read_words(page: Page, house: House) -> None:
    """Say how it landed, and see the marks; then write a draft and its questions."""
    send_words(page, house)
    page.get_by_label("Part of it").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name="See what these words turn toward").click()
    expect(page.locator("main")).to_contain_text(MESSAGE[0])
    page.goto(f"{house.url}/words/drafts/")
    page.locator("textarea[name=words]").click()
    page.keyboard.type(f"I'm sorry I was late. {DRAFT}")
    page.get_by_role("button", name="Go on").click()
    page.locator("input[name=purpose]").first.check()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("main")).to_contain_text("?")


def leave_the_page(page: Page, house: House) -> None:
    """Leave, after everything was read."""
    read_words(page, house)
    page.get_by_role("button", name="Leave this page").click()
    expect(page.locator("body")).to_contain_text("Nothing here yet.")


def type_into_every_form(page: Page, house: House) -> tuple[str, ...]:
    """Type into every form there is, and send it only where the next needs it."""
    return through_every_form(page, house, sends=False)


def send_every_form(page: Page, house: House) -> tuple[str, ...]:
    """Type into every form there is, send it, lock, open, and look at what came."""
    return through_every_form(page, house, sends=True)


STEPS = (
    type_words,
    send_words,
    read_words,
    leave_the_page,
    type_into_every_form,
    send_every_form,
)


@contextmanager
def a_place() -> Iterator[Path]:
    """Give a folder whose name is short: a browser's sockets have to fit in it."""
    with tempfile.TemporaryDirectory(prefix="h", ignore_cleanup_errors=True) as made:
        (Path(made) / "tmp").mkdir()
        yield Path(made)


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a folder for profile, home and what is temporary."""
    with a_place() as made:
        yield made


@pytest.mark.parametrize("step", STEPS)
def test_a_browser_killed_at_any_step_leaves_no_word_behind(
    step: Callable[[Page, House], tuple[str, ...] | None],
    chromium: BrowserType,
    launching: dict[str, Any],
    place: Path,
) -> None:
    profile, tmp = place / "profile", place / "tmp"

    with (
        running_house(place / "house", {"TMPDIR": str(tmp)}) as house,
        real_browser(chromium, launching, profile, tmp) as (page, kill),
    ):
        words = step(page, house) or ALL
        time.sleep(TO_BE_WRITTEN)
        kill()
        while_it_runs = lying_about(words, place)

    assert while_it_runs == set()
    assert lying_about(words, place) == set()


def test_what_a_browser_does_keep_is_found(
    chromium: BrowserType, launching: dict[str, Any], place: Path, tmp_path: Path
) -> None:
    careless = tmp_path / "careless.html"
    careless.write_text("<title>Notes</title><textarea name=words></textarea>")

    with real_browser(chromium, launching, place / "profile", place / "tmp") as (
        page,
        kill,
    ):
        page.goto(careless.as_uri())
        page.locator("textarea").click()
        page.keyboard.type(CONTROL)
        time.sleep(TO_BE_WRITTEN)
        kill()

    assert CONTROL in {word for word, _ in lying_about((CONTROL,), place)}


@pytest.mark.parametrize("before", range(3))
@pytest.mark.parametrize("way", ["raw", "hex", "HEX", "base64", "urlsafe"])
def test_a_key_is_found_in_every_form_it_could_lie_in(
    tmp_path: Path, way: str, before: int
) -> None:
    key = bytes(range(224, 256))
    inside = b"." * before + key + b"."
    codes = {
        "raw": inside,
        "hex": inside.hex().encode(),
        "HEX": inside.hex().upper().encode(),
        "base64": base64.b64encode(inside),
        "urlsafe": base64.urlsafe_b64encode(inside),
    }

    (tmp_path / "file").write_bytes(codes[way])

    assert lying_about([key], tmp_path) == {(key, "file")}


@pytest.mark.parametrize("form", range(12))
def test_a_word_is_found_in_every_form_it_could_lie_in(
    tmp_path: Path, form: int
) -> None:
    coding, before = ("utf-8", "utf-16-le", "utf-16-be")[form // 4], form % 4
    data = f"{'x' * before}{CONTROL}.".encode(coding)
    kept = data if before == 3 else base64.b64encode(b"." * before + data)

    (tmp_path / "file").write_bytes(b"\0\1" + kept + b"\0")

    assert lying_about((CONTROL,), tmp_path) == {(CONTROL, "file")}


def test_a_word_is_found_in_a_files_name(tmp_path: Path) -> None:
    (tmp_path / CONTROL).touch()

    assert lying_about((CONTROL,), tmp_path) == {(CONTROL, CONTROL)}
