"""What a person does first: bring words, and say how they landed."""

from __future__ import annotations

from html import unescape

from django.test import Client

MIXED = (
    "ok so friday\n\nI'm sorry I didn't text. I'm sorry if you were upset\n\n"
    "see you at six"
)
NOTHING = "see you at six then"


def page(client: Client, address: str) -> str:
    """Return the page at *address*, as its text is read."""
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def brought(client: Client, kind: str, **typed: str) -> str:
    """Fill in the form for *kind*; return the address it leads to."""
    answer = client.post(f"/words/{kind}/", typed)
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def received(client: Client, words: str, **others: str) -> str:
    """Bring *words* as received; return the address they lead to."""
    return brought(client, "received", words=words, **others)


def landed(client: Client, words: str, how: str = "part") -> str:
    """Bring *words* and say how they landed; return their address."""
    entry = received(client, words)
    answer = client.post(f"{entry}landing/", {"landed": how})
    assert answer.headers["Location"] == f"{entry}answered/"
    return entry


def marks(client: Client, words: str, how: str = "part") -> str:
    """Bring *words*, say how they landed, and return the page of their marks."""
    return page(client, f"{landed(client, words, how)}marks/")
