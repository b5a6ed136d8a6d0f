"""Taking a copy along: a backup, or an export without what stays private."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.ground.errors import HearthsideError
from hearthside.keeping.backup import pack
from hearthside.web import waiting
from hearthside.web.copies import making
from hearthside.web.copies.files import Copy, everything, to_take_out
from hearthside.web.copies.making import Making
from hearthside.web.keeping import locking
from hearthside.web.keeping.people import with_keeper
from hearthside.web.keeping.store import Keeper


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def backup(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Ask for a passphrase for a backup, and begin to make it."""
    if request.method != "POST":
        return render(request, "copies/backup.html", locking.trouble_in(request))
    try:
        passphrase = locking.well_chosen_passphrase(request)
    except HearthsideError as refusal:
        return locking.again(request, refusal, "copies:backup")
    return _begun(request, everything(keeper), passphrase, "notes")


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def export(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Ask for a passphrase for an export, and begin to make it."""
    if request.method != "POST":
        lines = keeper.index().lines.values()
        page = locking.trouble_in(request)
        page["some_put_away"] = any(one.about.get("put_away") for one in lines)
        return render(request, "copies/export.html", page)
    try:
        passphrase = locking.well_chosen_passphrase(request)
    except HearthsideError as refusal:
        return locking.again(request, refusal, "copies:export")
    copy = to_take_out(keeper, with_put_away="put_away" in request.POST)
    return _begun(request, copy, passphrase, "pages")


def _begun(
    request: HttpRequest, copy: Copy, passphrase: str, name: str
) -> HttpResponse:
    told = {"file": f"{name}-{timezone.localdate()}.age", "left_out": copy.left_out}
    make = partial(pack, copy.files, passphrase)
    return redirect("copies:made", making.begin(request, make, **told))


@require_safe
@with_keeper
def made(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Say that it is being made, or that it is here to be saved."""
    entry = waiting.find(request, id_, Making)
    page = {"id": id_, "entry": entry, "is_done": entry is not None and entry.is_done}
    return render(request, "copies/made.html", page, status=200 if entry else 404)


@require_safe
@with_keeper
def download(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Give the file that was made; its name says a day, and nothing else."""
    entry = waiting.find(request, id_, Making)
    if entry is None or not isinstance(entry.made, bytes):
        return redirect("copies:made", id_)
    answer = HttpResponse(entry.made, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{entry.told["file"]}"'
    return answer


@require_POST
@with_keeper
def let_go(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Let go of what was made; a file that was saved stays where it is."""
    waiting.let_go(request, id_)
    return redirect("keeping:about")
