"""What keeping takes, beside its peers in the same run, on one core.

    python -m benchmarks.keeping

The peers: libsodium's own boxes, which hide no length and bind nothing beside what
they hold, and SQLite with the words in the clear.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import time
from collections.abc import Callable
from functools import partial

from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox

from hearthside.keeping import (
    AT_HOME,
    HOSTED,
    Envelope,
    Index,
    Keys,
    Line,
    lock_up,
    new_words,
    open_arrived,
    open_index,
    pack,
    seal,
    seal_index,
    seal_to,
    unlock,
    unlock_with_words,
    unpack,
    unseal,
    with_words,
)

RECORDS = 5000
BYTES = 600  # in a record, about; a moment of a few sentences
ROUNDS = 5  # the fastest is printed, so that another program's work isn't counted
OWNER = "a" * 32
PASSPHRASE = "ember walnut river seven"  # noqa: S105


def fastest(do: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Return the milliseconds of the fastest of the rounds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        do()
        taken.append(time.perf_counter() - begun)
    return 1000 * min(taken)


def row(what: str, *taken: float) -> None:
    """Print one line of a table, in milliseconds."""
    print(f"| {what} | " + " | ".join(f"{one:,.2f}" for one in taken) + " |")


def unlocking() -> None:
    """Print what it takes to open a lock, and a backup."""
    keys, words = Keys.new(), new_words()
    print("| opening | ms |\n|---|---|")
    for where, cost in (("at home", AT_HOME), ("hosted", HOSTED)):
        lock = with_words(lock_up(keys, PASSPHRASE, cost=cost), keys, words)
        taken = fastest(partial(unlock, lock, PASSPHRASE))
        row(f"a lock by passphrase, {where} ({cost.memory // 2**20} MiB)", taken)
    row("a lock by words", fastest(lambda: unlock_with_words(lock, words)))
    row("the keys of a secret", fastest(lambda: Keys.from_secret(keys.secret)))


def sealed_up(contents: dict[str, bytes], keys: Keys) -> list[Envelope]:
    """Return an envelope of each."""
    return [
        seal(content, keys.record_key, owner=OWNER, id=id, format=1, revision=1)
        for id, content in contents.items()
    ]


def records(contents: dict[str, bytes]) -> None:
    """Print what sealing and opening all records takes."""
    keys = Keys.new()
    box, one_way = SecretBox(keys.record_key), SealedBox(PrivateKey.generate())
    texts = list(contents.values())
    envelopes = sealed_up(contents, keys)
    boxes = [bytes(box.encrypt(text)) for text in texts]
    arrived = [seal_to(keys.public, text) for text in texts]
    arrived_boxes = [one_way.encrypt(text) for text in texts]

    print(f"\n| {len(texts):,} records | ms to seal | ms to open |\n|---|---|---|")
    row(
        "Hearthside, envelopes",
        fastest(lambda: sealed_up(contents, keys)),
        fastest(
            lambda: [unseal(one, keys.record_key, owner=OWNER) for one in envelopes]
        ),
    )
    row(
        "SecretBox: no padding, nothing bound",
        fastest(lambda: [box.encrypt(text) for text in texts]),
        fastest(lambda: [box.decrypt(one) for one in boxes]),
    )
    row(
        "Hearthside, arrived",
        fastest(lambda: [seal_to(keys.public, text) for text in texts]),
        fastest(lambda: [open_arrived(one, keys) for one in arrived]),
    )
    row(
        "SealedBox: no padding",
        fastest(lambda: [one_way.encrypt(text) for text in texts]),
        fastest(lambda: [one_way.decrypt(one) for one in arrived_boxes]),
    )
    row("SQLite in memory, in the clear", *sqlite(contents))
    index(envelopes, keys)


def sqlite(contents: dict[str, bytes]) -> tuple[float, float]:
    """Return what it takes to write all rows, and to read them."""
    base = sqlite3.connect(":memory:")
    base.execute("create table kept (id text primary key, content blob)")

    def write() -> None:
        with base:
            base.executemany(
                "insert or replace into kept values (?, ?)", contents.items()
            )

    return fastest(write), fastest(
        lambda: base.execute("select id, content from kept").fetchall()
    )


def index(envelopes: list[Envelope], keys: Keys) -> None:
    """Print what the index of all records takes."""
    about = {
        "kind": "moment",
        "at": "2026-05-03T21:10:00Z",
        "bond": "b" * 32,
        "forms": ["silence", "tone"],
        "first": "They looked at the phone while I was telling it.",
    }
    whole = Index({one.id: Line(1, one.digest, about) for one in envelopes})
    sealed = seal_index(whole, keys.record_key, owner=OWNER, revision=1)
    rows = [(one.id, one.revision, one.digest) for one in envelopes]
    row(
        f"Hearthside, one index of them ({sealed.size // 1024:,} KiB)",
        fastest(lambda: seal_index(whole, keys.record_key, owner=OWNER, revision=2)),
        fastest(lambda: open_index(sealed, keys.record_key, owner=OWNER)),
    )
    taken = fastest(lambda: whole.check(rows))
    print(f"\nEvery record checked against the index: {taken:.1f} ms.")


def backup(contents: dict[str, bytes]) -> None:
    """Print what a backup of all records takes."""
    files = {f"moments/{id}.json": content for id, content in contents.items()}
    packed = pack(files, PASSPHRASE)
    print(f"\n| {len(files):,} files in a backup | ms to pack | ms to open |")
    print("|---|---|---|")
    row(
        f"Hearthside, age ({len(packed) // 1024:,} KiB)",
        fastest(lambda: pack(files, PASSPHRASE), rounds=1),
        fastest(
            lambda: unpack(packed, PASSPHRASE, is_known=bool, most=2**30), rounds=1
        ),
    )


def main() -> int:
    """Print the tables."""
    draw = random.Random(9)  # noqa: S311
    contents = {
        f"{number:032x}": draw.randbytes(draw.randint(BYTES - 200, BYTES + 200))
        for number in range(1, RECORDS + 1)
    }
    unlocking()
    records(contents)
    backup(contents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
