"""Whose home this is, and whether their key is at hand."""

from __future__ import annotations

import json
import math
import re
import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hearthside.keeping.arrived import seal_to
from hearthside.keeping.keys import Keys, Lock
from hearthside.web import waiting
from hearthside.web.keeping import wishes
from hearthside.web.keeping.burning import burn
from hearthside.web.keeping.looking import SEEN, look_over
from hearthside.web.keeping.models import Arrived, Person
from hearthside.web.keeping.store import Keeper, NoRoom
from hearthside.web.keeping.unlocked import unlocked

is_secret = re.compile(
    r"csrfmiddlewaretoken|passphrase|again|old|recovery|short|word\d+"
).fullmatch
"""Whether a field holds what opens the lock, or a form: never sealed, never shown."""
UNLOCKED = "unlocked"  # the name a session's key is held under
THEN = "then"  # where someone was going when a passphrase was asked for
now_unlocked = Signal()
"""Sent with *request* and *keeper* when a key has come to hand."""

View = Callable[..., HttpResponse]


def person() -> Person | None:
    """Return the one whose home this is, or None where nothing was ever kept."""
    return Person.objects.first()


def lock_of(someone: Person) -> Lock:
    """Return what locks the key of *someone*."""
    return Lock.from_bytes(bytes(someone.lock))


def change_lock(someone: Person, lock: Lock) -> None:
    """Put *lock* in the place of the one there was, whose bytes leave the disk.

    Raises:
        NoRoom: the disk didn't take it; all is as it was.
    """
    someone.lock = lock.to_bytes()
    try:
        someone.save(update_fields=["lock"])
    except DatabaseError as error:
        raise NoRoom from error
    burn()  # the old one opens with the old passphrase


def cookie() -> str:
    """Return the name of the cookie that holds the browser's half."""
    return f"{settings.SESSION_COOKIE_NAME}half"


def hold(
    request: HttpRequest, answer: HttpResponse, keys: Keys, owner: str
) -> HttpResponse:
    """Hold *keys* for this browser, and give it its half with *answer*.

    What is kept is looked over once, and what is strange is noted.

    Raises:
        NewerFormat, NoRoom: as ``look_over`` does; no key is held.
    """
    drop(request)
    keeper = Keeper(owner, keys)
    seen = look_over(keeper)
    minutes = wishes.get(keeper).idle_minutes
    name, half = unlocked.hold(keys, owner=owner, idle=minutes * 60)
    request.session[UNLOCKED] = name
    request.session[SEEN] = seen
    answer.set_cookie(cookie(), half, httponly=True, samesite="Strict")
    now_unlocked.send(sender=None, request=request, keeper=keeper)
    return answer


def drop(request: HttpRequest) -> None:
    """Forget this browser's key."""
    unlocked.drop(request.session.pop(UNLOCKED, ""))
    request.session.pop(SEEN, None)


def keeper_of(request: HttpRequest) -> Keeper | None:
    """Return what opens the records, or None where the home is locked."""
    name = request.session.get(UNLOCKED, "")
    found = unlocked.keys(name, request.COOKIES.get(cookie(), ""))
    return Keeper(*found) if found else None


def with_keeper(view: View) -> View:
    """Give *view* the open records; without the key, ask for it first.

    What was posted to a locked home is sealed to the person's public key.
    """

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        keeper = keeper_of(request)
        if keeper:
            return view(request, keeper, *args, **named)
        someone = person()
        if someone is None:
            return redirect("threshold:threshold")
        if request.method == "POST":
            seal_what_came(request, someone)
        else:
            request.session[THEN] = request.get_full_path()
        return redirect("keeping:lock")

    return inner


def seal_what_came(request: HttpRequest, someone: Person) -> None:
    """Seal the words in *request* to *someone*, who can't open them now."""
    told = {
        name: text
        for name, text in request.POST.items()
        if not is_secret(name) and isinstance(text, str) and text.strip()
    }
    seal_words(someone, told)


def seal_what_waits() -> None:
    """Empty what waits in memory, as a lock does; seal what was being written."""
    left = waiting.empty()
    if someone := person():
        for entry in left:
            seal_words(someone, entry.being_written)


def seal_words(someone: Person, told: dict[str, str]) -> None:
    """Seal what was *told* to *someone*, to be offered once they unlock."""
    if not told:
        return
    sealed = seal_to(lock_of(someone).public, json.dumps(told).encode())
    Arrived.objects.create(id=secrets.token_hex(16), owner=someone, sealed=sealed)


def state(request: HttpRequest) -> dict[str, Any]:
    """Return what every page's frame needs to know: set up, unlocked, how long yet."""
    name = getattr(request, "session", {}).get(UNLOCKED, "")
    left = unlocked.left(name) if name else 0.0
    return {
        "is_unlocked": left > 0,
        "idle": math.ceil(left) + 1,  # seconds: not a moment before the lock has fallen
        "idle_minutes": round(left / 60) or 1,
    }
