"""Which language a text is in, decided only where there is enough of it."""

from __future__ import annotations

from functools import cache
from typing import Any

LEAST_LETTERS = 40
"""Letters below which nothing is decided (chosen: short lines mislead identifiers)."""

# Words that stand in most English sentences and in few of other languages.
_ENGLISH = frozenset(
    "the you and that i my your it not have with for this what but know are of to"
    " they he she his her their would will can could did does when how why who if"
    " because about there from just like been were has had them him than then at"
    " be by or an as out up get got go going think want never really sorry only here"
    " some now more one too time yes people much day love thanks being still us make"
    " right well please see very need feel let always into down say should our thing"
    " give even before those made again myself yourself something anything told said"
    " wrong way after back any other always good mean hurt talk please understand"
    " someone everything nothing am".split()
)
_ENOUGH = 0.25
"""The share of such words that settles it (chosen; see benchmarks/language.py)."""


def language_of(text: str, words: set[str]) -> str | None:
    """Return an ISO 639-1 code, or None where there is too little to decide.

    English is settled by its own small words; an identifier is asked only where
    these leave a doubt.
    """
    if len(text) < LEAST_LETTERS or sum(map(str.isalpha, text)) < LEAST_LETTERS:
        return None
    english = len(_ENGLISH & words)
    if english >= _ENOUGH * len(words):
        return "en"
    code, _ = _identifier().classify(text)
    return None if code == _NO_LANGUAGE else str(code)


_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content


@cache
def _identifier() -> Any:
    """Return the identifier, loaded when first needed; it reads one local file."""
    import py3langid  # noqa: PLC0415 - numpy is slow to start

    return py3langid
