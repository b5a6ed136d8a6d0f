"""What is damaged, put back or gone is named, and everything else can be read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from hearthside.ground.errors import HearthsideError
from hearthside.moments.moment import Bond, Moment, Promise
from hearthside.web.keeping import disk
from hearthside.web.keeping.kinds import tell
from hearthside.web.keeping.models import Contents, Record
from hearthside.web.moments import store

from .bringing import page
from .keeping_it import lock, set_up, unlock
from .test_moments import begun, keeper

AT = datetime(2025, 3, 1, 18, 0, tzinfo=UTC)
LINE = "Something kept here isn’t as it was left"


def three(client: Client) -> dict[str, str]:
    """Keep three moments with one person; return their ids."""
    set_up(client)
    home = keeper(client)
    mika = store.put(home, Bond(name="Mika"))
    ids = {
        words: store.put(home, Moment(at=AT, words=words, bond=mika))
        for words in ("gate", "porch", "lamp")
    }
    return ids | {"mika": mika}


def row(id_: str) -> dict[str, Any]:
    """Return the row of a record as it lies in the table now."""
    return dict(Record.objects.filter(id=id_).values().get())


def opened_again(client: Client) -> str:
    """Lock and unlock; return the threshold."""
    lock(client)
    unlock(client)
    return page(client, "/")


def test_nothing_strange_no_line(client: Client) -> None:
    three(client)

    assert LINE not in opened_again(client)
    assert "as it was left" in page(client, "/keep/strange/")


def test_a_record_put_back_to_an_earlier_state_is_named(client: Client) -> None:
    ids = three(client)
    before = row(ids["gate"])
    client.post(f"/moments/{ids['gate']}/parts/words/", {"words": "gate, later"})
    Record.objects.filter(id=ids["gate"]).update(**before)

    threshold = opened_again(client)
    shown = page(client, "/keep/strange/")

    assert LINE in threshold
    assert "Put back to an earlier state" in shown
    assert "gate, later" in shown  # what the list still knows of it
    assert "1 March 2025" in shown
    assert "porch" not in shown


def test_a_record_that_was_removed_is_named(client: Client) -> None:
    ids = three(client)
    Record.objects.filter(id=ids["gate"]).delete()

    opened_again(client)
    shown = page(client, "/keep/strange/")

    assert "Gone" in shown
    assert "gate" in shown
    assert "porch" in page(client, f"/moments/{ids['porch']}/")


def test_a_record_that_was_added_is_named_by_what_it_says(client: Client) -> None:
    ids = three(client)
    before = row(ids["gate"])
    keeper(client).forget(ids["gate"])
    Record.objects.create(**before)

    opened_again(client)
    shown = page(client, "/keep/strange/")

    assert "Here, and not on the list" in shown
    assert "gate" in shown


def test_a_damaged_record_leaves_all_others_readable(client: Client) -> None:
    ids = three(client)
    Record.objects.filter(id=ids["gate"]).update(sealed=b"nothing of the kind")

    opened_again(client)
    shown = page(client, "/keep/strange/")

    assert "Damaged" in shown
    assert "gate" in shown
    assert "porch" in page(client, f"/moments/{ids['porch']}/")
    assert "lamp" in page(client, f"/moments/with/{ids['mika']}/")
    assert client.get(f"/moments/{ids['gate']}/").status_code == 409
    assert "porch" in page(client, "/moments/")


def test_a_damaged_relationship_leaves_its_moments_readable(client: Client) -> None:
    ids = three(client)
    Record.objects.filter(id=ids["mika"]).update(sealed=b"nothing of the kind")

    opened_again(client)

    assert "gate" in page(client, f"/moments/{ids['gate']}/")
    assert "Mika" in page(client, "/keep/strange/")


def test_a_promise_in_a_damaged_record_breaks_no_threshold(client: Client) -> None:
    set_up(client)
    promise = Promise(id="1", due=AT.date(), made=AT.date())
    id_ = store.put(keeper(client), Moment(at=AT, words="gate", promises=(promise,)))
    Record.objects.filter(id=id_).update(sealed=b"nothing of the kind")

    assert LINE in opened_again(client)


def test_taken_as_it_is_the_line_goes(client: Client) -> None:
    ids = three(client)
    before = row(ids["gate"])
    client.post(f"/moments/{ids['gate']}/parts/words/", {"words": "gate, later"})
    Record.objects.filter(id=ids["gate"]).update(**before)
    Record.objects.filter(id=ids["porch"]).delete()
    Record.objects.filter(id=ids["lamp"]).update(sealed=b"nothing of the kind")
    opened_again(client)

    client.post("/keep/strange/taken/")

    assert LINE not in page(client, "/")
    assert LINE not in opened_again(client)
    listed = page(client, "/moments/")
    assert "gate, later" not in listed
    assert "gate" in listed
    assert "porch" not in listed
    assert "lamp" in listed  # still there, and still damaged


def test_damaged_ones_can_be_forgotten(client: Client) -> None:
    ids = three(client)
    Record.objects.filter(id=ids["gate"]).update(sealed=b"nothing of the kind")
    opened_again(client)

    client.post("/keep/strange/let-go/")

    assert not Record.objects.filter(id=ids["gate"]).exists()
    assert LINE not in page(client, "/")
    assert Record.objects.filter(id=ids["porch"]).exists()


def test_a_damaged_list_is_made_anew_and_that_is_said(client: Client) -> None:
    ids = three(client)
    Contents.objects.update(sealed=b"nothing of the kind")
    Record.objects.filter(id=ids["gate"]).update(sealed=b"nothing of the kind")

    threshold = opened_again(client)
    shown = page(client, "/keep/strange/")

    assert LINE in threshold
    assert "It was made anew from everything that can be read" in shown
    assert "nothing is known of it" in shown  # the one that is damaged too
    assert "porch" in page(client, "/moments/")
    assert "Mika" in page(client, "/moments/with/")


def test_a_list_made_anew_says_what_the_old_one_said(client: Client) -> None:
    three(client)
    client.post("/keep/open-for/", {"minutes": "45"})
    home = keeper(client)

    assert home.mended_index(tell) == home.index()


def test_what_is_strange_is_looked_for_once_each_unlocking(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(client)
    looked = []
    strange = type(keeper(client)).strange

    def counted(self: Any) -> Any:
        looked.append(self.owner)
        return strange(self)

    monkeypatch.setattr(type(keeper(client)), "strange", counted)
    opened_again(client)
    page(client, "/")
    page(client, "/moments/")

    assert len(looked) == 1


def test_words_waiting_to_be_kept_are_kept_with_a_damaged_list(client: Client) -> None:
    three(client)
    lock(client)
    Contents.objects.update(sealed=b"nothing of the kind")
    waits = begun(client, "nobody rang")
    client.post(f"{waits}keep/")

    unlock(client)

    assert "nobody rang" in page(client, "/moments/")


# --- the file itself ------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """Return the folder that is the home of the app."""
    settings.HOME = tmp_path
    return tmp_path


def test_a_damaged_file_is_set_aside_and_the_threshold_says_so(
    client: Client, home: Path
) -> None:
    (home / disk.NAME).write_bytes(b"no database at all " * 500)

    aside = disk.set_aside(home)
    shown = page(client, "/")
    client.post("/keep/put-by/")

    assert aside is not None
    assert aside.read_bytes() == b"no database at all " * 500
    assert "was damaged. It was put aside" in shown
    assert 'href="/keep/restore/"' in shown
    assert "was damaged" not in page(client, "/")
    assert aside.exists()


def test_a_lock_that_cannot_be_read_sets_the_file_aside_too(home: Path) -> None:
    with closing(sqlite3.connect(home / disk.NAME)) as file:
        file.execute("CREATE TABLE keeping_person (id, lock)")
        file.execute("INSERT INTO keeping_person VALUES ('a', x'00')")
        file.commit()

    assert disk.set_aside(home) is not None
    assert disk.was_set_aside(home)


def test_a_sound_file_stays_where_it_is(home: Path) -> None:
    with closing(sqlite3.connect(home / disk.NAME)) as file:
        file.execute("CREATE TABLE something (id)")

    assert disk.set_aside(home) is None
    assert not disk.was_set_aside(home)


# --- a full disk, and a clock ---------------------------------------------------


@pytest.fixture
def full(transactional_db: None, client: Client) -> Iterator[None]:
    """Let the disk take no page more, once something is kept."""
    three(client)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # tests before this one leave empty pages
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


LONG = "The gate stood open. " * 900


def test_on_a_full_disk_words_are_not_kept_and_stay_where_they_are(
    client: Client, full: None
) -> None:
    given = begun(client, LONG)

    shown = page(client, given)

    assert "It may be full: make some room" in shown
    assert LONG.strip()[:200] in shown
    assert Record.objects.count() == 4


def test_on_a_full_disk_a_form_comes_back_with_its_words(
    client: Client, full: None
) -> None:
    lines = keeper(client).index().lines.items()
    id_ = next(one for one, line in lines if line.about["kind"] == "moment")

    answer = client.post(f"/moments/{id_}/parts/story/", {"story": LONG})

    shown = page(client, str(answer.headers["Location"]))
    assert "It may be full: make some room" in shown
    assert LONG.strip()[:200] in shown


def test_room_that_is_made_lets_the_waiting_words_be_kept(
    client: Client, full: None
) -> None:
    given = begun(client, LONG)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")

    answer = client.post(f"{given}keep/")

    assert page(client, str(answer.headers["Location"])).count("gate stood open") > 1


def test_where_a_page_says_nothing_of_it_the_house_says_it_in_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(client)

    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("hearthside.web.threshold.views.what_waits", full)
    answer = client.get("/")

    assert answer.status_code == 507
    assert "It may be full" in answer.content.decode()


def test_a_clock_set_back_hides_nothing(client: Client) -> None:
    set_up(client)
    later = datetime.now(UTC) + timedelta(days=400)
    id_ = store.put(keeper(client), Moment(at=later, words="gate"))

    listed = page(client, "/moments/")
    shown = page(client, f"/moments/{id_}/")
    changed = client.post(f"/moments/{id_}/parts/title/", {"title": "Friday"})

    assert "gate" in listed
    assert "gate" in shown
    assert changed.status_code == 302
    assert LINE not in opened_again(client)
    assert store.get(keeper(client), id_, Moment)[0].title == "Friday"


def test_a_refusal_is_one_sentence_or_a_few_and_no_word_of_anyone(
    client: Client,
) -> None:
    ids = three(client)
    Record.objects.filter(id=ids["gate"]).update(sealed=os.urandom(2000))

    with pytest.raises(HearthsideError) as refusal:
        store.get(keeper(client), ids["gate"], Moment)

    assert "gate" not in str(refusal.value)
