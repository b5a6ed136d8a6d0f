"""Words about dying, in what came or in what someone tells."""

from __future__ import annotations

from django.test import Client

from .bringing import MIXED, NOTHING, landed, marks, page, received

DYING = "I don't want to live anymore.\nI'm sorry if you were upset."


def test_one_quiet_block_stands_above_words_about_dying(client: Client) -> None:
    shown = page(client, received(client, DYING))

    assert shown.count('class="danger') == 1
    assert shown.index('class="danger') < shown.index("<h1")
    assert "call the emergency number for them" in shown
    for first, second in [
        ("Keep reading", "Show numbers"),
        ("Show numbers", "It isn’t that"),
    ]:
        assert shown.index(first) < shown.index(second)


def test_words_about_dying_carry_no_mark_and_the_others_do(client: Client) -> None:
    shown = marks(client, DYING)

    [marked] = [part.split("</mark>")[0] for part in shown.split("<mark")[1:]]
    assert "sorry if you were upset" in marked
    assert "Nothing is marked there" in shown


def test_it_is_not_that_takes_the_block_away_for_good(client: Client) -> None:
    entry = received(client, DYING)

    answer = client.post(f"{entry}not-that/")

    assert answer.headers["Location"] == entry
    assert 'class="danger' not in page(client, entry)


def test_ones_own_words_about_dying_are_met_as_ones_own(client: Client) -> None:
    before = page(
        client, received(client, NOTHING, before="I don't want to live anymore")
    )
    entry = landed(client, MIXED)
    client.post(f"{entry}heard-before/", {"told": "I don't want to live anymore"})
    after = page(client, f"{entry}marks/")

    for shown in (before, after):
        assert shown.count('class="danger') == 1
        assert "not wanting to live" in shown
        assert "call the emergency number for them" not in shown


def test_a_harmless_message_brings_no_block(client: Client) -> None:
    assert 'class="danger' not in page(
        client, received(client, "this heat is killing me")
    )
