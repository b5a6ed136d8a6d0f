"""What couldn't be kept yet: typed words wait, and come back in their form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hearthside.ground.errors import HearthsideError
from hearthside.web import waiting
from hearthside.web.keeping.people import (
    is_secret,
    person,
    seal_what_came,
    with_keeper,
)
from hearthside.web.keeping.store import NotHere
from hearthside.web.typed import number_in
from hearthside.web.waiting import Entry

AGAIN = "again"  # the name, in an address, of the id that typed words wait under
Fields = dict[str, list[str]]


@dataclass(slots=True)
class Refused(Entry):
    """A form that wasn't taken: why, and everything typed into it."""

    name: ClassVar[str] = "refused"
    fields_typed: Fields = field(default_factory=dict)

    @property
    def being_written(self) -> dict[str, str]:
        """Return what was typed and isn't kept."""
        typed = {name: texts[-1] for name, texts in self.fields_typed.items() if texts}
        return {name: text for name, text in typed.items() if not is_secret(name)}


def kept_here(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give *view* the open records and what was refused before, and keep its words.

    Where a form can't be kept its words wait, and the form comes back with them.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    @with_keeper
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except NotHere as refusal:
            if request.method == "POST" and (someone := person()):
                seal_what_came(request, someone)  # there is no form to come back to
            page = {"sentence": str(refusal), "was_typed": request.method == "POST"}
            return render(request, "moments/not_here.html", page, status=404)
        except HearthsideError as refusal:
            if request.method != "POST":
                page = {"sentence": str(refusal)}
                return render(request, "moments/not_here.html", page, status=409)
            typed = {name: request.POST.getlist(name) for name in request.POST}
            id_ = waiting.keep(request, Refused(str(refusal), fields_typed=typed))
            return redirect(f"{request.path}?{AGAIN}={id_}")

    return inner


def seen(request: HttpRequest, revision: int) -> int:
    """Return the revision that the page which sends this was opened at.

    A page of ours always says it; anything else is taken as the present *revision*.
    """
    return number_in(request.POST.get("seen", ""), revision)


def again(request: HttpRequest) -> dict[str, Any]:
    """Return the sentence and the typed words of the form that was refused, if any."""
    refused = waiting.find(request, request.GET.get(AGAIN, ""), Refused)
    if refused is None:
        return {}
    fields = refused.fields_typed
    return {"refused": refused.words, "typed": {k: v[-1] for k, v in fields.items()}}
