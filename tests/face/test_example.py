"""The example: an invented year, in a home that is gone when it is closed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from msgspec.structs import fields

from hearthside.keeping.keys import Keys
from hearthside.moments import choices
from hearthside.moments.due import due
from hearthside.moments.moment import (
    Body,
    Bond,
    Felt,
    Gathered,
    Moment,
    Naming,
    Promise,
    Rest,
    Return,
)
from hearthside.moments.patterns import erosion, named, pattern
from hearthside.web.example.year import YEAR, keep_year
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store

COMMAND = Path(sys.executable).with_name("hearthside")
TODAY = date(2026, 5, 3)
PATIENCE = 30  # seconds
CHOSEN = {
    "forms": choices.FORMS,
    "did": choices.BODY,
    "pace": choices.PACES,
    "whose": choices.WHOSE,
    "structure": choices.STRUCTURES,
    "by": choices.BY,
    "how": choices.HOW | choices.FELT,
    "for_peace": choices.FOR_PEACE,
    "ending": choices.ENDINGS,
    "kind": choices.BONDS,
}
KNOWN = {
    field.name
    for part in (Moment, Body, Felt, Return, Rest, Promise, Naming, Bond, Gathered)
    for field in fields(part)
} | {"ago", "time"}


@pytest.fixture
def keeper(db: None) -> Keeper:
    """Return the one whose year it is."""
    Person.objects.create(id="a" * 32, lock=b"")
    return Keeper("a" * 32, Keys.new())


@pytest.fixture
def year(keeper: Keeper) -> dict[str, Moment]:
    """Return every moment of the year, by its id."""
    keep_year(keeper, today=TODAY)
    return dict(store.many(keeper, Moment))


def tables(told: Any) -> Iterator[dict[str, Any]]:
    """Yield every table in *told* that belongs to a moment or a relationship."""
    if isinstance(told, list):
        for one in told:
            yield from tables(one)
    elif isinstance(told, dict):
        yield told
        for one in told.values():
            yield from tables(one)


def test_the_file_holds_only_parts_and_choices_that_there_are() -> None:
    told = tomllib.loads(YEAR.read_text("utf-8"))

    for table in tables([told["moment"], list(told["bond"].values())]):
        assert set(table) <= KNOWN
        for key, known in CHOSEN.items():
            value = table.get(key, [])
            assert set([value] if isinstance(value, str) else value) <= set(known)


def test_the_year_is_one_year_before_the_day_it_is_opened(
    year: dict[str, Moment],
) -> None:
    days = [moment.day for moment in year.values()]

    assert 30 <= len(year) <= 40
    assert TODAY - timedelta(days=366) < min(days) < TODAY - timedelta(days=330)
    assert TODAY - timedelta(days=10) < max(days) < TODAY
    for moment in year.values():
        done = [one.on for one in moment.returns]
        done += [one.on for one in moment.rests] + [one.on for one in moment.namings]
        felt = [one.on for return_ in moment.returns for one in return_.felt]
        assert moment.at < datetime.combine(TODAY, datetime.min.time(), UTC)
        assert all(moment.day <= on <= TODAY for on in done + felt)
        for return_ in moment.returns:
            assert all(return_.on <= one.on for one in return_.felt)


def test_it_shows_all_that_a_year_can_hold(
    keeper: Keeper, year: dict[str, Moment]
) -> None:
    bonds = dict(store.many(keeper, Bond))
    [gathered] = dict(store.many(keeper, Gathered)).values()
    returns = [one for moment in year.values() for one in moment.returns]
    rests = {rest.ending for moment in year.values() for rest in moment.rests}

    assert rests == set(choices.ENDINGS)
    assert {one.felt[-1].how for one in returns if one.felt} >= {"landed", "not"}
    assert sum(len(one.felt) > 1 for one in returns) >= 4
    assert sum(moment.healing for moment in year.values()) >= 4
    assert any(moment.whose == "mine" for moment in year.values())
    assert any(named(moment) for moment in year.values())
    assert any(moment.day and not moment.words for moment in year.values())
    assert {"friend", "family", "institution", "self"} <= {
        bond.kind for bond in bonds.values()
    }
    assert [bond.name for bond in bonds.values() if bond.put_away] == ["K."]
    whole = erosion(gathered, year)
    assert whole
    assert len(whole.days) == len(gathered.moments)
    [teo] = [id_ for id_, bond in bonds.items() if bond.name == "Teo"]
    assert pattern({id_: one for id_, one in year.items() if one.bond == teo})


def test_one_promise_is_due_and_one_is_yet_to_come(year: dict[str, Moment]) -> None:
    now = [one for moment in year.values() for one in due(moment, today=TODAY)]
    waiting = [
        promise
        for moment in year.values()
        for promise in moment.promises
        if promise.done is None and promise.due > TODAY
    ]

    assert len(now) == 1
    assert len(waiting) == 1


@contextmanager
def example(place: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give a running example with its home under *place*, and its address."""
    with subprocess.Popen(
        [COMMAND, "--example", "--no-browser", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(place), "HEARTHSIDE_HOME": str(place / "own")},
    ) as server:
        try:
            assert server.stdout
            yield server, server.stdout.readline().strip()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)


def test_it_has_a_home_of_its_own_that_goes_with_it(tmp_path: Path) -> None:
    with example(tmp_path) as (server, address):
        [home] = tmp_path.glob("notes-*")
        mode = stat.S_IMODE(home.stat().st_mode)
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=PATIENCE)

    assert address.startswith("http://127.0.0.1:")
    assert mode == 0o700
    assert (server.returncode, said) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_its_home_goes_even_if_it_is_killed(tmp_path: Path) -> None:
    with example(tmp_path) as (server, _):
        server.kill()
        server.wait(PATIENCE)
        until = time.monotonic() + PATIENCE
        while list(tmp_path.iterdir()) and time.monotonic() < until:
            time.sleep(0.05)

    assert list(tmp_path.iterdir()) == []


def test_it_ends_with_the_one_that_opened_it(tmp_path: Path) -> None:
    with example(tmp_path, "--opened-by", "http://127.0.0.1:1/") as (server, _):
        assert server.stdin
        server.stdin.close()

        assert server.wait(PATIENCE) == 0

    assert list(tmp_path.iterdir()) == []


def test_a_home_named_with_it_is_a_wrong_call(tmp_path: Path) -> None:
    ended = subprocess.run(
        [COMMAND, "--example", "--home", tmp_path / "own"],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )

    assert ended.returncode == 2
    assert not (tmp_path / "own").exists()


def test_looking_around_is_offered_while_nothing_is_kept(client: Client) -> None:
    assert "Look around first" in client.get("/").content.decode()
    assert "Nobody in it exists" in client.get("/example/").content.decode()


def test_a_house_that_is_no_example_cant_be_closed_as_one(client: Client) -> None:
    assert client.post("/example/close/").headers["Location"] == "/"
    assert client.get("/example/opening/").headers["Location"] == "/example/"


def test_the_page_about_the_program_says_what_remains(client: Client) -> None:
    page = client.get("/about/").content.decode()

    for told in ("0.1.0", "git pull", "pipx upgrade", "uv tool upgrade", "history"):
        assert told in page
