"""The door: text as people type it becomes words a rule can hear.

Done once a message. Every word heard keeps its place in the text as given, so
that a span found here leads back to exactly the letters the person wrote.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from hearthside.ground.spans import Span

# A word, or any single sign; a hyphen only where it stands between words.
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s-]|(?<=\s)-(?=\s)|--|(?<=\w)-(?=\s)")
# A full stop ends a sentence; a run of them is a pause.
_END = re.compile(r"(?<!\.)\.(?![.\d])|[!?\n\r\u2028\u2029؟。！？]+")
QUOTES = '"“”«»„'
_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))
LONGEST_HEARD = 400
"""Characters of one sentence that are heard together (chosen: some eighty words)."""
_PAUSES = (*".…,;:()[]/|–—-", "--", *QUOTES)
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


class Sentence:
    """One sentence as the rules hear it.

    ``heard`` is lower-case words with single spaces; a comma stands for any
    pause. The end mark is gone; ``asks`` tells whether it was a question mark.
    Where each word stands is worked out only when a rule has heard something.
    """

    __slots__ = ("_in_quotes", "_laid", "_raw", "_starts_at", "asks", "heard", "words")

    def __init__(
        self, raw: str, starts_at: int, *, asks: bool, in_quotes: bool = False
    ) -> None:
        """Take the sentence as lowered, and where it starts in the text as given.

        *in_quotes* tells whether a quotation opened before it is still open.
        """
        heard = " ".join(_pieces(raw, _TOKEN.findall(raw)))
        if "," in heard:
            heard = _COMMAS.sub(",", heard).strip(", ")
        self.heard = heard
        self.words = set(heard.replace(",", "").split(" "))
        self.asks = asks
        self._raw = raw
        self._starts_at = starts_at
        self._in_quotes = in_quotes
        self._laid: tuple[list[int], list[Span]] | None = None

    def place(self, start: int, end: int) -> Span:
        """Return where ``heard[start:end]`` stands in the text as given."""
        begins, places = self._places()
        while self.heard[start] in ", ":
            start += 1
        first = places[bisect_right(begins, start) - 1]
        last = places[bisect_right(begins, end - 1) - 1]
        return Span(self._starts_at + first.start, self._starts_at + last.end)

    def is_quoted(self, at: int) -> bool:
        """Return whether the word at ``heard[at]`` stands in quotation marks."""
        if not self._in_quotes and not any(quote in self._raw for quote in QUOTES):
            return False
        ahead = self._raw[: self.place(at, at + 1).start - self._starts_at]
        return (self._in_quotes + quotes_in(ahead)) % 2 == 1

    def laughs(self) -> bool:
        """Return whether a laugh stands in the sentence."""
        return not LAUGHTER.isdisjoint(self.words)

    def _places(self) -> tuple[list[int], list[Span]]:
        """Return where each word begins in ``heard``, and its place in the raw."""
        if self._laid is None:
            begins, places, at = [], [], 0
            tokens = list(_TOKEN.finditer(self._raw))
            pieces = _pieces(self._raw, [token[0] for token in tokens])
            for token, piece in zip(tokens, pieces, strict=True):
                if piece != ",":
                    at = self.heard.index(piece, at)
                    begins.append(at)
                    places.append(Span(*token.span()))
                    at += len(piece)
            self._laid = begins, places
        return self._laid


def quotes_in(text: str) -> int:
    """Return how many quotation marks *text* has."""
    return sum(text.count(quote) for quote in QUOTES)


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

    One longer than ``LONGEST_HEARD`` is heard in parts. Quotation marks around
    the whole text are how it was pasted, and quote nobody.

    >>> [s.heard for s in sentences("Im so sorryyyy… u were right! wasnt it?")]
    ['i am so sorry, you were right', 'was not it']
    """
    low = lowered(text)
    quotes = quotes_in(low)
    bare = low.strip()
    if quotes == 2 and bare[0] in QUOTES and bare[-1] in QUOTES:  # noqa: PLR2004
        low, quotes = low.translate(_NO_QUOTES), 0
    found = []
    for start, end, asks in _stretches(low):
        in_quotes = False
        if quotes:
            paragraph = low.rfind("\n", 0, start) + 1
            in_quotes = quotes_in(low[paragraph:start]) % 2 == 1
        sentence = Sentence(low[start:end], start, asks=asks, in_quotes=in_quotes)
        if sentence.heard:
            found.append(sentence)
    return found


def _stretches(low: str) -> list[tuple[int, int, bool]]:
    """Return where each sentence starts and ends, and whether it asks."""
    found = []
    start = 0
    for mark in _END.finditer(low):
        found.append((start, mark.start(), "?" in mark[0]))
        start = mark.end()
    found.append((start, len(low), False))
    if len(low) <= LONGEST_HEARD:
        return found
    return [part for stretch in found for part in _parts(low, *stretch)]


def _parts(
    low: str, start: int, end: int, asks: bool  # noqa: FBT001 - as a stretch has it
) -> Iterator[tuple[int, int, bool]]:
    while end - start > LONGEST_HEARD:
        cut = low.rfind(" ", start + 1, start + LONGEST_HEARD)
        cut = cut if cut > start else start + LONGEST_HEARD
        yield start, cut, False
        start = cut
    yield start, end, asks
