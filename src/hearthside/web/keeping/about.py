"""The lock and the copies: what can be changed, and what each page of it is for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from msgspec.structs import replace

from hearthside.ground.errors import HearthsideError
from hearthside.keeping.keys import with_new_passphrase
from hearthside.web.keeping import disk, locking, people, wishes
from hearthside.web.keeping.beginning import MAY_RENEW
from hearthside.web.keeping.costs import cost
from hearthside.web.keeping.host import SEEN_BY_A_HOST, seen
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.people import UNLOCKED, with_keeper
from hearthside.web.keeping.store import Keeper
from hearthside.web.keeping.unlocked import LONGEST_IDLE, SHORTEST_IDLE, unlocked

FEWEST, MOST = SHORTEST_IDLE // 60, LONGEST_IDLE // 60  # minutes


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show what there is to change, and the copies; less where nothing is kept."""
    if people.person() is None:
        return render(request, "keeping/about.html", {"is_known": False})
    return _about_what_is_kept(request)


@with_keeper
def _about_what_is_kept(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    lock = people.lock_of(Person.objects.get(id=keeper.owner))
    page = {
        "is_known": True,
        "has_words": lock.by_words is not None,
        "minutes": wishes.get(keeper).idle_minutes,
    }
    return render(request, "keeping/about.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def passphrase(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Change the passphrase; the old one is asked for first."""
    if request.method != "POST":
        return render(request, "keeping/passphrase.html", locking.trouble_in(request))
    someone = Person.objects.get(id=keeper.owner)
    try:
        keys = locking.opened_by(request.POST.get("old", ""), someone)
        new = locking.well_chosen_passphrase(request)
        lock = with_new_passphrase(people.lock_of(someone), keys, new, cost=cost())
        people.change_lock(someone, lock)
    except HearthsideError as refusal:
        return locking.again(request, refusal, "keeping:passphrase")
    return redirect("keeping:changed")


@require_safe
@with_keeper
def changed(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Say that the passphrase is another one now."""
    return render(request, "keeping/changed.html")


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def recovery(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Say what recovery words are for, and take the passphrase for new ones.

    Without it, whoever finds the page open could make words of their own.
    """
    someone = Person.objects.get(id=keeper.owner)
    if request.method != "POST":
        page = {"has_words": people.lock_of(someone).by_words is not None}
        page |= locking.trouble_in(request)
        return render(request, "keeping/recovery.html", page)
    try:
        locking.opened_by(request.POST.get("old", ""), someone)
    except HearthsideError as refusal:
        return locking.again(request, refusal, "keeping:recovery")
    request.session[MAY_RENEW] = True
    return redirect(reverse("keeping:words") + "?anew")


class NoTime(HearthsideError):
    """What was typed is no number of minutes, or isn't one to choose from."""

    def __init__(self) -> None:
        super().__init__(f"We need a number of minutes, from {FEWEST} to {MOST}.")


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def open_for(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Choose how long it stays open unused; it counts from now on."""
    wished = wishes.get(keeper)
    if request.method != "POST":
        page = {"minutes": wished.idle_minutes, "fewest": FEWEST, "most": MOST}
        page |= locking.trouble_in(request)
        return render(request, "keeping/open_for.html", page)
    try:
        minutes = minutes_in(request.POST.get("minutes", ""))
        wishes.put(keeper, replace(wished, idle_minutes=minutes))
    except HearthsideError as refusal:
        return locking.again(request, refusal, "keeping:open-for")
    unlocked.use(request.session.get(UNLOCKED, ""), idle=minutes * 60)
    return redirect("keeping:about")


def minutes_in(typed: str) -> int:
    """Return how many minutes were typed.

    Raises:
        NoTime: none, or fewer or more than can be.
    """
    if not typed.strip().isdecimal() or not FEWEST <= int(typed) <= MOST:
        raise NoTime
    return int(typed)


@require_safe
def host(request: HttpRequest) -> HttpResponse:
    """Show what someone sees who has the file, and no key."""
    page = {"seen": seen(), "counts": SEEN_BY_A_HOST}
    return render(request, "keeping/host.html", page)


@require_POST
def put_by(request: HttpRequest) -> HttpResponse:
    """Say no more of the file that was set aside."""
    disk.put_by(settings.HOME)
    return redirect("threshold:threshold")
