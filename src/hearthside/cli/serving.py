"""Serving a home to the browser on this computer, and to nobody else.

The first start runs the server; a second one asks the server that is already
there for a way in. Both get an address that lets one browser in, once.
"""

from __future__ import annotations

import http.client
import importlib
import multiprocessing
import multiprocessing.connection
import os
import secrets
import shutil
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import click
from filelock import FileLock, Timeout
from granian.constants import HTTPModes, Interfaces
from granian.server import Server

from hearthside.cli import home as homes
from hearthside.cli.home import NoHome, RunningServer
from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import HearthsideError, HomeInUse

LOOPBACK = "127.0.0.1"
CREATED = 201  # how the server answers when it made a launch secret
PATIENCE = 20.0  # seconds for a server to start answering (chosen)
BETWEEN_TRIES = 0.05  # seconds (chosen)
THREADS = 4  # one person and a few tabs (chosen)
TO_FINISH = 2  # seconds for the worker to end by itself (chosen)


class PortTaken(HearthsideError):
    """Another program listens on the port asked for."""

    def __init__(self, *, port: int) -> None:
        super().__init__(
            _(
                "Port {port} is taken by another program. Name another with --port, or"
                " leave it out and a free one is found."
            ).format(port=port)
        )


class ServerStopped(HearthsideError):
    """The server ended without being asked to."""

    def __init__(self) -> None:
        super().__init__(_("Hearthside stopped by itself. Start it again."))


def serve(*, folder: Path | None, port: int, with_browser: bool) -> None:
    """Serve the home in *folder* until asked to stop, or open the running one.

    Without a *folder* the home is the usual one of this person.

    Raises:
        HomeInUse: a server holds the home, and doesn't answer.
        NoHome: *folder* can't be a home, or can't be locked or written to.
        PortTaken: another program listens on *port*.
    """
    home = homes.ready(folder or homes.usual_home())
    importlib.import_module("hearthside.web.keeping.disk").refuse_newer(home)
    show = partial(show_address, with_browser=with_browser)
    lock = homes.lock_of(home)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if is_ours(lock, home):
            try:
                return run_server(home, port=port, show=show)
            finally:
                lock.release()
        if address := address_from(homes.noted_server(home)):
            return show(address)
        time.sleep(BETWEEN_TRIES)
    raise HomeInUse


def is_ours(lock: FileLock, home: Path) -> bool:
    """Return whether *lock* was free, and is held now."""
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    except OSError as error:
        raise NoHome(folder=home) from error
    return True


def show_address(address: str, *, with_browser: bool) -> None:
    """Open *address* in the browser, or print it on a line of its own."""
    if with_browser and webbrowser.open(address):
        click.echo(_("Hearthside is open in your browser."))
    else:
        click.echo(address)


def address_from(server: RunningServer | None) -> str | None:
    """Return an address that opens *server* once, or None if it doesn't answer."""
    if server is None:
        return None
    asking = http.client.HTTPConnection(LOOPBACK, server.port, timeout=PATIENCE)
    with suppress(OSError, http.client.HTTPException), closing(asking):
        asking.request(
            "POST", "/open/", headers={"X-Launcher-Key": server.launcher_key}
        )
        answer = asking.getresponse()
        if answer.status == CREATED:
            secret = answer.read().decode()
            return f"http://{LOOPBACK}:{server.port}/open/{secret}"
    return None


def run_server(
    home: Path,
    *,
    port: int,
    show: Callable[[str], None],
    example: Mapping[str, str] | None = None,
) -> None:
    """Run the server of *home*, whose lock is held, until it is asked to stop.

    With *example* it is a throwaway home, and that is what its pages know of it.
    """
    port, held = hold_port(port)
    note = RunningServer(port=port, launcher_key=secrets.token_urlsafe(32))
    server = Server(
        "hearthside.web.wsgi:application",
        address=LOOPBACK,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=TO_FINISH,
        log_enabled=False,
    )

    @server.on_startup
    def when_listening() -> None:
        if hasattr(signal, "SIGHUP"):  # the terminal was closed: so is the house
            signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
        threading.Thread(target=announce, args=(note, held, show), daemon=True).start()

    try:
        homes.leave_note(home, note)
    except OSError as error:
        raise NoHome(folder=home) from error
    try:
        load = partial(worker, home, note, example)
        server.serve(target_loader=load, wrap_loader=False)
    except SystemExit as stopped:
        raise ServerStopped from stopped
    finally:
        homes.take_note_away(home)


def hold_port(port: int) -> tuple[int, socket.socket]:
    """Return *port* (0: a free one), and what keeps it for us until we listen.

    Ports are shared between listeners that ask for it, without any error; so a
    port asked for by number is first bound without sharing.
    """
    with closing(socket.socket()) as alone:
        if sys.platform != "win32":  # there it would share with anyone
            alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            alone.bind((LOOPBACK, port))
        except OSError as error:
            raise PortTaken(port=port) from error
        port = alone.getsockname()[1]
    held = socket.socket()
    if sys.platform == "linux":  # elsewhere two sockets can't hold one port
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind((LOOPBACK, port))
    return port, held


def announce(
    server: RunningServer, held: socket.socket, show: Callable[[str], None]
) -> None:
    """Show how to get in, as soon as *server* answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        time.sleep(BETWEEN_TRIES)
        if address := address_from(server):
            held.close()
            return show(address)
    return None


def worker(home: Path, server: RunningServer, example: Mapping[str, str] | None) -> Any:
    """Return the application, in the one process that ever holds words.

    The house is called by its name: the faces don't import each other.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and asks us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    leave_no_core()
    os.umask(0o077)  # whatever is written in the home is its owner's alone
    throwaway = None if example is None else home
    threading.Thread(target=end_with_the_parent, args=(throwaway,), daemon=True).start()
    house = importlib.import_module("hearthside.web.wsgi")
    return house.open_house(
        home=home,
        port=server.port,
        launcher_key=server.launcher_key,
        example=example,
    )


def leave_no_core() -> None:
    """Keep this process's memory from being written to a file if it crashes."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (Windows has none)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_with_the_parent(throwaway: Path | None) -> None:
    """End this process when the one that started it is gone, however it went.

    A *throwaway* home goes with it.
    """
    if parent := multiprocessing.parent_process():
        multiprocessing.connection.wait([parent.sentinel])
        if throwaway:
            shutil.rmtree(throwaway, ignore_errors=True)
        os._exit(0)
