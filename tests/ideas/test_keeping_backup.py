"""A backup: one age file that others open too, and nothing strange gets in by it."""

from __future__ import annotations

import os
import pty
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthside.ground.errors import (
    EmptyPassphrase,
    HearthsideError,
    NotABackup,
    TooBig,
    WrongPassphrase,
)
from hearthside.keeping.backup import pack, unpack
from hearthside.keeping.bundles import bundle, unbundle

ADAS = "ember walnut river seven"
FILES = {
    "home.json": b'{"form": 1}',
    "moments/3 May.md": "# It hurt\n\n“fine”, I said.\n".encode(),
    "moments/empty.md": b"",
}
MOST = 10_000  # bytes
NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z é]{1,8}){0,2}\.md", fullmatch=True)


def known(name: str) -> bool:
    return name in FILES


def anything(name: str) -> bool:
    return True


def zipped(files: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of any names, as someone else might make it."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", method) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return whole.getvalue()


@pytest.fixture(scope="module")
def backup() -> bytes:
    return pack(FILES, ADAS)


def test_a_backup_comes_back_with_every_file(backup: bytes) -> None:
    assert unpack(backup, ADAS, is_known=known, most=MOST) == FILES


def test_a_backup_shows_no_word_and_no_name(backup: bytes) -> None:
    for shown in (b"moments", b"home", b"hurt", b"PK\x03\x04"):
        assert shown not in backup


def test_a_wrong_passphrase_opens_no_backup(backup: bytes) -> None:
    with pytest.raises(WrongPassphrase):
        unpack(backup, "lantern", is_known=known, most=MOST)


def test_a_backup_is_locked_with_a_passphrase(backup: bytes) -> None:
    with pytest.raises(EmptyPassphrase):
        pack(FILES, " ")
    with pytest.raises(EmptyPassphrase):
        unpack(backup, " ", is_known=known, most=MOST)


def test_a_part_of_a_backup_is_refused(backup: bytes) -> None:
    with pytest.raises(NotABackup, match="missing or was changed"):
        unpack(backup[:-1], ADAS, is_known=known, most=MOST)


def test_a_changed_byte_in_what_is_locked_is_refused(backup: bytes) -> None:
    changed = backup[:-20] + bytes([backup[-20] ^ 1]) + backup[-19:]

    with pytest.raises(NotABackup, match="missing or was changed"):
        unpack(changed, ADAS, is_known=known, most=MOST)


def test_a_file_that_would_take_an_age_to_open_is_refused_at_once(
    backup: bytes,
) -> None:
    """Its header asks for two to the thirtieth rounds."""
    begins, asked, rest = backup.split(b"\n", 2)
    dear = b"\n".join([begins, asked.rsplit(b" ", 1)[0] + b" 30", rest])

    with pytest.raises(NotABackup, match="too long"):
        unpack(dear, ADAS, is_known=known, most=MOST)


def test_another_file_is_no_backup() -> None:
    ben = pyrage.x25519.Identity.generate()
    to_ben = pyrage.encrypt(bundle(FILES), [ben.to_public()])

    for data in (b"", b"Dear Ada", bundle(FILES), to_ben):
        with pytest.raises(NotABackup):
            unpack(data, ADAS, is_known=known, most=MOST)


def test_a_backup_that_is_too_big_is_refused_before_it_is_opened() -> None:
    with pytest.raises(TooBig):
        unpack(bytes(MOST + 1), ADAS, is_known=known, most=MOST)


@pytest.mark.skipif(
    not (shutil.which("age") and shutil.which("setsid")),
    reason="needs Debian's age: apt install age",
)
def test_age_itself_opens_a_backup(backup: bytes, tmp_path: Path) -> None:
    """Typed by hand, in a terminal, without us."""
    (tmp_path / "notes.age").write_bytes(backup)
    ours, terminal = pty.openpty()
    with subprocess.Popen(
        ["setsid", "--ctty", "age", "-d", "-o", "notes.zip", "notes.age"],
        cwd=tmp_path,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    ) as age:
        asked = os.read(ours, 1024)
        os.write(ours, f"{ADAS}\n".encode())
        status = age.wait(timeout=60)
    os.close(terminal)
    os.close(ours)

    assert b"passphrase" in asked
    assert status == 0
    with zipfile.ZipFile(tmp_path / "notes.zip") as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == FILES


@given(st.dictionaries(NAMES, st.binary(max_size=500), max_size=4))
def test_a_bundle_comes_back_and_is_the_same_each_time(
    files: dict[str, bytes],
) -> None:
    backwards = dict(reversed(files.items()))

    assert unbundle(bundle(files), is_known=anything, most=MOST) == files
    assert bundle(backwards) == bundle(files)


STRANGE_NAMES = [
    "../home.json",
    "moments/../../home.json",
    "/etc/passwd",
    "C:home.json",
    "moments\\one.md",
    "moments//one.md",
    "moments/",
    "./home.json",
    "..",
    "home\n.json",
    "",
]


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_a_name_that_leads_elsewhere_is_refused_both_ways(name: str) -> None:
    with pytest.raises(NotABackup):
        unbundle(zipped({name: b""}), is_known=anything, most=MOST)
    with pytest.raises(ValueError, match="relative and plain"):
        bundle({name: b""})


def test_a_name_with_a_hidden_end_is_refused() -> None:
    """Python cuts a name in a zip at a zero byte."""
    hidden = zipped({"home.json_.exe": b""}).replace(b"json_", b"json\x00")

    with pytest.raises(NotABackup):
        unbundle(hidden, is_known=anything, most=MOST)


def test_a_name_we_dont_know_is_refused() -> None:
    with pytest.raises(NotABackup, match="isn’t ours"):
        unbundle(zipped({**FILES, "more.md": b""}), is_known=known, most=MOST)


def test_a_name_that_is_there_twice_is_refused() -> None:
    twice = zipped({"home.json": b"1", "home.jso_": b"2"}).replace(b"jso_", b"json")

    with pytest.raises(NotABackup, match="twice"):
        unbundle(twice, is_known=known, most=MOST)


def test_more_than_may_come_out_is_refused_before_anything_does() -> None:
    small = zipped({"home.json": bytes(MOST), "moments/empty.md": b"\x00"})

    assert len(small) < MOST
    with pytest.raises(TooBig):
        unbundle(small, is_known=known, most=MOST)


@pytest.mark.parametrize("said", [0, 1, 98, 100])
def test_a_size_that_was_lied_about_is_refused(said: int) -> None:
    lying = zipped({"home.json": bytes(99)}).replace(
        (99).to_bytes(4, "little"), said.to_bytes(4, "little")
    )

    with pytest.raises(NotABackup):
        unbundle(lying, is_known=known, most=MOST)


@pytest.mark.parametrize("flag", [0x01, 0x20], ids=["locked", "a patch"])
def test_a_file_with_a_lock_of_its_own_or_a_part_of_another_is_refused(
    flag: int,
) -> None:
    """Its flag is set in both of the places that a zip has for it."""
    flagged = bytearray(zipped({"home.json": b""}))
    for header, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flagged[flagged.index(header) + place] |= flag

    with pytest.raises(NotABackup):
        unbundle(bytes(flagged), is_known=known, most=MOST)


def test_what_cant_be_unpacked_is_refused() -> None:
    """Its first block is of a kind that deflate doesn't have."""
    broken = bytearray(zipped({"home.json": bytes(99)}))
    broken[broken.index(b"home.json") + len("home.json")] |= 0b110

    with pytest.raises(NotABackup, match="damaged inside"):
        unbundle(bytes(broken), is_known=known, most=MOST)


def test_a_place_beyond_any_file_is_refused() -> None:
    """A zip can say that a file begins after the last byte a computer can count."""
    entry = zipfile.ZipInfo("home.json")
    entry.extra = struct.pack("<HHQ", 1, 8, 2**64 - 1)
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr(entry, b"")
    far = bytearray(whole.getvalue())
    place = far.index(b"PK\x01\x02") + 42
    far[place : place + 4] = b"\xff" * 4

    with pytest.raises(NotABackup, match="damaged inside"):
        unbundle(bytes(far), is_known=known, most=MOST)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_python_unpacks_at_one_go_is_refused(method: int) -> None:
    with pytest.raises(NotABackup, match="a way we don’t use"):
        unbundle(zipped(FILES, method=method), is_known=known, most=MOST)


@given(st.data())
def test_a_damaged_bundle_is_refused_or_whole_and_never_a_crash(
    data: st.DataObject,
) -> None:
    damaged = bytearray(bundle(FILES))
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(
            st.integers(0, 255)
        )
    cut = bytes(damaged[: data.draw(st.integers(0, len(damaged)))])

    for one in (bytes(damaged), cut):
        try:
            files = unbundle(one, is_known=known, most=MOST)
        except HearthsideError:
            continue
        assert all(FILES[name] == content for name, content in files.items())


@given(st.binary(max_size=200))
def test_bytes_that_are_no_bundle_are_refused(data: bytes) -> None:
    with pytest.raises(NotABackup):
        unbundle(data, is_known=anything, most=MOST)
