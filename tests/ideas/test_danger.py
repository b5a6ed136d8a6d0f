from __future__ import annotations

import pytest

from hearthside import read
from hearthside.words.matching import Message, hear
from hearthside.words.reading import dangers, whose_danger
from hearthside.words.rulebook import DANGER, Example, rulebook

[FILE] = [file for file in rulebook().files if file.move == DANGER]


def heard(text: str) -> list[str]:
    return [one.span.of(text) for one in hear(Message(text)) if one.move == DANGER]


@pytest.mark.parametrize("example", FILE.marks, ids=lambda e: e.text)
def test_words_that_may_be_about_dying_are_heard(example: Example) -> None:
    assert example.words in heard(example.text)
    assert read(example.text).danger


@pytest.mark.parametrize("example", FILE.leaves_alone, ids=lambda e: e.text)
def test_everyday_words_are_left_alone(example: Example) -> None:
    assert heard(example.text) == []
    assert not read(example.text).danger


def test_there_are_many_examples_of_both_kinds() -> None:
    assert len(FILE.marks) >= 25
    assert len(FILE.leaves_alone) >= 25


def test_nothing_is_marked_in_a_paragraph_that_may_be_about_dying() -> None:
    reading = read(
        "I'm sorry if you were upset.\nI'm sorry if you were hurt, I want to die."
    )

    assert reading.danger
    assert [(mark.start, mark.words) for mark in reading.marks] == [
        (0, "I'm sorry if you were upset")
    ]


def test_once_someone_says_it_is_not_that_the_words_are_read_like_any_others() -> None:
    text = "I'm sorry if you were hurt, I want to die."

    quiet, heeded_no_more = read(text), read(text, heed_danger=False)

    assert quiet.marks == ()
    assert heeded_no_more.marks
    assert not heeded_no_more.danger


def test_words_about_dying_in_the_message_before_are_told_and_leave_the_marks() -> None:
    reading = read("I'm sorry if you were upset.", "I want to die.")

    assert reading.danger
    assert not reading.left_unmarked
    assert reading.marks
    assert whose_danger(reading) == "mine"


def test_words_about_dying_in_both_are_met_as_theirs() -> None:
    assert whose_danger(read("I want to die.", "I want to die.")) == "theirs"
    assert whose_danger(read("See you at six.", "Ok.")) is None


def test_it_is_not_that_holds_for_the_message_before_too() -> None:
    reading = read("See you at six.", "I want to die.", heed_danger=False)

    assert not reading.danger


def test_an_emoji_before_does_not_move_the_words() -> None:
    text = "💔👨‍👩‍👧 ok\n🥀 sometimes I want to die"

    [paragraph] = set(dangers(text, hear(Message(text))))

    assert "I want to die" in heard(text)
    assert paragraph.of(text) == "🥀 sometimes I want to die"


@pytest.mark.parametrize(
    "text",
    [
        "If you leave I'll kill myself.",
        "Would you even care if I died?",
        "She told me she wants to die.",
        "I'm not saying I want to die, but most mornings I wish I hadn't woken up.",
        "He texted: “I can’t go on living.”",
    ],
)
def test_asked_denied_reported_or_on_a_condition_it_is_still_heard(text: str) -> None:
    assert read(text).danger


def test_a_laugh_takes_the_weight_from_a_wish_but_not_from_what_was_done() -> None:
    assert not read("kms lol").danger
    assert not read("i want to die haha").danger
    assert read("I took all my tablets lol").danger
    assert read("I tried to kill myself last year haha").danger


def test_danger_is_heard_in_a_language_that_is_not_read() -> None:
    text = (
        "Mujhe kuch samajh nahi aata aur main bahut thak gaya hoon, marna chahta hoon."
    )

    assert read(text).danger


def test_a_long_run_of_near_words_is_read_all_the_same() -> None:
    text = "i can not do this and i want to be if i was not " * 200

    assert not read(text).danger
