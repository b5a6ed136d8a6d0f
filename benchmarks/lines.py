"""The lines that readings are measured on, and which of them stay unseen."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NATURAL = Path(
    os.environ.get("HEARTHSIDE_NATURAL", HERE.parents[1] / "shared" / "natural")
)
"""Where the natural lines lie; never in this tree."""


@dataclass(frozen=True)
class Line:
    """A line read by the guide: its text, and the moves a reader found in it."""

    key: str
    text: str
    before: str
    moves: frozenset[str]
    source: str

    @property
    def is_held_back(self) -> bool:
        """Return whether the line is of the fifth no rule's author looks at."""
        return int(hashlib.sha256(self.key.encode()).hexdigest()[:8], 16) % 5 == 0


def blind() -> list[Line]:
    """Return the lines written before any pattern, without sight of the rules."""
    return [
        Line(
            one["id"],
            one["text"],
            one["before"],
            frozenset(mark["move"] for mark in one["marks"]),
            "blind",
        )
        for one in _records(HERE / "blind" / "lines.jsonl")
    ]


def danger() -> list[tuple[str, bool]]:
    """Return lines written without sight of the danger rules, and what they are."""
    return [
        (one["text"], one["danger"])
        for one in _records(HERE / "blind" / "danger.jsonl")
    ]


def natural() -> list[Line]:
    """Return the marked natural lines; empty where their folder isn't there.

    Each was read once, by a language model following the marking guide.
    """
    if not NATURAL.is_dir():
        return []
    marks = {
        one["key"]: frozenset(mark["move"] for mark in one["marks"])
        for round_ in sorted((NATURAL / "marks").glob("*.jsonl"))
        for one in _records(round_)
    }
    return [
        Line(one["key"], one["text"], one["before"], marks[one["key"]], one["source"])
        for source in sorted(NATURAL.glob("*.jsonl.gz"))
        for one in _records(source)
        if one["key"] in marks
    ]


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            yield json.loads(line)
