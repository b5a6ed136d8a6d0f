"""Reminders: off until they are wanted, and a calendar file that gives nothing away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from msgspec.structs import replace

from hearthside.moments.reminders import reminders
from hearthside.web.keeping import wishes
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here
from hearthside.web.moments.due import with_a_day

FILE = "notes.ics"


@kept_here
def wanted(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Say what a reminder is, or keep whether they are wanted."""
    wished = wishes.get(keeper)
    if request.method == "POST":
        wishes.put(keeper, replace(wished, reminders="wanted" in request.POST))
        return redirect("moments:reminders")
    page = {"wanted": wished.reminders, "some": bool(with_a_day(keeper))}
    return render(request, "moments/reminders.html", page | again(request))


@kept_here
def calendar(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Give every day that comes due as a calendar file; none where none is wanted."""
    there = with_a_day(keeper) if wishes.get(keeper).reminders else []
    moments = store.these(keeper, (id_ for id_, _ in there))
    file = HttpResponse(reminders(moments, now=store.now()), "text/calendar")
    file["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return file
