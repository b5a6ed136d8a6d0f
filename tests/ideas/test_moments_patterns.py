from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from hearthside.moments.moment import Gathered, Naming
from hearthside.moments.patterns import erosion, named, pattern

from .moments_told import FIRST, WROTE, came, told


def on(days: int) -> date:
    return FIRST + timedelta(days=days)


def test_three_returns_that_didnt_land_are_shown_with_their_dates() -> None:
    moments = {
        "x": told(came("a", on(0), "not"), came("b", on(9), "landed")),
        "y": told(came("c", on(4), "tolerated"), came("d", on(30), "not")),
    }

    found = pattern(moments)

    assert found is not None
    assert [(one.on, one.moment, one.return_id) for one in found.unmet["not"]] == [
        (on(0), "x", "a"),
        (on(30), "y", "d"),
    ]
    assert len(found.unmet["tolerated"]) == 1
    assert (found.times, found.answered) == (3, 4)
    assert (found.first, found.last) == (on(0), on(30))


def test_two_are_no_pattern() -> None:
    moments = {"x": told(came("a", on(0), "not"), came("b", on(1), "not"))}

    assert pattern(moments) is None
    assert pattern({}) is None


def test_only_the_last_answer_counts() -> None:
    returns = [came(str(i), on(i), "not", "landed") for i in range(3)]

    assert pattern({"x": told(*returns)}) is None


def test_what_was_never_answered_or_isnt_known_yet_counts_for_nothing() -> None:
    returns = [came("a", on(0)), came("b", on(1), "later"), came("c", on(2), "unknown")]

    assert pattern({"x": told(*returns)}) is None


def test_a_moment_that_is_ones_own_to_mend_is_left_out() -> None:
    returns = [came(str(i), on(i), "not") for i in range(3)]
    moment = replace(told(*returns), whose="mine")

    assert pattern({"x": moment}) is None


def test_small_moments_are_looked_at_as_one_thing_over_time() -> None:
    moments = {
        "x": replace(told(), happened=on(9), forms=("tone", "look")),
        "y": replace(told(), happened=on(2), forms=("tone",), form="that sigh"),
        "elsewhere": replace(told(), forms=("silence",)),
    }
    gathered = Gathered(name="The sighs", at=WROTE, moments=("x", "y", "forgotten"))

    found = erosion(gathered, moments)

    assert found is not None
    assert found.days == ((on(2), "y"), (on(9), "x"))
    assert (found.first, found.last) == (on(2), on(9))
    assert found.forms == (("tone", 2), ("look", 1), ("that sigh", 1))


def test_a_gathering_of_nothing_that_is_left_is_nothing() -> None:
    assert erosion(Gathered(name="x", at=WROTE, moments=("gone",)), {}) is None


def test_a_hurt_named_again_is_laid_beside_its_first_words() -> None:
    moment = replace(
        told(),
        happened=on(0),
        namings=(
            Naming(id="b", on=on(20), words="if you have time", softer=True),
            Naming(id="a", on=on(6), words="i waited", came_back="ok"),
        ),
    )

    found = named(moment)

    assert found is not None
    assert [(one.on, one.words) for one in found.times] == [
        (on(0), "i kept looking at the door"),
        (on(6), "i waited"),
        (on(20), "if you have time"),
    ]
    assert [one.id for one in found.softer] == ["b"]
    assert [one.id for one in found.answered] == ["a"]


def test_a_hurt_named_once_is_not_named_again() -> None:
    assert named(told()) is None
