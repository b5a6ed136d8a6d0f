"""One part of a moment at a time: said, or said anew; what it was before is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date

from hearthside.ground.errors import HearthsideError
from hearthside.ground.messages import refuse_long
from hearthside.moments.changing import changed
from hearthside.moments.choices import BODY, BONDS, FORMS, PACES, STRUCTURES, WHOSE
from hearthside.moments.moment import Body, Bond, Moment
from hearthside.moments.saying import forms_of
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here, seen
from hearthside.web.typed import typed
from hearthside.web.words import danger

TYPED = ("title", "words", "story", "needed", "my_part", "form", "where", "how_much")
"""Every field of a part that takes words; each is read for danger."""
IN_WORDS = ("title", "words", "story", "needed", "my_part")
ONE_OF = {"pace": PACES, "whose": WHOSE, "structure": STRUCTURES}


class NotADay(HearthsideError):
    """What was typed isn't a day."""

    def __init__(self) -> None:
        super().__init__("We need a date, like 2026-05-03.")


class NoName(HearthsideError):
    """A relationship or a gathering was begun without a name."""

    def __init__(self) -> None:
        super().__init__("Give it a name, even one letter, or choose one from above.")


@kept_here
def part(request: HttpRequest, keeper: Keeper, id_: str, part: str) -> HttpResponse:
    """Ask for one part of a moment, or keep what was said."""
    kept, revision = store.get(keeper, id_, Moment)
    if part not in READ:
        raise Http404
    if request.method == "POST":
        now = store.now()
        danger.heed(request, *(typed(request, name) for name in TYPED))
        for name, value in READ[part](request, keeper).items():
            kept = changed(kept, name, value, at=now)
        store.put(keeper, kept, id_=id_, seen=seen(request, revision))
        return redirect("moments:moment", id_)
    page: dict[str, Any] = {
        "id": id_,
        "moment": kept,
        "part": part,
        "revision": revision,
        "value": getattr(kept, part),
        "is_in_words": part in IN_WORDS,
        "choices": ONE_OF.get(part, {}),
        "bonds": _bonds(keeper) if part == "bond" else {},
        "kinds": BONDS,
        "forms": forms_of(kept),
        "is_mine": kept.whose == "mine",
        "body": BODY,
    }
    return render(request, f"moments/parts/{part}.html", page | again(request))


def day(request: HttpRequest, name: str) -> date | None:
    """Return the day in a form's field, or None where it was left empty.

    Raises:
        NotADay: something else stands there.
    """
    said = request.POST.get(name, "").strip()
    if not said:
        return None
    try:
        found = parse_date(said)
    except ValueError:
        found = None
    if found is None:
        raise NotADay
    return found


def words(request: HttpRequest, name: str) -> str:
    """Return the words in a form's field.

    Raises:
        TooLong: they are more than one message can have.
    """
    said = typed(request, name)
    refuse_long(said)
    return said


def one_of(request: HttpRequest, name: str, choices: dict[str, str]) -> str:
    """Return what was chosen in a form, or an empty string."""
    chosen = request.POST.get(name, "")
    return chosen if chosen in choices else ""


def some_of(
    request: HttpRequest, name: str, choices: dict[str, str]
) -> tuple[str, ...]:
    """Return everything that was chosen in a form, in the order of *choices*."""
    chosen = set(request.POST.getlist(name))
    return tuple(one for one in choices if one in chosen)


def _in_words(name: str) -> Any:
    return lambda request, keeper: {name: words(request, name)}


def _one_of(name: str) -> Any:
    return lambda request, keeper: {name: one_of(request, name, ONE_OF[name])}


def _form(request: HttpRequest, keeper: Keeper) -> dict[str, Any]:
    return {
        "forms": some_of(request, "forms", FORMS),
        "form": words(request, "form"),
    }


def _body(request: HttpRequest, keeper: Keeper) -> dict[str, Any]:
    return {
        "body": Body(
            did=some_of(request, "did", BODY),
            where=words(request, "where"),
            how_much=words(request, "how_much"),
        )
    }


def _happened(request: HttpRequest, keeper: Keeper) -> dict[str, Any]:
    return {"happened": day(request, "happened")}


def _bond(request: HttpRequest, keeper: Keeper) -> dict[str, Any]:
    chosen = request.POST.get("bond", "")
    name = words(request, "name").strip()
    if chosen and chosen != "new" and not name:  # a name that was typed isn't lost
        store.get(keeper, chosen, Bond)  # refused where there is none
        return {"bond": chosen}
    if not name:
        raise NoName
    made = Bond(name=name, kind=one_of(request, "kind", BONDS))
    return {"bond": store.put(keeper, made)}


def _bonds(keeper: Keeper) -> dict[str, str]:
    return {id_: line.first for id_, line in store.lines(keeper, "bond").items()}


READ = {
    **{name: _in_words(name) for name in IN_WORDS},
    **{name: _one_of(name) for name in ONE_OF},
    "form": _form,
    "body": _body,
    "happened": _happened,
    "bond": _bond,
}
"""What each part's form brings."""
