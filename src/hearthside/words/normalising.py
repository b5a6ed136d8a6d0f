"""The door: text as people type it becomes words a rule can hear.

Done once a message. Every word heard keeps its place in the text as given, so
that a span found here leads back to exactly the letters the person wrote.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from functools import cache
from importlib.resources import files

from hearthside.ground.spans import Span

# One alternative a kind of token: a word; the end of a sentence; a break inside
# one (three dots and a dash included); a quotation mark; anything else, emoji too.
_TOKEN = re.compile(
    r"""(?P<word>[^\W_]+(?:['’ʼ´`][^\W_]+)*)
      | (?P<pause>\.\.+|…+|[,;:()\[\]/|]+|[-–—]{2,}|[–—]|(?<=\s)-(?=\s))
      | (?P<end>[.!?\n\r\u2028\u2029؟。！？]+)
      | (?P<quote>["“”«»„])
      | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
_APOSTROPHES = str.maketrans("’ʼ´`", "''''")
_STRETCHED = re.compile(r"(.)\1{2,}")

_CONTRACTED = {
    "n't": " not",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'d": " would",
    "'m": " am",
}
LAUGHTER = frozenset(
    "lol lmao lmfao rofl haha hahaha hahah hehe hehehe jk lolol xd 😂 🤣 😆 😹 😜 😝 🤪".split()
)


@cache
def spellings() -> dict[str, str]:
    """Return how people type a word, to how the rules hear it."""
    table = tomllib.loads(
        (files("hearthside.words") / "spellings.toml").read_text("utf-8")
    )
    return {typed: heard for heard, forms in table.items() for typed in forms}


def heard(typed: str) -> str:
    """Return the word or words the rules hear for one *typed* word.

    >>> heard("I’m"), heard("wasnt"), heard("sorryyyy"), heard("feeeel")
    ('i am', 'was not', 'sorry', 'feel')
    """
    word = typed.lower().translate(_APOSTROPHES)
    known = spellings()
    if word in known:
        return known[word]
    if "'" in word:
        stem, tail = word[: word.rindex("'")], word[word.rindex("'") :]
        if stem.endswith("n") and tail == "'t":
            stem, tail = stem[:-1], "n't"
        return stem + _CONTRACTED[tail] if tail in _CONTRACTED and stem else word
    if _STRETCHED.search(word) and word.isalpha():
        single = _STRETCHED.sub(r"\1", word)
        if single not in known and single not in _PLAIN:
            double = _STRETCHED.sub(r"\1\1", word)
            if double in known or double in _PLAIN:
                return known.get(double, double)
        return known.get(single, single)
    return word


# Words with a doubled letter, or none, that people stretch: what decides whether
# "feeeel" is "feel" and "soooo" is "so".
_PLAIN = frozenset(
    "so no oh ah me you sorry please hey love really never always feel need seen been"
    " too cool good look keep sleep free agree week miss kiss call all tell well will"
    " still full off stuff hurry happy silly stupid shut mad sad bad hell annoyed"
    " stop up why what wow omg yes nah hate go bye hi hello damn long wrong fine".split()
)


class Sentence:
    """One sentence as the rules hear it, and where each of its words stands.

    ``heard`` is lower-case words with single spaces; a comma stands for any
    pause. The end mark is gone; ``asks`` tells whether it was a question mark.
    """

    __slots__ = ("_begins", "_ends", "_places", "asks", "heard", "quoted", "words")

    def __init__(
        self, words: list[str], pauses: list[int], places: list[Span],
        quoted: list[bool], *, asks: bool,
    ) -> None:
        parts = []
        begins, ends, at = [], [], 0
        for i, word in enumerate(words):
            begins.append(at)
            at += len(word)
            ends.append(at)
            parts.append(word)
            if i in pauses:
                parts.append(", ")
                at += 2
            else:
                parts.append(" ")
                at += 1
        self.heard = "".join(parts).rstrip(", ")
        self.words = {piece for word in words for piece in word.split(" ")}
        self._begins, self._ends, self._places = begins, ends, places
        self.quoted = quoted if True in quoted else None
        self.asks = asks

    def place(self, start: int, end: int) -> Span:
        """Return where ``heard[start:end]`` stands in the text as given."""
        first = bisect_right(self._begins, start) - 1
        last = max(first, bisect_left(self._ends, end))
        last = min(last, len(self._places) - 1)
        return Span(self._places[first].start, self._places[last].end)

    def is_quoted(self, at: int) -> bool:
        """Return whether the word at ``heard[at]`` stands in quotation marks."""
        return self.quoted is not None and self.quoted[bisect_right(self._begins, at) - 1]

    def laughs(self) -> bool:
        """Return whether a laugh stands in the sentence."""
        return not LAUGHTER.isdisjoint(self.words)


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of *text*, in order; none for a text without words.

    >>> [s.heard for s in sentences("Im so sorryyyy… u were right! wasnt it?")]
    ['i am so sorry, you were right', 'was not it']
    """
    found: list[Sentence] = []
    words: list[str] = []
    pauses: list[int] = []
    places: list[Span] = []
    quoted: list[bool] = []
    inside = False
    known = spellings()
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        typed = token[0]
        if kind == "word":
            words.append(known.get(typed) or heard(typed))
            places.append(Span(*token.span()))
            quoted.append(inside)
        elif kind == "pause":
            if words:
                pauses.append(len(words) - 1)
        elif kind == "end":
            if words:
                found.append(
                    Sentence(words, pauses, places, quoted, asks="?" in typed)
                )
                words, pauses, places, quoted = [], [], [], []
            if "\n" in typed:
                inside = False
        elif kind == "quote":
            inside = not inside
            if words:
                pauses.append(len(words) - 1)
        else:
            words.append(typed)
            places.append(Span(*token.span()))
            quoted.append(inside)
    if words:
        found.append(Sentence(words, pauses, places, quoted, asks=False))
    return found
