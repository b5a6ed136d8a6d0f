"""A house for stories of the lock: its clock is set forward, and a save held up.

A test runs this file in place of the command; nothing of it is in the program.
Files in the folder STORY say how: "time" has the seconds to add to the lock's clock,
"idle" the seconds that it stays open unused; while there is a "hold", keeping waits.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from hearthside.cli.main import app
from hearthside.keeping import envelopes
from hearthside.keeping.keys import FLOOR
from hearthside.web import settings
from hearthside.web.keeping.unlocked import Unlocked, unlocked

STORY = Path(os.environ["STORY"])
HOLD = STORY / "hold"


def told(name: str, otherwise: float) -> float:
    """Return the number in a file of the story."""
    with suppress(OSError, ValueError):
        return float((STORY / name).read_text())
    return otherwise


def clock() -> float:
    """Return the seconds that passed here, and those the story let pass."""
    return time.monotonic() + told("time", 0)


def use(self: Unlocked, name: str, **_: Any) -> None:
    """Note the use, and how long the story lets it idle from now on."""
    use_as_it_was(self, name)
    if held := self._held.get(name):  # less than anyone may choose
        self._held[name] = replace(held, idle=told("idle", 600))


def seal(*given: Any, **named: Any) -> Any:
    """Seal, once nothing holds it up."""
    while HOLD.exists():
        HOLD.with_suffix(".begun").touch()
        time.sleep(0.05)
    return seal_as_it_was(*given, **named)


use_as_it_was, Unlocked.use = Unlocked.use, use  # type: ignore[method-assign]
seal_as_it_was, envelopes.seal = envelopes.seal, seal
unlocked._clock = clock
settings.LOCK_COST = FLOOR

if __name__ == "__main__":
    app()
