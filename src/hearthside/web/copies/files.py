"""What lies in a backup: each record as JSON, exactly, and as a page to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated, Any, NamedTuple

import msgspec
from django.utils.translation import gettext as _
from msgspec import Meta
from msgspec.structs import replace

from hearthside.ground.errors import HearthsideError, NewerFormat, NotABackup
from hearthside.keeping.envelopes import MOST
from hearthside.keeping.index import INDEX_ID
from hearthside.moments.choices import BONDS
from hearthside.moments.moment import FORMAT, Bond, Gathered, Kept, Moment
from hearthside.moments.opening import seal_up
from hearthside.moments.papers import exported, heading, markdown, written_day
from hearthside.moments.saying import label
from hearthside.web.keeping.arrived import arrived_as_typed
from hearthside.web.keeping.kinds import held
from hearthside.web.keeping.store import Keeper, Opened
from hearthside.web.keeping.wishes import KIND, Wishes

FORM = 1
"""The form backups are made in."""
WHOLE = 256 * 2**20  # bytes of everything in a backup, unpacked (chosen)
ABOUT = "about.json"
READ_ME = "read-me.md"
RECORD = re.compile(r"records/([0-9a-f]{32})\.json")
ARRIVED = re.compile(r"arrived/([0-9a-f]{32})\.json")
PAGE = re.compile(r"pages/[0-9a-z-]{1,64}\.md")


class About(msgspec.Struct, frozen=True):
    """What a backup says of itself."""

    form: int


class Carried(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One record in a backup."""

    format: Annotated[int, Meta(ge=1, le=1_000_000)]
    revision: Annotated[int, Meta(ge=1, le=2**53)]
    content: msgspec.Raw


class Unsealed(NamedTuple):
    """Everything in a home that can be opened, in memory."""

    records: Mapping[str, Opened]
    arrived: Mapping[str, bytes]
    damaged: int
    """Records that can't be opened."""


class Copy(NamedTuple):
    """What was put together, and how much couldn't be."""

    files: Mapping[str, bytes]
    left_out: int
    """Records that can't be read, so they aren't in it."""


@dataclass(frozen=True)
class Brought:
    """What a backup holds, read and found to be in forms that are known."""

    records: Mapping[str, Opened] = field(default_factory=dict)
    arrived: Mapping[str, bytes] = field(default_factory=dict)

    def count(self, kind: type[Kept]) -> int:
        """Return how many records of *kind* there are."""
        return sum(isinstance(held(one), kind) for one in self.records.values())


def unsealed(keeper: Keeper) -> Unsealed:
    """Return everything that *keeper* can open."""
    found = dict(keeper.open_all())
    records = {id_: one for id_, one in found.items() if isinstance(one, Opened)}
    arrived = dict(arrived_as_typed(keeper))
    return Unsealed(records, arrived, len(found) - len(records))


def everything(home: Unsealed) -> Copy:
    """Return all of it: every record exactly, what arrived, and a page of each."""
    kept, left_out = _kept(home)
    files = _first_files()
    for id_ in kept:
        one = home.records[id_]
        carried = Carried(one.format, one.revision, msgspec.Raw(one.content))
        files[f"records/{id_}.json"] = msgspec.json.encode(carried)
    files |= {f"arrived/{id_}.json": told for id_, told in home.arrived.items()}
    return Copy(files | pages(kept), left_out)


def to_take_out(home: Unsealed, *, with_put_away: bool) -> Copy:
    """Return what may leave: no choice that stays private, and no wishes.

    What was put away is left out, with its moments, unless it is asked for.
    """
    kept, left_out = _kept(home)
    hidden = {
        id_
        for id_, one in kept.items()
        if isinstance(one, Bond) and one.put_away and not with_put_away
    }
    going = dict(_going(kept, hidden))
    files = _first_files()
    for id_, one in going.items():
        revision = home.records[id_].revision
        carried = Carried(FORMAT, revision, msgspec.Raw(seal_up(one)))
        files[f"records/{id_}.json"] = msgspec.json.encode(carried)
    return Copy(files | pages(going), left_out)


def _going(
    kept: Mapping[str, Kept | Wishes], hidden: set[str]
) -> Iterator[tuple[str, Kept]]:
    """Give what leaves with an export, each without what stays private."""
    theirs = {
        id_
        for id_, one in kept.items()
        if isinstance(one, Moment) and one.bond in hidden
    }
    stays = hidden | theirs
    for id_, one in kept.items():
        if id_ in stays or isinstance(one, Wishes):
            continue
        if isinstance(one, Gathered):
            left = tuple(id_ for id_ in one.moments if id_ not in stays)
            yield id_, replace(one, moments=left)
        else:
            yield id_, msgspec.json.decode(exported(one), type=type(one))


def read(files: Mapping[str, bytes]) -> Brought:
    """Return what is in the *files* of a backup.

    Raises:
        NotABackup: one of them isn't in the form it has to be.
        NewerFormat: a newer Hearthside made it.
    """
    records, arrived = {}, {}
    try:
        about = msgspec.json.decode(files[ABOUT], type=About)
        if about.form > FORM:
            raise NewerFormat(found=about.form, known=FORM)
        for name, content in files.items():
            if found := RECORD.fullmatch(name):
                records[found[1]] = _record(found[1], content)
            elif found := ARRIVED.fullmatch(name):
                msgspec.json.decode(content, type=dict[str, str])
                arrived[found[1]] = content
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError):
        raise NotABackup("a part of it isn’t in a form we know") from None
    return Brought(records, arrived)


def _record(id_: str, content: bytes) -> Opened:
    carried = msgspec.json.decode(content, type=Carried)
    record = Opened(bytes(carried.content), carried.format, carried.revision)
    if id_ == INDEX_ID or len(record.content) > MOST:
        raise NotABackup("a part of it isn’t in a form we know")
    held(record)
    return record


def is_known(name: str) -> bool:
    """Return whether a file called *name* belongs in a backup."""
    return name in (ABOUT, READ_ME) or any(
        form.fullmatch(name) for form in (RECORD, ARRIVED, PAGE)
    )


def pages(kept: Mapping[str, Kept | Wishes]) -> dict[str, bytes]:
    """Return a page of Markdown for each, under the name of its day and its id."""
    bonds = {id_: one for id_, one in kept.items() if isinstance(one, Bond)}
    found = {}
    for id_, one in kept.items():
        if isinstance(one, Moment):
            name, text = f"{one.day}-{id_}", markdown(one, bonds.get(one.bond), say=_)
        elif isinstance(one, Bond):
            name, text = f"with-{id_}", _page_of_bond(one)
        elif isinstance(one, Gathered):
            name, text = f"gathered-{id_}", _page_of_gathered(one, kept)
        else:
            minutes = _("The lock stays open unused for %(minutes)s minutes.")
            name, text = KIND, minutes % {"minutes": one.idle_minutes} + "\n"
        found[f"pages/{name}.md"] = text.encode()
    return found


def _page_of_bond(bond: Bond) -> str:
    said = [heading(bond.name, 1), label(bond.kind, BONDS, _)]
    said.append(_("Put away.") if bond.put_away else "")
    return "\n\n".join(filter(None, said)) + "\n"


def _page_of_gathered(gathered: Gathered, kept: Mapping[str, Any]) -> str:
    moments = [kept[id_] for id_ in gathered.moments if id_ in kept]
    listed = [f"- {written_day(one.day)} {one.first}".rstrip() for one in moments]
    return "\n\n".join([heading(gathered.name, 1), "\n".join(listed)]).rstrip() + "\n"


def _first_files() -> dict[str, bytes]:
    read_me = _(
        "In “pages” everything is there to read, a page for each. In “records” is the"
        " same for Hearthside, which can restore it."
    )
    return {
        ABOUT: msgspec.json.encode(About(FORM)),
        READ_ME: f"{heading(_('Notes'), 1)}\n\n{read_me}\n".encode(),
    }


def _kept(home: Unsealed) -> tuple[dict[str, Kept | Wishes], int]:
    """Return what the records hold, and how many can't be read."""
    found = {}
    for id_, record in home.records.items():
        with suppress(HearthsideError):
            found[id_] = held(record)
    return found, home.damaged + len(home.records) - len(found)
