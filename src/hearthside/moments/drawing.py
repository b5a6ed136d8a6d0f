"""What a drawing of strands is made of: plain values that a page can draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Words:
    """One line of a label, and how far down its foot stands."""

    y: float
    words: str


@dataclass(frozen=True)
class Answer:
    """How a return landed, by one answer: a knot, or a ring where it changed."""

    how: str
    """An id of ``choices.FELT``; empty where none was given."""
    says: str
    on: date | None
    """The day it was given; None where none was."""
    place: str
    place_says: str
    holds: bool
    """Whether it is the last, on the strand itself."""
    x: float
    y: float
    r: float
    """The radius of its ring; wider where a later answer is in the same place."""
    lines: tuple[Words, ...]
    date_y: float | None
    """Where its day is written; None where there is one answer."""


@dataclass(frozen=True)
class Stone:
    """One return on the said strand."""

    number: int
    id: str
    moment: str
    """The moment's id; empty in the drawing of one moment."""
    href: str
    on: date
    year: int | None
    """The year, where it isn't that of the return before."""
    year_y: float
    came: str
    words: str
    x: float
    y: float
    shape: str
    date_y: float
    lines: tuple[Words, ...]
    answers: tuple[Answer, ...]
    """Every answer in the order given; the last one holds."""

    @property
    def number_y(self) -> float:
        """Return where the foot of its number stands."""
        return self.y + 5

    @property
    def touch_y(self) -> float:
        """Return where the 44 pixels begin that a finger can touch."""
        return self.y - 22


@dataclass(frozen=True)
class Pause:
    """A gap in time that was drawn shorter than it was."""

    y: float
    count: int
    unit: str
    """``weeks``, ``months`` or ``years``."""


@dataclass(frozen=True)
class Strands:
    """A whole drawing, ready for a page."""

    width: int
    height: float
    since: date | None
    until: date | None
    said: str
    felt: tuple[str, ...]
    broken: tuple[str, ...]
    old: tuple[str, ...]
    """The thread of each answer that was changed, until the day it was."""
    stones: tuple[Stone, ...]
    pauses: tuple[Pause, ...]
