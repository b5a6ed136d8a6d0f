"""Words someone received: felt first, and only then, if they want, read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hearthside.ground.translating import gettext_noop as _
from hearthside.web.typed import trouble_with, typed
from hearthside.web.words import danger
from hearthside.web.words.entries import Received
from hearthside.web.words.views import with_entry
from hearthside.words import read
from hearthside.words.landing import LANDED
from hearthside.words.passages import (
    centred,
    holds_repair,
    missing,
    passages,
    turns,
)

ANSWERS = LANDED | {"skip": _("Skip this")}
HEARD = {
    "often": _("Often"),
    "before": _("Before, now and then"),
    "new": _("They are new"),
    "unsure": _("I’m not sure"),
}
CAME_AFTER = {
    "changed": _("Something changed"),
    "for-a-while": _("It changed for a while"),
    "same": _("It went on as before"),
    "unknown": _("Not known yet"),
}


@require_safe
@with_entry(Received)
def message(request: HttpRequest, id_: str, entry: Received) -> HttpResponse:
    """Show the message alone, and ask how it landed."""
    page = {"id": id_, "entry": entry, "landed": ANSWERS}
    page |= danger.on_arrival(request, entry)
    return render(request, "words/received/message.html", page)


@require_POST
@with_entry(Received)
def landing(request: HttpRequest, id_: str, entry: Received) -> HttpResponse:
    """Keep how it landed."""
    chosen = request.POST.get("landed")
    entry.trouble = "" if chosen in ANSWERS else "unchosen"
    if chosen not in ANSWERS:
        return redirect(reverse("words:received", args=[id_]) + "#landing")
    entry.landed = chosen
    return redirect("words:answered", id_)


@require_safe
@with_entry(Received)
def answered(request: HttpRequest, id_: str, entry: Received) -> HttpResponse:
    """Show the answer, and two ways on."""
    if not entry.landed:
        return redirect("words:received", id_)
    return render(request, "words/received/answered.html", {"id": id_, "entry": entry})


@require_safe
@with_entry(Received)
def marks(request: HttpRequest, id_: str, entry: Received) -> HttpResponse:
    """Show what the words turn toward, under the answer."""
    if not entry.landed:
        return redirect("words:received", id_)
    reading = read(entry.words, entry.before, heed_danger=entry.heeds_danger)
    page = {"id": id_, "entry": entry, "reading": reading}
    page |= {"passages": passages(reading), "turns": turns(reading)}
    page |= {"centred": centred(reading), "missing": missing(reading)}
    page |= {"heard": HEARD, "came_after": CAME_AFTER}
    page |= {"repairs": holds_repair(reading), **danger.in_what_came(request, entry)}
    return render(request, "words/received/marks.html", page)


@require_POST
@with_entry(Received)
def heard_before(request: HttpRequest, id_: str, entry: Received) -> HttpResponse:
    """Keep whether words like these were heard before, and what came after."""
    entry.told = typed(request, "told")
    entry.trouble = "told" if trouble_with("-", entry.told) else ""
    entry.heard = _one_of(HEARD, request.POST.get("heard"))
    entry.came_after = _one_of(CAME_AFTER, request.POST.get("came_after"))
    place = "" if danger.may_be_in_what_came(entry) else "#after"
    return redirect(reverse("words:marks", args=[id_]) + place)


@require_POST
@with_entry(Received)
def not_that(request: HttpRequest, id_: str, entry: Received) -> HttpResponse:
    """Read the words like any others: the one who knows said it isn't that."""
    entry.heeds_danger = False
    return redirect("words:marks" if entry.told else "words:received", id_)


def _one_of(choices: dict[str, str], chosen: str | None) -> str:
    return chosen if chosen in choices else ""
