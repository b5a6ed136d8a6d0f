"""Reminders: off until wanted, and a file that gives nothing away."""

from __future__ import annotations

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.test import Client

from hearthside.web.keeping import wishes
from hearthside.web.keeping.models import Record
from hearthside.web.keeping.store import Keeper
from hearthside.web.keeping.wishes import Wishes
from hearthside.web.moments import store

from .bringing import page
from .keeping_it import set_up
from .test_moments import SAID, answered, keeper, kept, moment

STILL = "Does it still feel so?"


def test_they_are_off_until_they_are_wanted(client: Client) -> None:
    set_up(client)

    assert "They are off" in page(client, "/moments/reminders/")
    answered(client, "/moments/reminders/", wanted="yes")
    assert wishes.get(keeper(client)).reminders
    assert "They are on" in page(client, "/moments/reminders/")
    answered(client, "/moments/reminders/")
    assert not wishes.get(keeper(client)).reminders


def test_wishes_are_one_sealed_record(client: Client) -> None:
    set_up(client)
    wishes.put(keeper(client), Wishes(reminders=True))
    wishes.put(keeper(client), Wishes(reminders=True, idle_minutes=30))

    [row] = Record.objects.all()
    assert b"reminders" not in bytes(row.sealed)
    assert wishes.get(keeper(client)) == Wishes(reminders=True, idle_minutes=30)
    assert "Nothing is kept yet" in page(client, "/moments/")
    assert client.get(f"/moments/{row.id}/").status_code in (404, 409)


def test_damaged_wishes_are_the_defaults(client: Client) -> None:
    set_up(client)
    wishes.put(keeper(client), Wishes(reminders=True))
    Record.objects.update(sealed=b"x" * 2000)

    assert wishes.get(keeper(client)) == Wishes()


def test_a_day_someone_gave_is_said_always_and_still_mended_only_on_wish(
    client: Client,
) -> None:
    promised, mended = kept(client), kept(client, "the keys")
    answered(client, f"{promised}promises/", due=date.today().isoformat(), by="me")
    answered(client, f"{mended}rests/", rests="mended")
    in_a_week = store.today() + timedelta(weeks=1)

    with patch.object(store, "today", return_value=in_a_week):
        before = page(client, "/")
        its_page = page(client, mended)
        answered(client, "/moments/reminders/", wanted="yes")
        after = page(client, "/")

    assert "You said you would come back" in before
    assert STILL not in before
    assert STILL in its_page
    assert STILL in after


def test_the_file_gives_nothing_away(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}promises/", due="2027-03-28", by="me")
    answered(client, "/moments/reminders/", wanted="yes")

    file = client.get("/moments/reminders/notes.ics")

    assert file["Content-Type"] == "text/calendar"
    assert file["Content-Disposition"] == 'attachment; filename="notes.ics"'
    text = file.content.decode()
    assert "SUMMARY:Notes" in text
    assert "DTSTART;VALUE=DATE:20270328" in text
    assert text.count("BEGIN:VEVENT") == 1
    for word in ("gate", "hearthside", SAID):
        assert word not in text.lower()


def test_the_page_says_what_the_file_cannot_take_back(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}promises/", due="2027-03-28", by="me")
    answered(client, "/moments/reminders/", wanted="yes")

    shown = page(client, "/moments/reminders/")

    assert "copied to a company’s computers" in shown
    assert "can’t take back what a calendar already holds" in shown


@pytest.mark.parametrize("ending", ["grieved", "let_go", "carried", "open"])
def test_an_ending_takes_every_day_out_of_the_file(client: Client, ending: str) -> None:
    address = kept(client)
    answered(client, "/moments/reminders/", wanted="yes")
    answered(client, f"{address}rests/", rests="mended")
    assert client.get("/moments/reminders/notes.ics").content.count(b"VEVENT") == 6

    answered(client, f"{address}rests/", rests=ending)

    assert b"VEVENT" not in client.get("/moments/reminders/notes.ics").content


def test_what_is_put_away_is_in_no_file_and_no_line(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}promises/", due="2026-01-01", by="me")
    answered(client, "/moments/reminders/", wanted="yes")
    answered(client, f"{address}parts/bond/", bond="new", name="Mika")
    bond = moment(client, address).bond

    answered(client, f"/moments/with/{bond}/", name="Mika", put_away="yes")

    assert b"VEVENT" not in client.get("/moments/reminders/notes.ics").content
    assert "come back" not in page(client, "/")


def test_off_the_file_holds_no_day(client: Client) -> None:
    address = kept(client)
    answered(client, f"{address}promises/", due="2027-03-28", by="me")

    assert b"VEVENT" not in client.get("/moments/reminders/notes.ics").content


def test_a_keeper_without_wishes_has_the_defaults(client: Client) -> None:
    set_up(client)

    found: Keeper = keeper(client)
    assert wishes.get(found) == Wishes(idle_minutes=10, reminders=False)
