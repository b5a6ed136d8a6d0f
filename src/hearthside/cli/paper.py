"""Files someone asked for: whole or not at all, and nobody else's to read."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import HearthsideError, TooBig


class AlreadyThere(HearthsideError):
    """Something has that name already."""

    def __init__(self, *, file: Path) -> None:
        super().__init__(
            _(
                "{file} is there already, and nothing was written. Name another one, or"
                " replace a file with --force."
            ).format(file=file)
        )


class NotWritten(HearthsideError):
    """A file can't be written where it was asked for."""

    def __init__(self, *, file: Path, why: str | None) -> None:
        super().__init__(
            _("{file} can’t be written: {why}. Name another place.").format(
                file=file, why=why or _("no reason given")
            )
        )


class NotFound(HearthsideError):
    """There is no such file, or it can't be read."""

    def __init__(self, *, file: Path, why: str | None) -> None:
        super().__init__(
            _("{file} can’t be read: {why}. Nothing was changed.").format(
                file=file, why=why or _("no reason given")
            )
        )


def refuse_to_replace(file: Path, *, force: bool) -> None:
    """Return where *file* may be written; at a terminal, ask.

    Raises:
        AlreadyThere: it is there, and is to stay.
    """
    if not file.exists() or (force and file.is_file()):
        return
    if file.is_file() and sys.stdin is not None and sys.stdin.isatty():
        question = _("{file} is there already. Replace it?").format(file=file)
        if click.confirm(question, err=True):
            return
    raise AlreadyThere(file=file)


def write(file: Path, content: bytes) -> None:
    """Write *content* to *file*, which holds all of it or isn't there.

    Raises:
        NotWritten: the disk or the folder refused.
    """
    being_written = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        try:
            _write_new(being_written, content)
            being_written.replace(file)
        finally:
            being_written.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritten(file=file, why=error.strerror) from error


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write *files*, by name, into a new *folder*: all of them, or no folder.

    Raises:
        NotWritten: the disk or the folder refused.
    """
    being_written = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    try:
        try:
            being_written.mkdir(mode=0o700, parents=True)
            for name, content in files.items():
                (being_written / name).parent.mkdir(mode=0o700, exist_ok=True)
                _write_new(being_written / name, content)
            being_written.rename(folder)
        finally:
            shutil.rmtree(being_written, ignore_errors=True)
    except OSError as error:
        raise NotWritten(file=folder, why=error.strerror) from error


def read(file: Path, *, most: int) -> bytes:
    """Return what is in *file*.

    Raises:
        NotFound: there is none, or it can't be read.
        TooBig: it has more than *most* bytes.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise NotFound(file=file, why=error.strerror) from error
    if len(data) > most:
        raise TooBig(what="A backup", most=most)
    return data


def _write_new(file: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o600), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
