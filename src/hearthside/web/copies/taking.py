"""Taking a copy along: a backup, or an export without what stays private."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.ground.errors import HearthsideError
from hearthside.keeping.backup import pack
from hearthside.web import waiting
from hearthside.web.copies import making
from hearthside.web.copies.files import Copy, everything, to_take_out, unsealed
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
    make = partial(everything, unsealed(keeper))
    return _begun(request, make, passphrase, "notes")


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
    with_put_away = "put_away" in request.POST
    make = partial(to_take_out, unsealed(keeper), with_put_away=with_put_away)
    return _begun(request, make, passphrase, "pages")


class File(NamedTuple):
    """A copy that is made, and how much couldn't be in it."""

    data: bytes
    left_out: int


def _begun(
    request: HttpRequest, put_together: Callable[[], Copy], passphrase: str, name: str
) -> HttpResponse:
    language = get_language()

    def make() -> File:
        with override(language):
            copy = put_together()
        return File(pack(copy.files, passphrase), copy.left_out)

    file = f"{name}-{timezone.localdate()}.age"
    return redirect("copies:made", making.begin(request, make, file=file))


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
    if entry is None or not isinstance(entry.made, File):
        return redirect("copies:made", id_)
    answer = HttpResponse(entry.made.data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{entry.told["file"]}"'
    return answer


@require_POST
@with_keeper
def let_go(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Let go of what was made; a file that was saved stays where it is."""
    waiting.let_go(request, id_)
    return redirect("keeping:about")
