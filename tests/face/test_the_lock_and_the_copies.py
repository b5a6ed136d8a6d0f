"""The lock and the copies: what can be changed, seen, and forgotten."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from hearthside.web.keeping import host
from hearthside.web.keeping.models import ROWS, Arrived, Contents, Person, Record
from hearthside.web.keeping.unlocked import unlocked

from .bringing import page
from .keeping_it import PASSPHRASE, lock, set_up, unlock
from .test_moments import kept

NEW = "a wholly different sentence"


def test_the_threshold_leads_to_it_once_something_is_kept(client: Client) -> None:
    before = page(client, "/")
    set_up(client)

    after = page(client, "/")
    shown = page(client, "/keep/about/")

    assert "The lock and the copies" not in before
    assert 'href="/keep/about/"' in after
    for name in ("passphrase", "recovery", "open-for", "backup", "restore", "export"):
        assert f'href="/keep/{name}/"' in shown
    assert 'href="/keep/forget/"' in shown
    assert 'href="/keep/host/"' in shown


def test_before_anything_is_kept_a_backup_can_be_restored(client: Client) -> None:
    shown = page(client, "/keep/about/")

    assert 'href="/keep/restore/"' in shown
    assert "Forget everything" not in shown
    assert 'href="/keep/restore/"' in page(client, "/keep/")


def test_locked_it_asks_for_the_passphrase_first(client: Client) -> None:
    set_up(client)
    lock(client)

    assert client.get("/keep/about/").headers["Location"] == "/lock/"
    assert unlock(client) == "/keep/about/"


# --- the passphrase -------------------------------------------------------------


def changed(client: Client, old: str, new: str, again: str = "") -> str:
    """Change the passphrase; return where that leads."""
    typed = {"old": old, "passphrase": new, "again": again or new}
    return str(client.post("/keep/passphrase/", typed).headers["Location"])


def test_the_passphrase_changes_for_who_knows_the_old_one(client: Client) -> None:
    set_up(client)

    wrong = changed(client, "not this one", NEW)
    said = page(client, "/keep/passphrase/")
    right = changed(client, PASSPHRASE, NEW)
    lock(client)

    assert wrong == "/keep/passphrase/"
    assert "doesn’t open it" in said
    assert right == "/keep/passphrase/changed/"
    assert unlock(client) == "/lock/"
    assert unlock(client, NEW) == "/"


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        (NEW, "another", "These two differ"),
        ("short", "short", "A short one opens faster"),
        (" ", " ", "no passphrase here yet"),
    ],
)
def test_a_new_passphrase_that_would_not_serve_changes_nothing(
    client: Client, new: str, again: str, said: str
) -> None:
    set_up(client)
    before = bytes(Person.objects.get().lock)

    changed(client, PASSPHRASE, new, again)

    assert said in page(client, "/keep/passphrase/")
    assert bytes(Person.objects.get().lock) == before


def test_wrong_old_passphrases_are_slowed_like_those_of_the_lock(
    client: Client,
) -> None:
    set_up(client)
    for _ in range(6):
        changed(client, "not this one", NEW)

    assert "Wait" in page(client, "/keep/passphrase/")


def test_recovery_words_can_be_made_anew(client: Client) -> None:
    set_up(client)

    shown = page(client, "/keep/recovery/")
    assert "You haven’t written any down yet" in shown
    shown_at = str(client.get("/keep/words/?anew").headers["Location"])
    words = client.get(shown_at).context["listed"]
    asked = client.get(f"{shown_at}check/").context["asked"]
    done = client.post(
        f"{shown_at}check/", {f"word{place}": words[place - 1] for place in asked}
    )

    assert done.headers["Location"] == "/keep/about/"
    assert "You have them on paper" in page(client, "/keep/about/")
    assert "get new ones" in page(client, "/keep/recovery/")


def test_new_words_in_place_of_old_ones_take_the_passphrase(client: Client) -> None:
    test_recovery_words_can_be_made_anew(client)

    without = client.get("/keep/words/?anew").headers["Location"]
    wrong = client.post("/keep/recovery/", {"old": "not this one"}).headers["Location"]
    right = client.post("/keep/recovery/", {"old": PASSPHRASE}).headers["Location"]

    assert without == wrong == "/keep/recovery/"
    assert right == "/keep/words/?anew"
    assert "/keep/words/" in client.get(right).headers["Location"]


# --- how long it stays open -----------------------------------------------------


def test_how_long_it_stays_open_counts_at_once_and_at_each_unlocking(
    client: Client,
) -> None:
    set_up(client)

    answer = client.post("/keep/open-for/", {"minutes": "45"})
    at_once = unlocked.left(client.session["unlocked"])
    lock(client)
    unlock(client)

    assert answer.headers["Location"] == "/keep/about/"
    assert 44 * 60 < at_once <= 45 * 60
    assert 44 * 60 < unlocked.left(client.session["unlocked"]) <= 45 * 60
    assert "Now 45 minutes" in page(client, "/keep/about/")


def test_how_long_it_stays_open_is_sealed_like_anything_kept(client: Client) -> None:
    set_up(client)

    client.post("/keep/open-for/", {"minutes": "45"})
    client.post("/keep/open-for/", {"minutes": "5"})

    [record] = Record.objects.all()
    assert record.revision == 2
    assert b"idle" not in bytes(record.sealed)
    assert "Nothing is kept yet" in page(client, "/moments/")


@pytest.mark.parametrize("typed", ["0", "61", "ten", "", "-5", "5.5", "９９"])
def test_no_other_number_of_minutes_is_taken(client: Client, typed: str) -> None:
    set_up(client)

    client.post("/keep/open-for/", {"minutes": typed})

    assert "from 1 to 60" in page(client, "/keep/open-for/")
    assert not Record.objects.exists()


# --- what a host can see --------------------------------------------------------


def test_every_field_of_every_row_has_words_for_a_host(client: Client) -> None:
    schema = {(row.__name__, one.name) for row in ROWS for one in row._meta.fields}
    tables = {one.__name__ for one in apps.get_app_config("keeping").get_models()}

    assert set(host.FIELDS) == schema
    assert set(host.TABLES) == tables == {row.__name__ for row in ROWS}


def test_what_a_host_can_see_is_open_to_read_at_any_time(client: Client) -> None:
    set_up(client)
    lock(client)

    shown = page(client, "/keep/host/")

    for said in host.FIELDS.values():
        assert said in shown


def test_a_field_without_words_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(host.FIELDS, ("Record", "size"))

    with pytest.raises(KeyError):
        host.seen()


# --- forget everything ----------------------------------------------------------


def test_everything_is_forgotten_only_for_who_types_the_passphrase(
    client: Client,
) -> None:
    kept(client)
    client.post("/arrived/new/", {"words": "Half a sentence."})

    wrong = client.post("/keep/forget/", {"passphrase": "not this one"})
    said = page(client, "/keep/forget/")

    assert wrong.headers["Location"] == "/keep/forget/"
    assert "doesn’t open it" in said
    assert Record.objects.exists()


def test_forgetting_everything_leaves_no_row_and_no_key(client: Client) -> None:
    kept(client)
    name = client.session["unlocked"]

    answer = client.post("/keep/forget/", {"passphrase": PASSPHRASE})
    said = page(client, "/keep/forgotten/")

    assert answer.headers["Location"] == "/keep/forgotten/"
    assert answer.cookies["notes" + "half"].value == ""
    for table in (Person, Record, Contents, Arrived):
        assert not table.objects.exists()
    assert unlocked.left(name) == 0
    for unreached in ("Backups", "Snapshots", "flash disk", "history"):
        assert unreached in said
    assert "You are back" not in page(client, "/")


def test_a_changed_lock_leaves_the_log(
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    set_up(client)

    with django_capture_on_commit_callbacks() as done:
        changed(client, PASSPHRASE, NEW)

    assert [one.__name__ for one in done] == ["_burn"]
