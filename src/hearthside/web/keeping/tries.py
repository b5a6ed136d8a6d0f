"""How fast passphrases can be tried: as one would, then slower, never barred."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

AT_ONCE = 5  # tries before the first wait (chosen)
LONGEST = 60.0  # seconds between tries, at most (chosen)


class Tries:
    """Wrong passphrases since the last right one."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong = 0
        self._until = 0.0
        self.one_at_a_time = threading.Lock()
        """Held while one is tried: each costs much memory."""

    def wait(self) -> float:
        """Return the seconds until the next one is tried."""
        return max(0.0, self._until - self._clock())

    def was_wrong(self) -> None:
        """Note a wrong one."""
        self._wrong += 1
        if self._wrong >= AT_ONCE:
            self._until = self._clock() + min(2.0 ** (self._wrong - AT_ONCE), LONGEST)

    def was_right(self) -> None:
        """Note the right one: all is forgotten."""
        self._wrong, self._until = 0, 0.0


tries = Tries()
