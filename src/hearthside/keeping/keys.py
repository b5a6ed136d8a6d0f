"""A person's keys, and the lock that a passphrase or recovery words open.

One random secret key, from which every other key is derived. It lies in the lock
sealed twice: under the passphrase, and under the recovery words. Opening it is the
only check of either; no other trace of them exists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from hmac import compare_digest
from typing import Annotated, NamedTuple, NoReturn, Self

import msgspec
from msgspec import Meta
from msgspec.structs import replace
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.pwhash import argon2id
from nacl.utils import random

from hearthside.ground.errors import (
    CostRefused,
    ForeignKey,
    NewerFormat,
    NotEnoughMemory,
    NoWordsKept,
    UnreadableLock,
    WrongPassphrase,
    WrongWords,
)
from hearthside.keeping.phrases import (
    entropy_of,
    is_short,
    new_words,
    passphrase_as_kept,
    suggested_passphrase,
)
from hearthside.keeping.sealing import (
    KEY_SIZE,
    OVERHEAD,
    derive,
    open_bytes,
    seal_bytes,
)

__all__ = [
    "AT_HOME",
    "CEILING",
    "FLOOR",
    "HOSTED",
    "Cost",
    "Keys",
    "Lock",
    "is_short",
    "lock_up",
    "new_words",
    "suggested_passphrase",
    "unlock",
    "unlock_with_words",
    "with_new_passphrase",
    "with_readers",
    "with_words",
]

VERSION = 1
"""The form locks are written in."""


class Cost(NamedTuple):
    """What one try at a passphrase takes of a computer."""

    memory: int  # bytes
    passes: int


AT_HOME = Cost(256 * 2**20, 3)
"""libsodium's MODERATE: https://doc.libsodium.org/password_hashing/default_phf"""
HOSTED = FLOOR = Cost(64 * 2**20, 3)
"""The second recommended option of RFC 9106, section 4. Nothing less is opened."""
CEILING = Cost(1024 * 2**20, 10)
"""Nothing more is opened, so that no lock can take a computer down (chosen)."""


@dataclass(frozen=True, repr=False)
class Keys:
    """The secret key of one person, and the keys derived from it.

    They are never shown and never pickled.
    """

    secret: bytes
    """32 random bytes."""
    record_key: bytes = field(init=False)
    """Seals the person's own records and their index."""
    readers_key: bytes = field(init=False)
    """Marks the list of readers as the person's own."""
    arrived_key: bytes = field(init=False)
    """Opens what was sealed to ``public`` (X25519)."""
    public: bytes = field(init=False)
    """What others seal to (X25519)."""

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_SIZE:
            raise ValueError(f"a secret key has {KEY_SIZE} bytes")
        arrived_key = derive(self.secret, b"hearth arrived")
        for name, value in (
            ("record_key", derive(self.secret, b"hearth records")),
            ("readers_key", derive(self.secret, b"hearth readers")),
            ("arrived_key", arrived_key),
            ("public", bytes(PrivateKey(arrived_key).public_key)),
        ):
            object.__setattr__(self, name, value)

    @classmethod
    def new(cls) -> Self:
        """Return the keys of a new secret."""
        return cls(random(KEY_SIZE))

    @classmethod
    def from_secret(cls, secret: bytes) -> Self:
        """Return the keys of *secret* (32 bytes)."""
        return cls(secret)

    def __repr__(self) -> str:
        return "<Keys>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys are not written anywhere")


_Key = Annotated[bytes, Meta(min_length=KEY_SIZE, max_length=KEY_SIZE)]
_Sealed = Annotated[
    bytes, Meta(min_length=KEY_SIZE + OVERHEAD, max_length=KEY_SIZE + OVERHEAD)
]
_Salt = Annotated[
    bytes, Meta(min_length=argon2id.SALTBYTES, max_length=argon2id.SALTBYTES)
]


class _Versioned(msgspec.Struct):
    version: int


class Lock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lies beside the envelopes, clear: it opens to the keys, and names none."""

    version: int = VERSION
    salt: _Salt
    memory: int  # bytes
    passes: int
    by_passphrase: _Sealed
    """The secret key, sealed under the passphrase."""
    by_words: _Sealed | None = None
    """The secret key, sealed under the recovery words, once there are any."""
    public: _Key
    readers: tuple[_Key, ...] = ()
    """The public keys of others that may read something."""
    readers_seal: _Key

    @property
    def cost(self) -> Cost:
        """Return what one try at the passphrase takes."""
        return Cost(self.memory, self.passes)

    def to_bytes(self) -> bytes:
        """Return the lock as JSON."""
        return msgspec.json.encode(self)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the lock in *data*.

        Raises:
            UnreadableLock: there is none, or a part has the wrong size.
            NewerFormat: a newer Hearthside wrote it.
        """
        try:
            _known(msgspec.json.decode(data, type=_Versioned).version)
            return msgspec.json.decode(data, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise UnreadableLock from None


def lock_up(keys: Keys, passphrase: str, *, cost: Cost = AT_HOME) -> Lock:
    """Return a new lock that *passphrase* opens to *keys*; it has no words yet.

    Raises:
        EmptyPassphrase: there is none.
        CostRefused: *cost* is under the floor or over the ceiling.
        NotEnoughMemory: the computer can't give that much.
    """
    salt, sealed = _under_passphrase(keys, passphrase, cost)
    return Lock(
        salt=salt,
        memory=cost.memory,
        passes=cost.passes,
        by_passphrase=sealed,
        public=keys.public,
        readers_seal=_readers_seal(keys, ()),
    )


def unlock(lock: Lock, passphrase: str) -> Keys:
    """Return the keys that *passphrase* opens *lock* to.

    Raises:
        EmptyPassphrase: there is none.
        CostRefused: the lock is too cheap or too dear; no work was done.
        NotEnoughMemory: the computer can't give what it takes.
        WrongPassphrase: it doesn't open, or the sealed key, the salt or the cost
            was changed; the two can't be told apart.
        ForeignKey: the public key or the readers aren't of these keys.
        NewerFormat: a newer Hearthside wrote the lock.
    """
    _known(lock.version)
    key = _stretched(passphrase, lock.salt, lock.cost)
    bound = _bound_to_passphrase(lock.salt, lock.cost)
    try:
        keys = Keys(open_bytes(lock.by_passphrase, key, bound=bound))
    except CryptoError:
        raise WrongPassphrase from None
    _refuse_foreign(lock, keys)
    return keys


def unlock_with_words(lock: Lock, words: str) -> Keys:
    """Return the keys that recovery *words* open *lock* to.

    Raises:
        WrongWords: they don't open it, or are none (its subclasses say why).
        ForeignKey: the public key or the readers aren't of these keys.
        NewerFormat: a newer Hearthside wrote the lock.
    """
    _known(lock.version)
    key = _from_words(words)
    if lock.by_words is None:
        raise NoWordsKept
    try:
        keys = Keys(open_bytes(lock.by_words, key, bound=_BOUND_TO_WORDS))
    except CryptoError:
        raise WrongWords from None
    _refuse_foreign(lock, keys)
    return keys


def with_new_passphrase(
    lock: Lock, keys: Keys, passphrase: str, *, cost: Cost = AT_HOME
) -> Lock:
    """Return *lock* with *passphrase* in place of the one before; the keys stay.

    Raises:
        ForeignKey: *keys* aren't what the lock opens to.
        EmptyPassphrase, CostRefused, NotEnoughMemory: as for ``lock_up``.
    """
    _refuse_foreign(lock, keys)
    salt, sealed = _under_passphrase(keys, passphrase, cost)
    return replace(
        lock, salt=salt, memory=cost.memory, passes=cost.passes, by_passphrase=sealed
    )


def with_words(lock: Lock, keys: Keys, words: str) -> Lock:
    """Return *lock* with recovery *words* in place of any before; the keys stay.

    Raises:
        WrongWords: they are no recovery words (its subclasses say why).
        ForeignKey: *keys* aren't what the lock opens to.
    """
    _refuse_foreign(lock, keys)
    sealed = seal_bytes(keys.secret, _from_words(words), bound=_BOUND_TO_WORDS)
    return replace(lock, by_words=sealed)


def with_readers(lock: Lock, keys: Keys, readers: Sequence[bytes]) -> Lock:
    """Return *lock* with *readers* (public keys of 32 bytes) as its list.

    Raises:
        ForeignKey: *keys* aren't what the lock opens to.
    """
    _refuse_foreign(lock, keys)
    new = tuple(readers)
    return replace(lock, readers=new, readers_seal=_readers_seal(keys, new))


_BOUND_TO_WORDS = b"hearthside lock %d words" % VERSION


def _bound_to_passphrase(salt: bytes, cost: Cost) -> bytes:
    costs = b"%d %d" % (cost.memory, cost.passes)
    return b"hearthside lock %d passphrase %b %b" % (VERSION, costs, salt)


def _under_passphrase(keys: Keys, passphrase: str, cost: Cost) -> tuple[bytes, bytes]:
    """Return a new salt, and the secret sealed under the passphrase with it."""
    salt = random(argon2id.SALTBYTES)
    key = _stretched(passphrase, salt, cost)
    bound = _bound_to_passphrase(salt, cost)
    return salt, seal_bytes(keys.secret, key, bound=bound)


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that a passphrase gives by Argon2id (version 1.3, one lane)."""
    kept = passphrase_as_kept(passphrase).encode()
    if not (
        FLOOR.memory <= cost.memory <= CEILING.memory
        and FLOOR.passes <= cost.passes <= CEILING.passes
    ):
        raise CostRefused(
            memory=cost.memory,
            passes=cost.passes,
            between=f"{FLOOR.memory // 2**20} to {CEILING.memory // 2**20:,} MiB and"
            f" {FLOOR.passes} to {CEILING.passes} passes",
        )
    try:
        return argon2id.kdf(KEY_SIZE, kept, salt, cost.passes, cost.memory)
    except RuntimeError:
        # With its arguments right, as they are here, it fails for memory alone.
        raise NotEnoughMemory(memory=cost.memory) from None


def _from_words(words: str) -> bytes:
    # 256 random bits need no stretching.
    return derive(entropy_of(words), b"hearth words")


def _readers_seal(keys: Keys, readers: Sequence[bytes]) -> bytes:
    if any(len(reader) != KEY_SIZE for reader in readers):
        raise ValueError(f"a reader's public key has {KEY_SIZE} bytes")
    listed = b"hearthside lock %d readers" % VERSION + b"".join(readers)
    return blake2b(listed, key=keys.readers_key, digest_size=KEY_SIZE).digest()


def _refuse_foreign(lock: Lock, keys: Keys) -> None:
    if not compare_digest(lock.public, keys.public):
        raise ForeignKey(what="public key")
    if not compare_digest(lock.readers_seal, _readers_seal(keys, lock.readers)):
        raise ForeignKey(what="list of readers")


def _known(version: int) -> None:
    if version != VERSION:
        raise NewerFormat(found=version, known=VERSION)
