"""What the words turn toward, under the answer."""

from __future__ import annotations

import re

from django.test import Client

from .bringing import MIXED, NOTHING, marks


def test_a_mixed_message_stays_mixed(client: Client) -> None:
    shown = marks(client, MIXED)

    assert "mark--return" in shown
    assert "mark--guard" in shown
    assert "in part the person who did it" in shown


def test_each_number_leads_to_its_note_and_back(client: Client) -> None:
    shown = marks(client, MIXED)

    for number in (1, 2):
        assert f'id="words-{number}"' in shown
        assert f'href="#note-{number}"' in shown
        assert f'id="note-{number}"' in shown
        assert f'href="#words-{number}"' in shown


def test_every_word_is_there_as_it_was_written(client: Client) -> None:
    words = "ok  so\n\n\tI'm sorry I didn't text.  fine\nlast line"

    shown = marks(client, words)

    for line in ("ok  so", "I'm sorry I didn't text", ".  fine", "last line"):
        assert line in shown


def test_the_groups_are_taken_together_in_the_order_of_the_words(
    client: Client,
) -> None:
    shown = marks(client, MIXED)

    together = "The marked words turn first to what they did, then to how you took it."
    assert together in shown


def test_where_words_turn_to_many_things_each_stands_on_a_line(client: Client) -> None:
    many = (
        "I'm sorry I didn't text. I'm sorry if you were upset. You are so selfish."
        " I'd like to make it up to you."
    )

    shown = marks(client, many)

    [listed] = re.findall('<ol class="turns">(.*?)</ol>', shown, re.DOTALL)
    assert re.findall("<li>(.*?)</li>", listed) == [
        "what they did",
        "how you took it",
        "speaking against you",
        "what comes next",
    ]
    assert "then to" not in shown


def test_it_says_that_a_rule_speaks_and_what_it_cannot_hear(client: Client) -> None:
    for words in (MIXED, NOTHING):
        shown = marks(client, words)

        assert "Nothing marked doesn’t mean nothing happened." in shown
        assert "Nothing is kept." in shown
    assert "A rule speaks here" in marks(client, MIXED)


def test_what_an_attempt_does_not_hold_is_said_and_only_of_an_attempt(
    client: Client,
) -> None:
    attempt = marks(client, MIXED)
    attack = marks(client, "You are so selfish.")

    assert "What no rule heard here" in attempt
    assert "What no rule heard here" not in attack


def test_where_nothing_is_marked_the_page_says_only_that(client: Client) -> None:
    shown = marks(client, NOTHING)

    assert "Nothing is marked" in shown
    assert "<mark" not in shown
    assert "Have you heard words like these before?" not in shown


def test_another_language_is_said_to_be_unread(client: Client) -> None:
    german = (
        "Es tut mir leid, dass ich gestern nicht gekommen bin, ich habe es vergessen"
        " und das war nicht in Ordnung von mir."
    )

    shown = marks(client, german)

    assert "These words aren’t read here" in shown
    assert "<mark" not in shown
