"""A look over what is kept, once after each unlocking: what isn’t as it was left."""

from __future__ import annotations

from dataclasses import dataclass

from hearthside.ground.errors import Damaged, HearthsideError
from hearthside.keeping.index import Line
from hearthside.web.keeping.kinds import held, tell
from hearthside.web.keeping.store import UNREAD, About, Keeper

SEEN = "seen_strange"  # where a session keeps what was seen: ids, and never a word


@dataclass(frozen=True)
class Seen:
    """Ids of records that aren't as they were left, each in one place only."""

    put_back: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()
    is_index_new: bool = False
    """The index couldn't be opened, and was made anew."""

    def __bool__(self) -> bool:
        found = self.put_back | self.removed | self.added | self.damaged
        return bool(found) or self.is_index_new


def look_over(keeper: Keeper) -> Seen:
    """Return what is strange; an index that is damaged is made anew first.

    Raises:
        NewerFormat: a newer Hearthside wrote the index.
        NoRoom: the disk didn't take a new index.
    """
    is_index_new = False
    try:
        strange = keeper.strange()
    except Damaged:
        keeper.write_index(keeper.mended_index(tell))
        strange, is_index_new = keeper.strange(), True
    changed = strange.put_back | strange.added
    damaged = frozenset(id_ for id_ in changed if not is_readable(keeper, id_))
    return Seen(
        strange.put_back - damaged,
        strange.removed,
        strange.added - damaged,
        damaged,
        is_index_new,
    )


def is_readable(keeper: Keeper, id_: str) -> bool:
    """Return whether the record under *id_* can be opened and read."""
    try:
        held(keeper.open(id_))
    except HearthsideError:
        return False
    return True


def said_of(keeper: Keeper, id_: str) -> About:
    """Return what the index says of a record, or what the record says of itself."""
    line: Line | None = keeper.index().lines.get(id_)
    if line:
        return line.about
    try:
        return tell(keeper.open(id_))
    except HearthsideError:
        return dict(UNREAD)
