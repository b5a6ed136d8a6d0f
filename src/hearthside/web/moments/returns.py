"""Returns: someone went back to it; what was said, and how it was felt."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from msgspec.structs import replace

from hearthside.moments import changing
from hearthside.moments.choices import BY, FELT, FOR_PEACE, HOW
from hearthside.moments.moment import Felt, Moment, Return
from hearthside.moments.saying import felt_in
from hearthside.web import waiting
from hearthside.web.keeping.store import Keeper, NotHere
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here, seen
from hearthside.web.moments.parts import day, one_of, words
from hearthside.web.words import danger
from hearthside.web.words.entries import Received


@kept_here
def new(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask who came back to it and how, or keep that."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method != "POST":
        page: dict[str, Any] = {"id": id_, "moment": kept, "by": BY, "how": HOW}
        page |= {"today": store.today(), "revision": revision}
        return render(request, "moments/returns/new.html", page | again(request))
    came = Return(
        id=secrets.token_hex(8),
        on=day(request, "on") or store.today(),
        by=one_of(request, "by", BY),
        how=one_of(request, "how", HOW),
        words=words(request, "words"),
    )
    kept = changing.with_return(kept, came, at=store.now())
    store.put(keeper, kept, id_=id_, seen=seen(request, revision))
    danger.heed(request, came.words, whose="mine" if came.by == "me" else "theirs")
    return redirect("moments:felt", id_, came.id)


@kept_here
def felt(
    request: HttpRequest, keeper: Keeper, id_: str, return_id: str
) -> HttpResponse:
    """Ask how a return landed, or keep the answer beside the earlier ones."""
    kept, revision = store.get(keeper, id_, Moment)
    came = return_in(kept, return_id)
    if request.method != "POST":
        page: dict[str, Any] = {"id": id_, "moment": kept, "came": came}
        page |= {"felt": felt_in(kept), "for_peace": FOR_PEACE, "revision": revision}
        page |= {"is_mine": kept.whose == "mine", **danger.met(request)}
        return render(request, "moments/returns/felt.html", page | again(request))
    if how := one_of(request, "felt", FELT):
        answer = Felt(
            how=how,
            on=store.today(),
            for_peace=one_of(request, "for_peace", FOR_PEACE),
        )
        kept = changing.felt(kept, return_id, answer, at=store.now())
        store.put(keeper, kept, id_=id_, seen=seen(request, revision))
    return redirect("moments:moment", id_)


@kept_here
def change(
    request: HttpRequest, keeper: Keeper, id_: str, return_id: str
) -> HttpResponse:
    """Change what a return was, or keep the change."""
    kept, revision = store.get(keeper, id_, Moment)
    came = return_in(kept, return_id)
    if request.method != "POST":
        page: dict[str, Any] = {"id": id_, "moment": kept, "came": came, "by": BY}
        page |= {"how": HOW, "today": came.on, "revision": revision}
        return render(request, "moments/returns/new.html", page | again(request))
    came = replace(
        came,
        on=day(request, "on") or came.on,
        by=one_of(request, "by", BY),
        how=one_of(request, "how", HOW),
        words=words(request, "words"),
    )
    kept = changing.with_return(kept, came, at=store.now())
    store.put(keeper, kept, id_=id_, seen=seen(request, revision))
    return redirect("moments:moment", id_)


@kept_here
def turns(
    request: HttpRequest, keeper: Keeper, id_: str, return_id: str
) -> HttpResponse:
    """Lead to what a return's words turn toward, under how it was felt."""
    came = return_in(store.get(keeper, id_, Moment)[0], return_id)
    if not came.felt:
        return redirect("moments:felt", id_, return_id)
    entry = Received(came.words, landed=came.felt[-1].how, kept_in=id_)
    return redirect("words:marks", waiting.keep(request, entry))


def return_in(kept: Moment, return_id: str) -> Return:
    """Return the one return under *return_id*.

    Raises:
        NotHere: the moment has none.
    """
    for came in kept.returns:
        if came.id == return_id:
            return came
    raise NotHere
