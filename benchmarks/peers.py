"""What stands beside us in every table: two sentiment readers and a word list.

None of them was made for this. They are what a person who looks for "is this a
real apology" will find first, so they are measured in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

_APOLOGY = re.compile(
    r"\b(?:sorry|apolog\w+|forgive|regret|my fault|my bad|i was wrong|make it up"
    r"|make it right|take responsibility|i understand|never again)\b",
    re.IGNORECASE,
)


@cache
def _vader() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def vader(text: str) -> float:
    """Return VADER's compound sentiment, -1 to 1."""
    return float(_vader().polarity_scores(text)["compound"])


def textblob(text: str) -> float:
    """Return TextBlob's polarity, -1 to 1."""
    return float(TextBlob(text).sentiment.polarity)


def apology_score(text: str) -> float:
    """Return how many words of an apology word list the text holds."""
    return float(len(_APOLOGY.findall(text)))


Peer = tuple[str, Callable[[str], float]]
PEERS: tuple[Peer, ...] = (
    ("VADER", vader),
    ("TextBlob", textblob),
    ("apology score", apology_score),
)
