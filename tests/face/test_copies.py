"""Copies: a backup holds all of it, an export what may leave, and each comes back."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pyrage import DecryptError

from hearthside.keeping import backup as backup_file
from hearthside.keeping.backup import BEGINS, SAID_WHERE_IT_IS_WRONG, pack, unpack
from hearthside.moments.moment import Bond, Felt, Gathered, Moment, Return
from hearthside.web import waiting
from hearthside.web.copies import making, uploads
from hearthside.web.copies.files import ABOUT, is_known
from hearthside.web.keeping import wishes
from hearthside.web.keeping.models import Arrived, Person, Record
from hearthside.web.keeping.store import Keeper
from hearthside.web.keeping.unlocked import unlocked
from hearthside.web.keeping.wishes import Wishes
from hearthside.web.moments import store

from .bringing import page
from .copies_made import FOR_THE_COPY, done, made, restored, sent
from .keeping_it import PASSPHRASE, lock, set_up
from .test_moments import keeper

NEW = "a wholly different sentence"
LONG_AGO = datetime(2025, 3, 1, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin the work at once: no page has to be sent before it."""
    monkeypatch.setattr(making, "FIRST_THE_PAGE", 0.0)


@pytest.fixture(autouse=True)
def at_little_cost(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Stand in for age, whose work takes seconds on purpose; some tests do without."""
    if "real_age" in request.fixturenames:
        return
    monkeypatch.setattr(backup_file, "encrypt", quickly_locked)
    monkeypatch.setattr(backup_file, "decrypt", quickly_opened)


@pytest.fixture
def real_age() -> None:
    """Have age itself do the work in this test."""


def quickly_locked(inside: bytes, passphrase: str) -> bytes:
    """Return what begins as an age file does, and holds *inside*."""
    return BEGINS + sha256(passphrase.encode()).digest() + inside


def quickly_opened(data: bytes, passphrase: str) -> bytes:
    """Return what was locked; refuse another passphrase as age does."""
    if not data.startswith(quickly_locked(b"", passphrase)):
        raise DecryptError(SAID_WHERE_IT_IS_WRONG)
    return data.removeprefix(quickly_locked(b"", passphrase))


def filled(client: Client) -> dict[str, str]:
    """Keep one of each kind; return their ids."""
    set_up(client)
    home = keeper(client)
    mika = store.put(home, Bond(name="Mika", kind="friend", nothing_for_two=True))
    nour = store.put(home, Bond(name="Nour", put_away=True))
    felt = (Felt(how="part", on=date(2025, 3, 3)),)
    returns = (Return(id="1", on=date(2025, 3, 2), words="I came late.", felt=felt),)
    gate = Moment(at=LONG_AGO, words="The gate stood open.", bond=mika, returns=returns)
    one = store.put(home, gate)
    changed = {"words": "The gate stood open, and you weren’t there."}
    client.post(f"/moments/{one}/parts/words/", changed)
    other = store.put(home, Moment(at=LONG_AGO, words="Nobody rang.", bond=nour))
    both = store.put(home, Gathered(name="Sundays", at=LONG_AGO, moments=(one, other)))
    wishes.put(home, Wishes(idle_minutes=20))
    return {"mika": mika, "nour": nour, "one": one, "other": other, "both": both}


def contents(home: Keeper) -> dict[str, object]:
    """Return everything kept, by its id, with its revision."""
    return dict(home.open_all())


def inside(backup: bytes) -> dict[str, bytes]:
    """Return the files of a copy."""
    return unpack(backup, FOR_THE_COPY, is_known=is_known, most=2**24)


def emptied() -> None:
    """Make this another computer, where nothing was ever kept."""
    Person.objects.all().delete()
    unlocked.empty()


# --- backup -------------------------------------------------------------------


def test_a_backup_restored_on_another_computer_brings_everything_back(
    client: Client, real_age: None
) -> None:
    ids = filled(client)
    before = contents(keeper(client))
    client.post("/arrived/new/", {"words": "Half a sentence."})
    backup = made(client)
    emptied()

    to = restored(client, backup, passphrase=NEW, again=NEW)

    there = keeper(client)
    assert to == "/keep/words/"
    assert contents(there) == before
    assert not there.strange().put_back
    assert store.get(there, ids["one"], Moment)[0].earlier
    assert store.get(there, ids["mika"], Bond)[0].nothing_for_two
    assert wishes.get(there).idle_minutes == 20
    assert "Half a sentence." in page(client, "/arrived/")
    assert "The gate stood open" in page(client, "/moments/")


def test_the_other_computer_has_another_key_and_its_own_passphrase(
    client: Client,
) -> None:
    filled(client)
    owner, key = keeper(client).owner, keeper(client).keys
    backup = made(client)
    emptied()

    restored(client, backup, passphrase=NEW, again=NEW)

    assert keeper(client).owner != owner
    assert keeper(client).keys != key


def test_a_backup_has_a_page_to_read_for_each(client: Client) -> None:
    ids = filled(client)

    files = inside(made(client))

    moment = files[f"pages/2025-03-01-{ids['one']}.md"].decode()
    assert "> The gate stood open, and you weren’t there." in moment
    assert "Before it was changed" in moment
    assert "> I came late." in moment
    assert "# Mika" in files[f"pages/with-{ids['mika']}.md"].decode()
    assert (
        "- 1 March 2025 Nobody rang."
        in files[f"pages/gathered-{ids['both']}.md"].decode()
    )
    assert b"20 minutes" in files["pages/wishes.md"]
    assert all(map(is_known, files))


def test_the_file_is_a_download_with_a_name_that_says_a_day_only(
    client: Client,
) -> None:
    filled(client)
    typed = {"passphrase": FOR_THE_COPY, "again": FOR_THE_COPY}
    address = str(client.post("/keep/backup/", typed).headers["Location"])
    done(client, address)

    answer = client.get(f"{address}file/")

    named = f'attachment; filename="notes-{timezone.localdate()}.age"'
    assert answer.headers["Content-Disposition"] == named
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_backup_that_was_let_go_or_locked_away_is_nowhere(client: Client) -> None:
    filled(client)
    typed = {"passphrase": FOR_THE_COPY, "again": FOR_THE_COPY}
    address = str(client.post("/keep/backup/", typed).headers["Location"])
    done(client, address)

    client.post(f"{address}let-go/")

    assert client.get(f"{address}file/").headers["Location"] == address
    assert client.get(address).status_code == 404
    assert len(waiting.waiting) == 0


def test_leaving_while_it_is_made_lets_it_go(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(client)
    monkeypatch.setattr(making, "FIRST_THE_PAGE", 60.0)
    typed = {"passphrase": FOR_THE_COPY, "again": FOR_THE_COPY}
    address = str(client.post("/keep/backup/", typed).headers["Location"])
    said = page(client, address)

    lock(client)

    assert "It is being made" in said
    assert len(waiting.waiting) == 0
    assert not Arrived.objects.exists()


def test_the_page_says_that_recovery_words_open_no_backup(client: Client) -> None:
    set_up(client)

    said = page(client, "/keep/backup/")

    assert "Recovery words don’t open a backup" in said
    assert "age -d" in said


@pytest.mark.parametrize("kind", ["backup", "export"])
def test_a_copy_with_no_passphrase_or_two_is_not_made(
    client: Client, kind: str
) -> None:
    set_up(client)

    client.post(f"/keep/{kind}/", {"passphrase": FOR_THE_COPY, "again": NEW})
    unlike = page(client, f"/keep/{kind}/")
    client.post(f"/keep/{kind}/", {"passphrase": "short", "again": "short"})
    short = page(client, f"/keep/{kind}/")

    assert "These two differ" in unlike
    assert "A short one opens faster" in short
    assert "Keep the short one" in short


def test_a_record_that_is_damaged_is_left_out_and_that_is_said(client: Client) -> None:
    ids = filled(client)
    Record.objects.filter(id=ids["one"]).update(sealed=b"nothing of the kind")
    typed = {"passphrase": FOR_THE_COPY, "again": FOR_THE_COPY}

    address = str(client.post("/keep/backup/", typed).headers["Location"])

    assert "1 record can’t be read here" in done(client, address)
    files = inside(client.get(f"{address}file/").content)
    assert f"records/{ids['one']}.json" not in files
    assert f"records/{ids['other']}.json" in files


@pytest.mark.skipif(not shutil.which("age"), reason="Debian's age isn't here")
def test_age_opens_a_backup_that_the_app_made(
    client: Client, tmp_path: Path, real_age: None
) -> None:
    filled(client)
    (tmp_path / "notes.age").write_bytes(made(client))

    opened_by_age(tmp_path, FOR_THE_COPY)

    with zipfile.ZipFile(tmp_path / "notes.zip") as zipped:
        names = zipped.namelist()
        [page_] = [one for one in names if one.startswith("pages/2025-03-01")][:1]
        assert {"read-me.md", "about.json"} < set(names)
        assert zipped.read(page_)


def opened_by_age(folder: Path, passphrase: str) -> None:
    """Have age itself open ``notes.age``; it asks for a passphrase at a terminal."""
    terminal, far_end = pty.openpty()
    opening = subprocess.Popen(
        ["age", "-d", "-o", "notes.zip", "notes.age"],
        cwd=folder,
        stdin=far_end,
        stdout=far_end,
        stderr=far_end,
        start_new_session=True,
        preexec_fn=lambda: take_as_terminal(far_end),  # noqa: PLW1509 - one thread
    )
    os.close(far_end)
    asked = b""
    for said in said_at(terminal):
        asked += said
        if b"passphrase" in asked:
            os.write(terminal, f"{passphrase}\n".encode())
            asked = b""
    assert opening.wait(timeout=60) == 0
    os.close(terminal)


def take_as_terminal(end: int) -> None:
    """Make *end* the terminal of this process."""
    import fcntl
    import termios

    fcntl.ioctl(end, termios.TIOCSCTTY, 0)


def said_at(terminal: int) -> Iterator[bytes]:
    """Give what is said at a terminal until it is closed."""
    while True:
        try:
            said = os.read(terminal, 1024)
        except OSError:
            return
        if not said:
            return
        yield said


# --- export -------------------------------------------------------------------


def test_an_export_holds_nothing_that_stays_private(client: Client) -> None:
    ids = filled(client)

    files = inside(made(client, "export"))

    whole = b"".join(files.values())
    assert b"nothing_for_two" not in whole
    assert b"idle_minutes" not in whole
    for word in ("Nour", "Nobody rang", ids["nour"], ids["other"]):
        assert word.encode() not in whole
    assert b"Mika" in whole
    assert b"Before it was changed" in whole


def test_what_was_put_away_is_exported_only_where_it_is_asked_for(
    client: Client,
) -> None:
    filled(client)

    offered = page(client, "/keep/export/")
    whole = b"".join(inside(made(client, "export", put_away="yes")).values())

    assert "With what I put away" in offered
    assert b"Nour" in whole
    assert b"Nobody rang." in whole
    assert b"nothing_for_two" not in whole


# --- restore ------------------------------------------------------------------


def test_into_a_home_with_records_only_what_is_missing_comes(client: Client) -> None:
    ids = filled(client)
    backup = made(client)
    keeper(client).forget(ids["other"])
    client.post(f"/moments/{ids['one']}/parts/title/", {"title": "Friday"})
    wishes.put(keeper(client), Wishes(idle_minutes=5))

    to = restored(client, backup)

    said = page(client, to)
    assert "1 record came back" in said
    assert "5 stayed as they were here" in said
    home = keeper(client)
    assert store.get(home, ids["other"], Moment)[0].words == "Nobody rang."
    assert store.get(home, ids["one"], Moment)[0].title == "Friday"
    assert wishes.get(home).idle_minutes == 5
    assert home.strange() == (frozenset(), frozenset(), frozenset())


def test_one_that_was_changed_more_often_in_the_backup_comes(client: Client) -> None:
    ids = filled(client)
    early = list(Record.objects.filter(id=ids["one"]).values())
    client.post(f"/moments/{ids['one']}/parts/title/", {"title": "Friday"})
    backup = made(client)
    Record.objects.filter(id=ids["one"]).update(**early[0])

    restored(client, backup)

    assert store.get(keeper(client), ids["one"], Moment)[0].title == "Friday"
    assert not keeper(client).strange().put_back


def test_one_that_is_damaged_here_comes_back(client: Client) -> None:
    ids = filled(client)
    backup = made(client)
    Record.objects.filter(id=ids["one"]).update(sealed=b"nothing of the kind")

    restored(client, backup)

    words = store.get(keeper(client), ids["one"], Moment)[0].words
    assert words.startswith("The gate stood open")
    assert not keeper(client).strange().put_back


def test_an_interrupted_restore_changes_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(client)
    backup = made(client)
    emptied()

    def stop(self: Keeper, index: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Keeper, "_write", stop)
    address = sent(client, backup)
    done(client, address)
    with pytest.raises(KeyboardInterrupt):
        client.post(address, {"passphrase": NEW, "again": NEW})

    assert not Person.objects.exists()
    assert not Record.objects.exists()


def test_nothing_comes_before_it_was_shown_what_is_in_it(client: Client) -> None:
    filled(client)
    backup = made(client)
    emptied()

    said = done(client, sent(client, backup))

    assert "2 moments" in said
    assert "2 people or groups by name" in said
    assert not Record.objects.exists()


def test_a_wrong_passphrase_is_said_and_nothing_is_changed(client: Client) -> None:
    filled(client)
    backup = made(client)
    before = contents(keeper(client))

    said = done(client, sent(client, backup, "not this one"))

    assert "This passphrase doesn’t open it" in said
    assert contents(keeper(client)) == before


RECORD = f"records/{'a' * 32}.json"
STRANGE = [
    ({"home.py": b"print()"}, "holds something that isn’t ours"),
    ({}, "isn’t in a form we know"),
    ({ABOUT: b'{"form": 2}'}, "A newer Hearthside wrote this"),
    ({ABOUT: b'{"form": 1}', RECORD: b"[]"}, "isn’t in a form we know"),
    (
        {
            ABOUT: b'{"form": 1}',
            RECORD: b'{"format":1,"revision":1,"content":{"kind":"spell","kept":{}}}',
        },
        "can’t be read in the form",
    ),
    (
        {
            ABOUT: b'{"form": 1}',
            RECORD: b'{"format":9,"revision":1,"content":{"kind":"moment","kept":{}}}',
        },
        "A newer Hearthside wrote this",
    ),
    (
        {
            ABOUT: b'{"form": 1}',
            RECORD: b'{"format":1,"revision":0,"content":{"kind":"moment","kept":{}}}',
        },
        "isn’t in a form we know",
    ),
]


@pytest.mark.parametrize(("files", "says"), STRANGE)
def test_a_backup_with_something_strange_in_it_is_refused(
    client: Client, files: dict[str, bytes], says: str
) -> None:
    said = done(client, sent(client, pack(files, FOR_THE_COPY)))

    assert says in said
    assert not Person.objects.exists()


def test_a_form_without_a_file_says_so(client: Client) -> None:
    client.post("/keep/restore/", {"passphrase": FOR_THE_COPY})
    none = page(client, "/keep/restore/")
    file = SimpleUploadedFile("notes.age", b"age")
    client.post("/keep/restore/", {"file": file, "passphrase": " "})
    no_passphrase = page(client, "/keep/restore/")

    assert "There is no file here yet" in none
    assert "There is no passphrase here yet" in no_passphrase


def test_a_file_that_is_too_big_is_dropped_and_said(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST", 100_000)
    file = SimpleUploadedFile("notes.age", b"x" * 300_000)

    client.post("/keep/restore/", {"file": file, "passphrase": FOR_THE_COPY})

    assert "A backup can hold 1 MiB" in page(client, "/keep/restore/")


def test_a_file_larger_than_other_forms_take_is_taken_here(client: Client) -> None:
    said = done(client, sent(client, b"x" * 4 * 2**20))

    assert "isn’t a backup that can be restored" in said


def test_a_form_from_elsewhere_restores_nothing(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1:8000"})
    strict.cookies = client.cookies
    file = SimpleUploadedFile("notes.age", b"age")

    answer = strict.post("/keep/restore/", {"file": file, "passphrase": NEW})

    assert answer.status_code == 403


def test_a_locked_home_keeps_no_passphrase_that_was_sent_to_it(client: Client) -> None:
    filled(client)
    backup = made(client)
    lock(client)
    file = SimpleUploadedFile("notes.age", backup)

    answer = client.post("/keep/restore/", {"file": file, "passphrase": FOR_THE_COPY})
    client.post("/keep/backup/", {"passphrase": NEW, "again": NEW})

    assert answer.headers["Location"] == "/lock/"
    assert not Arrived.objects.exists()


def test_a_home_begun_in_another_tab_is_not_restored_over(client: Client) -> None:
    filled(client)
    backup = made(client)
    emptied()
    address = sent(client, backup)
    done(client, address)
    set_up(client, PASSPHRASE)
    lock(client)

    answer = client.post(address, {"passphrase": NEW, "again": NEW})

    assert answer.headers["Location"] == "/lock/"
    assert Person.objects.count() == 1
    assert not Record.objects.exists()


def test_no_address_of_a_copy_holds_a_word(client: Client) -> None:
    filled(client)
    typed = {"passphrase": FOR_THE_COPY, "again": FOR_THE_COPY}

    address = str(client.post("/keep/backup/", typed).headers["Location"])

    assert re.fullmatch(r"/keep/made/[\w-]{20,30}/", address)


def test_the_content_of_a_record_is_carried_byte_for_byte(client: Client) -> None:
    ids = filled(client)

    carried = msgspec.json.decode(inside(made(client))[f"records/{ids['one']}.json"])

    assert carried["content"]["kept"]["earlier"]
    assert carried["revision"] == 2
