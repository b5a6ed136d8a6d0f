"""The door to words, and what both kinds of words share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.web import waiting
from hearthside.web.typed import trouble_with, typed
from hearthside.web.waiting import Entry, Kind

View = Callable[[HttpRequest, str], HttpResponse]


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Ask whether the words were received or may be sent."""
    return render(request, "words/words.html")


@require_http_methods(["GET", "HEAD", "POST"])
def bring(
    request: HttpRequest, *, kind: type[Entry], form: str, id_: str = ""
) -> HttpResponse:
    """Take words in, or show their *form*, with those under *id_* still in it."""
    entry = waiting.find(request, id_, kind)
    if id_ and entry is None:
        return gone(request)
    if request.method != "POST":
        return render(request, form, {"id": id_, "entry": entry})
    waiting.let_go(request, id_)
    return take_in(request, kind)


def take_in(request: HttpRequest, kind: type[Entry]) -> HttpResponse:
    """Keep what was typed in memory, with nothing of earlier words; go on to it."""
    given: dict[str, Any] = {field: typed(request, field) for field in kind.fields}
    entry = kind(**given, trouble=trouble_with(*given.values()))
    id_ = waiting.keep(request, entry)
    return redirect(f"words:{kind.name}{'' if entry.is_fit else '-words'}", id_)


def gone(request: HttpRequest) -> HttpResponse:
    """Say that the words don't wait here any more."""
    return render(request, "words/gone.html", status=404)


@require_POST
def not_now(request: HttpRequest, id_: str) -> HttpResponse:
    """Let the words go, and come back to the threshold."""
    waiting.let_go(request, id_)
    return redirect("threshold:threshold")


def with_entry(
    kind: type[Kind],
) -> Callable[[Callable[[HttpRequest, str, Kind], HttpResponse]], View]:
    """Give a view the entry its address names, or say that it is gone.

    Words that can't be taken as they are lead back to their form.
    """

    def around(view: Callable[[HttpRequest, str, Kind], HttpResponse]) -> View:
        @wraps(view)
        def inner(request: HttpRequest, id_: str) -> HttpResponse:
            entry = waiting.find(request, id_, kind)
            if entry is None:
                return gone(request)
            if not entry.is_fit:
                return redirect(f"words:{kind.name}-words", id_)
            return view(request, id_, entry)

        return inner

    return around
