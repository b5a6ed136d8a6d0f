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

from hearthside.ground.errors import (
    EmptyPassphrase,
    ForeignKey,
    HearthsideError,
    WrongPassphrase,
    WrongWords,
)
from hearthside.keeping.keys import unlock, unlock_with_words, with_new_passphrase
from hearthside.web.keeping import people
from hearthside.web.keeping.costs import cost
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
        return render(request, "keeping/lock.html", _trouble(request))
    with tries.one_at_a_time:
        if tries.wait():
            return _again(request, "wait")
        try:
            # An empty one takes the same work, and can't be right.
            typed = request.POST.get("passphrase", "").strip() or secrets.token_hex()
            keys = unlock(people.lock_of(someone), typed)
        except WrongPassphrase:
            tries.was_wrong()
            return _again(request, "wrong")
        except HearthsideError as refusal:
            return _again(request, str(refusal))
        tries.was_right()
    return people.hold(request, redirect(where_to(request)), keys, someone.id)


@require_http_methods(["GET", "HEAD", "POST"])
def with_words(request: HttpRequest) -> HttpResponse:
    """Open with the recovery words, and choose a new passphrase."""
    someone = person()
    if someone is None or keeper_of(request):
        return redirect(where_to(request))
    if request.method != "POST":
        return render(request, "keeping/lock_words.html", _trouble(request))
    try:
        kept = people.lock_of(someone)
        keys = unlock_with_words(kept, request.POST.get("recovery", ""))
        passphrase = chosen_passphrase(request)
        with tries.one_at_a_time:
            new = with_new_passphrase(kept, keys, passphrase, cost=cost())
        people.change_lock(someone, new)
    except (WrongWords, Unlike, EmptyPassphrase, ForeignKey) as refusal:
        request.session[TROUBLE] = str(refusal)
        return redirect("keeping:lock-words")
    return people.hold(request, redirect(where_to(request)), keys, someone.id)


class Unlike(HearthsideError):
    """The passphrase was typed two ways."""

    def __init__(self) -> None:
        super().__init__("The two passphrases aren’t the same. Type both again.")


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


def _again(request: HttpRequest, trouble: str) -> HttpResponse:
    request.session[TROUBLE] = trouble
    return redirect("keeping:lock")


def _trouble(request: HttpRequest) -> dict[str, Any]:
    said = request.session.pop(TROUBLE, "")
    return {"trouble": said, "wait": math.ceil(tries.wait())}
