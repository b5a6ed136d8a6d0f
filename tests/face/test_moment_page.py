"""A moment's page: put back, long ago, one's own doing, and where no one is to ask."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client

from hearthside.web.moments import store

from .bringing import page
from .keeping_it import set_up
from .test_moments import SAID, answered, kept, moment, returned


def test_a_change_can_be_put_back_where_it_was_made(client: Client) -> None:
    address = kept(client)
    assert "Put it back" not in page(client, address)
    answered(client, f"{address}parts/words/", words="said another way")

    assert "Put it back" in page(client, address)
    answered(client, f"{address}earlier/")

    assert moment(client, address).words == SAID


def test_a_change_of_another_day_is_put_back_from_what_it_was_before(
    client: Client,
) -> None:
    address = kept(client)
    answered(client, f"{address}parts/words/", words="said another way")

    tomorrow = store.now() + timedelta(days=1)
    with patch.object(store, "now", return_value=tomorrow):
        shown = page(client, address)

    assert "Put it back" not in shown


def test_a_change_in_another_tab_is_not_put_back_unseen(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/words/", words="said another way")
    seen = client.get(address).context["revision"]
    answered(client, f"{address}parts/story/", story="the other tab")

    back = answered(client, f"{address}earlier/", seen=seen)

    assert "changed in another tab" in page(client, back)
    assert moment(client, address).story == "the other tab"


def test_long_ago_has_no_day_it_did_not_happen_on(client: Client) -> None:
    address = kept(client)

    answered(client, f"{address}parts/pace/", pace="long_ago")

    shown = page(client, address)
    assert "<h1>Long ago</h1>" in shown
    assert "There is no last day for saying it." in shown


def test_a_tap_alone_reads_well_in_a_list(client: Client) -> None:
    set_up(client)
    answered(client, "/moments/new/1/", did=["freeze", "fawn"], enough="yes")
    where = answered(client, "/moments/new/1/", did="fight")
    answered(client, where, where="my jaw", enough="yes")
    answered(client, "/moments/new/1/", pace="many", enough="yes")

    shown = page(client, "/moments/")

    assert "Freeze · Fawn" in shown
    assert "Fight · my jaw" in shown
    assert "It wasn’t one thing" in shown
    assert "Without words" not in shown


def test_a_list_holds_moments_only(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    answered(client, f"{address}together/", name="Small things")

    [shown] = client.get("/moments/").context["found"]

    assert shown["line"].first == SAID


def test_the_one_who_hurt_is_asked_in_words_that_fit(client: Client) -> None:
    words = answered(client, "/moments/new/2/", did="nothing")
    assert "What did you say or do, or leave out?" in page(client, words)
    set_up(client)
    address = answered(client, words, words="i didn't come", enough="yes")

    shown = page(client, address)
    form = page(client, f"{address}parts/form/")
    felt = page(client, returned(client, address, by="me"))

    assert "Room to think about words I may send" in shown
    assert "I named it again" not in shown
    assert "I brushed them off" in form
    assert "I was brushed off" not in form
    assert "How did it land in them, as far as you know?" in felt
    assert "They felt tolerated, not met" in felt
    assert "to keep the peace" not in felt
    after = page(client, address)
    assert "They felt, as far as you know" in after
    assert "what you felt" not in after


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        ("structure", {"structure": "health"}),
        ("bond", {"bond": "new", "name": "The clinic", "kind": "institution"}),
    ],
)
def test_what_is_structural_asks_no_part_of_ones_own(
    client: Client, part: str, fields: dict[str, str]
) -> None:
    address = kept(client)

    answered(client, f"{address}parts/{part}/", **fields)

    shown = page(client, address)
    assert "parts/my_part/" not in shown
    assert "parts/whose/" not in shown
    assert "Carried with others" in page(client, f"{address}rests/")


def test_the_body_can_be_said_anew(client: Client) -> None:
    address = kept(client)

    answered(client, f"{address}parts/body/", did=["flight"], where="my feet")

    shown = page(client, address)
    assert "Flight: wanting to get away" in shown
    assert "my feet" in shown
