"""Reading one message: what its words turn toward, and what they turn from."""

from __future__ import annotations

from hearthside.words.moves import FAMILIES, GROUPS, MOVES, Family, Group, Move
from hearthside.words.questions import PURPOSES, Purpose, Question, ask
from hearthside.words.reading import Mark, Reading, read

__all__ = [
    "FAMILIES",
    "GROUPS",
    "MOVES",
    "PURPOSES",
    "Family",
    "Group",
    "Mark",
    "Move",
    "Purpose",
    "Question",
    "Reading",
    "ask",
    "read",
]
