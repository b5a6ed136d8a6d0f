"""Many moments: a page shows some of them, and what can't be opened stops nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from hearthside.moments.moment import Bond, Felt, Moment, Promise, Return
from hearthside.web.keeping import store as records
from hearthside.web.keeping.models import Record
from hearthside.web.moments import bonds, finding, store

from .bringing import page
from .keeping_it import set_up
from .test_moments import keeper


def told(client: Client, count: int, bond: str = "", *, how: str = "not") -> list[str]:
    """Keep so many moments of this bond, each with one return; return their ids."""
    ids = []
    for number in range(count):
        day = store.today() - timedelta(days=number)
        came = Return(id=f"{number:x}", on=day, felt=(Felt(how=how, on=day),))
        moment = Moment(
            at=store.now() - timedelta(days=number),
            words=f"the {number}th evening",
            bond=bond,
            returns=(came,),
        )
        ids.append(store.put(keeper(client), moment))
    return ids


def promised(client: Client, words: str) -> str:
    """Keep a moment that someone said they would come back to today."""
    due = Promise(id="p", due=store.today(), made=store.today())
    moment = Moment(at=store.now(), words=words, promises=(due,))
    return store.put(keeper(client), moment)


@pytest.fixture(autouse=True)
def a_few_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "A_PAGE", 4)
    monkeypatch.setattr(bonds, "DRAWN", 4)


def test_one_with_many_moments_is_drawn_a_page_at_a_time(client: Client) -> None:
    set_up(client)
    bond = store.put(keeper(client), Bond(name="Mika"))
    told(client, 6, bond)

    newest = page(client, f"/moments/with/{bond}/")
    oldest = page(client, f"/moments/with/{bond}/?from=4")

    assert newest.count('class="stone"') == 4
    assert oldest.count('class="stone"') == 2
    assert f"?from={4}" in newest
    assert "the 5th evening" not in newest
    assert "the 5th evening" in oldest


def test_what_came_back_is_counted_over_all_of_them(client: Client) -> None:
    set_up(client)
    bond = store.put(keeper(client), Bond(name="Mika"))
    told(client, 6, bond)

    assert "6 of the 6 returns you answered" in page(client, f"/moments/with/{bond}/")


@pytest.mark.parametrize("asked", ["x", "-4", "²", "999"])
def test_a_page_that_is_none_breaks_nothing(client: Client, asked: str) -> None:
    set_up(client)
    told(client, 1)

    assert client.get("/moments/", {"from": asked}).status_code == 200


def test_only_a_few_of_the_things_that_are_due_stand_at_the_threshold(
    client: Client,
) -> None:
    set_up(client)
    for number in range(5):
        promised(client, f"the {number}th promise")

    shown = page(client, "/")

    assert shown.count("You said you would come back to something") == 3
    assert "More has come due." in shown


def test_what_cannot_be_opened_keeps_nothing_else_from_being_asked(
    client: Client,
) -> None:
    set_up(client)
    damaged, whole = promised(client, "torn"), promised(client, "whole")
    Record.objects.filter(id=damaged).update(sealed=b"x" * 1064)

    shown = page(client, "/")

    assert whole in shown
    assert damaged not in shown


def test_more_ids_than_one_query_takes_are_opened_all_the_same(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)
    ids = told(client, 3)
    monkeypatch.setattr(records, "MOST_NAMED", 1)

    opened = dict(store.many(keeper(client), Moment, set(ids[:2])))

    assert set(opened) == set(ids[:2])
