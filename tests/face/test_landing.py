"""A message is met alone, and felt before it is read."""

from __future__ import annotations

import pytest
from django.test import Client

from .bringing import MIXED, landed, page, received


def test_a_message_is_met_alone_with_nothing_marked_and_nothing_chosen(
    client: Client,
) -> None:
    shown = page(client, received(client, MIXED))

    assert "I'm sorry I didn't text" in shown
    assert "How did it land in you?" in shown
    assert "<mark" not in shown
    assert "checked" not in shown


@pytest.mark.parametrize("way", ["answered/", "marks/"])
def test_no_way_leads_past_the_question(client: Client, way: str) -> None:
    entry = received(client, MIXED)

    assert client.get(f"{entry}{way}").headers["Location"] == entry


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("landed", "You said it landed."),
        ("part", "You said part of it landed."),
        ("not", "You said it didn’t land."),
        ("tolerated", "You said you felt tolerated, not met."),
        ("later", "You said not yet."),
        ("unknown", "You said you don’t know."),
        ("skip", "You left open how it landed."),
    ],
)
def test_the_answer_stands_above_every_mark(
    client: Client, how: str, said: str
) -> None:
    entry = landed(client, MIXED, how)

    assert said in page(client, f"{entry}answered/")
    shown = page(client, f"{entry}marks/")
    assert shown.index(said) < shown.index("<mark")


def test_after_the_answer_one_can_see_more_or_stop(client: Client) -> None:
    entry = landed(client, MIXED)

    shown = page(client, f"{entry}answered/")

    assert f'href="{entry}marks/"' in shown
    assert f'action="{entry}not-now/"' in shown
    assert "<mark" not in shown


def test_an_answer_can_be_changed(client: Client) -> None:
    entry = landed(client, MIXED, "landed")

    client.post(f"{entry}landing/", {"landed": "tolerated"})

    shown = page(client, f"{entry}marks/")
    assert "tolerated, not met" in shown
    assert "You said it landed" not in shown


def test_no_answer_is_not_taken_for_one(client: Client) -> None:
    entry = received(client, MIXED)

    answer = client.post(f"{entry}landing/", {"landed": "fine"})

    assert answer.headers["Location"] == f"{entry}#landing"
    assert "Nothing was chosen." in page(client, entry)
