"""``hearthside keep``: back up, restore, export or forget what one home keeps.

Passphrases are asked for, and never taken as arguments, which other programs and
the shell's history see. The house is called by its name: the faces don't import
each other.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from hearthside.cli import paper
from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import HearthsideError

FILE = click.Path(path_type=Path)
MOST = 64 * 2**20  # bytes of a backup, as in the app


class OpenInTheApp(HearthsideError):
    """The app has the home open, and would not know of a change."""

    def __init__(self) -> None:
        super().__init__(
            _("Hearthside is open in this home: close it first, or do this in the app.")
        )


class Unlike(HearthsideError):
    """A new passphrase was typed two ways."""

    def __init__(self) -> None:
        super().__init__(_("The two passphrases aren’t the same. Start again."))


@click.group(
    help=_(
        "Back up, restore, export or forget what is kept in a home.\n\nPassphrases are"
        " asked for. Where there is no terminal they are read from standard input, one"
        " a line, in the order a terminal would ask for them; a new one once."
    )
)
@click.option("--home", type=FILE, help=_("The folder that is the home."))
@click.pass_context
def keep(context: click.Context, *, home: Path | None) -> None:
    """Note which home is meant, by this or by the command in front."""
    before = context.parent.params.get("home") if context.parent else None
    context.obj = home or before


def said_in_a_sentence(work: Callable[..., None]) -> Callable[..., None]:
    """End *work* with 1 and one sentence where it can't be done."""

    @wraps(work)
    def inner(*args: Any, **named: Any) -> None:
        try:
            work(*args, **named)
        except HearthsideError as refusal:
            click.echo(str(refusal), err=True)
            sys.exit(1)

    return inner


@keep.command(help=_("Write everything kept to one FILE, locked with a passphrase."))
@click.argument("file", type=FILE)
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.pass_obj
@said_in_a_sentence
def backup(home: Path | None, *, file: Path, force: bool) -> None:
    """Make a backup."""
    paper.refuse_to_replace(file, force=force)
    house = _open_to_read(home)
    keeper = house.opened_by(_asked(_("The passphrase of this home")))
    passphrase = _chosen(_("A passphrase for the backup"))
    copy = house.to_back_up(keeper)
    paper.write(file, house.locked(copy, passphrase))
    _say_what_is_left_out(copy.left_out)
    click.echo(_("{file} is written. Recovery words don’t open it.").format(file=file))


@keep.command(
    help=_(
        "Write what may leave, without what stays private.\n\nTO that ends in .age is"
        " one locked file. Any other TO is a new folder of plain pages, which anyone"
        " can read."
    )
)
@click.argument("to", type=FILE)
@click.option("--with-put-away", is_flag=True, help=_("With what was put away."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.pass_obj
@said_in_a_sentence
def export(home: Path | None, *, to: Path, with_put_away: bool, force: bool) -> None:
    """Make an export."""
    is_locked = to.suffix == ".age"
    paper.refuse_to_replace(to, force=force and is_locked)
    house = _open_to_read(home)
    keeper = house.opened_by(_asked(_("The passphrase of this home")))
    passphrase = _chosen(_("A passphrase for the export")) if is_locked else ""
    copy = house.export(keeper, with_put_away=with_put_away)
    if is_locked:
        paper.write(to, house.locked(copy, passphrase))
        said = _("{to} is written. Recovery words don’t open it.")
    else:
        paper.write_folder(to, copy.files)
        said = _("{to} is written. It isn’t locked: anyone who has it can read it.")
    _say_what_is_left_out(copy.left_out)
    click.echo(said.format(to=to))


@keep.command(
    help=_(
        "Bring what is in the backup FILE, and not here, into this home.\n\nWhere"
        " something is in both, the one that was changed more often stays. A home with"
        " nothing in it is given a new passphrase."
    )
)
@click.argument("file", type=FILE)
@click.pass_obj
@said_in_a_sentence
def restore(home: Path | None, *, file: Path) -> None:
    """Restore a backup."""
    data = paper.read(file, most=MOST)
    with _open_to_write(home) as house:
        brought = house.look_into(data, _asked(_("The passphrase of the backup")))
        if house.is_empty():
            new = _chosen(_("A passphrase for this home"))
            came = house.restore_into_a_new_home(new, brought)
        else:
            keeper = house.opened_by(_asked(_("The passphrase of this home")))
            came = house.restore(keeper, brought)
    said = _("Records that came back: {brought}. As they were here: {stayed}.")
    click.echo(said.format(brought=came.brought, stayed=came.stayed))


@keep.command(
    help=_("Forget everything kept in this home, once its passphrase was typed.")
)
@click.pass_obj
@said_in_a_sentence
def forget(home: Path | None) -> None:
    """Forget everything."""
    with _open_to_write(home) as house:
        if house.is_empty():
            click.echo(_("Nothing is kept in this home."))
            return
        click.echo(_("Everything kept here will be gone. There is no copy."), err=True)
        house.opened_by(_asked(_("To go on, the passphrase of this home")))
        house.forget()
    click.echo(
        _(
            "Everything here is forgotten. This can’t reach backups, snapshots of the"
            " disk, old traces on a flash disk, or the browser’s history."
        )
    )


def _open_to_read(folder: Path | None) -> Any:
    from hearthside.cli import home as homes  # noqa: PLC0415 - slow to start
    from hearthside.cli.serving import leave_no_core  # noqa: PLC0415

    leave_no_core()
    home = (folder or homes.usual_home()).expanduser()
    importlib.import_module("hearthside.web.copies.opening").open_to_read(home)
    return importlib.import_module("hearthside.web.copies.terminal")


@contextmanager
def _open_to_write(folder: Path | None) -> Iterator[Any]:
    """Give what works on a home, which nobody else has open meanwhile."""
    from hearthside.cli import home as homes  # noqa: PLC0415 - slow to start
    from hearthside.cli.serving import is_ours, leave_no_core  # noqa: PLC0415

    leave_no_core()
    home = homes.ready(folder or homes.usual_home())
    lock = homes.lock_of(home)
    if not is_ours(lock, home):
        raise OpenInTheApp
    try:
        importlib.import_module("hearthside.web.copies.opening").open_to_write(home)
        yield importlib.import_module("hearthside.web.copies.terminal")
    finally:
        lock.release()


def _asked(what: str) -> str:
    """Return a passphrase, typed unseen at a terminal, or a line of what came in."""
    if sys.stdin is not None and sys.stdin.isatty():
        typed: str = click.prompt(what, hide_input=True, err=True)
        return typed
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""


def _chosen(what: str) -> str:
    """Return a new passphrase; at a terminal it is typed twice."""
    passphrase = _asked(what)
    if sys.stdin is not None and sys.stdin.isatty():
        if _asked(_("The same once more")) != passphrase:
            raise Unlike
        phrases = importlib.import_module("hearthside.keeping.phrases")
        if phrases.is_short(passphrase):
            click.echo(_("That one is short, and a machine could guess it."), err=True)
    return passphrase


def _say_what_is_left_out(count: int) -> None:
    if count:
        said = _("Records that can’t be read, so they aren’t in it: {count}.")
        click.echo(said.format(count=count), err=True)
