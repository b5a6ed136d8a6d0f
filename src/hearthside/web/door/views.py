"""Opening, leaving, and asking whether one is still here."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET

from hearthside.web import waiting
from hearthside.web.door.latch import latch
from hearthside.web.door.middleware import LET_IN, is_let_in, plain_page
from hearthside.web.keeping import people
from hearthside.web.keeping.unlocked import unlocked


@csrf_exempt
def ask(request: HttpRequest) -> HttpResponse:
    """Give the launcher, and nobody else, a fresh launch secret."""
    key = request.headers.get("X-Launcher-Key", "")
    if request.method != "POST" or not latch.is_launcher(key):
        return plain_page(request)
    return HttpResponse(latch.new_secret(), content_type="text/plain", status=201)


def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Exchange a launch secret for a session, once.

    Whoever is let in already keeps the session, since a form open in another
    tab belongs to it. A page of ours leads on, and not a redirect: a strict
    cookie isn't sent along one that began at a link elsewhere.
    """
    visit = latch.visit
    if request.method != "GET" or not latch.open_with(secret):
        return plain_page(request)
    if not is_let_in(request):
        request.session.flush()
        request.session[LET_IN] = visit
    return render(request, "door/opening.html", {"address": "/"})


@csrf_exempt  # leaving never fails; a form from elsewhere is refused before this
def leave(request: HttpRequest) -> HttpResponse:
    """Close the door, and forget everything that was waiting behind it."""
    if request.method != "POST" or latch.has_left:
        return plain_page(request)
    shut()
    request.session.flush()
    answer = render(request, "door/left.html")
    answer.delete_cookie(people.cookie(), samesite="Strict")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def shut() -> None:
    """Close the door, and drop what waits and every key and session behind it."""
    latch.close()
    waiting.empty()
    unlocked.empty()
    cache.clear()  # every session, not only one browser's


def away(request: HttpRequest) -> HttpResponse:
    """Show the plain page to someone who is leaving, before the door has closed."""
    return plain_page(request, is_leaving=True)


@require_GET
def here(request: HttpRequest) -> HttpResponse:
    """Say that one is still let in; the door answers everyone else."""
    return HttpResponse(status=204)
