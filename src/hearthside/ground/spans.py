"""A place in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text, in code points: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of *text* this span covers.

        >>> Span(4, 9).of("I'm sorry")
        'sorry'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share at least one character.

        >>> Span(0, 4).overlaps(Span(4, 9))
        False
        """
        return self.start < other.end and other.start < self.end
