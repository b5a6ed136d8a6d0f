"""Days to come back on, as a calendar file that gives nothing away.

Every event is a whole day named "Notes": no topic, no place, no person, no name
of this program. A whole day holds wherever one travels and whatever the clocks do.
The form is RFC 5545, https://www.rfc-editor.org/rfc/rfc5545.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from uuid import UUID

from icalendar import Calendar, Event

from .due import Due, days
from .moment import Moment, Promise

TITLE = "Notes"


def reminder(promise: Promise, *, now: datetime) -> bytes:
    """Return the calendar file of one promise, with no event if it was put down."""
    waits = [] if promise.done else [(Due(promise.due, promise), "")]
    return calendar(waits, now=now)


def reminders(moments: Mapping[str, Moment], *, now: datetime) -> bytes:
    """Return one calendar file of every day that comes due.

    Args:
        moments: those whose reminders the person has switched on, by id.
        now: when the file is made.
    """
    return calendar(
        ((due, id) for id, moment in moments.items() for due in days(moment)), now=now
    )


def calendar(waits: Iterable[tuple[Due, str]], *, now: datetime) -> bytes:
    """Return *waits*, each with its moment's id, as a calendar file."""
    file = Calendar()
    file.add("prodid", f"-//{TITLE}//EN")
    file.add("version", "2.0")
    for due, moment in sorted(waits, key=lambda one: (one[0].day, uid(*one))):
        event = Event()
        event.add("uid", uid(due, moment))
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", due.day)
        event.add("dtend", due.day + timedelta(days=1))
        event.add("summary", TITLE)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        file.add_component(event)
    return bytes(file.to_ical())


def uid(due: Due, moment: str) -> str:
    """Return the same name for the same thing each time, and nothing else.

    It is made from random ids, which can't be read back out of it. A promise
    keeps its name when its day is moved, so a calendar moves it too.
    """
    what = due.promise.id if due.promise else f"{moment} {due.after}"
    return str(UUID(bytes=blake2b(what.encode(), digest_size=16).digest()))
