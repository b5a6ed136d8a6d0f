"""The lock: opening it, closing it, and how long it stays open."""

from __future__ import annotations

import math
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.ground.errors import EmptyPassphrase, HearthsideError, WrongPassphrase
from hearthside.keeping.keys import (
    Keys,
    is_short,
    unlock,
    unlock_with_words,
    with_new_passphrase,
)
from hearthside.web.keeping import people
from hearthside.web.keeping.costs import cost
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.people import THEN, UNLOCKED, keeper_of, person
from hearthside.web.keeping.tries import tries
from hearthside.web.keeping.unlocked import unlocked

TROUBLE = "lock_trouble"  # why the last try wasn't taken: never what was typed


@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest) -> HttpResponse:
    """Ask for the passphrase, or try it."""
    someone = person()
    if someone is None or keeper_of(request):
        return redirect(where_to(request))
    if request.method != "POST":
        return render(request, "keeping/lock.html", trouble_in(request))
    try:
        keys = opened_by(request.POST.get("passphrase", ""), someone)
        to = redirect(where_to(request, request.session.get(THEN, "")))
        answer = people.hold(request, to, keys, someone.id)
    except HearthsideError as refusal:
        return again(request, refusal, "keeping:lock")
    request.session.pop(THEN, None)
    return answer


class TooSoon(HearthsideError):
    """Several passphrases were wrong, and the next has to wait."""

    def __init__(self) -> None:
        super().__init__("Wait a little, then try again. It is never locked for good.")


def opened_by(passphrase: str, someone: Person) -> Keys:
    """Return the keys of *someone*, where *passphrase* opens them.

    Raises:
        TooSoon: wrong ones came before; nothing was tried.
        HearthsideError: as ``keeping.keys.unlock`` does.
    """
    with tries.one_at_a_time:
        if tries.wait():
            raise TooSoon
        try:
            # An empty one takes the same work, and can't be right.
            tried = passphrase.strip() or secrets.token_hex()
            keys = unlock(people.lock_of(someone), tried)
        except WrongPassphrase:
            tries.was_wrong()
            raise
        tries.was_right()
        return keys


@require_http_methods(["GET", "HEAD", "POST"])
def with_words(request: HttpRequest) -> HttpResponse:
    """Open with the recovery words, and choose a new passphrase."""
    someone = person()
    if someone is None or keeper_of(request):
        return redirect(where_to(request))
    if request.method != "POST":
        return render(request, "keeping/lock_words.html", trouble_in(request))
    try:
        kept = people.lock_of(someone)
        keys = unlock_with_words(kept, request.POST.get("recovery", ""))
        passphrase = chosen_passphrase(request)
        with tries.one_at_a_time:
            lock = with_new_passphrase(kept, keys, passphrase, cost=cost())
        people.change_lock(someone, lock)
        return people.hold(request, redirect(where_to(request)), keys, someone.id)
    except HearthsideError as refusal:
        return again(request, refusal, "keeping:lock-words")


class Short(HearthsideError):
    """The passphrase is short, and nobody said that they know."""

    def __init__(self) -> None:
        super().__init__("A short one opens faster, for others too.")


class Unlike(HearthsideError):
    """The passphrase was typed two ways."""

    def __init__(self) -> None:
        super().__init__("These two differ. Once more, both.")


def chosen_passphrase(request: HttpRequest) -> str:
    """Return the passphrase someone chose, typed twice alike.

    Raises:
        Unlike: the two differ.
        EmptyPassphrase: there is nothing in it.
    """
    first, second = (request.POST.get(name, "") for name in ("passphrase", "again"))
    if first != second:
        raise Unlike
    if not first.strip():
        raise EmptyPassphrase
    return first


def well_chosen_passphrase(request: HttpRequest) -> str:
    """Return the passphrase someone chose, and knows of if it is short.

    Raises:
        Short: it is, and the box that says so wasn't ticked.
        Unlike, EmptyPassphrase: as ``chosen_passphrase`` does.
    """
    passphrase = chosen_passphrase(request)
    if is_short(passphrase) and not request.POST.get("short"):
        raise Short
    return passphrase


_CALLED = {WrongPassphrase: "wrong", TooSoon: "wait", Short: "short"}
"""What the page of a form calls these; it says the others as they are."""


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Lock now."""
    people.drop(request)
    people.seal_what_waits()
    answer = redirect("keeping:lock")
    answer.delete_cookie(people.cookie(), samesite="Strict")
    return answer


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Stay open a while longer; being asked for is use."""
    return redirect(where_to(request, request.POST.get("back", "")))


@require_safe
def put_away(request: HttpRequest) -> HttpResponse:
    """Show the lock, or nothing of anyone's: a page without a script came here itself.

    Being here is no use, or two tabs would keep each other open without end.
    """
    if keeper_of(request):
        return render(request, "keeping/put_away.html")
    return redirect("keeping:lock")


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """Say how many seconds the lock stays open; asking is no use."""
    seconds = unlocked.left(request.session.get(UNLOCKED, ""))
    return JsonResponse({"left": math.ceil(seconds)})  # 0 once it has fallen


def where_to(request: HttpRequest, to: str | None = None) -> str:
    """Return the page of ours someone was on the way to, or the threshold."""
    to = request.session.pop(THEN, "") if to is None else to
    is_ours = to.startswith("/") and url_has_allowed_host_and_scheme(to, None)
    return to if is_ours else "threshold:threshold"


def again(request: HttpRequest, refusal: HearthsideError, page: str) -> HttpResponse:
    """Go back to the form on *page*, which says why it wasn't taken."""
    request.session[TROUBLE] = called(refusal)
    return redirect(page)


def called(refusal: HearthsideError) -> str:
    """Return what the page of a form calls *refusal*: a name, or its sentence."""
    return _CALLED.get(type(refusal), str(refusal))


def trouble_in(request: HttpRequest) -> dict[str, Any]:
    """Return why the last form wasn't taken, once, for the page that says so."""
    said = request.session.pop(TROUBLE, "")
    return {"trouble": said, "wait": math.ceil(tries.wait())}
