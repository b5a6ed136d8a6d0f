"""Naming a moment: one question a page, and enough for now on each."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.ground.errors import HearthsideError
from hearthside.ground.messages import LONGEST
from hearthside.moments.choices import BODY, PACES
from hearthside.web import waiting
from hearthside.web.keeping.arrived import arrived, let_go_of
from hearthside.web.keeping.people import (
    THEN,
    keeper_of,
    now_unlocked,
    person,
    seal_what_came,
    with_keeper,
)
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.entries import HURT, MINE, MISSING, SOFTENED, Begun
from hearthside.web.typed import typed
from hearthside.web.words import danger

STEPS = {
    HURT: ("body", "where", "how_much", "words"),
    MINE: ("body", "where", "how_much", "words"),
    MISSING: ("words", "body", "where", "how_much"),
    SOFTENED: ("words", "how_much"),
}
"""What each door asks, in order. The body comes first where something hurts."""
ABOUT_THE_BODY = ("where", "how_much")  # not asked where it did nothing


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, door: int) -> HttpResponse:
    """Ask the first question of *door*, or take its answer."""
    if door not in STEPS:
        raise Http404
    first = STEPS[door][0]
    begun = Begun("", door=door)
    if request.method != "POST":
        return render(request, f"moments/new/{first}.html", _page(begun, first))
    return _take_in(request, begun, first, waiting.keep(request, begun))


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, id_: str, asked: str) -> HttpResponse:
    """Ask one question, or take its answer."""
    begun = waiting.find(request, id_, Begun)
    if begun is None or begun.kept_as:
        return _gone(request, begun)
    if asked not in STEPS[begun.door]:
        raise Http404
    if request.method != "POST":
        page = _page(begun, asked) | {"id": id_}
        begun.trouble = ""
        return render(request, f"moments/new/{asked}.html", page)
    return _take_in(request, begun, asked, id_)


@require_safe
def given(request: HttpRequest, id_: str) -> HttpResponse:
    """Give back what was said, large and alone."""
    begun = waiting.find(request, id_, Begun)
    if begun is None or begun.kept_as:
        return _gone(request, begun)
    page: dict[str, Any] = {"id": id_, "entry": begun, "body": _body(begun)}
    page |= {"last": STEPS[begun.door][-1], **danger.in_own_words(request, begun)}
    return render(request, "moments/new/given.html", page)


@require_POST
def keep(request: HttpRequest, id_: str) -> HttpResponse:
    """Keep it; where there is no key at hand, ask for that first."""
    begun = waiting.find(request, id_, Begun)
    if begun is None or begun.kept_as:
        return _gone(request, begun)
    begun.to_keep = True
    if keeper := keeper_of(request):
        return _kept_or_not(begun, keeper, id_)
    request.session[THEN] = reverse("moments:given", args=[id_])
    return redirect("keeping:lock" if person() else "keeping:begin")


@require_POST
def not_that(request: HttpRequest, id_: str) -> HttpResponse:
    """Take the words like any others: the one who knows said it isn't that."""
    if begun := waiting.find(request, id_, Begun):
        begun.heeds_danger = False
    return redirect("moments:given", id_)


@require_http_methods(["GET", "HEAD", "POST"])
def not_now(request: HttpRequest, id_: str) -> HttpResponse:
    """Say what not keeping it means, or let it go and come back to the threshold."""
    if request.method != "POST":
        return render(request, "moments/new/not_now.html", {"id": id_})
    waiting.let_go(request, id_)
    return redirect("threshold:threshold")


@require_safe
def room(request: HttpRequest, id_: str, asked: str) -> HttpResponse:
    """Leave the question, and look around the room instead; it waits as it was."""
    return render(request, "moments/new/room.html", {"id": id_, "asked": asked})


@require_POST
@with_keeper
def from_arrived(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Keep what came while this was locked as a moment of the person's own."""
    for came in arrived(keeper):
        if came.id == id_ and came.words:
            moment = store.put(keeper, Begun(came.words).as_moment())
            let_go_of(keeper, id_)
            return redirect("moments:moment", moment)
    return redirect("keeping:arrived")


@receiver(now_unlocked)
def keep_what_waits(request: HttpRequest, keeper: Keeper, **_: Any) -> None:
    """Keep what someone wanted kept before the key was at hand."""
    for begun in waiting.all_of(request, Begun).values():
        if begun.to_keep and not begun.kept_as:
            _try_to_keep(begun, keeper)


def _kept_or_not(begun: Begun, keeper: Keeper, id_: str) -> HttpResponse:
    """Keep it and show it; where it can't be kept, show its words and why."""
    _try_to_keep(begun, keeper)
    if begun.kept_as:
        return redirect("moments:moment", begun.kept_as)
    return redirect("moments:given", id_)


def _try_to_keep(begun: Begun, keeper: Keeper) -> None:
    try:
        begun.kept_as = store.put(keeper, begun.as_moment())
    except HearthsideError as refusal:  # its words go on waiting
        begun.trouble = str(refusal)
        return
    begun.words = begun.where = begun.how_much = begun.trouble = ""


def _take_in(request: HttpRequest, begun: Begun, asked: str, id_: str) -> HttpResponse:
    """Take the answer to one question; go on to the next, or to what was said."""
    _take_answer(request, begun, asked)
    if begun.trouble:
        return redirect("moments:step", id_, asked)
    if request.POST.get("to") == "room":
        return redirect("moments:room", id_, asked)
    if following := _following(request, begun, asked):
        return redirect("moments:step", id_, following)
    if not begun.says_something:
        waiting.let_go(request, id_)
        return redirect("threshold:threshold")
    if "enough" in request.POST and (keeper := keeper_of(request)):
        if begun.heeds_danger:
            danger.heed(request, begun.words, begun.where, begun.how_much)
        return _kept_or_not(begun, keeper, id_)
    return redirect("moments:given", id_)


def _take_answer(request: HttpRequest, begun: Begun, asked: str) -> None:
    begun.trouble = ""
    if asked == "body":
        begun.did = tuple(one for one in request.POST.getlist("did") if one in BODY)
        pace = request.POST.get("pace", "")
        begun.pace = pace if pace in PACES else begun.pace
        return
    setattr(begun, asked, typed(request, asked))
    if len(getattr(begun, asked)) > LONGEST:
        begun.trouble = "long"


def _following(request: HttpRequest, begun: Begun, asked: str) -> str:
    """Return the question that comes next, or that was asked for; empty where none."""
    steps = STEPS[begun.door]
    to = request.POST.get("to", "")
    if "enough" in request.POST:
        return ""
    if to in steps:
        return to
    if "pace" in request.POST and "words" in steps:
        return "words"
    left = steps[steps.index(asked) + 1 :]
    if asked == "body" and not set(begun.did) - {"nothing"}:
        left = tuple(one for one in left if one not in ABOUT_THE_BODY)
    return left[0] if left else ""


def _page(begun: Begun, asked: str) -> dict[str, Any]:
    at = STEPS[begun.door].index(asked)
    before = STEPS[begun.door][at - 1] if at else ""
    return {"entry": begun, "asked": asked, "before": before, "body": BODY}


def _body(begun: Begun) -> list[str]:
    return [BODY[one] for one in begun.did if one != "nothing"]


def _gone(request: HttpRequest, begun: Begun | None) -> HttpResponse:
    """Lead to what it was kept as, or say it is gone; seal what was typed meanwhile."""
    if request.method == "POST" and (someone := person()):
        seal_what_came(request, someone)
    if begun and begun.kept_as:
        return redirect("moments:moment", begun.kept_as)
    return render(request, "moments/new/gone.html", status=404)
