"""Older content, brought up to the form of today when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hearthside.ground.errors import NewerFormat

Step = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Upgrades:
    """The form one kind of record has now, and a step up from each form before.

    >>> moments = Upgrades(2, {1: lambda content: content.replace(b"mood", b"felt")})
    >>> moments.bring_up(b'{"mood": 1}', format=1)
    b'{"felt": 1}'
    """

    current: int
    steps: Mapping[int, Step] = field(default_factory=dict)
    """From each earlier form to the next, none left out: forms are read for ever."""

    def __post_init__(self) -> None:
        if set(self.steps) != set(range(1, self.current)):
            raise ValueError("there is one step from each form before the current one")

    def bring_up(self, content: bytes, *, format: int) -> bytes:
        """Return *content*, written in *format*, in the current form.

        Raises:
            NewerFormat: a newer Hearthside wrote it.
        """
        if format > self.current:
            raise NewerFormat(found=format, known=self.current)
        for earlier in range(format, self.current):
            content = self.steps[earlier](content)
        return content
