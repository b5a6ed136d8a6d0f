"""``hearthside shortcut``: a plain icon named Notes, so that no terminal is needed.

What a desktop reads is made by functions that only give text; one place writes it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import click
from platformdirs import user_data_path, user_desktop_path

from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import HearthsideError

NAME = "Notes"
OURS = "X-Notes-Place"  # how we know our own file again
SPECIAL = '"`$\\'  # what a desktop entry escapes within quotes


class NoPlace(HearthsideError):
    """The icon can't be put there."""

    def __init__(self, *, place: Path) -> None:
        super().__init__(
            _(
                "{place} can’t be written, or holds something of another program, so"
                " it was left as it is. Move it, then ask again."
            ).format(place=place)
        )


@click.command(help=_("Put a plain icon named Notes on the desktop."))
@click.option("--remove", is_flag=True, help=_("Take it away again."))
@click.pass_context
def shortcut(context: click.Context, *, remove: bool) -> None:
    """Put the icon where this system looks for one, or take it away."""
    home: Path | None = context.parent.params.get("home") if context.parent else None
    ways = {"win32": on_windows, "darwin": on_a_mac}
    try:
        click.echo(ways.get(sys.platform, on_linux)(command(home), remove=remove))
    except HearthsideError as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)


def command(home: Path | None) -> list[str]:
    """Return what the icon starts: this program, and its home if one was named."""
    name = "hearthside.exe" if sys.platform == "win32" else "hearthside"
    named = ["--home", str(home.expanduser().absolute())] if home else []
    return [str(Path(sys.executable).with_name(name)), *named]


# --- Linux -----------------------------------------------------------------------


def on_linux(command: list[str], *, remove: bool) -> str:
    """Put an entry among the applications and a copy on the desktop, if there is one.

    Raises:
        NoPlace: a file of that name is there and isn't ours, or can't be written.
    """
    menu = user_data_path() / "applications" / "notes.desktop"
    icon = menu.with_suffix(".svg")
    desktop = user_desktop_path()
    places = [menu, *([desktop / menu.name] if desktop.is_dir() else [])]
    for place in places:
        if place.exists() and OURS not in place.read_text("utf-8", errors="replace"):
            raise NoPlace(place=place)
    if remove:
        for file in [*places, icon]:
            file.unlink(missing_ok=True)
        return _("The icon named Notes is gone. What you keep was left where it is.")
    try:
        menu.parent.mkdir(parents=True, exist_ok=True)
        icon.write_bytes(plain_icon())
        for place in places:
            place.write_text(desktop_entry(command, icon), "utf-8")
        for place in places[1:]:
            place.chmod(0o755)
            trust(place)
    except OSError as error:
        raise NoPlace(place=menu) from error
    if places[1:]:
        return _("An icon named Notes is on your desktop, and among your programs.")
    return _("An icon named Notes is among your programs.")


def desktop_entry(command: list[str], icon: Path) -> str:
    """Return the entry that a desktop reads.

    Its form: https://specifications.freedesktop.org/desktop-entry/latest/
    """
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={NAME}",
            f"Exec={' '.join(map(in_entry, command))}",
            f"Icon={icon}",
            "Terminal=false",
            "Categories=Utility;",
            f"{OURS}=1",
            "",
        ]
    )


def in_entry(word: str) -> str:
    """Return *word* as one argument of a desktop entry's ``Exec``.

    Its quoting is read twice: first as a string, then as a command.
    """
    quoted = "".join("\\" + sign if sign in SPECIAL else sign for sign in word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def trust(place: Path) -> None:
    """Tell GNOME's desktop that its owner put this file there, where it asks."""
    if gio := shutil.which("gio"):
        words = ["set", str(place), "metadata::trusted", "true"]
        subprocess.run([gio, *words], check=False, capture_output=True)  # noqa: S603


def plain_icon() -> bytes:
    """Return the icon: a sheet with lines."""
    static = files("hearthside") / "web" / "static" / "hearthside"
    return (static / "icon.svg").read_bytes()


# --- macOS -----------------------------------------------------------------------


def on_a_mac(command: list[str], *, remove: bool) -> str:
    """Put a small application on the desktop.

    Raises:
        NoPlace: one of that name is there and isn't ours, or can't be written.
    """
    place = user_desktop_path() / f"{NAME}.app"
    listed = place / "Contents" / "Info.plist"
    if place.exists() and not (listed.exists() and OURS in listed.read_text("utf-8")):
        raise NoPlace(place=place)
    if remove:
        shutil.rmtree(place, ignore_errors=True)
        return _("The icon named Notes is gone. What you keep was left where it is.")
    try:
        for name, text in mac_app(command).items():
            file = place / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            file.chmod(0o755)
    except OSError as error:
        raise NoPlace(place=place) from error
    return _("An icon named Notes is on your desktop.")


def mac_app(command: list[str]) -> dict[str, str]:
    """Return the files of an application that runs *command* with no window."""
    words = " ".join("'" + word.replace("'", "'\\''") + "'" for word in command)
    keys = {
        "CFBundleName": NAME,
        "CFBundleExecutable": NAME,
        "CFBundleIdentifier": "local.notes",
        "CFBundlePackageType": "APPL",
        OURS: "1",
    }
    told = "".join(f"<key>{key}</key><string>{keys[key]}</string>\n" for key in keys)
    return {
        "Contents/Info.plist": (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<plist version="1.0"><dict>\n{told}'
            "<key>LSUIElement</key><true/>\n</dict></plist>\n"
        ),
        f"Contents/MacOS/{NAME}": f"#!/bin/sh\nexec {words}\n",
    }


# --- Windows ---------------------------------------------------------------------


def on_windows(command: list[str], *, remove: bool) -> str:
    """Put a link on the desktop; PowerShell makes it.

    Raises:
        NoPlace: it can't be made.
    """
    place = user_desktop_path() / f"{NAME}.lnk"
    if remove:
        place.unlink(missing_ok=True)
        return _("The icon named Notes is gone. What you keep was left where it is.")
    root = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
    shell = root / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    words = [str(shell), "-NoProfile", "-NonInteractive", "-Command", "-"]
    script = windows_link(command, place)
    try:
        subprocess.run(words, input=script, text=True, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoPlace(place=place) from error
    return _("An icon named Notes is on your desktop.")


def windows_link(command: list[str], place: Path) -> str:
    """Return the PowerShell that makes the link in *place*."""
    program, *rest = command
    words = subprocess.list2cmdline(rest)
    return "\n".join(
        [
            "$ErrorActionPreference = 'Stop'",
            "$shell = New-Object -ComObject WScript.Shell",
            f"$link = $shell.CreateShortcut({in_powershell(str(place))})",
            f"$link.TargetPath = {in_powershell(program)}",
            f"$link.Arguments = {in_powershell(words)}",
            "$link.WindowStyle = 7  # its window is kept small",
            '$link.IconLocation = "$env:SystemRoot\\notepad.exe,0"',
            "$link.Save()",
            "",
        ]
    )


def in_powershell(text: str) -> str:
    """Return *text* as PowerShell's own plain string."""
    return "'" + re.sub("(['‘’‚‛])", r"\1\1", text) + "'"  # it takes all for quotes
