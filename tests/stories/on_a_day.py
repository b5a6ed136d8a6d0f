"""The house as ``hearthside`` opens it, on a day that the story chooses.

    STORY_DAY=file python tests/stories/on_a_day.py --home folder

The file holds a date, and may change while the house is open.
"""

from __future__ import annotations

import os
import sys
from datetime import date, datetime, tzinfo
from pathlib import Path

from django.utils import timezone

from hearthside.cli.main import app

CALENDAR = Path(os.environ["STORY_DAY"])


def the_day(value: datetime | None = None, timezone: tzinfo | None = None) -> date:
    """Return the day it is in the story."""
    return date.fromisoformat(CALENDAR.read_text())


timezone.localdate = the_day  # also in the worker, where this file is read again

if __name__ == "__main__":
    sys.exit(app())
