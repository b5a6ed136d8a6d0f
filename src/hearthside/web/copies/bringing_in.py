"""What a backup holds, into this home: all of it in one transaction, or nothing."""

from __future__ import annotations

from typing import NamedTuple

from django.db import DatabaseError, transaction

from hearthside.keeping.arrived import seal_to
from hearthside.keeping.backup import unpack
from hearthside.web.copies.files import WHOLE, Brought, is_known, read
from hearthside.web.keeping import wishes
from hearthside.web.keeping.beginning import new_home
from hearthside.web.keeping.kinds import held, tell
from hearthside.web.keeping.models import Arrived
from hearthside.web.keeping.store import Keeper, NoRoom, Opened
from hearthside.web.keeping.wishes import Wishes


class Came(NamedTuple):
    """How much came, and how much stayed as it was here."""

    brought: int
    stayed: int


def look_into(data: bytes, passphrase: str) -> Brought:
    """Return what the backup *data* holds.

    Raises:
        WrongPassphrase, EmptyPassphrase, NotABackup, TooBig: as ``unpack`` does.
        NewerFormat: a newer Hearthside made it.
    """
    return read(unpack(data, passphrase, is_known=is_known, most=WHOLE))


def into(keeper: Keeper, brought: Brought) -> Came:
    """Bring what isn't here into the records of *keeper*, in one transaction.

    Where something is in both, what was changed more often stays; the wishes that
    are here stay.

    Raises:
        NoRoom, TooBig: nothing came.
    """
    records = dict(_without_other_wishes(keeper, brought))
    try:
        with transaction.atomic():
            came = keeper.bring_in(records, tell)
            owner = keeper.owner
            here = set(Arrived.objects.values_list("id", flat=True))
            Arrived.objects.bulk_create(
                Arrived(id=id_, owner_id=owner, sealed=seal_to(keeper.keys.public, one))
                for id_, one in brought.arrived.items()
                if id_ not in here
            )
    except DatabaseError as error:
        raise NoRoom from error
    return Came(came, len(brought.records) - came)


def into_a_new_home(passphrase: str, brought: Brought) -> Keeper:
    """Begin a home under *passphrase* with everything in it, in one transaction.

    Raises:
        SomeoneKeepsHere, NoRoom, EmptyPassphrase: nothing was begun.
    """
    with transaction.atomic():
        keeper = new_home(passphrase)
        into(keeper, brought)
    return keeper


def _without_other_wishes(keeper: Keeper, brought: Brought) -> dict[str, Opened]:
    here = wishes.place(keeper)
    return {
        id_: record
        for id_, record in brought.records.items()
        if not (here and id_ != here and isinstance(held(record), Wishes))
    }
