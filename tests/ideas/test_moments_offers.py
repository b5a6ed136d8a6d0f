from __future__ import annotations

import pytest
from msgspec.structs import replace

from hearthside.moments.choices import BONDS, PARTS, STRUCTURES
from hearthside.moments.moment import Bond
from hearthside.moments.offers import ORDER, is_structural, offered

from .moments_told import told


def test_what_is_unsaid_is_offered_from_the_easiest_to_the_hardest() -> None:
    moment = replace(told(), pace="slowly", bond="b", story="too much")

    assert offered(moment, Bond(name="Ward 3", kind="carer")) == (
        "form",
        "whose",
        "structure",
        "needed",
        "my_part",
    )


def test_words_of_ones_own_for_its_form_are_enough() -> None:
    assert offered(replace(told(), form="an empty chair"))[0] == "pace"
    assert offered(replace(told(), forms=("look",)))[0] == "pace"


def test_all_said_is_nothing_to_offer() -> None:
    moment = replace(told(), **dict.fromkeys(ORDER, "x"))

    assert offered(moment) == ()


@pytest.mark.parametrize("structure", sorted(STRUCTURES))
def test_where_a_structure_did_it_ones_own_part_is_never_asked(structure: str) -> None:
    moment = replace(told(), structure=structure)

    assert is_structural(moment)
    assert not {"my_part", "whose"} & set(offered(moment))


def test_nor_is_it_where_it_was_with_an_institution() -> None:
    bond = Bond(name="The clinic", kind="institution")

    assert is_structural(told(), bond)
    assert not {"my_part", "whose"} & set(offered(told(), bond))


@pytest.mark.parametrize("kind", ["partner", "friend", "family", "self"])
def test_between_two_people_no_structure_is_asked_for(kind: str) -> None:
    assert "structure" not in offered(told(), Bond(name="Mika", kind=kind))
    assert kind in BONDS


def test_where_something_softened_only_whom_it_was_with_is_asked() -> None:
    moment = replace(told(), healing=True)

    assert offered(moment) == ("bond",)
    assert offered(replace(moment, bond="b")) == ()


def test_every_offer_is_a_part_of_a_moment() -> None:
    assert set(ORDER) <= set(PARTS)
