"""Every rule is held to its own examples, and to everyone else's."""

from __future__ import annotations

import random
import re
from importlib.resources import files

import pytest

from benchmarks.lines import blind
from hearthside.words import MOVES
from hearthside.words.matching import Heard, Message, hear
from hearthside.words.rulebook import (
    DANGER,
    Example,
    Rule,
    RuleFile,
    rulebook,
)
from hearthside.words.weighing import weigh
from hearthside.words.writing_down import write_down

FILES = [file for file in rulebook().files if file.move != DANGER]
LEAST_EXAMPLES = 6
MARKED = [(file, example) for file in FILES for example in file.marks]
ALONE = [(file, example) for file in FILES for example in file.leaves_alone]


def marked(example: Example) -> list[Heard]:
    return weigh(hear(Message(example.text, example.before)))


def name(one: object) -> str:
    if isinstance(one, RuleFile):
        return one.move
    return one.text if isinstance(one, Example) else str(one)


def test_every_move_has_its_file_and_every_file_its_move() -> None:
    assert sorted(file.move for file in FILES) == sorted(MOVES)
    assert all(file.name == f"{file.move}.toml" for file in FILES)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_file_has_enough_of_both_kinds_of_example(file: RuleFile) -> None:
    assert len(file.marks) >= LEAST_EXAMPLES
    assert len(file.leaves_alone) >= LEAST_EXAMPLES


@pytest.mark.parametrize(("file", "example"), MARKED, ids=name)
def test_what_a_rule_marks_is_marked_to_the_letter(
    file: RuleFile, example: Example
) -> None:
    found = {(one.move, one.span.of(example.text)) for one in marked(example)}

    assert (file.move, example.words) in found


@pytest.mark.parametrize(("file", "example"), ALONE, ids=name)
def test_what_a_rule_leaves_alone_no_rule_of_the_book_marks(
    file: RuleFile, example: Example
) -> None:
    """But for moves of other files, which the example has to name."""
    found = {one.move for one in marked(example)}

    assert file.move not in found
    assert found <= set(example.other)


def test_every_rule_that_ships_is_exercised_by_an_example() -> None:
    heard = {one.by for _, example in MARKED for one in marked(example)}

    ships = {rule.id for rule in rulebook().rules() if rule.move != DANGER}
    assert ships <= heard


def test_a_rule_ships_silent_only_with_what_was_measured() -> None:
    for file in FILES:
        for rule in file.rules:
            assert not rule.disabled or re.search(r"\d+ of \d+", rule.disabled), rule.id


def test_what_is_written_down_of_the_patterns_is_what_they_need() -> None:
    """``python -m hearthside.words.writing_down`` writes it anew."""
    written = (files("hearthside.words") / "rulebook.json").read_text("utf-8")

    assert written == write_down()


def test_the_words_in_front_change_no_reading() -> None:
    """Trying every rule on every sentence hears the same as calling them up."""
    texts = [line.text for line in blind()] + [example.text for _, example in MARKED]
    random.Random(8).shuffle(texts)

    for text in texts[:300]:
        words = Message(text).words
        called = set(rulebook().called_up(words.calls))
        for way in rulebook().ways:
            if way not in called:
                assert not way.hears.search(words.heard), (way.rule.id, text)


@pytest.mark.parametrize("rule", list(rulebook().rules()), ids=lambda r: r.id)
def test_a_pattern_is_in_the_syntax_a_compiled_engine_reads(rule: Rule) -> None:
    """No lookaround, no backreference: re2 and the standard library read it alike."""
    for pattern in (*rule.patterns, *rule.unless, *rule.answers):
        assert not re.search(r"\(\?[=!<]|\\[1-9]|\(\?P=", pattern)
