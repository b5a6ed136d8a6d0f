"""What goes by itself in time: idle words, the key nobody used, what was let go."""

from __future__ import annotations

import time
from contextlib import suppress

from django.db import DatabaseError, connection

from hearthside.ground.errors import HearthsideError
from hearthside.web import waiting
from hearthside.web.keeping import people
from hearthside.web.keeping.burning import burn_what_is_left
from hearthside.web.keeping.unlocked import unlocked

LOOKED_FOR = 5  # seconds: how often idle things are looked for (chosen)


def let_go_in_time() -> None:
    """Let idle things go for as long as this process runs, asked or not."""
    while True:
        time.sleep(LOOKED_FOR)
        waiting.let_go_of_idle()
        # A full disk, or a damaged lock, ends no watch over the key.
        with suppress(DatabaseError, HearthsideError):
            if unlocked.drop_idle():
                people.seal_what_waits()
            burn_what_is_left()
        connection.close()
