from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from hearthside.moments.changing import promised, put_down, rested
from hearthside.moments.due import days, due, earliest, month_after
from hearthside.moments.moment import Moment, Promise, Rest

from .moments_told import FIRST, later, moments, told
from .moments_told import days as any_day

SOON = Promise(id="p", due=date(2026, 3, 9), made=FIRST)


def resting(*rests: tuple[str, date]) -> Moment:
    moment = told()
    for i, (ending, on) in enumerate(rests):
        moment = rested(moment, Rest(ending=ending, on=on), at=later(i))
    return moment


def test_a_promise_comes_due_on_its_day_and_waits_until_it_is_put_down() -> None:
    moment = promised(told(), SOON, at=later(1))

    assert due(moment, today=date(2026, 3, 8)) == ()
    assert [one.promise for one in due(moment, today=date(2026, 3, 9))] == [SOON]
    assert len(due(moment, today=date(2026, 9, 1))) == 1
    done = put_down(moment, "p", on=date(2026, 3, 9), at=later(2))
    assert due(done, today=date(2026, 3, 9)) == ()


def test_whether_it_still_feels_mended_is_asked_after_a_day_a_week_and_a_month() -> (
    None
):
    moment = resting(("mended", FIRST))

    assert [(one.after, one.day) for one in days(moment)] == [
        ("day", date(2026, 3, 2)),
        ("week", date(2026, 3, 8)),
        ("month", date(2026, 4, 1)),
    ]
    assert due(moment, today=FIRST) == ()
    assert [one.after for one in due(moment, today=date(2026, 3, 2))] == ["day"]


def test_days_gone_by_unanswered_are_one_question() -> None:
    moment = resting(("mended", FIRST))

    assert [one.after for one in due(moment, today=date(2027, 1, 1))] == ["month"]


def test_an_answer_is_a_new_rest_and_is_asked_no_second_time() -> None:
    moment = resting(("mended", FIRST), ("mended", date(2026, 3, 3)))

    assert due(moment, today=date(2026, 3, 3)) == ()
    assert [one.after for one in due(moment, today=date(2026, 3, 8))] == ["week"]
    last = resting(("mended", FIRST), ("mended", date(2026, 4, 1)))
    assert due(last, today=date(2027, 1, 1)) == ()


@pytest.mark.parametrize("ending", ["open", "grieved", "let_go", "carried"])
def test_nothing_is_asked_of_any_other_ending(ending: str) -> None:
    moment = promised(told(), SOON, at=later(1))
    moment = rested(moment, Rest(ending="mended", on=FIRST), at=later(2))

    moment = rested(moment, Rest(ending=ending, on=FIRST), at=later(3))

    assert due(moment, today=date(2030, 1, 1)) == ()
    assert earliest(moment) is None


def test_mended_again_after_it_was_open_is_asked_from_the_new_day() -> None:
    moment = resting(("mended", FIRST), ("open", FIRST), ("mended", date(2026, 5, 1)))

    assert earliest(moment) == date(2026, 5, 2)


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert month_after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert month_after(date(2026, 12, 31)) == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("zone", "now", "asked"),
    [
        # Clocks go forward in Berlin at 01:00 UTC on 29 March 2026.
        ("Europe/Berlin", datetime(2026, 3, 28, 22, 59, tzinfo=UTC), False),
        ("Europe/Berlin", datetime(2026, 3, 28, 23, 0, tzinfo=UTC), True),
        # And back at 01:00 UTC on 25 October.
        ("Europe/Berlin", datetime(2026, 10, 24, 21, 59, tzinfo=UTC), False),
        ("Europe/Berlin", datetime(2026, 10, 24, 22, 0, tzinfo=UTC), True),
        # Samoa had no 30 December 2011: it went from the 29th to the 31st.
        ("Pacific/Apia", datetime(2011, 12, 30, 9, 59, tzinfo=UTC), False),
        ("Pacific/Apia", datetime(2011, 12, 30, 10, 0, tzinfo=UTC), True),
    ],
)
def test_the_hour_a_clock_loses_or_gains_moves_no_day(
    zone: str, now: datetime, asked: bool
) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()
    on = {2011: date(2011, 12, 30)}.get(now.year, today + timedelta(days=not asked))
    moment = promised(told(), Promise(id="p", due=on, made=FIRST), at=later(1))

    assert bool(due(moment, today=today)) is asked


def test_a_flight_across_the_world_asks_on_the_day_of_where_one_is() -> None:
    moment = promised(told(), SOON, at=later(1))
    now = datetime(2026, 3, 8, 20, 0, tzinfo=UTC)

    auckland = now.astimezone(ZoneInfo("Pacific/Auckland")).date()
    honolulu = now.astimezone(ZoneInfo("Pacific/Honolulu")).date()

    assert len(due(moment, today=auckland)) == 1
    assert due(moment, today=honolulu) == ()


@given(moments, any_day)
def test_what_is_due_is_never_ahead_and_never_asked_twice(
    moment: Moment, today: date
) -> None:
    asked = due(moment, today=today)

    assert all(one.day <= today for one in asked)
    assert sum(one.promise is None for one in asked) <= 1
    answered = rested(moment, Rest(ending="mended", on=today), at=later(1))
    assert due(answered, today=today) == ()
