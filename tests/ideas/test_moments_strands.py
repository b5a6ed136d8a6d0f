from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hearthside.moments.curves import Point, bends, path, x_at
from hearthside.moments.drawing import Strands
from hearthside.moments.moment import Felt, Moment, Return
from hearthside.moments.stones import PLACES, SAID
from hearthside.moments.strands import WIDTH, strands, strands_over

from .moments_told import FIRST, WROTE, came, returns, told

THICK = (2 + 5.5) / 2  # pixels from the middle of one strand to the other, touching


def on(days: int) -> date:
    return FIRST + timedelta(days=days)


def points(d: str) -> list[Point]:
    """Return a path's points, and those between them, sampled."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", d)]
    all_ = [Point(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
    found = [all_[0]]
    for i in range(0, len(all_) - 1, 3):
        p0, p1, p2, p3 = all_[i : i + 4]
        for step in range(1, 9):
            t = step / 8
            w = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            four = list(zip(w, (p0, p1, p2, p3), strict=True))
            found.append(
                Point(sum(a * p.x for a, p in four), sum(a * p.y for a, p in four))
            )
    return found


def lines(drawing: Strands) -> list[list[Point]]:
    paths = (drawing.said, *drawing.felt, *drawing.broken, *drawing.old)
    return [points(d) for d in paths]


def test_the_three_places_are_told_apart_by_where_they_lie() -> None:
    told_ = told(
        came("a", on(0), "landed"),
        came("b", on(9), "part"),
        came("c", on(18), "not"),
        came("d", on(27), "tolerated"),
        came("e", on(36), "later"),
        came("f", on(45), "unknown"),
        came("g", on(54)),
    )

    drawing = strands(told_)

    places = [stone.answers[-1].place for stone in drawing.stones]
    assert places == [
        "touching",
        "close",
        "apart",
        "apart",
        "apart",
        "broken",
        "broken",
    ]
    assert PLACES["touching"] < PLACES["close"] < PLACES["broken"] < PLACES["apart"]


def test_where_it_isnt_known_the_felt_strand_is_broken_and_goes_on() -> None:
    drawing = strands(
        told(came("a", on(0), "landed"), came("b", on(9)), came("c", on(18), "part"))
    )

    assert (len(drawing.felt), len(drawing.broken)) == (2, 1)
    [broken] = [points(d) for d in drawing.broken]
    assert broken[0].y < drawing.stones[1].y < broken[-1].y


def test_a_changed_answer_keeps_its_thread_until_the_day_it_changed() -> None:
    changed = Return(
        id="b",
        on=on(9),
        felt=(Felt(how="landed", on=on(9)), Felt(how="tolerated", on=on(18))),
    )
    drawing = strands(told(came("a", on(0), "part"), changed, came("c", on(27), "not")))

    [thread] = [points(d) for d in drawing.old]
    _, stone, after = drawing.stones
    ring, knot = stone.answers
    assert thread[0].y == drawing.stones[0].y
    assert any(abs(p.x - ring.x) < 0.2 and abs(p.y - stone.y) < 0.2 for p in thread)
    assert abs(thread[-1].y - (stone.y + after.y) / 2) < 0.2  # half-way in days
    assert (ring.holds, knot.holds) == (False, True)
    assert ring.date_y is not None


def test_a_ring_under_a_later_answer_in_its_place_is_wider() -> None:
    drawing = strands(told(came("a", on(0), "not", "tolerated")))

    ring, knot = drawing.stones[0].answers
    assert ring.x == knot.x
    assert ring.r > knot.r


def test_time_is_to_scale_between_its_bounds() -> None:
    drawing = strands(told(*(came(str(d), on(d), "part") for d in (0, 10, 30))))

    first, second, third = (stone.y for stone in drawing.stones)
    assert abs((third - second) / (second - first) - 2) < 0.05


def test_a_gap_too_long_to_draw_says_how_long_it_was() -> None:
    drawing = strands(
        told(
            came("a", on(0), "part"),
            came("b", on(5), "part"),
            came("c", on(10), "part"),
            came("d", on(40), "part"),
            came("e", on(250), "part"),
            came("f", on(2000), "part"),
        )
    )

    assert [(p.count, p.unit) for p in drawing.pauses] == [(7, "months"), (5, "years")]


def test_a_moment_nobody_came_back_to_is_drawn_and_then_not_known() -> None:
    drawing = strands(told())

    assert drawing.stones == ()
    assert (len(drawing.felt), len(drawing.broken)) == (1, 1)


def test_the_returns_of_a_relationship_are_in_the_order_of_time() -> None:
    moments = {
        "x": told(came("a", on(20), "part")),
        "y": told(came("b", on(3), "landed"), came("c", on(40), "not")),
    }

    drawing = strands_over(moments, address=lambda id: f"/moments/{id}/")

    assert [stone.href for stone in drawing.stones] == [
        "/moments/y/#return-b",
        "/moments/x/#return-a",
        "/moments/y/#return-c",
    ]
    assert [stone.moment for stone in drawing.stones] == ["y", "x", "y"]


def test_a_relationship_without_moments_is_drawn_too() -> None:
    assert strands_over({}, address=str).since is None


def test_labels_are_said_in_the_readers_language() -> None:
    drawing = strands(told(came("a", on(0), "part")), say=str.upper)

    assert drawing.stones[0].came == "THEY WROTE"
    assert drawing.stones[0].answers[0].says == "PART OF IT"


def test_a_year_is_said_where_it_turns() -> None:
    drawing = strands(told(came("a", on(0)), came("b", on(330)), came("c", on(340))))

    assert [stone.year for stone in drawing.stones] == [None, 2027, None]


many = st.lists(returns, max_size=14, unique_by=lambda one: one.id)
near = st.lists(st.integers(0, 20), max_size=14).map(
    lambda ds: [came(str(i), on(d), "landed", "not") for i, d in enumerate(ds)]
)


@given(many | near)
def test_strands_never_touch_each_other_and_stay_in_the_drawing(
    some: list[Return],
) -> None:
    drawing = strands(Moment(at=WROTE, returns=tuple(some)))

    for line in lines(drawing):
        assert all(0 <= p.x <= WIDTH and 0 <= p.y <= drawing.height for p in line)
        assert all(lower.y >= upper.y for upper, lower in pairwise(line))
    said = points(drawing.said)
    felt = [p for d in (*drawing.felt, *drawing.broken) for p in points(d)]
    assert max(p.x for p in said) + THICK < min(p.x for p in felt)


@given(many | near)
def test_no_label_lies_on_another_for_any_dates(some: list[Return]) -> None:
    drawing = strands(Moment(at=WROTE, returns=tuple(some)))

    left = [
        foot
        for stone in drawing.stones
        for foot in (
            stone.date_y,
            *(line.y for line in stone.lines),
            *([stone.year_y] if stone.year else []),
        )
    ]
    right = [
        foot
        for stone in drawing.stones
        for answer in stone.answers
        for foot in (
            *(line.y for line in answer.lines),
            *([answer.date_y] if answer.date_y else []),
        )
    ]
    for feet in (left, right):
        assert all(lower - upper >= 16 for upper, lower in pairwise(feet))
        assert all(48 < foot < drawing.height for foot in feet)
    stones = [stone.y for stone in drawing.stones]
    assert all(lower - upper >= 44 for upper, lower in pairwise(stones))


@given(many)
def test_a_drawing_grows_with_its_returns_and_not_with_the_years(
    some: list[Return],
) -> None:
    answers = sum(max(1, len(one.felt)) for one in some)

    assert strands(Moment(at=WROTE, returns=tuple(some))).height <= (
        300 + 300 * len(some) + 60 * answers
    )


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), min_size=2))
def test_a_line_stays_between_the_points_it_goes_through(
    steps: list[tuple[int, int]],
) -> None:
    through, y = [], 0
    for x, down in steps:
        through.append(Point(x, y := y + down))

    line = bends(through)

    for bend in line:
        sides = sorted((bend.start.x, bend.end.x))
        for step in range(11):
            assert sides[0] - 1e-6 <= bend.at(step / 10).x <= sides[1] + 1e-6
    assert abs(x_at(line, through[1].y) - through[1].x) < 0.1
    assert x_at(line, y + 100) == line[-1].x_at(y)
    assert path(line).startswith(f"M{through[0].x} {through[0].y}C")


def test_the_said_strand_is_the_middle_of_the_stones() -> None:
    drawing = strands(told(came("a", on(0), "landed")))

    assert abs(drawing.stones[0].x - SAID) <= 2
