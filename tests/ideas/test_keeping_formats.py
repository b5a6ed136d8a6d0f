"""What was kept by any Hearthside before this one opens in this one."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hearthside.ground.errors import NewerFormat
from hearthside.keeping import (
    Envelope,
    Keys,
    Lock,
    Upgrades,
    open_arrived,
    open_index,
    unlock,
    unlock_with_words,
    unpack,
    unseal,
)

KEPT = Path(__file__).with_name("kept")
"""One file for each form that was ever written. They stay for ever."""


def kept(form: int) -> dict[str, Any]:
    return msgspec.json.decode((KEPT / f"form-{form}.json").read_bytes(), type=dict)


def envelope(owner: str, one: dict[str, Any]) -> Envelope:
    return Envelope(
        owner, one["id"], one["format"], one["revision"], b64decode(one["sealed"])
    )


def keys_of(home: dict[str, Any]) -> Keys:
    lock = Lock.from_bytes(msgspec.json.encode(home["lock"]))
    return unlock_with_words(lock, home["words"])


def test_the_first_lock_still_opens_by_passphrase_and_by_words() -> None:
    home = kept(1)
    lock = Lock.from_bytes(msgspec.json.encode(home["lock"]))

    assert unlock(lock, home["passphrase"]) == keys_of(home)
    assert len(lock.readers) == 1


def test_the_first_record_and_index_still_open() -> None:
    home = kept(1)
    owner, key = home["owner"], keys_of(home).record_key
    record = envelope(owner, home["envelope"])

    index = open_index(envelope(owner, home["index"]), key, owner=owner)

    assert unseal(record, key, owner=owner).decode() == "I said it was fine. It wasn’t."
    assert index.lines[record.id].digest == record.digest
    assert index.lines[record.id].about["first"] == "I said it was fine."


def test_what_arrived_first_still_opens() -> None:
    home = kept(1)

    opened = open_arrived(b64decode(home["arrived"]), keys_of(home))

    assert opened == b"A draft from a locked page."


def test_the_first_backup_still_opens() -> None:
    home = kept(1)

    files = unpack(
        b64decode(home["backup"]),
        home["passphrase"],
        is_known=lambda name: True,
        most=10_000,
    )

    assert files == {"home.json": b"{}", "moments/one.md": b"# One\n"}


def test_content_is_brought_up_step_by_step() -> None:
    moments = Upgrades(
        3,
        {1: lambda content: content + b" two", 2: lambda content: content + b" three"},
    )

    assert moments.bring_up(b"one", format=1) == b"one two three"
    assert moments.bring_up(b"two", format=2) == b"two three"
    assert moments.bring_up(b"three", format=3) == b"three"


def test_content_of_a_newer_form_is_refused_untouched() -> None:
    with pytest.raises(NewerFormat, match="its form is 2"):
        Upgrades(1).bring_up(b"", format=2)


@pytest.mark.parametrize("steps", [{}, {1: bytes}, {1: bytes, 2: bytes, 3: bytes}])
def test_a_step_is_missing_or_leads_nowhere(steps: dict[int, Any]) -> None:
    with pytest.raises(ValueError, match="one step from each form"):
        Upgrades(3, steps)
