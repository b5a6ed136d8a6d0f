"""The example that a page starts: a second server with a home and port of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from hearthside.ground.errors import HearthsideError
from hearthside.web.door.views import shut
from hearthside.web.example.house import LEFT

PATIENCE = 30.0  # seconds for it to start (chosen)


class NotStarted(HearthsideError):
    """The example didn't start."""

    def __init__(self) -> None:
        super().__init__(
            "The example didn’t start. Nothing here was touched. In a terminal,"
            " ‘hearthside --example’ may say why."
        )


class Beside:
    """At most one example, which ends with this process."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._one_at_a_time = threading.Lock()

    def start(self, *, opened_by: str) -> str:
        """Start it anew; return the address that lets one browser in, once.

        Raises:
            NotStarted: it gave no address.
        """
        with self._one_at_a_time:
            self.end()
            self._process = process = subprocess.Popen(  # noqa: S603 - our own command
                [*command(), "--example", "--no-browser", "--opened-by", opened_by],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        in_time = threading.Timer(PATIENCE, process.kill)
        in_time.start()
        address = process.stdout.readline().strip() if process.stdout else ""
        in_time.cancel()
        if not address:
            raise NotStarted
        threading.Thread(target=listen, args=(process,), daemon=True).start()
        return address

    def end(self) -> None:
        """End the one there is."""
        if self._process and self._process.stdin:
            self._process.stdin.close()  # that is how it hears of it
            self._process = None


beside = Beside()


def listen(process: subprocess.Popen[str]) -> None:
    """Close this house too, as soon as someone leaves the example."""
    for line in process.stdout or ():
        if line.strip() == LEFT:
            shut()
    process.wait()


def command() -> list[str]:
    """Return how this very program is started."""
    name = "hearthside.exe" if sys.platform == "win32" else "hearthside"
    return [str(Path(sys.executable).with_name(name))]
