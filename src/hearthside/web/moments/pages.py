"""One moment's page, its history, and letting it be forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from hearthside.ground.errors import Damaged
from hearthside.moments.changing import history, undone
from hearthside.moments.choices import (
    BODY,
    ENDINGS,
    PACES,
    PARTS,
    STRUCTURES,
    WHOSE,
)
from hearthside.moments.due import due
from hearthside.moments.moment import Bond, Moment
from hearthside.moments.offers import is_structural, offered
from hearthside.moments.patterns import named
from hearthside.moments.saying import forms_of
from hearthside.moments.strands import strands
from hearthside.web.keeping.store import Keeper, NotHere
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here, seen
from hearthside.web.moments.finding import TO_SORT
from hearthside.web.moments.gathering import gathered_with
from hearthside.web.words import danger

SAID_ALONE = frozenset({"many", "long_ago"})  # paces with a sentence of their own
LATELY = timedelta(minutes=10)  # in which a page offers to put a change back (chosen)


A_WHILE = timedelta(minutes=10)  # a moment is new, and nothing is asked (chosen)


@kept_here
def moment(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show a moment: its words, its returns said beside felt, and how it rests."""
    if request.method == "POST":  # "it isn't that": the block was shown once
        return redirect("moments:moment", id_)
    kept, revision = store.get(keeper, id_, Moment)
    bond = bond_of(keeper, kept)
    left = () if said_today(kept) else offered(kept, bond)
    page: dict[str, Any] = {
        "id": id_,
        "moment": kept,
        "revision": revision,
        "bond": bond,
        "next": left[0] if left else "",
        "endings": endings_for(kept, bond),
        "due": due(kept, today=store.today()),
        "strands": strands(kept, say=gettext),
        "named": named(kept),
        "gathered": gathered_with(keeper, id_),
        "changed": lately_changed(kept, now=store.now()),
        "is_structural": is_structural(kept, bond),
        "is_mine": kept.whose == "mine",
        **said_of(kept),
        "is_new": revision == 1 and store.now() - kept.at < A_WHILE,
        **danger.met(request),
    }
    return render(request, "moments/moment.html", page | again(request))


def endings_for(kept: Moment, bond: Bond | None) -> dict[str, str]:
    """Return the endings; what no one person can mend begins with what is carried."""
    if not is_structural(kept, bond):
        return ENDINGS
    first = ("open", "carried", "grieved", "let_go", "mended")
    return {one: ENDINGS[one] for one in first}


def said_today(kept: Moment) -> bool:
    """Return whether a part was said today: then no other is asked for."""
    return bool(kept.earlier) and localdate(kept.earlier[-1].at) == store.today()


@kept_here
def earlier(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show what a moment was before each change, or put the last one back."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method == "POST":
        store.put(
            keeper, undone(kept, at=store.now()), id_=id_, seen=seen(request, revision)
        )
        return redirect("moments:moment", id_)
    changes = [
        {"at": past.at, "says": PARTS[past.part], "was": in_words(past.was)}
        for past in history(kept)
    ]
    page = {"id": id_, "moment": kept, "history": changes, "revision": revision}
    return render(request, "moments/earlier.html", page | again(request))


@kept_here
def sorted_now(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Say that one brought in is sorted as it is, and go back to what is left."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method == "POST":
        store.put(keeper, kept, id_=id_, seen=revision)
        return redirect(f"{reverse('moments:all')}?{TO_SORT}")
    return redirect("moments:moment", id_)


@kept_here
def forget(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Say what forgetting means, or forget one moment."""
    kept, _revision = store.get(keeper, id_, Moment)
    if request.method == "POST":
        keeper.forget(id_)
        return redirect("moments:all")
    return render(request, "moments/forget.html", {"id": id_, "moment": kept})


def bond_of(keeper: Keeper, kept: Moment) -> Bond | None:
    """Return the relationship a moment belongs to, if it has one that opens."""
    try:
        return store.get(keeper, kept.bond, Bond)[0] if kept.bond else None
    except (Damaged, NotHere):
        return None


def lately_changed(kept: Moment, *, now: datetime) -> str:
    """Return what the last change was to, if it was a moment ago; else nothing."""
    if not kept.earlier or now - kept.earlier[-1].at > LATELY:
        return ""
    return PARTS[kept.earlier[-1].part.partition("/")[0]]


def in_words(was: Any) -> str:
    """Return the person's own words in what a part was; empty where it had none."""
    return was if isinstance(was, str) else getattr(was, "words", "")


def said_of(kept: Moment) -> dict[str, Any]:
    """Return what was chosen for a moment, in words."""
    called = forms_of(kept)
    chosen = [called[one] for one in kept.forms if one in called]
    chosen += [WHOSE.get(kept.whose, ""), STRUCTURES.get(kept.structure, "")]
    if kept.pace not in SAID_ALONE:
        chosen.append(PACES.get(kept.pace, ""))
    return {
        "body": [BODY[one] for one in kept.body.did if one in BODY],
        "chosen": [*map(gettext, filter(None, chosen)), *filter(None, [kept.form])],
        "rests": [(rest, ENDINGS[rest.ending]) for rest in kept.rests],
    }
