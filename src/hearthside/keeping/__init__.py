"""Keeping: keys, envelopes, the index, backups. It knows bytes only.

>>> keys = Keys.new()
>>> lock = lock_up(keys, "six words that nobody else has", cost=HOSTED)
>>> words = new_words()
>>> lock = with_words(lock, keys, words)
>>> owner, id = "a" * 32, "b" * 32
>>> kept = seal(b"It hurt.", keys.record_key, owner=owner, id=id, format=1, revision=1)
>>> index = Index().with_record(kept, {"kind": "moment"})
>>> later = unlock(lock, "six words that nobody else has")
>>> unseal(kept, later.record_key, owner=owner)
b'It hurt.'
>>> index.check([(kept.id, kept.revision, kept.digest)]).put_back
frozenset()
>>> unlock_with_words(lock, words.upper()) == keys
True
"""

from __future__ import annotations

from hearthside.keeping.arrived import open_arrived, seal_to
from hearthside.keeping.backup import pack, unpack
from hearthside.keeping.envelopes import Envelope, seal, unseal
from hearthside.keeping.formats import Upgrades
from hearthside.keeping.index import Index, Line, Strange, open_index, seal_index
from hearthside.keeping.keys import (
    AT_HOME,
    HOSTED,
    Cost,
    Keys,
    Lock,
    is_short,
    lock_up,
    new_words,
    suggested_passphrase,
    unlock,
    unlock_with_words,
    with_new_passphrase,
    with_readers,
    with_words,
)

__all__ = [
    "AT_HOME",
    "HOSTED",
    "Cost",
    "Envelope",
    "Index",
    "Keys",
    "Line",
    "Lock",
    "Strange",
    "Upgrades",
    "is_short",
    "lock_up",
    "new_words",
    "open_arrived",
    "open_index",
    "pack",
    "seal",
    "seal_index",
    "seal_to",
    "suggested_passphrase",
    "unlock",
    "unlock_with_words",
    "unpack",
    "unseal",
    "with_new_passphrase",
    "with_readers",
    "with_words",
]
