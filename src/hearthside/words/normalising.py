"""The door: text as people type it becomes words a rule can hear.

Done once a message. Every word heard keeps its place in the text as given, so
that a span found here leads back to exactly the letters the person wrote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from itertools import pairwise
from string import ascii_lowercase

from hearthside.ground.spans import Span
from hearthside.words.anchors import EDGE
from hearthside.words.rulebook import parsed

# A word, or any single sign; a hyphen only where it stands between words.
_TOKEN = re.compile(
    r"[^\W_]+(?:'[^\W_]+)*|[^\w\s-]|[\n\r\u2028\u2029]|(?<=\s)-(?=\s)|--|(?<=\w)-(?=\s)"
)
_DOTS = re.compile(r"\.\.+")  # a pause
QUOTES = '"“”«»„'
_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))
_PAUSES = (*"…,;:()[]/|–—-", "--", *QUOTES)
_ENDS = ".!\n\r\u2028\u2029。！"
_ASKS = "?؟？"
LONGEST_HEARD = 400
"""Characters of one sentence that are heard together (chosen: some eighty words)."""
_APOSTROPHES = str.maketrans("’ʼ´`", "''''")
_STRETCHED = re.compile(r"([^\W\d_])\1\1+")

_CONTRACTED = {
    "n't": " not",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'d": " would",
    "'m": " am",
}
LAUGHTER = frozenset(
    "lol lmao lmfao rofl haha hahaha hahah hehe hehehe jk lolol xd"
    " 😂 🤣 😆 😹 😜 😝 🤪".split()
)


@cache
def spellings() -> dict[str, str]:
    """Return how people type a word, to how the rules hear it, signs too."""
    table = parsed((files("hearthside.words") / "spellings.toml").read_text("utf-8"))
    words = {typed: heard for heard, forms in table.items() for typed in forms}
    ends = dict.fromkeys(_ENDS, "\n") | dict.fromkeys(_ASKS, "?\n")
    return words | dict.fromkeys(_PAUSES, ",") | ends


def lowered(text: str) -> str:
    """Return *text* in lower case with plain apostrophes, letter for letter.

    A letter whose lower case is two letters long stays as it is, so that every
    place in the result is the same place in *text*.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low if low.isascii() else low.translate(_APOSTROPHES)


def heard(typed: str) -> str:
    """Return the word or words the rules hear for one *typed* word.

    >>> heard("I’m"), heard("wasnt"), heard("sorryyyy"), heard("feeeel")
    ('i am', 'was not', 'sorry', 'feel')
    """
    word = lowered(typed)
    known = spellings()
    if word in known:
        return known[word]
    if "'" in word:
        stem, tail = word[: word.rindex("'")], word[word.rindex("'") :]
        if stem.endswith("n") and tail == "'t":
            stem, tail = stem[:-1], "n't"
        if tail in _CONTRACTED and stem:
            return known.get(stem, stem) + _CONTRACTED[tail]
        return word
    if word.isalpha() and _STRETCHED.search(word):
        single = _STRETCHED.sub(r"\1", word)
        double = _STRETCHED.sub(r"\1\1", word)
        if (
            single not in known
            and single not in _PLAIN
            and (double in known or double in _PLAIN)
        ):
            return known.get(double, double)
        return known.get(single, single)
    return word


# Words that people stretch, with a doubled letter or without: what decides that
# "feeeel" is "feel" and "soooo" is "so".
_PLAIN = frozenset(
    "so no oh ah me you sorry please hey love really never always feel need seen been"
    " too cool good look keep sleep free agree week miss kiss call all tell well will"
    " still full off stuff hurry happy silly stupid shut mad sad bad hell annoyed"
    " stop up why what wow omg yes nah hate go bye hi hello damn long wrong"
    " fine".split()
)


class Words:
    """A text as the rules hear it: its sentences, a line each.

    ``heard`` is lower-case words. Each stands behind one space, the first of a
    sentence behind a new line. A comma behind a word is a pause, a question mark
    ends a sentence that asks. Where a word stands in the text as given is worked
    out only when a rule has heard something.
    """

    __slots__ = (
        "_laid",
        "_low",
        "_pieces",
        "_quotes",
        "_tokens",
        "calls",
        "heard",
        "words",
    )

    def __init__(self, text: str) -> None:
        low = lowered(text)
        quotes = quotes_in(low)
        if quotes == 2 and _is_pasted_in_quotes(low):  # noqa: PLR2004 - a pair
            low, quotes = low.translate(_NO_QUOTES), 0
        if ".." in low:
            low = _DOTS.sub(lambda dots: "…".ljust(len(dots[0])), low)
        self._tokens: list[str] = _TOKEN.findall(low)
        self._pieces = _pieces(low, self._tokens)
        heard = " ".join(self._pieces)
        if "\n" in heard:
            heard = _LINES.sub(_new_line, heard)
        heard = heard.replace(" ,", ",")
        if ",," in heard:
            heard = _COMMAS.sub(",", heard)
        heard = "\n" + heard.lstrip("?\n, ").rstrip("\n, ")
        if len(heard) > LONGEST_HEARD:
            heard = _LONG_LINE.sub(r"\1\n", heard)
        self.heard = heard
        bare = heard.replace(",", "").replace("?", "").replace("\n", f" {EDGE} ")
        in_order = bare.split()
        self.words = set(in_order)
        self.words.discard(EDGE)
        in_order.append(EDGE)
        self.calls = self.words.union(map("_".join, pairwise(in_order)))
        self._low = low
        self._quotes = quotes
        self._laid: tuple[list[int], list[tuple[int, int]]] | None = None

    def place(self, start: int, end: int) -> Span:
        """Return where ``heard[start:end]`` stands in the text as given."""
        begins, places = self._places()
        while self.heard[start] in "\n, ":
            start += 1
        first = places[bisect_right(begins, start) - 1]
        last = places[bisect_right(begins, end - 1) - 1]
        return Span(first[0], last[1])

    def is_quoted(self, at: int) -> bool:
        """Return whether the word at ``heard[at]`` stands in quotation marks."""
        if not self._quotes:
            return False
        start = self.place(at, at + 1).start
        return (
            quotes_in(self._low[self._low.rfind("\n", 0, start) + 1 : start]) % 2 == 1
        )

    def _places(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Return where each word begins in ``heard``, and its place in the text."""
        if self._laid is None:
            begins, places, at, there = [], [], 0, 0
            for token, piece in zip(self._tokens, self._pieces, strict=True):
                there = self._low.index(token, there)
                if piece[-1] not in ",\n":
                    at = self.heard.index(piece, at)
                    begins.append(at)
                    places.append((there, there + len(token)))
                    at += len(piece)
                there += len(token)
            self._laid = begins, places
        return self._laid


_LINES = re.compile(r"[ ,]*\??\n[ ,?\n]*")
_COMMAS = re.compile(r",+")
_LONG_LINE = re.compile(rf"([^\n]{{{LONGEST_HEARD - 50},{LONGEST_HEARD}}}) ")


def _new_line(ends: re.Match[str]) -> str:
    return "?\n" if "?" in ends[0] else "\n"


def _is_pasted_in_quotes(low: str) -> bool:
    """Return whether quotation marks stand around the whole, and quote nobody."""
    bare = low.strip()
    return bare[0] in QUOTES and bare[-1] in QUOTES


def quotes_in(text: str) -> int:
    """Return how many quotation marks *text* has."""
    if text.isascii():
        return text.count('"')
    return sum(map(text.count, QUOTES))


_THREE_ALIKE = tuple(letter * 3 for letter in ascii_lowercase)


def _is_stretched(low: str) -> bool:
    """Return whether a letter stands three times in a row; quick in plain English."""
    if low.isascii():
        return any(map(low.__contains__, _THREE_ALIKE))
    return _STRETCHED.search(low) is not None


# What follows an "ill" typed for "I'll", and what comes before one that is sick.
_WILL = frozenset(
    "tell send post call text make take be do try never always leave kill hurt come go"
    " get give let show see find stop keep have put pay block report".split()
)
_SICK = frozenset(
    "am im i'm is was are were be been being feel feeling feels felt get gets"
    " getting got fall falls fell falling become became so very really seriously"
    " mentally not still too quite look looks looking he's hes she's shes they're"
    " theyre you're youre ure it's its who's sick or".split()
)


def _ill(before: str, word: str, after: str) -> str:
    """Return "I'll" for an "ill" that stands for it, and any other word as it is."""
    stands_for_it = word == "ill" and after in _WILL and before not in _SICK
    return "i'll" if stands_for_it else word


def _pieces(low: str, tokens: list[str]) -> list[str]:
    known = spellings()
    if "ill" in tokens:
        tokens = [
            _ill(*three)
            for three in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)
        ]
    if _is_stretched(low):
        return [known.get(token) or heard(token) for token in tokens]
    if "'" in low:
        return [
            known.get(token) or (heard(token) if "'" in token else token)
            for token in tokens
        ]
    return [known.get(token, token) for token in tokens]
