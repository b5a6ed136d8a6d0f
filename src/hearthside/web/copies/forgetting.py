"""Forgetting everything: every row, the free pages, the log, and the key."""

from __future__ import annotations

from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from hearthside.ground.errors import HearthsideError
from hearthside.web import waiting
from hearthside.web.keeping import disk, locking, people
from hearthside.web.keeping.burning import burn
from hearthside.web.keeping.models import ROWS, Person
from hearthside.web.keeping.people import with_keeper
from hearthside.web.keeping.store import Keeper, NoRoom
from hearthside.web.keeping.unlocked import unlocked


@require_http_methods(["GET", "HEAD", "POST"])
@with_keeper
def forget(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Say what forgetting everything means, or do it for who types the passphrase."""
    if request.method != "POST":
        return render(request, "copies/forget.html", locking.trouble_in(request))
    try:
        someone = Person.objects.get(id=keeper.owner)
        locking.opened_by(request.POST.get("passphrase", ""), someone)
        forget_everything()
    except HearthsideError as refusal:
        return locking.again(request, refusal, "copies:forget")
    people.drop(request)
    unlocked.empty()
    waiting.empty()
    answer = redirect("copies:forgotten")
    answer.delete_cookie(people.cookie(), samesite="Strict")
    return answer


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Say that it is gone, and what that can't reach."""
    return render(request, "copies/forgotten.html")


def forget_everything() -> None:
    """Delete every row of this home, and what lies beside its file.

    Raises:
        NoRoom: the disk refused; all is as it was.
    """
    try:
        with transaction.atomic():
            for table in reversed(ROWS):
                table.objects.all().delete()
            transaction.on_commit(_give_back_the_pages)
            burn()
    except DatabaseError as error:
        raise NoRoom from error
    if settings.HOME:
        disk.forget_beside(settings.HOME)


def _give_back_the_pages() -> None:
    # SQLite wrote zeros over what was deleted. A disk too full for this leaves them.
    with suppress(DatabaseError), connection.cursor() as cursor:
        cursor.execute("VACUUM")
