"""Words that were brought: a message someone received, or one they may send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from hearthside.web.waiting import Entry


@dataclass(slots=True)
class Received(Entry):
    """A message someone received."""

    name: ClassVar[str] = "received"
    fields: ClassVar[tuple[str, ...]] = ("words", "before")
    before: str = ""
    """The message it answers."""
    landed: str = ""
    """How it landed, by the one it was sent to."""
    heard: str = ""
    """Whether they have heard words like these before."""
    came_after: str = ""
    """What came after those."""
    kept_in: str = ""
    """The id of the moment these words are kept in, if they came from one."""
    told: str = ""
    """The same, in their own words."""


@dataclass(slots=True)
class Draft(Entry):
    """A message someone may send."""

    name: ClassVar[str] = "draft"
    purpose: str = ""
    may_be_danger: bool | None = None
    """Whether some words may be about dying; None until they were read for it."""
