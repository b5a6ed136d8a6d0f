"""A relationship: its moments, said beside felt over time, and putting it away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from msgspec.structs import replace

from hearthside.moments.choices import BONDS
from hearthside.moments.found import find
from hearthside.moments.moment import Bond, Moment
from hearthside.moments.patterns import NamedAgain, named, pattern
from hearthside.moments.strands import strands_over
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here, seen
from hearthside.web.moments.finding import a_page
from hearthside.web.moments.parts import NoName, one_of, words

DRAWN = 15  # moments whose returns stand in one drawing (chosen)


@kept_here
def listed(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Show the relationships; those put away come when they are asked for."""
    lines = store.lines(keeper, "bond")
    all_of_them = "all" in request.GET
    shown = {id_: one for id_, one in lines.items() if all_of_them or not one.put_away}
    page = {"bonds": shown, "some_put_away": len(shown) < len(lines)}
    return render(request, "moments/bonds/all.html", page)


@kept_here
def bond(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show one relationship over time, or keep a change to it."""
    kept, revision = store.get(keeper, id_, Bond)
    if request.method == "POST":
        name = words(request, "name").strip()
        if not name:
            raise NoName
        kept = replace(
            kept,
            name=name,
            kind=one_of(request, "kind", BONDS),
            nothing_for_two="nothing_for_two" in request.POST,
            put_away="put_away" in request.POST,
        )
        store.put(keeper, kept, id_=id_, seen=seen(request, revision))
        return redirect("moments:bond", id_)
    found = find(store.lines(keeper, "moment"), bond=id_)
    moments = store.these(keeper, (one for one, _ in found))
    shown = a_page(request, found, most=DRAWN)
    drawn = {one: moments[one] for one, _ in shown.found if one in moments}
    page: dict[str, Any] = {
        "id": id_,
        "bond": kept,
        "revision": revision,
        "kinds": BONDS,
        **shown._asdict(),
        "pattern": pattern(moments),
        "some_mine": any(one.whose == "mine" for one in moments.values()),
        "named": named_in(moments),
        "strands": strands_over(drawn, address=address_of, say=gettext),
    }
    return render(request, "moments/bonds/bond.html", page | again(request))


@kept_here
def forget(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Say what forgetting a relationship means, or forget it with its moments."""
    kept, _ = store.get(keeper, id_, Bond)
    found = find(store.lines(keeper, "moment"), bond=id_)
    if request.method == "POST":
        keeper.forget(id_, *(one for one, _ in found))
        return redirect("moments:bonds")
    page = {"id": id_, "bond": kept, "count": len(found)}
    return render(request, "moments/bonds/forget.html", page)


def named_in(moments: dict[str, Moment]) -> list[tuple[str, NamedAgain]]:
    """Return each hurt that was named more than once, with its moment's id."""
    each = ((id_, named(kept)) for id_, kept in moments.items())
    return [(id_, one) for id_, one in each if one]


def address_of(id_: str) -> str:
    """Return the address of a moment's page."""
    return reverse("moments:moment", args=[id_])


def moments_with(keeper: Keeper, id_: str) -> dict[str, Moment]:
    """Return every moment of the relationship under *id_* that can be opened."""
    found = find(store.lines(keeper, "moment"), bond=id_)
    return store.these(keeper, (one for one, _ in found))
