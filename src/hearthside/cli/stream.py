"""A stream of messages: a JSON object a line comes in, a reading a line goes out."""

from __future__ import annotations

import json
from typing import IO, Any

from hearthside.ground.errors import HearthsideError, UnreadableLine
from hearthside.ground.messages import refuse_long, refuse_unfit
from hearthside.words import read


def answer_each(lines: IO[bytes], out: IO[str]) -> int:
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
    refuse_long(record.get("before") or "")
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
    id_ = record.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int | None):
        raise refuse('an "id" that is a string or a whole number')
    return record
