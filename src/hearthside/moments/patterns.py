"""What only shows over time: what came back, what gathered, what was named again.

Counted from the person's own answers and dates alone. Nothing is concluded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from .moment import Gathered, Moment

LEAST = 3  # returns answered so before anything is shown (chosen)
UNMET = ("not", "tolerated")
"""The answers it is counted from: it didn't land, or was passed over."""


class Answered(NamedTuple):
    """One return, and how it landed by the last answer given."""

    on: date
    moment: str
    """The moment's id, and the return's."""
    return_id: str


class Pattern(NamedTuple):
    """Returns in one relationship that didn't land or passed it over."""

    unmet: dict[str, tuple[Answered, ...]]
    """By answer, one of ``UNMET``: each return, oldest first. None is empty."""
    answered: int
    """How many returns were answered at all, so that the rest isn't hidden."""
    first: date
    last: date
    """The days of the first and last return in *unmet*."""

    @property
    def times(self) -> int:
        """Return how many returns there are in *unmet*."""
        return sum(len(returns) for returns in self.unmet.values())


def pattern(moments: Mapping[str, Moment]) -> Pattern | None:
    """Return what came back in one relationship, or None below three such returns.

    Args:
        moments: the moments of one relationship, by id. Those that are the
            person's own to mend are left out: there, another one was hurt.
    """
    unmet: dict[str, list[Answered]] = {how: [] for how in UNMET}
    answered = 0
    for id, moment in moments.items():
        if moment.whose == "mine":
            continue
        for return_ in moment.returns:
            if not return_.felt:
                continue
            answered += 1
            how = return_.felt[-1].how
            if how in unmet:
                unmet[how].append(Answered(return_.on, id, return_.id))
    days = [one.on for returns in unmet.values() for one in returns]
    if len(days) < LEAST:
        return None
    shown = {how: tuple(sorted(returns)) for how, returns in unmet.items() if returns}
    return Pattern(shown, answered, min(days), max(days))


class Erosion(NamedTuple):
    """Small moments, looked at as one thing over time."""

    days: tuple[tuple[date, str], ...]
    """The day and id of each, oldest first; never empty."""
    forms: tuple[tuple[str, int], ...]
    """Each form's id or own words, and in how many of them, commonest first."""

    @property
    def first(self) -> date:
        """Return the day of the first."""
        return self.days[0][0]

    @property
    def last(self) -> date:
        """Return the day of the last."""
        return self.days[-1][0]


def erosion(gathered: Gathered, moments: Mapping[str, Moment]) -> Erosion | None:
    """Return what was *gathered*, or None where none of it is there any more.

    Args:
        gathered: which moments belong together.
        moments: at least those of them that are still kept, by id.
    """
    there = {id: moments[id] for id in gathered.moments if id in moments}
    if not there:
        return None
    days = sorted((moment.day, id) for id, moment in there.items())
    return Erosion(tuple(days), counted(there.values()))


def counted(moments: Iterable[Moment]) -> tuple[tuple[str, int], ...]:
    """Return every form, and in how many moments it is; commonest first."""
    forms: Counter[str] = Counter()
    for moment in moments:
        forms.update({*moment.forms, *filter(None, [moment.form])})
    return tuple(sorted(forms.items(), key=lambda one: (-one[1], one[0])))


class Said(NamedTuple):
    """The hurt, named once."""

    on: date
    words: str
    softer: bool
    came_back: str
    id: str
    """The naming's id; empty for the first words."""


class NamedAgain(NamedTuple):
    """One hurt, each time it was named."""

    times: tuple[Said, ...]
    """The first words, then every naming, oldest first."""

    @property
    def first(self) -> date:
        """Return the day of the first words."""
        return self.times[0].on

    @property
    def last(self) -> date:
        """Return the day it was named last."""
        return self.times[-1].on

    @property
    def softer(self) -> tuple[Said, ...]:
        """Return those said more softly, or with more explaining, than before."""
        return tuple(one for one in self.times if one.softer)

    @property
    def answered(self) -> tuple[Said, ...]:
        """Return those to which something came back."""
        return tuple(one for one in self.times if one.came_back)


def named(moment: Moment) -> NamedAgain | None:
    """Return each time the hurt of *moment* was named, or None where it was once."""
    if not moment.namings:
        return None
    later = sorted(moment.namings, key=lambda one: one.on)
    return NamedAgain(
        (
            Said(moment.day, moment.words, softer=False, came_back="", id=""),
            *(Said(n.on, n.words, n.softer, n.came_back, n.id) for n in later),
        )
    )
