"""What this house doesn't say, in labels, notes and pages; never in patterns."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from hearthside.web.words.received import ANSWERS, CAME_AFTER, HEARD
from hearthside.words import GROUPS, MOVES, PURPOSES, Group, Move

TEMPLATES = Path(__file__).parents[2] / "src" / "hearthside" / "web" / "templates"
BANNED = re.compile(
    r"\b(?:score\w*|toxic\w*|abuser\w*|victim\w*|narcissis\w*|diagnos\w*|patients?"
    r"|dysfunction\w*|should|must|just|simply|healthy|unhealthy|congratulations"
    r"|streaks?|(?:good|bad) apolog\w+|real repair|not real)\b|!(?!doctype|--)",
    re.IGNORECASE,
)
PAGES = sorted(TEMPLATES.rglob("*.html"))
SOURCES = sorted(TEMPLATES.parents[1].rglob("*.py"))
MARKED_FOR_TRANSLATORS = ("_", "gettext_noop")


def said(template: str) -> str:
    """Return the text of a template that a person can read."""
    text = re.sub(r"{#.*?#}|<!--.*?-->", " ", template, flags=re.DOTALL)
    quoted = re.findall(r"""{%\s*translate\s+["'](.*?)["']\s*""", text)
    alone = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", text, flags=re.DOTALL)
    return " ".join([alone, *quoted])


def test_the_ban_hears_what_it_bans() -> None:
    assert BANNED.search("You should simply apologise")
    assert BANNED.search("Well done!")
    assert not BANNED.search("<!doctype html>")
    assert not BANNED.search("Justice, impatience and adjusting are other words")


def test_there_are_pages_to_hold_to_it() -> None:
    assert len(PAGES) > 5


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_a_page_says_nothing_of_the_kind(page: Path) -> None:
    found = BANNED.search(said(page.read_text("utf-8")))

    assert found is None, found


@pytest.mark.parametrize("move", MOVES.values(), ids=lambda m: m.id)
def test_a_note_says_nothing_of_the_kind(move: Move) -> None:
    for text in (move.heading, move.says, move.definition):
        assert BANNED.search(text) is None, text


@pytest.mark.parametrize("group", GROUPS.values(), ids=lambda g: g.id)
def test_what_words_turn_to_says_nothing_of_the_kind(group: Group) -> None:
    assert BANNED.search(f"{group.heading} {group.turns_to}") is None


@pytest.mark.parametrize(
    "label",
    [*ANSWERS.values(), *HEARD.values(), *CAME_AFTER.values(), *PURPOSES.values()],
)
def test_an_answer_to_choose_says_nothing_of_the_kind(label: str) -> None:
    assert BANNED.search(str(label)) is None


def translated(source: Path) -> list[str]:
    """Return every text of *source* that is marked for translators."""
    return [
        ast.literal_eval(node.args[0])
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKED_FOR_TRANSLATORS
        and isinstance(node.args[0], ast.Constant)
    ]


@pytest.mark.parametrize(
    "source",
    [one for one in SOURCES if translated(one)],
    ids=lambda p: f"{p.parent.name}/{p.name}",
)
def test_what_a_program_says_has_nothing_of_the_kind(source: Path) -> None:
    for text in translated(source):
        assert BANNED.search(text) is None, text
