from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hearthside.ground.errors import NoLongerThere, NothingToUndo
from hearthside.moments.changing import (
    TYPES,
    changed,
    felt,
    history,
    named_again,
    promised,
    put_back,
    put_down,
    rested,
    undone,
    with_return,
    without,
)
from hearthside.moments.choices import ENDINGS, PARTS
from hearthside.moments.moment import (
    Body,
    Felt,
    Moment,
    Naming,
    Promise,
    Rest,
    as_bytes,
    moment_from,
)

from .moments_told import (
    FIRST,
    came,
    later,
    moments,
    namings,
    promises,
    rests,
    returns,
    text,
    told,
)

SOON = Promise(id="p", due=date(2026, 3, 9), made=FIRST)


def test_what_was_there_before_is_remembered() -> None:
    moment = changed(told(), "words", "i waited", at=later(1))

    [past] = history(moment)

    assert moment.words == "i waited"
    assert (past.part, past.at) == ("words", later(1))
    assert (past.was, past.became) == ("i kept looking at the door", "i waited")


def test_the_same_again_is_no_change() -> None:
    moment = told()

    assert changed(moment, "words", moment.words, at=later(1)) is moment


@pytest.mark.parametrize("part", ["at", "earlier", "verdict"])
def test_what_a_moment_has_no_say_over_is_refused(part: str) -> None:
    with pytest.raises(NoLongerThere):
        changed(told(), part, "x", at=later(1))


def test_an_answer_that_changes_leaves_the_earlier_one_in_place() -> None:
    moment = told(came("r", FIRST, "landed"))
    answer = Felt(how="tolerated", on=date(2026, 3, 21), for_peace="yes")

    moment = felt(moment, "r", answer, at=later(1))

    assert [one.how for one in moment.returns[0].felt] == ["landed", "tolerated"]


def test_an_answer_to_a_return_that_is_gone_is_refused() -> None:
    with pytest.raises(NoLongerThere):
        felt(told(), "r", Felt(how="landed", on=FIRST), at=later(1))


def test_a_return_of_the_same_id_takes_the_place_of_the_first() -> None:
    moment = told(came("a", FIRST), came("b", FIRST))

    moment = with_return(moment, came("a", date(2026, 3, 2)), at=later(1))

    assert [one.id for one in moment.returns] == ["a", "b"]
    assert moment.returns[0].on == date(2026, 3, 2)


@pytest.mark.parametrize("ending", sorted(set(ENDINGS) - {"open"}))
def test_an_ending_puts_down_every_promise(ending: str) -> None:
    moment = promised(told(), SOON, at=later(1))

    moment = rested(moment, Rest(ending=ending, on=FIRST), at=later(2))

    assert moment.promises[0].done == FIRST


def test_still_open_leaves_promises_as_they_are() -> None:
    moment = promised(told(), SOON, at=later(1))

    moment = rested(moment, Rest(ending="open", on=FIRST), at=later(2))

    assert moment.promises == (SOON,)


def test_opening_again_brings_no_promise_back() -> None:
    moment = promised(told(), SOON, at=later(1))

    moment = rested(moment, Rest(ending="grieved", on=FIRST), at=later(2))
    moment = rested(moment, Rest(ending="open", on=date(2026, 4, 1)), at=later(3))

    assert moment.rest == Rest(ending="open", on=date(2026, 4, 1))
    assert moment.promises[0].done == FIRST


def test_an_ending_is_undone_with_all_it_put_down() -> None:
    before = promised(told(), SOON, at=later(1))

    moment = rested(before, Rest(ending="let_go", on=FIRST), at=later(2))
    moment = undone(moment, at=later(3))

    assert (moment.rests, moment.promises) == ((), (SOON,))


def test_a_promise_that_was_done_keeps_its_day() -> None:
    moment = promised(told(), SOON, at=later(1))
    moment = put_down(moment, "p", on=date(2026, 3, 2), at=later(2))

    moment = rested(moment, Rest(ending="mended", on=date(2026, 4, 1)), at=later(3))

    assert moment.promises[0].done == date(2026, 3, 2)


def test_a_naming_can_be_taken_out_and_put_back_from_history() -> None:
    naming = Naming(id="n", on=FIRST, words="it hurt")
    moment = named_again(told(), naming, at=later(1))

    gone = without(moment, "namings", "n", at=later(2))
    back = put_back(gone, gone.earlier[-1], at=later(3))

    assert gone.namings == ()
    assert back.namings == (naming,)
    assert [past.became for past in history(gone)] == [None, naming]


def test_nothing_changed_is_nothing_to_undo() -> None:
    with pytest.raises(NothingToUndo):
        undone(told(), at=later(1))


def test_putting_back_what_wasnt_there_and_isnt_is_no_change() -> None:
    moment = with_return(told(), came("r", FIRST), at=later(1))
    gone = undone(moment, at=later(2))

    assert put_back(gone, moment.earlier[0], at=later(3)) is gone


def own(moment: Moment) -> dict[str, Any]:
    return {part: getattr(moment, part) for part in PARTS}


def by_id(items: tuple[Any, ...]) -> dict[str, Any]:
    return {item.id: item for item in items}


acts = st.one_of(
    st.tuples(st.just("words"), text),
    st.tuples(st.just("body"), st.builds(Body, where=text)),
    st.tuples(st.just("forms"), st.lists(st.just("tone"), max_size=2).map(tuple)),
    st.tuples(st.just("happened"), st.none() | st.dates()),
    st.tuples(st.just("rests"), st.lists(rests, max_size=2).map(tuple)),
)


@given(moments, acts)
def test_undone_gives_the_part_as_it_was_and_again_brings_it_back(
    moment: Moment, act: tuple[str, Any]
) -> None:
    part, value = act
    after = changed(moment, part, value, at=later(1))
    if after is moment:
        return

    before = undone(after, at=later(2))
    again = undone(before, at=later(3))

    assert own(before) == own(moment)
    assert own(again) == own(after)


@given(moments, returns, promises, namings, rests)
def test_every_verb_can_be_undone_one_by_one(
    moment: Moment, return_: Any, promise: Any, naming: Any, rest: Rest
) -> None:
    has: tuple[Any, ...] = (*moment.returns, *moment.promises, *moment.namings)
    assume({return_.id, promise.id, naming.id}.isdisjoint(one.id for one in has))
    verbs: list[Any] = [
        lambda m, at: with_return(m, return_, at=at),
        lambda m, at: promised(m, promise, at=at),
        lambda m, at: named_again(m, naming, at=at),
        lambda m, at: rested(m, rest, at=at),
        lambda m, at: felt(m, return_.id, Felt(how="part", on=FIRST), at=at),
    ]
    for verb in verbs:
        after = verb(moment, later(1))
        before = undone(after, at=later(2))

        assert own(before) == own(moment)
        moment = with_return(moment, return_, at=later(0))


@given(moments, returns)
def test_any_moment_comes_back_from_its_bytes_with_its_history(
    moment: Moment, return_: Any
) -> None:
    moment = with_return(moment, return_, at=later(1))
    moment = changed(moment, "title", moment.title + "x", at=later(2))

    assert moment_from(as_bytes(moment)) == moment


def test_every_part_that_can_change_has_its_words() -> None:
    assert set(PARTS) == set(TYPES)
