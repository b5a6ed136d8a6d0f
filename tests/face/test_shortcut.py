"""A plain icon: put there, known again, and taken away."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthside.cli.shortcut import (
    desktop_entry,
    in_entry,
    in_powershell,
    mac_app,
    windows_link,
)

COMMAND = Path(sys.executable).with_name("hearthside")


def ask(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Ask for the icon, with every folder of the person under *place*."""
    return subprocess.run(
        [COMMAND, *words],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "HOME": str(place),
            "XDG_DATA_HOME": str(place / "data"),
            "XDG_CONFIG_HOME": str(place / "config"),
        },
    )


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="these are Linux's ways")


@on_linux
def test_an_icon_is_put_on_the_desktop_and_taken_away(tmp_path: Path) -> None:
    desktop = tmp_path / "Schreibtisch"
    desktop.mkdir()
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "user-dirs.dirs").write_text(
        'XDG_DESKTOP_DIR="$HOME/Schreibtisch"\n'
    )

    put = ask(tmp_path, "shortcut")
    entry = desktop / "notes.desktop"
    text = entry.read_text("utf-8")
    mode = stat.S_IMODE(entry.stat().st_mode)
    icon = tmp_path / "data" / "applications" / "notes.svg"
    was_there = icon.exists()
    gone = ask(tmp_path, "shortcut", "--remove")

    assert (put.returncode, put.stdout.count("\n")) == (0, 1)
    assert "Name=Notes\n" in text
    assert f'Exec="{COMMAND}"\n' in text
    assert "earthside" not in text.replace(str(COMMAND), "")
    assert f"Icon={icon}\n" in text
    assert mode == 0o755
    assert was_there
    assert gone.returncode == 0
    assert not entry.exists()
    assert list((tmp_path / "data" / "applications").iterdir()) == []


@on_linux
def test_without_a_desktop_it_is_among_the_programs(tmp_path: Path) -> None:
    put = ask(tmp_path, "--home", str(tmp_path / "a home"), "shortcut")
    entry = tmp_path / "data" / "applications" / "notes.desktop"

    assert put.stdout == "An icon named Notes is among your programs.\n"
    assert f'Exec="{COMMAND}" "--home" "{tmp_path}/a home"\n' in entry.read_text()
    assert not (tmp_path / "a home").exists()


@on_linux
@pytest.mark.parametrize("words", [["shortcut"], ["shortcut", "--remove"]])
def test_the_icon_of_another_program_is_left_alone(
    tmp_path: Path, words: list[str]
) -> None:
    other = tmp_path / "data" / "applications" / "notes.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\nName=Notes\n")

    answer = ask(tmp_path, *words)

    assert answer.returncode == 1
    assert "was left as it is" in answer.stderr
    assert other.read_text() == "[Desktop Entry]\nName=Notes\n"


def test_it_can_be_asked_for_twice_and_taken_away_twice(tmp_path: Path) -> None:
    for words in (["shortcut"], ["shortcut"], ["shortcut", "--remove"]) * 2:
        assert ask(tmp_path, *words).returncode == 0


def test_an_entry_escapes_what_a_desktop_would_read_otherwise() -> None:
    assert in_entry("/a b/it") == '"/a b/it"'
    assert in_entry("100%") == '"100%%"'
    assert in_entry("$HOME") == '"\\\\$HOME"'
    assert "Terminal=false" in desktop_entry(["/x"], Path("/i.svg"))


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
def test_a_mac_runs_the_very_words(word: str) -> None:
    script = mac_app(["/bin/it", word])["Contents/MacOS/Notes"]

    assert shlex.split(script.split("\n", 1)[1]) == ["exec", "/bin/it", word]


def test_a_mac_finds_the_program_by_its_name() -> None:
    files = mac_app(["/bin/it"])
    told = [one.text for one in ET.fromstring(files["Contents/Info.plist"]).iter()]  # noqa: S314

    assert told[told.index("CFBundleExecutable") + 1] == "Notes"
    assert "Contents/MacOS/Notes" in files


def test_a_link_names_the_program_and_its_words_apart() -> None:
    script = windows_link([r"C:\a b\it.exe", "--home", r"C:\my notes"], Path("N.lnk"))

    assert r"$link.TargetPath = 'C:\a b\it.exe'" in script
    assert r"""$link.Arguments = '--home "C:\my notes"'""" in script
    assert in_powershell("it's Zoë’s") == "'it''s Zoë’’s'"


def test_the_version_is_told() -> None:
    said = subprocess.run(
        [COMMAND, "--version"], capture_output=True, check=True
    ).stdout

    assert said.decode().startswith("hearthside, version ")
