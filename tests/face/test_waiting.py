"""What waits for nobody is let go of without being asked for."""

from __future__ import annotations

from hearthside.web.waiting import AT_MOST, IDLE, Waiting
from hearthside.web.words.entries import Draft


def test_idle_words_are_let_go_of_though_nobody_asks_for_them() -> None:
    now = 0.0
    held = Waiting(clock=lambda: now)
    held.keep(Draft("The porch light was on."), owner="Ada")

    now = IDLE.total_seconds()
    held.let_go_of_idle()
    still_there = len(held)
    now += 1
    held.let_go_of_idle()

    assert still_there == 1
    assert len(held) == 0


def test_words_are_idle_after_the_hour_that_is_promised() -> None:
    hour = 60 * 60  # seconds

    assert IDLE.total_seconds() == hour


def test_the_oldest_words_go_first_and_idle_ones_go_by_themselves() -> None:
    now = 0.0
    held = Waiting(clock=lambda: now)
    ids = [held.keep(Draft(str(n)), owner="Ada") for n in range(AT_MOST + 1)]

    assert held.find(ids[0], owner="Ada") is None
    assert held.find(ids[1], owner="Ada") is not None
    assert held.find(ids[1], owner="Ben") is None

    now = IDLE.total_seconds() + 1
    assert held.find(ids[1], owner="Ada") is None
    assert len(held) == 0
