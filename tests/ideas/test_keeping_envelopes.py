"""One record: whole and its owner's, or refused by name."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthside.ground.errors import Damaged, TooBig
from hearthside.keeping.envelopes import MOST, Envelope, seal, unseal
from hearthside.keeping.sealing import OVERHEAD, pad, seal_bytes

ADA, BEN = "a" * 32, "b" * 32
ID, OTHER_ID = "1" * 32, "2" * 32
KEY = secrets.token_bytes(32)
CONTENTS = st.binary() | st.integers(0, 5000).map(bytes)


def sealed(
    content: bytes = b"It hurt.", *, id: str = ID, revision: int = 3
) -> Envelope:
    return seal(content, KEY, owner=ADA, id=id, format=1, revision=revision)


@given(CONTENTS)
def test_what_is_sealed_comes_back(content: bytes) -> None:
    assert unseal(sealed(content), KEY, owner=ADA) == content


@given(CONTENTS)
def test_what_is_seen_of_its_length_is_a_power_of_two_from_1_kib(
    content: bytes,
) -> None:
    envelope = sealed(content)

    assert envelope.size == max(1024, 1 << len(content).bit_length())
    assert envelope.size.bit_count() == 1
    assert len(content) < envelope.size
    assert len(envelope.sealed) == envelope.size + OVERHEAD


@given(st.data())
def test_any_flipped_byte_is_refused_by_name(data: st.DataObject) -> None:
    envelope = sealed()
    changed = bytearray(envelope.sealed)
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(
        st.integers(1, 255)
    )

    with pytest.raises(Damaged, match=ID) as refusal:
        unseal(envelope._replace(sealed=bytes(changed)), KEY, owner=ADA)

    assert refusal.value.id == ID


@given(st.integers(0, 1024 + OVERHEAD - 1), st.binary(max_size=40))
def test_an_envelope_cut_short_or_made_longer_is_refused(
    length: int, more: bytes
) -> None:
    envelope = sealed()

    for other in (envelope.sealed[:length], envelope.sealed + more + b"\x00"):
        with pytest.raises(Damaged):
            unseal(envelope._replace(sealed=other), KEY, owner=ADA)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "id": st.sampled_from([OTHER_ID, "", f"{ID}\n1", "\udcff"]) | st.text(),
            "format": st.integers().filter(lambda n: n != 1),
            "revision": st.integers().filter(lambda n: n != 3),
        },
    ).filter(bool)
)
def test_another_id_format_or_revision_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(Damaged):
        unseal(sealed()._replace(**changes), KEY, owner=ADA)  # type: ignore[arg-type]


def test_another_owner_is_refused_whoever_asks() -> None:
    envelope = sealed()

    with pytest.raises(Damaged):
        unseal(envelope, KEY, owner=BEN)
    with pytest.raises(Damaged):
        unseal(envelope._replace(owner=BEN), KEY, owner=BEN)


def test_two_records_with_their_contents_swapped_are_both_refused() -> None:
    one, two = sealed(b"one"), sealed(b"two", id=OTHER_ID)

    for swapped in (one._replace(sealed=two.sealed), two._replace(sealed=one.sealed)):
        with pytest.raises(Damaged, match=swapped.id):
            unseal(swapped, KEY, owner=ADA)


def test_an_earlier_revision_does_not_pass_as_the_last() -> None:
    earlier, last = sealed(b"before", revision=3), sealed(b"after", revision=4)

    with pytest.raises(Damaged):
        unseal(last._replace(sealed=earlier.sealed), KEY, owner=ADA)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Damaged):
        unseal(sealed(), secrets.token_bytes(32), owner=ADA)


def test_what_was_never_padded_is_refused_though_the_key_is_right() -> None:
    empty = sealed()._replace(sealed=b"")
    unpadded = seal_bytes(bytes(1024), KEY, bound=empty._bound())

    with pytest.raises(Damaged):
        unseal(empty._replace(sealed=unpadded), KEY, owner=ADA)


def test_the_same_words_sealed_twice_share_no_run_of_bytes() -> None:
    one, two = sealed(), sealed()

    runs = {one.sealed[i : i + 8] for i in range(len(one.sealed) - 7)}
    assert not any(two.sealed[i : i + 8] in runs for i in range(len(two.sealed) - 7))


def test_a_digest_is_of_everything_in_the_envelope() -> None:
    envelope = sealed()
    others = [
        envelope._replace(owner=BEN),
        envelope._replace(id=OTHER_ID),
        envelope._replace(format=2),
        envelope._replace(revision=4),
        envelope._replace(sealed=envelope.sealed[:-1] + b"\x00"),
        sealed(),
    ]

    assert len(envelope.digest) == 32
    assert len({envelope.digest, *(other.digest for other in others)}) == 7
    assert envelope._replace(revision=3).digest == envelope.digest


def test_16_mib_are_kept_and_one_byte_more_is_refused() -> None:
    most = bytes(MOST)

    assert unseal(sealed(most), KEY, owner=ADA) == most
    with pytest.raises(TooBig, match="16 MiB"):
        sealed(most + b"\x00")


@pytest.mark.parametrize(
    "wrong",
    [{"owner": "Ada"}, {"id": "A" * 32}, {"id": f"{ID}\n"}, {"format": -1}],
)
def test_only_ids_as_they_are_drawn_are_sealed(wrong: dict[str, object]) -> None:
    clear = {"owner": ADA, "id": ID, "format": 1, "revision": 1, **wrong}

    with pytest.raises(ValueError, match="an owner, an id"):
        seal(b"", KEY, **clear)  # type: ignore[arg-type]


def test_padding_adds_a_byte_at_least() -> None:
    assert [len(pad(bytes(n))) for n in (0, 1023, 1024, 2047, 2048)] == [
        1024,
        1024,
        2048,
        2048,
        4096,
    ]
