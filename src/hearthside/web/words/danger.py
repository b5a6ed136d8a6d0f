"""Whether one quiet block stands above everything, and whose words it is about.

It is shown once an entry, closes nothing, and is kept nowhere.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from hearthside.ground.messages import says_nothing
from hearthside.web.numbers.views import numbers_for
from hearthside.web.waiting import Entry
from hearthside.web.words.entries import Draft, Received
from hearthside.words import read
from hearthside.words.reading import whose_danger
from hearthside.words.sentences import DANGER, Whose

MET = "met"


def on_arrival(request: HttpRequest, entry: Received) -> dict[str, Any]:
    """Return the block for a message that has come in, if there is to be one."""
    if not entry.heeds_danger:
        return {}
    whose = whose_danger(read(entry.words, entry.before))
    return _block(request, whose) if whose else {}


def in_what_came(request: HttpRequest, entry: Received) -> dict[str, Any]:
    """Return the block for what someone told of the time after such words."""
    return _block(request, "mine") if may_be_in_what_came(entry) else {}


def may_be_in_what_came(entry: Received) -> bool:
    """Return whether what someone told may be about dying, and isn't said not to be."""
    return bool(entry.heeds_danger and entry.told and read(entry.told).danger)


def in_a_draft(request: HttpRequest, entry: Draft) -> dict[str, Any]:
    """Return the block for someone's own draft, if there is to be one."""
    return _block(request, "mine") if may_be_in(entry) else {}


def may_be_in(entry: Draft) -> bool:
    """Return whether a draft's words may be about dying, and nobody said they aren't.

    They are read for it once; later pages remember.
    """
    if entry.may_be_danger is None:
        entry.may_be_danger = read(entry.words).danger
    return entry.heeds_danger and entry.may_be_danger


def in_own_words(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    """Return the block for what someone wrote of themselves, if there is to be one."""
    said = entry.being_written.values()
    is_heeded = entry.heeds_danger and any(read_for_danger(one) for one in said)
    return _block(request, "mine") if is_heeded else {}


def heed(request: HttpRequest, *said: str, whose: Whose = "mine") -> None:
    """Let the next page that asks ``met`` show the block, if it is in what was *said*.

    *whose* words they are: the person's own, or someone else's.

    Only for the one page: nothing of it is kept.
    """
    if any(read_for_danger(words) for words in said):
        request.session[MET] = whose


def met(request: HttpRequest) -> dict[str, Any]:
    """Return the block for what was kept on the page before, once."""
    whose: Whose | None = request.session.pop(MET, None)
    return _block(request, whose) if whose else {}


def read_for_danger(words: str) -> bool:
    """Return whether some of *words*, however few, may be about dying."""
    return not says_nothing(words) and read(words).danger


def _block(request: HttpRequest, whose: Whose) -> dict[str, Any]:
    return {"danger": DANGER[whose], **numbers_for(request)}
