"""What stands around every page while a key is at hand."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from hearthside.ground.errors import HearthsideError
from hearthside.web.door.refusals import refusal
from hearthside.web.keeping.people import UNLOCKED
from hearthside.web.keeping.store import NoRoom
from hearthside.web.keeping.unlocked import unlocked

CONFLICT, INSUFFICIENT_STORAGE = 409, 507


class InUse:
    """Counts every page as use, and shows no kept word once the lock has fallen.

    A request begun before it finishes its write, and is answered by the lock page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the page asked for, or the lock page where the key has gone."""
        name = request.session.get(UNLOCKED, "")
        was_open = bool(name) and unlocked.left(name) > 0
        if was_open and not is_poll(request.path_info):
            unlocked.use(name)
        answer = self.get_response(request)
        has_fallen = was_open and unlocked.left(name) <= 0
        if has_fallen and request.session.get(UNLOCKED, "") == name:
            answer.close()
            return redirect("keeping:lock")
        return answer

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Say what was refused in a sentence, where the page itself didn't."""
        if isinstance(exception, DatabaseError):
            return refusal(request, str(NoRoom()), INSUFFICIENT_STORAGE)
        if isinstance(exception, HearthsideError):
            return refusal(request, str(exception), CONFLICT)
        return None


def is_poll(path: str) -> bool:
    """Return whether *path* is asked for by a page itself, which is no use."""
    polls = ("keeping:left", "keeping:put-away", "door:here")
    return path in map(reverse, polls)
