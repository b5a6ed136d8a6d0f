"""A draft's questions: room to think, the same however the draft is written.

A draft gets no marks, no list of what it lacks and nothing to leave out. Words
that turn away are only quoted, each with a question that has no right answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearthside.ground.translating import gettext_noop as _
from hearthside.words.moves import Family
from hearthside.words.reading import Mark, Reading, read

QUOTED_AT_MOST = 2  # of three, so that one always asks what no draft can know


class Purpose(StrEnum):
    """What a person says their draft is for."""

    I_HURT_THEM = "i-hurt-them"
    I_WAS_HURT = "i-was-hurt"
    CALM_AGAIN = "calm-again"
    AFRAID = "afraid"


PURPOSES = {
    Purpose.I_HURT_THEM: _("I hurt them"),
    Purpose.I_WAS_HURT: _("I was hurt, and want to say it"),
    Purpose.CALM_AGAIN: _("I want it to be calm again"),
    Purpose.AFRAID: _("I’m afraid of them"),
}
"""Each purpose, and the words a person chooses it by."""


@dataclass(frozen=True, slots=True)
class Question:
    """One place to think in."""

    quote: str | None
    """The draft's own words it is about; None where it asks beside the words."""
    asks: str


# What the words that turn away are asked, by what they do. No answer is looked for.
_OF_THEM = {
    "hollow": _("What happened, the way they would tell it?"),
    "excusing": _("What do you know of how it landed?"),
    "turning": _("Where are they in these words?"),
    "closing": _("Is it over for them? How would you know?"),
    "attack": _("What would it be like to read this, where they are now?"),
    "dismissal": _("How big was it for them? How do you know?"),
    "control": _("Could they say no to this? What would come then?"),
    "withdrawal": _("What will they hear in this: a pause, or an ending?"),
}
_BESIDE_THEM = (
    _("How do you know how it landed?"),
    _("What did they say about it, in their own words?"),
    _("What will you do if this isn’t enough?"),
)

# What gets swallowed, by how it is swallowed.
_OF_ONESELF = {
    "over_apologises": _("What is this sorry for?"),
    "takes_back": _("What got swallowed here?"),
    "makes_self_small": _("What stood here, before it was made small?"),
}
_BESIDE_ONESELF = (
    _("What, if anything, got swallowed so that this is easier to hear?"),
    _("What do you want them to know, even if no answer comes?"),
    _("What do you need, whatever they say to it?"),
)


def ask(
    text: str, purpose: Purpose, *, heed_danger: bool = True
) -> tuple[Question, ...]:
    """Return the questions for a draft: three, or none.

    Only a draft that is to mend or to say a hurt is asked anything. Up to two
    places quote its own words; the rest ask what a draft can't know. Whoever
    wants calm, or is afraid, is asked nothing.

    >>> [q.quote for q in ask("I’m sorry if you were upset.", Purpose.I_HURT_THEM)]
    ['I’m sorry if you were upset', None, None]
    >>> ask("I’m sorry if you were upset.", Purpose.AFRAID)
    ()
    """
    return ask_of(read(text, heed_danger=heed_danger), purpose)


def ask_of(reading: Reading, purpose: Purpose) -> tuple[Question, ...]:
    """Return what :func:`ask` does, for a draft that is read already."""
    if purpose is Purpose.I_HURT_THEM:
        about, beside = _turning_away, _BESIDE_THEM
    elif purpose is Purpose.I_WAS_HURT:
        about, beside = _swallowing, _BESIDE_ONESELF
    else:
        return ()
    quoted = tuple(_one_of_each(about(reading.marks)))[:QUOTED_AT_MOST]
    return quoted + tuple(Question(None, asks) for asks in beside[len(quoted) :])


def _turning_away(marks: tuple[Mark, ...]) -> Iterator[Question]:
    for mark in marks:
        if mark.family in (Family.PERFORMED, Family.RUPTURE):
            yield Question(mark.words, _OF_THEM[mark.group])


def _swallowing(marks: tuple[Mark, ...]) -> Iterator[Question]:
    for mark in marks:
        if mark.family == Family.SILENCING:
            yield Question(mark.words, _OF_ONESELF[mark.move or "takes_back"])


def _one_of_each(questions: Iterator[Question]) -> Iterator[Question]:
    """Yield the first of every question, so that none is asked twice."""
    asked = set()
    for question in questions:
        if question.asks not in asked:
            asked.add(question.asks)
            yield question
