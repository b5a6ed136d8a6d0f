"""What came while the home was locked: shown as arrived, and never as kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hearthside.ground.errors import Damaged
from hearthside.keeping.arrived import open_arrived
from hearthside.web.keeping import people
from hearthside.web.keeping.burning import burn
from hearthside.web.keeping.models import Arrived
from hearthside.web.keeping.people import with_keeper
from hearthside.web.keeping.store import Keeper


class Came(NamedTuple):
    """One thing that arrived; no words where it can't be opened."""

    id: str
    words: str


def arrived(keeper: Keeper) -> list[Came]:
    """Return everything that waits to be looked at."""
    rows = Arrived.objects.filter(owner_id=keeper.owner)
    return [Came(row.id, _words(row, keeper)) for row in rows]


def arrived_as_typed(keeper: Keeper) -> Iterator[tuple[str, bytes]]:
    """Give each thing that arrived and can be opened: its id, and its JSON."""
    for row in Arrived.objects.filter(owner_id=keeper.owner):
        with suppress(Damaged):
            yield row.id, open_arrived(bytes(row.sealed), keeper.keys)


def _words(row: Arrived, keeper: Keeper) -> str:
    try:
        content = open_arrived(bytes(row.sealed), keeper.keys)
        told = msgspec.json.decode(content, type=dict[str, str])
    except (Damaged, msgspec.DecodeError, RecursionError):
        return ""
    said = {name: text for name, text in told.items() if name not in UNSAID}
    typed = [text for name, text in said.items() if name not in CHOSEN]
    return "\n\n".join(typed or said.values())


UNSAID = frozenset("seen enough back bond".split())
"""Fields that say nothing to a reader."""
CHOSEN = frozenset(
    "by came_after did differently due felt file files for_peace forms happened heard"
    " how in keep kind line minutes shown then to wanted"
    " landed nothing_for_two on pace purpose put_away rests short since softer"
    " structure until whose".split()
)
"""Fields where something is chosen, or a day: shown only where nothing was typed."""


@require_safe
@with_keeper
def listed(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Show what arrived, as it was typed."""
    return render(request, "keeping/arrived.html", {"arrived": arrived(keeper)})


@require_POST
@with_keeper
def let_go(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Let one go; its bytes leave the disk."""
    let_go_of(keeper, id_)
    return redirect("keeping:arrived")


def let_go_of(keeper: Keeper, id_: str) -> None:
    """Delete one thing that arrived; its bytes leave the disk."""
    Arrived.objects.filter(owner_id=keeper.owner, id=id_).delete()
    burn()


@require_POST
def left_behind(request: HttpRequest) -> HttpResponse:
    """Seal what a page still held when it closed itself."""
    if someone := people.person():
        people.seal_what_came(request, someone)
    return HttpResponse(status=204)
