"""What a log line may hold: that something broke, and where in our own code.

An error's own message can quote what was typed, and an address can hold it, so
neither is written.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path


class Wordless(logging.Formatter):
    """Lines that name an error's kind and place, and nothing anybody wrote."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line for *record*."""
        if not record.exc_info or record.exc_info[0] is None:
            return f"Something was refused ({record.name})."
        kind, _, trace = record.exc_info
        frames = traceback.extract_tb(trace)
        if not frames:
            return f"Something broke here: {kind.__name__}."
        last = frames[-1]
        place = f"{Path(last.filename).name}, line {last.lineno}"
        return f"Something broke here: {kind.__name__} in {place}."
