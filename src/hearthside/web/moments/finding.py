"""Finding again: what is kept, by person, form, time and one's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hearthside.moments.choices import ENDINGS, FORMS
from hearthside.moments.found import About, find, holds, put_away_in
from hearthside.moments.moment import Moment
from hearthside.web import waiting
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here
from hearthside.web.moments.parts import day, one_of, words
from hearthside.web.typed import number_in
from hearthside.web.waiting import Entry

A_PAGE = 50  # moments on one page (chosen)
TO_SORT = "to_sort"  # in an address: only what was brought in and isn't sorted


@dataclass(slots=True)
class Sought(Entry):
    """What someone looked for, and the ids that hold it."""

    name: ClassVar[str] = "sought"
    bond: str = ""
    form: str = ""
    since: date | None = None
    until: date | None = None
    in_them: frozenset[str] | None = field(default=None)
    """Ids of moments whose words hold what was looked for; None where none was."""


@kept_here
def listed(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Show what is kept, newest first, or look for something in it."""
    if request.method == "POST":
        sought = _sought(request, keeper)
        return redirect(f"{request.path}?sought={waiting.keep(request, sought)}")
    asked = waiting.find(request, request.GET.get("sought", ""), Sought)
    sought = asked or Sought("")
    lines = store.lines(keeper)
    bonds = {id_: line for id_, line in lines.items() if line.kind == "bond"}
    hidden = put_away_in(lines)
    found = find(
        {id_: line for id_, line in lines.items() if line.kind == "moment"},
        bond=sought.bond,
        form=sought.form,
        since=sought.since,
        until=sought.until,
        put_away=hidden - {sought.bond},
    )
    if sought.in_them is not None:
        found = [one for one in found if one[0] in sought.in_them]
    some_to_sort = any(line.to_sort for _, line in found)
    if TO_SORT in request.GET:
        found = [one for one in found if one[1].to_sort]
    shown = a_page(request, found, most=A_PAGE)
    page: dict[str, Any] = {
        **shown._asdict(),
        "found": [_shown(*one, bonds) for one in shown.found],
        "sought": sought,
        "is_sought": asked is not None,
        "sought_id": request.GET.get("sought", ""),
        "bonds": {id_: one.first for id_, one in bonds.items() if not one.put_away},
        "some_put_away": bool(hidden),
        "some_to_sort": some_to_sort,
        "to_sort": TO_SORT in request.GET,
        "forms": FORMS,
    }
    return render(request, "moments/all.html", page | again(request))


class Shown(NamedTuple):
    """What one page shows of much that was found, and where its neighbours begin."""

    found: list[tuple[str, About]]
    next: int
    """0 where there is none; *previous* is None then."""
    previous: int | None


def a_page(request: HttpRequest, found: list[tuple[str, About]], *, most: int) -> Shown:
    """Return those of *found* that the page asked for shows, *most* of them."""
    at = number_in(request.GET.get("from", ""), 0)
    return Shown(
        found[at : at + most],
        next=at + most if len(found) > at + most else 0,
        previous=max(0, at - most) if at else None,
    )


def _sought(request: HttpRequest, keeper: Keeper) -> Sought:
    said = words(request, "words").strip()
    in_them = None
    if said:
        moments = store.many(keeper, Moment)
        in_them = frozenset(id_ for id_, one in moments if holds(one, said))
    return Sought(
        said,
        bond=request.POST.get("bond", ""),
        form=one_of(request, "form", FORMS),
        since=day(request, "since"),
        until=day(request, "until"),
        in_them=in_them,
    )


def _shown(id_: str, line: About, bonds: dict[str, About]) -> dict[str, Any]:
    return {
        "id": id_,
        "line": line,
        "day": line.happened or line.at,
        "bond": bonds[line.bond].first if line.bond in bonds else "",
        "ending": ENDINGS.get(line.ending, ""),
        "forms": [FORMS[one] for one in line.forms if one in FORMS],
    }
