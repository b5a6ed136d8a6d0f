"""Who is let in, and what everyone else sees."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from hearthside.web.door.latch import UNUSED_AT_MOST, Latch, latch

ADDRESSES = [
    "/",
    "/words/",
    "/words/received/",
    "/words/received/one-nobody-knows/",
    "/words/drafts/",
    "/light/",
    "/here/",
    "/away/",
    "/open/",
    "/open/a/longer/address",
    "/nowhere/at/all",
    "/numbers/nowhere",
    "/static/nothing.css",
    "/static/%2e%2e/settings.py",
    "/open/%0d%0aNotes: yes",
]


def is_plain(answer: Any) -> bool:
    """Return whether *answer* is the page that says nothing of the house."""
    page = answer.content.decode()
    return (
        "<title>Notes</title>" in page
        and "Hearthside" not in page
        and ("Nothing here yet." in page)
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_isnt_let_in_sees_the_plain_page(
    stranger: Client, address: str
) -> None:
    asked, sent = stranger.get(address), stranger.post(address, {"words": "hello"})

    assert is_plain(asked)
    assert is_plain(sent)


def test_the_plain_page_stands_alone(stranger: Client) -> None:
    page = stranger.get("/").content.decode()

    assert "src=" not in page
    assert "stylesheet" not in page
    assert "<script" not in page


def test_the_plain_page_has_the_quiet_link_while_nobody_left(stranger: Client) -> None:
    page = stranger.get("/").content.decode()

    assert '<a href="/numbers/">' in page


def test_the_numbers_answer_whoever_isnt_let_in(stranger: Client) -> None:
    answer = stranger.get("/numbers/")

    assert answer.status_code == 200
    assert not is_plain(answer)
    assert "Hearthside" not in answer.content.decode()


def test_a_page_is_made_of_files_that_anyone_here_may_have(stranger: Client) -> None:
    sheet = stranger.get("/static/hearthside/hearthside.css")
    serif = stranger.get("/static/fonts/Literata%5Bopsz%2Cwght%5D.ttf")

    for file in (sheet, serif):
        file.close()
        assert file.status_code == 200


def test_a_launch_secret_lets_in_once(stranger: Client) -> None:
    secret = latch.new_secret()

    first = stranger.get(f"/open/{secret}")
    again = Client(headers={"host": "127.0.0.1:8000"}).get(f"/open/{secret}")

    assert not is_plain(first)
    assert not is_plain(stranger.get("/"))
    assert is_plain(again)
    assert "notes" not in again.cookies


def test_only_a_plain_visit_spends_a_launch_secret(stranger: Client) -> None:
    secret = latch.new_secret()

    stranger.head(f"/open/{secret}")
    stranger.post(f"/open/{secret}")

    assert latch.open_with(secret)


def test_opening_again_keeps_the_visit_that_is_open(client: Client) -> None:
    before = client.session.session_key

    client.get(f"/open/{latch.new_secret()}")

    assert client.session.session_key == before


def test_a_session_that_nobody_let_in_stays_outside(stranger: Client) -> None:
    stranger.cookies["notes"] = "a-session-of-ones-own-making-00000"

    assert is_plain(stranger.get("/"))


def test_the_launcher_alone_is_given_a_launch_secret(stranger: Client) -> None:
    with_key = stranger.post("/open/", headers={"X-Launcher-Key": latch.launcher_key})
    without = stranger.post("/open/", headers={"X-Launcher-Key": "é"})

    assert with_key.status_code == 201
    assert latch.open_with(with_key.content.decode())
    assert is_plain(without)


def test_launch_secrets_dont_pile_up() -> None:
    door = Latch()
    first = door.new_secret()

    for _ in range(UNUSED_AT_MOST):
        door.new_secret()

    assert not door.open_with(first)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(
    stranger: Client,
) -> None:
    cookie = stranger.get(f"/open/{latch.new_secret()}").cookies["notes"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["max-age"]
    assert not cookie["expires"]
