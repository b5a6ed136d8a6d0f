"""The database file of a home: looked at before it is opened, never half written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from hearthside.ground.errors import HearthsideError, UnreadableLock
from hearthside.keeping.keys import Lock

NAME = "kept.sqlite3"
BEFORE = "kept.before.sqlite3"  # a copy while its tables are changed
ASIDE = "kept.damaged"  # there while nobody has read that a file was set aside
VERSION = 1  # of the tables; a newer one is refused before anything is written


class HomeUnread(HearthsideError):
    """The file can't be looked at now, and nothing says that it is damaged."""

    def __init__(self) -> None:
        super().__init__(
            "What is kept in this home can’t be read now, so nothing in it was"
            " touched. Close what else may use it, look at who owns it, then start"
            " again."
        )


class NewerHome(HearthsideError):
    """A newer program made this home."""

    def __init__(self) -> None:
        super().__init__(
            "This home was made by a newer Hearthside, so nothing in it was touched."
            " Open it with that version, or name another folder with --home."
        )


def refuse_newer(home: Path) -> None:
    """Return where this program may write to *home*.

    Raises:
        NewerHome: a newer one made it.
        HomeUnread: another program holds its file, or it isn't ours to read.
    """
    if is_sound(home) and _version(home / NAME) > VERSION:
        raise NewerHome


def is_older(home: Path) -> bool:
    """Return whether the tables of *home*, which is sound, are of an older program."""
    return _version(home / NAME) < VERSION


def is_sound(home: Path) -> bool:
    """Return whether the file is there and SQLite finds it whole."""
    if not (home / NAME).exists():
        return False
    try:
        with closing(_look_at(home / NAME)) as file:
            return bool(file.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.OperationalError as error:  # in use, or not to be read: not damaged
        raise HomeUnread from error
    except sqlite3.DatabaseError:
        return False


def set_aside(home: Path) -> Path | None:
    """Move a damaged file out of the way, unwritten; return where it lies now."""
    kept = home / NAME
    if not kept.exists() or (is_sound(home) and has_locks(kept)):
        return None
    write_marker(home)
    number = 1
    while (aside := home / f"kept.damaged-{number}.sqlite3").exists():
        number += 1
    for end in ("-wal", "-shm"):
        if (beside := kept.with_name(NAME + end)).exists():
            beside.rename(aside.with_name(aside.name + end))
    kept.rename(aside)
    return aside


def has_locks(file: Path) -> bool:
    """Return whether every lock in a sound *file* can be read as one."""
    try:
        with closing(_look_at(file)) as looked_at:
            for (lock,) in looked_at.execute("SELECT lock FROM keeping_person"):
                Lock.from_bytes(bytes(lock))
    except sqlite3.OperationalError:
        return True  # it has no tables yet
    except (UnreadableLock, TypeError):
        return False
    return True


def write_marker(home: Path) -> None:
    """Note that a damaged file was set aside, until someone has read so."""
    (home / ASIDE).touch(mode=0o600)


def was_set_aside(home: Path | None) -> bool:
    """Return whether a file was set aside, and nobody has put that by yet."""
    return home is not None and (home / ASIDE).exists()


def put_by(home: Path | None) -> None:
    """Say no more of a file that was set aside; the file stays where it is."""
    if home:
        (home / ASIDE).unlink(missing_ok=True)


def forget_beside(home: Path) -> None:
    """Delete what lies beside the file of a home: what was set aside, and copies."""
    for pattern in (f"{BEFORE}*", "kept.damaged-*", ASIDE):
        for file in home.glob(pattern):
            file.unlink(missing_ok=True)


def bring_up(home: Path) -> None:
    """Give the file the tables of this program, with a copy beside it meanwhile.

    Every step is one transaction, so a stop in the middle leaves the old tables or
    the new ones; the next start goes on from there.
    """
    from django.core.management import call_command  # noqa: PLC0415 - slow to start
    from django.db import connection  # noqa: PLC0415

    kept = home / NAME
    is_old = kept.exists() and _version(kept) < VERSION
    if is_old:
        _copy(kept, home / BEFORE)
    if is_old or not kept.exists() or _version(kept) == 0:
        call_command("migrate", verbosity=0, interactive=False)
        with closing(sqlite3.connect(kept)) as file:
            file.execute(f"PRAGMA user_version = {VERSION}")
        connection.close()
    kept.chmod(0o600)
    (home / BEFORE).unlink(missing_ok=True)
    _empty_the_log(kept)


def _look_at(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)


def _version(file: Path) -> int:
    with closing(_look_at(file)) as looked_at:
        return int(looked_at.execute("PRAGMA user_version").fetchone()[0])


def _empty_the_log(kept: Path) -> None:
    # A program killed while it burned something may have left it there.
    with closing(sqlite3.connect(kept)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy(file: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    to.touch(mode=0o600)
    with closing(_look_at(file)) as old, closing(sqlite3.connect(to)) as copy:
        old.backup(copy)
