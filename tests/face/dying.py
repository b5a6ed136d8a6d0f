"""A program that keeps words and is killed while it does, again and again.

It begins a process of its own each time, kills it after a while drawn from a seed,
and looks at what it left: whole each time, or it fails.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings

from hearthside.keeping.keys import Keys
from hearthside.web.keeping import burning, disk
from hearthside.web.keeping.models import Person, Record
from hearthside.web.keeping.store import Keeper

from .on_disk import is_whole, opened, slices_found, someone_there

Kept = dict[str, bytes]
"""What each record says, by the name inside it."""
KEYS = Keys.from_secret(bytes(range(32)))
LONGEST = 0.12  # seconds until it is killed
MOST_KEPT = 40
LATER = 3  # the version of the tables in ``later_tables``
MANY_ROWS = 60


def killed_while(work: Callable[[Path, int], None], home: Path, after: float) -> bytes:
    """Return what *work* told after its first byte, killed *after* some seconds."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        os.close(told)
        try:
            with opened(home):
                work(home, tell)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(tell)
    said = os.read(told, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0, "it broke before it was killed"
    while more := os.read(told, 1 << 16):
        said += more
    os.close(told)
    return said[1:]


def keeper_there() -> Keeper:
    """Return the records of the one person whose home is open."""
    return Keeper(Person.objects.get().id, KEYS)


def there(keeper: Keeper) -> Kept:
    """Return everything kept, and fail where the index says something else."""
    lines = keeper.index().lines
    assert not any(keeper.strange()), keeper.strange()
    kept = {}
    for id_, line in lines.items():
        opened_one = keeper.open(id_)
        assert line.about == {"size": len(opened_one.content)}
        name = opened_one.content.split(b" ", 1)[0].decode()
        kept[name] = opened_one.content
    assert len(kept) == len(lines) == Record.objects.count()
    return kept


def steps(before: Kept, seed: int) -> Iterator[tuple[str, bytes | None]]:
    """Yield without end what to keep under which name; None: forget it."""
    chance = random.Random(seed)
    names = list(before)
    for number in range(1_000_000):
        is_full = len(names) >= MOST_KEPT
        if names and (is_full or chance.random() < 0.2):
            yield names.pop(chance.randrange(len(names))), None
            continue
        if names and chance.random() < 0.5:
            name = chance.choice(names)
        else:
            name = f"{seed}-{number}"
            names.append(name)
        size = chance.choice([100, 3000, 60_000, 300_000])
        yield name, f"{name} {number} ".encode() + chance.randbytes(size)


def keep_on(before: Kept, seed: int) -> Callable[[Path, int], None]:
    """Return work that takes one step after another, and tells when each is done."""

    def work(home: Path, tell: int) -> None:
        keeper = keeper_there()
        ids = {
            keeper.open(id_).content.split(b" ", 1)[0].decode(): id_
            for id_ in keeper.index().lines
        }
        os.write(tell, b".")
        for name, content in steps(before, seed):
            if content is None:
                keeper.forget(ids.pop(name))
            else:
                about = {"size": len(content)}
                id_ = ids.get(name, "")
                ids[name] = keeper.keep(content, about, form=1, id_=id_)
            os.write(tell, b"+")

    return work


def saves(home: Path, seed: int, times: int) -> Counter[str]:
    """Kill it while it saves, changes and forgets."""
    chance = random.Random(seed)
    with opened(home):
        someone_there(KEYS)
    kept: Kept = {}
    met: Counter[str] = Counter()
    for turn in range(times):
        after = chance.uniform(0, LONGEST)
        done = len(killed_while(keep_on(kept, turn), home, after))
        old = dict(kept)
        going = steps(kept, turn)
        for _ in range(done):
            _take(old, next(going))
        new = dict(old)
        _take(new, next(going))
        assert is_whole(home), turn
        with opened(home):
            found = there(keeper_there())
        assert found in (old, new), f"half of a step, in turn {turn}"
        met["the new" if found == new else "the old"] += 1
        met["steps done before"] += done
        kept = found
    return met


def _take(kept: Kept, step: tuple[str, bytes | None]) -> None:
    name, content = step
    if content is None:
        del kept[name]
    else:
        kept[name] = content


def tables(home: Path, seed: int, times: int) -> Counter[str]:
    """Kill it while it brings an older home up; the next start goes on from there."""
    chance = random.Random(seed)
    old = home.with_name("old")
    old.mkdir()
    with opened(old):
        keeper = someone_there(KEYS)
        for _, content in _first(MANY_ROWS):
            keeper.keep(content, {"size": len(content)}, form=1)
    kept = dict(_first(MANY_ROWS))
    settings.MIGRATION_MODULES = {"keeping": "tests.face.later_tables"}
    disk.VERSION = LATER
    met: Counter[str] = Counter()
    began = time.monotonic()
    _brought_up(shutil.copytree(old, home))
    takes = time.monotonic() - began
    for turn in range(times):
        shutil.rmtree(home)
        shutil.copytree(old, home)
        _kill_a_start(home, after=chance.uniform(0, takes * 1.2))
        assert is_whole(home), turn
        met["the new" if disk._version(home / disk.NAME) == LATER else "the old"] += 1
        met["with the copy still there"] += (home / disk.BEFORE).exists()
        _brought_up(home)
        with opened(home):
            assert there(keeper_there()) == kept, turn
        left = {file.name for file in home.iterdir()}
        assert left <= {disk.NAME, f"{disk.NAME}-wal", f"{disk.NAME}-shm"}, left
    return met


def _first(many: int) -> Iterator[tuple[str, bytes]]:
    for number in range(many):
        yield f"r{number}", f"r{number} ".encode() + bytes([number]) * 3000


def _kill_a_start(home: Path, *, after: float) -> None:
    child = os.fork()
    if not child:
        _start(home)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _brought_up(home: Path) -> None:
    child = os.fork()
    if not child:
        _start(home)
    assert os.waitpid(child, 0)[1] == 0, "the next start didn't go through"


def _start(home: Path) -> None:
    """Bring *home* up, in a process of its own, and end it."""
    try:
        with opened(home):
            pass
    except BaseException as error:
        os.write(2, f"{error!r}\n".encode())
        os._exit(1)
    os._exit(0)


def killed_as_it_burns(home: Path, seed: int, times: int) -> Counter[str]:
    """Kill it between forgetting and burning; the next start burns what is left."""
    with opened(home):
        someone_there(KEYS)

    def forget_one(home: Path, tell: int) -> None:
        keeper = keeper_there()
        id_ = keeper.keep(b"The porch light was on.", {}, form=1)
        os.write(tell, b"." + bytes(Record.objects.get(id=id_).sealed))
        burning._empty_the_log = kill_myself
        keeper.forget(id_)

    met: Counter[str] = Counter()
    for _ in range(times):
        sealed = killed_while(forget_one, home, 0.3)
        met["left by the killed"] += bool(slices_found(sealed, home))
        with opened(home):
            assert not slices_found(sealed, home)
            assert not any(keeper_there().strange())
    return met


def kill_myself() -> bool:
    """Be killed at this very line."""
    os.kill(os.getpid(), signal.SIGKILL)
    return False


WORKS = {"saves": saves, "tables": tables, "burning": killed_as_it_burns}


def main(what: str, home: str, seed: str, times: str) -> None:
    """Print what was met, as JSON."""
    print(json.dumps(WORKS[what](Path(home), int(seed), int(times))))
