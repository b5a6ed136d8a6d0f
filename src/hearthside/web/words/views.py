"""The door to words, and what both kinds of words share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hearthside.web.words import waiting
from hearthside.web.words.waiting import Kind

View = Callable[[HttpRequest, str], HttpResponse]


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Ask whether the words were received or may be sent."""
    return render(request, "words/words.html")


@require_POST
def not_now(request: HttpRequest, id_: str) -> HttpResponse:
    """Let the words go, and come back to the threshold."""
    waiting.let_go(request, id_)
    return redirect("threshold:threshold")


def with_entry(
    kind: type[Kind], *, fit: bool = True
) -> Callable[[Callable[[HttpRequest, str, Kind], HttpResponse]], View]:
    """Give a view the entry its address names, or say that it is gone.

    Words that can't be taken as they are lead back to their form, unless the
    view is that form (*fit* off).
    """

    def around(view: Callable[[HttpRequest, str, Kind], HttpResponse]) -> View:
        @wraps(view)
        def inner(request: HttpRequest, id_: str) -> HttpResponse:
            entry = waiting.find(request, id_, kind)
            if entry is None:
                return render(request, "words/gone.html", status=404)
            if fit and not entry.is_fit:
                return redirect(f"words:{kind.name}-words", id_)
            return view(request, id_, entry)

        return inner

    return around
