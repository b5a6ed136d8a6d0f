"""The stones of a drawing: one for each return, with all that is written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from hearthside.ground.translating import gettext_noop as _

from .choices import FELT_SHORT
from .drawing import Answer, Stone, Words
from .moment import Felt, Return
from .saying import Say, came_by

# Pixels of a drawing 300 wide, all chosen by eye.
SAID = 136  # the said strand, and the middle of a stone
ROUND = 20  # half a stone
LINE = 17  # of a label
BLOCK = 7  # between two answers
FOOT = 13  # of a line: from its top to what letters stand on
RING, HALO = 6, 3.5  # a knot; what a ring gains for each later answer on its place
WIDEST_ANSWER, WIDEST_CAME = 11, 13  # letters

PLACES = {"touching": 20, "close": 37, "apart": 61, "broken": 49}
"""How far the felt strand is from the said one, in pixels."""

PLACE_OF = {"landed": "touching", "part": "close", "unknown": "broken", "": "broken"}
"""Where an answer is drawn; any other lies apart."""

PLACE_SAYS = {
    "touching": _("the strands touch"),
    "close": _("the strands lie close by"),
    "apart": _("the strands lie apart"),
    "broken": _("the thick strand is broken"),
}

SHAPES = (
    "M-20 1C-20-10-10-16 1-15C13-15 20-8 20 1C20 10 11 15 0 15C-12 15-20 9-20 1Z",
    "M-19-1C-18-11-8-16 4-15C15-14 21-6 19 3C17 12 7 15-4 14C-14 13-20 7-19-1Z",
    "M-20 2C-21-8-12-14-1-15C12-16 20-10 20 0C20 9 13 14 2 15C-10 16-19 11-20 2Z",
    "M-18 0C-18-10-8-15 3-15C14-15 20-7 19 2C18 11 9 16-2 15C-12 14-18 9-18 0Z",
)
"""Hearth-stones, each unlike the next."""

LEANS = (0, 0, 2, 0, -1)
"""How far the said strand leans at each stone in turn, in pixels."""


@dataclass(frozen=True)
class Row:
    """One return before it has its place: what is written beside it, and how tall."""

    moment: str
    href: str
    return_: Return
    came: tuple[str, ...]
    says: tuple[str, ...]
    """Each answer in a few words, in the order given; one where there was none."""
    answers: tuple[tuple[str, ...], ...]
    """The same, in the lines of its label."""

    @property
    def dated(self) -> bool:
        """Return whether each answer is written with its day."""
        return len(self.answers) > 1

    @property
    def tall(self) -> int:
        """Return how tall the labels of its answers are together, in pixels."""
        lines = sum(len(lines) + self.dated for lines in self.answers)
        return lines * LINE + BLOCK * (len(self.answers) - 1)

    @property
    def half(self) -> float:
        """Return how much room it needs above its stone, and as much below."""
        came = FOOT + LINE * (len(self.came) + 1)  # one more for a year
        return max(ROUND, self.tall / 2, came)


def row(moment: str, href: str, return_: Return, say: Say) -> Row:
    """Return what one return needs in a drawing."""
    hows = [felt.how for felt in return_.felt] or [""]
    says = tuple(say(FELT_SHORT.get(how, how)) for how in hows)
    return Row(
        moment=moment,
        href=href,
        return_=return_,
        came=tuple(wrap(came_by(return_, say), WIDEST_CAME)[:2]),
        says=says,
        answers=tuple(tuple(wrap(words, WIDEST_ANSWER)) for words in says),
    )


def stone(one: Row, *, number: int, y: float, year: int | None, say: Say) -> Stone:
    """Return the stone of *one* at the height *y*."""
    x = SAID + LEANS[number % len(LEANS)]
    date_y = y + 5 if not one.came and year is None else y - 3
    lines = [Words(date_y + LINE * i, came) for i, came in enumerate(one.came, start=1)]
    return Stone(
        number=number,
        id=one.return_.id,
        moment=one.moment,
        href=one.href,
        on=one.return_.on,
        year=year,
        year_y=date_y + LINE * (len(lines) + 1),
        came=" ".join(one.came),
        words=one.return_.words,
        x=x,
        y=round(y, 1),
        shape=SHAPES[number % len(SHAPES)],
        date_y=round(date_y, 1),
        lines=tuple(Words(round(line.y, 1), line.words) for line in lines),
        answers=answers(one, x=x, y=y, say=say),
    )


def answers(one: Row, *, x: float, y: float, say: Say) -> tuple[Answer, ...]:
    """Return each answer of a return where it lies, its label beside the stone."""
    given: tuple[Felt | None, ...] = one.return_.felt or (None,)
    places = [PLACE_OF.get(felt.how if felt else "", "apart") for felt in given]
    foot = y - one.tall / 2 + FOOT
    drawn: list[Answer] = []
    for i, (felt, place) in enumerate(zip(given, places, strict=True)):
        lines = [
            Words(round(foot + LINE * n, 1), w) for n, w in enumerate(one.answers[i])
        ]
        foot += LINE * len(lines)
        drawn.append(
            Answer(
                how=felt.how if felt else "",
                says=one.says[i],
                on=felt.on if felt else None,
                place=place,
                place_says=say(PLACE_SAYS[place]),
                holds=i == len(given) - 1,
                x=x + PLACES[place],
                y=round(y, 1),
                r=RING + HALO * places[i + 1 :].count(place),
                lines=tuple(lines),
                date_y=round(foot, 1) if one.dated else None,
            )
        )
        foot += LINE * one.dated + BLOCK
    return tuple(drawn)
