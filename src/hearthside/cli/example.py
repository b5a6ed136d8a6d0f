"""Serving the example: a throwaway home in a temporary folder, gone at the end."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from types import FrameType

from hearthside.cli import home as homes
from hearthside.cli import serving


def serve(*, port: int, with_browser: bool, opened_by: str = "") -> None:
    """Serve an invented year until asked to stop, and leave nothing of it.

    Args:
        port: where to listen; 0 finds a free one.
        with_browser: open it there; without, the address is printed.
        opened_by: the page that it was started from. The example ends as soon as
            its standard input does, and so with whoever holds the other end.

    Raises:
        PortTaken: another program listens on *port*.
    """
    signal.signal(signal.SIGINT, stop)  # so that the folder goes, however early
    signal.signal(signal.SIGTERM, stop)
    if opened_by:
        threading.Thread(target=end_with_the_opener, daemon=True).start()
    with tempfile.TemporaryDirectory(
        prefix="notes-", ignore_cleanup_errors=True
    ) as folder:
        home = homes.ready(Path(folder))
        with homes.lock_of(home):
            serving.run_server(
                home,
                port=port,
                show=partial(serving.show_address, with_browser=with_browser),
                example={"opened_by": opened_by},
            )


def stop(number: int, frame: FrameType | None) -> None:
    """End this process in order."""
    raise SystemExit(0)


def end_with_the_opener() -> None:
    """End this process when what started it is gone.

    The bare file is read: a reader that locks would be copied, locked, to the
    worker, which then never starts.
    """
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
