"""What isn't as it was left: named one by one, and taken as it is, or let go."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hearthside.moments.found import About
from hearthside.web.keeping import wishes
from hearthside.web.keeping.kinds import tell
from hearthside.web.keeping.looking import SEEN, Seen, look_over, said_of
from hearthside.web.keeping.people import with_keeper
from hearthside.web.keeping.store import Keeper


class Named(NamedTuple):
    """One record, by what is still known of it."""

    id: str
    line: About
    is_wishes: bool


@require_safe
@with_keeper
def strange(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Name each record that isn't as it was left."""
    seen: Seen = request.session.get(SEEN) or Seen()
    page: dict[str, Any] = {
        name: named(keeper, getattr(seen, name))
        for name in ("put_back", "removed", "added", "damaged")
    }
    return render(request, "keeping/strange.html", page | {"seen": seen})


@require_POST
@with_keeper
def take_as_they_are(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Take all of it as it lies here now."""
    keeper.take_as_they_are(tell)
    request.session[SEEN] = look_over(keeper)
    return redirect("threshold:threshold")


@require_POST
@with_keeper
def let_go(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Forget the records that can't be opened."""
    seen: Seen = request.session.get(SEEN) or Seen()
    keeper.forget(*seen.damaged)
    request.session[SEEN] = look_over(keeper)
    return redirect("keeping:strange" if request.session[SEEN] else "keeping:about")


def named(keeper: Keeper, ids: frozenset[str]) -> list[Named]:
    """Return each of *ids* with what is known of it, in their place in time."""
    told = {id_: said_of(keeper, id_) for id_ in ids}
    found = [
        Named(id_, msgspec.convert(one, About), one.get("kind") == wishes.KIND)
        for id_, one in told.items()
    ]
    return sorted(found, key=lambda one: (one.line.day, one.id))
