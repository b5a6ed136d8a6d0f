"""How a moment rests, what was promised for a day, and naming it again."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hearthside.moments import changing
from hearthside.moments.choices import ENDINGS
from hearthside.moments.moment import Moment, Naming, Promise, Rest
from hearthside.web.keeping import wishes
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here, seen
from hearthside.web.moments.parts import NotADay, day, one_of, words
from hearthside.web.words import danger


@kept_here
def rests(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask how it rests today, or keep the answer beside the earlier ones."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method != "POST":
        page: dict[str, Any] = {"id": id_, "moment": kept, "endings": ENDINGS}
        page["is_mine"] = kept.whose == "mine"
        page["revision"] = revision
        return render(request, "moments/rests.html", page | again(request))
    differently = "differently" in request.POST
    if ending := one_of(request, "rests", ENDINGS) or ("mended" if differently else ""):
        differently = differently and ending == "mended"
        rest = Rest(ending=ending, on=store.today(), seen_differently=differently)
        kept = changing.rested(kept, rest, at=store.now())
        store.put(keeper, kept, id_=id_, seen=seen(request, revision))
        return redirect("moments:rested", id_)
    return redirect("moments:moment", id_)


@kept_here
def rested(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show the care that belongs to an ending."""
    kept, _ = store.get(keeper, id_, Moment)
    if kept.rest is None:
        return redirect("moments:moment", id_)
    page = {"id": id_, "moment": kept, "ending": ENDINGS[kept.rest.ending]}
    page["wanted"] = wishes.get(keeper).reminders
    return render(request, "moments/rested.html", page)


@kept_here
def promise(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask for the day of *not now, I'll come back*, or keep it."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method != "POST":
        page: dict[str, Any] = {"id": id_, "moment": kept, "revision": revision}
        return render(request, "moments/promise.html", page | again(request))
    due = day(request, "due")
    if due is None:
        raise NotADay
    made = Promise(
        id=secrets.token_hex(8),
        due=due,
        made=store.today(),
        by="them" if request.POST.get("by") == "them" else "me",
    )
    kept = changing.promised(kept, made, at=store.now())
    store.put(keeper, kept, id_=id_, seen=seen(request, revision))
    return redirect("moments:moment", id_)


@kept_here
def put_down(
    request: HttpRequest, keeper: Keeper, id_: str, promise_id: str
) -> HttpResponse:
    """Put a promise down: come back to, or let be."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method == "POST":
        done = changing.put_down(kept, promise_id, on=store.today(), at=store.now())
        store.put(keeper, done, id_=id_, seen=revision)
    return redirect("moments:moment", id_)


@kept_here
def name_again(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask how the same hurt was named this time, or keep it."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method != "POST":
        page: dict[str, Any] = {"id": id_, "moment": kept, "revision": revision}
        page["today"] = store.today()
        return render(request, "moments/name_again.html", page | again(request))
    naming = Naming(
        id=secrets.token_hex(8),
        on=day(request, "on") or store.today(),
        words=words(request, "words"),
        softer="softer" in request.POST,
        came_back=words(request, "came_back"),
    )
    danger.heed(request, naming.words, naming.came_back)
    kept = changing.named_again(kept, naming, at=store.now())
    store.put(keeper, kept, id_=id_, seen=seen(request, revision))
    return redirect("moments:moment", id_)
