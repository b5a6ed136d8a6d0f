from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from msgspec.structs import replace

from hearthside.moments.changing import changed, undone, with_return
from hearthside.moments.moment import (
    Body,
    Bond,
    Felt,
    Kept,
    Moment,
    Naming,
    Promise,
    Rest,
    Return,
)
from hearthside.moments.papers import Line, exported, lines, markdown, one_page

from .moments_told import FIRST, bonds, came, later, moments, told

MIKA = Bond(name="Mika", kind="friend", nothing_for_two=True)
WHOLE = Moment(
    at=later(0),
    title="The Friday I waited",
    happened=FIRST,
    body=Body(did=("freeze",), where="my throat", how_much="all of it"),
    words="i kept looking\n\n  # at the door\n",
    forms=("unanswered",),
    form="an empty chair",
    pace="slowly",
    whose="between",
    structure="work",
    story="i ask too much",
    needed="one line",
    my_part="i didn’t ring",
    returns=(
        Return(
            id="r",
            on=date(2026, 3, 10),
            by="them",
            how="written",
            words="we’re fine though, right?",
            felt=(
                Felt(how="landed", on=date(2026, 3, 10), for_peace="yes"),
                Felt(how="tolerated", on=date(2026, 3, 21)),
            ),
        ),
    ),
    rests=(Rest(ending="mended", on=date(2026, 4, 1), seen_differently=True),),
    promises=(Promise(id="p", due=date(2026, 3, 9), made=FIRST),),
    namings=(
        Naming(id="n", on=date(2026, 3, 14), words="maybe it’s silly", softer=True),
        Naming(id="m", on=date(2026, 3, 15), words="i waited", came_back="ok"),
    ),
)


def test_a_moment_on_paper_is_all_of_it_word_for_word() -> None:
    paper = markdown(WHOLE, MIKA)

    assert paper.startswith("# The Friday I waited\n")
    assert (
        "**What happened**, 1 March 2026\n\n> i kept looking\n> \n>   # at the" in paper
    )
    for said in (
        "Freeze: stuck, blank, far away",
        "my throat",
        "an empty chair",
        "Slowly",
        "Mika",
        "Between us",
        "Work and money",
        "i ask too much",
        "one line",
        "i didn’t ring",
        "**They wrote**, 10 March 2026\n\n> we’re fine though, right?",
        "It landed",
        "Yes, to keep the peace",
        "**How it landed**, 21 March 2026\n\n> I felt tolerated, not met",
        "Named again, more softly",
        "**What came back**, 15 March 2026\n\n> ok",
        "**A day to come back to it**, 9 March 2026",
        "Mended; perhaps still seen differently",
    ):
        assert said in paper, said


def test_one_tap_is_a_whole_moment_on_paper_too() -> None:
    moment = Moment(at=later(0), body=Body(did=("nothing",)))

    assert markdown(moment) == (
        "# 27 February 2026\n\n**What my body did**\n\n> Nothing, or I can’t tell\n"
    )


def test_a_return_without_words_still_has_its_day() -> None:
    assert lines(told(came("r", FIRST)))[-1] == Line("They wrote", "–", FIRST)


def test_what_stood_there_before_is_at_the_end() -> None:
    moment = changed(told(), "words", "i waited", at=later(1))
    moment = changed(moment, "pace", "slowly", at=later(2))
    said = replace(came("r", FIRST), words="fine")
    moment = with_return(moment, said, at=later(3))
    moment = with_return(moment, replace(said, words="fine, right?"), at=later(4))

    _, _, before = markdown(moment).partition("## Before it was changed")

    assert "> fine\n" in before
    assert "> i kept looking at the door" in before
    assert "slowly" not in before


def test_words_that_were_taken_out_are_kept_on_paper() -> None:
    moment = with_return(told(), replace(came("r", FIRST), words="fine"), at=later(1))

    moment = undone(moment, at=later(2))

    assert "> fine\n" in markdown(moment)


def test_one_page_holds_the_chosen_lines_and_nothing_else() -> None:
    chosen = [Line("What happened", "i kept looking\nat the door", FIRST)]

    assert one_page(chosen, on=date(2026, 5, 1)) == (
        "# 1 May 2026\n\n"
        "**What happened**, 1 March 2026\n\n> i kept looking\n> at the door\n"
    )


def test_paper_is_in_the_readers_language() -> None:
    moment = replace(told(), pace="slowly")

    paper = markdown(moment, say=str.upper, day=lambda day: day.strftime("%d.%m.%Y"))

    assert "# 27.02.2026" in paper
    assert "**HOW IT CAME**\n\n> SLOWLY" in paper
    assert "> i kept looking at the door" in paper


@given(bonds)
def test_what_is_not_for_two_is_in_nothing_taken_out(bond: Bond) -> None:
    quiet = replace(bond, nothing_for_two=False)

    assert exported(bond) == exported(quiet)
    assert b"nothing_for_two" not in exported(bond)
    assert markdown(WHOLE, bond) == markdown(WHOLE, quiet)


@given(moments)
def test_a_moment_taken_out_as_json_is_all_there(moment: Kept) -> None:
    assert json.loads(exported(moment))["at"]


@given(moments)
def test_every_word_is_on_the_paper(moment: Moment) -> None:
    paper = markdown(moment)

    for words in (moment.words, moment.story, moment.needed):
        for line in words.split("\n"):
            assert line in paper
