"""Keep this? The passphrase, the recovery words, and what is lost without both."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import ClassVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.ground.errors import EmptyPassphrase
from hearthside.keeping.keys import (
    Keys,
    is_short,
    lock_up,
    new_words,
    suggested_passphrase,
    with_words,
)
from hearthside.web import waiting
from hearthside.web.keeping import people
from hearthside.web.keeping.costs import cost
from hearthside.web.keeping.locking import TROUBLE, Unlike, chosen_passphrase, where_to
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.people import with_keeper
from hearthside.web.keeping.store import Keeper
from hearthside.web.waiting import Entry

TO_TYPE = 3  # of the recovery words, to see that they were written down


@dataclass(slots=True)
class Words(Entry):
    """Recovery words that are shown, and not yet checked."""

    name: ClassVar[str] = "words"
    asked: tuple[int, ...] = field(default=())
    """The places of the words that are typed, from one."""


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose a passphrase: from here on what is kept is sealed."""
    if people.person():
        return redirect("keeping:lock")
    if request.method != "POST":
        page = {"trouble": request.session.pop(TROUBLE, "")}
        page["back"] = request.session.get(people.THEN) or reverse(
            "threshold:threshold"
        )
        return render(
            request, "keeping/begin.html", page | {"suggested": suggested_passphrase()}
        )
    try:
        passphrase = chosen_passphrase(request)
    except (Unlike, EmptyPassphrase) as refusal:
        request.session[TROUBLE] = str(refusal)
        return redirect("keeping:begin")
    if is_short(passphrase) and not request.POST.get("short"):
        request.session[TROUBLE] = "short"
        return redirect("keeping:begin")
    keys = Keys.new()
    lock = lock_up(keys, passphrase, cost=cost())
    with transaction.atomic():
        if people.person():  # another tab was first
            return redirect("keeping:lock")
        someone = Person.objects.create(id=secrets.token_hex(16), lock=lock.to_bytes())
    return people.hold(request, redirect("keeping:words"), keys, someone.id)


@require_safe
@with_keeper
def words(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Give the recovery words, to be written down on paper."""
    places = sorted(secrets.SystemRandom().sample(range(1, 25), TO_TYPE))
    shown = Words(words=new_words(), asked=tuple(places))
    return redirect("keeping:words-shown", waiting.keep(request, shown))


@require_safe
@with_keeper
def words_shown(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show the words, to be written down."""
    shown = waiting.find(request, id_, Words)
    if shown is None:
        return redirect("keeping:words")
    page = {"id": id_, "listed": shown.words.split()}
    return render(request, "keeping/words.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def words_check(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask for three of the words, which aren't shown any more, or take them."""
    shown = waiting.find(request, id_, Words)
    if shown is None:
        return redirect("keeping:words")
    if request.method != "POST":
        page = {"id": id_, "asked": shown.asked, "entry": shown}
        return render(request, "keeping/words_check.html", page)
    if not is_written_down(request, shown):
        shown.trouble = "unlike"
        return redirect("keeping:words-check", id_)
    someone = Person.objects.get(id=keeper.owner)
    lock = with_words(people.lock_of(someone), keeper.keys, shown.words)
    people.change_lock(someone, lock)
    waiting.let_go(request, id_)
    return redirect(where_to(request))


@require_POST
@with_keeper
def words_later(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Let the words wait: a line says so at each visit until it is done."""
    waiting.let_go(request, id_)
    return redirect(where_to(request))


def is_written_down(request: HttpRequest, shown: Words) -> bool:
    """Return whether the words typed are those at the places asked for."""
    listed = shown.words.split()
    typed = [request.POST.get(f"word{place}", "") for place in shown.asked]
    return [word.strip().lower() for word in typed] == [
        listed[place - 1] for place in shown.asked
    ]
