"""Opening a home for the terminal, without a server.

The terminal calls this by its name, since the faces don't import each other; then
``terminal``, which needs an open home.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "hearthside.web.settings"

import django
from django.conf import settings

from hearthside.ground.errors import HearthsideError
from hearthside.web.keeping import disk


class NothingKept(HearthsideError):
    """The home has nothing in it."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing is kept in this home yet. Name another folder with --home."
        )


class DamagedHome(HearthsideError):
    """SQLite doesn't find the home's file whole."""

    def __init__(self) -> None:
        super().__init__(
            "The file of this home is damaged, and nothing in it was touched. Open"
            " Hearthside: it puts the file aside, and then a backup can be restored."
        )


class OlderHome(HearthsideError):
    """An older program made the home, and it wasn't opened since."""

    def __init__(self) -> None:
        super().__init__(
            "An older Hearthside made this home. Open Hearthside in it once, then try"
            " again."
        )


def open_to_read(home: Path) -> None:
    """Make *home* the one that is read; it can be open in the app meanwhile.

    Raises:
        NothingKept, NewerHome, OlderHome, DamagedHome: it can't be read.
    """
    kept = home / disk.NAME
    if not kept.exists():
        raise NothingKept
    disk.refuse_newer(home)
    if not disk.is_sound(home):
        raise DamagedHome
    if disk.is_older(home):
        raise OlderHome
    _open(home, f"{kept.absolute().as_uri()}?mode=ro")


def open_to_write(home: Path) -> None:
    """Make *home*, which nobody else has open, the one that is written to.

    Raises:
        NewerHome: a newer program made it.
    """
    disk.refuse_newer(home)
    disk.set_aside(home)
    _open(home, str(home / disk.NAME))
    disk.bring_up(home)


def _open(home: Path, name: str) -> None:
    settings.HOME = home
    settings.DATABASES["default"]["NAME"] = name
    django.setup()
