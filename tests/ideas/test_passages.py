"""What both faces show of a reading: every word of it, and numbered notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthside.words import GROUPS, MOVES, read
from hearthside.words.passages import (
    holds_repair,
    notes,
    passages,
    pieces,
    turns,
)

MIXED = (
    "ok so friday\n\nI'm sorry I didn't text. I'm sorry if you were upset\n\n"
    "see you at six\n\nbye"
)
LINES = st.sampled_from(["I'm sorry I was late.", "never mind", "ok", "", " ", "\t🙏"])
TEXTS = st.lists(LINES).map("\n".join)


@given(TEXTS)
def test_no_letter_is_lost_or_said_twice(text: str) -> None:
    assert "".join(piece.words for piece in pieces(read(text))) == text


@given(TEXTS)
def test_passages_hold_every_line_that_has_words_and_every_note_once(
    text: str,
) -> None:
    reading = read(text)

    shown = passages(reading)

    lines = [
        "".join(piece.words for piece in paragraph)
        for passage in shown
        for paragraph in passage.paragraphs
    ]
    assert lines == [line for line in text.split("\n") if line.strip()]
    assert [note for one in shown for note in one.notes] == notes(reading)


def test_a_note_has_a_number_a_heading_and_the_line_its_words_stand_on() -> None:
    first, second = notes(read(MIXED))

    assert (first.number, second.number) == (1, 2)
    assert first.heading == "Says sorry"
    assert (first.line, second.line) == ("return", "guard")


def test_where_only_the_group_is_sure_the_note_is_named_after_the_group() -> None:
    reading = read("I'm sorry if you were upset")
    unsure = replace(reading, marks=(replace(reading.marks[0], move=None),))

    assert notes(reading)[0].heading == MOVES["conditional_sorry"].heading
    assert notes(unsure)[0].heading == GROUPS["hollow"].heading


def test_a_paragraph_with_notes_stands_alone_and_the_others_together() -> None:
    before, marked, after = passages(read(MIXED))

    assert (len(before.notes), len(marked.notes), len(after.notes)) == (0, 2, 0)
    assert len(marked.paragraphs) == 1
    assert len(after.paragraphs) == 2


def test_a_mark_that_runs_over_a_lines_end_is_not_cut() -> None:
    reading = read("I'm sorry if you were upset")
    [mark] = reading.marks
    over = replace(mark, words=mark.words.replace(" if", "\nif"))
    across = replace(reading, text=over.words, marks=(over,))

    [passage] = passages(across)

    assert [piece.words for piece in passage.paragraphs[0]] == [over.words]


def test_what_words_turn_to_is_said_once_in_their_order() -> None:
    text = "I'm sorry I didn't text. I'm sorry if you were upset. I'm sorry I was late."

    assert turns(read(text)) == ["what they did", "how you took it"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("I'm sorry I was late.", True),
        ("I'm sorry if you were upset", False),
        ("see you at six", False),
    ],
)
def test_words_hold_repair_where_a_mark_belongs_to_it(text: str, holds: bool) -> None:
    assert holds_repair(read(text)) is holds
