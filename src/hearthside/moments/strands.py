"""What was said beside what was felt, as two strands down through the returns.

Time runs down. The thin strand is what was said, and passes a stone for each
return; the thick one is what was felt, in one of three places beside it, and
broken where the place isn't known. There is no axis, and no place is worth more.

**Scale.** Days are drawn to one scale, chosen so that the middle gap between
returns is ``TYPICAL`` pixels (less where there are many returns). Two bounds bend
it: returns closer in time than their labels are tall are set apart until the
labels clear each other, and a gap is never taller than ``LONGEST``. A gap that was
shortened so is marked as a pause that says how long it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from statistics import median

from .curves import Bend, Point, bends, path, x_at
from .drawing import Pause, Stone, Strands
from .moment import Moment
from .saying import Say
from .stones import PLACES, SAID, Row, row, stone

# Pixels of a drawing 300 wide, all chosen by eye.
WIDTH = 300
HEAD = 48  # where the strands begin, under their names
START = SAID + PLACES["apart"] - 8, SAID - 2  # where felt and said begin
TYPICAL, LEAST_TYPICAL = 132, 84  # a middle gap, with few returns and with many
FEW = 6  # returns
FASTEST = 14  # a day, at most
FIRST, LONGEST = 24, 272  # the least way to the first stone; the tallest gap
CLEAR = 14  # between the labels of two returns
TAIL = 76  # the strands go on below the last stone
SOON, LATE = (
    36,
    104,
)  # a thread's end after its stone, at least; after the last, at most
BESIDE = 12  # a thread from a strand it would lie under
SWAY = (-6, -8, -5, -7)
"""How far the said strand swings out between stones, away from what was felt."""
BREATH = (4, 6, 3, 5)
"""How far the felt strand swings out, the other way."""
UNITS = {"years": 365.25, "months": 30.44, "weeks": 7}  # days, on average


def strands(moment: Moment, *, say: Say = str) -> Strands:
    """Return the drawing of one moment; its stones lead to ``#return-<id>``.

    Args:
        moment: the moment, with or without returns.
        say: puts a text into the reader's language.
    """
    rows = [row("", f"#return-{one.id}", one, say) for one in moment.returns]
    return drawn(sorted(rows, key=day_of), moment.day, say)


def strands_over(
    moments: Mapping[str, Moment], *, address: Callable[[str], str], say: Say = str
) -> Strands:
    """Return the drawing of the returns of several moments, in the order of time.

    Args:
        moments: those of one relationship, by id.
        address: gives the address of a moment's page, by its id.
        say: puts a text into the reader's language.
    """
    rows = [
        row(id, f"{address(id)}#return-{one.id}", one, say)
        for id, moment in moments.items()
        for one in moment.returns
    ]
    since = min((moment.day for moment in moments.values()), default=None)
    return drawn(sorted(rows, key=day_of), since, say)


def day_of(one: Row) -> date:
    """Return the day of a return, which orders them."""
    return one.return_.on


def drawn(rows: Sequence[Row], since: date | None, say: Say) -> Strands:
    """Return the drawing of *rows*, which are in the order of time."""
    days = [one.return_.on for one in rows]
    since = min([since, *days]) if since else None
    pace = scale([*([since] if since else []), *days])
    ys, pauses = heights(rows, since, pace)
    stones = tuple(
        stone(one, number=i + 1, y=ys[i], year=year, say=say)
        for i, (one, year) in enumerate(zip(rows, years(days, since), strict=True))
    )
    when = clock(days, ys, pace)
    height = bottom(rows, ys, when)
    felt = felt_strand(stones, height)
    line = [bend for bend, _ in felt]
    return Strands(
        width=WIDTH,
        height=height,
        since=since,
        until=days[-1] if days else None,
        said=path(said_strand(stones, height)),
        felt=pieces(felt, known=True),
        broken=pieces(felt, known=False),
        old=tuple(path(one) for one in threads(stones, line, when)),
        stones=stones,
        pauses=pauses,
    )


# --- time ------------------------------------------------------------------------


def scale(days: Sequence[date]) -> float:
    """Return how many pixels a day is, by the middle gap between *days*."""
    gaps = [(other - one).days for one, other in pairwise(days) if other > one]
    if not gaps:
        return FASTEST
    typical = max(LEAST_TYPICAL, TYPICAL * min(1, FEW / len(days)))
    return min(FASTEST, typical / median(gaps))


def heights(
    rows: Sequence[Row], since: date | None, pace: float
) -> tuple[list[float], tuple[Pause, ...]]:
    """Return the height of each row's stone, and the gaps that were shortened."""
    ys: list[float] = []
    pauses: list[Pause] = []
    y, before, room = float(HEAD), since, float(FIRST)
    for one in rows:
        on = one.return_.on
        gap = (on - before).days if before else 0
        least = room + one.half
        tall = max(least, min(gap * pace, LONGEST))
        if gap * pace > max(least, LONGEST):
            pauses.append(pause(gap, y + tall / 2))
        y += tall
        ys.append(y)
        before, room = on, one.half + CLEAR
    return ys, tuple(pauses)


def pause(gap: int, y: float) -> Pause:
    """Return the mark of a gap of that many days, in the largest unit with two."""
    unit, days = next(
        ((unit, days) for unit, days in UNITS.items() if gap >= 2 * days - 1),
        ("weeks", UNITS["weeks"]),
    )
    return Pause(round(y, 1), round(gap / days), unit)


def years(days: Sequence[date], since: date | None) -> list[int | None]:
    """Return for each day its year, or None where the one before had the same."""
    before = [since or days[0] if days else None, *days]
    return [
        None if earlier and earlier.year == day.year else day.year
        for earlier, day in zip(before, days, strict=False)
    ]


def clock(
    days: Sequence[date], ys: Sequence[float], pace: float
) -> Callable[[date], float]:
    """Return what gives the height of any day from the first stone on."""

    def when(day: date) -> float:
        after = bisect_right(days, day)
        if after == 0:
            return ys[0]
        if after == len(days):
            return ys[-1] + min(max((day - days[-1]).days * pace, SOON), LATE)
        gone = (day - days[after - 1]).days / (days[after] - days[after - 1]).days
        return ys[after - 1] + gone * (ys[after] - ys[after - 1])

    return when


def bottom(
    rows: Sequence[Row], ys: Sequence[float], when: Callable[[date], float]
) -> float:
    """Return how tall the drawing is, with room for all that hangs from its stones."""
    if not rows:
        return float(HEAD + 2 * TAIL)
    changes = [when(felt.on) for one in rows for felt in one.return_.felt[1:]]
    needed = [ys[-1] + TAIL, ys[-1] + rows[-1].half + CLEAR]
    needed += [max(y, ys[-1] + SOON) + SOON for y in changes]
    return round(max(needed), 1)


# --- lines -----------------------------------------------------------------------


def said_strand(stones: Sequence[Stone], height: float) -> list[Bend]:
    """Return the thin strand: through every stone, swinging out between them."""
    points = [Point(START[1], HEAD)]
    for i, one in enumerate(stones):
        points += [between(points[-1], one.y, SAID + SWAY[i % len(SWAY)])]
        points += [Point(one.x, one.y)]
    return bends([*points, Point(SAID - 3, height)])


def between(before: Point, y: float, x: float) -> Point:
    """Return the point half-way down from *before* to the height *y*, at *x*."""
    return Point(x, (before.y + y) / 2)


def felt_strand(stones: Sequence[Stone], height: float) -> list[tuple[Bend, bool]]:
    """Return the thick strand, and of each of its bends whether its place is known.

    Half the way to a return belongs to it, and half to the one before.
    """
    points, known = [Point(START[0], HEAD)], [True]
    for i, one in enumerate(stones):
        answer = one.answers[-1]
        x = (points[-1].x + answer.x) / 2 + BREATH[i % len(BREATH)]
        points += [between(points[-1], one.y, x), Point(answer.x, one.y)]
        known += [answer.place != "broken"] * 2
    end = Point(points[-1].x + BREATH[0], height)
    points += [between(points[-1], height, end.x - BREATH[0] / 2), end]
    known += [known[-1] and bool(stones)]  # with no return yet, it isn't known
    return list(zip(bends(points), known, strict=True))


def pieces(strand: Sequence[tuple[Bend, bool]], *, known: bool) -> tuple[str, ...]:
    """Return a path for each stretch of the strand that is known, or isn't."""
    return tuple(
        path(bend for bend, _ in stretch)
        for is_known, stretch in groupby(strand, key=lambda one: one[1])
        if is_known is known
    )


def threads(
    stones: Sequence[Stone], line: Sequence[Bend], when: Callable[[date], float]
) -> list[list[Bend]]:
    """Return the thread of each answer that was changed.

    It leaves the felt strand at the return before, passes where the answer lay,
    and comes back to the strand on the day the answer was changed.
    """
    drawn: list[list[Bend]] = []
    for i, one in enumerate(stones):
        start = line[0].start if i == 0 else line[2 * i - 1].end
        for old, new in pairwise(one.answers):
            y = max(when(new.on or one.on), one.y + SOON)
            points = [start, Point(old.x, one.y)]
            points += [
                Point(beside(old.x, later.answers[-1].x), later.y)
                for later in stones[i + 1 :]
                if later.y < y - SOON / 2
            ]
            hold = (points[-1].y + y) / 2 - SOON / 4
            points.append(Point(points[-1].x + 4, hold))
            drawn.append(bends([*points, Point(x_at(line, y), y)]))
    return drawn


def beside(x: float, knot: float) -> float:
    """Return *x*, or a place next to it where a knot of the strand would hide it."""
    return x if abs(x - knot) >= BESIDE else x + BESIDE
