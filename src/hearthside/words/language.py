"""Which language a text is in, decided only where there is enough of it."""

from __future__ import annotations

from functools import cache
from typing import Any

LEAST_LETTERS = 40
"""Letters below which nothing is decided (chosen: short lines mislead identifiers)."""

# Words that stand in nearly every English sentence and in few others.
_ENGLISH = frozenset(
    "the you and that i my your it not have with for this what but know are of to"
    " they he she his her their would will can could did does when how why who if"
    " because about there from just like been were has had them him than then at"
    " be by or an as out up get got go going think want never really sorry".split()
)
_ENOUGH = 0.3
"""The share of such words that settles it (chosen; see benchmarks/language.py)."""


def language_of(typed: int, words: list[str], text: str) -> str | None:
    """Return an ISO 639-1 code, or None where there is too little to decide.

    *typed* is how many letters the words have, *words* the words as heard.
    English is settled by its own small words; an identifier is asked only where
    these leave a doubt.
    """
    if typed < LEAST_LETTERS:
        return None
    english = sum(word in _ENGLISH for word in words)
    if english >= _ENOUGH * len(words):
        return "en"
    code, _ = _identifier().classify(text)
    return str(code)


@cache
def _identifier() -> Any:
    """Return the identifier, loaded when first needed; it reads one local file."""
    import py3langid  # noqa: PLC0415 - numpy is slow to start

    return py3langid
