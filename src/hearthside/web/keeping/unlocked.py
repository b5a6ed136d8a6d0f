"""Unlocked: the key, in this process's memory, sealed under a half it hasn't got.

The other half is a cookie in the browser. Neither lies in a file of ours, and
each alone opens nothing.
"""

from __future__ import annotations

import secrets
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from hearthside.keeping.keys import Keys

IDLE = 10 * 60  # seconds without use until the key goes (DESIGN: ten minutes)
SHORTEST_IDLE, LONGEST_IDLE = 60, 60 * 60  # seconds


def counting_sleep() -> float:
    """Return seconds that also pass while the computer sleeps.

    Python's ``monotonic`` stands still then on Linux and macOS, and a computer that
    was closed for a night would wake up open.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Held:
    """One browser's unlocked key."""

    owner: str
    sealed: bytes
    used: float  # seconds on the clock of this process
    idle: float  # seconds


def bounded(idle: float) -> float:
    """Return *idle*, or the nearest number of seconds that a lock may stay open."""
    return min(max(idle, SHORTEST_IDLE), LONGEST_IDLE)


class Unlocked:
    """Which browsers have unlocked, each under a name of its own."""

    def __init__(self, *, clock: Callable[[], float] = counting_sleep) -> None:
        self._clock = clock
        self._held: dict[str, Held] = {}
        self._one_at_a_time = threading.Lock()

    def hold(self, keys: Keys, *, owner: str, idle: float = IDLE) -> tuple[str, str]:
        """Hold *keys*; return the name they are under, and the half that opens them."""
        name, half = secrets.token_urlsafe(16), secrets.token_bytes(SecretBox.KEY_SIZE)
        sealed = bytes(SecretBox(half).encrypt(keys.secret))
        with self._one_at_a_time:
            self._held[name] = Held(owner, sealed, self._clock(), bounded(idle))
        return name, half.hex()

    def keys(self, name: str, half: str) -> tuple[str, Keys] | None:
        """Return whose keys are under *name*, and the keys, if *half* opens them."""
        held = self._find(name)
        if held is None:
            return None
        try:
            secret = SecretBox(bytes.fromhex(half)).decrypt(held.sealed)
        except (CryptoError, ValueError, TypeError):
            return None
        return held.owner, Keys.from_secret(secret)

    def use(self, name: str, *, idle: float | None = None) -> None:
        """Note that the browser under *name* is in use; change how long it may idle."""
        with self._one_at_a_time:
            if held := self._held.get(name):
                how_long = held.idle if idle is None else bounded(idle)
                self._held[name] = replace(held, used=self._clock(), idle=how_long)

    def left(self, name: str) -> float:
        """Return the seconds until the key under *name* goes; 0 where it is gone."""
        held = self._find(name)
        return max(0.0, held.used + held.idle - self._clock()) if held else 0.0

    def drop(self, name: str) -> None:
        """Forget the key under *name*."""
        with self._one_at_a_time:
            self._held.pop(name, None)

    def empty(self) -> None:
        """Forget every key."""
        with self._one_at_a_time:
            self._held.clear()

    def drop_idle(self) -> bool:
        """Forget every key that nobody has used for too long; say whether any was."""
        with self._one_at_a_time:
            now = self._clock()
            before = len(self._held)
            self._held = {
                name: held
                for name, held in self._held.items()
                if held.used + held.idle > now
            }
            return len(self._held) < before

    def _find(self, name: str) -> Held | None:
        with self._one_at_a_time:
            held = self._held.get(name)
        return held if held and held.used + held.idle > self._clock() else None


unlocked = Unlocked()
