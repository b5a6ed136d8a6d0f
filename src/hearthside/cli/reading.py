"""``hearthside read``: a message, a draft, or a stream of them, in the terminal."""

from __future__ import annotations

import errno
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from hearthside.cli import stream
from hearthside.ground.errors import (
    HearthsideError,
    NothingToRead,
    UnreadableInput,
)
from hearthside.ground.messages import refuse_long, refuse_unfit
from hearthside.words import PURPOSES, Purpose, ask, read
from hearthside.words.landing import LANDED
from hearthside.words.reading import whose_danger


class NotWritten(HearthsideError):
    """What was read can't be written where the output goes."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"The reading could not be written out: {why}.")


@click.command()
@click.argument("text", required=False)
@click.option("--before", metavar="TEXT", help="The message that it answers.")
@click.option("--draft", is_flag=True, help="Words you may send: questions, no marks.")
@click.option(
    "--for",
    "purpose",
    type=click.Choice([purpose.value for purpose in Purpose]),
    help="With --draft: what the words are for.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.option(
    "--jsonl",
    "as_stream",
    is_flag=True,
    help='Read {"id", "text", "before"} a line from standard input, and print a'
    " reading a line, in order. Ends with 1 where a line could not be read.",
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
    """Read what words turn toward, and what they turn from.

    With no TEXT the words are asked for, so that they stay out of the shell's
    history; - reads standard input.
    """
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
        click.echo(str(NotWritten(why=error.strerror or "no reason given")), err=True)
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
            "--jsonl takes its words from standard input, and no marks are"
            " left out of it: leave TEXT, --before and --draft away.",
        )
    if purpose and not draft:
        raise click.BadOptionUsage("--for", "--for goes with --draft.")


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
        "Paste or type the words. Two empty lines, or Ctrl-D, end them.", err=True
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
    if whose := whose_danger(words, before):
        showing.danger(whose)
    landed = None
    if _at_a_terminal():
        showing.alone(words)
        landed = _chosen("How did it land in you?", list(LANDED.values()), or_skip=True)
        if not _chosen(
            "Enough for now, or on?", ["What these words turn toward"], or_skip=True
        ):
            return
    showing.received(reading, landed)


def _read_draft(words: str, named: str | None, *, as_json: bool) -> None:
    from hearthside.cli import showing  # noqa: PLC0415 - rich is slow to start

    may_be_danger = read(words).danger
    if may_be_danger and not as_json:
        showing.danger("mine")
    purpose = Purpose(named) if named else _purpose_asked_for(as_json=as_json)
    questions = ask(words, purpose)
    if as_json:
        asked = [asdict(question) for question in questions]
        click.echo(
            json.dumps({"text": words, "questions": asked, "danger": may_be_danger})
        )
        return
    showing.draft(questions, purpose)


def _purpose_asked_for(*, as_json: bool) -> Purpose:
    if as_json or not _at_a_terminal():
        raise click.BadOptionUsage(
            "--for", f"Say what the words are for, with --for: {', '.join(Purpose)}."
        )
    chosen = _chosen("What are these words for?", list(PURPOSES.values()))
    return next(purpose for purpose, label in PURPOSES.items() if label == chosen)


def _chosen(question: str, choices: list[str], *, or_skip: bool = False) -> str | None:
    """Return what is chosen by its number, None where it is skipped."""
    click.echo(f"\n{question}")
    for number, choice in enumerate(choices, start=1):
        click.echo(f"  {number}  {choice}")
    hint = "A number, or Enter to skip: " if or_skip else "A number: "
    while True:
        click.echo(hint, nl=False)
        answer = sys.stdin.readline()
        if or_skip and not answer.strip():
            return None
        if answer.strip().isdecimal() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]
        if not answer:
            sys.exit(1)
