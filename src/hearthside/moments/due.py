"""What to ask about a moment now: a promise come due, and whether it still feels so.

Days only, no hours: what falls on a day falls on it wherever the person is and
whatever their clock does that night. The caller says which day it is for them.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from .moment import Moment, Promise, Rest


class Due(NamedTuple):
    """One thing to be asked, from a day on."""

    day: date
    promise: Promise | None = None
    """The promise that comes due; None for *does it still feel mended?*"""
    after: str = ""
    """How long after it was called mended: ``day``, ``week`` or ``month``."""


def due(moment: Moment, *, today: date) -> tuple[Due, ...]:
    """Return what can be asked on *today*, earliest first.

    Whether it still feels mended is one question, however many of its days have
    gone by unanswered. It waits for an answer and is asked no second time after one.
    """
    now = [one for one in days(moment) if one.day <= today]
    promises = [one for one in now if one.promise]
    mended = [one for one in now if not one.promise][-1:]
    return tuple(sorted(promises + mended, key=lambda one: one.day))


def days(moment: Moment) -> tuple[Due, ...]:
    """Return every day on which something will come due, gone by or to come.

    A promise holds until it is put down. After a moment was called mended there
    are three days, each until there is an answer (a new rest) on or after it;
    none where it is open, grieved, let go or carried.
    """
    waiting = [Due(one.due, one) for one in moment.promises if one.done is None]
    return tuple(sorted(waiting + still_mended(moment.rests), key=lambda one: one.day))


def earliest(moment: Moment) -> date | None:
    """Return the first day on which something comes due, if anything will."""
    return min((one.day for one in days(moment)), default=None)


def still_mended(rests: tuple[Rest, ...]) -> list[Due]:
    """Return the days to ask whether it still feels mended."""
    called: Rest | None = None  # the first of the answers in a row that say mended
    for rest in rests:
        called = None if rest.ending != "mended" else called or rest
    if called is None:
        return []
    asked = [
        Due(called.on + timedelta(days=1), after="day"),
        Due(called.on + timedelta(weeks=1), after="week"),
        Due(month_after(called.on), after="month"),
    ]
    return [one for one in asked if one.day > rests[-1].on]


def month_after(day: date) -> date:
    """Return the same day of the next month, or its last where it has no such day.

    >>> month_after(date(2026, 1, 31))
    datetime.date(2026, 2, 28)
    """
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
