from __future__ import annotations

import re

import pytest

from hearthside.words import FAMILIES, GROUPS, MOVES, Move


def test_there_are_thirty_moves_in_fifteen_groups_and_five_families() -> None:
    assert (len(MOVES), len(GROUPS), len(FAMILIES)) == (30, 15, 5)
    assert {move.group.id for move in MOVES.values()} == set(GROUPS)
    assert {group.family for group in GROUPS.values()} == set(FAMILIES)


@pytest.mark.parametrize("move", MOVES.values(), ids=lambda m: m.id)
def test_a_move_has_a_source_with_an_address(move: Move) -> None:
    assert re.search(r"doi:10\.\d{4,}/\S+$|https?://\S+$", move.source)


@pytest.mark.parametrize("move", MOVES.values(), ids=lambda m: m.id)
def test_a_move_is_said_in_a_sentence_about_the_words(move: Move) -> None:
    assert move.says.endswith(".")
    assert move.definition.endswith(".")
    assert not move.heading.endswith(".")
