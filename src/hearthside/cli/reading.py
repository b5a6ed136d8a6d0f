"""``hearthside read``: a message, a draft, or a stream of them, in the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import IO, Any

import click

from hearthside.ground.errors import (
    HearthsideError,
    UnreadableInput,
    UnreadableLine,
)
from hearthside.ground.messages import refuse_unfit
from hearthside.words import PURPOSES, Purpose, ask, read


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
    if as_stream:
        sys.exit(_stream(sys.stdin.buffer, sys.stdout))
    try:
        words = _given(text)
        refuse_unfit(words)
        if draft:
            _read_draft(words, purpose, as_json=as_json)
        elif as_json:
            click.echo(json.dumps(read(words, before).as_dict()))
        else:
            _show_received(words, before)
    except HearthsideError as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)


def _given(text: str | None) -> str:
    """Return the words of the call, of standard input, or as they are asked for."""
    if text is not None and text != "-":
        return text
    if text is None and sys.stdin.isatty():
        return "\n".join(_typed_lines())
    try:
        return sys.stdin.buffer.read().decode("utf-8")
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
    if reading.danger:
        showing.danger("theirs")
    landed = None
    if sys.stdin.isatty() and sys.stdout.isatty():
        showing.alone(words)
        landed = _chosen("How did it land in you?", showing.LANDED, or_skip=True)
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
    if as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
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


def _stream(lines: IO[bytes], out: IO[str]) -> int:
    """Answer each line with a reading or an error; return the exit status."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = _answer(_record(line, number))
        except HearthsideError as error:
            status = 1
            answer = {"line": number, "error": str(error)}
        print(json.dumps(answer), file=out, flush=True)
    return status


def _answer(record: dict[str, Any]) -> dict[str, Any]:
    refuse_unfit(record["text"])
    return {"id": record.get("id")} | read(
        record["text"], record.get("before")
    ).as_dict()


def _record(line: bytes, number: int) -> dict[str, Any]:
    def refuse(needed: str) -> UnreadableLine:
        return UnreadableLine(line=number, needed=needed)

    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise refuse("one JSON object in UTF-8") from error
    if not isinstance(record, dict):
        raise refuse("one JSON object")
    if not isinstance(record.get("text"), str):
        raise refuse('a "text" that is a string')
    if not isinstance(record.get("before", ""), str | None):
        raise refuse('a "before" that is a string')
    return record
