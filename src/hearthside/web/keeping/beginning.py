"""Keep this? The passphrase, the recovery words, and what is lost without both."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import ClassVar

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.ground.errors import HearthsideError
from hearthside.keeping.keys import (
    Keys,
    lock_up,
    new_words,
    suggested_passphrase,
    with_words,
)
from hearthside.web import waiting
from hearthside.web.keeping import locking, people
from hearthside.web.keeping.costs import cost
from hearthside.web.keeping.locking import well_chosen_passphrase, where_to
from hearthside.web.keeping.models import Person
from hearthside.web.keeping.people import THEN, with_keeper
from hearthside.web.keeping.store import Keeper, NoRoom
from hearthside.web.waiting import Entry

MAY_RENEW = "may_renew"  # the passphrase was given again, for new words
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
        page = locking.trouble_in(request) | {"suggested": suggested_passphrase()}
        page["back"] = request.session.get(THEN) or reverse("threshold:threshold")
        return render(request, "keeping/begin.html", page)
    try:
        keeper = new_home(well_chosen_passphrase(request))
    except SomeoneKeepsHere:  # another tab was first
        return redirect("keeping:lock")
    except HearthsideError as refusal:
        return locking.again(request, refusal, "keeping:begin")
    return people.hold(request, redirect("keeping:words"), keeper.keys, keeper.owner)


class SomeoneKeepsHere(HearthsideError):
    """A home was to be begun, and there is one."""

    def __init__(self) -> None:
        super().__init__(
            "Something is kept here already, so nothing was begun. Open it, then try"
            " again."
        )


def new_home(passphrase: str) -> Keeper:
    """Return a new home's records, none so far, under a lock of their own.

    Raises:
        SomeoneKeepsHere: there is a home, and it stays.
        NoRoom: the disk didn't take it; nothing is there.
        EmptyPassphrase, NotEnoughMemory: as ``lock_up`` does.
    """
    keeper = Keeper(secrets.token_hex(16), Keys.new())
    lock = lock_up(keeper.keys, passphrase, cost=cost())
    try:
        with transaction.atomic():
            if people.person():
                raise SomeoneKeepsHere
            Person.objects.create(id=keeper.owner, lock=lock.to_bytes())
    except DatabaseError as error:
        raise NoRoom from error
    return keeper


@require_safe
@with_keeper
def words(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Give the recovery words, to be written down on paper.

    Where there are some already, only to someone who gave the passphrase again.
    """
    has_words = people.lock_of(Person.objects.get(id=keeper.owner)).by_words
    if has_words and not request.session.pop(MAY_RENEW, False):
        return redirect("keeping:recovery")
    if "anew" in request.GET:
        request.session[THEN] = reverse("keeping:about")
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
    lock = people.lock_of(Person.objects.get(id=keeper.owner))
    page = {"id": id_, "listed": shown.words.split(), "is_first": not lock.by_words}
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
