"""A moment on paper: all of it for its owner, or one page of lines they chose.

What someone chose never to do in two (``Bond.nothing_for_two``) is in none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from hearthside.ground.translating import gettext_noop as _

from .changing import history
from .choices import BODY, ENDINGS, FOR_PEACE, PACES, STRUCTURES, WHOSE
from .choices import CAME_ON_PAPER as CAME
from .choices import PARTS_ON_PAPER as PARTS
from .moment import Bond, Kept, Moment, Naming, Return
from .saying import Say, came_by, felt_in, forms_of, label, labels

WRITTEN = frozenset("title words form story needed my_part returns namings".split())
"""The parts that hold a person's words."""


class Line(NamedTuple):
    """Something said about a moment, with what it answers."""

    label: str
    words: str
    on: date | None = None


def written_day(day: date) -> str:
    """Return *day* as it is written where no face says how.

    >>> written_day(date(2026, 3, 1))
    '1 March 2026'
    """
    return f"{day.day} {day:%B} {day.year}"


def lines(moment: Moment, bond: Bond | None = None, *, say: Say = str) -> list[Line]:
    """Return everything said in *moment* as it is now, line by line, to choose from."""
    return [
        line
        for line in (
            *first_lines(moment, bond, say),
            *returned_lines(moment, say),
            *later_lines(moment, say),
        )
        if line.words
    ]


def first_lines(moment: Moment, bond: Bond | None, say: Say) -> Iterator[Line]:
    """Give what was said of the moment itself."""
    body = moment.body
    did = "; ".join(labels(body.did, BODY, say))
    yield Line(say(PARTS["body"]), did)
    yield Line(say(_("Where")), body.where)
    yield Line(say(_("How much")), body.how_much)
    yield Line(say(PARTS["words"]), moment.words, moment.happened)
    forms = [*labels(moment.forms, forms_of(moment), say), *filter(None, [moment.form])]
    yield Line(say(PARTS["forms"]), "; ".join(forms))
    yield Line(say(PARTS["pace"]), label(moment.pace, PACES, say))
    yield Line(say(PARTS["bond"]), bond.name if bond else "")
    yield Line(say(PARTS["whose"]), label(moment.whose, WHOSE, say))
    yield Line(say(PARTS["structure"]), label(moment.structure, STRUCTURES, say))
    for part in ("story", "needed", "my_part"):
        yield Line(say(PARTS[part]), getattr(moment, part))


def returned_lines(moment: Moment, say: Say) -> Iterator[Line]:
    """Give every return, and every answer to how it landed."""
    for one in sorted(moment.returns, key=lambda one: one.on):
        came = came_by(one, say, CAME) or say(PARTS["returns"])
        yield Line(came, one.words or "–", one.on)
        for felt in one.felt:
            peace = label(felt.for_peace, FOR_PEACE, say)
            yield Line(
                say(_("How it landed")), label(felt.how, felt_in(moment), say), felt.on
            )
            yield Line(say(_("Said to keep the peace?")), peace, felt.on)


def later_lines(moment: Moment, say: Say) -> Iterator[Line]:
    """Give the namings, the days promised, and how it rests."""
    for naming in moment.namings:
        heading = _("Named again, more softly") if naming.softer else PARTS["namings"]
        yield Line(say(heading), naming.words, naming.on)
        yield Line(say(_("What came back")), naming.came_back, naming.on)
    for promise in moment.promises:
        done = say(_("Put down")) if promise.done else say(_("Waiting"))
        yield Line(say(PARTS["promises"]), done, promise.due)
    for rest in moment.rests:
        words = label(rest.ending, ENDINGS, say)
        if rest.seen_differently:
            words = f"{words}; {say(_('perhaps still seen differently'))}"
        yield Line(say(PARTS["rests"]), words, rest.on)


def earlier_lines(moment: Moment, say: Say) -> Iterator[Line]:
    """Give the words that stood there before, newest change first."""
    for past in history(moment):
        was, became = past.was, past.became
        if isinstance(was, Return | Naming):
            was, became = was.words, became and became.words
        if isinstance(was, str) and was and was != became and past.part in WRITTEN:
            yield Line(say(PARTS[past.part]), was, past.at.date())


def markdown(
    moment: Moment,
    bond: Bond | None = None,
    *,
    say: Say = str,
    day: Callable[[date], str] = written_day,
) -> str:
    """Return all of *moment* as Markdown, every word as it was written.

    What was there before it was changed stands at the end.
    """
    title = moment.title or day(moment.day)
    parts = [heading(title, 1), quote_lines(lines(moment, bond, say=say), day)]
    earlier = list(earlier_lines(moment, say))
    if earlier:
        parts += [
            heading(say(_("Before it was changed")), 2),
            quote_lines(earlier, day),
        ]
    return "\n\n".join(parts) + "\n"


def one_page(
    chosen: Iterable[Line],
    *,
    on: date,
    say: Say = str,
    day: Callable[[date], str] = written_day,
) -> str:
    """Return one page of the lines someone *chose* to take along, as Markdown.

    For a therapist, a doctor or a friend: these lines, the day, and nothing else.
    """
    return f"{heading(day(on), 1)}\n\n{quote_lines(chosen, day)}\n"


def exported(kept: Kept) -> bytes:
    """Return *kept* as JSON to take out, without what stays private."""
    if isinstance(kept, Bond):
        kept = replace(kept, nothing_for_two=False)
    return msgspec.json.encode(kept)


def heading(text: str, level: int) -> str:
    """Return *text* as a heading on one line."""
    return f"{'#' * level} {' '.join(text.split())}"


def quote_lines(lines: Iterable[Line], day: Callable[[date], str]) -> str:
    """Return each line as its label, its day and its words, quoted as they stand."""
    return "\n\n".join(
        f"**{line.label}**{f', {day(line.on)}' if line.on else ''}\n\n"
        + "\n".join(f"> {words}" for words in line.words.split("\n"))
        for line in lines
    )
