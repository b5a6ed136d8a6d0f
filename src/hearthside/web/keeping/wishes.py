"""What a person wishes of this house, kept sealed like everything else of theirs."""

from __future__ import annotations

import msgspec

from hearthside.ground.errors import Damaged
from hearthside.web.keeping.store import Keeper, NotHere

KIND = "wishes"
FORMAT = 1


class Wishes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How it is to be, where someone said so."""

    idle_minutes: int = 10
    """How long the lock stays open unused."""
    reminders: bool = False
    """Whether a line asks again if what was mended still feels so."""


class Written(msgspec.Struct, frozen=True):
    """The content of the record."""

    kept: Wishes
    kind: str = KIND


def get(keeper: Keeper) -> Wishes:
    """Return what was wished, or the defaults where nothing was or it is damaged."""
    try:
        id_ = place(keeper)
        content = keeper.open(id_).content if id_ else b""
    except (Damaged, NotHere):
        return Wishes()
    return msgspec.json.decode(content, type=Written).kept if content else Wishes()


def put(keeper: Keeper, wishes: Wishes) -> None:
    """Keep *wishes* in the place of those there were.

    Raises:
        NoRoom: the disk didn't take it; all is as it was.
    """
    content = msgspec.json.encode(Written(wishes))
    keeper.keep(content, {"kind": KIND}, form=FORMAT, id_=place(keeper))


def place(keeper: Keeper) -> str:
    """Return the id of the record they are in, or an empty string."""
    lines = keeper.index().lines.items()
    return next((id_ for id_, line in lines if line.about.get("kind") == KIND), "")
