from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import fields

from hearthside.ground.errors import NewerFormat, UnreadableRecord
from hearthside.moments import opening
from hearthside.moments.moment import (
    FORMAT,
    Bond,
    Gathered,
    Kept,
    Moment,
    as_bytes,
    bond_from,
    gathered_from,
)
from hearthside.moments.opening import KINDS, opened, seal_up

from .moments_told import bonds, gatherings, moments

LETTERS = Path(__file__).parents[1] / "letters"
FIRST_FORMAT = json.loads((LETTERS / "format-1.json").read_text("utf-8"))


def test_the_first_format_is_filled_in_every_part() -> None:
    assert {record["kind"] for record in FIRST_FORMAT} == set(KINDS)
    for record in FIRST_FORMAT:
        parts = {field.name for field in fields(KINDS[record["kind"]])}
        assert set(record["kept"]) == parts, record["kind"]


@pytest.mark.parametrize("record", FIRST_FORMAT, ids=lambda record: record["kind"])
def test_the_first_format_opens_for_ever(record: dict[str, object]) -> None:
    kept = opened(json.dumps(record).encode(), 1)

    assert isinstance(kept, KINDS[str(record["kind"])])
    if FORMAT == 1:
        assert json.loads(seal_up(kept)) == record


@given(moments | bonds | gatherings)
def test_whatever_is_kept_comes_back_as_it_was(kept: Kept) -> None:
    assert opened(seal_up(kept), FORMAT) == kept


@given(bonds, gatherings)
def test_a_relationship_and_a_gathering_come_back_from_their_bytes(
    bond: Bond, gathered: Gathered
) -> None:
    assert bond_from(as_bytes(bond)) == bond
    assert gathered_from(as_bytes(gathered)) == gathered


def test_what_a_newer_version_kept_is_left_as_it_is() -> None:
    with pytest.raises(NewerFormat, match="Nothing was changed"):
        opened(b"whatever that version writes", FORMAT + 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"kind": "moment"}',
        b'{"kind": "verdict", "kept": {}}',
        b'{"kind": ["moment"], "kept": {}}',
        b'{"kind": "moment", "kept": {"words": "secret"}}',
        b'{"kind": "bond", "kept": {"name": 3}}',
    ],
)
def test_what_is_in_no_known_form_is_refused_without_its_words(content: bytes) -> None:
    with pytest.raises(UnreadableRecord) as refused:
        opened(content, FORMAT)

    assert "secret" not in str(refused.value)


def test_an_older_format_is_brought_up_step_by_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def called_name(record: dict[str, dict[str, object]]) -> dict[str, object]:
        kept = dict(record["kept"])
        return {**record, "kept": {"name": kept.pop("called"), **kept}}

    monkeypatch.setattr(opening, "FORMAT", 2)
    monkeypatch.setitem(opening.UPGRADES, 1, called_name)

    old = msgspec.json.encode({"kind": "bond", "kept": {"called": "Mika"}})

    assert opened(old, 1) == Bond(name="Mika")


def test_a_format_without_its_step_is_refused() -> None:
    with pytest.raises(UnreadableRecord):
        opened(b'{"kind": "bond", "kept": {"name": "Mika"}}', 0)


def test_every_kind_has_one_name() -> None:
    assert [opening.kind_of(kept) for kept in map(first, FIRST_FORMAT)] == list(KINDS)
    assert isinstance(first(FIRST_FORMAT[0]), Moment)


def first(record: dict[str, object]) -> Kept:
    return opened(json.dumps(record).encode(), 1)
