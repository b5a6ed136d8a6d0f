"""Hearthside, a place of return: the same ideas as a typed library.

>>> from hearthside import read
>>> [mark.move for mark in read("You're right, I missed that.").marks]
['acknowledges']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hearthside.ground.errors import HearthsideError

if TYPE_CHECKING:
    from hearthside.words import Mark, Reading, read

__all__ = ["HearthsideError", "Mark", "Reading", "read"]


def __getattr__(name: str) -> Any:
    """Return what reads words, imported only when it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hearthside import words  # noqa: PLC0415 - so that a command starts at once

    return getattr(words, name)
