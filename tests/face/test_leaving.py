"""Leaving: what the server forgets, and what it shows from then on."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from hearthside.web import waiting
from hearthside.web.door.latch import latch
from hearthside.web.door.middleware import Door
from hearthside.web.door.refusals import unreadable
from hearthside.web.words.entries import Received

EVERYWHERE = [
    "/",
    "/words/",
    "/numbers/",
    "/numbers/nowhere/",
    "/leave/",
    "/away/",
    "/here/",
    "/open/",
    "/open/spent",
    "/static/hearthside/hearthside.css",
]


def says(answer: Any) -> str:
    """Return the page of *answer*."""
    return str(answer.content.decode())


@pytest.mark.parametrize("address", EVERYWHERE)
def test_after_leaving_every_address_is_the_plain_page(
    client: Client, address: str
) -> None:
    client.post("/leave/")

    for answer in (client.get(address), client.post(address)):
        assert "Nothing here yet." in says(answer)
        assert "href" not in says(answer)
        assert answer.status_code == 200


def test_leaving_empties_the_waiting_readings(client: Client) -> None:
    waiting.waiting.keep(Received(words="That hurt."), owner="someone")

    client.post("/leave/")

    assert len(waiting.waiting) == 0


def test_leaving_ends_every_session(client: Client) -> None:
    another = Client(headers={"host": "127.0.0.1:8000"})
    another.get(f"/open/{latch.new_secret()}")
    key = another.session.session_key or ""

    client.post("/leave/")

    assert client.session.session_key is None
    assert not another.session.exists(key)


def test_leaving_takes_the_cookie_and_what_the_browser_kept(client: Client) -> None:
    answer = client.post("/leave/")

    assert answer.cookies["notes"].value == ""
    assert answer.cookies["notes"]["max-age"] == 0
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_without_a_script_leaving_says_what_stays(client: Client) -> None:
    page = says(client.post("/leave/"))

    assert "history" in page
    assert "other tabs" in page
    assert "Hearthside" not in page
    assert "<title>Notes</title>" in page


def test_leaving_works_from_a_page_of_an_earlier_visit() -> None:
    strict = Client(headers={"host": "127.0.0.1:8000"}, enforce_csrf_checks=True)
    strict.get(f"/open/{latch.new_secret()}")

    strict.post("/leave/", {"csrfmiddlewaretoken": "from an earlier visit"})

    assert latch.has_left


def test_leaving_works_from_the_numbers_where_nobody_was_let_in(
    stranger: Client,
) -> None:
    stranger.post("/leave/")

    assert "Nothing here yet." in says(stranger.get("/numbers/"))


def test_looking_at_the_way_out_isnt_leaving(client: Client) -> None:
    answer = client.get("/leave/")

    assert "Nothing here yet." in says(answer)
    assert not latch.has_left


def test_the_page_one_leaves_to_never_has_a_link(client: Client) -> None:
    answer = client.get("/away/")

    assert not latch.has_left
    assert "href" not in says(answer)


def test_the_launcher_opens_the_door_again(client: Client) -> None:
    unused = latch.new_secret()
    client.post("/leave/")

    client.get(f"/open/{unused}")
    still_shut = says(client.get("/"))
    asked = client.post("/open/", headers={"X-Launcher-Key": latch.launcher_key})
    client.get(f"/open/{says(asked)}")

    assert "Nothing here yet." in still_shut
    assert client.get("/here/").status_code == 204


def test_a_form_sent_as_someone_leaves_doesnt_bring_the_session_back(
    client: Client,
) -> None:
    session = client.session
    client.post("/leave/")
    client.get(f"/open/{latch.new_secret()}")

    client.cookies["notes"] = session.session_key or ""

    assert "Nothing here yet." in says(client.get("/here/"))


def test_what_was_asked_before_leaving_is_not_shown_after_it(client: Client) -> None:
    def someone_leaves_meanwhile(request: HttpRequest) -> HttpResponse:
        client.post("/leave/")
        waiting.waiting.keep(Received(words="That hurt."), owner="nobody")
        return HttpResponse("That hurt.")

    asked = RequestFactory().get("/words/")
    asked.session = client.session
    answer = Door(someone_leaves_meanwhile)(asked)

    assert "Nothing here yet." in says(answer)
    assert len(waiting.waiting) == 0
    assert asked.session.is_empty()


def test_a_session_that_ends_while_it_is_used_shows_the_plain_page(
    client: Client,
) -> None:
    client.post("/leave/")

    answer = unreadable(RequestFactory().post("/light/"), SessionInterrupted())

    assert "Nothing here yet." in says(answer)


def test_a_session_of_an_earlier_visit_stays_outside(client: Client) -> None:
    latch.close()
    latch.open_with(latch.new_secret())

    assert "Nothing here yet." in says(client.get("/"))
