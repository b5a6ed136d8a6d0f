from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from hearthside.moments.changing import promised, rested
from hearthside.moments.found import About, about, find, folded, holds
from hearthside.moments.moment import (
    Body,
    Bond,
    Gathered,
    Kept,
    Naming,
    Promise,
    Rest,
)

from .moments_told import (
    FIRST,
    WROTE,
    bonds,
    came,
    gatherings,
    later,
    moments,
    told,
)


def line(first: str = "", **parts: object) -> About:
    return msgspec.convert(
        {"kind": "moment", "at": WROTE, "first": first, **parts}, About
    )


def found(lines: dict[str, About], **asked: object) -> list[str]:
    return [id for id, _ in find(lines, **asked)]  # type: ignore[arg-type]


def test_a_line_holds_what_a_list_shows() -> None:
    moment = replace(
        told(),
        happened=FIRST,
        bond="b",
        forms=("look",),
        to_sort=True,
        words="\n i w\nx",
    )
    moment = promised(
        moment, Promise(id="p", due=date(2026, 3, 9), made=FIRST), at=later(1)
    )

    assert about(moment) == About(
        kind="moment",
        at=WROTE,
        happened=FIRST,
        bond="b",
        forms=("look",),
        first="i w",
        to_sort=True,
        due=date(2026, 3, 9),
    )


def test_a_line_says_how_it_rests_and_when_it_is_asked_again() -> None:
    moment = rested(told(), Rest(ending="mended", on=FIRST), at=later(1))

    assert about(moment).ending == "mended"
    assert about(moment).due == FIRST + timedelta(days=1)


def test_a_title_comes_before_the_words_and_a_long_line_is_cut() -> None:
    assert about(replace(told(), title="x" * 500)).first == "x" * 120


def test_a_relationship_and_a_gathering_have_lines_too() -> None:
    assert about(Bond(name="Mika", put_away=True)) == About(
        kind="bond", first="Mika", put_away=True
    )
    assert about(Gathered(name="The Fridays", at=WROTE)) == About(
        kind="gathered", at=WROTE, first="The Fridays"
    )


@given(moments | bonds | gatherings)
def test_any_line_comes_back_from_json(kept: Kept) -> None:
    there = about(kept)

    assert msgspec.json.decode(msgspec.json.encode(there), type=About) == there


def test_the_newest_is_first_by_the_day_it_happened() -> None:
    lines = {
        "old": line(happened="1998-05-01"),
        "written_first": line(),
        "written_later": line(at=WROTE + timedelta(minutes=5)),
        "bond": line(at=None, kind="bond"),
    }

    assert found(lines) == ["written_later", "written_first", "old", "bond"]


def test_person_form_and_time_all_have_to_fit() -> None:
    lines = {
        "a": line(bond="x", forms=["look", "tone"], happened="2026-03-01"),
        "b": line(bond="y", forms=["look"], happened="2026-03-05"),
        "c": line(bond="x", forms=["tone"], happened="2026-03-09"),
    }

    assert found(lines, bond="x") == ["c", "a"]
    assert found(lines, form="look") == ["b", "a"]
    assert found(lines, since=date(2026, 3, 5)) == ["c", "b"]
    assert found(lines, until=date(2026, 3, 5)) == ["b", "a"]
    assert found(lines, bond="x", form="tone", until=date(2026, 3, 1)) == ["a"]


def test_what_has_no_day_is_in_no_span_of_time() -> None:
    lines = {"bond": line(at=None, kind="bond")}

    assert found(lines, until=date(2030, 1, 1)) == []
    assert found(lines, since=date(1900, 1, 1)) == []


@pytest.mark.parametrize("words", ["ZOE cafe", "  café   zoë ", "zoe’s", "ZOË'S"])
def test_words_are_found_whatever_their_case_accents_and_curls(words: str) -> None:
    lines = {"a": line("At Zoë’s Café"), "b": line("At home")}

    assert found(lines, words=words) == ["a"]


def test_every_word_is_needed() -> None:
    lines = {"a": line("the hall"), "b": line("the hall at night")}

    assert found(lines, words="night hall") == ["b"]


def test_what_was_put_away_is_not_found_nor_is_anything_with_them() -> None:
    lines = {
        "a": line("hall", bond="x"),
        "b": line("hall", bond="y"),
        "x": line("Mika", kind="bond"),
        "z": line("Jo", kind="bond", put_away=True),
    }

    assert found(lines, put_away=frozenset({"x"})) == ["b"]
    assert found(lines) == ["a", "b", "x"]


def test_the_whole_of_a_moment_can_be_searched() -> None:
    moment = replace(
        told(replace(came("r", FIRST), words="I said réally")),
        title="Friday",
        body=Body(where="throat"),
        story="too much",
        my_part="no call",
        namings=(Naming(id="n", on=FIRST, words="again", came_back="a thumb"),),
    )

    for words in ("really", "FRIDAY door", "throat much", "call again thumb"):
        assert holds(moment, words)
    assert not holds(moment, "really never")


def test_earlier_words_are_not_searched() -> None:
    moment = replace(told(), words="hall")

    assert not holds(moment, "door")


@given(moments)
def test_a_moment_is_found_by_its_own_first_line(moment: Kept) -> None:
    there = about(moment)

    assert find({"a": there}, words=there.first) == [("a", there)]


def test_folding_leaves_other_scripts_readable() -> None:
    assert folded("Ты ОПОЗДАЛ") == "ты опоздал"
    assert folded("Straße") == "strasse"
