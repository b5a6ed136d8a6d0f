"""From what was heard to what is marked, and what the marks say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from hearthside.ground.spans import Span
from hearthside.words.matching import Heard
from hearthside.words.moves import MOVES, Family, Group
from hearthside.words.normalising import Words
from hearthside.words.rulebook import DANGER

Centre = Literal["the_one_hurt", "the_one_who_hurt", "both"]
Absent = Literal["impact", "question", "next"]

# Where two moves are heard in the same words and are as long, the one that stands
# earlier here is marked: what a sorry turns into weighs more than the sorry.
_FIRST = [
    Family.PERFORMED,
    Family.SILENCING,
    Family.RUPTURE,
    Family.NAMING,
    Family.REPAIR,
]
_RANK = {id_: (_FIRST.index(m.family), i) for i, (id_, m) in enumerate(MOVES.items())}


_AHEAD = frozenset("will shall going promise next again tomorrow".split())


def weigh(heard: Iterable[Heard], *, quiet: Sequence[Span] = ()) -> list[Heard]:
    """Return what is marked, in the order of the text, no two overlapping.

    Of moves heard in the same words the longest is kept. Nothing is marked
    where *quiet* stands: words that may be about dying carry no mark.
    """
    return [
        one
        for cluster in _clusters(sorted(one for one in heard if one.move != DANGER))
        for one in sorted(_longest(cluster))
        if not any(one.span.overlaps(span) for span in quiet)
    ]


def _clusters(heard: list[Heard]) -> Iterator[list[Heard]]:
    """Yield what is heard in the same stretch of the text, stretch after stretch."""
    cluster: list[Heard] = []
    end = 0
    for one in heard:
        if cluster and one.span.start >= end:
            yield cluster
            cluster = []
        cluster.append(one)
        end = max(end, one.span.end) if len(cluster) > 1 else one.span.end
    if cluster:
        yield cluster


def _longest(cluster: list[Heard]) -> list[Heard]:
    """Return the longest of what overlaps, and what stands beside those."""
    kept: list[Heard] = []
    for one in sorted(
        cluster, key=lambda h: (h.span.start - h.span.end, *_RANK[h.move], h.span.start)
    ):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return kept


def centres(groups: Sequence[Group]) -> Centre | None:
    """Return whom the words are about, where they answer for something.

    Repair centres the one who was hurt; what only looks like it centres the one
    who did it; a message can do both. None where neither stands in it.
    """
    families = {group.family for group in groups}
    if Family.REPAIR in families:
        return "both" if Family.PERFORMED in families else "the_one_hurt"
    return "the_one_who_hurt" if Family.PERFORMED in families else None


def is_attempt(groups: Sequence[Group]) -> bool:
    """Return whether the message tries to repair: it owns, mends, or says a sorry."""
    return any(group.id in ("owning", "mending", "hollow") for group in groups)


def absent(
    moves: Sequence[str], groups: Sequence[Group], words: Words
) -> tuple[Absent, ...]:
    """Return what an attempt at repair has no word of, in a fixed order.

    Any question may be one to the person hurt, and any "will" about what happens
    next, so that neither is called absent where rules heard nothing in them.
    """
    if not is_attempt(groups):
        return ()
    missing: list[Absent] = []
    if not {"sees_impact", "validates"} & set(moves):
        missing.append("impact")
    if "asks" not in moves and "?" not in words.heard:
        missing.append("question")
    if words.words.isdisjoint(_AHEAD) and "mending" not in [g.id for g in groups]:
        missing.append("next")
    return tuple(missing)
