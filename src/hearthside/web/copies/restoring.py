"""Restoring a backup: it is looked into first, and brought in when that is wished."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from hearthside.ground.errors import EmptyPassphrase, HearthsideError
from hearthside.moments.moment import Bond, Moment
from hearthside.web import waiting
from hearthside.web.copies import bringing_in, making
from hearthside.web.copies.files import Brought
from hearthside.web.copies.making import Making
from hearthside.web.copies.uploads import InMemory, file_in
from hearthside.web.keeping import disk, locking, people
from hearthside.web.keeping.looking import SEEN, look_over
from hearthside.web.keeping.people import View, keeper_of, person, with_keeper
from hearthside.web.keeping.store import Keeper


@csrf_exempt  # the form is looked at below, once it is known how big a file may be
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest) -> HttpResponse:
    """Ask for a backup and its passphrase, and begin to look into it."""
    request.upload_handlers = [InMemory(request)]
    return _restore(request)


def where_it_opens(view: View) -> View:
    """Show *view* to whoever keeps nothing yet, or has opened what they keep."""

    @with_keeper
    def asked(request: HttpRequest, _: Keeper, **named: Any) -> HttpResponse:
        return view(request, **named)

    def inner(request: HttpRequest, **named: Any) -> HttpResponse:
        return (asked if person() else view)(request, **named)

    return inner


@csrf_protect
@where_it_opens
def _restore(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        page = locking.trouble_in(request) | {"is_known": person() is not None}
        return render(request, "copies/restore.html", page)
    try:
        data, passphrase = file_in(request), request.POST.get("passphrase", "")
        if not passphrase.strip():
            raise EmptyPassphrase
    except HearthsideError as refusal:
        return locking.again(request, refusal, "copies:restore")
    look = partial(bringing_in.look_into, data, passphrase)
    return redirect("copies:restoring", making.begin(request, look))


@require_http_methods(["GET", "HEAD", "POST"])
@where_it_opens
def restoring(request: HttpRequest, id_: str) -> HttpResponse:
    """Say what the backup holds, or bring it in."""
    entry = waiting.find(request, id_, Making)
    is_done = entry is not None and entry.is_done
    brought = entry.made if entry and is_done else None
    if request.method == "POST" and entry and isinstance(brought, Brought):
        return _brought_in(request, id_, entry, brought)
    page: dict[str, Any] = {"id": id_, "entry": entry, "is_known": bool(person())}
    page |= {"is_done": is_done, "brought": brought, **locking.trouble_in(request)}
    if isinstance(brought, Brought):
        page["moments"] = brought.count(Moment)
        page["bonds"] = brought.count(Bond)
    return render(request, "copies/restoring.html", page, status=200 if entry else 404)


def _brought_in(
    request: HttpRequest, id_: str, entry: Making, brought: Brought
) -> HttpResponse:
    to: HttpResponse = redirect("copies:restoring", id_)
    try:
        if keeper := keeper_of(request):
            entry.told["came"] = bringing_in.into(keeper, brought)
            request.session[SEEN] = look_over(keeper)
        else:
            to = _begun(request, brought)
    except HearthsideError as refusal:
        request.session[locking.TROUBLE] = locking.called(refusal)
        return redirect("copies:restoring", id_)
    entry.made = None
    disk.put_by(settings.HOME)
    return to


def _begun(request: HttpRequest, brought: Brought) -> HttpResponse:
    passphrase = locking.well_chosen_passphrase(request)
    keeper: Keeper = bringing_in.into_a_new_home(passphrase, brought)
    return people.hold(request, redirect("keeping:words"), keeper.keys, keeper.owner)
