"""Soft lines down a page: through given points, never past them, never back up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

PULL = 0.48  # how far a bend keeps its lean before it turns, of its height (chosen)
HALVINGS = 24  # of the way along a bend: far finer than a tenth of a pixel


class Point(NamedTuple):
    """A place in a drawing, in pixels from its top left corner."""

    x: float
    y: float


class Bend(NamedTuple):
    """A piece of a line: from a point to one below it, by way of two handles."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, t: float) -> Point:
        """Return the point after the part *t* of the way, from 0 to 1."""
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
        return Point(
            sum(weight * point.x for weight, point in zip(weights, self, strict=True)),
            sum(weight * point.y for weight, point in zip(weights, self, strict=True)),
        )

    def x_at(self, y: float) -> float:
        """Return where the bend is at the height *y*, which it passes once."""
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.at(middle).y < y else (low, middle)
        return self.at(low).x


def bends(points: Sequence[Point]) -> list[Bend]:
    """Return a smooth line through *points*, each below the one before.

    Between two points it stays between their sides: it turns only at a point. The
    lean at a point is the harmonic mean of the slopes around it, none at a turn:
    Fritsch and Butland (1984), doi:10.1137/0905021.
    """
    slopes = [(two.x - one.x) / (two.y - one.y) for one, two in pairwise(points)]
    leans = [0.0, *(lean(one, two) for one, two in pairwise(slopes)), 0.0]
    line: list[Bend] = []
    for (one, two), (leaves, comes) in zip(
        pairwise(points), pairwise(leans), strict=True
    ):
        down = PULL * (two.y - one.y)
        first = Point(one.x + leaves * down, one.y + down)
        line.append(Bend(one, first, Point(two.x - comes * down, two.y - down), two))
    return line


def lean(before: float, after: float) -> float:
    """Return how a line leans between two slopes, in pixels across for each down."""
    if before * after <= 0:
        return 0.0
    return 2 * before * after / (before + after)


def x_at(line: Sequence[Bend], y: float) -> float:
    """Return where the line is at the height *y*, or at its nearer end."""
    bend = next((bend for bend in line if y <= bend.end.y), line[-1])
    return bend.x_at(min(max(y, bend.start.y), bend.end.y))


def path(line: Iterable[Bend]) -> str:
    """Return the line as the ``d`` of an SVG path, to a tenth of a pixel.

    >>> path(bends([Point(0, 0), Point(10, 100)]))
    'M0 0C0 48 10 52 10 100'
    """
    drawn: list[str] = []
    for bend in line:
        numbers = [short(number) for point in bend for number in point]
        if not drawn:
            drawn.append(f"M{numbers[0]} {numbers[1]}")
        drawn.append("C" + " ".join(numbers[2:]))
    return "".join(drawn)


def short(number: float) -> str:
    """Return *number* to one decimal, without a decimal that is nought."""
    return f"{number:.1f}".removesuffix(".0")
