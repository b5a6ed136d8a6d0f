"""What has come due: promises, and whether what was mended still feels so."""

from __future__ import annotations

from typing import NamedTuple

from hearthside.moments.due import Due, due
from hearthside.moments.found import find
from hearthside.moments.moment import Moment
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store


class Asked(NamedTuple):
    """One line at the threshold."""

    id: str
    first: str
    what: Due


def what_is_due(keeper: Keeper) -> list[Asked]:
    """Return what has come due by today, earliest first; nothing of what is put away.

    The index says where to look, so no other record is opened, and what is damaged
    keeps nothing else from being asked.
    """
    today = store.today()
    lines = store.lines(keeper)
    hidden = frozenset(id_ for id_, line in lines.items() if line.put_away)
    there = [
        (id_, line)
        for id_, line in find(lines, put_away=hidden)
        if line.due and line.due <= today
    ]
    opened = dict(store.many(keeper, Moment, {id_ for id_, _ in there}))
    asked = [
        Asked(id_, line.first, one)
        for id_, line in there
        if id_ in opened
        for one in due(opened[id_], today=today)
    ]
    return sorted(asked, key=lambda one: one.what.day)
