"""What was forgotten lies in no file: not beside a reader, not after being killed."""

from __future__ import annotations

import base64
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from hearthside.ground.errors import WrongPassphrase
from hearthside.keeping.keys import FLOOR, unlock, with_new_passphrase
from hearthside.web.keeping import burning, disk, people
from hearthside.web.keeping.arrived import let_go_of
from hearthside.web.keeping.burning import burn_what_is_left
from hearthside.web.keeping.models import Arrived, Contents, Person, Record
from hearthside.web.keeping.store import Keeper

from .on_disk import PASSPHRASE, opened, slices_found, someone_there


@pytest.fixture
def keeper(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Keeper]:
    """Return the records of someone, in a database that is a file in ``tmp_path``."""
    with django_db_blocker.unblock(), opened(tmp_path):
        yield someone_there()


def sealed(id_: str) -> bytes:
    """Return the envelope's bytes of one record."""
    return bytes(Record.objects.get(id=id_).sealed)


def index_of(keeper: Keeper) -> bytes:
    """Return the bytes of the sealed index."""
    return bytes(Contents.objects.get(owner=keeper.owner).sealed)


@contextmanager
def someone_reading(home: Path) -> Iterator[sqlite3.Connection]:
    """Have another connection in the middle of reading, as a copying program would."""
    with closing(sqlite3.connect(home / disk.NAME, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM keeping_record").fetchone()
        yield other


def keep_some(keeper: Keeper, *, many: int = 40) -> tuple[list[str], list[bytes]]:
    """Keep and change *many*; return their ids, and all bytes there ever were."""
    chance = random.Random(many)
    seen = []
    ids = []
    for n in range(many):
        content = chance.randbytes(chance.choice([10, 900, 1500, 9000]))
        ids.append(keeper.keep(content, {"n": n}, form=1))
        seen += [sealed(ids[-1]), index_of(keeper)]
    for id_ in chance.sample(ids, many // 2):
        keeper.keep(chance.randbytes(1200), {"n": -1}, form=1, id_=id_)
        seen += [sealed(id_), index_of(keeper)]
    return ids, seen


def test_an_envelope_is_found_before_it_is_burned(
    keeper: Keeper, tmp_path: Path
) -> None:
    id_ = keeper.keep(b"The porch light was on.", {}, form=1)

    assert slices_found(sealed(id_), tmp_path)


def test_no_slice_of_what_was_forgotten_or_changed_is_left_with_the_house_open(
    keeper: Keeper, tmp_path: Path
) -> None:
    ids, ever = keep_some(keeper)
    forgotten, left = ids[::2], ids[1::2]

    keeper.forget(*forgotten)

    still = {*map(sealed, left), index_of(keeper)}
    gone = [one for one in ever if one not in still]
    assert len(gone) == 100
    assert {name for one in gone for name in slices_found(one, tmp_path)} == set()
    assert all(slices_found(one, tmp_path) for one in still)
    assert not any(keeper.strange())


def test_a_reader_holds_the_burning_back_until_it_has_read(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(burning, "A_MOMENT", 50)
    id_ = keeper.keep(b"The porch light was on.", {}, form=1)
    before, index = sealed(id_), index_of(keeper)

    with someone_reading(tmp_path):
        keeper.forget(id_)
        held = slices_found(before, tmp_path)
        is_done = burn_what_is_left()
        again = keeper.keep(b"It is dark.", {}, form=1)

    assert held
    assert not is_done
    assert burn_what_is_left()
    assert slices_found(before, tmp_path) == set()
    assert slices_found(index, tmp_path) == set()
    assert keeper.open(again).content == b"It is dark."


def test_a_reader_that_has_read_holds_nothing_back(
    keeper: Keeper, tmp_path: Path
) -> None:
    id_ = keeper.keep(b"The porch light was on.", {}, form=1)
    before = sealed(id_)

    with someone_reading(tmp_path) as other:
        other.execute("COMMIT")
        keeper.forget(id_)

        assert slices_found(before, tmp_path) == set()


def test_what_arrived_and_was_let_go_leaves_no_slice(
    keeper: Keeper, tmp_path: Path
) -> None:
    people.seal_words(Person.objects.get(), {"words": "The porch light was on."})
    row = Arrived.objects.get()
    before = bytes(row.sealed)

    let_go_of(keeper, row.id)

    assert slices_found(before, tmp_path) == set()


def test_the_old_passphrase_opens_nothing_that_is_left(
    keeper: Keeper, tmp_path: Path
) -> None:
    someone = Person.objects.get()
    old = people.lock_of(someone)
    there = slices_found(base64.b64encode(old.by_passphrase), tmp_path)

    people.change_lock(
        someone, with_new_passphrase(old, keeper.keys, "a new sentence", cost=FLOOR)
    )

    assert there
    with pytest.raises(WrongPassphrase):
        unlock(people.lock_of(someone), PASSPHRASE)
    assert slices_found(base64.b64encode(old.by_passphrase), tmp_path) == set()
