"""What one message can be."""

from __future__ import annotations

import unicodedata

from hearthside.ground.errors import NothingToRead, TooLong

LONGEST = 20_000
"""Characters in one message (chosen: some ten pages)."""


def refuse_unfit(text: str) -> None:
    """Return where *text* can be taken as a message.

    Raises:
        NothingToRead: nothing in it is a letter, a number or a sign.
        TooLong: it has more than ``LONGEST`` characters.
    """
    refuse_long(text)
    if says_nothing(text):
        raise NothingToRead


def says_nothing(text: str) -> bool:
    """Return whether nothing in *text* is a letter, a number or a sign."""
    return all(unicodedata.category(character)[0] in "ZC" for character in text)


def refuse_long(text: str) -> None:
    """Return where *text* is no longer than one message can be.

    Raises:
        TooLong: it has more than ``LONGEST`` characters.
    """
    if len(text) > LONGEST:
        raise TooLong(length=len(text), most=LONGEST)
