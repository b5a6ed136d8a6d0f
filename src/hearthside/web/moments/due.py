"""What has come due: promises, and whether what was mended still feels so."""

from __future__ import annotations

from typing import NamedTuple

from hearthside.moments.due import Due, due
from hearthside.moments.found import About, find, put_away_in
from hearthside.web.keeping import wishes
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store


class Asked(NamedTuple):
    """One line at the threshold."""

    id: str
    line: About
    what: Due


def what_is_due(keeper: Keeper) -> list[Asked]:
    """Return what has come due by today, earliest first.

    A promise is said always, since someone gave it its day; whether what was mended
    still feels so, only where reminders are wanted.
    """
    today = store.today()
    wanted = wishes.get(keeper).reminders
    there = {
        id_: one for id_, one in with_a_day(keeper) if one.due and one.due <= today
    }
    asked = [
        Asked(id_, there[id_], one)
        for id_, kept in store.these(keeper, there).items()
        for one in due(kept, today=today)
        if wanted or one.promise
    ]
    return sorted(asked, key=lambda one: one.what.day)


def with_a_day(keeper: Keeper) -> list[tuple[str, About]]:
    """Return what comes due on any day, by the index; nothing of what is put away."""
    lines = store.lines(keeper)
    there = find(lines, put_away=put_away_in(lines))
    return [(id_, line) for id_, line in there if line.due]
