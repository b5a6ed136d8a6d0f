"""The door: text as people type it becomes words a rule can hear.

Done once a message. Every word heard keeps its place in the text as given, so
that a span found here leads back to exactly the letters the person wrote.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files

from hearthside.ground.spans import Span

# A word, or any single sign; a hyphen only where it stands between words.
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s-]|(?<=\s)-(?=\s)|--|(?<=\w)-(?=\s)")
# A full stop ends a sentence; a run of them is a pause.
_END = re.compile(r"(?<!\.)\.(?!\.)|[!?\n\r\u2028\u2029؟。！？]+")
_QUOTES = "\"“”«»„"
_PAUSES = (*".…,;:()[]/|–—-", "--", *_QUOTES)
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
    "lol lmao lmfao rofl haha hahaha hahah hehe hehehe jk lolol xd"
    " 😂 🤣 😆 😹 😜 😝 🤪".split()
)


@cache
def spellings() -> dict[str, str]:
    """Return how people type a word, to how the rules hear it; a pause is a comma."""
    table = tomllib.loads(
        (files("hearthside.words") / "spellings.toml").read_text("utf-8")
    )
    words = {typed: heard for heard, forms in table.items() for typed in forms}
    return words | dict.fromkeys(_PAUSES, ",")


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
        return stem + _CONTRACTED[tail] if tail in _CONTRACTED and stem else word
    if word.isalpha() and _STRETCHED.search(word):
        single = _STRETCHED.sub(r"\1", word)
        double = _STRETCHED.sub(r"\1\1", word)
        if single not in known and single not in _PLAIN and (
            double in known or double in _PLAIN
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
    " stop up why what wow omg yes nah hate go bye hi hello damn long wrong fine".split()
)


class Sentence:
    """One sentence as the rules hear it.

    ``heard`` is lower-case words with single spaces; a comma stands for any
    pause. The end mark is gone; ``asks`` tells whether it was a question mark.
    Where each word stands is worked out only when a rule has heard something.
    """

    __slots__ = ("_raw", "_starts_at", "asks", "heard", "words")

    def __init__(self, raw: str, starts_at: int, *, asks: bool) -> None:
        """Take the sentence as lowered, and where it starts in the text as given."""
        heard = " ".join(_pieces(raw, _TOKEN.findall(raw)))
        if "," in heard:
            heard = _COMMAS.sub(",", heard).strip(", ")
        self.heard = heard
        self.words = set(heard.replace(",", "").split(" "))
        self.asks = asks
        self._raw = raw
        self._starts_at = starts_at

    def place(self, start: int, end: int) -> Span:
        """Return where ``heard[start:end]`` stands in the text as given."""
        begins, places = self._places()
        first = places[bisect_right(begins, start) - 1]
        last = places[bisect_right(begins, end - 1) - 1]
        return Span(self._starts_at + first.start, self._starts_at + last.end)

    def is_quoted(self, at: int) -> bool:
        """Return whether the word at ``heard[at]`` stands in quotation marks."""
        if not any(quote in self._raw for quote in _QUOTES):
            return False
        ahead = self._raw[: self.place(at, at + 1).start - self._starts_at]
        return sum(ahead.count(quote) for quote in _QUOTES) % 2 == 1

    def laughs(self) -> bool:
        """Return whether a laugh stands in the sentence."""
        return not LAUGHTER.isdisjoint(self.words)

    def _places(self) -> tuple[list[int], list[Span]]:
        """Return where each word begins in ``heard``, and its place in the raw."""
        begins, places, at = [], [], 0
        for token in _TOKEN.finditer(self._raw):
            [piece] = _pieces(self._raw, [token[0]])
            if piece != ",":
                at = self.heard.index(piece, at)
                begins.append(at)
                places.append(Span(*token.span()))
                at += len(piece)
        return begins, places


_COMMAS = re.compile(r" ,(?: ,)*")


def _pieces(raw: str, tokens: list[str]) -> list[str]:
    known = spellings()
    if _STRETCHED.search(raw):
        return [known.get(token) or heard(token) for token in tokens]
    if "'" in raw:
        return [
            known.get(token) or (heard(token) if "'" in token else token)
            for token in tokens
        ]
    return [known.get(token, token) for token in tokens]


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of *text*, in order; none for a text without words.

    >>> [s.heard for s in sentences("Im so sorryyyy… u were right! wasnt it?")]
    ['i am so sorry, you were right', 'was not it']
    """
    low = lowered(text)
    found = []
    start = 0
    for mark in _END.finditer(low):
        found.append(Sentence(low[start : mark.start()], start, asks="?" in mark[0]))
        start = mark.end()
    if start < len(low):
        found.append(Sentence(low[start:], start, asks=False))
    return [sentence for sentence in found if sentence.heard]
