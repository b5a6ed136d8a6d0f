"""One page of chosen lines to take along, and a moment on paper."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from hearthside.moments.moment import Bond
from hearthside.web.moments import store

from .bringing import page
from .keeping_it import lock
from .test_moments import SAID, answered, keeper, kept, moment


def marks(client: Client, address: str, *words: str) -> list[str]:
    """Return what the lines that hold *words* are known by on the page to choose."""
    shown = page(client, address)
    found = re.findall(r'name="line" value="(\w+)">(.*?)</label>', shown, re.DOTALL)
    return [mark for word in words for mark, text in found if word in text]


def taken(client: Client, address: str, *words: str) -> str:
    """Choose the lines that hold *words*; return the page they make."""
    return answered(client, address, line=marks(client, address, *words))


def test_a_page_holds_the_chosen_lines_the_day_and_nothing_else(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/story/", story="maybe it is me")
    answered(client, f"{address}parts/needed/", needed="to be asked")

    made = taken(client, f"{address}page/", SAID, "to be asked")

    shown = page(client, made)
    paper = shown[shown.index("<article") : shown.index("</article>")]
    assert f"{store.today():%Y}" in paper
    assert SAID in paper
    assert "to be asked" in paper
    assert "maybe it is me" not in shown


def test_the_file_has_a_name_that_says_nothing(client: Client) -> None:
    made = taken(client, f"{kept(client)}page/", SAID)

    file = client.get(f"{made}notes.md")

    assert file["Content-Disposition"] == 'attachment; filename="notes.md"'
    assert file["Content-Type"] == "text/markdown; charset=utf-8"
    assert f"> {SAID}" in file.content.decode()
    assert "hearthside" not in file.content.decode().lower()


def test_on_paper_it_is_i_and_not_you(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/story/", story="maybe it is me")
    answered(client, f"{address}returns/", by="me", how="said", words="can we talk")

    made = taken(client, f"{address}page/", "maybe it is me", "can we talk")

    shown = page(client, made)
    assert "The story I tell myself" in shown
    assert "I spoke" in shown


def test_no_line_is_one_sentence(client: Client) -> None:
    address = f"{kept(client)}page/"

    assert "Choose at least one line" in page(client, answered(client, address))
    assert "Choose at least one" in page(client, answered(client, address, line="0"))


def test_lines_of_a_relationship_and_of_a_gathering_can_be_chosen(
    client: Client,
) -> None:
    one, other = kept(client, "the first time"), kept(client, "the second time")
    answered(client, f"{one}parts/bond/", bond="new", name="Mika")
    bond = moment(client, one).bond
    answered(client, f"{other}parts/bond/", bond=bond)
    together = answered(client, f"{one}together/", name="Small things")

    of_bond = taken(client, f"/moments/with/{bond}/page/", "first", "second", "Mika")
    of_gathering = taken(client, f"{together}page/", "first")

    shown = page(client, of_bond)
    assert shown.index("the first time") < shown.index("the second time")
    assert "the first time" in page(client, of_gathering)


def test_a_page_is_let_go_and_the_moment_stays(client: Client) -> None:
    address = kept(client)
    made = taken(client, f"{address}page/", SAID)

    assert answered(client, f"{made}let-go/") == f"{address}page/"

    assert client.get(made).headers["Location"] == "/moments/"
    assert client.get(f"{made}notes.md").headers["Location"] == "/moments/"
    assert client.get(address).status_code == 200


def test_locked_no_page_is_shown(client: Client) -> None:
    made = taken(client, f"{kept(client)}page/", SAID)
    lock(client)

    assert client.get(made).headers["Location"] == "/lock/"


@pytest.mark.parametrize("chosen", [True, False])
def test_nothing_for_two_shows_nowhere_but_where_it_is_chosen(
    client: Client, chosen: bool
) -> None:
    address = kept(client)
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    bond = moment(client, address).bond
    with_them = f"/moments/with/{bond}/"
    fields = {"nothing_for_two": "yes"} if chosen else {}
    answered(client, with_them, name="Mika", **fields)
    made = taken(client, f"{address}page/", SAID, "Mika")

    assert store.get(keeper(client), bond, Bond)[0].nothing_for_two is chosen
    assert "Nothing for two here" in page(client, with_them)
    for elsewhere in (
        "/",
        "/moments/",
        "/moments/with/",
        address,
        made,
        f"{address}page/",
        f"{with_them}page/",
    ):
        assert "for two" not in page(client, elsewhere).lower()
    assert b"two" not in client.get(f"{made}notes.md").content


def test_the_menu_is_the_same_whatever_was_chosen_for_two(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    with_them = f"/moments/with/{moment(client, address).bond}/"

    def ways() -> list[str]:
        shown = page(client, with_them) + page(client, address) + page(client, "/")
        return re.findall(r'href="([^"]*)"', shown)

    before = ways()
    answered(client, with_them, name="Mika", nothing_for_two="yes")

    assert ways() == before
