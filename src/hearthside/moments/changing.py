"""Changing a moment: each verb gives a new one that remembers what was before.

What is done at one time (``at``) is one act, and is undone as one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec.structs import fields, replace

from hearthside.ground.errors import NoLongerThere, NothingToUndo

from .moment import Change, Felt, Moment, Naming, Promise, Rest, Return

Item = Return | Promise | Naming
One = TypeVar("One", Return, Promise, Naming)
ITEMS: dict[str, type[Item]] = {
    "returns": Return,
    "promises": Promise,
    "namings": Naming,
}
"""The parts whose items have an id, and change one by one."""

TYPES = {
    field.name: field.type
    for field in fields(Moment)
    if field.name not in {"at", "earlier"}
}
"""Every part that can change, and what it holds."""


class Past(NamedTuple):
    """One change, fit to be shown."""

    at: datetime
    part: str
    """The part's name, one of ``choices.PARTS``."""
    id: str
    """Which return, promise or naming; empty for a part that is one thing."""
    was: Any
    """What it was; None where it wasn't there."""
    became: Any
    """What it was changed to; None where it was taken out."""


def changed(moment: Moment, part: str, value: Any, *, at: datetime) -> Moment:
    """Return *moment* with *value* as its *part*; the same moment if it was so.

    Raises:
        NoLongerThere: a moment has no such part, or it can't be changed.
    """
    if part not in TYPES:
        raise NoLongerThere
    was = getattr(moment, part)
    if was == value:
        return moment
    change = Change(part=part, was=plain(was), at=at)
    return replace(moment, **{part: value}, earlier=(*moment.earlier, change))


def with_return(moment: Moment, return_: Return, *, at: datetime) -> Moment:
    """Return *moment* with *return_*, in place of the one with the same id."""
    return with_item(moment, "returns", return_, at=at)


def felt(moment: Moment, return_id: str, answer: Felt, *, at: datetime) -> Moment:
    """Return *moment* with one more answer to a return; those before it stay.

    Raises:
        NoLongerThere: it has no such return.
    """
    return_ = found(moment.returns, return_id)
    answered = replace(return_, felt=(*return_.felt, answer))
    return with_item(moment, "returns", answered, at=at)


def rested(moment: Moment, rest: Rest, *, at: datetime) -> Moment:
    """Return *moment* resting as *rest* says.

    Any ending but *open* also puts down every promise that waits. Opening it
    again brings none of them back.
    """
    moment = changed(moment, "rests", (*moment.rests, rest), at=at)
    if rest.ending == "open":
        return moment
    for promise in moment.promises:
        if promise.done is None:
            done = replace(promise, done=rest.on)
            moment = with_item(moment, "promises", done, at=at)
    return moment


def promised(moment: Moment, promise: Promise, *, at: datetime) -> Moment:
    """Return *moment* with *promise*, in place of the one with the same id."""
    return with_item(moment, "promises", promise, at=at)


def put_down(moment: Moment, promise_id: str, *, on: date, at: datetime) -> Moment:
    """Return *moment* with one promise put down: come back to, or let be.

    Raises:
        NoLongerThere: it has no such promise.
    """
    promise = found(moment.promises, promise_id)
    return with_item(moment, "promises", replace(promise, done=on), at=at)


def named_again(moment: Moment, naming: Naming, *, at: datetime) -> Moment:
    """Return *moment* with *naming*, in place of the one with the same id."""
    return with_item(moment, "namings", naming, at=at)


def without(moment: Moment, part: str, id: str, *, at: datetime) -> Moment:
    """Return *moment* without one return, promise or naming.

    Raises:
        NoLongerThere: it isn't in it.
    """
    was = found(getattr(moment, part), id)
    change = Change(part=f"{part}/{id}", was=plain(was), at=at)
    return set_item(moment, part, id, None, change)


def undone(moment: Moment, *, at: datetime) -> Moment:
    """Return *moment* as it was before the last act; to undo again brings it back.

    Raises:
        NothingToUndo: nothing was changed yet.
    """
    if not moment.earlier:
        raise NothingToUndo
    act = moment.earlier[-1].at
    for change in reversed(moment.earlier):
        if change.at != act:
            break
        moment = put_back(moment, change, at=at)
    return moment


def put_back(moment: Moment, change: Change, *, at: datetime) -> Moment:
    """Return *moment* with one part as it was before *change*, any of its history."""
    part, _, id = change.part.partition("/")
    was = value_of(change)
    if not id:
        return changed(moment, part, was, at=at)
    if was is not None:
        return with_item(moment, part, was, at=at)
    if any(item.id == id for item in getattr(moment, part)):
        return without(moment, part, id, at=at)
    return moment


def history(moment: Moment) -> list[Past]:
    """Return every change of *moment*, newest first, with what came of it."""
    past: list[Past] = []
    later: dict[str, Any] = {}
    for change in reversed(moment.earlier):
        part, _, id = change.part.partition("/")
        if change.part in later:
            became = later[change.part]
        elif id:
            items: tuple[Item, ...] = getattr(moment, part)
            became = next((item for item in items if item.id == id), None)
        else:
            became = getattr(moment, part)
        was = later[change.part] = value_of(change)
        past.append(Past(change.at, part, id, was, became))
    return past


def with_item(moment: Moment, part: str, item: Item, *, at: datetime) -> Moment:
    """Return *moment* with *item* added, or put where one of its id was."""
    items: tuple[Item, ...] = getattr(moment, part)
    was = next((one for one in items if one.id == item.id), None)
    if was == item:
        return moment
    change = Change(
        part=f"{part}/{item.id}", was=None if was is None else plain(was), at=at
    )
    return set_item(moment, part, item.id, item, change)


def set_item(
    moment: Moment, part: str, id: str, item: Item | None, change: Change
) -> Moment:
    """Return *moment* with the item of this id set or taken out, and noted."""
    items = {one.id: one for one in getattr(moment, part)}
    if item is None:
        del items[id]
    else:
        items[id] = item
    earlier = (*moment.earlier, change)
    return replace(moment, **{part: tuple(items.values())}, earlier=earlier)


def found(items: tuple[One, ...], id: str) -> One:
    """Return the item of this id."""
    for item in items:
        if item.id == id:
            return item
    raise NoLongerThere


def plain(value: Any) -> Any:
    """Return *value* in the plain values of JSON, as it will be read again."""
    return msgspec.json.decode(msgspec.json.encode(value))


def value_of(change: Change) -> Any:
    """Return what *change* says it was, as a moment holds it."""
    part, _, id = change.part.partition("/")
    if id:
        return change.was and msgspec.convert(change.was, ITEMS[part])
    return msgspec.convert(change.was, TYPES[part])
