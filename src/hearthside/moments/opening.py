"""The content of a record: what kind it is and what it holds, in a form that lasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from hearthside.ground.errors import NewerFormat, UnreadableRecord

from .moment import FORMAT, Bond, Gathered, Kept, Moment

KINDS: dict[str, type[Kept]] = {"moment": Moment, "bond": Bond, "gathered": Gathered}


class Record(msgspec.Struct):
    """A record's content in the present ``FORMAT``, what is kept not yet looked at."""

    kind: str
    kept: msgspec.Raw


RECORD = msgspec.json.Decoder(Record)
IN = {kind: msgspec.json.Decoder(type_) for kind, type_ in KINDS.items()}
"""By kind: what opens it. Made once, since searches open every record."""

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By format: the step that brings the content of that format up to the next.

A step gets and gives ``{"kind": ..., "kept": {...}}`` in plain values.
"""


def kind_of(kept: Kept) -> str:
    """Return the name of what kind of thing *kept* is."""
    return next(kind for kind, type_ in KINDS.items() if isinstance(kept, type_))


def seal_up(kept: Kept) -> bytes:
    """Return *kept* as the content of a record in the present ``FORMAT``."""
    return msgspec.json.encode({"kind": kind_of(kept), "kept": kept})


def opened(content: bytes, format: int) -> Kept:
    """Return what *content* holds, brought up from the *format* it was kept in.

    Raises:
        NewerFormat: it was kept by a program that knows more than this one.
        UnreadableRecord: it isn't in the form it has to be.
    """
    if format > FORMAT:
        raise NewerFormat(found=format, known=FORMAT)
    try:
        if format < FORMAT:
            content = brought_up(content, format)
        record = RECORD.decode(content)
        return IN[record.kind].decode(record.kept)
    except (msgspec.MsgspecError, LookupError, TypeError) as error:
        raise UnreadableRecord from error


def brought_up(content: bytes, format: int) -> bytes:
    """Return *content* in the present ``FORMAT``, step by step from its own."""
    record = msgspec.json.decode(content)
    for step in range(format, FORMAT):
        record = UPGRADES[step](record)
    return msgspec.json.encode(record)
