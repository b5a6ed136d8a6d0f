"""The threshold, and the choice of its light."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from hearthside.web import waiting
from hearthside.web.keeping.disk import was_set_aside
from hearthside.web.keeping.looking import SEEN
from hearthside.web.keeping.models import Arrived
from hearthside.web.keeping.people import keeper_of, lock_of, person
from hearthside.web.moments.due import what_is_due
from hearthside.web.moments.entries import Begun

LIGHTS = ("dusk", "dawn", "system")
AT_ONCE = 3  # things that have come due, so that coming in stays calm (chosen)


@require_GET
def threshold(request: HttpRequest) -> HttpResponse:
    """Show the one sentence and the doors."""
    return render(request, "threshold/threshold.html", what_waits(request))


def what_waits(request: HttpRequest) -> dict[str, Any]:
    """Return the lines for someone who has been here before."""
    someone = person()
    page: dict[str, Any] = {"is_known": someone is not None}
    page["not_kept"] = [
        id_
        for id_, begun in waiting.all_of(request, Begun).items()
        if begun.says_something and not begun.kept_as
    ]
    page["set_aside"] = was_set_aside(settings.HOME)
    if someone and (keeper := keeper_of(request)):
        page["arrived"] = Arrived.objects.filter(owner=someone).exists()
        due = what_is_due(keeper)
        page["due"] = due[:AT_ONCE]
        page["more_is_due"] = len(due) > AT_ONCE
        page["strange"] = request.session.get(SEEN)
        page["without_words"] = lock_of(someone).by_words is None
    return page


@require_POST
def light(request: HttpRequest) -> HttpResponse:
    """Keep the light someone chose while they are here, and go back to the page."""
    chosen = request.POST.get("light")
    if chosen in LIGHTS:
        request.session["light"] = chosen
    back = request.POST.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return redirect(back if is_ours else "threshold:threshold")
