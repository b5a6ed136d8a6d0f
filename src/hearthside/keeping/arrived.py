"""What arrives while its owner is away: anyone can seal it, only they can open it.

Nothing says who sealed it, so it is shown as arrived and never as one's own.
"""

from __future__ import annotations

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from hearthside.ground.errors import Damaged, ForeignKey, TooBig
from hearthside.keeping.envelopes import MOST
from hearthside.keeping.keys import Keys
from hearthside.keeping.sealing import pad, unpad


def seal_to(public: bytes, content: bytes) -> bytes:
    """Return *content*, padded and sealed to a *public* key.

    Raises:
        TooBig: more than 16 MiB.
        ForeignKey: nobody can have made that public key.
    """
    if len(content) > MOST:
        raise TooBig(what="What arrives", most=MOST)
    try:
        return SealedBox(PublicKey(public)).encrypt(pad(content))
    except (CryptoError, RuntimeError, ValueError):
        raise ForeignKey(what="public key") from None


def open_arrived(sealed: bytes, keys: Keys, *, id: str = "") -> bytes:
    """Return what was sealed to *keys*.

    Raises:
        Damaged: it was sealed to others, or was changed. It names *id*, if given.
    """
    try:
        return unpad(SealedBox(PrivateKey(keys.arrived_key)).decrypt(sealed))
    except (CryptoError, ValueError, TypeError):
        raise Damaged(id) from None
