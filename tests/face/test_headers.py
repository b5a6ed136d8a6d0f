"""What every answer carries, and who is refused before anything is read."""

from __future__ import annotations

import logging
import sys
from typing import Any

import pytest
from django.test import Client

from hearthside.web.door.latch import latch
from hearthside.web.headers import HEADERS
from hearthside.web.logs import Wordless

WORDS = "I only meant to help and then everything went quiet"


def ask(client: Client, address: str, **how: str) -> Any:
    """Return the answer at *address*, its file closed."""
    answer = client.get(address, headers=how)
    answer.close()
    return answer


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/words",
        "/numbers/",
        "/nowhere/",
        "/here/",
        "/open/no",
        "/static/hearthside/leave.js",
        "/static/nothing.css",
    ],
)
@pytest.mark.parametrize("who", ["client", "stranger"])
def test_every_answer_carries_the_headers(
    request: pytest.FixtureRequest, who: str, address: str
) -> None:
    answer = ask(request.getfixturevalue(who), address)

    assert {name: answer[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "address",
    ["/", "/words/", "/numbers/", "/nowhere/", "/away/", "/static/nothing.css"],
)
def test_no_page_is_kept_by_the_browser(client: Client, address: str) -> None:
    assert ask(client, address)["Cache-Control"] == "no-store"
    assert client.post(address)["Cache-Control"] == "no-store"


def test_a_page_may_load_only_from_here() -> None:
    policy = dict(
        directive.split(" ", 1)
        for directive in HEADERS["Content-Security-Policy"].split("; ")
    )

    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_a_sheet_is_asked_for_again_each_time(client: Client) -> None:
    answer = ask(client, "/static/hearthside/hearthside.css")

    assert answer["Cache-Control"] == "max-age=0, public"
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1.example.org", "example.org:8000", "", "a b"]
)
def test_a_foreign_host_is_refused_plainly(client: Client, host: str) -> None:
    answer = ask(client, "/", host=host)

    assert answer.status_code == 403
    assert "on this computer" in answer.content.decode()
    assert {name: answer[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_computer_answers_to_its_own_names(stranger: Client, host: str) -> None:
    assert ask(stranger, "/", host=host).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://example.org", "null", "http://127.0.0.1:9000", ""]
)
def test_a_form_from_elsewhere_is_refused_and_closes_nothing(
    client: Client, origin: str
) -> None:
    answer = client.post("/leave/", headers={"origin": origin})

    assert answer.status_code == 403
    assert not latch.has_left


def test_our_own_forms_are_answered(client: Client) -> None:
    answer = client.post("/leave/", headers={"origin": "http://127.0.0.1:8000"})

    assert answer.status_code == 200


def test_a_form_from_an_earlier_page_is_told_so(client: Client) -> None:
    strict = Client(headers={"host": "127.0.0.1:8000"}, enforce_csrf_checks=True)
    strict.cookies = client.cookies

    answer = strict.post("/words/received/", {"words": WORDS})

    assert answer.status_code == 403
    assert "nothing was read" in answer.content.decode()
    assert WORDS not in answer.content.decode()


def test_too_much_at_once_is_told_so(client: Client) -> None:
    answer = client.post("/words/received/", {"words": "quiet " * 4_000_000})

    assert answer.status_code == 413
    assert "more than fits" in answer.content.decode()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"words=" + b"%ED%A0%80" * 9, "application/x-www-form-urlencoded"),
        (b"words=\xff\xfe\x00\x01", "application/x-www-form-urlencoded"),
        (b"words=%00%07%1b%7f", "application/x-www-form-urlencoded"),
        (b"words=hello", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"words=hello", "application/x-www-form-urlencoded; charset=none"),
        (b"--b\r\nnothing", "multipart/form-data; boundary=b"),
        (b"nothing", "multipart/form-data"),
        (b"&".join(b"a=b" for _ in range(2000)), "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
    ],
)
def test_what_cant_be_read_is_answered_with_a_page(
    client: Client, body: bytes, kind: str
) -> None:
    answer = client.generic("POST", "/words/received/", body, kind)

    assert answer.status_code in {200, 302, 400}
    assert "Traceback" not in answer.content.decode()


def test_an_address_that_is_no_text_is_answered(client: Client) -> None:
    answer = client.get("/%ff%fe%00/")

    assert answer.status_code == 404
    assert "no page at this address" in answer.content.decode()


def test_a_log_line_names_the_place_and_never_the_words() -> None:
    try:
        raise ValueError(WORDS)
    except ValueError:
        record = logging.LogRecord(
            "django.request", logging.ERROR, "", 0, "%s", (WORDS,), sys.exc_info()
        )

    line = Wordless().format(record)

    assert line.startswith("Something broke here: ValueError in test_headers.py, line")
    assert WORDS not in line


def test_a_log_line_without_an_error_holds_no_words_either() -> None:
    record = logging.LogRecord("django", logging.ERROR, "", 0, "%s", (WORDS,), None)

    assert WORDS not in Wordless().format(record)
