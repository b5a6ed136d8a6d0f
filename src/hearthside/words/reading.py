"""Reading one message: the one door to everything ``words`` knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from hearthside.ground.spans import Span
from hearthside.words.language import language_of
from hearthside.words.matching import Heard, Message, hear
from hearthside.words.moves import MOVES
from hearthside.words.rulebook import DANGER
from hearthside.words.sentences import Whose
from hearthside.words.weighing import Absent, Centre, absent, centres, is_attempt, weigh

VOICES = (hear,)
"""What hears moves in a message. The encoder will be a second voice here: it takes
a ``Message`` and returns ``Heard``, and everything after weighs both alike."""

READS = (None, "en")
"""The languages that are read; None is a text too short to tell."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a message, and what they do."""

    start: int
    """Where the words begin in the text as given, in code points."""
    end: int
    """Where they end, half-open."""
    words: str
    family: str
    group: str
    move: str | None
    """Which of the thirty; None where only the group is sure."""
    sure: float | None
    """A calibrated probability; None where a rule speaks, which nothing calibrates."""
    by: Literal["rule", "encoder"]
    says: str
    """One sentence about the words, to the one who received them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader of words can say of one message."""

    text: str
    language: str | None
    """ISO 639-1, or None where the text is too short to tell."""
    marks: tuple[Mark, ...]
    centres: Centre | None
    absent: tuple[Absent, ...]
    """What an attempt at repair has no word of; never shown for a draft."""
    attempt: bool
    danger: bool
    """Whether some words of the text, or of the message before it, may be about
    dying or self-harm."""
    left_unmarked: bool
    """Whether words of the text itself may be; those carry no mark."""

    @property
    def is_read(self) -> bool:
        """Return whether the message is in a language this reader reads."""
        return self.language in READS

    def as_dict(self) -> dict[str, Any]:
        """Return the reading as JSON holds it."""
        return asdict(self)


def read(text: str, before: str | None = None, *, heed_danger: bool = True) -> Reading:
    """Return what the words of *text* turn toward, and what they turn from.

    *before* is the message it answers, where there is one. Any string is read;
    one in another language than English comes back unread, with no marks. With
    *heed_danger* off, because the person said "it isn't that", words that may be
    about dying are read like any others.

    >>> reading = read("I’m sorry if you were upset.")
    >>> reading.marks[0].move, reading.marks[0].words
    ('conditional_sorry', 'I’m sorry if you were upset')
    """
    message = Message(text, before or "")
    language = language_of(text, message.words.words)
    heard = _heard_in(message)
    quiet = dangers(text, heard) if heed_danger else []
    marked = weigh(heard, quiet=quiet) if language in READS else []
    moves = [one.move for one in marked]
    groups = [MOVES[move].group for move in moves]
    return Reading(
        text,
        language,
        tuple(_mark(text, one.span, one.move) for one in marked),
        centres(groups),
        absent(moves, groups, message.words),
        attempt=is_attempt(groups),
        danger=bool(quiet) or (heed_danger and _may_be_before(message)),
        left_unmarked=bool(quiet),
    )


def whose_danger(reading: Reading) -> Whose | None:
    """Return whose words may be about dying, where someone received what was read.

    They are "theirs" in what came in, and "mine" in the message before that it
    answers; None where neither is heard to be.
    """
    if reading.left_unmarked:
        return "theirs"
    return "mine" if reading.danger else None


def dangers(text: str, heard: Iterable[Heard]) -> list[Span]:
    """Return the paragraphs of *text* that were *heard* to be about dying, maybe."""
    return [paragraph_around(text, one.span) for one in heard if one.move == DANGER]


def paragraph_around(text: str, span: Span) -> Span:
    """Return the line of *text* in which *span* stands."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _heard_in(message: Message) -> list[Heard]:
    return [one for voice in VOICES for one in voice(message)]


def _may_be_before(message: Message) -> bool:
    return bool(message.before) and any(
        one.move == DANGER for one in _heard_in(message.earlier)
    )


def _mark(text: str, span: Span, move: str) -> Mark:
    known = MOVES[move]
    return Mark(
        span.start,
        span.end,
        span.of(text),
        known.family.value,
        known.group.id,
        move,
        None,
        "rule",
        known.says,
    )
