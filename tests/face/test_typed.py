"""What is typed: taken as it is, or left in its field with the reason."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

from .bringing import MIXED, landed, page, received


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "There are no words here yet."),
        (" \n\t \u200b", "There are no words here yet."),
        ("a" * 20_001, "One message can have 20,000 characters"),
        ("a" * 1_000_000, "One message can have 20,000 characters"),
    ],
    ids=["empty", "blank", "too long", "a megabyte"],
)
def test_words_that_cannot_be_taken_stay_in_their_field(
    client: Client, words: str, sentence: str
) -> None:
    address = received(client, words)

    shown = page(client, address)

    assert address.endswith("/words/")
    assert sentence in shown
    assert words in shown


def test_a_field_filled_anew_leads_on(client: Client) -> None:
    address = received(client, "")

    answer = client.post(address, {"words": MIXED})

    assert "I'm sorry I didn't text" in page(client, str(answer.headers["Location"]))
    assert client.get(address).status_code == 404


def test_words_that_cannot_be_taken_have_no_page_but_their_form(
    client: Client,
) -> None:
    address = received(client, "")

    answer = client.get(address.removesuffix("words/"))

    assert answer.headers["Location"] == address


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "أنا آسف لأنني لم آت أمس",
        "😀" * 10_000,
        "bell\x07 escape\x1b[31m",
        "\u202eback to front",
    ],
    ids=["html", "right to left", "emoji", "control", "override"],
)
def test_strange_words_are_shown_as_given(client: Client, words: str) -> None:
    entry = landed(client, words)

    for address in (entry, f"{entry}marks/"):
        raw = client.get(address).content.decode()
        assert words in unescape(raw)
        assert "<script>alert" not in raw


def test_what_no_page_can_show_is_shown_as_a_browser_shows_it(client: Client) -> None:
    body = b"words=null%00+and+surrogate%ED%A0%80"
    form = "application/x-www-form-urlencoded"

    answer = client.post("/words/received/", body, content_type=form)

    shown = page(client, str(answer.headers["Location"]))
    assert "null\ufffd and surrogate\ufffd" in shown
