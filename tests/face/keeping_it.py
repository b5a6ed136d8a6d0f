"""What a person does to keep something: choose a passphrase, lock, open again."""

from __future__ import annotations

from django.test import Client

PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example


def set_up(client: Client, passphrase: str = PASSPHRASE) -> None:
    """Choose *passphrase*, and put the recovery words off."""
    answer = client.post("/keep/", {"passphrase": passphrase, "again": passphrase})
    assert answer.status_code == 302, answer.status_code
    assert answer.headers["Location"] == "/keep/words/"


def lock(client: Client) -> None:
    """Lock it now."""
    assert client.post("/lock/close/").headers["Location"] == "/lock/"


def unlock(client: Client, passphrase: str = PASSPHRASE) -> str:
    """Open it; return where that leads."""
    answer = client.post("/lock/", {"passphrase": passphrase})
    return str(answer.headers["Location"])
