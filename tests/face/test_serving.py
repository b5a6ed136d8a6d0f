"""One home, one server: started, asked again, stopped, and what it leaves."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hearthside.cli import home as homes
from hearthside.cli.home import NoHome, RunningServer
from hearthside.cli.serving import PortTaken, address_from, hold_port

COMMAND = Path(sys.executable).with_name("hearthside")
WORDS = "the porch light was still on when you said it"
PATIENCE = 30  # seconds


def start(home: Path, *options: str) -> subprocess.Popen[str]:
    """Start the command on *home*, as in a terminal of its own."""
    return subprocess.Popen(
        [COMMAND, "--no-browser", "--home", home, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@contextmanager
def running(home: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give a running server and the address it printed; end it afterwards."""
    with start(home, *options) as server:
        try:
            assert server.stdout
            yield server, server.stdout.readline().strip()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)


def port_of(address: str) -> int:
    """Return the port in *address*."""
    return urlsplit(address.strip()).port or 0


def get(address: str, *, method: str = "GET", body: str = "", cookie: str = "") -> str:
    """Return the page at *address*, asked for with no cookie but *cookie*."""
    asking = http.client.HTTPConnection("127.0.0.1", port_of(address), timeout=PATIENCE)
    with closing(asking):
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        asking.request(method, "/" + address.split("/", 3)[3], body, kind)
        return asking.getresponse().read().decode()


def lets_in(address: str) -> bool:
    """Return whether *address* leads further than the plain page."""
    return "Go on" in get(address)


def comes_true(claim: Callable[[], bool]) -> bool:
    """Return whether *claim* holds within a few seconds."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if claim():
            return True
        time.sleep(0.05)
    return False


def is_free(port: int) -> bool:
    """Return whether nobody listens on *port*."""
    with closing(socket.socket()) as knocking:
        return knocking.connect_ex(("127.0.0.1", port)) != 0


def test_the_address_is_printed_once_alone_on_its_line(tmp_path: Path) -> None:
    with running(tmp_path / "home") as (server, address):
        led_in = lets_in(address)
        server.send_signal(signal.SIGTERM)
        rest, _ = server.communicate(timeout=PATIENCE)

    assert address.startswith("http://127.0.0.1:")
    assert led_in
    assert rest == ""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_quietly_and_takes_its_note_away(
    tmp_path: Path, how: signal.Signals
) -> None:
    home = tmp_path / "home"
    with running(home) as (server, address):
        os.killpg(server.pid, how)
        rest, _ = server.communicate(timeout=PATIENCE)

        assert server.returncode == 0
        assert rest == ""
        assert is_free(port_of(address))
        left = {file.name for file in home.iterdir()}
        assert left <= {"lock", "kept.sqlite3"}


def test_it_ends_quietly_while_it_is_still_starting(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with start(home) as server:
        assert comes_true((home / "server.json").exists)

        began = time.monotonic()
        os.killpg(server.pid, signal.SIGINT)
        said, _ = server.communicate(timeout=PATIENCE)

    assert "Traceback" not in said
    assert time.monotonic() - began < 4.5


def test_the_home_is_its_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "a home with spaces"
    with running(home):
        modes = {
            file.name: stat.S_IMODE(file.stat().st_mode) for file in home.iterdir()
        }
        mode = stat.S_IMODE(home.stat().st_mode)

    assert mode == 0o700
    assert set(modes) >= {"lock", "server.json", "kept.sqlite3"}
    assert set(modes.values()) == {0o600}


def test_a_second_start_opens_the_one_that_runs(tmp_path: Path) -> None:
    with running(tmp_path) as (_, first):
        second = start(tmp_path)
        printed, _ = second.communicate(timeout=PATIENCE)

        assert second.returncode == 0
        assert port_of(printed.strip()) == port_of(first)
        assert printed.strip() != first
        assert lets_in(printed.strip())


def test_two_starts_at_once_are_one_server(tmp_path: Path) -> None:
    with start(tmp_path) as one, start(tmp_path) as other:
        assert one.stdout
        assert other.stdout
        ports = {
            port_of(said.stdout.readline()) for said in (one, other) if said.stdout
        }
        ended = comes_true(lambda: one.poll() is not None or other.poll() is not None)
        for each in (one, other):
            if each.poll() is None:
                os.killpg(each.pid, signal.SIGKILL)

    assert len(ports) == 1
    assert ended


def test_a_server_killed_outright_takes_its_worker_with_it(tmp_path: Path) -> None:
    with running(tmp_path) as (server, address):
        server.kill()
        server.wait(PATIENCE)

        assert comes_true(lambda: is_free(port_of(address)))
    with running(tmp_path) as (_, address):
        assert lets_in(address)


def test_a_home_that_doesnt_answer_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hearthside.cli import serving
    from hearthside.ground.errors import HomeInUse

    monkeypatch.setattr(serving, "PATIENCE", 0.2)
    lock = homes.lock_of(homes.ready(tmp_path))

    with lock.acquire(), pytest.raises(HomeInUse):
        serving.serve(folder=tmp_path, port=0, with_browser=False)


def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    with running(tmp_path / "one") as (_, address):
        taken = str(port_of(address))
        other = start(tmp_path / "other", "--port", taken)
        said, _ = other.communicate(timeout=PATIENCE)

    assert other.returncode == 1
    assert said.startswith(f"Port {taken} is taken by another program.")
    assert said.count("\n") == 1


def test_a_port_is_kept_from_others_until_the_server_listens() -> None:
    port, held = hold_port(0)

    with closing(held), closing(socket.socket()) as other:
        if sys.platform == "linux":
            with pytest.raises(OSError, match="in use"):
                other.bind(("127.0.0.1", port))


def test_the_port_asked_for_is_the_port_served(tmp_path: Path) -> None:
    free, held = hold_port(0)
    held.close()

    with running(tmp_path, "--port", str(free)) as (_, address):
        assert port_of(address) == free


def test_a_port_outside_the_range_is_a_wrong_call(tmp_path: Path) -> None:
    with start(tmp_path / "home", "--port", "70000") as wrong:
        said, _ = wrong.communicate(timeout=PATIENCE)

    assert wrong.returncode == 2
    assert "Traceback" not in said


def test_the_surroundings_can_name_the_home(tmp_path: Path) -> None:
    named = tmp_path / "named"
    with subprocess.Popen(
        [COMMAND, "--no-browser"],
        stdout=subprocess.PIPE,
        env={**os.environ, "HEARTHSIDE_HOME": str(named)},
        start_new_session=True,
    ) as server:
        assert server.stdout
        server.stdout.readline()
        os.killpg(server.pid, signal.SIGKILL)

    assert (named / "server.json").exists()


def test_a_folder_of_other_things_is_no_home(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(NoHome, match="holds other things"):
        homes.ready(tmp_path)


def test_a_file_is_no_home(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(NoHome):
        homes.ready(tmp_path / "file")


def test_a_home_that_cant_be_locked_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with start(tmp_path) as refused:
        (tmp_path / "elsewhere").touch()
        said, _ = refused.communicate(timeout=PATIENCE)

    assert refused.returncode == 1
    assert "can’t be a home" in said
    assert said.count("\n") == 1


def test_a_home_that_cant_be_written_to_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    (tmp_path / "server.json.new").mkdir()

    with start(tmp_path) as refused:
        said, _ = refused.communicate(timeout=PATIENCE)

    assert refused.returncode == 1
    assert "can’t be a home" in said
    assert said.count("\n") == 1


def test_a_home_may_be_named_from_the_persons_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert homes.ready(Path("~/hearth")) == tmp_path.resolve() / "hearth"


def test_a_home_left_open_is_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    assert stat.S_IMODE(homes.ready(tmp_path).stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "note",
    [
        "",
        "{",
        "[]",
        '{"port": 1}',
        '{"port": [], "launcher_key": "key"}',
        '{"port": 70000, "launcher_key": "key"}',
        '{"port": 1, "launcher_key": 5}',
        '{"port": 1, "launcher_key": "two\\nlines"}',
    ],
)
def test_a_note_that_cant_be_read_is_no_server(tmp_path: Path, note: str) -> None:
    (tmp_path / homes.NOTE).write_text(note)

    assert homes.noted_server(tmp_path) is None


def test_a_server_that_is_gone_gives_no_address() -> None:
    port, held = hold_port(0)
    held.close()

    assert address_from(RunningServer(port=port, launcher_key="key")) is None
    assert address_from(None) is None


def test_only_the_key_in_the_note_gets_a_way_in(tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        wrong = RunningServer(port=port_of(address), launcher_key="guessed")

        assert address_from(wrong) is None
        assert address_from(homes.noted_server(tmp_path)) is not None


def test_nothing_but_loopback_is_listened_on(tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        in_hex = f":{port_of(address):04X}"
        listening = [
            line.split()[1]
            for table in ("/proc/net/tcp", "/proc/net/tcp6")
            if Path(table).exists()
            for line in Path(table).read_text().splitlines()
            if line.split()[1].endswith(in_hex) and line.split()[3] == "0A"
        ]

    if Path("/proc/net/tcp").exists():
        assert listening == [f"0100007F{in_hex}"]


def test_the_process_that_holds_words_leaves_no_core(tmp_path: Path) -> None:
    with running(tmp_path) as (server, _):
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
        limits = [
            Path(f"/proc/{child}/limits").read_text()
            for child in (children.read_text().split() if children.exists() else [])
        ]

    for limit in limits:
        core = next(line for line in limit.splitlines() if "core file" in line)
        assert core.split()[4:6] == ["0", "0"]


def test_the_terminal_never_shows_what_was_sent(tmp_path: Path) -> None:
    quoted = WORDS.replace(" ", "%20")
    with running(tmp_path) as (server, address):
        base = address.split("/open/")[0]
        get(f"{base}/words/received/", method="POST", body=f"words={quoted}")
        get(f"{base}/{quoted}/?{quoted}")
        get(f"{base}/words/received/", method="POST", body="words=%ED%A0%80" + quoted)
        get(f"{base}/numbers/{quoted}/")
        get(base + "/", cookie=f"notes{port_of(base)}={quoted * 9}")
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=PATIENCE)

    assert said == ""


@pytest.mark.parametrize("address", ["/words/received/", "/static/nothing", "/leave/"])
def test_too_much_for_anyone_is_still_answered(tmp_path: Path, address: str) -> None:
    with running(tmp_path) as (server, way_in):
        base = way_in.split("/open/")[0]

        page = get(f"{base}{address}", method="POST", body="words=" + "x" * 30_000_000)
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=PATIENCE)

    assert "<title>Notes</title>" in page
    assert said == ""


def test_the_note_holds_the_port_and_the_key_alone(tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        note = json.loads((tmp_path / "server.json").read_text())

    assert note["port"] == port_of(address)
    assert set(note) == {"port", "launcher_key"}


def test_a_taken_port_is_refused_before_anything_is_written() -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()

        with pytest.raises(PortTaken):
            hold_port(other.getsockname()[1])
