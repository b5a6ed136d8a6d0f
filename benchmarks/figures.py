"""Precision, recall and F1, and a threshold for a peer that gives a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Figures(NamedTuple):
    """How well something is found: of what was said, what held; of what is, what."""

    precision: float
    recall: float
    f1: float


def figures(said: Sequence[bool], holds: Sequence[bool]) -> Figures:
    """Return the figures of *said* against what *holds*, line by line.

    >>> figures([True, True, False], [True, False, True])
    Figures(precision=0.5, recall=0.5, f1=0.5)
    """
    right = sum(s and h for s, h in zip(said, holds, strict=True))
    precision = right / sum(said) if any(said) else 0.0
    recall = right / sum(holds) if any(holds) else 0.0
    both = precision + recall
    return Figures(precision, recall, 2 * precision * recall / both if both else 0.0)


def best_threshold(numbers: Sequence[float], holds: Sequence[bool]) -> list[bool]:
    """Return what a peer says at its best threshold, tried in both directions.

    The peer is given the threshold that suits these very lines: more than it
    would have in use, so that no line is drawn against it.
    """
    cuts = sorted(set(numbers))
    cuts = cuts[:: max(1, len(cuts) // 100)]
    tries = [[n > cut for n in numbers] for cut in cuts]
    tries += [[n < cut for n in numbers] for cut in cuts]
    return max(tries, key=lambda said: figures(said, holds).f1)
