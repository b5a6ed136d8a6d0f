from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hearthside import read

# What people send, and what breaks readers: emoji, accents, signs that join and
# turn, letters whose lower case is longer, halves of a pair, control characters.
PIECES = st.sampled_from(
    (
        "I’m sorry|if you felt that way|you always do this|never mind|😂|👩‍👩‍👧|ñ|İ|ß"
        "|ok|\ud800|\u202e|\x00|\x1b[31m|\n|…|?|!|“|”|'|’|<b>|k.|I want to die|my bad"
        "|im|u|sooooo| "
    ).split("|")
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))
)
@example("")
@example("😂" * 10_000)
@example("İ’m so sorry… I forgot")
def test_any_string_is_read_and_every_mark_is_words_of_it(text: str) -> None:
    reading = read(text, text)

    assert reading.text == text
    assert list(reading.marks) == sorted(reading.marks, key=lambda m: m.start)
    for mark in reading.marks:
        assert 0 <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == mark.words
    for one, other in zip(reading.marks, reading.marks[1:], strict=False):
        assert one.end <= other.start


def test_a_megabyte_is_read_and_not_refused() -> None:
    text = "I’m sorry I forgot. " * 50_000

    reading = read(text)

    assert len(reading.marks) == 50_000


@pytest.mark.parametrize(
    "typed",
    [
        "I'm sorry I forgot",
        "im sorry i forgot",
        "I am sorry I forgot",
        "I’m sorry I forgot",
        "IM SORRYYYY I FORGOT",
        "soz i forgot",
    ],
)
def test_the_ways_people_type_it_are_heard_alike(typed: str) -> None:
    [mark] = read(f"😢 ça: {typed}").marks

    assert mark.move == "says_sorry"
    assert mark.words.lower() in typed.lower()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I'm not sorry I left.", "it is denied"),
        ("She said I'm sorry I forgot.", "someone else said it"),
        ("You wrote “I'm sorry I forgot” and then nothing.", "it is quoted"),
        ("If I'm sorry I forgot, I'd tell you.", "it hangs on an if"),
    ],
)
def test_how_words_are_held_is_heard_by_the_matcher(text: str, why: str) -> None:
    assert "says_sorry" not in {mark.move for mark in read(text).marks}, why


def test_a_laugh_takes_the_weight_from_a_jibe_and_not_from_a_sorry() -> None:
    plain, laughed = read("you are such an idiot"), read("you are such an idiot 😂")
    sorry = read("sorry i forgot lol")

    assert [mark.move for mark in plain.marks] == ["contempt"]
    assert not laughed.marks
    assert [mark.move for mark in sorry.marks] == ["says_sorry"]


def test_a_sorry_and_what_turns_it_away_are_both_marked() -> None:
    reading = read("I'm sorry I shouted, but you started it.", "you shouted at me")

    assert [mark.move for mark in reading.marks] == ["says_sorry", "shifts_blame"]
    assert reading.centres == "both"


def test_an_if_takes_the_place_of_the_sorry_in_the_same_words() -> None:
    reading = read("I'm sorry if I hurt you.")

    assert [mark.move for mark in reading.marks] == ["conditional_sorry"]
    assert reading.centres == "the_one_who_hurt"


def test_what_is_absent_is_said_only_of_an_attempt_at_repair() -> None:
    attempt, harmless = read("I'm sorry I forgot."), read("See you at eight.")

    assert attempt.attempt
    assert attempt.absent == ("impact", "question", "next")
    assert not harmless.attempt
    assert harmless.absent == ()


def test_a_rule_gives_no_probability() -> None:
    [mark] = read("I'm sorry I forgot.").marks

    assert (mark.by, mark.sure) == ("rule", None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok", None),
        ("naja", None),
        ("Es tut mir leid, dass ich dich gestern so lange warten ließ.", "de"),
        ("Perdona que no te haya contestado ayer por la noche.", "es"),
        ("im sorry i didnt text u back last night i was well tired", "en"),
    ],
)
def test_a_language_is_decided_only_where_there_is_enough_of_it(
    text: str, language: str | None
) -> None:
    assert read(text).language == language


def test_a_message_in_another_language_is_unread_and_not_guessed_at() -> None:
    reading = read("Sorry, aber ich habe dir nie versprochen, dass ich komme. Sorry.")

    assert not reading.is_read
    assert reading.marks == ()
    assert reading.absent == ()


def test_no_socket_is_opened_to_tell_a_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)

    assert read("Przepraszam, że nie odpisałem ci wczoraj wieczorem.").language == "pl"


def test_a_reading_is_json_of_a_known_shape() -> None:
    reading = read("I’m sorry I forgot. how was it for you?").as_dict()

    assert list(reading) == [
        "text",
        "language",
        "marks",
        "centres",
        "absent",
        "attempt",
        "danger",
        "left_unmarked",
    ]
    assert list(reading["marks"][0]) == [
        "start",
        "end",
        "words",
        "family",
        "group",
        "move",
        "sure",
        "by",
        "says",
    ]
    assert json.loads(json.dumps(reading)) == json.loads(json.dumps(reading))


def test_a_question_no_rule_heard_is_not_called_absent() -> None:
    reading = read("I'm sorry I forgot. was the rest of it ok at least?")

    assert "question" not in reading.absent


def test_a_will_no_rule_heard_is_not_called_absent() -> None:
    reading = read("I'm sorry I forgot. I will bring it round")

    assert "next" not in reading.absent
