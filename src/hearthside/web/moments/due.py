"""What has come due: promises, and whether what was mended still feels so."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from hearthside.ground.errors import Damaged
from hearthside.moments.due import Due, due
from hearthside.moments.found import find
from hearthside.moments.moment import Moment
from hearthside.web.keeping.store import Keeper, NotHere
from hearthside.web.moments import store


class Asked(NamedTuple):
    """One line at the threshold."""

    id: str
    first: str
    what: Due


def what_is_due(keeper: Keeper) -> list[Asked]:
    """Return what has come due by today, earliest first; nothing of what is put away.

    The index says where to look, so no other record is opened.
    """
    today = store.today()
    lines = store.lines(keeper)
    hidden = frozenset(id_ for id_, line in lines.items() if line.put_away)
    there = [
        (id_, line)
        for id_, line in find(lines, put_away=hidden)
        if line.due and line.due <= today
    ]
    asked = []
    for id_, line in there:
        with suppress(Damaged, NotHere):  # its own page says what is with it
            kept, _ = store.get(keeper, id_, Moment)
            asked += [Asked(id_, line.first, one) for one in due(kept, today=today)]
    return sorted(asked, key=lambda one: one.what.day)
