"""Moments for the tests: any that can be kept, and one that was told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from hearthside.moments import choices
from hearthside.moments.moment import (
    Body,
    Bond,
    Felt,
    Gathered,
    Moment,
    Naming,
    Promise,
    Rest,
    Return,
)

WROTE = datetime(2026, 2, 27, 23, 50, tzinfo=UTC)
FIRST = date(2026, 3, 1)


def later(minutes: int) -> datetime:
    """Return the time of an act, some minutes after the first words."""
    return WROTE + timedelta(minutes=minutes)


def told(*returns: Return) -> Moment:
    """Return a moment with Mika, and what came after."""
    return Moment(at=WROTE, words="i kept looking at the door", returns=returns)


def came(id: str, on: date, *hows: str) -> Return:
    """Return a return that was answered on its day, and a day later each time after."""
    answers = (Felt(how=how, on=on + timedelta(days=i)) for i, how in enumerate(hows))
    return Return(id=id, on=on, by="them", how="written", felt=tuple(answers))


# Whatever can be typed into a page: any text but half a character.
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ids = st.integers(0, 2**128 - 1).map(lambda n: f"{n:032x}")
days = st.dates(date(1930, 1, 1), date(2130, 1, 1))
times = st.datetimes(datetime(1990, 1, 1), datetime(2130, 1, 1), timezones=st.just(UTC))


def one_of(known: dict[str, str]) -> st.SearchStrategy[str]:
    """Give an id of *known*."""
    return st.sampled_from(sorted(known))


felts = st.builds(
    Felt, how=one_of(choices.FELT), on=days, for_peace=one_of(choices.FOR_PEACE)
)
returns = st.builds(
    Return,
    id=ids,
    on=days,
    by=st.just("") | one_of(choices.BY),
    how=st.just("") | one_of(choices.HOW),
    words=text,
    felt=st.lists(felts, max_size=4).map(tuple),
)
rests = st.builds(
    Rest, ending=one_of(choices.ENDINGS), on=days, seen_differently=st.booleans()
)
promises = st.builds(
    Promise,
    id=ids,
    due=days,
    made=days,
    by=one_of(choices.BY),
    done=st.none() | days,
)
namings = st.builds(
    Naming, id=ids, on=days, words=text, softer=st.booleans(), came_back=text
)


def some(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Give a few, no two of one id."""
    return st.lists(of, max_size=5, unique_by=lambda one: getattr(one, "id", one)).map(
        tuple
    )


moments = st.builds(
    Moment,
    at=times,
    healing=st.booleans(),
    title=text,
    happened=st.none() | days,
    body=st.builds(
        Body,
        did=st.lists(one_of(choices.BODY)).map(tuple),
        where=text,
        how_much=text,
    ),
    words=text,
    forms=st.lists(one_of(choices.FORMS), unique=True).map(tuple),
    form=text,
    pace=one_of(choices.PACES),
    whose=st.just("") | one_of(choices.WHOSE),
    bond=st.just("") | ids,
    structure=st.just("") | one_of(choices.STRUCTURES),
    story=text,
    needed=text,
    my_part=text,
    returns=some(returns),
    rests=some(rests),
    promises=some(promises),
    namings=some(namings),
    to_sort=st.booleans(),
)
bonds = st.builds(
    Bond,
    name=text,
    kind=one_of(choices.BONDS),
    nothing_for_two=st.booleans(),
    put_away=st.booleans(),
)
gatherings = st.builds(Gathered, name=text, at=times, moments=st.lists(ids).map(tuple))
