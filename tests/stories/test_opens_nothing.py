"""Profile and home, taken together by someone else, open nothing."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox
from playwright.sync_api import BrowserType, expect

from hearthside.ground.errors import Damaged
from hearthside.keeping.arrived import open_arrived
from hearthside.keeping.envelopes import Envelope, unseal
from hearthside.keeping.index import INDEX_ID
from hearthside.keeping.keys import Keys, Lock, unlock
from hearthside.web.keeping.disk import NAME

from .conftest import House, running_house
from .every_form import PASSPHRASE, Visit
from .test_nothing_on_disk import a_place, lying_about, real_browser

ROWS = "SELECT owner_id, id, format, revision, sealed FROM keeping_record"
INDEX = "SELECT owner_id, ?, 1, revision, sealed FROM keeping_contents"
SEALED_SECRET = 72  # bytes: nonce, mark and the 32 of the secret


def lock_in(home: Path) -> Lock:
    """Return the lock that lies in the database of *home*."""
    with closing(sqlite3.connect(home / NAME)) as file:
        (kept,) = file.execute("SELECT lock FROM keeping_person").fetchone()
    return Lock.from_bytes(kept)


def envelopes_in(home: Path) -> list[Envelope]:
    """Return every envelope of *home*, and its index."""
    with closing(sqlite3.connect(home / NAME)) as file:
        rows = [*file.execute(ROWS), *file.execute(INDEX, [INDEX_ID])]
    return [Envelope(*row) for row in rows]


def arrived_in(home: Path) -> list[bytes]:
    """Return everything that waits in *home*, sealed."""
    with closing(sqlite3.connect(home / NAME)) as file:
        return [one for (one,) in file.execute("SELECT sealed FROM keeping_arrived")]


def opened_by(key: bytes, home: Path) -> Iterator[str]:
    """Yield what *key* opens in *home*, used in each way that a key is used here."""
    keys = Keys.from_secret(key)
    for envelope in envelopes_in(home):
        for one in (key, keys.secret, keys.record_key):
            try:
                unseal(envelope, one, owner=envelope.owner)
            except Damaged:
                continue
            yield f"record {envelope.id}"
    for sealed in arrived_in(home):
        try:
            open_arrived(sealed, keys)
        except Damaged:
            pass
        else:
            yield "what arrived"
        try:
            SealedBox(PrivateKey(key)).decrypt(sealed)
        except CryptoError:
            continue
        yield "what arrived, with the key itself"


def opened_anywhere(key: bytes, home: Path) -> list[str]:
    """Return the files of *home* that hold a secret sealed under *key*, anywhere."""
    found = []
    box = SecretBox(key)
    for file in home.iterdir():
        data = file.read_bytes()
        for at in range(len(data) - SEALED_SECRET + 1):
            try:
                box.decrypt(data[at : at + SEALED_SECRET])
            except CryptoError:
                continue
            found.append(file.name)
    return found


def copied(place: Path) -> Path:
    """Return copies of profile and home, as someone who took both would have."""
    copies = place / "taken"
    ignored = shutil.ignore_patterns("Singleton*", "DevToolsActivePort")
    shutil.copytree(place / "profile", copies / "profile", ignore=ignored)
    shutil.copytree(place / "house" / "home", copies / "house" / "home")
    return copies


def kept_and_open(visit: Visit, house: House) -> bytes:
    """Keep words, have something arrive, and stay open; return the browser's half."""
    visit.begin()
    visit.go(f"{visit.moment}parts/story/")
    visit.fill("moments/parts/story.html")
    visit.press("Lock")
    visit.page.wait_for_url("**/lock/")
    visit.fill("keeping/lock.html")
    visit.press("Open")
    visit.go("/moments/")
    expect(visit.page.locator(".lines-kept li")).to_have_count(1)
    cookies: list[dict[str, Any]] = visit.page.context.cookies()  # type: ignore[assignment]
    (half,) = [one["value"] for one in cookies if one["name"].endswith("half")]
    return bytes.fromhex(half)


@dataclass(frozen=True)
class Taken:
    """Everything on the disk of an open home whose house and browser were killed."""

    place: Path
    copies: Path
    """Profile and home, copied."""
    half: bytes
    """What the browser held."""
    url: str

    @property
    def home(self) -> Path:
        """Return the copied home."""
        return self.copies / "house" / "home"


@pytest.fixture(scope="module")
def taken(chromium: BrowserType, launching: dict[str, Any]) -> Iterator[Taken]:
    """Return what was taken of an open home."""
    with a_place() as place:
        tmp = place / "tmp"
        with (
            running_house(place / "house", {"TMPDIR": str(tmp)}) as house,
            real_browser(chromium, launching, place / "profile", tmp) as (page, kill),
        ):
            half = kept_and_open(Visit(page, house, sends=True), house)
            kill()
            os.killpg(house.process.pid, signal.SIGKILL)
            yield Taken(place, copied(place), half, house.url)


def test_no_key_lies_in_any_file_of_an_open_home_and_its_profile(
    taken: Taken,
) -> None:
    lock = lock_in(taken.home)
    keys = unlock(lock, PASSPHRASE)  # which is in the test alone
    secrets = {keys.secret, keys.record_key, keys.arrived_key, keys.readers_key}

    assert lying_about(secrets, taken.place) == set()
    assert lying_about([taken.half], taken.place / "house") == set()
    assert set(opened_by(keys.secret, taken.home))  # so it is the key


def test_the_half_in_the_browser_opens_nothing_by_itself(
    taken: Taken,
) -> None:
    assert len(envelopes_in(taken.home)) == 2
    assert len(arrived_in(taken.home)) == 1
    assert list(opened_by(taken.half, taken.home)) == []
    assert opened_anywhere(taken.half, taken.home) == []


def test_a_house_on_the_copied_home_is_locked_to_the_copied_profile(
    taken: Taken, chromium: BrowserType, launching: dict[str, Any]
) -> None:
    url, profile, tmp = taken.url, taken.copies / "profile", taken.place / "tmp"
    port = ("--port", url.rsplit(":", 1)[1])

    with (
        running_house(taken.copies / "house", {}, options=port) as house,
        real_browser(chromium, launching, profile, tmp) as (page, _),
    ):
        assert house.url == url
        name = f"notes{port[1]}half"
        given = {"name": name, "value": taken.half.hex(), "url": url}
        page.context.add_cookies([given])  # type: ignore[list-item]
        page.goto(f"{url}/moments/")
        expect(page.locator("main")).to_have_text("Notes Nothing here yet.")
        page.goto(house.way_in())
        page.wait_for_url(f"{url}/")
        page.goto(f"{url}/moments/")
        expect(page.get_by_role("heading", name="This is locked")).to_be_visible()
        page.locator("input[name=passphrase]").fill(PASSPHRASE)
        page.get_by_role("button", name="Open").click()
        expect(page.locator(".lines-kept li")).to_have_count(1)
