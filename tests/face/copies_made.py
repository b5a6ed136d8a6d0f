"""What a person does to have a copy: make it, save it, and bring it back."""

from __future__ import annotations

import time
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from .bringing import page

FOR_THE_COPY = "ember walnut river seven"
PATIENCE = 60  # seconds


def done(client: Client, address: str) -> str:
    """Wait until the work at *address* is done; return the page that says so."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        shown = page(client, address)
        if 'http-equiv="refresh" content="1"' not in shown:
            return shown
        time.sleep(0.05)
    raise AssertionError("it is never done")


def made(client: Client, kind: str = "backup", **chosen: str) -> bytes:
    """Make a copy of a *kind*, and return the file."""
    typed = {"passphrase": FOR_THE_COPY, "again": FOR_THE_COPY, **chosen}
    answer = client.post(f"/keep/{kind}/", typed)
    address = str(answer.headers["Location"])
    shown = done(client, address)
    assert "It is made" in shown, shown
    file = client.get(f"{address}file/")
    assert file.status_code == 200
    return file.content


def sent(client: Client, backup: bytes, passphrase: str = FOR_THE_COPY) -> str:
    """Send a backup to be restored; return where it is looked into."""
    file = SimpleUploadedFile("notes.age", backup)
    answer = client.post("/keep/restore/", {"file": file, "passphrase": passphrase})
    assert answer.status_code == 302, unescape(answer.content.decode())
    return str(answer.headers["Location"])


def restored(client: Client, backup: bytes, **typed: str) -> str:
    """Restore a backup; return where that leads."""
    address = sent(client, backup)
    shown = done(client, address)
    assert "This is in it" in shown, shown
    return str(client.post(address, typed).headers["Location"])
