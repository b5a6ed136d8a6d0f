"""Literals in front: the words a pattern can't do without.

A pattern is tried only where such words stand in the sentence. That makes a large
rulebook cheap and changes no reading, since the words are worked out from the
pattern itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product
from math import fsum, prod
from typing import NamedTuple

Clause = frozenset[str]
"""Words, or pairs of neighbours, of which every sentence that a pattern hears has at
least one. ``EDGE`` is the neighbour of the first word of a sentence and of its last."""

EDGE = "^"

_ITEM = re.compile(
    r"\\.|\[\^?\]?[^\]]*\]|\(\?:|[()|^$.]|\{[a-z_]+\}|[^\\\[(){}|^$.?*+]+|."
)
_QUANTITY = re.compile(r"(?:[?*+]|\{(\d*),?\d*\})\??")
_OPEN = "\0"  # letters that can't be told beforehand
_BETWEEN = {  # where one word ends, or the next begins
    "^": f" {EDGE} ",
    "$": f" {EDGE} ",
    r"\b": " ",
    r"\s": " ",
    r"\W": f" {_OPEN} ",
}
_GROUP = "\1"  # a group that is always there; what it needs is told apart
# The words people send most, the most frequent first: a clause of rare words calls
# its pattern up less often.
_FREQUENT = (
    "i you not to it the is me that a do and am have of my are for your will in what"
    " was but be sorry this with so did can all if know just on no want like about"
    " would how never think at up as oh now go we out why there say get good he here"
    " been should had only well come said when right one tell see feel more too make"
    " from her love were she way time much him need yes an going must because or let"
    " any really very could they mean thought talk some again does got take always has"
    " better then us back anything than who bad by little wrong them people please help"
).split()
_COST = {word: 1 / (place + 2) for place, word in enumerate(_FREQUENT)} | {EDGE: 0.3}
_PAIRED = 0.5  # of two words in one message, how often they are neighbours (chosen)


Case = tuple[Clause, ...]
"""Clauses that hold together, the one with the rarest words first."""

_MOST_PAIRS = 300  # of two neighbours with several spellings each (chosen)
_MOST_CLAUSES = 4  # of a case that are looked at (chosen: more seldom tell more)


class Shape(NamedTuple):
    """What is known of a pattern or a part of one."""

    opens: bool
    """Whether it begins between two words, whatever way it is said."""
    closes: bool
    """Whether it ends between two words."""
    cases: list[Case]
    """One of these holds wherever it is heard; an empty one holds everywhere."""


class Anchors:
    """What patterns need, given the phrases that they share."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        """Take the phrases' own patterns by name."""
        self._phrases = phrases
        self._known: dict[str, Shape] = {}

    def __getitem__(self, pattern: str) -> list[Case]:
        r"""Return the cases of *pattern*: it is heard only where one of them holds.

        >>> some = Anchors({"so": "so |very "})
        >>> [[sorted(c) for c in case] for case in some["i am {so}?sorry i forgot"]]
        [[['i_forgot'], ['sorry_i'], ['i_am']]]
        >>> some[r"\w+ing"]
        [()]
        """
        return self._shape(pattern).cases

    def _shape(self, text: str) -> Shape:
        if text not in self._known:
            ways = [
                self._shape_of_a_way(written)
                for way in alternatives(text)
                for written in _with_and_without_spaces(way)
            ]
            self._known[text] = Shape(
                all(way.opens for way in ways),
                all(way.closes for way in ways),
                list(dict.fromkeys(case for way in ways for case in way.cases)),
            )
        return self._known[text]

    def _shape_of_a_way(self, text: str) -> Shape:
        """Return the shape of one way of saying it, worked out word by word."""
        skeleton: list[str] = []
        groups: list[list[Case]] = []
        for item, is_once, is_optional in _items(text):
            endings = _plain_endings(item)
            if endings:
                skeleton.append(f"<{'|'.join(endings)}{'|' * is_optional}>")
            elif item[0] in "({" and len(item) > 1:
                shape = self._shape(self._inside(item))
                skeleton.append(
                    " " * shape.opens
                    + (_OPEN if is_optional else _GROUP)
                    + " " * shape.closes
                )
                if not is_optional:
                    groups.append(shape.cases)
            else:
                skeleton.append(
                    _letters(item, is_once=is_once, is_optional=is_optional)
                )
        opens_with = self._openers(text)
        whole = "".join(skeleton)
        words: list[Clause | None] = []
        alone: list[list[Case]] = []
        for word in whole.split():
            here = [groups.pop(0) for _ in range(word.count(_GROUP))]
            if word == _GROUP and all(here[0]):
                alone += here
            is_told = _OPEN not in word and _GROUP not in word
            words.append(_ways_to_spell(word) if is_told else None)
        clauses = [*_clauses(words), *([opens_with] if opens_with else [])]
        return Shape(whole[:1] == " ", whole[-1:] == " ", _cases(clauses, alone))

    def _openers(self, text: str) -> Clause | None:
        """Return the words that open the sentence, where *text* is heard only there."""
        if not text.startswith("^"):
            return None
        try:
            words, can_be_nothing = self._first_words(text[1:])
        except LookupError:
            return None
        if can_be_nothing:
            return None
        return Clause(f"{EDGE}_{word}" for word in words)

    def _first_words(self, text: str) -> tuple[set[str], bool]:
        """Return the words *text* can begin with, and whether it can be nothing.

        Raises:
            LookupError: that can't be told.
        """
        found: set[str] = set()
        for item, is_once, is_optional in _items(text):
            if item[0] in "({" and len(item) > 1:
                can_be_nothing = is_optional
                for way in alternatives(self._inside(item)):
                    begins, is_nothing = self._first_words(way)
                    found |= begins
                    can_be_nothing |= is_nothing
                if not can_be_nothing:
                    return found, False
            elif item[0].isalpha() and is_once:
                word, space, _rest = item.partition(" ")
                if not space and not text.rstrip(",$").endswith(item):
                    raise LookupError(text)
                return found | {word.rstrip(",")}, False
            else:
                raise LookupError(text)
        return found, True

    def _inside(self, item: str) -> str:
        if item[0] == "{":
            return self._phrases[item[1:-1]]
        return item[3:-1] if item.startswith("(?:") else item[1:-1]


def _letters(item: str, *, is_once: bool, is_optional: bool) -> str:
    """Return what stands in the skeleton for letters, a class, or an edge of words.

    A choice of spellings stands in angle brackets, with bars between.
    """
    if item in _BETWEEN:
        return _BETWEEN[item]
    if item == ",":
        return ""  # a pause after a word changes no word
    choice = re.fullmatch(r"\[([a-z0-9]+)\]", item)
    if item[0] in "\\[." and not choice:
        return _OPEN
    letters = "|".join(choice[1]) if choice else item.replace(",", " ")
    if is_once:
        return f"<{letters}>" if choice else letters
    return f"<{letters}|>" if is_optional and letters != " " else _OPEN


def _plain_endings(item: str) -> list[str]:
    """Return the spellings of a group of words or endings, as in "forgot(?:ten)"."""
    spelled = re.fullmatch(r"\(\?:([a-z']*(?:\|[a-z']*){0,60})\)", item)
    return spelled[1].split("|") if spelled else []


def _ways_to_spell(word: str) -> Clause | None:
    """Return the words that a skeleton's word with choices in it can be.

    >>> sorted(_ways_to_spell("idiot<s|>")), sorted(_ways_to_spell("k<i|1>ll"))
    (['idiot', 'idiots'], ['k1ll', 'kill'])
    """
    parts = [
        part[1:-1].split("|") if part[0] == "<" else [part]
        for part in re.findall("<[^>]*>|[^<]+", word)
    ]
    words = Clause(map("".join, product(*parts)))
    return None if "" in words else words


def _clauses(words: list[Clause | None]) -> Iterator[Clause]:
    """Yield what is needed of *words* that follow each other; None can't be told."""
    paired: set[int] = set()
    for at, (one, other) in enumerate(pairwise(words)):
        if one and other and len(one) * len(other) <= _MOST_PAIRS:
            yield Clause(f"{a}_{b}" for a, b in product(one, other))
            paired |= {at, at + 1}
    for at, word in enumerate(words):
        if word and at not in paired and word != {EDGE}:
            yield word


def _cases(clauses: list[Clause], groups: list[list[Case]]) -> list[Case]:
    """Return the cases of words that stand beside *groups*, each with cases of its own.

    At most one group is told apart case by case, where that saves work; of the
    others it is known that one of their rarest words is there.
    """
    of_groups = [Clause().union(*(case[0] for case in group)) for group in groups]
    best = [_case(clauses + of_groups)]
    for i, group in enumerate(groups):
        others = clauses + of_groups[:i] + of_groups[i + 1 :]
        told_apart = [_case([*case, *others]) for case in group]
        if _work(told_apart) < _work(best) - 1e-9:
            best = told_apart
    return best


def _case(clauses: list[Clause]) -> Case:
    return tuple(sorted(set(clauses), key=_rarest_first)[:_MOST_CLAUSES])


def _work(cases: list[Case]) -> float:
    """Return about how much work a sentence makes: words looked up, patterns tried.

    A pattern tried costs about as much as twenty cases looked at (measured).
    """
    return fsum(
        _cost(case[0]) + 20 * prod(min(1.0, _cost(clause)) for clause in case)
        if case
        else 20.0
        for case in cases
    )


def _rarest_first(clause: Clause) -> tuple[float, list[str]]:
    return _cost(clause), sorted(clause)


def _cost(clause: Clause) -> float:
    return fsum(map(_share, clause))


def _share(word: str) -> float:
    """Return about how many of all messages have *word*, or the pair it is."""
    one, _, other = word.partition("_")
    if not other:
        return _COST.get(one, 0.001)
    return _PAIRED * _COST.get(one, 0.001) * _COST.get(other, 0.001)


def _items(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each item, whether it stands once, and whether it may be missing."""
    at = 0
    while at < len(text):
        end = _item_end(text, at)
        quantity = _QUANTITY.match(text, end)
        is_optional = quantity is not None and (
            quantity[0][0] in "?*" or quantity[1] in ("0", "")
        )
        if quantity and text[at] not in "([{\\" and end - at > 1:
            yield text[at : end - 1], True, False
            at = end - 1  # what follows a run of letters is about the last one
        yield text[at:end], quantity is None, is_optional
        at = quantity.end() if quantity else end


def _with_and_without_spaces(way: str) -> Iterator[str]:
    """Yield *way* with each space that may be missing there, and with it gone.

    >>> list(_with_and_without_spaces("half ?wit"))
    ['half wit', 'halfwit']
    """
    depth = 0
    for item in _ITEM.finditer(way):
        depth += item[0] in ("(", "(?:")
        depth -= item[0] == ")"
        end = item.end()
        if depth == 0 and way[end - 1 : end + 1] == " ?":
            yield from _with_and_without_spaces(way[:end] + way[end + 1 :])
            yield from _with_and_without_spaces(way[: end - 1] + way[end + 1 :])
            return
    yield way


def _item_end(text: str, at: int) -> int:
    """Return where the item that begins at *at* ends, a group with all it holds."""
    depth = 0
    for item in _ITEM.finditer(text, at):
        depth += item[0] in ("(", "(?:")
        depth -= item[0] == ")"
        if depth == 0:
            return item.end()
    return len(text)


def alternatives(text: str) -> Iterator[str]:
    """Yield the parts of *text* between bars that stand in no group."""
    if "|" not in text:
        yield text
        return
    start = depth = 0
    for item in _ITEM.finditer(text):
        depth += item[0] in ("(", "(?:")
        depth -= item[0] == ")"
        if item[0] == "|" and depth == 0:
            yield text[start : item.start()]
            start = item.end()
    yield text[start:]
