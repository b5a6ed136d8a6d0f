"""What every test stands on: a door that is as new, and someone let in by it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from hypothesis import HealthCheck, settings

from hearthside.keeping.keys import FLOOR
from hearthside.web import waiting
from hearthside.web.door.latch import latch
from hearthside.web.keeping.tries import tries
from hearthside.web.keeping.unlocked import unlocked

# A browser's driver keeps a loop running in this thread; nothing here is async.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# How quick a machine is decides no test: the first text that Hypothesis draws in a
# fresh clone takes a second or two, since it looks through all of Unicode once.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

AT_HOME = "127.0.0.1:8000"


def someone() -> Client:
    """Return a browser at this computer, not let in."""
    return Client(headers={"host": AT_HOME}, raise_request_exception=False)


@pytest.fixture(autouse=True)
def a_new_door() -> Iterator[None]:
    """Leave no session, no waiting reading and no shut door to the next test."""
    with override_settings(LOCK_COST=FLOOR):  # a tenth of a second in place of one
        yield
    unlocked.empty()
    tries.was_right()
    latch.open_with(latch.new_secret())
    waiting.empty()
    cache.clear()


@pytest.fixture
def stranger(db: None) -> Client:
    """Return a browser at this computer that nobody let in."""
    return someone()


@pytest.fixture
def client(db: None) -> Client:
    """Return a browser at this computer, let in from the launcher."""
    let_in = someone()
    let_in.get(f"/open/{latch.new_secret()}")
    return let_in
