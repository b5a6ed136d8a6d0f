from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from icalendar import Calendar
from msgspec.structs import replace

from hearthside.moments.changing import promised, put_down, rested
from hearthside.moments.due import days
from hearthside.moments.moment import Moment, Promise, Rest
from hearthside.moments.reminders import reminder, reminders

from .moments_told import FIRST, later, moments, told

SOON = Promise(id="0123456789abcdef" * 2, due=date(2026, 3, 29), made=FIRST)
PLAIN = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def test_a_promise_is_a_whole_day_that_gives_nothing_away() -> None:
    file = reminder(SOON, now=later(0))

    [event] = Calendar.from_ical(file).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 3, 29)
    assert event.decoded("dtend") == date(2026, 3, 30)
    assert b"DTSTART;VALUE=DATE:20260329" in file  # no time, so no zone moves it
    assert str(event["summary"]) == "Notes"
    assert set(event) == PLAIN
    assert b"earthside" not in file
    assert SOON.id.encode() not in file


def test_a_promise_that_was_put_down_is_no_event() -> None:
    assert b"VEVENT" not in reminder(replace(SOON, done=FIRST), now=later(0))


def test_a_promise_keeps_its_name_when_its_day_moves() -> None:
    def name(promise: Promise) -> str:
        file = reminder(promise, now=later(0))
        return str(Calendar.from_ical(file).walk("VEVENT")[0]["uid"])

    assert name(SOON) == name(replace(SOON, due=date(2026, 5, 1)))
    assert name(SOON) != name(replace(SOON, id="f" * 32))


def test_all_days_of_several_moments_are_in_one_file_in_order() -> None:
    waits = promised(told(), SOON, at=later(1))
    mended = rested(told(), Rest(ending="mended", on=FIRST), at=later(1))

    file = reminders({"a" * 32: waits, "b" * 32: mended}, now=later(5))

    events = Calendar.from_ical(file).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [
        date(2026, 3, 2),
        date(2026, 3, 8),
        date(2026, 3, 29),
        date(2026, 4, 1),
    ]
    assert len({str(event["uid"]) for event in events}) == 4


def test_an_ending_leaves_nothing_in_the_file() -> None:
    moment = promised(told(), SOON, at=later(1))
    done = put_down(moment, SOON.id, on=FIRST, at=later(2))
    let_go = rested(moment, Rest(ending="let_go", on=FIRST), at=later(2))

    assert b"VEVENT" not in reminders({"a": done, "b": let_go}, now=later(3))


@given(moments)
def test_no_word_of_a_moment_is_ever_in_the_file(moment: Moment) -> None:
    marked = replace(moment, title="Zugvogel", words="Zugvogel", bond="Zugvogel")

    file = reminders({"a" * 32: marked}, now=later(0))

    assert b"Zugvogel" not in file
    dates = sorted(
        event.decoded("dtstart") for event in Calendar.from_ical(file).walk("VEVENT")
    )
    assert dates == [one.day for one in days(marked)]
    assert all(type(day) is date for day in dates)


def test_the_time_of_a_file_is_in_utc_and_told() -> None:
    file = reminder(SOON, now=later(0) + timedelta(hours=1))

    assert b"DTSTAMP:20260228T005000Z" in file
