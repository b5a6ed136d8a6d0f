"""The five families and fifteen groups that the moves belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearthside.ground.translating import gettext_noop as _


class Family(StrEnum):
    """What a group is part of."""

    NAMING = "naming"
    REPAIR = "repair"
    PERFORMED = "performed"
    RUPTURE = "rupture"
    SILENCING = "silencing"


class Line(StrEnum):
    """How a mark is drawn: the style carries the meaning, colour only warmth."""

    RETURN = "return"  # solid: turns toward
    GUARD = "guard"  # wavy: looks like repair, turns away
    HURT = "hurt"  # double: a hurt named, a rupture
    HUSH = "hush"  # dotted: makes oneself less, or leaves


@dataclass(frozen=True, slots=True)
class Group:
    """Moves that do nearly the same; named where a single move isn't sure."""

    id: str
    family: Family
    heading: str
    line: Line
    turns_to: str
    """What the words turn to, as the end of "These words turn to …"."""


FAMILIES = tuple(Family)
GROUPS = {
    group.id: group
    for group in (
        Group(
            "hurt",
            Family.NAMING,
            _("Names a hurt"),
            Line.HURT,
            _("a hurt of their own"),
        ),
        Group(
            "need",
            Family.NAMING,
            _("Names a need or a limit"),
            Line.HURT,
            _("what they need"),
        ),
        Group(
            "bid",
            Family.NAMING,
            _("Reaches out"),
            Line.RETURN,
            _("being near you"),
        ),
        Group(
            "owning",
            Family.REPAIR,
            _("Owns what was done"),
            Line.RETURN,
            _("what they did"),
        ),
        Group(
            "impact",
            Family.REPAIR,
            _("Turns to how it was for you"),
            Line.RETURN,
            _("you"),
        ),
        Group(
            "mending",
            Family.REPAIR,
            _("Turns to mending"),
            Line.RETURN,
            _("what comes next"),
        ),
        Group(
            "hollow",
            Family.PERFORMED,
            _("A sorry that turns away"),
            Line.GUARD,
            _("how you took it"),
        ),
        Group(
            "excusing",
            Family.PERFORMED,
            _("Turns to reasons"),
            Line.GUARD,
            _("their side of it"),
        ),
        Group(
            "turning",
            Family.PERFORMED,
            _("Turns it around"),
            Line.GUARD,
            _("something other than what they did"),
        ),
        Group(
            "closing",
            Family.PERFORMED,
            _("Closes it"),
            Line.GUARD,
            _("being done with it"),
        ),
        Group(
            "attack",
            Family.RUPTURE,
            _("Speaks against you"),
            Line.HURT,
            _("speaking against you"),
        ),
        Group(
            "dismissal",
            Family.RUPTURE,
            _("Brushes it aside"),
            Line.HURT,
            _("waving it away"),
        ),
        Group(
            "control",
            Family.RUPTURE,
            _("Presses or threatens"),
            Line.HURT,
            _("making you do something"),
        ),
        Group(
            "withdrawal",
            Family.RUPTURE,
            _("Leaves the exchange"),
            Line.HUSH,
            _("leaving"),
        ),
        Group(
            "less",
            Family.SILENCING,
            _("Makes oneself less"),
            Line.HUSH,
            _("making themselves less"),
        ),
    )
}
