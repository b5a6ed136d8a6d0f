"""The home: one folder on this computer, for one person and one server.

In it lie a lock, held while a server runs, and a note of where that server
listens and the key by which its launcher asks it to open.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock
from platformdirs import user_data_path

from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import HearthsideError

LOCK = "lock"
NOTE = "server.json"
IS_KEY = re.compile(r"[\w-]+", re.ASCII).fullmatch
OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class NoHome(HearthsideError):
    """The folder named can't be a home."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(
            _(
                "{folder} can’t be a home: it holds other things, or can’t be written"
                " to. Name a new folder with --home."
            ).format(folder=folder)
        )


@dataclass(frozen=True, kw_only=True)
class RunningServer:
    """Where a home's server listens, and the key its launcher has."""

    port: int
    launcher_key: str


def usual_home() -> Path:
    """Return the home of someone who named none."""
    return user_data_path("hearthside", appauthor=False)


def ready(folder: Path) -> Path:
    """Return *folder* as a home that only its owner can look into.

    Raises:
        NoHome: it can't be made, or it is a folder of other things.
    """
    try:
        folder = folder.expanduser()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()) and not (folder / LOCK).exists():
            raise NoHome(folder=folder)
        if folder.stat().st_mode & OPEN_TO_OTHERS:
            folder.chmod(0o700)
        if not os.access(folder, os.W_OK):
            raise NoHome(folder=folder)
    except OSError as error:
        raise NoHome(folder=folder) from error
    return folder.resolve()


def lock_of(home: Path) -> FileLock:
    """Return the lock that the one server of *home* holds."""
    return FileLock(home / LOCK, timeout=0, mode=0o600)


def leave_note(home: Path, server: RunningServer) -> None:
    """Write down *server* where the next launcher finds it, whole or not at all."""
    being_written = home / f"{NOTE}.new"
    being_written.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(being_written, flags, 0o600), "w") as file:
        json.dump(asdict(server), file)
    being_written.replace(home / NOTE)


def take_note_away(home: Path) -> None:
    """Remove what was written down about a server."""
    (home / NOTE).unlink(missing_ok=True)


def noted_server(home: Path) -> RunningServer | None:
    """Return the server that *home* has a note of, if it has one."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        noted = RunningServer(**json.loads((home / NOTE).read_text("utf-8")))
        if noted.port in range(1 << 16) and IS_KEY(noted.launcher_key):
            return noted
    return None
