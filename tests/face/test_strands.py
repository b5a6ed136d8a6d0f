"""Said beside felt, as it is written into a page."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

from django.template.loader import render_to_string

from hearthside.moments.moment import Felt, Moment, Return
from hearthside.moments.strands import strands

SVG = "moments/strands.svg.html"
TABLE = "moments/strands_table.html"
FIRST = date(2026, 3, 1)


def came(id: str, on: date, *hows: str) -> Return:
    felt = tuple(Felt(how=how, on=on) for how in hows)
    return Return(
        id=id, on=on, by="them", how="written", words="<fine>, right?", felt=felt
    )


def told(*returns: Return) -> Moment:
    return Moment(at=datetime(2026, 2, 27, tzinfo=UTC), returns=returns)


def drawn(moment: Moment, template: str = SVG) -> str:
    return render_to_string(template, {"strands": strands(moment)})


def some() -> Moment:
    return told(
        came("a", FIRST, "part"),
        came("b", FIRST + timedelta(days=9), "landed", "tolerated"),
        came("c", FIRST + timedelta(days=12)),
        came("d", FIRST + timedelta(days=800), "unknown"),
    )


def test_a_drawing_has_a_name_and_says_everything_in_words() -> None:
    shown = " ".join(drawn(some()).split())

    assert 'aria-labelledby="strands-title strands-desc"' in shown
    assert "Said and felt, through 4 returns" in shown
    assert (
        "2, Tuesday 10 March: It landed, and later: Tolerated, not met;"
        " the strands lie apart." in shown
    )


def test_every_stone_leads_to_its_return() -> None:
    assert re.findall(r'href="([^"]+)"', drawn(some())) == [
        "#return-a",
        "#return-b",
        "#return-c",
        "#return-d",
    ]


def test_nothing_in_it_needs_a_style_or_a_script_of_its_own() -> None:
    shown = drawn(some())

    assert not re.search(r"style=|<style|<script|\son\w+=|(?:fill|stroke)=", shown)


def test_a_long_gap_says_how_long() -> None:
    assert "2 years" in drawn(some())


def test_what_nobody_came_back_to_may_stay_so() -> None:
    assert "it can stay so" in drawn(told())


def test_it_is_whole_as_a_picture_of_its_own() -> None:
    for moment in (told(), some()):
        ET.fromstring(drawn(moment))  # noqa: S314 - it is our own


def test_the_table_says_the_same_with_the_words_as_they_were() -> None:
    moment = told(came("a", FIRST, "landed", "not"))
    shown = drawn(moment, TABLE)

    assert 'id="return-a"' in shown
    assert "They wrote: <q" in shown
    assert "&lt;fine&gt;, right?" in shown
    assert "It landed" in shown
    assert "It didn’t" in shown
