"""Small moments gathered into one thing, and one hurt named more than once."""

from __future__ import annotations

from django.test import Client

from hearthside.moments.moment import Gathered
from hearthside.web.moments import store

from .bringing import page
from .keeping_it import lock
from .test_moments import answered, keeper, kept, moment


def id_of(address: str) -> str:
    """Return the id in the address of a moment."""
    return address.split("/")[2]


def gathered(client: Client, address: str) -> Gathered:
    """Return the gathering at *address* as it is kept."""
    return store.get(keeper(client), address.split("/")[3], Gathered)[0]


def test_from_a_moments_page_it_is_gathered_with_others(client: Client) -> None:
    one, other = kept(client, "he read the paper"), kept(client, "he read the post")

    to = answered(client, f"{one}together/", name="The table, each time")
    answered(client, f"{other}together/", to=to.split("/")[3])

    assert gathered(client, to).moments == (id_of(one), id_of(other))
    assert "The table, each time" in page(client, "/moments/together/")
    assert "The table, each time" in page(client, other)


def test_a_gathering_shows_days_in_order_and_the_forms_counted(client: Client) -> None:
    early, late = kept(client, "the first tuesday"), kept(client, "the second tuesday")
    for address, day in ((late, "2026-02-10"), (early, "2026-02-03")):
        answered(client, f"{address}parts/happened/", happened=day)
        answered(client, f"{address}parts/form/", forms="silence", form="100%% quiet")
    to = answered(client, f"{late}together/", name="Tuesdays")
    answered(client, f"{early}together/", to=to.split("/")[3])

    shown = page(client, to)

    assert shown.index("the first tuesday") < shown.index("the second tuesday")
    assert "2 moments, from 3 February 2026 to 10 February 2026" in shown
    assert "A silence" in shown
    assert "100%% quiet" in shown
    assert "in 2 of them" in shown
    assert early in shown


def test_moments_are_added_taken_out_and_the_rest_stay(client: Client) -> None:
    one, two, three = (kept(client, word) for word in ("one", "two", "three"))
    to = answered(client, "/moments/together/", name="Small things")
    answered(client, to, **{"in": [id_of(one), id_of(two)], "shown": []})
    there = to.removesuffix("moments/")

    # A page that shows only the first two takes one out, and says nothing of the rest.
    shown = [id_of(one), id_of(three)]
    answered(client, to, **{"in": [id_of(three)], "shown": shown})

    assert gathered(client, there).moments == (id_of(two), id_of(three))


def test_what_is_no_moment_is_not_gathered(client: Client) -> None:
    kept(client)
    to = answered(client, "/moments/together/", name="Small things")

    answered(client, to, **{"in": [to.split("/")[3], "0" * 32], "shown": []})

    assert gathered(client, to).moments == ()


def test_a_gathering_is_called_something_else(client: Client) -> None:
    to = answered(client, f"{kept(client)}together/", name="Small things")

    back = answered(client, to, name=" ")
    assert "Give it a name" in page(client, back)
    answered(client, to, name="Not small")

    assert gathered(client, to).name == "Not small"


def test_a_gathering_is_let_go_and_its_moments_stay(client: Client) -> None:
    address = kept(client)
    to = answered(client, f"{address}together/", name="Small things")

    assert "The moments stay" in page(client, f"{to}forget/")
    answered(client, f"{to}forget/")

    assert client.get(to).status_code == 404
    assert client.get(address).status_code == 200


def test_a_moment_that_is_forgotten_leaves_its_gathering(client: Client) -> None:
    one, other = kept(client, "the first"), kept(client, "the second")
    to = answered(client, f"{one}together/", name="Small things")
    answered(client, f"{other}together/", to=to.split("/")[3])

    answered(client, f"{one}forget/")
    shown = page(client, to)
    answered(client, f"{other}forget/")

    assert "One moment so far" in shown
    assert "No moment is in it now" in page(client, to)


def test_what_was_not_one_thing_is_offered_to_be_gathered(client: Client) -> None:
    address = kept(client)
    assert "Gather the small moments" not in page(client, address)

    answered(client, f"{address}parts/pace/", pace="many")

    shown = page(client, address)
    assert "It wasn’t one thing." in shown
    assert f"{address}together/" in shown


def test_what_is_put_away_is_offered_to_no_gathering(client: Client) -> None:
    hidden = kept(client, "the one put away")
    answered(client, f"{hidden}parts/bond/", bond="new", name="Mika")
    bond = moment(client, hidden).bond
    answered(client, f"/moments/with/{bond}/", name="Mika", put_away="yes")

    to = answered(client, "/moments/together/", name="Small things")

    assert "the one put away" not in page(client, to)


def test_locked_no_gathering_is_shown(client: Client) -> None:
    to = answered(client, f"{kept(client)}together/", name="Small things")
    lock(client)

    assert client.get(to).headers["Location"] == "/lock/"


# --- named again --------------------------------------------------------------


def test_every_naming_stands_in_order_after_the_first_words(client: Client) -> None:
    address = kept(client, "you walked past me")
    for day, words, softer in (
        ("2026-03-09", "could we maybe talk", "yes"),
        ("2026-03-02", "you did walk past", ""),
    ):
        fields = {"words": words, "on": day, "came_back": "ok"}
        answered(
            client,
            f"{address}namings/",
            **fields | ({"softer": softer} if softer else {}),
        )
    answered(client, f"{address}parts/happened/", happened="2026-03-01")

    shown = page(client, address)

    assert "Named 3 times, from 1 March 2026 to 9 March 2026." in shown
    assert "Once it was said more softly" in shown
    assert "2 times you wrote down what came back" in shown
    there = shown[shown.index("Named again") :]
    said = ["you walked past me", "you did walk past", "could we maybe talk"]
    places = [there.index(words) for words in said]
    assert places == sorted(places)


def test_over_a_relationship_each_hurt_named_again_is_shown(client: Client) -> None:
    address = kept(client, "you walked past me")
    kept(client, "the keys")
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    answered(client, f"{address}namings/", words="again", on="2099-03-02")

    shown = page(client, f"/moments/with/{moment(client, address).bond}/")

    assert "Named more than once" in shown
    assert "Named 2 times" in shown
    assert "What came back isn’t written down." in shown


def test_a_pattern_is_shown_in_counts_of_own_answers(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    for day, how in (
        ("2026-03-01", "not"),
        ("2026-03-02", "not"),
        ("2026-03-03", "tolerated"),
        ("2026-03-04", "landed"),
    ):
        felt = answered(client, f"{address}returns/", by="them", how="said", on=day)
        answered(client, felt, felt=how)

    shown = page(client, f"/moments/with/{moment(client, address).bond}/")

    assert "From 1 March 2026 to 3 March 2026, 3 of the 4 returns" in shown
