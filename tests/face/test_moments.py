"""Moments: one question a page, kept as said, and everything else offered later."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from hearthside.moments.moment import Bond, Moment
from hearthside.web.keeping.models import Contents, Record
from hearthside.web.keeping.people import UNLOCKED, cookie
from hearthside.web.keeping.store import Keeper
from hearthside.web.keeping.unlocked import unlocked
from hearthside.web.moments import pages, store

from .bringing import page
from .keeping_it import lock, set_up, unlock

SAID = "i kept looking at the gate. then i stopped looking"


def keeper(client: Client) -> Keeper:
    """Return the open records of whoever unlocked with *client*."""
    half = client.cookies[cookie()].value
    found = unlocked.keys(client.session[UNLOCKED], half)
    assert found
    return Keeper(*found)


def begun(client: Client, words: str = SAID, door: int = 3) -> str:
    """Say *words* at a door that asks for words first; return where they wait."""
    answer = client.post(f"/moments/new/{door}/", {"words": words, "enough": "yes"})
    return str(answer.headers["Location"])


def kept(client: Client, words: str = SAID, door: int = 3) -> str:
    """Set up, keep a moment of *words*, and return its address."""
    if UNLOCKED not in client.session:
        set_up(client)
    return begun(client, words, door)


def moment(client: Client, address: str) -> Moment:
    """Return the moment at *address* as it is kept."""
    return store.get(keeper(client), address.split("/")[2], Moment)[0]


def answered(client: Client, address: str, **fields: Any) -> str:
    """Send a form; return where it leads."""
    answer = client.post(address, fields)
    assert answer.status_code == 302, answer.status_code
    return str(answer.headers["Location"])


# --- naming one ---------------------------------------------------------------


def test_the_body_is_asked_first_and_said_to_be_doing_its_best(client: Client) -> None:
    shown = page(client, "/moments/new/1/")

    assert "What did your body do?" in shown
    assert "a body doing its best" in shown
    assert "Look around the room instead" in shown
    assert shown.count("<textarea") == 0


def test_a_word_is_asked_for_only_after_the_body(client: Client) -> None:
    where = answered(client, "/moments/new/1/", did=["freeze", "fawn"])
    how_much = answered(client, where, where="my jaw")
    words = answered(client, how_much, how_much="all of it")
    given = answered(client, words, words=SAID)

    shown = page(client, given)
    assert "Here it is, as you said it." in shown
    for said in (SAID, "my jaw", "all of it", "Freeze"):
        assert said in shown
    assert not Record.objects.exists()


def test_nothing_in_the_body_asks_no_more_of_it(client: Client) -> None:
    following = answered(client, "/moments/new/1/", did="nothing")

    assert following.endswith("/words/")


def test_enough_for_now_stands_on_every_question(client: Client) -> None:
    where = answered(client, "/moments/new/1/", did="fight")
    id_ = where.split("/")[3]

    for step in ("body", "where", "how_much", "words"):
        assert "Enough for now" in page(client, f"/moments/begun/{id_}/{step}/")


def test_three_taps_are_a_whole_moment(client: Client) -> None:
    set_up(client)

    address = answered(client, "/moments/new/1/", did="bracing", enough="yes")

    assert moment(client, address).body.did == ("bracing",)


def test_nothing_said_is_nothing_kept(client: Client) -> None:
    set_up(client)

    assert answered(client, "/moments/new/1/", enough="yes") == "/"
    assert not Record.objects.exists()


def test_it_was_not_one_thing_is_a_place_to_begin(client: Client) -> None:
    words = answered(client, "/moments/new/1/", pace="many")

    assert "What keeps happening?" in page(client, words)


def test_words_are_given_back_verbatim(client: Client) -> None:
    said = '  so\n\n  he <b>said</b> "nothing\'s wrong" & left 🙃 '

    address = kept(client, said)

    assert moment(client, address).words == said


def test_words_about_dying_are_met_before_anything_is_kept(client: Client) -> None:
    given = begun(client, "i don't want to be alive any more")

    shown = page(client, given)
    assert "not wanting to live" in shown.lower()
    client.post(f"{given}not-that/")
    assert "It isn’t that" not in page(client, given)


def test_words_about_dying_that_are_kept_at_once_are_met_once(client: Client) -> None:
    set_up(client)
    address = begun(client, "i don't want to be alive any more")

    assert "not wanting to live" in page(client, address).split("<footer")[0].lower()
    assert "It isn’t that" not in page(client, address)
    answered(
        client, f"{address}parts/story/", story="they would be better off if i died"
    )
    assert "It isn’t that" in page(client, address)


# --- keeping it ---------------------------------------------------------------


def test_what_was_written_first_is_kept_once_a_passphrase_is_chosen(
    client: Client,
) -> None:
    given = begun(client)
    to = answered(client, f"{given}keep/")
    set_up(client)

    assert to == "/keep/"
    shown = str(client.get("/keep/words/").headers["Location"])
    there = answered(client, f"{shown}later/")
    address = str(client.get(there).headers["Location"])
    assert moment(client, address).words == SAID


def test_what_was_written_while_locked_is_kept_once_it_is_opened(
    client: Client,
) -> None:
    set_up(client)
    lock(client)
    given = begun(client)
    to = answered(client, f"{given}keep/")
    there = unlock(client)

    assert to == "/lock/"
    address = str(client.get(there).headers["Location"])
    assert moment(client, address).words == SAID


def test_the_lock_seals_what_was_being_written(client: Client) -> None:
    set_up(client)
    where = answered(client, "/moments/new/1/", did="fight")
    answered(client, where, where="my hands")

    lock(client)
    gone = client.get(where)
    unlock(client)

    assert gone.status_code == 404
    assert "my hands" in page(client, "/arrived/")


def test_what_arrived_becomes_a_moment(client: Client) -> None:
    set_up(client)
    client.post("/arrived/new/", {"words": SAID})
    [came] = client.get("/arrived/").context["arrived"]

    address = answered(client, f"/moments/arrived/{came.id}/")

    assert moment(client, address).words == SAID
    assert "Nothing is waiting" in page(client, "/arrived/")


def test_a_form_sent_to_a_locked_home_is_sealed(client: Client) -> None:
    address = kept(client)
    lock(client)

    to = answered(client, f"{address}parts/story/", story="maybe i am too much")
    unlock(client)

    assert to == "/lock/"
    assert "maybe i am too much" in page(client, "/arrived/")


@pytest.mark.parametrize("page_of", ["", "earlier/", "forget/", "returns/", "rests/"])
def test_locked_no_page_of_a_moment_is_shown(client: Client, page_of: str) -> None:
    address = kept(client)
    lock(client)

    assert client.get(f"{address}{page_of}").headers["Location"] == "/lock/"
    assert unlock(client) == f"{address}{page_of}"


def test_no_row_holds_a_word(client: Client) -> None:
    kept(client, "the porch light was quillwortish")

    rows = b"".join(
        bytes(row) for kind in (Record, Contents)
        for row in kind.objects.values_list("sealed", flat=True)
    )  # fmt: skip
    assert b"quillwortish" not in rows
    assert b"moment" not in rows


# --- its own page -------------------------------------------------------------


def test_one_thing_more_is_offered_another_time_and_one_a_day(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = kept(client)
    at_once = page(client, address)
    monkeypatch.setattr(pages, "A_WHILE", timedelta(0))
    later = page(client, address)
    answered(client, f"{address}parts/form/", forms=["look", "silence"], form="a door")

    assert "one thing more" not in at_once
    assert "nothing more is asked" in at_once
    assert later.count("one thing more") == 1
    after = moment(client, address)
    assert after.forms == ("silence", "look")
    assert after.form == "a door"
    assert "one thing more" not in page(client, address)


@pytest.mark.parametrize("part", ["title", "words", "story", "needed", "my_part"])
def test_a_part_is_said_in_ones_own_words(client: Client, part: str) -> None:
    address = kept(client)

    answered(client, f"{address}parts/{part}/", **{part: "i wanted to be asked"})

    assert "i wanted to be asked" in page(client, address)
    assert "i wanted to be asked" in page(client, f"{address}parts/{part}/")


@pytest.mark.parametrize(
    ("part", "value"), [("pace", "slowly"), ("whose", "between"), ("structure", "law")]
)
def test_a_part_is_chosen(client: Client, part: str, value: str) -> None:
    address = kept(client)

    answered(client, f"{address}parts/{part}/", **{part: value})

    assert getattr(moment(client, address), part) == value


def test_a_day_that_is_none_is_asked_for_again_with_what_was_typed(
    client: Client,
) -> None:
    address = kept(client)

    back = answered(client, f"{address}parts/happened/", happened="last friday")

    assert "We need a date" in page(client, back)
    assert moment(client, address).happened is None


def test_a_relationship_is_named_once_and_chosen_later(client: Client) -> None:
    one = kept(client)
    answered(client, f"{one}parts/bond/", bond="new", name="Mika", kind="friend")
    other = kept(client, "the second time")
    answered(client, f"{other}parts/bond/", bond=moment(client, one).bond)

    bond, _ = store.get(keeper(client), moment(client, one).bond, Bond)
    assert bond == Bond(name="Mika", kind="friend")
    shown = page(client, f"/moments/with/{moment(client, one).bond}/")
    assert "the second time" in shown
    assert SAID in shown


def test_two_tabs_lose_nothing(client: Client) -> None:
    address = kept(client)
    seen = client.get(f"{address}parts/story/").context["revision"]
    answered(client, f"{address}parts/story/", story="the first tab", seen=seen)

    back = answered(client, f"{address}parts/story/", story="the second tab", seen=seen)

    shown = page(client, back)
    assert "changed in another tab" in shown
    assert "the second tab" in shown
    assert moment(client, address).story == "the first tab"
    now = client.get(back).context["revision"]
    answered(client, f"{address}parts/story/", story="the second tab", seen=now)
    assert moment(client, address).story == "the second tab"


def test_a_change_is_remembered_and_put_back(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/words/", words="said another way")

    assert SAID in page(client, f"{address}earlier/")
    answered(client, f"{address}earlier/")
    assert moment(client, address).words == SAID


def test_a_name_that_was_typed_is_not_lost_to_one_chosen_before(
    client: Client,
) -> None:
    address = kept(client)
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    before = moment(client, address).bond

    answered(client, f"{address}parts/bond/", bond=before, name="Ana")

    after, _ = store.get(keeper(client), moment(client, address).bond, Bond)
    assert after.name == "Ana"


def test_mended_and_seen_differently_is_one_tap(client: Client) -> None:
    address = kept(client)

    answered(client, f"{address}rests/", differently="yes")

    rest = moment(client, address).rest
    assert rest is not None
    assert (rest.ending, rest.seen_differently) == ("mended", True)


def test_how_it_rests_is_not_the_first_thing_asked(client: Client) -> None:
    address = kept(client)

    assert "How does this rest with you today?" not in page(client, address)
    assert "How does this rest with you today?" in page(client, f"{address}rests/")


def test_not_now_at_the_passphrase_leads_back_to_what_was_written(
    client: Client,
) -> None:
    given = begun(client)
    answered(client, f"{given}keep/")

    assert f'href="{given}"' in page(client, "/keep/")


# --- returns and how it rests -------------------------------------------------


def returned(client: Client, address: str, **fields: str) -> str:
    """Say that someone came back to it; return where that leads."""
    said = {"by": "them", "how": "written", "on": "2026-03-01"} | fields
    return answered(client, f"{address}returns/", **said)


def test_a_return_is_kept_and_asked_how_it_landed(client: Client) -> None:
    address = kept(client)

    felt = returned(client, address, words="i said i'd come and i didn't")
    answered(client, felt, felt="part", for_peace="yes")

    [came] = moment(client, address).returns
    assert came.on == date(2026, 3, 1)
    assert [(one.how, one.for_peace) for one in came.felt] == [("part", "yes")]


def test_a_felt_answer_that_changes_keeps_the_one_before(client: Client) -> None:
    address = kept(client)
    felt = returned(client, address)
    answered(client, felt, felt="landed")

    answered(client, felt, felt="tolerated")

    [came] = moment(client, address).returns
    assert [one.how for one in came.felt] == ["landed", "tolerated"]


def test_the_words_of_a_return_are_read_only_after_how_they_felt(
    client: Client,
) -> None:
    address = kept(client)
    felt = returned(client, address, words="I'm sorry if you were upset.")
    turns = felt.replace("/felt/", "/turns/")

    first = str(client.get(turns).headers["Location"])
    answered(client, felt, felt="not")
    then = str(client.get(turns).headers["Location"])

    assert first == felt
    assert "sorry" in page(client, then)


def test_a_promise_comes_due_and_is_put_down(client: Client) -> None:
    address = kept(client)
    yesterday = date.today() - timedelta(days=1)
    answered(client, f"{address}promises/", due=yesterday.isoformat(), by="me")

    [promise] = moment(client, address).promises
    assert "You said you would come back" in page(client, "/")
    answered(client, f"{address}promises/{promise.id}/")
    assert "You said you would come back" not in page(client, "/")


@pytest.mark.parametrize("ending", ["mended", "grieved", "let_go", "carried"])
def test_an_ending_takes_every_promise_away(client: Client, ending: str) -> None:
    address = kept(client)
    answered(client, f"{address}promises/", due="2026-01-01", by="me")

    rested = answered(client, f"{address}rests/", rests=ending)

    assert "Kept." in page(client, rested)
    assert "You said you would come back" not in page(client, "/")
    assert all(one.done for one in moment(client, address).promises)


def test_an_ending_can_be_opened_again_and_both_stay(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}rests/", rests="grieved")
    answered(client, f"{address}rests/", rests="open")

    assert [one.ending for one in moment(client, address).rests] == ["grieved", "open"]


def test_mended_and_still_seen_differently(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}rests/", rests="mended", differently="yes")

    assert moment(client, address).rests[-1].seen_differently


def test_the_same_hurt_named_again_stands_beside_the_first(client: Client) -> None:
    address = kept(client)
    answered(
        client,
        f"{address}namings/",
        words="when you have a minute, could we",
        softer="yes",
        came_back="a thumbs up",
    )

    shown = page(client, address)
    assert "Named again" in shown
    assert "a thumbs up" in shown


def test_something_that_softened_asks_nothing_about_mending(client: Client) -> None:
    address = kept(client, "she asked how i got home", door=4)

    shown = page(client, address)
    assert "How does this rest" not in shown
    assert "Someone came back to it" not in shown


# --- finding again, and forgetting --------------------------------------------


def test_it_is_found_by_its_own_words(client: Client) -> None:
    one = kept(client)
    kept(client, "about the keys")

    sought = answered(client, "/moments/", words="LOOKING gate")

    shown = page(client, sought)
    assert one in shown
    assert "about the keys" not in shown
    assert "looking" not in sought


def test_put_away_it_leaves_the_lists_until_asked_for(client: Client) -> None:
    one = kept(client)
    answered(client, f"{one}parts/bond/", bond="new", name="Mika")
    bond = moment(client, one).bond

    answered(client, f"/moments/with/{bond}/", name="Mika", put_away="yes")

    assert SAID not in page(client, "/moments/")
    assert "Mika" not in page(client, "/moments/with/")
    assert "Mika" in page(client, "/moments/with/?all")
    assert SAID in page(client, f"/moments/with/{bond}/")


def test_forgotten_it_is_in_no_row_and_no_list(client: Client) -> None:
    address = kept(client)
    assert "We keep no copy" in page(client, f"{address}forget/")

    answered(client, f"{address}forget/")

    assert not Record.objects.exists()
    assert keeper(client).index().lines == {}
    assert client.get(address).status_code == 404


def test_a_relationship_is_forgotten_with_its_moments(client: Client) -> None:
    one = kept(client)
    answered(client, f"{one}parts/bond/", bond="new", name="Mika")
    other = kept(client, "nothing to do with them")

    answered(client, f"/moments/with/{moment(client, one).bond}/forget/")

    assert client.get(one).status_code == 404
    assert client.get(other).status_code == 200
    assert Record.objects.count() == 1


def test_a_damaged_record_is_named_and_the_others_can_be_read(client: Client) -> None:
    one, other = kept(client), kept(client, "the other")
    row = Record.objects.get(id=one.split("/")[2])
    row.sealed = bytes(row.sealed)[:-1] + b"\0"
    row.save()

    broken = client.get(one)

    assert broken.status_code == 409
    assert "is damaged" in broken.content.decode()
    assert "the other" in page(client, other)
