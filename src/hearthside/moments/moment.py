"""One moment, everything that belongs to it, and its form as bytes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct

FORMAT = 1
"""The form moments are written in. Older ones are brought up when opened."""


class Body(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the body did, before there were words."""

    did: tuple[str, ...] = ()
    """Ids of ``choices.BODY``."""
    where: str = ""
    how_much: str = ""
    """In the person's own words, like the place; never a number we asked for."""


class Felt(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer to how a return landed, on the day it was given."""

    how: str
    """An id of ``choices.FELT``."""
    on: date
    for_peace: str = ""
    """An id of ``choices.FOR_PEACE``: whether it was said to keep the peace."""


class Return(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone went back to it."""

    id: str
    on: date
    by: str = ""
    """An id of ``choices.BY``."""
    how: str = ""
    """An id of ``choices.HOW``."""
    words: str = ""
    """Its words as they were said or written, where there were any."""
    felt: tuple[Felt, ...] = ()
    """Every answer in the order given; the last one holds."""


class Rest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the moment rests, by an answer on one day."""

    ending: str
    """An id of ``choices.ENDINGS``."""
    on: date
    seen_differently: bool = False
    """Mended, and perhaps still seen differently by the two."""


class Promise(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Not now: I'll come back on a day."""

    id: str
    due: date
    made: date
    by: str = "me"
    """An id of ``choices.BY``."""
    done: date | None = None
    """The day it was put down: come back to, or let be."""


class Naming(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The same hurt, named once more."""

    id: str
    on: date
    words: str
    softer: bool = False
    """Said more softly, or with more explaining, than before."""
    came_back: str = ""
    """What came back, in the person's own words."""


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one part of a moment was before it was changed."""

    part: str
    """A part's name, or ``part/id`` for one return, promise or naming."""
    was: Any
    """In the plain values of JSON; None where it wasn't there yet."""
    at: datetime


class Moment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that broke, or something that softened."""

    at: datetime
    """When it was written down, in UTC."""
    healing: bool = False
    """Something softened, and nothing has to be mended."""
    title: str = ""
    """What the person calls it, if anything."""
    happened: date | None = None
    """The day it happened, where the person said one."""
    body: Body = Body()
    words: str = ""
    """What happened, verbatim."""
    forms: tuple[str, ...] = ()
    """Ids of ``choices.FORMS``."""
    form: str = ""
    """The person's own words for its form."""
    pace: str = ""
    """An id of ``choices.PACES``."""
    whose: str = ""
    """An id of ``choices.WHOSE``."""
    bond: str = ""
    """The id of the relationship it belongs to."""
    structure: str = ""
    """An id of ``choices.STRUCTURES``."""
    story: str = ""
    """The story told to oneself, kept apart from what happened."""
    needed: str = ""
    my_part: str = ""
    returns: tuple[Return, ...] = ()
    rests: tuple[Rest, ...] = ()
    """Every answer to how it rests, in the order given; the last one holds."""
    promises: tuple[Promise, ...] = ()
    namings: tuple[Naming, ...] = ()
    to_sort: bool = False
    """Brought in from elsewhere, and not yet looked at."""
    earlier: tuple[Change, ...] = ()
    """Every change, oldest first."""

    @property
    def rest(self) -> Rest | None:
        """Return how it rests now, or None where nobody has said."""
        return self.rests[-1] if self.rests else None

    @property
    def day(self) -> date:
        """Return the day it happened, or else the day it was written down."""
        return self.happened or self.at.date()

    @property
    def first(self) -> str:
        """Return what it is called, or else the first line of its words."""
        return first_line(self.title) or first_line(self.words)


class Bond(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A relationship: with a person, a group, an institution or oneself."""

    name: str
    kind: str = ""
    """An id of ``choices.BONDS``."""
    nothing_for_two: bool = False
    put_away: bool = False


class Gathered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Small moments gathered over time into one thing that can be looked at."""

    name: str
    at: datetime
    moments: tuple[str, ...] = ()
    """Ids of moments."""


Kept = Moment | Bond | Gathered


def first_line(words: str) -> str:
    """Return the first line of *words* that isn't empty, without its margins."""
    return next((line.strip() for line in words.splitlines() if line.strip()), "")


def as_bytes(kept: Kept) -> bytes:
    """Return *kept* as JSON."""
    return msgspec.json.encode(kept)


def moment_from(content: bytes) -> Moment:
    """Return the moment in *content*.

    Raises:
        msgspec.DecodeError: it isn't one.
    """
    return msgspec.json.decode(content, type=Moment)


def bond_from(content: bytes) -> Bond:
    """Return the relationship in *content*; raises as ``moment_from`` does."""
    return msgspec.json.decode(content, type=Bond)


def gathered_from(content: bytes) -> Gathered:
    """Return the gathering in *content*; raises as ``moment_from`` does."""
    return msgspec.json.decode(content, type=Gathered)
