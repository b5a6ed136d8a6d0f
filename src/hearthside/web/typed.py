"""What a form brings: words as someone typed them, or the trouble with them."""

from __future__ import annotations

from django.http import HttpRequest

from hearthside.ground.messages import LONGEST, says_nothing

MOST_DIGITS = 9  # of a number that our own pages send (chosen)
# What no page can show: a browser puts the same sign in its place.
_UNSHOWN = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")


def typed(request: HttpRequest, name: str) -> str:
    """Return what was typed into the field *name*, as it was typed."""
    text = request.POST.get(name, "").replace("\r\n", "\n")
    return text.translate(_UNSHOWN)


def number_in(said: str, otherwise: int) -> int:
    """Return the whole number that *said* is, or *otherwise* where it is none.

    >>> number_in("12", 0), number_in("-1", 0), number_in("x", 7)
    (12, 0, 7)
    """
    is_one = said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS
    return int(said) if is_one else otherwise


def trouble_with(words: str, *others: str) -> str:
    r"""Return why *words* can't be taken: empty, long, or an empty string.

    >>> trouble_with(" \n")
    'empty'
    """
    if says_nothing(words):
        return "empty"
    return "long" if max(map(len, (words, *others))) > LONGEST else ""
