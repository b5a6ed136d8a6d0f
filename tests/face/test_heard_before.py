"""Whether such words were heard before, and what came after."""

from __future__ import annotations

from django.test import Client

from .bringing import MIXED, landed, page


def test_what_came_after_such_words_is_asked_and_stands_beside_them(
    client: Client,
) -> None:
    entry = landed(client, MIXED)
    assert "Have you heard words like these before?" in page(client, f"{entry}marks/")

    answer = client.post(
        f"{entry}heard-before/",
        {"heard": "often", "came_after": "same", "told": "in may, and in june"},
    )

    shown = page(client, str(answer.headers["Location"]).split("#")[0])
    assert "You have heard them often." in shown
    assert "After them, it went on as before." in shown
    assert "in may, and in june" in shown


def test_what_came_after_can_stay_open(client: Client) -> None:
    entry = landed(client, MIXED)

    client.post(f"{entry}heard-before/", {"heard": "made up"})

    shown = page(client, f"{entry}marks/")
    assert "You have heard" not in shown
    assert "Answer, if you want to" in shown


def test_too_long_an_answer_stays_in_its_field(client: Client) -> None:
    entry = landed(client, MIXED)

    client.post(f"{entry}heard-before/", {"told": "a" * 20_001})

    shown = page(client, f"{entry}marks/")
    assert "20,000 characters" in shown
    assert "a" * 20_001 in shown
