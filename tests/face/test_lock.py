"""The lock: chosen when something is kept, opened by one passphrase, left alone."""

from __future__ import annotations

import gc
import pickle
import sys
import time

import pytest
from django.test import Client
from nacl.pwhash import argon2id

from hearthside.keeping.keys import FLOOR, Keys
from hearthside.web.keeping import people
from hearthside.web.keeping.models import Arrived, Person
from hearthside.web.keeping.tries import AT_ONCE, Tries, tries
from hearthside.web.keeping.unlocked import Unlocked, counting_sleep, unlocked

from .bringing import page
from .keeping_it import PASSPHRASE, lock, set_up, unlock


def test_nothing_is_set_up_before_something_is_kept(client: Client) -> None:
    assert client.get("/").status_code == 200
    assert not Person.objects.exists()
    assert client.get("/lock/").headers["Location"] == "/"


def test_the_first_passphrase_says_what_is_lost_without_it(client: Client) -> None:
    shown = page(client, "/keep/")

    assert "Nobody can open them" in shown
    assert "doesn’t empty the browser’s history" in shown
    assert "gone when you leave" in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("one two three four five", "one two three four"), "These two differ"),
        (("  ", "  "), "no passphrase here yet"),
        (("short", "short"), "A short one opens faster"),
    ],
)
def test_a_passphrase_that_would_not_serve_is_asked_for_again(
    client: Client, typed: tuple[str, str], said: str
) -> None:
    answer = client.post("/keep/", {"passphrase": typed[0], "again": typed[1]})

    assert answer.headers["Location"] == "/keep/"
    assert said in page(client, "/keep/")
    assert not Person.objects.exists()


def test_a_short_passphrase_is_taken_from_someone_who_says_so(client: Client) -> None:
    typed = {"passphrase": "short", "again": "short", "short": "yes"}

    assert client.post("/keep/", typed).headers["Location"] == "/keep/words/"
    assert Person.objects.count() == 1


def test_locked_again_only_the_passphrase_opens(client: Client) -> None:
    set_up(client)
    lock(client)

    wrong = unlock(client, "porch ladder seven owl")
    said = page(client, "/lock/")
    right = unlock(client)

    assert wrong == "/lock/"
    assert "doesn’t open it" in said
    assert right == "/"


def test_a_second_home_is_never_begun_over_the_first(client: Client) -> None:
    set_up(client)

    answer = client.post(
        "/keep/", {"passphrase": "another one", "again": "another one"}
    )

    assert answer.headers["Location"] == "/lock/"
    assert Person.objects.count() == 1


def test_after_some_wrong_tries_the_next_has_to_wait_and_then_opens(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    lock(client)
    for _ in range(AT_ONCE):
        unlock(client, "not this one")

    at_once = unlock(client)
    said = page(client, "/lock/")
    now = tries._clock()
    monkeypatch.setattr(tries, "_clock", lambda: now + 120)
    later = unlock(client)

    assert at_once == "/lock/"
    assert "Wait" in said
    assert "never locked for good" in said
    assert later == "/"


def test_waits_grow_to_a_minute_and_no_further() -> None:
    now = 0.0
    waiting = Tries(clock=lambda: now)

    waits = []
    for _ in range(AT_ONCE + 10):
        waiting.was_wrong()
        waits.append(waiting.wait())

    assert waits[: AT_ONCE - 1] == [0.0] * (AT_ONCE - 1)
    assert waits[AT_ONCE - 1 :] == sorted(waits[AT_ONCE - 1 :])
    assert waits[-1] == 60.0


def test_recovery_words_open_it_once_three_of_them_were_typed(client: Client) -> None:
    set_up(client)
    shown_at = str(client.get("/keep/words/").headers["Location"])
    check = f"{shown_at}check/"
    words = client.get(shown_at).context["listed"]
    asked = client.get(check).context["asked"]

    missed = client.post(check, {f"word{place}": "no" for place in asked})
    assert missed.headers["Location"] == check
    assert words[asked[0] - 1] not in page(client, check)
    done = client.post(check, {f"word{place}": words[place - 1] for place in asked})
    assert done.headers["Location"] == "/"
    lock(client)
    new = "a wholly different sentence"
    opened = client.post(
        "/lock/words/",
        {"recovery": " ".join(words), "passphrase": new, "again": new},
    )
    lock(client)

    assert opened.headers["Location"] == "/"
    assert unlock(client) == "/lock/"  # the old passphrase
    assert unlock(client, new) == "/", page(client, "/lock/")


def test_until_the_words_are_written_down_a_line_says_so(client: Client) -> None:
    set_up(client)
    shown_at = str(client.get("/keep/words/").headers["Location"])
    client.post(f"{shown_at}later/")

    assert "recovery words aren’t written down" in page(client, "/")


def test_an_idle_key_goes_and_polls_are_no_use() -> None:
    now = 0.0
    held = Unlocked(clock=lambda: now)
    keys = Keys.new()
    name, half = held.hold(keys, owner="a" * 32, idle=600)

    now = 599.0
    there = held.keys(name, half)
    left = held.left(name)
    now = 600.0

    assert there == ("a" * 32, keys)
    assert left == 1.0
    assert held.keys(name, half) is None
    assert held.drop_idle()


def test_half_of_it_opens_nothing() -> None:
    held = Unlocked()
    name, half = held.hold(Keys.new(), owner="a" * 32)

    assert held.keys(name, "00" * 32) is None
    assert held.keys(name, "no half at all") is None
    assert held.keys("another name", half) is None


def test_leaving_drops_the_key_and_its_cookie(client: Client) -> None:
    set_up(client)
    name = client.session["unlocked"]

    answer = client.post("/leave/")

    assert unlocked.left(name) == 0
    assert answer.cookies["notes" + "half"].value == ""


def test_a_page_that_asks_how_long_is_no_use_of_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    now = unlocked._clock()
    monkeypatch.setattr(unlocked, "_clock", lambda: now + 60)
    client.get("/lock/left/")
    polled = unlocked.left(client.session["unlocked"])
    client.get("/")

    assert polled < 560
    assert unlocked.left(client.session["unlocked"]) == pytest.approx(600)


def test_words_sent_to_a_locked_home_are_sealed_and_offered(client: Client) -> None:
    set_up(client)
    lock(client)

    sent = client.post("/arrived/new/", {"words": "The porch light was on."})
    sealed = bytes(Arrived.objects.get().sealed)
    unlock(client)

    assert sent.status_code == 204
    assert b"porch" not in sealed
    assert "came while this was locked" in page(client, "/")
    assert "The porch light was on." in page(client, "/arrived/")


def test_what_arrived_can_be_let_go(client: Client) -> None:
    set_up(client)
    client.post("/arrived/new/", {"words": "The porch light was on."})

    client.post(f"/arrived/{Arrived.objects.get().id}/let-go/")

    assert not Arrived.objects.exists()


def test_a_request_begun_before_the_lock_is_answered_by_the_lock_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    name = client.session["unlocked"]
    from hearthside.web.threshold import views

    def locked_meanwhile(request: object) -> dict[str, object]:
        unlocked.drop(name)
        return {}

    monkeypatch.setattr(views, "what_waits", locked_meanwhile)

    assert client.get("/").headers["Location"] == "/lock/"


def test_the_passphrase_is_in_no_row(client: Client) -> None:
    set_up(client)

    assert PASSPHRASE.encode() not in bytes(Person.objects.get().lock)


def keys_alive(public: bytes) -> list[Keys]:
    """Return every object in this process that is the key behind *public*."""
    gc.collect()
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, Keys) and one.public == public
    ]


@pytest.mark.parametrize("way", ["/lock/close/", "/leave/", "idle"])
def test_once_locked_the_key_is_nowhere_in_the_process(
    client: Client, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    public = people.lock_of(Person.objects.get()).public
    keeper = people.keeper_of(client.get("/").wsgi_request)
    assert keeper
    secret = keeper.keys.secret
    assert keys_alive(public)
    del keeper

    if way == "idle":
        now = unlocked._clock()
        monkeypatch.setattr(unlocked, "_clock", lambda: now + 600)
        unlocked.drop_idle()
    else:
        client.post(way)

    assert keys_alive(public) == []
    assert unlocked._held == {}
    assert secret not in pickle.dumps(dict(client.session))


def test_every_try_costs_the_same_work_and_a_few_are_taken_one_after_another(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    lock(client)
    worked = []

    def work(*given: object) -> bytes:
        assert tries.one_at_a_time.locked()
        worked.append(given[3:])
        return bytes(32)

    monkeypatch.setattr(argon2id, "kdf", work)
    for typed in ("", "  ", "a", "porch ladder", "x" * 100_000):
        unlock(client, typed)
    unlock(client, "one too many")

    assert worked == [(FLOOR.passes, FLOOR.memory)] * AT_ONCE
    assert tries.wait() > 0


def test_many_at_once_are_counted_like_one_after_another(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next try sees that the one before was wrong, however close they come."""
    set_up(client)
    lock(client)
    was_held = []
    was_wrong = tries.was_wrong

    def noted() -> None:
        was_held.append(tries.one_at_a_time.locked())
        was_wrong()

    monkeypatch.setattr(tries, "was_wrong", noted)

    unlock(client, "not this one")

    assert was_held == [True]


def test_what_opens_the_lock_is_never_sealed_with_what_came(client: Client) -> None:
    set_up(client)
    lock(client)

    client.post(
        "/arrived/new/",
        {"passphrase": "porch ladder", "word7": "ladder", "recovery": "porch porch"},
    )
    client.post("/arrived/new/", {"words": "Rain.", "again": "porch ladder"})
    unlock(client)

    assert Arrived.objects.count() == 1
    shown = page(client, "/arrived/")
    assert "Rain." in shown
    assert "ladder" not in shown


def test_a_page_that_put_itself_away_is_no_use_of_the_lock(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    now = unlocked._clock()
    monkeypatch.setattr(unlocked, "_clock", lambda: now + 500)

    shown = page(client, "/lock/put-away/")
    left = unlocked.left(client.session["unlocked"])
    monkeypatch.setattr(unlocked, "_clock", lambda: now + 600)
    fallen = client.get("/lock/put-away/")

    assert "put itself away" in shown
    assert 'content="101; url=/lock/put-away/"' in shown
    assert 99 < left <= 100
    assert fallen.headers["Location"] == "/lock/"


def test_the_page_hears_that_nothing_is_left_only_once_it_has_fallen(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    now = unlocked._clock()

    monkeypatch.setattr(unlocked, "_clock", lambda: now + 599.5)
    nearly = client.get("/lock/left/").json()
    monkeypatch.setattr(unlocked, "_clock", lambda: now + 600.0)

    assert nearly == {"left": 1}
    assert client.get("/lock/left/").json() == {"left": 0}


def test_the_clock_of_the_lock_goes_on_while_the_computer_sleeps() -> None:
    awake = time.monotonic()

    assert Unlocked()._clock is counting_sleep
    assert counting_sleep() >= awake or sys.platform != "linux"
