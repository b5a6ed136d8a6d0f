"""The command: copies of one home, made and brought back in a terminal."""

from __future__ import annotations

import os
import pty
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from hearthside.keeping.backup import pack, unpack
from hearthside.moments.moment import FORMAT, Bond, Kept, Moment
from hearthside.moments.opening import seal_up
from hearthside.web.copies.files import ABOUT, Carried, is_known
from hearthside.web.keeping import disk

from .test_serving import running

COMMAND = Path(sys.executable).with_name("hearthside")
FOR_THE_COPY = "ember walnut river seven"
FOR_THE_HOME = "porch ladder seven owls"
SAID = "The gate stood open."
PATIENCE = 120  # seconds
MIKA, NOUR, GATE, BELL = ("a" * 32, "b" * 32, "c" * 32, "d" * 32)
AT = datetime(2025, 3, 1, 18, 0, tzinfo=UTC)
KEPT: dict[str, Kept] = {
    MIKA: Bond(name="Mika", nothing_for_two=True),
    NOUR: Bond(name="Nour", put_away=True),
    GATE: Moment(at=AT, words=SAID, bond=MIKA),
    BELL: Moment(at=AT, words="Nobody rang.", bond=NOUR),
}


def keep(home: Path, *words: str | Path, typed: str = "") -> tuple[int, str]:
    """Run the command with lines *typed* into it; return its status and its words."""
    done = subprocess.run(
        [COMMAND, "keep", "--home", home, *words],
        check=False,
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout + done.stderr


def lines(*phrases: str) -> str:
    """Return each phrase on a line of its own."""
    return "".join(f"{phrase}\n" for phrase in phrases)


def inside(file: Path) -> dict[str, bytes]:
    """Return the files of a locked copy."""
    return unpack(file.read_bytes(), FOR_THE_COPY, is_known=is_known, most=2**24)


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a backup of four records."""
    files = {ABOUT: b'{"form":1}'}
    for id_, kept in KEPT.items():
        carried = Carried(FORMAT, 3, msgspec.Raw(seal_up(kept)))
        files[f"records/{id_}.json"] = msgspec.json.encode(carried)
    file = tmp_path_factory.mktemp("drawer") / "notes.age"
    file.write_bytes(pack(files, FOR_THE_COPY))
    return file


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, backup: Path) -> Path:
    """Return a home that the backup was restored into."""
    made = tmp_path_factory.mktemp("house") / "home"
    typed = lines(FOR_THE_COPY, FOR_THE_HOME)
    status, said = keep(made, "restore", backup, typed=typed)
    assert status == 0, said
    assert "came back: 4" in said
    return made


def test_a_backup_restored_and_made_again_holds_the_same(
    home: Path, backup: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.age"

    status, said = keep(home, "backup", again, typed=lines(FOR_THE_HOME, FOR_THE_COPY))

    assert status == 0, said
    assert "Recovery words don’t open it" in said
    assert stat.S_IMODE(again.stat().st_mode) == 0o600
    records = {k: v for k, v in inside(again).items() if k.startswith("records/")}
    assert records.items() <= inside(backup).items()
    assert len(records) == len(KEPT)


def test_a_backup_can_be_made_while_the_app_is_open(home: Path, tmp_path: Path) -> None:
    typed = lines(FOR_THE_HOME, FOR_THE_COPY)

    with running(home):
        made = keep(home, "backup", tmp_path / "notes.age", typed=typed)
        restored = keep(home, "restore", tmp_path / "notes.age", typed=typed)
        forgotten = keep(home, "forget", typed=typed)

    assert made[0] == 0, made
    for status, said in (restored, forgotten):
        assert status == 1
        assert "Hearthside is open in this home: close it first" in said


def test_a_file_that_is_there_stays_without_force(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.age"
    file.write_text("a shopping list")
    typed = lines(FOR_THE_HOME, FOR_THE_COPY)

    refused = keep(home, "backup", file, typed=typed)
    before = file.read_text()
    forced = keep(home, "backup", "--force", file, typed=typed)

    assert refused[0] == 1
    assert "is there already" in refused[1]
    assert before == "a shopping list"
    assert forced[0] == 0, forced
    assert inside(file)
    assert list(tmp_path.iterdir()) == [file]


def test_a_wrong_passphrase_writes_nothing(home: Path, tmp_path: Path) -> None:
    status, said = keep(
        home, "backup", tmp_path / "notes.age", typed=lines("not this", FOR_THE_COPY)
    )

    assert status == 1
    assert "This passphrase doesn’t open it" in said
    assert not list(tmp_path.iterdir())


def test_no_passphrase_at_all_is_said(home: Path, tmp_path: Path) -> None:
    status, said = keep(home, "backup", tmp_path / "notes.age")

    assert status == 1
    assert "There is no passphrase here yet" in said


def test_an_export_to_a_folder_is_pages_that_hold_nothing_private(
    home: Path, tmp_path: Path
) -> None:
    to = tmp_path / "pages"

    status, said = keep(home, "export", to, typed=lines(FOR_THE_HOME))

    assert status == 0, said
    assert "It isn’t locked" in said
    whole = b"".join(one.read_bytes() for one in to.rglob("*") if one.is_file())
    assert SAID.encode() in whole
    assert b"nothing_for_two" not in whole
    assert b"Nobody rang." not in whole
    assert stat.S_IMODE(to.stat().st_mode) == 0o700
    assert list(tmp_path.iterdir()) == [to]


def test_an_export_to_a_file_is_locked(home: Path, tmp_path: Path) -> None:
    to = tmp_path / "pages.age"

    status, said = keep(
        home,
        "export",
        "--with-put-away",
        to,
        typed=lines(FOR_THE_HOME, FOR_THE_COPY),
    )

    assert status == 0, said
    assert any(b"Nobody rang." in content for content in inside(to).values())


def test_forgetting_leaves_no_envelope_in_any_file(
    tmp_path: Path, backup: Path
) -> None:
    home = tmp_path / "home"
    keep(home, "restore", backup, typed=lines(FOR_THE_COPY, FOR_THE_HOME))
    with closing(sqlite3.connect(home / disk.NAME)) as file:
        sealed = [row[0] for row in file.execute("SELECT sealed FROM keeping_record")]
        locks = [row[0] for row in file.execute("SELECT lock FROM keeping_person")]
    (home / "kept.damaged-1.sqlite3").write_bytes(sealed[0])

    wrong = keep(home, "forget", typed=lines("not this"))
    status, said = keep(home, "forget", typed=lines(FOR_THE_HOME))

    assert wrong[0] == 1
    assert status == 0, said
    assert "can’t reach backups" in said
    left = b"".join(one.read_bytes() for one in home.iterdir() if one.is_file())
    for gone in (*sealed, *locks):
        assert gone[40:80] not in left
    assert not (home / "kept.damaged-1.sqlite3").exists()
    assert "Nothing is kept" in keep(home, "forget")[1]


def test_an_empty_home_has_no_backup(tmp_path: Path) -> None:
    status, said = keep(tmp_path / "home", "backup", tmp_path / "notes.age")

    assert status == 1
    assert "Nothing is kept in this home yet" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "command", [("keep", "restore"), ("keep", "backup"), ("keep", "forget"), ()]
)
def test_a_home_made_by_a_newer_version_is_left_alone(
    home: Path, tmp_path: Path, backup: Path, command: tuple[str, ...]
) -> None:
    newer = tmp_path / "home"
    newer.mkdir()
    (newer / "lock").touch()
    with closing(sqlite3.connect(newer / disk.NAME)) as file:
        file.execute(f"PRAGMA user_version = {disk.VERSION + 1}")
    before = (newer / disk.NAME).read_bytes()
    file_named = [backup] if "restore" in command else []
    file_named = [tmp_path / "new.age"] if "backup" in command else file_named

    done = subprocess.run(
        [COMMAND, "--no-browser", "--home", newer, *command, *file_named],
        check=False,
        input=lines(FOR_THE_COPY, FOR_THE_HOME),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert done.returncode == 1
    assert "made by a newer Hearthside" in done.stderr
    assert done.stderr.count("\n") == 1
    assert (newer / disk.NAME).read_bytes() == before


def test_a_damaged_home_is_not_read_and_is_put_aside_by_a_restore(
    home: Path, tmp_path: Path, backup: Path
) -> None:
    damaged = tmp_path / "home"
    damaged.mkdir()
    (damaged / "lock").touch()
    (damaged / disk.NAME).write_bytes(b"no database at all " * 500)
    typed = lines(FOR_THE_COPY, FOR_THE_HOME)

    read = keep(damaged, "backup", tmp_path / "new.age", typed=typed)
    restored = keep(damaged, "restore", backup, typed=typed)

    assert read[0] == 1
    assert "The file of this home is damaged" in read[1]
    assert restored[0] == 0, restored
    aside = damaged / "kept.damaged-1.sqlite3"
    assert aside.read_bytes() == b"no database at all " * 500
    assert not disk.was_set_aside(damaged)


@pytest.mark.parametrize(
    "words", [("backup",), ("restore",), ("keep",), ("forget", "x")]
)
def test_a_call_that_is_wrong_ends_with_two(tmp_path: Path, words: list[str]) -> None:
    assert keep(tmp_path / "home", *words)[0] == 2


def test_no_option_takes_a_passphrase(tmp_path: Path) -> None:
    for command in ("backup", "restore", "export", "forget"):
        _, said = keep(tmp_path / "home", command, "--help")
        options = {one for one in said.split() if one.startswith("--")}
        assert options <= {"--help", "--force", "--with-put-away"}


def test_at_a_terminal_a_passphrase_is_asked_for_unseen(
    home: Path, tmp_path: Path
) -> None:
    terminal, far_end = pty.openpty()
    process = subprocess.Popen(
        [COMMAND, "keep", "--home", home, "backup", tmp_path / "notes.age"],
        stdin=far_end,
        stdout=far_end,
        stderr=far_end,
        start_new_session=True,
    )
    os.close(far_end)
    answers = [FOR_THE_HOME, FOR_THE_COPY, FOR_THE_COPY]
    asked = shown = b""

    while True:
        try:
            said = os.read(terminal, 1024)
        except OSError:
            break
        asked, shown = asked + said, shown + said
        if answers and asked.rstrip().endswith(b":"):
            os.write(terminal, f"{answers.pop(0)}\n".encode())
            asked = b""

    assert process.wait(timeout=PATIENCE) == 0, shown
    os.close(terminal)
    assert b"The passphrase of this home" in shown
    assert b"The same once more" in shown
    assert FOR_THE_HOME.encode() not in shown
    assert FOR_THE_COPY.encode() not in shown
    assert inside(tmp_path / "notes.age")
