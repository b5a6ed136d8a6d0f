"""What every test stands on: a door that is as new, and someone let in by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from hearthside.web import waiting
from hearthside.web.door.latch import latch

AT_HOME = "127.0.0.1:8000"


def someone() -> Client:
    """Return a browser at this computer, not let in."""
    return Client(headers={"host": AT_HOME}, raise_request_exception=False)


@pytest.fixture(autouse=True)
def a_new_door() -> Iterator[None]:
    """Leave no session, no waiting reading and no shut door to the next test."""
    yield
    latch.open_with(latch.new_secret())
    waiting.empty()
    cache.clear()


@pytest.fixture
def stranger() -> Client:
    """Return a browser at this computer that nobody let in."""
    return someone()


@pytest.fixture
def client() -> Client:
    """Return a browser at this computer, let in from the launcher."""
    let_in = someone()
    let_in.get(f"/open/{latch.new_secret()}")
    return let_in
