"""One page of chosen lines, to take along: for a therapist, a doctor or a friend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, ClassVar, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from hearthside.ground.errors import HearthsideError
from hearthside.moments.moment import Bond, Gathered, Moment
from hearthside.moments.papers import Line, lines, one_page
from hearthside.web import waiting
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here
from hearthside.web.moments.bonds import moments_with
from hearthside.web.moments.pages import bond_of
from hearthside.web.waiting import Entry

FILE = "notes.md"


class NoLine(HearthsideError):
    """A page was asked for, and no line was chosen."""

    def __init__(self) -> None:
        super().__init__("Choose at least one line, and the page is made of it.")


@dataclass(slots=True)
class Page(Entry):
    """The lines someone chose, until they leave the page."""

    name: ClassVar[str] = "page"
    lines: tuple[Line, ...] = ()
    chosen_at: str = ""
    """The address of the page they were chosen on."""


class Choice(NamedTuple):
    """One line to choose."""

    mark: str
    line: Line


@kept_here
def of_moment(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Offer the lines of one moment."""
    kept, _ = store.get(keeper, id_, Moment)
    return _choose(request, keeper, {id_: kept})


@kept_here
def of_bond(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Offer the lines of every moment in a relationship."""
    store.get(keeper, id_, Bond)
    return _choose(request, keeper, moments_with(keeper, id_))


@kept_here
def of_gathering(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Offer the lines of every moment in a gathering."""
    kept, _ = store.get(keeper, id_, Gathered)
    return _choose(request, keeper, store.these(keeper, kept.moments))


@kept_here
def page(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show the page as it will be on paper."""
    entry = waiting.find(request, id_, Page)
    if entry is None:
        return redirect("moments:all")
    shown = {"id": id_, "entry": entry, "today": store.today()}
    return render(request, "moments/taking/page.html", shown)


@kept_here
def file(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Give the page as a file whose name says nothing."""
    entry = waiting.find(request, id_, Page)
    if entry is None:
        return redirect("moments:all")
    text = one_page(entry.lines, on=store.today(), say=gettext, day=date_format)
    given = HttpResponse(text, "text/markdown; charset=utf-8")
    given["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return given


@require_POST
def let_go(request: HttpRequest, id_: str) -> HttpResponse:
    """Let the page go; what it was made of stays."""
    entry = waiting.find(request, id_, Page)
    waiting.let_go(request, id_)
    return redirect(entry.chosen_at if entry else "moments:all")


def _choose(
    request: HttpRequest, keeper: Keeper, moments: dict[str, Moment]
) -> HttpResponse:
    """Show the lines of *moments*, or make a page of those that were chosen."""
    groups = [
        (kept, [Choice(mark(id_, line), line) for line in _lines(keeper, kept)])
        for id_, kept in sorted(moments.items(), key=by_day)
    ]
    if request.method == "POST":
        marked = set(request.POST.getlist("line"))
        chosen = [
            one.line for _, group in groups for one in group if one.mark in marked
        ]
        if not chosen:
            raise NoLine
        made = Page("", lines=tuple(chosen), chosen_at=request.path)
        return redirect("moments:page", waiting.keep(request, made))
    shown: dict[str, Any] = {"groups": groups, "is_open": len(groups) == 1}
    return render(request, "moments/taking/choose.html", shown | again(request))


def by_day(one: tuple[str, Moment]) -> tuple[date, datetime]:
    """Return what puts moments in the order of time."""
    return one[1].day, one[1].at


def _lines(keeper: Keeper, kept: Moment) -> list[Line]:
    return lines(kept, bond_of(keeper, kept), say=gettext)


def mark(id_: str, line: Line) -> str:
    """Return what a line is known by in a form, for as long as it says the same."""
    told = "\0".join([id_, line.label, line.words, str(line.on)])
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
