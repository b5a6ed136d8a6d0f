"""What is sealed to a public key while its owner is away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox

from hearthside.ground.errors import Damaged, ForeignKey, TooBig
from hearthside.keeping.arrived import open_arrived, seal_to
from hearthside.keeping.envelopes import MOST
from hearthside.keeping.keys import Keys

ADA, CLEO = Keys.new(), Keys.new()
SEALED_BOX = 48  # bytes: a public key and a tag


@given(st.binary(max_size=3000))
def test_what_arrives_is_opened_by_its_owner_alone(content: bytes) -> None:
    sealed = seal_to(ADA.public, content)

    assert open_arrived(sealed, ADA) == content
    with pytest.raises(Damaged):
        open_arrived(sealed, CLEO)


@given(st.binary(max_size=3000))
def test_its_length_is_seen_as_a_power_of_two(content: bytes) -> None:
    size = len(seal_to(ADA.public, content)) - SEALED_BOX

    assert size == max(1024, 1 << len(content).bit_length())


@given(st.data())
def test_a_changed_byte_or_a_part_of_it_is_refused(data: st.DataObject) -> None:
    sealed = seal_to(ADA.public, b"It hurt.")
    changed = bytearray(sealed)
    changed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(
        st.integers(1, 255)
    )

    for refused in (bytes(changed), sealed[: data.draw(st.integers(0, 1071))]):
        with pytest.raises(Damaged):
            open_arrived(refused, ADA)


def test_what_was_sealed_without_padding_is_not_ours() -> None:
    theirs = SealedBox(PublicKey(ADA.public)).encrypt(b"Dear Ada")

    with pytest.raises(Damaged):
        open_arrived(theirs, ADA)


def test_a_damaged_one_is_named_where_it_has_a_name() -> None:
    with pytest.raises(Damaged, match="Something that arrived"):
        open_arrived(b"", ADA)
    with pytest.raises(Damaged, match="Record 1111"):
        open_arrived(b"", ADA, id="1" * 32)


@pytest.mark.parametrize("public", [b"", b"short", bytes(32)])
def test_nothing_is_sealed_to_what_is_no_key(public: bytes) -> None:
    with pytest.raises(ForeignKey):
        seal_to(public, b"It hurt.")


def test_more_than_a_record_can_hold_is_refused() -> None:
    with pytest.raises(TooBig):
        seal_to(ADA.public, bytes(MOST + 1))
