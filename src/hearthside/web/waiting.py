"""Words waiting to be shown: in this process's memory, under an id nobody guesses.

A page that shows someone's words is never the answer to a form (browsers write
those to the disk), so the words wait here between the form and the page.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, TypeVar

from django.http import HttpRequest

AT_MOST = 32  # entries at once; the oldest goes first (chosen)
IDLE = timedelta(hours=1)  # untouched for so long, an entry is gone (chosen)
OWNER = "waiting"  # what a session holds, so that only it can find its words


@dataclass(slots=True)
class Entry:
    """What someone typed, and what they said of it."""

    words: str
    heeds_danger: bool = True
    """Off once they said "it isn't that"."""
    trouble: str = ""
    """Why the last form wasn't taken: empty, long or unchosen."""
    name: ClassVar[str]
    """What its pages are called in addresses."""
    fields: ClassVar[tuple[str, ...]] = ("words",)
    """What is typed into its form; the words first."""

    @property
    def being_written(self) -> dict[str, str]:
        """Return what would be lost with it, by field: nothing, unless it says so."""
        return {}

    @property
    def is_fit(self) -> bool:
        """Return whether the words can be taken as they are."""
        return self.trouble not in ("empty", "long")


Kind = TypeVar("Kind", bound=Entry)


class Waiting:
    """A bounded number of entries, each known to one session alone."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock  # seconds
        self._entries: OrderedDict[tuple[str, str], tuple[float, Entry]] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def keep(self, entry: Entry, *, owner: str) -> str:
        """Hold *entry* for *owner*; return the id it waits under."""
        id_ = secrets.token_urlsafe(16)
        with self._one_at_a_time:
            self._let_go_of_idle()
            self._entries[owner, id_] = (self._clock(), entry)
            while len(self._entries) > AT_MOST:
                self._entries.popitem(last=False)
        return id_

    def find(self, id_: str, *, owner: str) -> Entry | None:
        """Return the entry under *id_*, if it still waits and is *owner*'s."""
        with self._one_at_a_time:
            self._let_go_of_idle()
            if (owner, id_) not in self._entries:
                return None
            _, entry = self._entries.pop((owner, id_))
            self._entries[owner, id_] = (self._clock(), entry)
            return entry

    def by_id(self, owner: str) -> dict[str, Entry]:
        """Return everything that waits for *owner*, by its id."""
        with self._one_at_a_time:
            self._let_go_of_idle()
            return {
                id_: entry
                for (whose, id_), (_, entry) in self._entries.items()
                if whose == owner
            }

    def let_go(self, id_: str, *, owner: str) -> None:
        """Drop the entry under *id_*, if it is there."""
        with self._one_at_a_time:
            self._entries.pop((owner, id_), None)

    def take_all(self) -> list[Entry]:
        """Drop every entry of everyone, and return them."""
        with self._one_at_a_time:
            taken = [entry for _, entry in self._entries.values()]
            self._entries.clear()
            return taken

    def let_go_of_idle(self) -> None:
        """Drop what nobody has touched for too long."""
        with self._one_at_a_time:
            self._let_go_of_idle()

    def __len__(self) -> int:
        return len(self._entries)

    def _let_go_of_idle(self) -> None:
        oldest = self._clock() - IDLE.total_seconds()
        while self._entries and next(iter(self._entries.values()))[0] < oldest:
            self._entries.popitem(last=False)


waiting = Waiting()


def keep(request: HttpRequest, entry: Entry) -> str:
    """Hold *entry* for the session of *request*; return its id."""
    owner = request.session.setdefault(OWNER, secrets.token_urlsafe(16))
    return waiting.keep(entry, owner=owner)


def find(request: HttpRequest, id_: str, kind: type[Kind]) -> Kind | None:
    """Return the entry of *kind* under *id_*, or None if this session has none."""
    entry = waiting.find(id_, owner=request.session.get(OWNER, ""))
    return entry if isinstance(entry, kind) else None


def all_of(request: HttpRequest, kind: type[Kind]) -> dict[str, Kind]:
    """Return every entry of *kind* that waits for the session, by its id."""
    found = waiting.by_id(request.session.get(OWNER, ""))
    return {id_: entry for id_, entry in found.items() if isinstance(entry, kind)}


def let_go(request: HttpRequest, id_: str) -> None:
    """Drop the entry under *id_*."""
    waiting.let_go(id_, owner=request.session.get(OWNER, ""))


def empty() -> list[Entry]:
    """Drop everything that waits, as leaving and locking do; return it."""
    return waiting.take_all()


def let_go_of_idle() -> None:
    """Drop what nobody has touched for too long."""
    waiting.let_go_of_idle()
