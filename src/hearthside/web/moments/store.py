"""Moments, relationships and gatherings in the records of one person."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date, datetime
from typing import NamedTuple, TypeVar

import msgspec
from django.utils import timezone

from hearthside.ground.errors import Damaged
from hearthside.moments.found import About, about
from hearthside.moments.moment import FORMAT, Bond, Gathered, Kept, Moment
from hearthside.moments.opening import opened, seal_up
from hearthside.web.keeping.store import Keeper, NotHere

K = TypeVar("K", Moment, Bond, Gathered)


class Found(NamedTuple):
    """Something kept, with the revision it was found at."""

    id: str
    kept: Kept
    revision: int


def lines(keeper: Keeper, kind: str = "") -> dict[str, About]:
    """Return what the index says of every record, or of those of one *kind*."""
    told = {
        id_: msgspec.convert(line.about, About)
        for id_, line in keeper.index().lines.items()
    }
    return {id_: one for id_, one in told.items() if not kind or one.kind == kind}


def get(keeper: Keeper, id_: str, kind: type[K]) -> tuple[K, int]:
    """Return what is kept under *id_*, and its revision.

    Raises:
        NotHere: nothing of *kind* is.
        Damaged: its envelope can't be opened.
    """
    record = keeper.open(id_)
    kept = opened(record.content, record.format)
    if not isinstance(kept, kind):
        raise NotHere
    return kept, record.revision


def put(keeper: Keeper, kept: Kept, *, id_: str = "", seen: int | None = None) -> str:
    """Keep *kept*, as new or as the next revision of *id_*; return its id.

    Raises:
        ChangedElsewhere, NotHere, NoRoom: as ``Keeper.keep`` does.
    """
    told = msgspec.to_builtins(about(kept))
    return keeper.keep(seal_up(kept), told, form=FORMAT, id_=id_, seen=seen)


def many(
    keeper: Keeper, kind: type[K], ids: Set[str] | None = None
) -> Iterator[tuple[str, K]]:
    """Yield everything of *kind* that can be opened, with its id.

    In one query, and one at a time: of all that is kept, or only of *ids*.
    """
    records = keeper.open_all() if ids is None else keeper.open_many(ids)
    for id_, record in records:
        if not isinstance(record, Damaged):
            kept = opened(record.content, record.format)
            if isinstance(kept, kind):
                yield id_, kept


def today() -> date:
    """Return the day it is where this computer is."""
    return timezone.localdate()


def now() -> datetime:
    """Return the time it is."""
    return timezone.now()
