"""A home whose database is a real file, opened by this process."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections

from hearthside.keeping.keys import FLOOR, Keys, lock_up
from hearthside.web.keeping import disk
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.store import Keeper

PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example


@contextmanager
def opened(home: Path) -> Iterator[None]:
    """Have the database of *home* in the place of the one there was."""
    before, settings = connections["default"], connections.settings["default"]
    memory = settings["NAME"]
    settings["NAME"] = home / disk.NAME
    connections["default"] = connections.create_connection("default")
    try:
        disk.bring_up(home)
        yield
    finally:
        connection.close()
        settings["NAME"] = memory
        connections["default"] = before


def someone_there(keys: Keys | None = None) -> Keeper:
    """Return the records of someone who begins to keep words in the open home."""
    keys, owner = keys or Keys.new(), secrets.token_hex(16)
    lock = lock_up(keys, PASSPHRASE, cost=FLOOR)
    Person.objects.create(id=owner, lock=lock.to_bytes())
    return Keeper(owner, keys)


def is_whole(home: Path) -> bool:
    """Return whether SQLite finds the database of *home* whole."""
    with closing(sqlite3.connect(home / disk.NAME)) as file:
        return bool(file.execute("PRAGMA quick_check").fetchall() == [("ok",)])


def slices_found(sealed: bytes, *places: Path) -> set[str]:
    """Return the files under *places* that hold any 32 bytes of *sealed* in a row.

    Each slice begins at a multiple of 32, so no run of 63 bytes is missed.
    """
    slices = [sealed[at : at + 32] for at in range(0, len(sealed) - 31, 32)]
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    return {
        file.name
        for file in files
        for data in [file.read_bytes()]
        if any(one in data for one in slices)
    }
