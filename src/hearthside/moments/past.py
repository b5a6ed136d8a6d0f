"""One's own past, brought in as moments to be sorted later.

Three forms: a folder of Markdown; Day One's JSON (``{"entries": [{"creationDate",
"timeZone", "text", ...}]}``, dates in UTC; read from exports in
github.com/zizyzhang/zizy-blog, debug/import-dayone.js, and
github.com/gokuvinoth/Cairns, app.js); and jrnl's JSON (``{"entries": [{"date",
"time", "title", "body", ...}]}``, local times; written by github.com/jrnl-org/jrnl,
jrnl/plugins/json_exporter.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from hearthside.ground.errors import UnreadableImport

from .moment import Moment

NOON = time(12)
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
FIELD = re.compile(r"""^(date|title):[ \t]*["']?(.*?)["']?[ \t]*\r?$""", re.M | re.I)
DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
PICTURE = re.compile(r"!\[[^\]]*\]\(dayone-\w+:[^)]*\)\n?")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A mark with a backslash before it: Day One's own, not the person's
(https://spec.commonmark.org/0.31.2/#backslash-escapes)."""


class Past(NamedTuple):
    """What could be read, beside what couldn't."""

    moments: tuple[Moment, ...]
    unread: tuple[UnreadableImport, ...]


def from_markdown(files: Mapping[str, bytes], *, now: datetime) -> Past:
    """Return a moment for each Markdown file of a folder.

    Its day is the ``date:`` of its front matter, or else a day like 2025-03-01 in
    its name; where there is neither, it was written down *now* and has no day. Its
    words are all that follows the front matter, as they stand.

    Args:
        files: their content by name; a name may have folders in it.
        now: the time, in the person's own zone; times without a zone are in it.
    """
    read: list[Moment] = []
    unread: list[UnreadableImport] = []
    for name, content in sorted(files.items()):
        try:
            read.append(from_page(name, content, now=now))
        except UnreadableImport as error:
            unread.append(error)
    return Past(tuple(read), tuple(unread))


def from_json(content: bytes, *, file: str, now: datetime) -> Past:
    """Return a moment for each entry of a Day One or jrnl export.

    Words stay as they were written. From Day One's, links to pictures are left
    out, and backslashes it puts before marks; its days are in each entry's zone.

    Args:
        content: the JSON file.
        file: its name, for what couldn't be read.
        now: the time, in the person's own zone; jrnl's times are in it.
    """
    try:
        entries = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))["entries"]
    except (ValueError, LookupError, TypeError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        needed = "to be a JSON export of Day One or jrnl"
        return Past((), (UnreadableImport(file=file, place="", needed=needed),))
    read: list[Moment] = []
    unread: list[UnreadableImport] = []
    for number, entry in enumerate(entries, start=1):
        try:
            read.append(from_entry(entry, now=now))
        except (LookupError, TypeError, ValueError, OverflowError):
            needed = "a date and words"
            place = f"entry {number}"
            unread.append(UnreadableImport(file=file, place=place, needed=needed))
    return Past(tuple(read), tuple(unread))


def from_page(name: str, content: bytes, *, now: datetime) -> Moment:
    """Return the moment in one Markdown file.

    Raises:
        UnreadableImport: it isn't UTF-8, or has no words.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableImport(
            file=name, place=f"line {line}", needed="to be UTF-8 text"
        ) from None
    front = FRONT_MATTER.match(text)
    fields = {
        key.lower(): value for key, value in FIELD.findall(front[1] if front else "")
    }
    words = text[front.end() :].lstrip("\r\n") if front else text
    if not words.strip():
        raise UnreadableImport(file=name, place="", needed="words")
    at = read_time(fields.get("date", ""), now) or day_in(name, now)
    return brought(
        words, at=at or now, happened=at and at.date(), title=fields.get("title", "")
    )


def from_entry(entry: Any, *, now: datetime) -> Moment:
    """Return the moment in one entry of Day One or jrnl; raises if it has none."""
    if "creationDate" in entry:
        at = datetime.fromisoformat(entry["creationDate"])
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        zone = entry.get("timeZone")
        local = at.astimezone(ZoneInfo(zone)) if zone else at
        words = ESCAPED.sub(r"\1", PICTURE.sub("", entry.get("text", "")))
    else:
        local = datetime.fromisoformat(f"{entry['date']}T{entry['time']}")
        local = local.replace(tzinfo=now.tzinfo)
        words = "\n".join(filter(None, [entry["title"], entry["body"]]))
    if not words.strip():
        raise ValueError
    return brought(words, at=local, happened=local.date())


def brought(
    words: str, *, at: datetime, happened: date | None, title: str = ""
) -> Moment:
    """Return a moment of *words* that nobody has looked at here yet."""
    return Moment(
        at=at.astimezone(UTC), happened=happened, title=title, words=words, to_sort=True
    )


def read_time(text: str, now: datetime) -> datetime | None:
    """Return the time that *text* says, noon where it says a day, None if neither."""
    try:
        if DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), NOON, now.tzinfo)
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=now.tzinfo)


def day_in(name: str, now: datetime) -> datetime | None:
    """Return noon of the day in a file's own name, None where there is none."""
    found = DAY.search(name.rpartition("/")[2])
    return read_time(found[0], now) if found else None
