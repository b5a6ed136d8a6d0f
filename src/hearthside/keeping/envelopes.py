"""One record, sealed: what it says, its kind and its length are inside."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import NamedTuple

from nacl.exceptions import CryptoError

from hearthside.ground.errors import Damaged, TooBig
from hearthside.keeping.sealing import (
    OVERHEAD,
    is_padded_size,
    open_bytes,
    pad,
    seal_bytes,
    unpad,
)

MOST = 16 * 2**20  # bytes in one record (chosen)
ID = re.compile(r"[0-9a-f]{32}")


class Envelope(NamedTuple):
    """One sealed record, and all that lies clear beside it."""

    owner: str
    id: str
    format: int
    revision: int
    sealed: bytes

    @property
    def size(self) -> int:
        """Return the padded size of what is inside, in bytes."""
        return len(self.sealed) - OVERHEAD

    @property
    def digest(self) -> bytes:
        """Return 32 bytes that no other envelope has, nor this one once changed."""
        return blake2b(self._bound() + self.sealed, digest_size=32).digest()

    def _bound(self) -> bytes:
        """Return what is sealed in without lying in it.

        No two envelopes that ``seal`` makes share it: an owner and an id hold no
        line's end.
        """
        clear = (self.owner, self.id, str(self.format), str(self.revision))
        text = "\n".join(["hearthside envelope 1", *clear, ""])
        return text.encode(errors="surrogatepass")


def seal(
    content: bytes, key: bytes, *, owner: str, id: str, format: int, revision: int
) -> Envelope:
    """Return *content* sealed under a record *key*, as one revision of a record.

    *owner* and *id* are 32 lower-case hexadecimal characters; *format* and
    *revision* are 0 or more.

    Raises:
        TooBig: more than 16 MiB.
    """
    if len(content) > MOST:
        raise TooBig(what="One record", most=MOST)
    if not (ID.fullmatch(owner) and ID.fullmatch(id) and min(format, revision) >= 0):
        raise ValueError("an envelope needs an owner, an id, a format and a revision")
    clear = Envelope(owner, id, format, revision, b"")
    sealed = seal_bytes(pad(content), key, bound=clear._bound())
    return clear._replace(sealed=sealed)


def unseal(envelope: Envelope, key: bytes, *, owner: str) -> bytes:
    """Return what *owner* sealed in *envelope*.

    Raises:
        Damaged: it is another's, or its id, format, revision or one byte of it
            isn't what was sealed. It names the record.
    """
    if envelope.owner != owner or not is_padded_size(envelope.size):
        raise Damaged(envelope.id)
    try:
        return unpad(open_bytes(envelope.sealed, key, bound=envelope._bound()))
    except CryptoError:
        raise Damaged(envelope.id) from None
