"""One moment's page, its history, and letting it be forgotten."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from hearthside.moments.changing import history, undone
from hearthside.moments.choices import (
    BODY,
    ENDINGS,
    FORMS,
    PACES,
    PARTS,
    STRUCTURES,
    WHOSE,
)
from hearthside.moments.due import due
from hearthside.moments.moment import Bond, Moment
from hearthside.moments.offers import offered
from hearthside.moments.strands import strands
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here
from hearthside.web.words import danger


@kept_here
def moment(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show a moment: its words, its returns said beside felt, and how it rests."""
    if request.method == "POST":  # "it isn't that": the block was shown once
        return redirect("moments:moment", id_)
    kept, revision = store.get(keeper, id_, Moment)
    bond = bond_of(keeper, kept)
    left = offered(kept, bond)
    page: dict[str, Any] = {
        "id": id_,
        "moment": kept,
        "revision": revision,
        "bond": bond,
        "next": left[0] if left else "",
        "endings": ENDINGS,
        "due": due(kept, today=store.today()),
        "strands": strands(kept, say=gettext),
        **said_of(kept),
        **danger.met(request),
    }
    return render(request, "moments/moment.html", page | again(request))


@kept_here
def earlier(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show what a moment was before each change, or put the last one back."""
    kept, revision = store.get(keeper, id_, Moment)
    if request.method == "POST":
        store.put(keeper, undone(kept, at=store.now()), id_=id_, seen=revision)
        return redirect("moments:moment", id_)
    changes = [
        {"at": past.at, "says": PARTS[past.part], "was": in_words(past.was)}
        for past in history(kept)
    ]
    page = {"id": id_, "moment": kept, "history": changes}
    return render(request, "moments/earlier.html", page)


@kept_here
def forget(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Say what forgetting means, or forget one moment."""
    kept, _revision = store.get(keeper, id_, Moment)
    if request.method == "POST":
        keeper.forget(id_)
        return redirect("moments:all")
    return render(request, "moments/forget.html", {"id": id_, "moment": kept})


def bond_of(keeper: Keeper, kept: Moment) -> Bond | None:
    """Return the relationship a moment belongs to, if it has one."""
    return store.get(keeper, kept.bond, Bond)[0] if kept.bond else None


def in_words(was: Any) -> str:
    """Return the person's own words in what a part was; empty where it had none."""
    return was if isinstance(was, str) else getattr(was, "words", "")


def said_of(kept: Moment) -> dict[str, Any]:
    """Return what was chosen for a moment, in words."""
    return {
        "body": [BODY[one] for one in kept.body.did if one in BODY],
        "forms": [FORMS[one] for one in kept.forms if one in FORMS],
        "pace": PACES.get(kept.pace, ""),
        "whose": WHOSE.get(kept.whose, ""),
        "structure": STRUCTURES.get(kept.structure, ""),
        "rests": [(rest, ENDINGS[rest.ending]) for rest in kept.rests],
    }
