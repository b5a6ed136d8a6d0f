"""Words are kept nowhere, and nobody else finds them."""

from __future__ import annotations

from django.test import Client

from hearthside.web import waiting
from hearthside.web.door.latch import latch

from .bringing import MIXED, landed, received


def test_no_page_with_words_answers_a_form(client: Client) -> None:
    entry = received(client, MIXED)

    for address, form in [
        ("/words/received/", {"words": MIXED}),
        ("/words/received/", {"words": ""}),
        (f"{entry}words/", {"words": ""}),
        (f"{received(client, MIXED)}landing/", {"landed": "part"}),
        (f"{received(client, MIXED)}heard-before/", {"told": "once"}),
    ]:
        assert client.post(address, form).status_code == 302


def test_no_address_holds_a_word(client: Client) -> None:
    entry = received(client, "Marjoram and thyme")

    assert "marjoram" not in entry.lower()
    assert len(entry.split("/")[3]) >= 20


def test_not_now_lets_the_words_go(client: Client) -> None:
    entry = landed(client, MIXED)

    answer = client.post(f"{entry}not-now/")

    assert answer.headers["Location"] == "/"
    gone = client.get(entry)
    assert gone.status_code == 404
    assert "aren’t here any more" in gone.content.decode()


def test_leaving_lets_every_word_go(client: Client) -> None:
    received(client, MIXED)

    client.post("/leave/")

    assert len(waiting.waiting) == 0


def test_another_session_never_finds_the_words(
    client: Client, stranger: Client
) -> None:
    entry = received(client, MIXED)

    stranger.get(f"/open/{latch.new_secret()}")

    assert stranger.get(entry).status_code == 404


def test_a_draft_is_not_found_as_a_message(client: Client) -> None:
    draft = client.post("/words/drafts/", {"words": MIXED}).headers["Location"]

    assert client.get(draft.replace("drafts", "received")).status_code == 404
