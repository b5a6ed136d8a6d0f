"""The face in a terminal."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

if Path(sys.argv[0]).stem == "hearthside":
    # Ctrl-C ends the command at once, also while it is still starting, and
    # without a trace. A program that only uses what is in here keeps its own way.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
