from __future__ import annotations

import pytest

from hearthside.words.normalising import Words


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
        ("u'll see, it mustve hurt", "you will see, it must have hurt"),
        ("if u go ill tell mum", "if you go i will tell mum"),
        ("ill be late, im ill be kind", "i will be late, i am ill be kind"),
        ("he fell ill", "he fell ill"),
        ('we\'d said "no", ok', "we would said, no, okay"),
        ("a co-parent", "a co parent"),
    ],
)
def test_what_people_type_is_heard_as_plain_words(typed: str, heard: str) -> None:
    assert Words(typed).heard == f"\n{heard}"


def test_a_sentence_is_a_line_and_one_that_asks_ends_in_a_question_mark() -> None:
    words = Words("Why? I waited.\nTwo hours!! OK?! three miles... and back")

    assert words.heard.splitlines() == [
        "",
        "why?",
        "i waited",
        "two hours",
        "okay?",
        "three miles, and back",
    ]


@pytest.mark.parametrize("text", ["", "   ", "...", "—", "\n\n", "()", "?!"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert Words(text).words == set()


def test_a_place_heard_leads_back_to_the_letters_as_given() -> None:
    text = "👩‍👩‍👧 İ… Im SO sorryyyy, “ok”?"
    words = Words(text)
    start = words.heard.index("i am so sorry")

    place = words.place(start, start + len("i am so sorry"))

    assert place.of(text) == "Im SO sorryyyy"


def test_words_in_quotation_marks_are_known_as_such_over_sentences() -> None:
    words = Words("he wrote “never mind. forget it” and left")

    assert words.is_quoted(words.heard.index("never"))
    assert words.is_quoted(words.heard.index("forget"))
    assert not words.is_quoted(words.heard.index("left"))


def test_quotation_marks_around_a_pasted_message_quote_nobody() -> None:
    words = Words("“never mind. forget it”")

    assert not words.is_quoted(words.heard.index("never"))


def test_a_sentence_without_an_end_is_heard_in_parts() -> None:
    words = Words("and then i said no " * 100)

    assert max(map(len, words.heard.splitlines())) <= 400
