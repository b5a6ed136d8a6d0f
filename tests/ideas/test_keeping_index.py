"""The index: what each record is about, and whether all are as they were kept."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthside.ground.errors import Damaged, NewerFormat
from hearthside.keeping.envelopes import Envelope, seal, unseal
from hearthside.keeping.index import (
    INDEX_ID,
    Index,
    Line,
    Strange,
    open_index,
    seal_index,
)

ADA, BEN = "a" * 32, "b" * 32
KEY = secrets.token_bytes(32)
NOBODY: frozenset[str] = frozenset()

IDS = st.integers(1, 2**128 - 1).map(lambda n: f"{n:032x}")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
LINES = st.builds(
    Line,
    revision=st.integers(0, 2**63 - 1),
    digest=st.binary(min_size=32, max_size=32),
    about=st.dictionaries(st.text(), JSON, max_size=4),
)
INDEXES = st.builds(Index, st.dictionaries(IDS, LINES, max_size=5))


def record(id: str, *, revision: int = 1) -> Envelope:
    return seal(b"It hurt.", KEY, owner=ADA, id=id, format=1, revision=revision)


def row(envelope: Envelope) -> tuple[str, int, bytes]:
    return envelope.id, envelope.revision, envelope.digest


@given(INDEXES)
def test_an_index_comes_back_as_it_was_sealed(index: Index) -> None:
    envelope = seal_index(index, KEY, owner=ADA, revision=7)

    assert (envelope.id, envelope.revision) == (INDEX_ID, 7)
    assert open_index(envelope, KEY, owner=ADA) == index


def test_an_index_keeps_the_last_revision_of_each_record() -> None:
    one, two = record("1" * 32), record("2" * 32)
    changed = record("1" * 32, revision=2)

    index = Index().with_record(one, {"first": "It hurt."}).with_record(two, {})
    later = index.with_record(changed, {"first": "It still hurts."}).without("2" * 32)

    assert list(index.lines) == ["1" * 32, "2" * 32]
    assert later.lines == {
        "1" * 32: Line(2, changed.digest, {"first": "It still hurts."})
    }
    assert later.without("3" * 32) == later


def test_records_as_they_were_kept_are_not_strange() -> None:
    one, two = record("1" * 32), record("2" * 32)
    index = Index().with_record(one, {}).with_record(two, {})

    assert index.check([row(two), row(one)]) == Strange(NOBODY, NOBODY, NOBODY)


def test_a_record_put_back_removed_or_added_is_named() -> None:
    before, after = record("1" * 32), record("1" * 32, revision=2)
    kept, gone, planted = record("2" * 32), record("3" * 32), record("4" * 32)
    index = Index()
    for envelope in (before, after, kept, gone):
        index = index.with_record(envelope, {})

    strange = index.check([row(before), row(kept), row(planted)])

    assert strange == Strange(
        put_back=frozenset({before.id}),
        removed=frozenset({gone.id}),
        added=frozenset({planted.id}),
    )


def test_the_same_revision_in_another_envelope_is_put_back_too() -> None:
    one, again = record("1" * 32), record("1" * 32)

    strange = Index().with_record(one, {}).check([row(again)])

    assert strange.put_back == {one.id}


def test_an_earlier_index_does_not_pass_as_the_last() -> None:
    earlier = seal_index(Index(), KEY, owner=ADA, revision=1)

    with pytest.raises(Damaged, match=INDEX_ID):
        open_index(earlier._replace(revision=2), KEY, owner=ADA)


def test_anothers_index_is_refused() -> None:
    envelope = seal_index(Index(), KEY, owner=ADA, revision=1)

    with pytest.raises(Damaged):
        open_index(envelope, KEY, owner=BEN)


def test_a_record_is_no_index_even_under_its_id() -> None:
    with pytest.raises(Damaged):
        open_index(record("1" * 32), KEY, owner=ADA)
    with pytest.raises(Damaged) as refusal:
        open_index(record(INDEX_ID), KEY, owner=ADA)

    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_an_index_under_another_id_is_not_the_index() -> None:
    content = unseal(seal_index(Index(), KEY, owner=ADA, revision=1), KEY, owner=ADA)
    elsewhere = seal(content, KEY, owner=ADA, id="1" * 32, format=1, revision=1)

    with pytest.raises(Damaged):
        open_index(elsewhere, KEY, owner=ADA)


def test_an_index_of_a_newer_form_is_refused() -> None:
    whole = seal_index(Index(), KEY, owner=ADA, revision=1)
    newer = seal(
        unseal(whole, KEY, owner=ADA), KEY, owner=ADA, id=INDEX_ID, format=2, revision=1
    )

    with pytest.raises(NewerFormat):
        open_index(newer, KEY, owner=ADA)
