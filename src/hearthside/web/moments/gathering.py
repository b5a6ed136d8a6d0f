"""Small moments gathered over time into one thing that can be looked at and named."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from msgspec.structs import replace

from hearthside.moments.choices import FORMS
from hearthside.moments.found import About, find, put_away_in
from hearthside.moments.moment import Gathered, Moment
from hearthside.moments.patterns import erosion
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here, seen
from hearthside.web.moments.finding import A_PAGE, a_page
from hearthside.web.moments.parts import NoName, words


@kept_here
def listed(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Show what was gathered, or begin a new gathering."""
    if request.method == "POST":
        made = store.put(keeper, Gathered(name=_name(request), at=store.now()))
        return redirect("moments:gather", made)
    page = {"gathered": store.lines(keeper, "gathered")}
    return render(request, "moments/together/all.html", page | again(request))


@kept_here
def together(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show one gathering over time, or call it something else."""
    kept, revision = store.get(keeper, id_, Gathered)
    if request.method == "POST":
        kept = replace(kept, name=_name(request))
        store.put(keeper, kept, id_=id_, seen=seen(request, revision))
        return redirect("moments:together", id_)
    lines = store.lines(keeper, "moment")
    there = erosion(kept, store.these(keeper, kept.moments))
    page: dict[str, Any] = {"id": id_, "kept": kept, "revision": revision}
    page["erosion"] = there
    page["days"] = [(day, one, lines[one]) for day, one in there.days] if there else []
    page["forms"] = [
        (gettext(FORMS[one]) if one in FORMS else one, times)
        for one, times in (there.forms if there else ())
    ]
    return render(request, "moments/together/one.html", page | again(request))


@kept_here
def gather(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask which moments belong to a gathering, or keep that."""
    kept, revision = store.get(keeper, id_, Gathered)
    lines = store.lines(keeper)
    if request.method == "POST":
        shown, chosen = (set(request.POST.getlist(one)) for one in ("shown", "in"))
        stay = [one for one in kept.moments if one not in shown or one in chosen]
        new = [
            one
            for one in request.POST.getlist("in")
            if one not in stay and one in lines and lines[one].kind == "moment"
        ]
        kept = replace(kept, moments=tuple(dict.fromkeys([*stay, *new])))
        store.put(keeper, kept, id_=id_, seen=seen(request, revision))
        if (then := request.POST.get("then", "")).isdecimal():
            return redirect(reverse("moments:gather", args=[id_]) + f"?from={then}")
        return redirect("moments:together", id_)
    to_choose = choosable(lines, kept)
    these = a_page(request, to_choose, most=A_PAGE)
    page: dict[str, Any] = {
        "id": id_,
        "kept": kept,
        "revision": revision,
        "lines": these.found,
        "next": these.next,
        "previous": these.previous,
    }
    return render(request, "moments/together/gather.html", page | again(request))


@kept_here
def forget(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Say what letting a gathering go means, or do it; its moments stay."""
    kept, _ = store.get(keeper, id_, Gathered)
    if request.method == "POST":
        keeper.forget(id_)
        return redirect("moments:togethers")
    return render(request, "moments/together/forget.html", {"id": id_, "kept": kept})


@kept_here
def belongs(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Ask what one moment belongs to, or keep it there."""
    store.get(keeper, id_, Moment)
    if request.method != "POST":
        page = {"id": id_, "gathered": store.lines(keeper, "gathered")}
        return render(request, "moments/together/belongs.html", page | again(request))
    to = request.POST.get("to", "")
    if not to or to == "new":
        kept = Gathered(name=_name(request), at=store.now(), moments=(id_,))
        to = store.put(keeper, kept)
    else:
        kept, revision = store.get(keeper, to, Gathered)
        if id_ not in kept.moments:
            kept = replace(kept, moments=(*kept.moments, id_))
            store.put(keeper, kept, id_=to, seen=revision)
    return redirect("moments:together", to)


def gathered_with(keeper: Keeper, id_: str) -> dict[str, str]:
    """Return the name of each gathering that one moment is in, by its id."""
    there = list(store.lines(keeper, "gathered"))
    opened = dict(store.many(keeper, Gathered, set(there)))
    return {
        one: opened[one].name
        for one in there
        if one in opened and id_ in opened[one].moments
    }


def choosable(lines: dict[str, About], kept: Gathered) -> list[tuple[str, About]]:
    """Return the moments to choose from, newest first: those in it, then with them.

    Those of the same relationships come before any others; what is put away and
    what softened is left out, unless it is in it already.
    """
    inside = {one: lines[one] for one in kept.moments if one in lines}
    bonds = {line.bond for line in inside.values() if line.bond}
    moments = {
        id_: line
        for id_, line in lines.items()
        if line.kind == "moment" and not line.healing and id_ not in inside
    }
    others = find(moments, put_away=put_away_in(lines))
    others.sort(key=lambda one: one[1].bond not in bonds)
    return [*find(inside), *others]


def _name(request: HttpRequest) -> str:
    if name := words(request, "name").strip():
        return name
    raise NoName
