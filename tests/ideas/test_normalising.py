from __future__ import annotations

import pytest

from hearthside.words.normalising import sentences


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("I’m sorry", "i am sorry"),
        ("im sorryyyy", "i am sorry"),
        ("u didnt call", "you did not call"),
        ("Dont go", "do not go"),
        ("it's fine… really", "it is fine, really"),
        ("well — you know", "well, you know"),
        ("soooo goooood", "so good"),
        ("nvm", "never mind"),
        ('we\'d said "no", ok', "we would said, no, okay"),
        ("a co-parent", "a co parent"),
    ],
)
def test_what_people_type_is_heard_as_plain_words(typed: str, heard: str) -> None:
    assert [sentence.heard for sentence in sentences(typed)] == [heard]


def test_sentences_end_at_marks_and_at_new_lines() -> None:
    found = sentences("Why? I waited.\nTwo hours!! 3.5 miles... and back")

    assert [sentence.heard for sentence in found] == [
        "why",
        "i waited",
        "two hours",
        "3, 5 miles, and back",
    ]
    assert [sentence.asks for sentence in found] == [True, False, False, False]


@pytest.mark.parametrize("text", ["", "   ", "...", "—", "\n\n", "()"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


def test_a_place_heard_leads_back_to_the_letters_as_given() -> None:
    text = "👩‍👩‍👧 İ… Im SO sorryyyy, “ok”?"
    [sentence] = sentences(text)
    start = sentence.heard.index("i am so sorry")

    place = sentence.place(start, start + len("i am so sorry"))

    assert place.of(text) == "Im SO sorryyyy"


def test_words_in_quotation_marks_are_known_as_such() -> None:
    [sentence] = sentences("he wrote “never mind” and left")

    assert sentence.is_quoted(sentence.heard.index("never"))
    assert not sentence.is_quoted(sentence.heard.index("left"))
