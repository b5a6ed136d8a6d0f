"""Finding again: what the index says of each thing kept, and a look through it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from .choices import BODY_SHORT, PACES
from .due import earliest
from .moment import Bond, Kept, Moment, first_line
from .opening import kind_of

MOST_FIRST = 120  # characters of a first line that lists show (chosen)
ACCENTS = re.compile("[\u0300-\u036f]")


class About(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a list needs to know of one thing kept, without opening it."""

    kind: str
    """``moment``, ``bond`` or ``gathered``."""
    at: datetime | None = None
    """When it was written down; a relationship has no such time."""
    happened: date | None = None
    bond: str = ""
    """The relationship's id, also of a line about the relationship itself."""
    forms: tuple[str, ...] = ()
    first: str = ""
    """Its name, or else the first line of its words, cut to ``MOST_FIRST``."""
    did: tuple[str, ...] = ()
    """What the body did, where the moment has neither a name nor words."""
    pace: str = ""
    """How it came, where not even that was said."""
    healing: bool = False
    ending: str = ""
    to_sort: bool = False
    due: date | None = None
    """The first day on which something comes due."""
    put_away: bool = False

    @property
    def day(self) -> date:
        """Return the day it happened or was written down; the first of all if none."""
        return self.happened or (self.at.date() if self.at else date.min)

    @property
    def says(self) -> tuple[str, ...]:
        """Return what was chosen where no words were written, to be translated.

        >>> About(kind="moment", did=("freeze",)).says
        ('Freeze',)
        """
        chosen = [BODY_SHORT[one] for one in self.did if one in BODY_SHORT]
        return tuple(chosen or filter(None, [PACES.get(self.pace, "")]))


def about(kept: Kept) -> About:
    """Return the index line of *kept*."""
    kind = kind_of(kept)
    if not isinstance(kept, Moment):
        first = first_line(kept.name)[:MOST_FIRST]
        if isinstance(kept, Bond):
            return About(kind=kind, first=first, put_away=kept.put_away)
        return About(kind=kind, at=kept.at, first=first)
    body = kept.body
    first = kept.first or first_line(body.where) or first_line(body.how_much)
    return About(
        kind=kind,
        at=kept.at,
        happened=kept.happened,
        bond=kept.bond,
        forms=kept.forms,
        first=first[:MOST_FIRST],
        did=() if kept.first else body.did,
        pace="" if kept.first or body.did else kept.pace,
        healing=kept.healing,
        ending=kept.rest.ending if kept.rest else "",
        to_sort=kept.to_sort,
        due=earliest(kept),
    )


def find(  # noqa: PLR0913 - each is a way of looking, and all can be left out
    lines: Mapping[str, About],
    *,
    bond: str = "",
    form: str = "",
    since: date | None = None,
    until: date | None = None,
    words: str = "",
    put_away: frozenset[str] = frozenset(),
) -> list[tuple[str, About]]:
    """Return the ids and lines that fit all that is asked, newest first.

    Args:
        lines: the index, by id.
        bond: only of this relationship.
        form: only with this form.
        since: only of this day or later; *until*: of this day or earlier.
        until: see *since*. Things without a day don't fit either.
        words: each of them has to be in the first line; case and accents don't count.
        put_away: relationships that are hidden, with all that belongs to them.
    """
    wanted = folded(words).split()
    fit = [
        (id, line)
        for id, line in lines.items()
        if not line.put_away
        and id not in put_away
        and line.bond not in put_away
        and (not bond or line.bond == bond)
        and (not form or form in line.forms)
        and (since is None or line.day >= since)
        and (until is None or date.min < line.day <= until)
        and has_all(line.first, wanted)
    ]
    fit.sort(key=lambda one: one[0])  # the same order each time
    fit.sort(key=lambda one: stamp(one[1]), reverse=True)
    return fit


def put_away_in(lines: Mapping[str, About]) -> frozenset[str]:
    """Return the ids of the relationships in *lines* that are put away."""
    return frozenset(id for id, line in lines.items() if line.put_away)


def holds(moment: Moment, words: str) -> bool:
    """Return whether every one of *words* is somewhere in what the person wrote."""
    return has_all("\n".join(all_words(moment)), folded(words).split())


def all_words(moment: Moment) -> list[str]:
    """Return everything in *moment* that the person wrote, as it is now."""
    body = moment.body
    own = [moment.title, moment.words, moment.form, moment.story, moment.needed]
    own += [moment.my_part, body.where, body.how_much]
    own += [one.words for one in moment.returns]
    for naming in moment.namings:
        own += [naming.words, naming.came_back]
    return own


def folded(text: str) -> str:
    """Return *text* without what a search looks past: case, accents, curls.

    >>> folded("Zoë’s CAFÉ")
    "zoe's cafe"
    """
    straight = text.replace("’", "'")
    if straight.isascii():
        return straight.lower()
    return ACCENTS.sub("", unicodedata.normalize("NFKD", straight).casefold())


def has_all(text: str, wanted: list[str]) -> bool:
    """Return whether each of the folded words is in *text*."""
    if not wanted:
        return True
    within = folded(text)
    return all(word in within for word in wanted)


def stamp(line: About) -> tuple[date, str]:
    """Return what newest is measured by: the day, then when it was written."""
    return line.day, line.at.isoformat() if line.at else ""
