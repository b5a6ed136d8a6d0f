"""The command: ``hearthside`` serves a home, ``hearthside read`` reads words.

What is heavy (the server, the page's framework) is imported only when it is
wanted, so that reading in a terminal starts at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hearthside.cli import keeping, reading, shortcut
from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import HearthsideError

COMMANDLINE = click.core.ParameterSource.COMMANDLINE


@click.group(
    invoke_without_command=True,
    help=_("Open Hearthside, a place of return, in the browser on this computer."),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help=_("The port to listen on. Without it, a free one is found."),
)
@click.option("--no-browser", is_flag=True, help=_("Print the address; open nothing."))
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    envvar="HEARTHSIDE_HOME",
    help=_("The folder that is the home."),
)
@click.option(
    "--example",
    is_flag=True,
    help=_("Open an invented person’s year instead, gone when you close it."),
)
@click.option("--opened-by", hidden=True, default="", help="The page it goes back to.")
@click.version_option(package_name="hearthside")
@click.pass_context
def app(
    context: click.Context,
    *,
    port: int,
    no_browser: bool,
    home: Path | None,
    example: bool,
    opened_by: str,
) -> None:
    """Serve a home, unless another command is named."""
    if context.invoked_subcommand is not None:
        return
    if example and context.get_parameter_source("home") is COMMANDLINE:
        raise click.BadOptionUsage(
            "--example", _("--example has a home of its own: leave --home away.")
        )
    from hearthside.cli import example as examples  # noqa: PLC0415 - slow to start
    from hearthside.cli import serving  # noqa: PLC0415

    try:
        if example:
            examples.serve(port=port, with_browser=not no_browser, opened_by=opened_by)
        else:
            serving.serve(folder=home, port=port, with_browser=not no_browser)
    except HearthsideError as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)


app.add_command(reading.read_words, "read")
app.add_command(keeping.keep, "keep")
app.add_command(shortcut.shortcut, "shortcut")
