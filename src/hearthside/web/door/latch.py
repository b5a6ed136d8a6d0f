"""Whether the door is open: the one thing this process remembers about it.

Held in memory, for one process, and gone with it.
"""

from __future__ import annotations

import secrets
import threading
from collections import deque

UNUSED_AT_MOST = 8  # launch secrets waiting at once (chosen)


class Latch:
    """One-time launch secrets, and whether the person has left."""

    def __init__(self) -> None:
        self.launcher_key = secrets.token_urlsafe(32)
        self._has_left = False
        self._visit = 1
        self._unused: deque[str] = deque(maxlen=UNUSED_AT_MOST)
        self._one_at_a_time = threading.Lock()

    @property
    def has_left(self) -> bool:
        """Whether the person left, and hasn't come back from the launcher."""
        return self._has_left

    @property
    def visit(self) -> int:
        """Which visit this is: leaving ends one, and everything that belongs to it."""
        return self._visit

    def is_launcher(self, key: str) -> bool:
        """Return whether *key* is the one that the launcher was given."""
        return secrets.compare_digest(key.encode(), self.launcher_key.encode())

    def new_secret(self) -> str:
        """Return a launch secret that opens the door once."""
        secret = secrets.token_urlsafe(32)
        with self._one_at_a_time:
            self._unused.append(secret)
        return secret

    def open_with(self, secret: str) -> bool:
        """Spend *secret*; return whether it opened the door."""
        with self._one_at_a_time:
            if secret not in self._unused:
                return False
            self._unused.remove(secret)
            self._has_left = False
            return True

    def close(self) -> None:
        """Close the door until a launch secret made later opens it."""
        with self._one_at_a_time:
            self._unused.clear()
            self._has_left = True
            self._visit += 1


latch = Latch()
