"""Moments, relationships and gatherings in the records of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date, datetime
from typing import TypeVar

import msgspec
from django.utils import timezone
from msgspec.structs import replace

from hearthside.ground.errors import Damaged
from hearthside.moments.found import About, about
from hearthside.moments.moment import FORMAT, Bond, Gathered, Kept, Moment
from hearthside.moments.opening import KINDS, opened, seal_up
from hearthside.web.keeping.store import Keeper, NotHere

K = TypeVar("K", Moment, Bond, Gathered)


def lines(keeper: Keeper, kind: str = "") -> dict[str, About]:
    """Return what the index says of every record, or of those of one *kind*."""
    return {
        id_: msgspec.convert(line.about, About)
        for id_, line in keeper.index().lines.items()
        if not kind or line.about.get("kind") == kind
    }


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

    A moment that was brought in is sorted by any change to it.

    Raises:
        ChangedElsewhere, NotHere, NoRoom: as ``Keeper.keep`` does.
    """
    if id_ and isinstance(kept, Moment) and kept.to_sort:
        kept = replace(kept, to_sort=False)
    told = msgspec.to_builtins(about(kept))
    return keeper.keep(seal_up(kept), told, form=FORMAT, id_=id_, seen=seen)


def put_all(keeper: Keeper, many: Iterable[Moment]) -> None:
    """Keep *many* new moments at once, all of them or none.

    Raises:
        NoRoom: the disk didn't take it; all is as it was.
    """
    told = ((seal_up(one), msgspec.to_builtins(about(one))) for one in many)
    keeper.keep_many(told, form=FORMAT)


def many(
    keeper: Keeper, kind: type[K], ids: Set[str] | None = None
) -> Iterator[tuple[str, K]]:
    """Yield everything of *kind* that can be opened, with its id.

    In one query, and one at a time: of all that is kept, or only of *ids*. What is
    damaged is left out; its own page says what is with it.
    """
    told = keeper.index().lines if ids is None else {}
    for id_, record in keeper.open_many(ids):
        of_ours = id_ not in told or told[id_].about.get("kind") in KINDS
        if of_ours and not isinstance(record, Damaged):
            kept = opened(record.content, record.format)
            if isinstance(kept, kind):
                yield id_, kept


def these(keeper: Keeper, ids: Iterable[str]) -> dict[str, Moment]:
    """Return those of the moments under *ids* that are there and can be opened."""
    wanted = list(ids)
    opened_ = dict(many(keeper, Moment, set(wanted)))
    return {id_: opened_[id_] for id_ in wanted if id_ in opened_}


def today() -> date:
    """Return the day it is where this computer is."""
    return timezone.localdate()


def now() -> datetime:
    """Return the time it is."""
    return timezone.now()
