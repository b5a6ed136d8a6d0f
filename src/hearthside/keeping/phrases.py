"""What a person remembers or writes down: a passphrase, and recovery words."""

from __future__ import annotations

import re
import secrets
from functools import cache
from unicodedata import normalize

from mnemonic import Mnemonic

from hearthside.ground.errors import (
    EmptyPassphrase,
    NotAWord,
    UnreadableInput,
    WordsDontFit,
    WordsMissing,
)

WORDS = 24  # recovery words: 256 random bits and 8 that check them (BIP 39)
WORDS_SUGGESTED = 6  # of some 1,990, drawn evenly: 65 bits
UNKIND = frozenset(
    "abandon abuse accident afraid anger angry anxiety assault attack blame bleak blood"
    " bomb bullet cage cancel cheat crash crime cruel crush damage danger death deny"
    " destroy die divorce doctor evil exclude fatal fault fear fever fight fragile"
    " guilt gun harsh hospital hurt ignore injury insane jealous kill knife lonely mad"
    " mistake pain panic poverty prison problem punch reject rifle sad scare shock sick"
    " sting stumble suffer ugly unhappy useless victim violence war weapon worry wreck"
    " wrong".split()
)
"""Words nobody needs to meet in that hour: never suggested, but fit to be chosen."""
SHORT = 15  # characters; the least for a passphrase alone, NIST SP 800-63B-4, 3.1.1.2


@cache
def _list() -> Mnemonic:
    return Mnemonic("english")


def new_words() -> str:
    """Return 24 new recovery words, with a space between them."""
    return _list().generate(strength=256)


def suggested_passphrase() -> str:
    """Return six words drawn by chance, with a space between them (65 bits)."""
    kind = [word for word in _list().wordlist if word not in UNKIND]
    return " ".join(secrets.choice(kind) for _ in range(WORDS_SUGGESTED))


def is_short(passphrase: str) -> bool:
    """Return whether *passphrase* has fewer than 15 characters. It is taken anyway."""
    return len(normalize("NFKC", passphrase).strip()) < SHORT


def passphrase_as_kept(passphrase: str) -> str:
    """Return *passphrase* as every keyboard gives it: NFKC, no space around it.

    Raises:
        EmptyPassphrase: nothing is left.
        UnreadableInput: it holds half a character, from a broken terminal.
    """
    kept = normalize("NFKC", passphrase).strip()
    if not kept:
        raise EmptyPassphrase
    try:
        kept.encode()
    except UnicodeEncodeError:
        # The error itself holds the passphrase: it is let go.
        raise UnreadableInput(where="The passphrase") from None
    return kept


def entropy_of(words: str) -> bytes:
    """Return the 32 bytes that recovery *words* stand for.

    Case doesn't matter, nor does what stands between the words (spaces, lines,
    numbers, commas).

    Raises:
        WordsMissing: they aren't 24.
        NotAWord: one isn't in the list; it says which place, not the word.
        WordsDontFit: their last bits don't check the others.
    """
    found = re.findall(r"[^\W\d_]+", normalize("NFKC", words).lower())
    if len(found) != WORDS:
        raise WordsMissing(found=len(found), needed=WORDS)
    for place, word in enumerate(found, start=1):
        if word not in _list().wordlist:
            raise NotAWord(place=place)
    if not _list().check(" ".join(found)):
        raise WordsDontFit
    return bytes(_list().to_entropy(found))
