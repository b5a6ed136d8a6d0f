"""What the terminal does with an open home (``opening`` opens one)."""

from __future__ import annotations

from django.conf import settings

from hearthside.keeping.backup import pack
from hearthside.keeping.keys import unlock
from hearthside.web.copies import bringing_in, forgetting
from hearthside.web.copies.bringing_in import Came, into_a_new_home, look_into
from hearthside.web.copies.files import Brought, Copy, everything, to_take_out, unsealed
from hearthside.web.keeping import disk
from hearthside.web.keeping.looking import look_over
from hearthside.web.keeping.people import lock_of, person
from hearthside.web.keeping.store import Keeper

__all__ = [
    "export",
    "forget",
    "is_empty",
    "locked",
    "look_into",
    "opened_by",
    "restore",
    "restore_into_a_new_home",
    "to_back_up",
]

forget = forgetting.forget_everything


def is_empty() -> bool:
    """Return whether nothing was ever kept in the open home."""
    return person() is None


def opened_by(passphrase: str) -> Keeper:
    """Return what is kept in the open home; something is.

    Raises:
        WrongPassphrase and others: as ``keeping.keys.unlock`` does.
    """
    someone = person()
    if someone is None:
        raise ValueError("look whether the home is empty first")
    return Keeper(someone.id, unlock(lock_of(someone), passphrase))


def to_back_up(keeper: Keeper) -> Copy:
    """Return everything that is kept."""
    return everything(unsealed(keeper))


def export(keeper: Keeper, *, with_put_away: bool) -> Copy:
    """Return what may leave; of what was put away only if *with_put_away*."""
    return to_take_out(unsealed(keeper), with_put_away=with_put_away)


def locked(copy: Copy, passphrase: str) -> bytes:
    """Return *copy* as one file that *passphrase* opens."""
    return pack(copy.files, passphrase)


def restore(keeper: Keeper, brought: Brought) -> Came:
    """Bring in what isn't here; raises as ``bringing_in.into`` does."""
    look_over(keeper)  # a list that is damaged is made anew first
    came = bringing_in.into(keeper, brought)
    disk.put_by(settings.HOME)
    return came


def restore_into_a_new_home(passphrase: str, brought: Brought) -> Came:
    """Begin a home; raises as ``bringing_in.into_a_new_home`` does."""
    into_a_new_home(passphrase, brought)
    disk.put_by(settings.HOME)
    return Came(len(brought.records), 0)
