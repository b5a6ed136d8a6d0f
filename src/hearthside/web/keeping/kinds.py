"""Every kind of record there is here: what one holds, and what the index says of it."""

from __future__ import annotations

import msgspec

from hearthside.ground.errors import NewerFormat, UnreadableRecord
from hearthside.moments.found import about
from hearthside.moments.moment import Kept
from hearthside.moments.opening import opened
from hearthside.web.keeping import wishes
from hearthside.web.keeping.store import About, Opened
from hearthside.web.keeping.wishes import Wishes, Written


class Named(msgspec.Struct, frozen=True):
    """The part of every record's content that says its kind."""

    kind: str


def held(record: Opened) -> Kept | Wishes:
    """Return what *record* holds.

    Raises:
        NewerFormat: a newer Hearthside kept it.
        UnreadableRecord: it isn't in a form that is known here.
    """
    try:
        kind = msgspec.json.decode(record.content, type=Named).kind
        if kind != wishes.KIND:
            return opened(record.content, record.format)
        if record.format > wishes.FORMAT:
            raise NewerFormat(found=record.format, known=wishes.FORMAT)
        return msgspec.json.decode(record.content, type=Written).kept
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise UnreadableRecord from None


def tell(record: Opened) -> About:
    """Return what the index says of *record*; raises as ``held`` does."""
    kept = held(record)
    if isinstance(kept, Wishes):
        return {"kind": wishes.KIND}
    told: About = msgspec.to_builtins(about(kept))
    return told
