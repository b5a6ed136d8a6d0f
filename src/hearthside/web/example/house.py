"""A house that shows the example: open already, and marked as one on every page."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hearthside.keeping.keys import FLOOR, Keys, lock_up, new_words, with_words
from hearthside.web.door.middleware import is_let_in
from hearthside.web.example.year import keep_year
from hearthside.web.keeping import people
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store

LEFT = "left"  # what the one who started this reads
PASSPHRASE = "lamp sofa biscuit tram"  # noqa: S105 - shown on the example's pages


class Example:
    """What the pages say of the example, and the key that opens it."""

    def __init__(self) -> None:
        self.keys = Keys.new()
        self.ids: dict[str, str] = {}
        """Of what has a name in the year; empty where this house is no example."""


example = Example()


def furnish() -> None:
    """Keep the invented year in the empty home of this house."""
    keys = example.keys
    lock = with_words(lock_up(keys, PASSPHRASE, cost=FLOOR), keys, new_words())
    with transaction.atomic():
        someone = Person.objects.create(id=secrets.token_hex(16), lock=lock.to_bytes())
        keeper = Keeper(someone.id, keys)
        example.ids = keep_year(keeper, today=store.today())


def said(request: HttpRequest) -> dict[str, Any]:
    """Return what every page of the example says of itself."""
    back = settings.EXAMPLE_OPENED_BY
    return {"example": {"passphrase": PASSPHRASE, "ids": example.ids, "back": back}}


class OpenAlready:
    """Opens the lock for whoever the door lets in: it guards nobody's words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the page asked for, with the half of the key where one comes in."""
        answer = self.get_response(request)
        if request.path_info == reverse("door:leave") and settings.EXAMPLE_OPENED_BY:
            print(LEFT, flush=True)  # the page it was started from is left too
        comes_in = request.path_info.startswith(reverse("door:ask"))
        needs_key = comes_in and is_let_in(request) and not people.keeper_of(request)
        if needs_key and (someone := people.person()):
            people.hold(request, answer, example.keys, someone.id)
        return answer
