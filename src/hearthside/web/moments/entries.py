"""A moment being written, in memory, until it is kept or let go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils import timezone

from hearthside.moments.choices import BODY
from hearthside.moments.moment import Body, Moment
from hearthside.web.waiting import Entry

HURT, MINE, MISSING, SOFTENED = 1, 2, 3, 4
"""The doors of the threshold that lead here. An address holds their number only."""


@dataclass(slots=True)
class Begun(Entry):
    """What was said of a moment so far."""

    name: ClassVar[str] = "begun"
    door: int = HURT
    did: tuple[str, ...] = ()
    where: str = ""
    how_much: str = ""
    pace: str = ""
    to_keep: bool = False
    """They said *Keep this*, and the key wasn't at hand."""
    kept_as: str = ""
    """The id it is kept under, once it is."""

    @property
    def says_something(self) -> bool:
        """Return whether anything was said: one tap or one word is enough."""
        told = (*self.did, self.where, self.how_much, self.pace, self.words)
        return any(one.strip() for one in told)

    @property
    def being_written(self) -> dict[str, str]:
        """Return what was typed of it and isn't kept."""
        if self.kept_as:
            return {}
        body = "\n".join(BODY[one] for one in self.did)
        told = {"words": self.words, "body": body, "where": self.where}
        told["how_much"] = self.how_much
        return {name: text for name, text in told.items() if text.strip()}

    def as_moment(self) -> Moment:
        """Return it as a moment of now."""
        return Moment(
            at=timezone.now(),
            healing=self.door == SOFTENED,
            body=Body(did=self.did, where=self.where, how_much=self.how_much),
            words=self.words,
            pace=self.pace,
            whose="mine" if self.door == MINE else "",
        )
