"""``hearthside read``: a message, a draft, or a stream of them, in the terminal."""

from __future__ import annotations

import errno
import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import click

from hearthside.cli import stream
from hearthside.cli.speaking import gettext as _
from hearthside.ground.errors import (
    HearthsideError,
    NothingToRead,
    UnreadableInput,
)
from hearthside.ground.messages import refuse_long, refuse_unfit
from hearthside.ground.translating import gettext_noop
from hearthside.words import PURPOSES, Purpose, read
from hearthside.words.landing import LANDED
from hearthside.words.questions import ask_of
from hearthside.words.reading import whose_danger


class NotWritten(HearthsideError):
    """What was read can't be written where the output goes."""

    def __init__(self, *, why: str) -> None:
        super().__init__(
            _("The reading could not be written out: {why}.").format(why=why)
        )


@click.command(
    help=_(
        "Read what words turn toward, and what they turn from.\n\nWith no TEXT the"
        " words are asked for, so that they stay out of the shell’s history; - reads"
        " standard input."
    )
)
@click.argument("text", required=False)
@click.option("--before", metavar="TEXT", help=_("The message that it answers."))
@click.option(
    "--draft", is_flag=True, help=_("Words you may send: questions, no marks.")
)
@click.option(
    "--for",
    "purpose",
    type=click.Choice([purpose.value for purpose in Purpose]),
    help=_("With --draft: what the words are for."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print the reading as JSON."))
@click.option(
    "--jsonl",
    "as_stream",
    is_flag=True,
    help=_(
        'Read {"id", "text", "before"} a line from standard input, and print a'
        " reading a line, in order. Ends with 1 where a line could not be read."
    ),
)
def read_words(
    text: str | None,
    *,
    before: str | None,
    draft: bool,
    purpose: str | None,
    as_json: bool,
    as_stream: bool,
) -> None:
    """Answer one call of the command; its help says how it is called."""
    _refuse_mixed(text, before, purpose, draft=draft, as_stream=as_stream)
    _show_a_sign_for_what_has_no_letter()
    try:
        if as_stream:
            sys.exit(stream.answer_each(_standard_input().buffer, sys.stdout))
        words = _given(text)
        refuse_unfit(words)
        refuse_long(before or "")
        if draft:
            _read_draft(words, purpose, as_json=as_json)
        elif as_json:
            click.echo(json.dumps(read(words, before).as_dict()))
        else:
            _show_received(words, before)
    except HearthsideError as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read along has enough
            raise
        why = error.strerror or _("no reason given")
        click.echo(str(NotWritten(why=why)), err=True)
        sys.exit(1)


def _refuse_mixed(
    text: str | None,
    before: str | None,
    purpose: str | None,
    *,
    draft: bool,
    as_stream: bool,
) -> None:
    """Refuse options of which one would be left unheard."""
    if as_stream and (draft or text is not None or before is not None):
        raise click.BadOptionUsage(
            "--jsonl",
            _(
                "--jsonl takes its words from standard input, and no marks are"
                " left out of it: leave TEXT, --before and --draft away."
            ),
        )
    if purpose and not draft:
        raise click.BadOptionUsage("--for", _("--for goes with --draft."))


def _show_a_sign_for_what_has_no_letter() -> None:
    """Let a terminal without curly quotes show a sign in their place."""
    for way in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(way, io.TextIOWrapper):
            way.reconfigure(errors="replace")


def _standard_input() -> Any:
    """Return standard input; a program can be started without one."""
    if sys.stdin is None:
        raise NothingToRead
    return sys.stdin


def _at_a_terminal() -> bool:
    """Return whether someone can be asked, and sees that they are."""
    return all(way is not None and way.isatty() for way in (sys.stdin, sys.stdout))


def _given(text: str | None) -> str:
    """Return the words of the call, of standard input, or as they are asked for."""
    if text is not None and text != "-":
        return text
    if text is None and _standard_input().isatty():
        return "\n".join(_typed_lines())
    try:
        return str(_standard_input().buffer.read(), "utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableInput(where="What came in") from error


def _typed_lines() -> Iterator[str]:
    """Yield lines as they are typed, up to Ctrl-D or two empty ones."""
    click.echo(
        _("Paste or type the words. Two empty lines, or Ctrl-D, end them."), err=True
    )
    empty = 0
    for line in sys.stdin:
        empty = 0 if line.strip() else empty + 1
        if empty > 1:
            return
        yield line.rstrip("\n")


def _show_received(words: str, before: str | None) -> None:
    from hearthside.cli import showing  # noqa: PLC0415 - rich is slow to start

    reading = read(words, before)
    if whose := whose_danger(reading):
        showing.danger(whose)
        if _it_is_not_that():
            reading = read(words, before, heed_danger=False)
    landed = None
    if _at_a_terminal():
        showing.alone(words)
        skip = _("A number, or Enter to skip: ")
        landed = _chosen(_("How did it land in you?"), LANDED.values(), or_enter=skip)
        on = [gettext_noop("What these words turn toward")]
        if not _chosen(_("Enough for now, or on?"), on, or_enter=skip):
            return
    showing.received(reading, landed)


def _read_draft(words: str, named: str | None, *, as_json: bool) -> None:
    from hearthside.cli import showing  # noqa: PLC0415 - rich is slow to start

    reading = read(words)
    if reading.danger and not as_json:
        showing.danger("mine")
        if _it_is_not_that():
            reading = read(words, heed_danger=False)
    purpose = Purpose(named) if named else _purpose_asked_for(as_json=as_json)
    questions = ask_of(reading, purpose)
    if as_json:
        asked = [asdict(question) for question in questions]
        click.echo(
            json.dumps({"text": words, "questions": asked, "danger": reading.danger})
        )
        return
    showing.draft(questions, purpose)


def _it_is_not_that() -> bool:
    """Return whether someone says that the words aren't about dying."""
    return _at_a_terminal() and bool(
        _chosen(
            _("You can go on from here."),
            [gettext_noop("It isn’t that")],
            or_enter=_("A number, or Enter to go on: "),
        )
    )


def _purpose_asked_for(*, as_json: bool) -> Purpose:
    if as_json or not _at_a_terminal():
        raise click.BadOptionUsage(
            "--for",
            _("Say what the words are for, with --for: {purposes}.").format(
                purposes=", ".join(Purpose)
            ),
        )
    chosen = _chosen(_("What are these words for?"), PURPOSES.values())
    return next(purpose for purpose, label in PURPOSES.items() if label == chosen)


def _chosen(question: str, choices: Iterable[str], *, or_enter: str = "") -> str | None:
    """Return which of *choices* is chosen by its number, as it is before translation.

    With a hint *or_enter* it may be left open: None is returned then.
    """
    known = list(choices)
    click.echo(f"\n{question}")
    for number, choice in enumerate(known, start=1):
        click.echo(f"  {number}  {_(choice)}")
    while True:
        click.echo(or_enter or _("A number: "), nl=False)
        answer = sys.stdin.readline()
        if or_enter and not answer.strip():
            return None
        if answer.strip().isdecimal() and 1 <= int(answer) <= len(known):
            return known[int(answer) - 1]
        if not answer:
            sys.exit(1)
