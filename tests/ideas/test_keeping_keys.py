"""The lock: what opens it, and what is refused."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hearthside.ground.errors import (
    CostRefused,
    EmptyPassphrase,
    ForeignKey,
    NewerFormat,
    NotEnoughMemory,
    NoWordsKept,
    UnreadableLock,
    WrongPassphrase,
    WrongWords,
)
from hearthside.keeping.keys import (
    AT_HOME,
    CEILING,
    FLOOR,
    HOSTED,
    Cost,
    Keys,
    Lock,
    lock_up,
    unlock,
    unlock_with_words,
    with_new_passphrase,
    with_readers,
    with_words,
)
from hearthside.keeping.phrases import new_words

ADAS = "ember walnut river seven"
BENS = "a boat, a lamp and a goat"
WORDS = new_words()
KEYS = Keys.new()
BENS_KEYS = Keys.new()


@pytest.fixture(scope="module")
def lock() -> Lock:
    """Return Ada's lock, which her words open too."""
    return with_words(lock_up(KEYS, ADAS, cost=HOSTED), KEYS, WORDS)


@pytest.fixture(scope="module")
def bens_lock() -> Lock:
    return with_words(lock_up(BENS_KEYS, BENS, cost=HOSTED), BENS_KEYS, new_words())


def test_a_passphrase_opens_its_lock_to_the_same_keys(lock: Lock) -> None:
    assert unlock(lock, ADAS) == KEYS


@settings(max_examples=5)
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_passphrase_opens_what_it_locked_after_a_way_through_bytes(
    passphrase: str,
) -> None:
    lock = lock_up(KEYS, passphrase, cost=HOSTED)

    assert unlock(Lock.from_bytes(lock.to_bytes()), passphrase) == KEYS


def test_a_wrong_passphrase_opens_nothing(lock: Lock) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(lock, ADAS.upper())


@pytest.mark.parametrize("nothing", ["", "  \n\u00a0"])
def test_space_is_no_passphrase(lock: Lock, nothing: str) -> None:
    with pytest.raises(EmptyPassphrase):
        unlock(lock, nothing)
    with pytest.raises(EmptyPassphrase):
        lock_up(KEYS, nothing, cost=HOSTED)


def test_another_keyboards_way_to_the_same_letters_opens_too() -> None:
    lock = lock_up(KEYS, "caf\u00e9 \ufb01ne", cost=HOSTED)

    assert unlock(lock, " cafe\u0301 fine\n") == KEYS


def test_words_open_the_same_keys_in_any_case_and_spacing(lock: Lock) -> None:
    assert unlock_with_words(lock, WORDS) == KEYS
    assert unlock_with_words(lock, f"\n{WORDS.title()} ".replace(" ", ",\n ")) == KEYS


def test_other_words_open_nothing(lock: Lock) -> None:
    with pytest.raises(WrongWords, match="don’t open this"):
        unlock_with_words(lock, new_words())


@pytest.mark.parametrize("length", [0, 24, 30, 40, 71])
def test_a_sealed_key_cut_short_is_opened_by_nothing(lock: Lock, length: int) -> None:
    assert lock.by_words is not None
    cut = replace(lock, by_words=lock.by_words[:length])

    with pytest.raises(WrongWords):
        unlock_with_words(cut, WORDS)


def test_a_lock_without_words_says_so() -> None:
    with pytest.raises(NoWordsKept):
        unlock_with_words(lock_up(KEYS, ADAS, cost=HOSTED), WORDS)


def test_a_new_passphrase_takes_the_old_ones_place_and_the_keys_and_words_stay(
    lock: Lock,
) -> None:
    changed = with_new_passphrase(lock, KEYS, BENS, cost=HOSTED)

    assert unlock(changed, BENS) == KEYS
    assert unlock_with_words(changed, WORDS) == KEYS
    assert changed.salt != lock.salt
    with pytest.raises(WrongPassphrase):
        unlock(changed, ADAS)


def test_new_words_take_the_old_ones_place(lock: Lock) -> None:
    again = new_words()

    changed = with_words(lock, KEYS, again)

    assert unlock_with_words(changed, again) == KEYS
    with pytest.raises(WrongWords):
        unlock_with_words(changed, WORDS)


def test_two_locks_of_the_same_keys_and_passphrase_share_no_secret_byte() -> None:
    one, two = (lock_up(KEYS, ADAS, cost=HOSTED) for _ in range(2))

    assert one.salt != two.salt
    assert one.by_passphrase != two.by_passphrase


@pytest.mark.parametrize(
    "cost",
    [
        FLOOR._replace(memory=FLOOR.memory - 1),
        FLOOR._replace(passes=FLOOR.passes - 1),
        CEILING._replace(memory=CEILING.memory + 1),
        CEILING._replace(passes=CEILING.passes + 1),
        Cost(-1, -1),
        Cost(2**80, 3),
    ],
)
def test_a_cost_under_the_floor_or_over_the_ceiling_is_refused_before_any_work(
    lock: Lock, cost: Cost
) -> None:
    changed = replace(lock, memory=cost.memory, passes=cost.passes)

    with pytest.raises(CostRefused):
        unlock(changed, ADAS)
    with pytest.raises(CostRefused):
        lock_up(KEYS, ADAS, cost=cost)


def test_the_cost_at_home_lies_between_floor_and_ceiling() -> None:
    assert FLOOR < AT_HOME < CEILING


def test_another_cost_or_salt_than_it_was_locked_with_opens_nothing(lock: Lock) -> None:
    for changed in (
        replace(lock, passes=lock.passes + 1),
        replace(lock, salt=bytes(len(lock.salt))),
    ):
        with pytest.raises(WrongPassphrase):
            unlock(changed, ADAS)


def test_a_foreign_public_key_is_refused_by_both_ways_in(
    lock: Lock, bens_lock: Lock
) -> None:
    swapped = replace(lock, public=bens_lock.public)

    with pytest.raises(ForeignKey, match="public key"):
        unlock(swapped, ADAS)
    with pytest.raises(ForeignKey, match="public key"):
        unlock_with_words(swapped, WORDS)


def test_another_locks_sealed_key_is_refused_even_with_its_own_passphrase(
    lock: Lock, bens_lock: Lock
) -> None:
    """Ben puts what he can open into Ada's lock."""
    planted = replace(lock, by_passphrase=bens_lock.by_passphrase, salt=bens_lock.salt)

    with pytest.raises(WrongPassphrase):
        unlock(planted, ADAS)
    with pytest.raises(ForeignKey):
        unlock(planted, BENS)


def test_a_reader_is_added_only_with_the_keys(lock: Lock, bens_lock: Lock) -> None:
    invited = with_readers(lock, KEYS, [bens_lock.public])

    assert unlock(invited, ADAS) == KEYS
    for altered in (
        replace(lock, readers=(bens_lock.public,)),
        replace(invited, readers=()),
        replace(invited, readers=invited.readers * 2),
        replace(lock, readers=(), readers_seal=bens_lock.readers_seal),
    ):
        with pytest.raises(ForeignKey, match="list of readers"):
            unlock_with_words(altered, WORDS)


def test_foreign_keys_change_no_lock(lock: Lock) -> None:
    with pytest.raises(ForeignKey):
        with_words(lock, BENS_KEYS, WORDS)
    with pytest.raises(ForeignKey):
        with_readers(lock, BENS_KEYS, [])
    with pytest.raises(ForeignKey):
        with_new_passphrase(lock, BENS_KEYS, BENS, cost=HOSTED)


@given(st.data())
def test_a_flipped_byte_of_what_the_words_open_is_refused(
    lock: Lock, data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(["by_words", "public", "readers_seal"]))
    changed = bytearray(getattr(lock, part))
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(
        st.integers(1, 255)
    )

    with pytest.raises((WrongWords, ForeignKey)):
        unlock_with_words(replace(lock, **{part: bytes(changed)}), WORDS)


def test_a_lock_of_a_newer_form_is_refused_and_never_misread(lock: Lock) -> None:
    newer = msgspec.json.encode({"version": 2, "stretched_by": "something new"})

    with pytest.raises(NewerFormat):
        Lock.from_bytes(newer)
    with pytest.raises(NewerFormat):
        unlock(replace(lock, version=2), ADAS)
    with pytest.raises(NewerFormat):
        unlock_with_words(replace(lock, version=2), WORDS)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"\xff\xfe", b'{"version":"1"}', b'{"version":1}', b"[" * 100_000],
)
def test_bytes_that_are_no_lock_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableLock):
        Lock.from_bytes(data)


@given(st.data())
def test_a_lock_cut_short_or_with_a_part_of_another_size_is_refused(
    lock: Lock, data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(["salt", "public", "by_passphrase"]))
    shorter = replace(lock, **{part: getattr(lock, part)[1:]})

    written = lock.to_bytes()
    cut = written[: data.draw(st.integers(0, len(written) - 1))]

    for refused in (shorter.to_bytes(), cut):
        with pytest.raises(UnreadableLock):
            Lock.from_bytes(refused)


def test_keys_show_nothing_of_themselves_and_are_not_written_down() -> None:
    for shown in (repr(KEYS), str(KEYS), f"{[KEYS]}"):
        assert shown.strip("[]") == "<Keys>"
    with pytest.raises(TypeError):
        pickle.dumps(KEYS)
    with pytest.raises(TypeError):
        copy.deepcopy(KEYS)
    with pytest.raises(AttributeError):
        KEYS.secret = b""  # type: ignore[misc]


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = Keys.from_secret(bytes(32))

    each = {keys.secret, keys.record_key, keys.readers_key, keys.arrived_key}
    assert len(each | {keys.public}) == 5
    assert keys == Keys.from_secret(bytes(32)) != KEYS


def test_a_secret_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        Keys.from_secret(b"short")


def test_a_readers_key_has_32_bytes(lock: Lock) -> None:
    with pytest.raises(ValueError, match="32"):
        with_readers(lock, KEYS, [b"short"])


def test_the_lock_holds_no_key_in_the_clear(lock: Lock) -> None:
    written = lock.to_bytes()

    for secret in (KEYS.secret, KEYS.record_key, KEYS.arrived_key, KEYS.readers_key):
        assert secret not in written
        assert msgspec.json.encode(secret).strip(b'"=') not in written


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="bounds memory in Linux's way"
)
def test_too_little_memory_is_said_and_is_no_crash() -> None:
    """A computer that is nearly full, as the process sees it."""
    code = (
        "import resource, pathlib\n"
        "from hearthside.keeping.keys import *\n"
        "pages = int(pathlib.Path('/proc/self/statm').read_text().split()[0])\n"
        "most = pages * resource.getpagesize() + 32 * 2**20\n"
        "resource.setrlimit(resource.RLIMIT_AS, (most, most))\n"
        "try:\n    lock_up(Keys.new(), 'ember walnut', cost=HOSTED)\n"
        "except Exception as refusal:\n    print(type(refusal).__name__)\n"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == NotEnoughMemory.__name__


def test_keeping_opens_no_socket_and_knows_no_django() -> None:
    code = (
        "import sys, hearthside.keeping;"
        "print({'django', 'socket', 'rich', 'click'} & set(sys.modules))"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "set()"
