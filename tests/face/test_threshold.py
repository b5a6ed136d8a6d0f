from __future__ import annotations

import re

import pytest
from django.test import Client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_threshold_has_one_sentence_and_the_doors_that_are_built(
    client: Client,
) -> None:
    shown = page(client, "/")

    assert shown.count("<h1>") == 1
    assert re.findall(r"<li><a [^>]+>(.+?)</a>", shown) == [
        "Something hurt, or feels off",
        "I hurt someone",
        "I have words here",
        "Someone I’m missing, or letting go",
        "Something softened",
    ]


@pytest.mark.parametrize("address", ["/", "/words/", "/words/received/", "/numbers/"])
def test_every_page_can_be_left_leads_to_numbers_and_has_a_plain_title(
    client: Client, address: str
) -> None:
    shown = page(client, address)

    assert "<title>Notes</title>" in shown
    assert 'action="/leave/" method="post"' in shown
    assert "Not safe, or not wanting to live? Numbers" in shown


@pytest.mark.parametrize(
    ("chosen", "attribute"), [("dusk", "data-dusk"), ("dawn", "data-light")]
)
def test_the_light_someone_chose_stays_from_page_to_page(
    client: Client, chosen: str, attribute: str
) -> None:
    answer = client.post("/light/", {"light": chosen, "back": "/words/"})

    assert answer.headers["Location"] == "/words/"
    assert f'<html lang="en" {attribute}>' in page(client, "/words/")


def test_the_light_can_be_left_to_the_computer_again(client: Client) -> None:
    client.post("/light/", {"light": "dusk"})
    client.post("/light/", {"light": "system"})

    assert '<html lang="en">' in page(client, "/")


def test_a_light_there_is_not_changes_nothing(client: Client) -> None:
    client.post("/light/", {"light": "noon"})

    assert '<html lang="en">' in page(client, "/")


@pytest.mark.parametrize(
    "back",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", ""],
)
def test_choosing_a_light_never_leads_elsewhere(client: Client, back: str) -> None:
    answer = client.post("/light/", {"light": "dusk", "back": back})

    assert answer.headers["Location"] == "/"


def test_words_can_be_received_or_to_send(client: Client) -> None:
    shown = page(client, "/words/")

    assert "/words/received/" in shown
    assert "/words/drafts/" in shown
